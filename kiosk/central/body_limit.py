"""Turns away requests larger than any the contract knows, before they are read into memory."""

from starlette.types import ASGIApp, Receive, Scope, Send

from kiosk.central.problems import problem

MAX_BYTES = 64 * 1024


class BodyLimit:
    """Answers 413 to a body announced as too large, and 411 to one of no announced length."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer it here."""
        if scope["type"] == "http":
            headers = dict(scope["headers"])
            length = headers.get(b"content-length", b"0")
            if b"transfer-encoding" in headers:
                return await problem(411, "length_required")(scope, receive, send)
            if len(length) > len(str(MAX_BYTES)) or int(length) > MAX_BYTES:
                return await problem(413, "too_large")(scope, receive, send)
        return await self._app(scope, receive, send)
