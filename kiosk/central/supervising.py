"""Keeps several processes at one piece of work until told to stop; what the work is, `serving` knows."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.context import ForkProcess

_STOP_SIGNALS = {signal.SIGTERM, signal.SIGINT}
_SIGNALS = {*_STOP_SIGNALS, signal.SIGCHLD}
_PAUSE_SECONDS = 1.0
"""Before a process that died is started again: what ends one at once would do so again and again."""


def keep_working(work: Callable[[], None], processes: int, stop_seconds: float) -> None:
    """Have that many processes do the work until SIGTERM or SIGINT; one that dies is started again.

    They are told to stop by SIGTERM, also when this process is gone, and have `stop_seconds` to finish. To be called in the
    only thread there is: they are forked.
    """
    # Blocked, a signal waits until it is asked for: none is missed, and none interrupts anything.
    signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        children = [_start(work) for _ in range(processes)]
        while signal.sigwait(_SIGNALS) == signal.SIGCHLD:
            if signal.sigtimedwait(_STOP_SIGNALS, _PAUSE_SECONDS) is not None:
                break
            children = [child if child.is_alive() else _start(work) for child in children]
        _end(children, stop_seconds)
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)


def _start(work: Callable[[], None]) -> ForkProcess:
    child = multiprocessing.get_context("fork").Process(target=_work, args=(work,))
    child.start()
    return child


def _work(work: Callable[[], None]) -> None:
    threading.Thread(target=_stop_without_parent, daemon=True, name="parent-watch").start()
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    work()


def _stop_without_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None  # this is a child
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


def _end(children: list[ForkProcess], stop_seconds: float) -> None:
    for child in children:
        child.terminate()
    for child in children:
        child.join(stop_seconds)
        if child.is_alive():
            child.kill()
            child.join()
