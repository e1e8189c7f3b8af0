"""Tells which volumes are of one work in one edition, and in which order they come; what a volume is, `volumes` knows."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kiosk.domain.text import fold
from kiosk.domain.volumes import Volume, first_volume

_GENERIC_LENGTH: Final = 4
"""日記, 書簡, 小説集: titles this short are shared by different works of one publisher."""
_LIKE_HOUSE: Final = 4
"""Publishers whose names begin alike for so many characters are one house: インプレス, インプレスR&D."""
_MOST_WITH_PARTS: Final = 10_000_000
_IMPRINT = re.compile("(?:文庫|新書|ライブラリー?|選書|叢書|図書館|全書)$")
_COLLECTED = re.compile("(?:[全選]集|著作集|作品集|叢書|大系|体系|講座|シリーズ)$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be a volume, by one way to read its title; `within` tells apart what is never mixed, as materials."""

    title_id: str
    volume: Volume
    creators: tuple[str, ...]
    """The creators, folded, the first first."""
    house: str
    """The publisher without its imprints, folded."""
    within: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A volume in its series: `series` is the same for all of it, `volume.order` the place to store."""

    series: str
    volume: Volume


def candidate(title_id: str, volume: Volume, creators: str, publisher: str, within: str = "") -> Candidate:
    """A record as a candidate; creators and publisher as the catalogue joins them, by `、`."""
    names = tuple(_joined(name) for name in creators.split("、") if name)
    return Candidate(title_id, volume, names, _house(publisher), within)


def work_key(title: str) -> str:
    """What the titles of one work share; subtitle and parallel title are left out, as they change between volumes."""
    return _joined(re.split(r" [:=] ", title, maxsplit=1)[0])


def in_series(
    candidates: Iterable[Candidate], plain_titles: Callable[[set[str]], Iterable[Candidate]] = lambda works: ()
) -> dict[str, Placed]:
    """The series the candidates make, by the id of the record; a record without siblings is in none.

    `plain_titles` is asked once for the records without a statement whose `work_key` is among those given: the first of a work
    whose second volume is called Ⅱ or 続.
    """
    groups = [group for editions in _by_work(candidates) for group in _of_one_edition(editions)]
    _add_firsts(groups, plain_titles)
    placed: dict[str, Placed] = {}
    for group in sorted(groups, key=lambda members: (-len(members), members[0].title_id)):
        members = list({each.title_id: each for each in reversed(group) if each.title_id not in placed}.values())
        if _is_series(members):
            placed |= _placed(members)
    return placed


_Members = list[Candidate]


def _by_work(candidates: Iterable[Candidate]) -> Iterable[list[_Members]]:
    """The candidates of each work, by edition: by house, and by creator where title and house do not tell works apart."""
    works: dict[tuple[str, str, bool], dict[tuple[str, str], _Members]] = defaultdict(lambda: defaultdict(list))
    for each in candidates:
        work = work_key(each.volume.work)
        edition = (each.house, _first(each) if len(work) <= _GENERIC_LENGTH or not each.house else "")
        works[each.within, work, _is_sequel(each.volume)][edition].append(each)
    return ([editions[key] for key in sorted(editions)] for editions in works.values())


def _is_sequel(volume: Volume) -> bool:
    return volume.keeps_title and volume.statement.strip("続續正々") == ""


def _of_one_edition(editions: Sequence[_Members]) -> list[_Members]:
    """Editions joined where the one fills gaps of the other: a later volume from a successor or another imprint."""
    groups: list[_Members] = []
    for edition in sorted(editions, key=len, reverse=True):
        fitting = next((group for group in groups if _fills_gaps(edition, group)), None)
        if fitting is None:
            groups.append(list(edition))
        else:
            fitting.extend(edition)
    return groups


def _fills_gaps(edition: _Members, group: _Members) -> bool:
    places = {(each.volume.order, each.volume.part) for each in group}
    if any((each.volume.order, each.volume.part) in places for each in edition):
        return False
    one, other, work = edition[0], group[0], work_key(group[0].volume.work)
    is_same_creator = bool(set(one.creators) & {name for each in group for name in each.creators})
    if one.house == other.house and is_same_creator:
        return True
    if len(work) <= _GENERIC_LENGTH or _COLLECTED.search(work):
        return is_same_creator and len(edition) == 1 and not _COLLECTED.search(work)
    has_no_house = _first(one) == _first(other) and not (one.house and other.house)
    return has_no_house or _is_like(one.house, other.house) or (is_same_creator and len(edition) == 1)


def _is_like(house: str, other: str) -> bool:
    return house == other or (len(house) >= _LIKE_HOUSE and house[:_LIKE_HOUSE] == other[:_LIKE_HOUSE])


def _add_firsts(groups: list[_Members], plain_titles: Callable[[set[str]], Iterable[Candidate]]) -> None:
    wanted = [group for group in groups if _lacks_first(group)]
    by_work: dict[str, _Members] = defaultdict(list)
    for each in plain_titles({work_key(group[0].volume.work) for group in wanted}) if wanted else ():
        by_work[work_key(each.volume.work)].append(each)
    for group in wanted:
        known = {each.title_id for each in group}
        fitting = [
            each
            for each in by_work[work_key(group[0].volume.work)]
            if _is_first_of(each, group[0]) and each.title_id not in known
        ]
        if len(fitting) == 1:
            group.append(replace(fitting[0], volume=first_volume(fitting[0].volume.work)))


def _lacks_first(group: _Members) -> bool:
    orders = {each.volume.order for each in group}
    return 1 not in orders and 0 not in orders and (2 in orders or all(_is_sequel(each.volume) for each in group))


def _is_first_of(plain: Candidate, second: Candidate) -> bool:
    is_same = plain.within == second.within and _first(plain) == _first(second)
    if _is_sequel(second.volume):
        return is_same and bool(plain.creators)
    return is_same and (plain.house == second.house or not plain.house or not second.house)


def _is_series(members: _Members) -> bool:
    places = {(each.volume.order, each.volume.part) for each in members}
    has_first = any(order in (0, 1) for order, _ in places)
    return len(places) > 1 and (has_first or not any(each.volume.is_doubtful for each in members))


def _placed(members: _Members) -> dict[str, Placed]:
    first = min(members, key=lambda each: (each.house, each.creators))
    series = "|".join((first.within, work_key(first.volume.work), first.house, _first(first)))
    has_parts = len({each.volume.order for each in members}) < len({(each.volume.order, each.volume.part) for each in members})
    if has_parts and max(each.volume.order for each in members) < _MOST_WITH_PARTS:
        members = [
            replace(each, volume=replace(each.volume, order=each.volume.order * 100 + each.volume.part)) for each in members
        ]
    return {each.title_id: Placed(series, each.volume) for each in members}


def _first(each: Candidate) -> str:
    return each.creators[0] if each.creators else ""


def _house(publisher: str) -> str:
    names = [name for name in re.split("、| : ", publisher) if name.strip()]
    houses = [name for name in names if not _IMPRINT.search(name.strip())] or names
    return _joined(houses[-1]) if houses else ""


def _joined(text: str) -> str:
    return fold(text).replace(" ", "")
