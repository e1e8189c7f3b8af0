"""Recognises which volume of a work a record is, from how catalogues write it; grouping is left to the caller."""

import re
from dataclasses import dataclass
from typing import Final

from kiosk.domain.text import fold, half_width

LAST_ORDER: Final = 90_000_000
"""The place of supplements and indexes (別巻, 補巻, 総索引): after every numbered volume and every date."""

_DIGITS = r"\d{1,4}"
_KANJI = "〇零一二三四五六七八九十百壱弐参"
_NUMBER = rf"(?:{_DIGITS}|[①-⑳]|[{_KANJI}]+|[Ⅰ-Ⅻⅰ-ⅻ]+|[IVX]{{1,5}}(?![A-Za-z]))"
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_YEAR = rf"(?:(?P<era>{'|'.join(_ERAS)})\s?(?P<era_year>{_DIGITS}|元|[{_KANJI}]+)|(?P<year>[12]\d{{3}}))"
_SEASONS = {"春": 4, "夏": 7, "秋": 10, "冬": 12}
_IN_YEAR = r"(?:(?P<month>\d{1,2})月?(?:[./]?(?P<day>\d{1,2})日?)?|(?P<season>[春夏秋冬]))"
_DATE = rf"{_YEAR}\s?(?:年度?|[./](?=\d)|(?=[春夏秋冬]))\s?{_IN_YEAR}?"
_HALF = r"(?P<half>[上中下]|[前後](?=[編篇巻]|$))(?:の?巻|[編篇冊集])?"
_UNIT = r"(?:分冊|[巻冊編篇部集輯号話回章])"
_MARKED = (
    rf"(?:第\s?(?P<n1>{_NUMBER})\s?{_UNIT}?|巻[之の]?(?P<n2>{_NUMBER})|その\s?(?P<n3>{_NUMBER})"
    r"|(?:vol|no|v|bd|t)\.?\s?(?P<n4>\d+))"
)
_BARE = rf"(?P<n5>{_NUMBER})"
_SUPPLEMENT = re.compile("別巻|補巻|補遺|総?索引|総目次|付録|附録")

# What may close a title: a date needs its 号, 版 or 度; `7巻` without 第 says how many volumes there are, not which one it is.
_CLOSING = rf"(?:{_DATE}(?<=[年度月日春夏秋冬])(?:[春夏秋冬]*[号版]|(?<=度))|{_MARKED}|{_HALF}|{_BARE})"
_IN_BRACKETS = re.compile(rf"^(?P<work>.+?)\s*[(（\[［〔【〈](?P<statement>{_CLOSING})[)）\]］〕】〉]$", re.IGNORECASE)
_GAP = r"(?:\s*(?:[\s,，、]|(?<!\d)[.．])\s*|(?<!\d)[-‐－])"
_AFTER_GAP = re.compile(rf"^(?P<work>.+?){_GAP}(?P<statement>{_CLOSING})$", re.IGNORECASE)
_GLUED = re.compile(
    rf"^(?P<work>.+?)(?P<statement>第{_NUMBER}{_UNIT}|巻之{_NUMBER}|[上中下](?:の?巻|[編篇])|[前後][編篇]|[Ⅰ-Ⅻ]+"
    rf"|(?<=[^\W\da-zA-Z_]){_DIGITS})$"
)
_AT_START = re.compile(rf"^[\s(（\[［〔【〈]*(?:{_DATE}|{_MARKED}|{_HALF}(?![^\s\W])|{_BARE})", re.IGNORECASE)
_ANYWHERE = re.compile(rf"第\s?(?P<n1>{_NUMBER})|その\s?(?P<n2>{_NUMBER})|(?P<n3>\d+)")


@dataclass(frozen=True, slots=True)
class Volume:
    """A title taken apart: `work` is what its volumes share, `statement` the volume as written, `order` its place among them.

    `is_doubtful` marks a bare number that may as well belong to the name (`Windows 7`): only a first volume beside it tells.
    """

    work: str
    order: int
    statement: str
    is_doubtful: bool = False


def volume_in(title: str) -> Volume | None:
    """The volume a title closes with, or its part before ` : `; None when it names none.

    A title alone proves nothing (`1984`, `駅前`): it is a volume only when another of the same work stands beside it.
    """
    found = _closing(title)
    if found or " : " not in title:
        return found
    proper, rest = title.split(" : ", 1)
    found = _closing(proper)
    return found and Volume(found.work, found.order, f"{found.statement} : {rest}", found.is_doubtful)


def order_of(statement: str) -> int | None:
    """The place a volume statement gives: 上 1, 中 2, 下 3, 第三巻 3, 2026年11月号 20261100; None when it gives none."""
    at_start = _AT_START.match(statement)
    found = at_start or _ANYWHERE.search(statement)
    order = _order(found) if found else None
    if at_start is None and _SUPPLEMENT.search(statement):
        return LAST_ORDER + (order or 0)
    return order


def series_key(title: str, creators: str, publisher: str) -> str:
    """What the volumes of one work in one edition share. The creator counts where title and publisher do not tell works apart.

    `title` is the work's, without volume statement; subtitle and parallel title are left out, as they change between volumes.
    """
    proper = fold(re.split(r" [:=] ", title, maxsplit=1)[0]).replace(" ", "")
    house = fold(publisher).replace(" ", "")
    author = fold(creators.split("、")[0]).replace(" ", "")
    is_generic = len(proper) <= _GENERIC_LENGTH or not house
    return "|".join((proper, house, author if is_generic else ""))


_GENERIC_LENGTH = 4
"""日記, 書簡, 小説集: titles this short are shared by different works of one publisher."""


def _closing(title: str) -> Volume | None:
    text = title.strip()
    gap, glued = _IN_BRACKETS.match(text) or _AFTER_GAP.match(text), _GLUED.match(text)
    found = gap or glued
    if found is None:
        return None
    work, statement = found["work"].rstrip(" 　,、.．-"), found["statement"]
    order = order_of(statement)
    if order is None or not fold(work):
        return None
    is_bare = statement.isdigit() and not _is_year(statement)
    return Volume(work, order, statement, is_bare and (gap is None or (work[-1].isascii() and work[-1].isalpha())))


def _order(found: re.Match[str]) -> int | None:
    groups = found.groupdict()
    if groups.get("year") or groups.get("era"):
        return _date_order(groups)
    if half := groups.get("half"):
        return {"上": 1, "前": 1, "中": 2, "下": 3, "後": 3}[half]
    written = next((value for name, value in groups.items() if name.startswith("n") and value), None)
    if written is None:
        return None
    number = _number(written)
    return number * 10_000 if _is_year(written) else number


def _date_order(groups: dict[str, str | None]) -> int:
    year = int(groups["year"] or 0)
    if era := groups["era"]:
        year = _ERAS[era] + _number(groups["era_year"] or "")
    month = int(groups["month"] or 0) or _SEASONS.get(groups["season"] or "", 0)
    return year * 10_000 + month * 100 + int(groups["day"] or 0)


def _is_year(written: str) -> bool:
    return len(written) == 4 and written.isdigit() and 1000 < int(written) < 2100


def _number(written: str) -> int:
    """The value of a number in Arabic, Roman or kanji figures, at most a supplement's; 元 is the first year of an era."""
    plain = half_width(written).upper()
    if plain == "元":
        return 1
    read = int if plain.isdigit() else _roman if set(plain) <= set(_ROMAN) else _kanji
    return min(read(plain), LAST_ORDER - 1)


_ROMAN = {"I": 1, "V": 5, "X": 10}
_FIGURES = dict(zip("〇零一壱二弐三参四五六七八九", (0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9), strict=True))


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
