"""Keeps Python's search for garbage out of a finger's way: it comes a moment after a screen, not while one is built."""

import gc

from kivy.clock import Clock

AFTER_SECONDS = 1.0
_THRESHOLDS = (10_000, 20, 20)
"""A screen is tens of thousands of objects; by Python's own thresholds all that is there would be looked through for each."""


class Tidying:
    """Searches for garbage when it is told that there may be some; a dropped screen is garbage, with its pictures of texts."""

    def __init__(self) -> None:
        self._soon = Clock.create_trigger(lambda _dt: gc.collect(), AFTER_SECONDS)

    def begin(self) -> None:
        """What is there now stays, and is not looked through again."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_THRESHOLDS)

    def soon(self, *_: object) -> None:
        """In a second at the latest."""
        self._soon()

    def end(self) -> None:
        """Nothing is to be searched for any more."""
        self._soon.cancel()
