"""Sequential holds (順番予約) in the tables: who belongs to which, whose turn it is, and setting them afterwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.library import Library
from kiosk.central.queues import lock_titles
from kiosk.central.tables import HoldRow, PatronRow, TitleRow
from kiosk.domain.circulation import HoldState, ReleaseOn, SequencePlace
from kiosk.domain.errors import Refused
from kiosk.domain.hold_queue import SequenceMember, is_turn
from kiosk.domain.reasons import Reason, ReasonCode


@dataclass(frozen=True, slots=True)
class Sequences:
    """The members of some sequences, by sequence id, in order of their places, with the names of their volumes."""

    release_on: ReleaseOn
    members: dict[str, list[SequenceMember]]
    names: dict[tuple[str, int], str]

    def is_turn_of(self, hold: HoldRow) -> bool:
        """Whether the hold may be given an item: it stands alone, or all before it have released it."""
        if hold.sequence_id is None:
            return True
        return is_turn(self.release_on, self.members[hold.sequence_id], hold.sequence_place)

    def place_of(self, hold: HoldRow) -> SequencePlace | None:
        """The hold's place in its sequence, as its patron is shown it."""
        if hold.sequence_id is None:
            return None
        members = self.members[hold.sequence_id]
        # The first place that has not released the one after it.
        blocking = (m.place for m in members if m.place < hold.sequence_place and not self._releases(members, m.place))
        first = next(blocking, None)
        return SequencePlace(
            sequence_id=hold.sequence_id,
            place=1 + sum(member.place < hold.sequence_place for member in members),
            size=len(members),
            is_turn=first is None,
            waits_for="" if first is None else self.names[hold.sequence_id, first],
        )

    def _releases(self, members: Sequence[SequenceMember], place: int) -> bool:
        return is_turn(self.release_on, [member for member in members if member.place == place], place + 1)


def sequences_of(session: Session, library: Library, holds: Iterable[HoldRow]) -> Sequences:
    """The whole sequences to which these holds belong."""
    ids = {hold.sequence_id for hold in holds if hold.sequence_id is not None}
    found = Sequences(library.profile.holds.sequences, {sequence_id: [] for sequence_id in ids}, {})
    if not ids:
        return found
    statement = (
        select(HoldRow, TitleRow.title, TitleRow.volume)
        .join(TitleRow, TitleRow.id == HoldRow.title_id)
        .where(HoldRow.sequence_id.in_(ids))
        .order_by(HoldRow.sequence_place)
    )
    for hold, title, volume in session.execute(statement):
        sequence_id = hold.sequence_id or ""
        member = SequenceMember(hold.sequence_place, HoldState(hold.state), is_returned=hold.is_returned)
        found.members[sequence_id].append(member)
        found.names[sequence_id, hold.sequence_place] = f"{title} {volume}".strip()
    return found


def join_in_order(holds: Sequence[HoldRow]) -> None:
    """Make one sequence of these holds in this order; a single one stands alone."""
    sequence_id = uuid4().hex if len(holds) > 1 else None
    for place, hold in enumerate(holds, start=1):
        hold.sequence_id = sequence_id
        hold.sequence_place = place if sequence_id else 0


def set_sequence(session: Session, library: Library, patron_id: int, hold_ids: Sequence[int]) -> None:
    """Put open holds of the patron into one new sequence in this order (KU-08, KK-02); one hold alone leaves its own.

    Raises Refused: `invalid_request` for no hold or one named twice; `not_found` for one that is not the patron's;
    `action_refused` when the library offers no sequences, a hold has ended, or an item is already set aside for one that
    would come after a waiting one.
    """
    if library.profile.holds.sequences is ReleaseOn.NEVER:
        raise Refused("action_refused", (Reason(ReasonCode.SEQUENCES_NOT_OFFERED),))
    if not hold_ids or len(set(hold_ids)) < len(hold_ids):
        raise Refused("invalid_request")
    session.get_one(PatronRow, patron_id, with_for_update={"key_share": True})
    own = select(HoldRow).where(HoldRow.patron_id == patron_id)
    lock_titles(session, session.scalars(own.where(HoldRow.id.in_(hold_ids)).with_only_columns(HoldRow.title_id)))
    found = {hold.id: hold for hold in session.scalars(own.where(HoldRow.id.in_(hold_ids)))}
    if set(found) != set(hold_ids):
        raise Refused("not_found")
    holds = [found[hold_id] for hold_id in hold_ids]
    _refuse_impossible([HoldState(hold.state) for hold in holds])
    left = {hold.sequence_id for hold in holds if hold.sequence_id}
    join_in_order([*(_still_at_home(session, library, patron_id, holds) if len(holds) > 1 else ()), *holds])
    session.flush()
    for sequence_id in left:
        rest = session.scalars(own.where(HoldRow.sequence_id == sequence_id)).all()
        if len(rest) == 1:
            join_in_order(rest)


def _still_at_home(session: Session, library: Library, patron_id: int, holds: Sequence[HoldRow]) -> list[HoldRow]:
    """Volumes that the patron reads now and that came before all these: another order of the others does not release them
    (KU-08). Those of a sequence that goes on with other open holds stay there.
    """
    found: list[HoldRow] = []
    if library.profile.holds.sequences is not ReleaseOn.RETURN:
        return found
    named = {hold.id for hold in holds}
    for sequence_id in dict.fromkeys(hold.sequence_id for hold in holds if hold.sequence_id):
        members = select(HoldRow).where(HoldRow.patron_id == patron_id, HoldRow.sequence_id == sequence_id)
        first = min(hold.sequence_place for hold in holds if hold.sequence_id == sequence_id)
        rows = session.scalars(members.order_by(HoldRow.sequence_place)).all()
        if all(row.id in named or not HoldState(row.state).is_open for row in rows):
            at_home = (row for row in rows if row.state == HoldState.COLLECTED and not row.is_returned)
            found += [row for row in at_home if row.sequence_place < first]
    return found


def _refuse_impossible(states: Sequence[HoldState]) -> None:
    is_any_waiting = False
    for state in states:
        if not state.is_open:
            raise Refused("action_refused", (Reason(ReasonCode.HOLD_ENDED),))
        if state is HoldState.WAITING:
            is_any_waiting = True
        elif is_any_waiting:
            code = ReasonCode.HOLD_READY if state is HoldState.READY else ReasonCode.HOLD_IN_TRANSIT
            raise Refused("action_refused", (Reason(code),))
