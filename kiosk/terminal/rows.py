"""What lists show of titles, items, choices and holds: ready-made texts, so that the screen decides nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.domain.catalogue import Availability, AvailabilityKind, Item, ItemState, LoanClass, Title
from kiosk.domain.circulation import Hold, ReleaseOn
from kiosk.domain.profile import Profile
from kiosk.terminal.saying import say_date, say_short_date
from kiosk.terminal.title_kana import kana_over
from kiosk.terminal.words import EASY_JAPANESE, Words

_DAYS_OF_A_WEEK = 7
ELSEWHERE = "on_shelf_elsewhere"
"""The kind of badge of what stands on the shelf of another branch."""


@dataclass(frozen=True, slots=True)
class TitleView:
    """A title for a row or a heading. `ndc_class` is its first NDC digit or empty; `badge_kind` an `AvailabilityKind`, or
    `ELSEWHERE`."""

    title_id: str
    title: str
    volume: str
    creators: str
    imprint: str
    material: str
    material_kind: str
    ndc_class: str
    badge: str
    badge_kind: str
    shelf: str
    is_holdable: bool


@dataclass(frozen=True, slots=True)
class ItemView:
    """One copy in the list of holdings. `state_kind` is an `AvailabilityKind` for colour and shape."""

    branch: str
    is_here: bool
    location: str
    call_number: str
    state: str
    state_kind: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several to choose from; one that is not allowed says why, another may say what it needs or does."""

    code: str
    name: str
    is_chosen: bool
    is_allowed: bool = True
    why_not: str = ""


def title_view(words: Words, profile: Profile, title: Title, here: str = "") -> TitleView:
    """A title's texts in the language of `words`. With `here`, the asking branch, another is named where the copies are."""
    badge, badge_kind, shelf = _availability(words, profile, title.availability, here)
    return TitleView(
        title_id=title.title_id,
        title=kana_over(title.title, title.reading) if words.language == EASY_JAPANESE else title.title,
        volume=title.volume,
        creators=title.creators,
        imprint=" ".join(part for part in (title.publisher, title.published) if part),
        material=words(f"material-{title.material}"),
        material_kind=title.material.value,
        ndc_class=title.ndc[:1],
        badge=badge,
        badge_kind=badge_kind,
        shelf=shelf,
        is_holdable=title.hold.allowed,
    )


def _availability(words: Words, profile: Profile, availability: Availability, here: str) -> tuple[str, str, str]:
    """Word, kind and place of a badge."""
    kind, is_elsewhere = availability.kind, bool(here and availability.branch and availability.branch != here)
    if kind is AvailabilityKind.UNAVAILABLE:
        return words("availability-not-owned" if not availability.item_count else f"availability-{kind}"), kind.value, ""
    branch = branch_name(words, profile, availability.branch) if is_elsewhere else ""
    if kind is AvailabilityKind.ON_LOAN:
        return words(f"availability-{kind}", holds=availability.hold_count), kind.value, branch
    shelf = " ".join(part for part in (branch, availability.location, availability.call_number) if part)
    if kind is AvailabilityKind.ON_SHELF and is_elsewhere:
        return words("availability-on_shelf-elsewhere"), ELSEWHERE, shelf
    return words(f"availability-{kind}"), kind.value, shelf


def holding_views(words: Words, profile: Profile, items: Iterable[Item], terminal_branch: str) -> tuple[ItemView, ...]:
    """Where copies stand, this branch first, then in the profile's order; copies that stand together are one."""
    order = {branch.code: at for at, branch in enumerate(profile.branches)}
    standing: dict[tuple[str, str, str], list[Item]] = {}
    for item in sorted(items, key=lambda item: (item.branch != terminal_branch, order.get(item.branch, len(order)))):
        standing.setdefault((item.branch, item.location, item.call_number), []).append(item)
    return tuple(
        _together(words, [item_view(words, profile, item, terminal_branch) for item in each]) for each in standing.values()
    )


def _together(words: Words, copies: list[ItemView]) -> ItemView:
    """Copies that stand together: the state of the one that can be had soonest, and of how many it is the state."""
    kinds = [kind.value for kind in AvailabilityKind]
    best = min(copies, key=lambda copy: kinds.index(copy.state_kind))
    if len(copies) == 1:
        return best
    alike = sum(copy.state_kind == best.state_kind for copy in copies)
    return replace(best, state=words("item-of-several", state=best.state, count=alike, total=len(copies)))


def item_view(words: Words, profile: Profile, item: Item, terminal_branch: str) -> ItemView:
    """A copy's texts, with the day it is due back when it is on loan."""
    is_reference = item.loan_class is LoanClass.REFERENCE_ONLY and item.state is ItemState.ON_SHELF
    state = words("item-reference_only") if is_reference else words(f"item-{item.state}")
    if item.state is ItemState.ON_LOAN and item.due_on is not None:
        state = words("item-on_loan-until", date=say_date(words, item.due_on))
    return ItemView(
        branch=branch_name(words, profile, item.branch),
        is_here=item.branch == terminal_branch,
        location=item.location,
        call_number=item.call_number,
        state=state,
        state_kind=_item_kind(item, is_reference).value,
    )


def _item_kind(item: Item, is_reference: bool) -> AvailabilityKind:
    if is_reference:
        return AvailabilityKind.IN_LIBRARY_ONLY
    if item.state is ItemState.ON_SHELF:
        return AvailabilityKind.ON_SHELF
    if item.state in (ItemState.MISSING, ItemState.IN_REPAIR):
        return AvailabilityKind.UNAVAILABLE
    return AvailabilityKind.ON_LOAN


def branch_name(words: Words, profile: Profile, code: str) -> str:
    """A branch's name, or its code when the profile has no such branch."""
    branch = profile.branch(code)
    return words.of(branch.name) if branch is not None else code


def contact_name(words: Words, profile: Profile, code: str) -> str:
    """A contact method's name, or its code when the profile has no such method."""
    method = profile.contact_method(code)
    return words.of(method.name) if method is not None else code


def release_sentence(words: Words, release_on: ReleaseOn, first: str, second: str) -> str:
    """What a sequence does, in the profile's terms: what happens with the second volume, and when."""
    return words(f"sequence-release-{release_on}", first=first, second=second)


def volume_name(title: Title) -> str:
    """How a volume is called among its siblings: its volume statement, or its title when it has none."""
    return title.volume or title.title


def sequence_sentence(words: Words, hold: Hold) -> str:
    """Where a hold stands in its sequence and what it waits for; empty when it is in none."""
    place = hold.sequence
    if place is None:
        return ""
    if place.is_turn:
        return words("sequence-turn", place=place.place, size=place.size)
    return words("sequence-waits", place=place.place, size=place.size, former=place.waits_for)


def wait_sentence(words: Words, hold: Hold) -> str:
    """Between which days a hold may be ready, as an estimate; empty where the service gives none (CH-08)."""
    if hold.wait is None:
        return ""
    earliest, latest = (say_short_date(words, day) for day in (hold.wait.earliest, hold.wait.latest))
    return words("hold-wait-day" if earliest == latest else "hold-wait", earliest=earliest, latest=latest)


def carried_sentence(words: Words, profile: Profile, titles: Iterable[Title], pickup_branch: str) -> str:
    """That some of these titles must be carried to the pickup branch, and when the courier goes; else empty (CH-08)."""
    holdings = [title.availability.branches for title in titles]
    if not pickup_branch or not any(branches and pickup_branch not in branches for branches in holdings):
        return ""
    branch, weekdays = branch_name(words, profile, pickup_branch), sorted(profile.courier.weekdays)
    if len(weekdays) == _DAYS_OF_A_WEEK:
        return words("carried-daily", branch=branch)
    named = words("weekday-and").join(words(f"weekday-{day}") for day in weekdays)
    return words("carried-weekdays", branch=branch, times=len(weekdays), weekdays=named)
