"""What is typed in the window's bench: readings of the catalogue's own titles, as keys of each board."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from random import Random

from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from kiosk.central.tables import TitleRow
from kiosk.domain.romaji import to_kana
from kiosk.terminal.kana import to_hiragana

_MARKS = {"\u3099": "dakuten", "\u309a": "handakuten"}
_LARGE = dict(zip("ぁぃぅぇぉっゃゅょ", "あいうえおつやゆよ", strict=True))
_FIRST_LETTERS = ("", *"kstnhmyrwgzdbp", *(f"{each}y" for each in "kgnhbpmr"), "sh", "ch", "j", "f", "xt", "x", "xy")
_SPELT = {
    kana: letters + vowel
    for letters in reversed(_FIRST_LETTERS)
    for vowel in "aiueo"
    if (kana := to_kana(letters + vowel)) is not None
} | {"ん": "n'", "ー": "ー"}
_LEAST, _MOST = 3, 7


def readings(database: Path, count: int, seed: int) -> list[str]:
    """Beginnings of that many readings, in hiragana; the same for the same seed. Less where the catalogue has less."""
    engine = create_engine(f"sqlite:///{database}")
    with Session(engine) as session:
        long_enough = select(TitleRow.reading).where(func.length(TitleRow.reading) >= _LEAST).order_by(TitleRow.id)
        found = [to_hiragana(each).split()[0] for each in session.scalars(long_enough) if each.strip()]
    engine.dispose()
    random = Random(seed)
    spelt = [each for each in found if len(each) >= _LEAST and set(each) <= _SPELT.keys()]
    drawn = random.sample(spelt, min(count, len(spelt)))
    return [each[: random.randint(_LEAST, _MOST)] for each in drawn]


def kana_keys(kana: str) -> Iterator[str]:
    """The keys of the 五十音 board that type it: a voiced or small kana takes two."""
    for character in kana:
        for part in unicodedata.normalize("NFD", character):
            yield _MARKS.get(part, _LARGE.get(part, part))
        if character in _LARGE:
            yield "small"


def romaji_keys(kana: str) -> Iterator[str]:
    """The keys of the romaji board that type it."""
    place = 0
    while place < len(kana):
        length = 2 if kana[place : place + 2] in _SPELT else 1
        yield from _SPELT[kana[place : place + length]]
        place += length
