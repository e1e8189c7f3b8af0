"""How a patron finds a copy: the slip with its call number, its place on the floor's map, and what a phone takes along."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.catalogue import Item, ItemState, Title, TitleDetail
from kiosk.domain.profile import Profile
from kiosk.domain.shelf_map import FoundPlace, Place, Point, place_of
from kiosk.terminal.annotated import plain
from kiosk.terminal.rows import branch_name
from kiosk.terminal.words import Words

_LONGEST = 60
"""Characters of a title or name on a phone: a code with more in it has modules too small for a camera."""


@dataclass(frozen=True, slots=True)
class SlipView:
    """The call-number slip: what to look for, and where; whether it is there now."""

    branch: str
    location: str
    call_number: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class MapView:
    """A floor, with a shelf marked where `place` is one. `picture` is a PNG, None while it is awaited."""

    floor: str
    call_number: str
    place: Place | None
    here: Point | None
    picture: bytes | None


def item_to_fetch(items: Sequence[Item], branch: str) -> Item | None:
    """The copy that this branch's slip is about: one on the shelf before one that is not there now."""
    here = [item for item in items if item.branch == branch]
    return min(here, key=lambda item: item.state is not ItemState.ON_SHELF, default=None)


def slip_view(words: Words, profile: Profile, item: Item | None) -> SlipView | None:
    """The slip for that copy; none for a copy without a call number."""
    if item is None or not item.call_number:
        return None
    is_there = item.state is ItemState.ON_SHELF
    return SlipView(branch_name(words, profile, item.branch), item.location, item.call_number, is_there)


def place_on_map(profile: Profile, title: Title, item: Item | None) -> FoundPlace | None:
    """Where that copy stands, if the profile has a map of it."""
    if item is None:
        return None
    return place_of(profile.shelf_maps, item.branch, item.location, item.call_number, title.material)


def map_view(words: Words, found: FoundPlace, item: Item, picture: bytes | None) -> MapView:
    """The map with the copy's shelf."""
    floor = words.of(found.shelf_map.name)
    return MapView(floor, item.call_number, found.place, found.shelf_map.here, picture)


def record_to_take(words: Words, profile: Profile, detail: TitleDetail) -> str:
    """What a phone reads: the title's page where the library has one, else the record and where it stands, as plain text."""
    title = detail.title
    if profile.record_url and (title.isbn or "{isbn}" not in profile.record_url):
        return profile.record_url.replace("{title_id}", title.title_id).replace("{isbn}", title.isbn)
    lines = [f"{title.title} {title.volume}".strip()[:_LONGEST], title.creators[:_LONGEST]]
    lines += [f"ISBN {title.isbn}"] if title.isbn else []
    shelves = dict.fromkeys((item.branch, item.location, item.call_number) for item in detail.items)
    for branch, location, call_number in list(shelves)[:_MOST_SHELVES]:
        lines.append(" ".join(part for part in (plain(branch_name(words, profile, branch)), location, call_number) if part))
    return "\n".join(line for line in lines if line)


_MOST_SHELVES = 3
