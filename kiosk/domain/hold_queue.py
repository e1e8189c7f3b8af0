"""Whose turn it is within a sequence of holds (順番予約): KU-08, OK-07, KK-02.

The queue of a title is its holds in the order of receipt; a member of a sequence whose turn has not come is passed over there
and keeps its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.domain.circulation import HoldState, ReleaseOn


@dataclass(frozen=True, slots=True)
class SequenceMember:
    """One hold of a sequence. `is_returned` is true when its patron collected the item and has returned it."""

    place: int
    state: HoldState
    is_returned: bool = False


def is_turn(release_on: ReleaseOn, members: Sequence[SequenceMember], place: int) -> bool:
    """Whether the member at `place` may be given an item: every one before it has released the next.

    A member that ended without an item (cancelled, expired, declined) holds nobody up.
    """
    return all(_has_released(release_on, member) for member in members if member.place < place)


def _has_released(release_on: ReleaseOn, member: SequenceMember) -> bool:
    match member.state:
        case HoldState.CANCELLED | HoldState.EXPIRED | HoldState.DECLINED:
            return True
        case HoldState.PROVISIONAL | HoldState.WAITING:
            return False
        case HoldState.COLLECTED:
            return release_on is ReleaseOn.ALLOCATION or member.is_returned
        case HoldState.IN_TRANSIT | HoldState.READY:
            return release_on is ReleaseOn.ALLOCATION
