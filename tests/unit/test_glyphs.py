"""Every character that can come to a screen has a glyph: what the terminal says, and what libraries have catalogued."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

import pytest

from kiosk import paths
from kiosk.terminal.annotated import from_aozora, plain
from kiosk.ui.fonts import GETA, drawable, font_for, missing_fallbacks

LANGUAGES = ("ja", "ja-easy", "en", "zh-Hant", "zh-Hans", "ko")
OWN = {"zh-Hant": "NotoSansTC", "zh-Hans": "NotoSansSC", "ko": "NotoSansKR"}
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"

pytestmark = pytest.mark.skipif(bool(missing_fallbacks()), reason="Debian's fonts-noto-cjk or fonts-noto-core is missing")


def said(language: str) -> set[str]:
    """The characters of a language file but for its comments."""
    lines = (paths.LANGUAGES / f"{language}.ftl").read_text(encoding="utf-8").splitlines()
    return set("".join(line for line in lines if not line.startswith("#")))


def without_glyph(characters: Iterable[str], language: str) -> list[str]:
    """Those that would be drawn as 〓, by their code points."""
    shown = {each for each in characters if drawable(each) == GETA} - {GETA}
    shown |= {each for each in characters if each.isprintable() and drawable(each) and font_for(each, True, language) is None}
    return sorted(f"U+{ord(each):04X} {each} {unicodedata.name(each, '')}" for each in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_the_terminal_says_has_a_glyph(language):
    profiles = "".join(file.read_text(encoding="utf-8") for file in paths.PROFILES.glob("*.toml"))
    assert without_glyph(said(language) | set(profiles), language) == []


@pytest.mark.parametrize("language", sorted(OWN))
@pytest.mark.parametrize("bold", [False, True])
def test_chinese_and_korean_are_set_in_their_own_shapes(language, bold):
    letters = {each for each in said(language) if unicodedata.category(each) == "Lo" and not "ぁ" <= each <= "ヿ"}
    assert len(letters) > 200
    others = {each for each in letters if OWN[language] not in str(font_for(each, bold, language))}
    assert sorted(others) == []


def test_all_that_the_demo_library_has_has_a_glyph():
    files = [file.read_text(encoding="utf-8") for file in (paths.ROOT / "assets" / "demo").glob("*.t*")]
    assert len(files) > 2
    for language in LANGUAGES:
        assert without_glyph(set("".join(files)), language) == []


@pytest.mark.skipif(not DATA.is_dir(), reason="the real catalogue files are not beside the checkout")
def test_all_that_real_catalogues_have_has_a_glyph():
    found: set[str] = set()
    for file in DATA.iterdir():
        if file.suffix == ".zip":
            with ZipFile(file) as zipped:
                for name in zipped.namelist():
                    found |= set(zipped.read(name).decode("utf-8", "ignore"))
        elif file.suffix in (".mrc", ".tsv"):
            found |= set(file.read_text(encoding="utf-8", errors="ignore"))
    assert len(found) > 4000, "the files must have been read"
    for language in ("ja", *OWN):
        assert without_glyph(found, language) == []


def test_kana_over_kanji_are_written_with_characters_that_every_text_can_have():
    text = from_aozora((paths.LANGUAGES / "ja-easy.ftl").read_text(encoding="utf-8"))
    assert GETA not in drawable(plain(text))
