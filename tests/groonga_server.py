"""A real Groonga of one's own from Debian's package while a block lasts, speaking HTTP on a free port of this machine."""

import contextlib
import http.client
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

_START_SECONDS = 30.0
_STOP_SECONDS = 20.0


class NoGroonga(Exception):
    """There is no Groonga to be started here; the text says what is missing."""


class GroongaProcess:
    """A Groonga server with a database of its own, gone when the block is left. Raises NoGroonga where there is none."""

    def __init__(self) -> None:
        program, setpriv = shutil.which("groonga"), shutil.which("setpriv")
        if program is None or setpriv is None:
            raise NoGroonga("no groonga program (Debian: groonga-bin); `deploy/setup tests` installs it")
        # --pdeathsig: it ends with this process even when that is killed.
        self._command = [setpriv, "--pdeathsig", "TERM", program]
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="groonga"))
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = free.getsockname()[1]
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_reason: object) -> None:
        try:
            self._end(signal.SIGKILL)  # what it would still write is thrown away
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def url(self) -> str:
        """The server's address."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def log(self) -> str:
        """What the server has written of itself."""
        file = self._folder / "log"
        return file.read_text(errors="replace") if file.exists() else ""

    @property
    def size(self) -> int:
        """The bytes its database has on the disk."""
        return sum(file.stat().st_blocks * 512 for file in (self._folder / "db").iterdir())

    def start(self) -> None:
        """Start it, as again after `stop`, and wait until it answers."""
        data = self._folder / "db"
        is_new = not data.exists()
        data.mkdir(exist_ok=True)
        listening = ["-s", "--protocol", "http", "--bind-address", "127.0.0.1", "--port", str(self._port)]
        logging = ["--log-path", str(self._folder / "log"), "--log-level", "error"]
        database = [*(["-n"] if is_new else []), str(data / "catalogue")]
        self._process = subprocess.Popen(
            [*self._command, *listening, *logging, *database],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        limit = time.monotonic() + _START_SECONDS
        while not self._answers():
            if time.monotonic() > limit or self._process.poll() is not None:
                raise RuntimeError(f"Groonga did not start: {self.log[-2000:]}")
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(0.02)

    def stop(self) -> None:
        """End it; its database stays until the block is left."""
        self._end(signal.SIGTERM)

    def clear(self) -> None:
        """Start anew with an empty database, as after the loss of its disk."""
        self._end(signal.SIGKILL)
        shutil.rmtree(self._folder / "db")
        self.start()

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(how)
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=5)
        try:
            connection.request("GET", "/d/status")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()
