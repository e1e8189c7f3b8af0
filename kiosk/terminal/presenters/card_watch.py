"""Watches the camera while a screen asks for the card, and lets go of it after."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.domain.card import CardNumber
from kiosk.terminal.ports import HandScan, PreviewFrame

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


class CardWatch:
    """The camera is on just between `start` and `stop`. What the camera thread says is brought to the screen's thread."""

    def __init__(self, terminal: "Terminal", on_card: Callable[[CardNumber], None]) -> None:
        self._terminal = terminal
        self._on_card = on_card
        self.is_on = False
        self.sight = ""

    def start(self) -> None:
        """Opens the camera."""
        if not self.is_on:
            self.is_on, self.sight = True, ""
            post = self._terminal.outside.background.post
            reader = self._terminal.card_reader
            if reader is not None:
                reader.start(
                    lambda card: post(lambda: self._heard(card)),
                    lambda sight: post(lambda: self._saw(sight)),
                    str(self._terminal.visit.visit_id),
                )

    def stop(self) -> None:
        """Releases the camera; what it still has to say is not heard."""
        if self.is_on:
            self.is_on = False
            if self._terminal.card_reader is not None:
                self._terminal.card_reader.stop()

    def told(self, card: CardNumber) -> None:
        """Releases the camera: the number was keyed or scanned by hand. The card may lie before the camera all the same."""
        self.stop()
        if self._terminal.card_reader is not None:
            self._terminal.card_reader.remember(card, str(self._terminal.visit.visit_id))

    def preview(self) -> PreviewFrame | None:
        """The newest picture, while the camera is on."""
        reader = self._terminal.card_reader
        return reader.preview() if self.is_on and reader is not None else None

    def _heard(self, card: CardNumber) -> None:
        if self.is_on:
            self._terminal.touched()
            self.stop()
            self._terminal.sounding.scanned()
            self._on_card(card)

    def scanned(self, scan: HandScan) -> None:
        """A hand scanner read something while the card is asked for."""
        if scan.number is None:
            self._saw(scan.sight)
        elif self.is_on:
            self.told(scan.number)
            self._terminal.sounding.scanned()
            self._on_card(scan.number)

    def _saw(self, sight: str) -> None:
        if self.is_on and sight != self.sight:
            self.sight = sight
            self._terminal.changed()
