"""Cuts the fonts of Chinese and Korean out of Debian's fonts-noto-cjk; run by hand when the language files or profiles change.

SDL opens only the first font of a collection, the Japanese one. Each subset has the common characters of its language (GB 2312,
the first level of Big5, the syllables of KS X 1001) and all that its language file and the profiles say.
"""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
ASSETS = HERE.parent
COLLECTION = "/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc"
FACES = {
    "zh-Hans": ("Noto Sans CJK SC", "NotoSansSC"),
    "zh-Hant": ("Noto Sans CJK TC", "NotoSansTC"),
    "ko": ("Noto Sans CJK KR", "NotoSansKR"),
}
PUNCTUATION = [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2040), *range(0x3000, 0x3020), *range(0xFF01, 0xFF66)]
"""Latin letters and signs stand beside the words of each language, in widths and places that are its own."""


def decoded(codec: str, first: Iterable[int], second: Iterable[int]) -> Iterator[int]:
    """The characters that two bytes of these ranges stand for."""
    seconds = tuple(second)
    for high in first:
        for low in seconds:
            try:
                yield ord(bytes((high, low)).decode(codec))
            except UnicodeDecodeError:
                continue


COMMON = {
    "zh-Hans": lambda: decoded("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF)),
    "zh-Hant": lambda: decoded("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))),
    "ko": lambda: decoded("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF)),
}


def characters(language: str) -> set[int]:
    """What a subset must have. Kana are left to the font of Japanese."""
    said = (ASSETS / "languages" / f"{language}.ftl").read_text(encoding="utf-8")
    for profile in sorted((ASSETS / "profiles").glob("*.toml")):
        said += "".join(texts(tomllib.loads(profile.read_text(encoding="utf-8")), language))
    kana = range(0x3040, 0x3100)
    return {*PUNCTUATION, *COMMON[language](), *(ord(each) for each in said if ord(each) not in kana and each.isprintable())}


def texts(tree: object, language: str, is_within: bool = False) -> Iterator[str]:
    """All that stands in a profile under the code of the language."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from texts(value, language, is_within or key == language)
    elif isinstance(tree, list):
        for value in tree:
            yield from texts(value, language, is_within)
    elif is_within:
        yield str(tree)


def write(language: str, weight: str) -> None:
    """One subset, named after its family."""
    family, name = FACES[language]
    collection = COLLECTION.format(weight=weight)
    for number in range(20):
        font = TTFont(collection, fontNumber=number, lazy=True)
        if font["name"].getDebugName(1).startswith(family) and "Mono" not in font["name"].getDebugName(1):
            break
    options = Options(layout_features=[], hinting=False, name_IDs=[0, 1, 2, 13, 14], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters(language))
    subsetter.subset(font)
    font.save(HERE / f"{name}-{weight}-subset.otf")


if __name__ == "__main__":
    for of_language in FACES:
        for of_weight in ("Regular", "Bold"):
            write(of_language, of_weight)
