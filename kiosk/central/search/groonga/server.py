"""Speaks to one Groonga server over HTTP, with time limits; what is said is its callers' business.

Words go in bodies, never in addresses, and no error repeats them: they are what a patron typed.
"""

import http.client
import json
import threading
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import urlencode, urlsplit
from weakref import WeakSet

from kiosk.domain.errors import CatalogueUnavailable, KioskError

ANSWER_SECONDS: Final = 10.0
"""How long an answer may take. A build asks for more."""
_CONNECT_SECONDS: Final = 2.0
_FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
_JSON: Final = {"Content-Type": "application/json"}


class GroongaRefused(KioskError):
    """The server did not do a command: `code` is Groonga's return code."""

    def __init__(self, command: str, code: int) -> None:
        super().__init__(f"Groonga refused {command} with {code}")
        self.code = code


class GroongaServer:
    """A server by its address (`http://127.0.0.1:10041`). Any number of threads may call; each has a connection of its own.

    Raises ValueError for an address that is none.
    """

    def __init__(self, url: str, answer_seconds: float = ANSWER_SECONDS) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise ValueError("the address of a Groonga server is http://host:port")
        self._make = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        self._host, self._port = parts.hostname, parts.port or 10041
        self._path = parts.path.rstrip("/") + "/d/"
        self._seconds = answer_seconds
        self._own = threading.local()
        self._lock = threading.Lock()
        self._connections: WeakSet[http.client.HTTPConnection] = WeakSet()  # a thread's goes with the thread

    def call(self, command: str, arguments: Mapping[str, object] | None = None, seconds: float | None = None) -> Any:
        """What the server answers. Raises CatalogueUnavailable where nothing comes, GroongaRefused for what it cannot do."""
        body = urlencode({"command_version": 3, **(arguments or {})}).encode()
        return self._ask(command, "", body, _FORM, seconds)

    def load(self, table: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Put rows in, replacing the columns of those of the same key. Raises as `call`, also when a row was not taken."""
        wanted = list(rows)
        body = json.dumps(wanted, ensure_ascii=False, separators=(",", ":")).encode()
        said = self._ask("load", "?" + urlencode({"table": table, "command_version": 3}), body, _JSON, None)
        if said["n_loaded_records"] != len(wanted):
            raise GroongaRefused("load", 0)

    def close(self) -> None:
        """Give back every connection."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()

    def _ask(self, command: str, query: str, body: bytes, headers: Mapping[str, str], seconds: float | None) -> Any:
        try:
            said = self._exchange(f"{self._path}{command}{query}", body, headers, seconds or self._seconds)
            answer = json.loads(said)
            code = int(answer["header"]["return_code"])
        except (OSError, http.client.HTTPException, ValueError, TypeError, KeyError):
            raise CatalogueUnavailable from None
        if code == 0:
            return answer.get("body")
        if code in _NOT_NOW:
            raise CatalogueUnavailable
        raise GroongaRefused(command, code)

    def _exchange(self, path: str, body: bytes, headers: Mapping[str, str], seconds: float) -> bytes:
        """One request. A connection kept open may have been closed meanwhile, by a restart: then once more on a new one."""
        connection = self._connection()
        is_kept = connection.sock is not None
        try:
            if not is_kept:
                connection.connect()
            connection.sock.settimeout(seconds)
            connection.request("POST", path, body, dict(headers))
            response = connection.getresponse()
            return response.read()
        except (http.client.RemoteDisconnected, ConnectionError):
            connection.close()
            if not is_kept:
                raise
        except BaseException:
            connection.close()
            raise
        return self._exchange(path, body, headers, seconds)

    def _connection(self) -> http.client.HTTPConnection:
        connection: http.client.HTTPConnection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = self._make(self._host, self._port, timeout=_CONNECT_SECONDS)
            with self._lock:
                self._connections.add(connection)
        return connection


_NOT_NOW: Final = frozenset({-4, -12, -28, -35})
"""Interrupted, no memory, no room on its disk, no memory of Groonga's own: the server's trouble, not the command's."""
