"""The central service as a child process beside the terminal, with the demo library, for a first look and for tests.

It is the same program that a library runs elsewhere: started by `kiosk central serve`, spoken to over HTTP on loopback.
"""

import secrets
import socket
import subprocess
import sys
import time
from pathlib import Path

from kiosk import paths
from kiosk.central.mail.smtp import MailSettings
from kiosk.client.holds_api import HttpHoldsApi
from kiosk.domain.errors import KioskError, ServiceError
from kiosk.profiles import load_profile

START_SECONDS = 60.0
DATABASE = "holds.db"


class ServiceDidNotStart(KioskError):
    """The embedded service gave no answer in time; the message says where its own words are."""


class EmbeddedService:
    """A central service of one profile on a free port of this machine, its database and keys in `folder`.

    It sends no mail unless it is given a mail server.
    """

    def __init__(self, folder: Path, profile: str, branch: str = "", port: int = 0, mail: MailSettings | None = None) -> None:
        self.folder = folder
        self.profile = profile
        self.branch = branch or load_profile(profile).branches[0].code
        self.terminal_key = secrets.token_urlsafe(24)
        self.staff_key = secrets.token_urlsafe(24)
        self._mail = mail
        self._port = port or _free_port()
        self.url = f"http://127.0.0.1:{self._port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts the service and waits until it answers. Raises ServiceDidNotStart."""
        self.folder.mkdir(parents=True, exist_ok=True)
        settings = self.folder / "central.toml"
        settings.touch(mode=0o600)
        settings.write_text(self._settings(), encoding="utf-8")
        command = [sys.executable, "-m", "kiosk", "central", "serve", "--config", str(settings)]
        said = self.folder / "central.log"
        with said.open("wb") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=paths.ROOT)  # noqa: S603  # our own program
        self._wait_until_it_answers(said)

    def _settings(self) -> str:
        secret = self.folder / "secret.key"  # kept beside the database: what it sealed must open after a restart
        if not secret.exists():
            secret.touch(mode=0o600)
            secret.write_text(secrets.token_urlsafe(32), encoding="utf-8")
        return (
            f'database = "sqlite:///{self.folder / DATABASE}"\n'
            f'profile = "{self.profile}"\nport = {self._port}\ndemo = true\n'
            f'secret_key = "{secret.read_text(encoding="utf-8")}"\n'
            f'[[staff]]\nid = "desk"\nkey = "{self.staff_key}"\n'
            f'[[terminals]]\nid = "floor-1"\nbranch = "{self.branch}"\nkey = "{self.terminal_key}"\n'
            + (f'[mail]\nhost = "{mail.host}"\nport = {mail.port}\nsender = "{mail.sender}"\n' if (mail := self._mail) else "")
        )

    def _wait_until_it_answers(self, said: Path) -> None:
        api = HttpHoldsApi(self.url, self.terminal_key)
        give_up_at = time.monotonic() + START_SECONDS
        while time.monotonic() < give_up_at:
            try:
                api.profile()
            except ServiceError:
                if self._process is None or self._process.poll() is not None:
                    break
                time.sleep(0.1)
            else:
                return
        self.stop()
        raise ServiceDidNotStart(f"the central service did not start; what it said is in {said}")

    @property
    def is_running(self) -> bool:
        """Whether the service's process is there."""
        return self._process is not None and self._process.poll() is None

    @property
    def process_id(self) -> int:
        """The number of the service's process. Raises RuntimeError before it was started."""
        if self._process is None:
            raise RuntimeError("the service has not been started")
        return self._process.pid

    def kill(self) -> None:
        """Ends the service at once, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def stop(self) -> None:
        """Lets the service finish what it is doing, and end."""
        if self._process is not None and self.is_running:
            self._process.terminate()
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()

    def __enter__(self) -> "EmbeddedService":
        self.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
