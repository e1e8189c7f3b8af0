"""The real service as processes of its own on a durable database, for benches: started, watched, stopped, killed."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from postgresql import PostgresServer

from kiosk import paths
from kiosk.domain.profile import Profile

STAFF_KEY = "staff-key-of-the-bench"
HOST = "127.0.0.1"
_START_SECONDS = 60.0
_TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def durable_database(kind: str, folder: Path) -> Iterator[tuple[str, PostgresServer | None]]:
    """The URL of an empty database that keeps what it has acknowledged, and its server if it has one of its own."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'holds.db'}", None
        return
    with PostgresServer(durable=True) as server:
        yield server.create_database("holds"), server


def terminal_key(number: int) -> str:
    """The key of a terminal, from 0."""
    return f"key-of-terminal-{number}-of-the-bench"


@dataclass(frozen=True, slots=True)
class ServiceSetup:
    """What the service is started with."""

    folder: Path
    database_url: str
    profile: Profile
    terminals: int
    processes: int = 1

    def settings(self, port: int) -> str:
        """The settings file; the terminals stand in the branches by turns."""
        branches = [branch.code for branch in self.profile.branches]
        terminals = (
            f'[[terminals]]\nid = "t{n}"\nbranch = "{branches[n % len(branches)]}"\nkey = "{terminal_key(n)}"\n'
            for n in range(self.terminals)
        )
        return (
            f'database = "{self.database_url}"\nprofile = "{self.profile.id}"\nport = {port}\nprocesses = {self.processes}\n'
            f'secret_key = "secret-key-of-the-bench"\n[[staff]]\nid = "desk"\nkey = "{STAFF_KEY}"\n' + "".join(terminals)
        )


class ServiceUnderTest:
    """The service's processes, which share one port for as long as this lives."""

    def __init__(self, setup: ServiceSetup) -> None:
        self.port = _free_port()
        self._folder = setup.folder
        self._settings = setup.folder / "central.toml"
        self._settings.write_text(setup.settings(self.port), encoding="utf-8")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers. Raises RuntimeError with its own words when it does not."""
        command = [sys.executable, "-m", "kiosk", "central", "serve", "--config", str(self._settings)]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=paths.ROOT, start_new_session=True)
        give_up_at = time.monotonic() + _START_SECONDS
        while time.monotonic() < give_up_at and self._process.poll() is None:
            if self._answers():
                return
            time.sleep(0.02)
        self.kill()
        raise RuntimeError(f"the service did not start: {self.log.read_text(encoding='utf-8', errors='replace')[-2000:]}")

    @property
    def log(self) -> Path:
        """What the service says."""
        return self._folder / "central.log"

    def kill(self) -> None:
        """End all its processes at once, as a power cut would."""
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def stop(self) -> int:
        """Let it finish what it is doing, and end; gives its exit status."""
        assert self._process is not None, "it has not been started"
        self._process.terminate()
        return self._process.wait(30)

    @property
    def leader(self) -> int:
        """The id of the process that was started."""
        assert self._process is not None, "it has not been started"
        return self._process.pid

    def process_ids(self) -> list[int]:
        """Its processes that are running, the first one among them."""
        return [int(stat[0]) for stat in _stats_of_session(self.leader) if stat[2] != "Z"]

    def processor_seconds(self) -> float:
        """The processor time its processes have used so far."""
        return sum(_processor_seconds(stat) for stat in _stats_of_session(self.leader))

    def _answers(self) -> bool:
        connection = HTTPConnection(HOST, self.port, timeout=2)
        try:
            connection.request("GET", "/v1/health")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


def postgres_processor_seconds() -> float:
    """The processor time of all PostgreSQL processes of this machine."""
    return sum(_processor_seconds(stat) for stat in _all_stats() if stat[1] == "(postgres)")


def _stats_of_session(leader: int) -> Iterator[list[str]]:
    return (stat for stat in _all_stats() if int(stat[5]) == leader)


def _all_stats() -> Iterator[list[str]]:
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            before, _, after = file.read_text().rpartition(")")
        except OSError:
            continue  # ended meanwhile
        pid, _, name = before.partition(" ")
        yield [pid, f"{name})", *after.split()]


def _processor_seconds(stat: list[str]) -> float:
    # utime, stime, and those of children waited for: fields 14 to 17 of proc(5).
    return sum(int(field) for field in stat[13:17]) / _TICKS


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
