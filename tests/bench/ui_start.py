"""The program's start for the window's bench: a fresh process of the terminal each time, until its rest screen is painted.

Run by its own path it is that process: the terminal's own command, which says when it was painted and ends.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk import paths
from kiosk.config import Screen
from kiosk.embedded import EmbeddedService
from kiosk.terminal.visit import Step

_PATIENCE_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds from the start of the process: on the clock, and of its processor time."""

    clock: float
    processor: float


def starts(service: EmbeddedService, screen: Screen, count: int) -> list[Start]:
    """So many starts, one after the other, against a service that runs. Raises CalledProcessError."""
    settings = service.folder / "terminal.toml"
    settings.touch(mode=0o600)
    settings.write_text(
        f'service_url = "{service.url}"\nterminal_key = "{service.terminal_key}"\ncamera = "{service.folder / "no-camera"}"\n'
        f"[screen]\nwidth = {screen.width}\nheight = {screen.height}\nfullscreen = false\n",
        encoding="utf-8",
    )
    return [_start(settings) for _ in range(count)]


def _start(settings: Path) -> Start:
    began = time.monotonic()  # the same clock in every process
    command = [sys.executable, __file__, str(settings)]
    ended = subprocess.run(command, cwd=paths.ROOT, check=True, stdout=subprocess.PIPE, timeout=_PATIENCE_SECONDS)
    painted = Start(**json.loads(ended.stdout))
    return Start(painted.clock - began, painted.processor)


def _run_until_painted(settings: str) -> int:
    """The terminal's own command; only the flip of each frame is watched."""
    from kiosk import bootstrap, cli

    build = bootstrap.build_app

    def build_watched(*arguments: Any) -> Any:
        app = build(*arguments)
        from kivy.core.window import Window

        Window.on_flip = _told_when_at_rest(app, Window.on_flip)
        return app

    bootstrap.build_app = build_watched
    return cli.main(["run", "--config", settings])


def _told_when_at_rest(app: Any, flip: Callable[[], object]) -> Callable[[], None]:
    told: list[Start] = []

    def flipped() -> None:
        flip()
        screen = app.navigator.screen
        if app.terminal.visit.step is Step.REST and screen.presenter is app.terminal.presenter and not told:
            told.append(Start(time.monotonic(), sum(os.times()[:2])))
            print(json.dumps(asdict(told[0])), flush=True)
            app.stop()

    return flipped


if __name__ == "__main__":
    sys.exit(_run_until_painted(sys.argv[1]))
