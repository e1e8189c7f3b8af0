"""The README says of cards what the code does: every key of a card's format, and the figures of the acceptance model."""

from dataclasses import fields, replace
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.domain.card import CardFormat, Symbology
from kiosk.domain.card_acceptance import false_accepts, frames_to_agree, share_that_fits
from kiosk.domain.check_digit import CheckDigit
from kiosk.profiles import load_profile

README = Path(__file__).parents[2] / "README.md"
PLAIN = CardFormat(start_stop="A")
ROWS = {
    "NW-7, ten digits": (PLAIN,),
    "the same, any start and stop": (CardFormat(),),
    "the same, prefix": (replace(PLAIN, prefix="290"),),
    "modulus 10 weight 3": (replace(PLAIN, check_digit=CheckDigit.MODULUS_10_WEIGHT_3),),
    "modulus 11": (replace(PLAIN, check_digit=CheckDigit.MODULUS_11),),
    "modulus 16": (replace(PLAIN, check_digit=CheckDigit.MODULUS_16),),
    "7DR, 9DR": tuple(replace(PLAIN, check_digit=each) for each in (CheckDigit.SEVEN_DR, CheckDigit.NINE_DR)),
    "QR only": (CardFormat(symbologies=(Symbology.QR,)),),
}


def row(beginning: str) -> list[str]:
    """The cells of the one row of a table that begins so."""
    found = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {beginning}")]
    assert len(found) == 1
    return [cell.strip() for cell in found[0].strip("|").split("|")]


@pytest.mark.parametrize("beginning", ROWS)
def test_the_readmes_acceptance_table_is_what_the_model_gives(beginning):
    _, fit, frames, wrong = row(beginning)
    formats = ROWS[beginning]
    assert {frames_to_agree(each) for each in formats} == {int(frames)}
    for each, share, chance in zip(formats, fit.split(", "), wrong.split(", "), strict=True):
        assert share_that_fits(each) == pytest.approx(float(share), abs=0.005)
        assert false_accepts(each, int(frames)) == pytest.approx(float(chance), rel=0.04)


def test_the_five_profiles_need_the_frames_that_their_row_says():
    frames = int(row("NW-7, ten digits")[2])
    assert {frames_to_agree(load_profile(file.stem).card) for file in paths.PROFILES.glob("*.toml")} == {frames}


def test_every_key_of_a_cards_format_stands_in_the_readme():
    text = README.read_text(encoding="utf-8")
    assert [each.name for each in fields(CardFormat) if f"`{each.name}`" not in text] == []


def test_every_file_that_the_readme_links_to_is_there():
    links = [part.split(")")[0] for part in README.read_text(encoding="utf-8").split("](")[1:]]
    missing = [link for link in links if "://" not in link and not (README.parent / link.split("#")[0]).exists()]
    assert missing == []
