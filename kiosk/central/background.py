"""One thread of the service that does what nobody asks for over HTTP, again and again; what that is comes from its maker."""

import threading
from collections.abc import Callable, Sequence
from datetime import date

from kiosk.central.problems import log_without_values

Job = Callable[[], object]


class Background:
    """Runs its jobs one after the other, at once and then every `wake_seconds`, until it is stopped.

    A job that fails is logged, without values, and runs again at the next round.
    """

    def __init__(self, jobs: Sequence[Job], wake_seconds: float, ending: threading.Event | None = None) -> None:
        self._jobs = jobs
        self._wake_seconds = wake_seconds
        self._ending = ending or threading.Event()
        self._thread = threading.Thread(target=self._work, name="background", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, within_seconds: float) -> None:
        """Begin no job any more and wait for the one under way; one that takes longer ends with the process."""
        self._ending.set()
        self._thread.join(within_seconds)

    def _work(self) -> None:
        while not self._ending.is_set():
            for job in self._jobs:
                try:
                    job()
                except Exception as error:  # noqa: BLE001 - the top of this thread, which must live on
                    log_without_values(error)
            self._ending.wait(self._wake_seconds)


def once_a_day(today: Callable[[], date], job: Job) -> Job:
    """The job as one that does something only in the first round of each day, and again in the next one where it failed."""
    done_on: date | None = None

    def run() -> None:
        nonlocal done_on
        day = today()
        if done_on != day:
            job()
            done_on = day

    return run
