"""A real PostgreSQL of one's own from Debian's packages while a block lasts; what is kept in it is its user's business."""

import contextlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import psycopg
from psycopg import sql

_PROGRAMS = Path("/usr/lib/postgresql")
_OWNER = "postgres"
_USER = "kiosk"
_START_SECONDS = 60.0
_STOP_SECONDS = 20.0
_HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class NoPostgres(Exception):
    """There is no PostgreSQL to be started here; the text says what is missing."""


class PostgresServer:
    """A PostgreSQL on a socket in a folder of its own, gone with all its data when the block is left.

    It starts in about a second and may lose what it holds at a power cut, unless it is `durable`, as PostgreSQL is by itself:
    tests of crashes and benchmarks need that. Raises NoPostgres where there is none.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self._programs = _find_programs()
        self._as_owner = _as_owner()
        self._settings = ("listen_addresses=", "max_connections=200", *(() if durable else _HASTY))
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        # Directly under /tmp: the path of a socket has at most 107 bytes.
        self._folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
        try:
            if os.geteuid() == 0:
                shutil.chown(self._folder, _OWNER, _OWNER)
            self._make_cluster()
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_reason: object) -> None:
        try:
            self._end(signal.SIGINT)
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def url_of(self, name: str) -> str:
        """The SQLAlchemy URL of a database."""
        return f"postgresql+psycopg://{_USER}@/{name}?host={self._folder}"

    def create_database(self, name: str, template: str | None = None) -> str:
        """Make a database, empty or like the template, to which nobody may be connected; gives its URL."""
        command = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY = {}").format(
            sql.Identifier(name),
            sql.Identifier(template or "template0"),
            sql.SQL("FILE_COPY" if template else "WAL_LOG"),
        )
        with self._connected() as connection:
            connection.execute(command)
        return self.url_of(name)

    def drop_database(self, name: str) -> None:
        """Drop a database, if it is there, with whoever is connected to it."""
        with self._connected() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def start(self) -> None:
        """Start it, as again after `crash`, and wait until it takes connections."""
        settings = [word for setting in self._settings for word in ("-c", setting)]
        # --pdeathsig: it ends with this process even when that is killed. A session of its own: Ctrl-C is left to us.
        command = [*self._as_owner, "--pdeathsig", "INT", str(self._programs / "postgres")]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "-D", str(self._data), "-k", str(self._folder), *settings],
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait_until_ready(self._process)

    def crash(self) -> None:
        """End it at once, without a checkpoint; the next start recovers what was committed from the log."""
        self._end(signal.SIGQUIT)

    def kill(self) -> None:
        """End each of its processes by SIGKILL, as a power cut would; the next start recovers likewise."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGSTOP)  # so that it starts no other meanwhile
        for pid in (*_children_of(process.pid), process.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        process.wait()

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _make_cluster(self) -> None:
        options = [f"--username={_USER}", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"]
        command = [*self._as_owner, str(self._programs / "initdb"), "-D", str(self._data), *options]
        done = subprocess.run(command, cwd=self._folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"initdb failed: {done.stderr}")

    def _wait_until_ready(self, process: subprocess.Popen[bytes]) -> None:
        limit = time.monotonic() + _START_SECONDS
        while time.monotonic() < limit:
            try:
                with self._connected():
                    return
            except psycopg.OperationalError:
                if _has_ended(process, 0.02):
                    break
        raise RuntimeError(f"PostgreSQL did not start: {(self._folder / 'log').read_text(errors='replace')[-2000:]}")

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        if not _has_ended(process, _STOP_SECONDS):
            process.kill()
            process.wait()

    @contextmanager
    def _connected(self) -> Iterator[psycopg.Connection]:
        with psycopg.connect(host=str(self._folder), user=_USER, dbname="postgres", autocommit=True) as connection:
            yield connection


def _children_of(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    return [int(pid) for pid in children.split()]


def _find_programs() -> Path:
    """The folder of the newest server's programs."""
    found = [folder for folder in _PROGRAMS.glob("*/bin") if (folder / "initdb").exists() and (folder / "postgres").exists()]
    if not found:
        raise NoPostgres(f"no PostgreSQL server in {_PROGRAMS}; `deploy/setup tests` installs it")
    return max(found, key=lambda folder: [int(number) for number in re.findall(r"\d+", folder.parent.name)])


def _as_owner() -> list[str]:
    """The beginning of a command for whom PostgreSQL is willing to run as, which root is not."""
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise NoPostgres("setpriv is missing; Debian's package is util-linux")
    if os.geteuid() != 0:
        return [setpriv]
    try:
        pwd.getpwnam(_OWNER)
    except KeyError:
        raise NoPostgres(f"PostgreSQL does not run as root, and there is no system user {_OWNER}") from None
    return [setpriv, f"--reuid={_OWNER}", f"--regid={_OWNER}", "--init-groups"]


def _has_ended(process: subprocess.Popen[bytes], within_seconds: float) -> bool:
    try:
        process.wait(within_seconds)
    except subprocess.TimeoutExpired:
        return False
    return True
