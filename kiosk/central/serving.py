"""Runs the service on a port until it is told to stop; what it answers is `app`'s work."""

import signal

import uvicorn

from kiosk.central.app import WAKE_SECONDS, create_app
from kiosk.central.library import Clock
from kiosk.central.settings import CentralSettings

_STOP_SECONDS = 10


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


def serve(settings: CentralSettings, host: str, port: int, clock: Clock) -> None:
    """Serve until SIGTERM or SIGINT; requests under way are finished first. To be called in the main thread."""
    server = server_for(settings, host, port, clock)

    def stop(_signal: int, _frame: object) -> None:
        server.should_exit = True

    # uvicorn raises the signal again when it has stopped; with these in place that ends nothing but the serving.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    server.run()
