"""Reads the place a volume statement gives among its siblings (上, 第三巻, Ⅱ, vol. 3, 平成26年度); titles are `volumes`."""

import re
from dataclasses import dataclass
from typing import Final

from kiosk.domain.text import half_width

LAST_ORDER: Final = 90_000_000
"""The place of supplements and indexes (別巻, 補巻, 総索引): after every numbered volume and every date."""
_CLOSING_ORDER = LAST_ORDER - 1
_NEW_ORDER = 50_000_000

_DIGITS = r"\d{1,4}"
_KANJI = "〇零一二三四五六七八九十百壱弐参壹貳參"
NUMBER: Final = rf"(?:{_DIGITS}|[①-⑳]|[{_KANJI}]+|[Ⅰ-Ⅻⅰ-ⅻ]+|[IVX]{{1,5}}(?![A-Za-z]))"
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_YEAR = rf"(?:(?P<era>{'|'.join(_ERAS)})\s?(?P<era_year>{_DIGITS}|元|[{_KANJI}]+)|(?P<year>[12]\d{{3}}))"
_SEASONS = {"春": 4, "夏": 7, "秋": 10, "冬": 12}
_IN_YEAR = r"(?:(?P<month>\d{1,2})月?(?:[./]?(?P<day>\d{1,2})日?)?|[〈<(（]?(?P<season>[春夏秋冬]))"
DATE: Final = rf"{_YEAR}\s?(?:年度?|[./](?=\d)|(?=[〈<(（]?[春夏秋冬]))\s?{_IN_YEAR}?"
HALF: Final = r"(?P<half>[上中下]|[前後](?=[編篇巻]|$|[)）\]］])|[春夏秋冬天地人乾坤](?=の?巻|[編篇]))(?:の?巻|[編篇冊集])?"
UNIT: Final = r"(?:分冊|[巻卷冊編篇部集輯号號話回章幕夜])"
MARKED: Final = (
    rf"(?:第\s?(?P<n1>{NUMBER})\s?{UNIT}?|[巻卷][之の]?(?P<n2>{NUMBER})|[そ其]の\s?(?P<n3>{NUMBER})"
    r"|(?:vol(?:ume)?|no|v|bd|t|part)\.?\s?(?P<n4>\d+))"
)
BARE: Final = rf"(?P<n5>{NUMBER})"
WORD: Final = (
    "(?P<word>続々々?[編篇]?|[続正新][編篇]|完結[編篇]|最終[巻章回話]|[終序][章巻]|別[冊巻]|補[巻遺]|総?索引|[付附]録)"
)
PREFIXES: Final = {"正": 1, "続": 2, "續": 2, "続々": 3, "續々": 3, "続続": 3, "続々々": 4}
"""What stands before the name of a work to name the next one. 新 does not: it begins anew (新中学保健)."""

_SUPPLEMENT = re.compile("別[冊巻]|補巻|補遺|総?索引|総目次|[付附]録")
_HALVES = {**dict.fromkeys("上前春天乾", 1), **dict.fromkeys("中夏地", 2), "坤": 2, **dict.fromkeys("下後秋人", 3), "冬": 4}
_WORDS = {"正": 1, "続": 2, "続々": 3, "続々々": 4, "新": _NEW_ORDER, "完結": _CLOSING_ORDER, "最終": _CLOSING_ORDER,
          "終": _CLOSING_ORDER, "序": 0}  # fmt: skip
_OPENING = r"[\s(（\[［〔【〈]*"
_AT_START = re.compile(rf"^{_OPENING}(?:{DATE}|{MARKED}|{HALF}(?![^\s\W])|{BARE}|{WORD}(?![^\s\W]))", re.IGNORECASE)
_SECOND = re.compile(
    rf"^(?:[\s,，、.．)）\]］]*{_OPENING})(?:{HALF}(?![^\s\W])|{MARKED}|(?<=[(（\[［\s]){BARE}(?![^\W_]))", re.IGNORECASE
)
_LETTER = re.compile(r"(?<=\d)([A-Ha-h])(?![A-Za-z])")
_ANYWHERE = re.compile(rf"第\s?(?P<n1>{NUMBER})|[そ其]の\s?(?P<n2>{NUMBER})|(?P<n3>\d+)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a volume stands: `order` among its siblings, `part` among the parts of one volume (第1部 上), 0 without parts."""

    order: int
    part: int = 0


def order_of(statement: str) -> int | None:
    """The place a volume statement gives: 上 1, 中 2, 下 3, 第三巻 3, 2026年11月号 20261100; None when it gives none."""
    place = place_of(statement)
    return None if place is None else place.order


def place_of(statement: str) -> Place | None:
    """The place a volume statement gives, with the part of the volume where it names one; None when it gives none."""
    at_start = _AT_START.match(statement)
    if at_start and not at_start.groupdict().get("word"):
        order = _order(at_start)
        return None if order is None else Place(order, _part(statement[at_start.end() :], at_start))
    found = _ANYWHERE.search(statement)
    order = _order(found) if found else None
    if _SUPPLEMENT.search(statement):
        return Place(LAST_ORDER + (order or 0))
    if at_start:
        return Place(_WORDS[at_start["word"].rstrip("編篇巻章回話")])
    return None if order is None else Place(order)


def is_year(written: str) -> bool:
    """Whether four figures may be a year rather than a number."""
    return len(written) == 4 and written.isdigit() and 1000 < int(written) < 2100


def _part(rest: str, before: re.Match[str]) -> int:
    if letter := _LETTER.match(before.string, before.end()):
        return ord(letter[1].upper()) - ord("A") + 1
    found = _SECOND.match(rest)
    return (_order(found) or 0) if found else 0


def _order(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    if groups.get("year") or groups.get("era"):
        return _date_order(groups)
    if half := groups.get("half"):
        return _HALVES[half]
    written = next((value for name, value in groups.items() if name.startswith("n") and value), None)
    if written is None:
        return None
    number = _number(written)
    return number * 10_000 if is_year(written) else number


def _date_order(groups: dict[str, str | None]) -> int:
    year = int(groups["year"] or 0)
    if era := groups["era"]:
        year = _ERAS[era] + _number(groups["era_year"] or "")
    month = int(groups["month"] or 0) or _SEASONS.get(groups["season"] or "", 0)
    return year * 10_000 + month * 100 + int(groups["day"] or 0)


def _number(written: str) -> int:
    """The value of a number in Arabic, Roman or kanji figures, at most a supplement's; 元 is the first year of an era."""
    plain = half_width(written).upper()
    if plain == "元":
        return 1
    read = int if plain.isdigit() else _roman if set(plain) <= set(_ROMAN) else _kanji
    return min(read(plain), LAST_ORDER - 1)


_ROMAN = {"I": 1, "V": 5, "X": 10}
_FIGURES = dict(zip("〇零一壱壹二弐貳三参參四五六七八九", (0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 5, 6, 7, 8, 9), strict=True))


def _roman(written: str) -> int:
    values = [_ROMAN[letter] for letter in written]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def _kanji(written: str) -> int:
    if not set(written) & set("十百"):
        return int("".join(str(_FIGURES[figure]) for figure in written))
    total = current = 0
    for figure in written:
        if figure in "十百":
            total += max(current, 1) * (10 if figure == "十" else 100)
            current = 0
        else:
            current = _FIGURES[figure]
    return total + current
