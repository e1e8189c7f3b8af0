"""Writes down a tour: a numbered picture of every step, and `tour.json` with what was touched, how long the answer took, and
how many touches the ways counted took."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.terminal.terminal import Terminal
from kiosk.terminal.visit import Step
from kiosk.tour.touches import CountedFinger, TouchCounter


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step: its picture, what was touched to come there, and the milliseconds until the screen had answered."""

    number: int
    step: str
    tapped: str
    milliseconds: int
    picture: str


class Recorder:
    """Taps, waits for what must follow, and takes the picture."""

    def __init__(self, finger: CountedFinger, terminal: Terminal, folder: Path) -> None:
        self._finger = finger
        self._terminal = terminal
        self._folder = folder
        self.steps: list[TourStep] = []
        self.touches = TouchCounter(finger)

    def tap(self, name: str, until: Callable[[], object], title: str) -> None:
        """Taps a widget; when `until` holds and the screen is drawn, takes the picture called `title`."""
        self._finger.tap(name)
        self.see(until, title, name)

    def tap_to(self, name: str, step: Step, title: str) -> None:
        """Taps a widget that leads to another step, and waits until nothing is awaited there."""
        self.tap(name, lambda: self._is_at(step), title)

    def see(self, until: Callable[[], object], title: str, tapped: str = "") -> None:
        """Waits, and takes the picture."""
        waited = self._finger.until(until, title)
        number = len(self.steps) + 1
        picture = f"{number:02d}-{title}.png"
        self._finger.picture(self._folder / picture)
        self.steps.append(TourStep(number, title, tapped, round(waited), picture))

    def write(self, profile: str, screen: str) -> None:
        """Writes `tour.json`."""
        told = {
            "profile": profile,
            "screen": screen,
            "touches": [asdict(count) for count in self.touches.counts],
            "steps": [asdict(step) for step in self.steps],
        }
        (self._folder / "tour.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def _is_at(self, step: Step) -> bool:
        presenter = self._terminal.presenter
        return self._terminal.visit.step is step and not presenter.awaiting
