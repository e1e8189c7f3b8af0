"""A small HTTP client for many simulated terminals in one thread: keep-alive, one request at a time, and how long each took."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

IDLE_SECONDS = 4.0
"""A connection that has been still for longer is not used again: the server closes them after five."""
TIME_LIMIT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; status 0 stands for none at all."""

    status: int
    content: bytes
    seconds: float

    @property
    def body(self) -> Any:
        """The JSON of the answer."""
        return json.loads(self.content)


class Line:
    """One connection to the service, made anew when it was closed."""

    def __init__(self, host: str, port: int, **headers: str) -> None:
        self._address = host, port
        self.headers = {"Host": f"{host}:{port}", **{name.replace("_", "-"): value for name, value in headers.items()}}
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._used_at = 0.0

    async def call(self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None) -> Answer:
        """Send a request and wait for its answer."""
        sent = b"" if body is None else json.dumps(body).encode()
        named = {**self.headers, **(headers or {}), "Content-Length": str(len(sent)), "Content-Type": "application/json"}
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in named.items())
        began = perf_counter()
        try:
            async with asyncio.timeout(TIME_LIMIT_SECONDS):
                status, content = await self._exchange(head.encode() + b"\r\n" + sent)
        except (OSError, EOFError, TimeoutError, ValueError):
            self.close()
            status, content = 0, b""
        self._used_at = perf_counter()
        return Answer(status, content, self._used_at - began)

    async def _exchange(self, request: bytes) -> tuple[int, bytes]:
        if perf_counter() - self._used_at > IDLE_SECONDS:
            self.close()
        if self._streams is None:
            self._streams = await asyncio.open_connection(*self._address)
        reader, writer = self._streams
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        lines = head.decode("latin-1").lower().split("\r\n")
        fields = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
        content = await reader.readexactly(int(fields.get("content-length", "0")))
        if fields.get("connection") == "close":
            self.close()
        return int(lines[0].split(" ")[1]), content

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None
