"""The headphone socket as Linux tells of it: a switch of an input device; what follows from a plug is the terminal's."""

import fcntl
import os
import select
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

from kiosk.speech.settings import AUTO_JACK, NO_JACK

SWITCH_EVENT = 0x05
HEADPHONE_INSERT = 0x02
"""Linux: EV_SW and SW_HEADPHONE_INSERT of input-event-codes.h."""
_EVENT = struct.Struct("@llHHi")
"""struct input_event: seconds, microseconds, type, code, value."""
_SWITCH_BYTES = 8
_GET_SWITCHES = 2 << 30 | _SWITCH_BYTES << 16 | ord("E") << 8 | 0x1B
"""EVIOCGSW(8): the present state of all switches, one bit each."""
_INPUT_CLASS = Path("/sys/class/input")
_LOOKS_AGAIN_SECONDS = 5.0


def jack_devices(input_class: Path = _INPUT_CLASS) -> list[Path]:
    """The input devices that tell of headphones, in order."""
    found = []
    for entry in sorted(input_class.glob("event*"), key=lambda entry: int(entry.name.removeprefix("event"))):
        with suppress(OSError, ValueError):
            if has_headphone_switch((entry / "device/capabilities/sw").read_text()):
                found.append(Path("/dev/input") / entry.name)
    return found


def has_headphone_switch(capabilities: str) -> bool:
    """Whether a device's switches, as sysfs writes them (hexadecimal words, the highest first), have that of headphones."""
    words = capabilities.split()
    return bool(words) and bool(int(words[-1], 16) >> HEADPHONE_INSERT & 1)


def is_plugged_in(switches: bytes) -> bool:
    """The headphones' switch among the states of all."""
    return bool(int.from_bytes(switches, "little") >> HEADPHONE_INSERT & 1)


def plugs(events: bytes) -> Iterator[bool]:
    """What a device's events tell of headphones: plugged in (True) or pulled out; all other events are passed over."""
    for _seconds, _microseconds, kind, code, value in _EVENT.iter_unpack(events[: len(events) // _EVENT.size * _EVENT.size]):
        if kind == SWITCH_EVENT and code == HEADPHONE_INSERT:
            yield value != 0


def named_device(jack: str, devices: Callable[[], Iterable[Path]] = jack_devices) -> Path | None:
    """The input device that the settings mean."""
    if jack == NO_JACK:
        return None
    return next(iter(devices()), None) if jack == AUTO_JACK else Path(jack)


def present_state(device: int) -> bool:
    """Whether headphones are plugged in now. Raises OSError for what is no input device."""
    return is_plugged_in(fcntl.ioctl(device, _GET_SWITCHES, bytes(_SWITCH_BYTES)))


class HeadphoneJack:
    """Watches the socket on a thread of its own.

    A device that goes away or cannot be read counts as pulled out, and is looked for again; of none at all nothing is told.
    """

    def __init__(self, find: Callable[[], Path | None], read_state: Callable[[int], bool] = present_state) -> None:
        self._find = find
        self._read_state = read_state
        self._thread: Thread | None = None
        self._wake = (-1, -1)

    def start(self, on_change: Callable[[bool], None]) -> None:
        """Tells how it is now, and then every change."""
        self._wake = os.pipe()
        self._thread = Thread(target=self._watch, args=(on_change, self._wake[0]), name="headphones", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Nothing is told from now on."""
        if self._thread is None:
            return
        os.close(self._wake[1])
        self._thread.join()
        self._thread = None
        os.close(self._wake[0])

    def _watch(self, on_change: Callable[[bool], None], wake: int) -> None:
        told: bool | None = None
        is_going_on = True
        while is_going_on:
            for is_plugged in self._states(wake):
                if is_plugged is not told and not _is_over(wake, 0):
                    told = is_plugged
                    on_change(is_plugged)
            is_going_on = not _is_over(wake, _LOOKS_AGAIN_SECONDS)

    def _states(self, wake: int) -> Iterator[bool]:
        """How it is at each moment, until the device is lost or the watch is over; a lost one is pulled out."""
        path = self._find()
        if path is None:
            return
        with suppress(OSError):
            device = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
            try:
                yield self._read_state(device)
                yield from _changes(device, wake)
            finally:
                os.close(device)
        yield False


def _is_over(wake: int, within_seconds: float) -> bool:
    return bool(select.select([wake], [], [], within_seconds)[0])


def _changes(device: int, wake: int) -> Iterator[bool]:
    while True:
        ready, _, _ = select.select([device, wake], [], [])
        if wake in ready:
            return
        events = os.read(device, 64 * _EVENT.size)
        if not events:
            return
        yield from plugs(events)
