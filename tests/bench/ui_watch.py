"""Watches a terminal in its window: how long each act takes until it is painted, and which part of the program took it.

Kivy's frame, the terminal's threads and the service's process are looked into here, and nowhere else of the bench.
"""

import threading
from collections.abc import Callable
from cProfile import Profile
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter, thread_time
from typing import Any

_PATIENCE_SECONDS = 30.0
_FRAMES_A_SECOND = 60.0
_STILL_FRAMES = 6
_ASKED = ("search", "suggest", "title", "shelf_map")


@dataclass(slots=True)
class Took:
    """Seconds. `wall`, `asleep` and `drawing` are on the clock, the others of processor time.

    `screen` is the window's thread but for drawing, `drawer` the same thread while it draws.
    """

    wall: float = 0.0
    asleep: float = 0.0
    drawing: float = 0.0
    screen: float = 0.0
    drawer: float = 0.0
    client: float = 0.0
    service: float = 0.0
    converter: float = 0.0
    frames: int = 0

    @property
    def but_drawing(self) -> float:
        """All of it on the clock but drawing, with waiting for other processes and for the turn of the next frame."""
        return self.wall - self.drawing

    @property
    def own(self) -> float:
        """The program's own processor time, drawing apart: screen, client and service."""
        return self.screen + self.client + self.service


@dataclass(slots=True)
class _Job:
    """A question on another thread."""

    asks_service: bool = False
    is_worked: bool = False
    is_told: bool = False
    processor: float = 0.0

    @property
    def is_settled(self) -> bool:
        """The catalogue's answer is no longer awaited."""
        return self.is_told or (self.is_worked and not self.asks_service)


@dataclass(slots=True)
class _Sums:
    """What passed since the watch began."""

    asleep: float = 0.0
    drawing: float = 0.0
    drawer: float = 0.0
    setting: float = 0.0
    setter: float = 0.0
    frames: int = 0


class Watch:
    """Measures acts of one application whose service is the process `service`; `profile` tells the functions of its thread."""

    def __init__(self, app: Any, service: int, profile: Profile | None = None) -> None:
        from kivy.base import EventLoop
        from kivy.clock import Clock
        from kivy.core.text import LabelBase
        from kivy.core.window import Window

        self._app, self._loop, self._window = app, EventLoop, Window
        self._profile = profile
        self._tasks = Path(f"/proc/{service}/task")
        self._sums, self._jobs, self._thread = _Sums(), list[_Job](), threading.local()
        Clock._max_fps = _FRAMES_A_SECOND  # as on a floor; the finger lets frames pass as fast as they are drawn
        Clock.idle = self._timed(Clock.idle, "asleep", "")
        Window.on_draw = self._timed(Window.on_draw, "drawing", "drawer")
        Window.on_flip = self._timed(Window.on_flip, "drawing", "drawer")
        LabelBase._texture_fill = self._timed(LabelBase._texture_fill, "setting", "setter")
        outside = app.terminal.outside
        outside.background.run = self._watched(outside.background.run)
        for name in _ASKED:
            setattr(outside.api, name, self._asking(getattr(outside.api, name)))

    def act(self, do: Callable[[], object], *painted: Callable[[], object]) -> list[Took]:
        """Does it, and lets frames pass until each condition holds, one after the other; what it took until each did.

        Conditions are looked at between frames, and that takes no measured time. Raises TimeoutError.
        """
        self._jobs[:] = [each for each in self._jobs if not each.is_told]
        awaited, took = list(painted), list[Took]()
        before, service = replace(self._sums), self._service_seconds()
        began, used = perf_counter(), thread_time()
        self._profiled(do)
        while awaited:
            self._profiled(self._loop.idle)
            now, now_used = perf_counter(), thread_time()
            while awaited and awaited[0]():
                took.append(self._took(before, now - began, now_used - used, self._service_seconds() - service))
                awaited.pop(0)
            if now - began > _PATIENCE_SECONDS:
                raise TimeoutError("what was awaited did not come to the screen")
            began += perf_counter() - now
            used += thread_time() - now_used
        return took

    def _profiled(self, call: Callable[[], object]) -> None:
        if self._profile is None:
            call()
        else:
            self._profile.runcall(call)

    def _took(self, before: _Sums, wall: float, used: float, service: float) -> Took:
        now = self._sums
        # Kivy sets a text when it is first drawn; that is the program's work.
        drawing = now.drawing - before.drawing - (now.setting - before.setting)
        drawer = now.drawer - before.drawer - (now.setter - before.setter)
        worked = [each for each in self._jobs if each.is_worked]
        return Took(
            wall=wall,
            asleep=now.asleep - before.asleep,
            drawing=drawing,
            screen=used - drawer,
            drawer=drawer,
            client=sum(each.processor for each in worked if each.asks_service),
            service=service,
            converter=sum(each.processor for each in worked if not each.asks_service),
            frames=now.frames - before.frames,
        )

    @property
    def asked(self) -> bool:
        """Whether the last act asked the service anything."""
        return any(each.asks_service for each in self._jobs)

    def rest(self) -> None:
        """Lets frames pass until nothing is asked and nothing more is drawn."""
        still, began = 0, perf_counter()
        while still < _STILL_FRAMES and perf_counter() - began < _PATIENCE_SECONDS:
            frames = self._sums.frames
            self._loop.idle()
            is_still = self._sums.frames == frames and all(each.is_told for each in self._jobs) and self.is_shown()
            still = still + 1 if is_still else 0

    def is_answered(self) -> bool:
        """Whether the catalogue's answers are all there, and the last frame showed what the terminal shows."""
        return all(each.is_settled for each in list(self._jobs)) and self.is_shown()

    def is_shown(self) -> bool:
        """Whether the last frame showed what the terminal shows."""
        terminal, screen = self._app.terminal, self._app.navigator.screen
        return screen.presenter is terminal.presenter and screen.state == terminal.presenter.state

    def _service_seconds(self) -> float:
        """The processor time of all the service's threads so far."""
        return sum(int((each / "schedstat").read_text().split()[0]) for each in self._tasks.iterdir()) / 1e9

    def _timed(self, call: Callable[..., Any], clock: str, processor: str) -> Callable[..., Any]:
        sums = self._sums

        def timed(*arguments: Any) -> Any:
            began, used = perf_counter(), thread_time()
            try:
                return call(*arguments)
            finally:
                setattr(sums, clock, getattr(sums, clock) + perf_counter() - began)
                if processor:
                    setattr(sums, processor, getattr(sums, processor) + thread_time() - used)
                    sums.frames += call.__name__ == "on_flip"

        return timed

    def _watched(self, run: Callable[..., None]) -> Callable[..., None]:
        def watched(work: Callable[[], Any], then: Callable[[Any], None], otherwise: Callable[[Any], None]) -> None:
            job = _Job()
            self._jobs.append(job)

            def worked() -> Any:
                used, self._thread.job = thread_time(), job
                try:
                    return work()
                finally:
                    job.processor, job.is_worked = thread_time() - used, True

            def told(tell: Callable[[Any], None]) -> Callable[[Any], None]:
                def telling(answer: Any) -> None:
                    tell(answer)
                    job.is_told = True

                return telling

            run(worked, told(then), told(otherwise))

        return watched

    def _asking(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def asking(*arguments: Any) -> Any:
            self._thread.job.asks_service = True
            return call(*arguments)

        return asking
