"""A small model of queues, sequences and items, written apart from the service: what it ought to do, plainly told."""

from dataclasses import dataclass, field
from enum import Enum, auto

from kiosk.domain.circulation import ReleaseOn


class Stage(Enum):
    """How far a hold has come."""

    PROVISIONAL = auto()
    WAITING = auto()
    SET_ASIDE = auto()
    COLLECTED = auto()
    OVER = auto()


@dataclass
class Place:
    """A hold in the model. `order` is its place among all that ever joined a queue."""

    title: str
    patron: int
    pickup: str
    stage: Stage = Stage.PROVISIONAL
    order: int = 0
    sequence: int = 0
    turn: int = 0
    item: str = ""
    is_returned: bool = False


@dataclass
class Copy:
    """An item in the model, with the hold it is set aside for or the one its loan has filled."""

    title: str
    home: str
    at: str
    lent_to: int = 0
    fills: int = 0
    is_on_hold_shelf: bool = False


@dataclass
class Model:
    """Holds and items by their ids."""

    release_on: ReleaseOn
    holds: dict[int, Place] = field(default_factory=dict)
    items: dict[str, Copy] = field(default_factory=dict)
    joined: int = 0
    sequences: int = 0

    def queue(self, title: str) -> list[int]:
        """The ids of those who wait for a title, in their order."""
        waiting = [hold_id for hold_id, hold in self.holds.items() if hold.title == title and hold.stage is Stage.WAITING]
        return sorted(waiting, key=lambda hold_id: self.holds[hold_id].order)

    def join(self, hold_id: int) -> None:
        """To the end of the queue."""
        self.joined += 1
        self.holds[hold_id].stage, self.holds[hold_id].order = Stage.WAITING, self.joined

    def put_in_sequence(self, hold_ids: list[int]) -> None:
        """One after the other; who is left alone in a sequence stands alone."""
        left = {self.holds[hold_id].sequence for hold_id in hold_ids} - {0}
        in_order = [*self._read_now(hold_ids), *hold_ids] if len(hold_ids) > 1 else hold_ids
        self.sequences += 1
        for turn, hold_id in enumerate(in_order, start=1):
            self.holds[hold_id].sequence = self.sequences if len(in_order) > 1 else 0
            self.holds[hold_id].turn = turn
        for sequence in left:
            rest = [hold for hold in self.holds.values() if hold.sequence == sequence]
            if len(rest) == 1:
                rest[0].sequence = 0

    def _read_now(self, hold_ids: list[int]) -> list[int]:
        """What the patron has at home of sequences that are wholly put in another order, and that came before the rest."""
        found: list[int] = []
        if self.release_on is not ReleaseOn.RETURN:
            return found
        for sequence in dict.fromkeys(self.holds[hold_id].sequence for hold_id in hold_ids if self.holds[hold_id].sequence):
            members = {each: hold for each, hold in self.holds.items() if hold.sequence == sequence}
            open_ones = {each for each, hold in members.items() if hold.stage not in (Stage.COLLECTED, Stage.OVER)}
            first = min(self.holds[hold_id].turn for hold_id in hold_ids if hold_id in members)
            if open_ones <= set(hold_ids):
                reading = [each for each, hold in members.items() if hold.stage is Stage.COLLECTED and not hold.is_returned]
                found += sorted((each for each in reading if members[each].turn < first), key=lambda each: members[each].turn)
        return found

    def has_turn(self, hold: Place) -> bool:
        """Whether nobody before it in its sequence holds it up."""
        return hold.sequence == 0 or not any(
            self._holds_up(other) for other in self.holds.values() if other.sequence == hold.sequence and other.turn < hold.turn
        )

    def _holds_up(self, other: Place) -> bool:
        if other.stage in (Stage.PROVISIONAL, Stage.WAITING):
            return True
        is_in_use = other.stage is Stage.SET_ASIDE or (other.stage is Stage.COLLECTED and not other.is_returned)
        return self.release_on is ReleaseOn.RETURN and is_in_use

    def scan(self, item_id: str, branch: str) -> None:
        """The item is in somebody's hands at a branch."""
        item = self.items[item_id]
        if item.lent_to:
            if item.fills:
                self.holds[item.fills].is_returned = True
            item.lent_to = item.fills = 0
        item.at = branch
        if not self.holder(item_id):
            self._give(item_id)
        self._lay(item_id)

    def holder(self, item_id: str) -> int:
        """The hold the item is set aside for, 0 if none."""
        of_item = (each for each, hold in self.holds.items() if hold.stage is Stage.SET_ASIDE and hold.item == item_id)
        return next(of_item, 0)

    def end(self, hold_id: int, stage: Stage = Stage.OVER) -> None:
        """The hold is over; an item that lies on the hold shelf for it goes to the next at once."""
        hold = self.holds[hold_id]
        had = hold.item if hold.stage is Stage.SET_ASIDE else ""
        hold.stage, hold.item = stage, ""
        if had and self.items[had].is_on_hold_shelf:
            self._give(had)
            self._lay(had)

    def lend(self, item_id: str, patron: int) -> None:
        """The item goes out, and fills the hold it was kept for or the patron's own."""
        item = self.items[item_id]
        own = (
            each
            for each, hold in self.holds.items()
            if (hold.patron, hold.title) == (patron, item.title) and hold.stage not in (Stage.COLLECTED, Stage.OVER)
        )
        filled = self.holder(item_id) or next(own, 0)
        is_kept_for_it = filled == self.holder(item_id)
        item.lent_to, item.is_on_hold_shelf = patron, False
        if filled and is_kept_for_it:
            self.holds[filled].stage, self.holds[filled].item = Stage.COLLECTED, ""
        elif filled:
            self.end(filled, Stage.COLLECTED)
        item.fills = filled

    def lose(self, item_id: str) -> None:
        """The item is missing: whom it was kept for waits again at the old place."""
        holder = self.holder(item_id)
        if holder:
            self.holds[holder].stage, self.holds[holder].item = Stage.WAITING, ""
        self.items[item_id].is_on_hold_shelf = False

    def _give(self, item_id: str) -> None:
        for hold_id in self.queue(self.items[item_id].title):
            if self.has_turn(self.holds[hold_id]):
                self.holds[hold_id].stage, self.holds[hold_id].item = Stage.SET_ASIDE, item_id
                return

    def _lay(self, item_id: str) -> None:
        holder, item = self.holder(item_id), self.items[item_id]
        item.is_on_hold_shelf = bool(holder) and self.holds[holder].pickup == item.at
