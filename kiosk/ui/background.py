"""Runs questions to the service on other threads and brings the answers to Kivy's.

Why threads and not asyncio: requests blocks, the camera blocks, and Kivy's own loop owns the main thread; a few threads that
only hand over finished answers are the least machinery.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from kivy.clock import Clock

from kiosk.domain.errors import ServiceError, ServiceUnreachable

T = TypeVar("T")
_log = logging.getLogger(__name__)


class KivyBackground:
    """Four threads: one question under way, and room for a log-out or a watch beside it."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="service")
        self._is_closed = False

    def run(self, work: Callable[[], T], then: Callable[[T], None], otherwise: Callable[[ServiceError], None]) -> None:
        """Calls `work` away from the screen and `then` or `otherwise` on it. A fault in `work` counts as no answer.

        After `close` nothing is asked any more: nobody would hear the answer.
        """
        if self._is_closed:
            return

        def asked() -> None:
            try:
                answer = work()
            except ServiceError as error:
                self.post(partial(otherwise, error))
            except Exception as fault:  # noqa: BLE001  # a thread's fault must reach the screen, and without its values
                _log.error("a question to the service failed: %s", type(fault).__name__)
                self.post(lambda: otherwise(ServiceUnreachable("the question failed")))
            else:
                self.post(lambda: then(answer))

        self._threads.submit(asked)

    def post(self, call: Callable[[], Any]) -> None:
        """Calls `call` on Kivy's thread in its next frame; may be used from any thread."""
        Clock.schedule_once(lambda _dt: call())

    def close(self) -> None:
        """Waits for nothing: what is still under way has its own time limits."""
        self._is_closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
