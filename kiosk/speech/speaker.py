"""Speaks and sounds for the terminal: hands everything on to a process of its own and never waits for it."""

import json
import logging
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import IO, cast

from kiosk.speech.presence import has_player, has_voice
from kiosk.speech.settings import SpeechSettings

_log = logging.getLogger(__name__)
_WORKER = (sys.executable, "-m", "kiosk.speech.worker")
_ENDS_WITHIN_SECONDS = 2.0
_STARTS_WITHIN_SECONDS = 4.0
_LONGEST_SECONDS_A_SIGN = 0.6


class Speaker:
    """The terminal's voice and its sounds. All methods may be called on any thread.

    The process starts with the first thing to be heard and stays; one that broke down is started anew with the next.
    """

    def __init__(
        self, settings: SpeechSettings, seconds: Callable[[], float] = time.monotonic, worker: Sequence[str] = _WORKER
    ) -> None:
        """`seconds` is a steady clock."""
        self._settings = settings
        self._seconds = seconds
        self._worker = worker
        self._said = self._heard = 0
        self._over_at = 0.0
        self._volume, self._rate = settings.volume, 1.0
        self._commands: SimpleQueue[tuple[object, ...] | None] = SimpleQueue()
        self._process: subprocess.Popen[str] | None = None
        self._thread: Thread | None = None
        self._has_player = has_player(settings)
        self._is_kept_silent = False

    def can_speak(self, language: str) -> bool:
        """Whether this terminal speaks now, has a voice for that language, and a program to play it."""
        return self._settings.enabled and not self._is_kept_silent and self._has_player and has_voice(language)

    def keep_silent(self, is_silent: bool) -> None:
        """No speech, and none of what is being spoken, until it is allowed again; sounds are heard all the same."""
        self._is_kept_silent = is_silent
        if is_silent:
            self.stop()

    @property
    def volume(self) -> int:
        """How loud it is now, from 0 to 100."""
        return self._volume

    @property
    def is_speaking(self) -> bool:
        """Whether a sentence is being spoken or is still to come; of a player that hangs only for as long as it may take."""
        return self._heard < self._said and self._seconds() < self._over_at

    def say(self, text: str, language: str, interrupts: bool = True) -> None:
        """Speaks that text, instead of everything before it or after it."""
        if not self.can_speak(language):
            if interrupts:
                self.stop()
            return
        begins = self._seconds() if interrupts else max(self._seconds(), self._over_at)
        self._over_at = begins + _STARTS_WITHIN_SECONDS + len(text) * _LONGEST_SECONDS_A_SIGN
        self._said += 1
        self._send("say", self._said, text, language, interrupts)

    def play(self, sound: str) -> None:
        """Lets that sound be heard."""
        if self._settings.sounds and self._has_player:
            self._send("play", sound)

    def stop(self) -> None:
        """Silence at once."""
        self._heard = self._said
        if self._thread is not None:
            self._send("stop")

    def set_volume(self, percent: int) -> None:
        """How loud, from 0 to 100; beyond is taken as the end."""
        self._volume = min(100, max(0, percent))
        if self._thread is not None:
            self._send("volume", self._volume)

    def set_rate(self, rate: float) -> None:
        """How fast; slower than half and faster than three times is taken as that."""
        self._rate = min(3.0, max(0.5, rate))
        if self._thread is not None:
            self._send("rate", self._rate)

    def reset(self) -> None:
        """Silence, with volume and rate as set for this terminal."""
        self.stop()
        self.set_volume(self._settings.volume)
        self.set_rate(1.0)

    def close(self) -> None:
        """Silence for good; the process is gone when this returns."""
        if self._thread is not None:
            self._commands.put(None)
            self._thread.join()
            self._thread = None

    def _send(self, *command: object) -> None:
        if self._thread is None:
            self._thread = Thread(target=self._deliver_all, name="speaker", daemon=True)
            self._thread.start()
        self._commands.put(command)

    def _deliver_all(self) -> None:
        while (command := self._commands.get()) is not None:
            if not self._deliver(command) and not self._deliver(command):
                _log.warning("the process that speaks does not stay up")
        self._end_process()

    def _deliver(self, command: Sequence[object]) -> bool:
        """Whether the process took it; one that did not is gone."""
        try:
            if self._process is None:
                self._process = self._started()
            _write(self._process, command)
        except OSError:
            self._end_process()
            return False
        return True

    def _started(self) -> "subprocess.Popen[str]":
        process = subprocess.Popen(  # noqa: S603
            self._worker,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )
        settings = {"command": self._settings.command, "volume": self._volume, "rate": self._settings.rate}
        _write(process, settings)
        _write(process, ("rate", self._rate))
        Thread(target=self._listen, args=(cast("IO[str]", process.stdout),), name="speaker's answers", daemon=True).start()
        return process

    def _listen(self, answers: IO[str]) -> None:
        with answers:
            for line in answers:
                self._heard = max(self._heard, int(line))

    def _end_process(self) -> None:
        """Its standard input ends, and so does it; if not, it is ended."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            cast("IO[str]", process.stdin).close()
        try:
            process.wait(_ENDS_WITHIN_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _write(process: "subprocess.Popen[str]", command: object) -> None:
    pipe = cast("IO[str]", process.stdin)
    pipe.write(json.dumps(command) + "\n")
    pipe.flush()
