"""Runs the service on a port until it is told to stop, in one process or several; what it answers is `app`'s work."""

import signal
import socket

import uvicorn
from sqlalchemy import make_url

from kiosk.central.app import WAKE_SECONDS, create_app
from kiosk.central.database import Store
from kiosk.central.library import Clock
from kiosk.central.settings import CentralSettings
from kiosk.central.supervising import keep_working
from kiosk.domain.errors import KioskError

_STOP_SECONDS = 10
_MORE_SECONDS = 5
"""How much longer than a process gives its requests it is waited for."""
_WAITING = 2048
"""Connections that may wait to be accepted, as with a single process."""


class CannotServe(KioskError):
    """Settings with which the service cannot be run; the message says why."""


def server_for(
    settings: CentralSettings, host: str, port: int, clock: Clock, wake_seconds: float = WAKE_SECONDS
) -> uvicorn.Server:
    """The server, not yet running; `wake_seconds` is `create_app`'s.

    It writes no access log: addresses and times of visits are nobody's business.
    """
    config = uvicorn.Config(
        create_app(settings, clock, wake_seconds),
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_STOP_SECONDS,
    )
    return uvicorn.Server(config)


def serve(settings: CentralSettings, host: str, port: int, clock: Clock, processes: int = 1) -> None:
    """Serve until SIGTERM or SIGINT; requests under way are finished first. To be called in the main thread.

    Several `processes` share the port and the database; one that dies is started again. Raises CannotServe for several on
    SQLite, and OSError for a port that cannot be had.
    """
    if processes < 1:
        raise CannotServe(f"processes is {processes}: at least one is needed")
    if processes == 1:
        _run(server_for(settings, host, port, clock))
        return
    if make_url(settings.database_url).get_backend_name() == "sqlite":
        raise CannotServe(f"processes is {processes}: SQLite has one writer at a time, so set 1, or take PostgreSQL")
    store = Store(settings.database_url)
    store.migrate()  # once, while nobody else waits for it
    store.close()
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family, backlog=_WAITING) as listening:

        def serve_a_share() -> None:
            _run(server_for(settings, host, port, clock), [listening])

        keep_working(serve_a_share, processes, _STOP_SECONDS + _MORE_SECONDS)


def _run(server: uvicorn.Server, sockets: list[socket.socket] | None = None) -> None:
    def stop(_signal: int, _frame: object) -> None:
        server.should_exit = True

    # uvicorn raises the signal again when it has stopped; with these in place that ends nothing but the serving.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    server.run(sockets)
