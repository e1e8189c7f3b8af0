"""Brings hand scanners and the keys of a plugged-in keyboard to the screen's presenter; telling them apart is the scanner's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.card import CardFormat
from kiosk.terminal.ports import HandScan, HandScanner, ScannerPort
from kiosk.terminal.visit import Step

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

STILL_LYING_SECONDS = 3.0
"""A scanner on a stand reads a card that lies before it again and again; within this time it is no new wish."""


@dataclass(frozen=True, slots=True)
class _LeftLying:
    """In the place of a card that was lying there in the visit before."""

    number: None = None
    sight: str = "left_lying"


class HandScanning:
    """The scanner that shares the keyboard with fingers, and those with ports of their own. Nothing is heard before `start`."""

    def __init__(self, terminal: "Terminal") -> None:
        self._terminal = terminal
        self._card_format: CardFormat | None = None
        self._keyboard: HandScanner | None = None
        self._ports: Sequence[ScannerPort] = ()
        self._card_at_seconds = float("-inf")
        self._visit_of_card = 0

    def start(self, card_format: CardFormat) -> None:
        """Begins to hear; the library's cards are known now."""
        self._card_format = card_format
        self.forget()
        self._ports = self._terminal.outside.scanner_ports(card_format)
        for port in self._ports:
            port.start(self._scanned_elsewhere)

    def stop(self) -> None:
        """Lets go of the ports."""
        for port in self._ports:
            port.stop()

    def forget(self) -> None:
        """Drops what was typed and is not told yet, as when its visit is over."""
        if self._card_format is not None:
            self._keyboard = self._terminal.outside.hand_scanner(self._card_format)

    def key_typed(self, character: str, at_seconds: float) -> None:
        """One more character came from the keyboard."""
        if self._keyboard is not None:
            self._hear(self._keyboard.feed(character, at_seconds))

    def tick(self, at_seconds: float) -> None:
        """Time has passed."""
        if self._keyboard is not None:
            self._hear(self._keyboard.pause(at_seconds))

    def _hear(self, heard: Sequence[str | HandScan]) -> None:
        for one in heard:
            if isinstance(one, str):
                self._terminal.finger_typed(one)
            else:
                self._scanned(one)

    def _scanned_elsewhere(self, scan: HandScan) -> None:
        """Called on a port's own thread. What was scanned in one visit is not heard in the next."""
        visit_id = self._terminal.visit.visit_id

        def heard() -> None:
            if self._terminal.visit.visit_id == visit_id:
                self._scanned(scan)

        self._terminal.outside.background.post(heard)

    def _scanned(self, scan: HandScan) -> None:
        """A card that still lies there keeps no visit alive, and begins none."""
        now, visit = self._terminal.outside.seconds(), self._terminal.visit
        is_lying = scan.number is not None and now - self._card_at_seconds <= STILL_LYING_SECONDS
        if scan.number is not None:
            self._card_at_seconds = now
        if not is_lying:
            self._terminal.touched()
            self._visit_of_card = visit.visit_id
        if not is_lying or self._visit_of_card == visit.visit_id:
            self._terminal.presenter.card_scanned(scan)
        elif visit.step is not Step.REST:
            self._terminal.presenter.card_scanned(_LeftLying())
