"""One HTTP request as it is told to be, well formed or not, for those who test a service's side of the contract."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

import requests

from kiosk.domain.errors import ServiceUnreachable

TIME_LIMITS_SECONDS = (3.0, 15.0)


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """What came back. Header names are without regard to case."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)


class RawCaller:
    """Calls a service at `base_url`. Safe to use from several threads; each has connections of its own."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._of_thread = threading.local()

    def call(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None) -> RawAnswer:
        """The answer, whatever its status. Raises ServiceUnreachable when there is none."""
        try:
            answer = self._http().request(
                method,
                self._base_url + path,
                data=body,
                headers=dict(headers),
                timeout=TIME_LIMITS_SECONDS,
                allow_redirects=False,
            )
        except (requests.RequestException, ValueError):
            raise ServiceUnreachable("no answer from the service") from None
        return RawAnswer(answer.status_code, answer.headers, answer.content)

    def _http(self) -> requests.Session:
        http: requests.Session | None = getattr(self._of_thread, "http", None)
        if http is None:
            http = requests.Session()
            http.trust_env = False  # no proxy and no password file of the environment
            self._of_thread.http = http
        return http
