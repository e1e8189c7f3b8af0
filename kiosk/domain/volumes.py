"""Recognises which volume of a work a title names, in the spellings of catalogues; which stand together is `volume_groups`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.domain.text import fold
from kiosk.domain.volume_numbers import (
    BARE,
    DATE,
    HALF,
    LAST_ORDER,
    MARKED,
    NUMBER,
    PREFIXES,
    UNIT,
    WORD,
    is_year,
    order_of,
    place_of,
)

__all__ = ["LAST_ORDER", "Volume", "first_volume", "order_of", "volume_in", "volume_stated", "volumes_in"]

_DIGITS = r"\d{1,4}"
# What may close a title: a date needs its 号, 版 or 度; `7巻` without 第 says how many volumes there are, not which one it is.
_ONE = rf"(?:{DATE}(?<=[年度月日春夏秋冬])(?:[春夏秋冬]*[号版]|(?<=度))|{MARKED}|{HALF}|{WORD}|{BARE}[A-Ha-h]?)"
_PLAIN_HALF = r"[\s　(（\[［]+(?:[上中下](?:の?巻|[編篇])?|[前後][編篇]|第\d+[巻部])[)）\]］]?"
_CLOSING = rf"(?:{_ONE}(?:{_PLAIN_HALF})?)"
_IN_BRACKETS = re.compile(rf"^(?P<work>.+?)\s*[(（\[［〔【〈](?P<statement>{_ONE})[)）\]］〕】〉]$", re.IGNORECASE)
_GAP = r"(?:\s*(?:[\s,，、]|(?<!\d)[.．])\s*|(?<!\d)[-‐－])"
_AFTER_GAP = re.compile(rf"^(?P<work>.+?){_GAP}(?P<statement>{_CLOSING})$", re.IGNORECASE)
_GLUED = re.compile(
    rf"^(?P<work>.+?)(?P<statement>第{NUMBER}{UNIT}|[巻卷]之{NUMBER}|[上中下](?:の?巻|[編篇])|[前後][編篇]|[Ⅰ-Ⅻ]+"
    rf"|(?<=[^\W\da-zA-Z_]){_DIGITS})$"
)
# Inside a title, before the name of the part: `[第三章] 痛覚残留`, `Ⅱ 覇王の卵`. A number alone would be too little there.
_MARK_INSIDE = (
    rf"(?:第\s?{NUMBER}\s?{UNIT}|[巻卷]之{NUMBER}|[そ其]の{NUMBER}|vol\.?\s?\d+|[Ⅰ-Ⅻ]+"
    r"|終章|最終章|序章|完結[編篇]|\d{1,3}(?=[.．]\s))"
)
_BEFORE_NAME = r"(?:[)）\]］〕】〉](?!$)|(?=[\s　/／:：.．「『（(～〜―\[［]))"
_INSIDE = re.compile(
    rf"^(?P<work>.*?[^\s\W].*?)[\s　]*(?P<statement>[(（\[［〔【〈]?{_MARK_INSIDE}{_BEFORE_NAME}.+)$",
    re.IGNORECASE,
)
_MAY_STAND_INSIDE = re.compile("第|[巻卷]之|[そ其]の|vol|[Ⅰ-Ⅻ]|[終序]章|完結|\\d[.．] ", re.IGNORECASE)
_NUMBERED_REST = re.compile(r"^(?P<statement>0?\d{1,2}(?=[「『（(\s　.．、]).*)$")
_REST_ALONE = re.compile(rf"^(?:{DATE}|{MARKED}|{HALF}|{WORD})$", re.IGNORECASE)
_SERIES_IN_REST = re.compile(
    rf"^(?P<work>.*?[^\s\W].*?)[\s　]*(?P<statement>(?:第\s?{NUMBER}\s?{UNIT}|[そ其]の\s?{NUMBER}))(?:[\s　]*[(（].*[)）])?$"
)
_PREFIX = re.compile(rf"^(?P<prefix>{'|'.join(sorted(PREFIXES, key=len, reverse=True))})[・\s　]*(?P<work>.+)$")
_LEAST_AFTER_PREFIX: Final = 2


@dataclass(frozen=True, slots=True)
class Volume:
    """A title taken apart: `work` is what its volumes share, `statement` the volume as written, `order` its place among them.

    `part` is the place among the parts of one volume. `is_doubtful` marks a bare number that may as well belong to the name
    (`Windows 7`): only a first volume beside it tells. With `keeps_title` the statement is no part that could be taken off
    the title (続澄江堂雑記).
    """

    work: str
    order: int
    statement: str
    is_doubtful: bool = False
    part: int = 0
    keeps_title: bool = False


def volume_in(title: str) -> Volume | None:
    """The volume a title closes with, or its part before ` : `; None when it names none.

    A title alone proves nothing (`1984`, `駅前`): it is a volume only when another of the same work stands beside it.
    """
    return next((found for found in volumes_in(title) if not found.keeps_title), None)


def volumes_in(title: str) -> tuple[Volume, ...]:
    """Every way to read a title as a volume, the likeliest first; its siblings decide."""
    text = title.strip()
    proper, colon, rest = text.partition(" : ")
    found = [*_before_subtitle(proper, rest), *_at_the_end(text), *_in_subtitle(proper, rest)]
    found += [each for each in (_inside(text), None if colon else _with_prefix(text)) if each]
    return tuple(dict.fromkeys(found))


def volume_stated(title: str, statement: str) -> Volume | None:
    """The volume of a record whose catalogue states it apart from the title; None when the statement gives no place."""
    place = place_of(statement)
    return None if place is None else Volume(title, place.order, statement, part=place.part)


def first_volume(title: str) -> Volume:
    """A title without a statement as the first of a work whose second volume is called Ⅱ or 続."""
    return Volume(title, 1, "", keeps_title=True)


def _before_subtitle(proper: str, rest: str) -> Iterator[Volume]:
    if rest and (found := _closing(proper)):
        yield Volume(found.work, found.order, f"{found.statement} : {rest}", found.is_doubtful, found.part)


def _at_the_end(text: str) -> Iterator[Volume]:
    if found := _closing(text):
        yield found


def _in_subtitle(proper: str, rest: str) -> Iterator[Volume]:
    """`食道楽 : 秋の巻`, `懐古談 : 08「木寄せ」のはなし`, and a series named in the subtitle: `艶妖記 : 忍術千一夜 第一話`."""
    if _REST_ALONE.match(rest) or _NUMBERED_REST.match(rest):
        yield from _made(proper, rest)
    elif found := _SERIES_IN_REST.match(rest):
        yield from _made(found["work"], found["statement"], keeps_title=True)


def _inside(text: str) -> Volume | None:
    found = _MAY_STAND_INSIDE.search(text) and _INSIDE.match(text)
    return next(_made(found["work"], found["statement"]), None) if found else None


def _with_prefix(text: str) -> Volume | None:
    found = _PREFIX.match(text)
    if found is None or len(found["work"]) < _LEAST_AFTER_PREFIX:
        return None
    return Volume(found["work"], PREFIXES[found["prefix"]], found["prefix"], keeps_title=True)


def _closing(text: str) -> Volume | None:
    gap, glued = _IN_BRACKETS.match(text) or _AFTER_GAP.match(text), _GLUED.match(text)
    found = gap or glued
    volume = next(_made(found["work"], found["statement"]), None) if found else None
    if volume is None:
        return None
    is_bare = volume.statement.isdigit() and not is_year(volume.statement)
    is_doubtful = is_bare and (gap is None or (volume.work[-1].isascii() and volume.work[-1].isalpha()))
    return Volume(volume.work, volume.order, volume.statement, is_doubtful, volume.part)


def _made(work: str, statement: str, *, keeps_title: bool = False) -> Iterator[Volume]:
    name, place = work.rstrip(" 　,、.．-:：([（［〔【〈"), place_of(statement)
    if place is not None and fold(name):
        keeps_title = keeps_title or not _is_balanced(name) or not _is_balanced(statement)
        yield Volume(name, place.order, statement, part=place.part, keeps_title=keeps_title)


def _is_balanced(text: str) -> bool:
    return len(re.findall(r"[(（\[［〔【〈]", text)) == len(re.findall(r"[)）\]］〕】〉]", text))
