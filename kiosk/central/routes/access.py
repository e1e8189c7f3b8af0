"""Who is calling: the terminal by its key, the patron by a session at that terminal, the desk by its key.

What waits for nothing is `async`: else the framework gives it a thread, and under load a request waits for every thread.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer

from kiosk.central.confirmations import Confirmations
from kiosk.central.database import Store
from kiosk.central.entrance import Entrance
from kiosk.central.library import Library
from kiosk.central.private_records import PrivateRecords
from kiosk.central.search.port import CatalogueIndex
from kiosk.central.sessions import OpenSession, TokenKind, presented
from kiosk.central.settings import CentralSettings, StaffScope, StaffSettings, TerminalSettings
from kiosk.central.shelf_clearing import ShelfClearing
from kiosk.central.tokens import token_hash
from kiosk.domain.errors import Refused
from kiosk.domain.requests import Rights


@dataclass(frozen=True, slots=True)
class Central:
    """The parts of the running service that its routes call."""

    settings: CentralSettings
    store: Store
    library: Library
    records: PrivateRecords
    index: CatalogueIndex
    entrance: Entrance
    confirmations: Confirmations
    shelf_clearing: ShelfClearing
    terminals: dict[str, TerminalSettings]
    """By the hash of their keys."""
    staff: dict[str, StaffSettings]
    """Likewise."""


@dataclass(frozen=True, slots=True)
class Caller:
    """A patron with a good session, at the terminal it is bound to."""

    session: OpenSession
    terminal: TerminalSettings

    @property
    def patron_id(self) -> int:
        """The patron's row."""
        return self.session.patron_id

    @property
    def branch(self) -> str:
        """The branch the terminal stands in."""
        return self.terminal.branch


_TERMINAL_KEY = APIKeyHeader(name="Terminal-Key", scheme_name="terminalKey", auto_error=False)
_PATRON_TOKEN = HTTPBearer(scheme_name="patronSession", auto_error=False)
_GRANT_TOKEN = HTTPBearer(scheme_name="registrationGrant", auto_error=False)
_STAFF_KEY = HTTPBearer(scheme_name="staffKey", auto_error=False)


async def central_of(request: Request) -> Central:
    """The running service."""
    central: Central = request.app.state.central
    return central


CentralPart = Annotated[Central, Depends(central_of)]


async def terminal_of(central: CentralPart, key: Annotated[str | None, Depends(_TERMINAL_KEY)]) -> TerminalSettings:
    """The terminal whose key was sent. Raises Refused `terminal_key_invalid`."""
    terminal = central.terminals.get(token_hash(key or ""))
    if terminal is None:
        raise Refused("terminal_key_invalid")
    return terminal


CallingTerminal = Annotated[TerminalSettings, Depends(terminal_of)]
_Bearer = HTTPAuthorizationCredentials | None


def caller_of_any_rights(
    central: CentralPart, terminal: CallingTerminal, bearer: Annotated[_Bearer, Depends(_PATRON_TOKEN)]
) -> Caller:
    """The patron whose session was sent, whatever it may do. Raises SessionEnded."""
    return Caller(_presented(central, TokenKind.PATRON, bearer, terminal), terminal)


AnyCaller = Annotated[Caller, Depends(caller_of_any_rights)]


async def caller_of_full_rights(caller: AnyCaller) -> Caller:
    """The same with full rights (CH-02, KK-14). Raises Refused `rights_insufficient`."""
    if caller.session.rights is not Rights.FULL:
        raise Refused("rights_insufficient")
    return caller


FullCaller = Annotated[Caller, Depends(caller_of_full_rights)]


def grant_of(central: CentralPart, terminal: CallingTerminal, bearer: Annotated[_Bearer, Depends(_GRANT_TOKEN)]) -> OpenSession:
    """The registration grant that was sent. Raises SessionEnded."""
    return _presented(central, TokenKind.GRANT, bearer, terminal)


Grant = Annotated[OpenSession, Depends(grant_of)]


async def staff_of(central: CentralPart, bearer: Annotated[_Bearer, Depends(_STAFF_KEY)]) -> StaffSettings:
    """The staff system whose key was sent. Raises Refused `staff_key_invalid`."""
    staff = central.staff.get(token_hash(bearer.credentials if bearer else ""))
    if staff is None:
        raise Refused("staff_key_invalid")
    return staff


def require(scope: StaffScope) -> Callable[[StaffSettings], Awaitable[None]]:
    """Lets in only staff systems whose key opens that scope. Raises Refused `scope_insufficient`."""

    async def check(staff: Annotated[StaffSettings, Depends(staff_of)]) -> None:
        if scope not in staff.scopes:
            raise Refused("scope_insufficient")

    return check


async def keep_hold_shelf(central: CentralPart) -> None:
    """End what has outlived the hold shelf before anybody looks at holds or items (KU-10)."""
    if not central.shelf_clearing.is_done():
        await run_in_threadpool(central.shelf_clearing.clear)


async def forbid_storing(response: Response) -> None:
    """Keep every answer out of caches; problems say so themselves."""
    response.headers["Cache-Control"] = "no-store"


def row_id(text: str) -> int:
    """The row a hold or loan id stands for. Raises Refused `not_found` for anything that cannot be one."""
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise Refused("not_found")
    return int(text)


def _presented(central: Central, kind: TokenKind, bearer: _Bearer, terminal: TerminalSettings) -> OpenSession:
    with central.store.reading() as session:
        return presented(session, central.library, kind, bearer.credentials if bearer else "", terminal.id)
