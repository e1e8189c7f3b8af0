"""What an import has to tell: how much was read and taken, and every record refused with its place and reason."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kiosk.domain.errors import KioskError
from kiosk.domain.staff import CatalogueRecord


class UnreadableFile(KioskError):
    """A file of which nothing can be imported; the message says why."""


class InvalidImportMap(KioskError):
    """An import map that cannot be used; the message names the file, the key and what is wrong."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as read, from `rows` rows of its file; `place` as in `Refusal`."""

    place: str
    record: CatalogueRecord
    call_number: str = ""
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that was not taken. `place` is `line 12` in a table, `record 12` elsewhere, counted from 1."""

    place: str
    reason: str


@dataclass(slots=True)
class ImportReport:
    """The account of one import: `read` = `taken` + `merged` + the refused ones.

    `merged` are rows that belong to a record another row has begun; `grouped` counts the volumes
    in the whole catalogue that have siblings now; `derived` those of the records taken whose readings a dictionary made, and
    `without_readings` says why none could.
    """

    source: str
    form: str
    read: int = 0
    taken: int = 0
    merged: int = 0
    items: int = 0
    grouped: int = 0
    derived: int = 0
    without_readings: str = ""
    refused: list[Refusal] = field(default_factory=list)
    seconds: float = 0.0

    def lines(self) -> Iterator[str]:
        """The account as lines to print, each refused record on its own."""
        yield f"{self.source} ({self.form})"
        counts = f"read {self.read}, taken {self.taken}, merged {self.merged}, refused {len(self.refused)}"
        yield f"  {counts}, in {self.seconds:.1f} s"
        yield f"  items made {self.items}, volumes in series in the whole catalogue {self.grouped}"
        if self.derived:
            yield f"  readings made by the dictionary for {self.derived} records"
        if self.without_readings:
            yield f"  no readings were made: {self.without_readings}"
        for refusal in self.refused:
            yield f"  refused: {refusal.place}: {refusal.reason}"
