"""A widget that puts its few parts in their places itself: quicker to make than boxes in boxes."""

from typing import Any

from kivy.clock import Clock
from kivy.uix.widget import Widget


class Placed(Widget):
    """`place` is called once in the frame in which its place or size, or anything in `FOLLOWED`, changed."""

    FOLLOWED: tuple[str, ...] = ()

    def __init__(self, **kwargs: Any) -> None:
        self.place_soon = Clock.create_trigger(lambda _dt: self.place(), -1)
        super().__init__(**kwargs)
        for name in ("pos", "size", *self.FOLLOWED):
            self.fbind(name, self.place_soon)
        self.place_soon()

    def place_now(self) -> None:
        """For who has just put it where it stands, and need not wait for its turn."""
        self.place_soon.cancel()
        self.place()

    def place(self) -> None:
        """Puts every part in its place."""
        raise NotImplementedError
