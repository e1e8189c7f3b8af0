"""What a catalogue in arrays is at one moment: the arrays, what circulates of them, and the titles that have changed since."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from kiosk.central.search.change_log import Position
from kiosk.central.search.changed_titles import ChangedTitle
from kiosk.central.search.index_arrays import Array, fingerprint
from kiosk.central.search.making import NAMES
from kiosk.central.search.segment import Segment
from kiosk.central.search.selecting import Circulating
from kiosk.central.search.suggestions import Name, Suggester, build
from kiosk.domain.search_record import Part, SearchRecord

_NAMING = (Part.TITLE, Part.CREATOR, Part.SUBJECT)


@dataclass(frozen=True)
class IndexState:
    """A state that is searched. Another one takes its place when titles have changed; loans are noted in it as they come.

    `changed` are the titles that do not stand in the arrays as they are now, `named` what they are called; `gone_names` what
    was said of them, or of titles that are gone, when the arrays were made, folded and without blanks. `month` is the one whose
    loans are counted. `is_behind`: more has changed than can be followed, and new arrays are in the making.
    """

    segment: Segment
    names: Suggester
    now: Circulating
    position: Position
    month: str
    changed: Mapping[str, ChangedTitle]
    named: tuple[Name, ...] = ()
    is_behind: bool = False
    gone_names: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, arrays: Mapping[str, Array], position: Position, month: str) -> "IndexState":
        """The state in which the arrays are all there is."""
        names = {name.removeprefix(NAMES): array for name, array in arrays.items() if name.startswith(NAMES)}
        segment = Segment({name: array for name, array in arrays.items() if not name.startswith(NAMES)})
        gone = np.zeros(segment.size, np.bool_)
        now = Circulating(gone, 0, np.array(arrays["available"]), np.array(arrays["loans"]))
        return cls(segment, Suggester.from_arrays(names), now, position, month, {})

    @property
    def size(self) -> int:
        """How many titles there are."""
        return self.segment.size - self.now.gone_count + len(self.changed)

    @cached_property
    def changed_names(self) -> Suggester | None:
        """What the changed titles are called."""
        return build(self.named) if self.named else None

    def sample(self, count: int) -> dict[str, int]:
        """Some titles of the arrays that are still as they stand there, spread over all of them, with their fingerprints."""
        every = range(0, self.segment.size, max(1, self.segment.size // count))
        stamps = self.segment.arrays["stamp"]
        return {self.segment.string("id", title): int(stamps[title]) for title in every if not self.now.gone[title]}

    def with_changes(self, title_ids: Collection[str], records: Iterable[SearchRecord], position: Position) -> "IndexState":
        """The state after these titles have changed; those without a record are gone."""
        segment, now = self.segment, self.now
        known = {record.title_id: record for record in records}
        gone, changed, more = now.gone, dict(self.changed), 0
        for title_id in title_ids:
            record, title = known.get(title_id), segment.title_of(title_id)
            if title is not None and not gone[title]:
                if record is not None and self._has_only_circulated(title, record):
                    continue
                gone = gone.copy() if gone is now.gone else gone
                gone[title] = True
                self.gone_names.update(name for part in _NAMING for name in segment.texts_of(title, part))
                more += 1
            changed.pop(title_id, None)
            if record is not None:
                changed[title_id] = ChangedTitle(record, segment)
        now = replace(now, gone=gone, gone_count=now.gone_count + more)
        return replace(self, now=now, changed=changed, position=position)

    def _has_only_circulated(self, title: int, record: SearchRecord) -> bool:
        """Notes where a title of the arrays is and how often it was lent; whether that is all that has changed of it."""
        segment, now = self.segment, self.now
        if int(segment.arrays["stamp"][title]) != fingerprint(record) or not record.available_at <= set(segment.branches):
            return False
        on_shelf = [branch in record.available_at for branch in segment.branches] or [False]
        now.available[title] = np.packbits(np.array(on_shelf, np.uint8), bitorder="little")
        now.loans[title] = record.loans
        return True
