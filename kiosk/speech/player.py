"""Plays through a program of its own, so that a broken sound card never holds up who speaks; what is heard is the mixer's."""

import fcntl
import logging
import os
import signal
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Condition, Thread
from typing import IO, cast

from kiosk.speech.audio import RATE, Samples, wav_header
from kiosk.speech.mixer import Mixer

_log = logging.getLogger(__name__)
_CHUNK = RATE // 50
_WAITING = RATE * 15 // 100
"""So many samples wait in the pipe, the program and the card, and are heard later than they are written."""
_TAIL = RATE * 3 // 10
"""So much silence follows the last sound, more than waits: whoever ends the program then cuts off no word."""
_PIPE_BYTES = 4096
_ENDS_WITHIN_SECONDS = 1.0


class Player:
    """One program at a time, there only while there is something to hear. Silenced at once, by ending it.

    `start` and `close` frame its thread; all other methods may be called on any. Where the program cannot play, what was to
    be heard is dropped, and the log says so once.
    """

    def __init__(self, command: Sequence[str], volume: int) -> None:
        self._command = command
        self._mixer = Mixer(volume, _WAITING)
        self._changed = Condition()
        self._program: subprocess.Popen[bytes] | None = None
        self._leaving: subprocess.Popen[bytes] | None = None
        """Has all it is to play; only silence is left of it."""
        self._silence = 0
        self._is_closed = False
        self._is_reported = False
        self._thread: Thread | None = None

    def start(self, on_silence: Callable[[], None]) -> None:
        """Begins to play whatever comes; `on_silence` is called on its thread when speech has come to an end."""
        self._thread = Thread(target=self._run, args=(on_silence,), name="player", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Silence for good; the program is gone when this returns."""
        with self._changed:
            self._is_closed = True
            self._mixer.clear()
            self._kill_program()
            self._kill_leaving()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def speak(self, passage: Samples, is_wanted: Callable[[], bool]) -> None:
        """To be heard after what is being spoken, unless it is no longer wanted."""
        with self._changed:
            if is_wanted():
                self._mixer.speak(passage)
                self._changed.notify()

    def sound(self, sound: Samples) -> None:
        """To be heard at once, over what is being spoken."""
        with self._changed:
            self._mixer.sound(sound)
            self._changed.notify()

    def hush(self) -> None:
        """No speech is heard from now on; what the program and the card still hold goes with it."""
        with self._changed:
            self._mixer.hush()
            self._kill_program()
            self._changed.notify()

    @property
    def is_speaking(self) -> bool:
        """Whether any speech is left to be heard."""
        with self._changed:
            return self._mixer.is_speaking

    def set_volume(self, percent: int) -> None:
        """How loud what comes is."""
        with self._changed:
            self._mixer.volume = percent

    def _run(self, on_silence: Callable[[], None]) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._is_closed or self._program or not self._mixer.is_empty)
                self._changed.wait_for(lambda: self._is_closed or not self._mixer.is_empty, _CHUNK / RATE)
                if self._is_closed:
                    return
                was_speaking = self._mixer.is_speaking
                pipe = self._next_pipe()
                chunk = self._mixer.take(_CHUNK).tobytes()
            if pipe is not None:
                self._write(pipe, chunk)
            if was_speaking and not self.is_speaking:
                on_silence()

    def _next_pipe(self) -> IO[bytes] | None:
        """Where the next samples go: a program is started for the first, and let go when silence followed the last."""
        self._silence = 0 if not self._mixer.is_empty else self._silence + _CHUNK
        if self._silence > _TAIL:
            self._let_go()
        elif self._program is None and not self._mixer.is_empty:  # it may have been hushed while this thread waited
            self._start_program()
        return self._program.stdin if self._program is not None else None

    def _write(self, pipe: IO[bytes], chunk: bytes) -> None:
        """Waits until the program takes it; one that was silenced meanwhile takes nothing more."""
        try:
            pipe.write(chunk)
        except OSError:
            with suppress(OSError):
                pipe.close()
            with self._changed:
                if self._program is not None and self._program.stdin is pipe:
                    self._kill_program()
                    self._give_up("it ended before it had played")

    def _start_program(self) -> None:
        self._kill_leaving()
        try:
            self._program = subprocess.Popen(  # noqa: S603
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                start_new_session=True,
            )
        except OSError as error:
            self._give_up(type(error).__name__)
            return
        pipe = cast("IO[bytes]", self._program.stdin)
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
        with suppress(OSError):
            pipe.write(wav_header())

    def _let_go(self) -> None:
        """The program ends by itself when it has played what it has."""
        program, self._program = self._program, None
        if program is not None:
            cast("IO[bytes]", program.stdin).close()
        self._leaving = program

    def _kill_program(self) -> None:
        """Its pipe is closed by the thread that writes to it."""
        _kill(self._program)
        self._program = None

    def _kill_leaving(self) -> None:
        _kill(self._leaving)
        self._leaving = None

    def _give_up(self, why: str) -> None:
        self._mixer.clear()
        if not self._is_reported:
            self._is_reported = True
            _log.warning("nothing can be played by %s: %s (see: kiosk doctor)", self._command[0], why)


def _kill(program: "subprocess.Popen[bytes] | None") -> None:
    """Ends it with all it has started. One that hangs in a broken driver is not waited for."""
    if program is None:
        return
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        program.wait(_ENDS_WITHIN_SECONDS)
