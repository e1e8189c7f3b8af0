"""What a terminal may ask with its own key alone: the catalogue, and the ways in for a patron."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Body, Depends

from kiosk.central.catalogue_views import title_detail
from kiosk.central.routes.access import CallingTerminal, CentralPart, Grant, forbid_storing, keep_hold_shelf
from kiosk.central.search.answering import search_page
from kiosk.domain.catalogue import TitleDetail
from kiosk.domain.errors import Refused
from kiosk.domain.requests import (
    Credentials,
    Identity,
    NewPassword,
    PasswordRegistration,
    PatronSession,
    RegistrationGrant,
    TerminalProfile,
)
from kiosk.domain.search import SearchPage, SearchQuery, SuggestionQuery, Suggestions

router = APIRouter(prefix="/v1", tags=["terminal"], dependencies=[Depends(forbid_storing)])
_MAX_QUERY = 200
_MAX_ROWS = 100
_MAX_SUGGESTIONS = 20
_MAX_OFFSET = 1_000_000


@router.get("/profile")
def read_profile(central: CentralPart, terminal: CallingTerminal) -> TerminalProfile:
    """The library's profile and the branch this terminal stands in. It offers no mail that this service would not send."""
    profile = central.settings.profile
    offered = replace(profile, holds=replace(profile.holds, offers_copy=central.library.offers_copy))
    return TerminalProfile(offered, terminal.branch)


@router.post("/titles/search", dependencies=[Depends(keep_hold_shelf)])
def search_titles(central: CentralPart, terminal: CallingTerminal, query: Annotated[SearchQuery, Body()]) -> SearchPage:
    """Search the catalogue. POST, so that no query stands in a URL or a log."""
    if len(query.text) > _MAX_QUERY:
        raise Refused("invalid_request")
    offset, limit = _between(0, query.offset, _MAX_OFFSET), _between(1, query.limit, _MAX_ROWS)
    asked = replace(query, offset=offset, limit=limit)
    with central.store.reading() as session:
        return search_page(session, central.library, central.index, terminal.branch, asked)


@router.post("/suggestions")
def suggest(central: CentralPart, _terminal: CallingTerminal, query: Annotated[SuggestionQuery, Body()]) -> Suggestions:
    """Names in the catalogue that begin with what was typed so far. POST, so that it stands in no URL or log."""
    if len(query.text) > _MAX_QUERY:
        raise Refused("invalid_request")
    with central.store.reading() as session:
        return Suggestions(tuple(central.index.suggest(session, query.text, _between(1, query.limit, _MAX_SUGGESTIONS))))


@router.get("/titles/{title_id}", dependencies=[Depends(keep_hold_shelf)])
def read_title(central: CentralPart, terminal: CallingTerminal, title_id: str) -> TitleDetail:
    """One title with its items, its volumes, and whether a hold is offered here."""
    with central.store.reading() as session:
        return title_detail(session, central.library, terminal.branch, title_id)


@router.post("/sessions", status_code=201)
def open_session(central: CentralPart, terminal: CallingTerminal, credentials: Annotated[Credentials, Body()]) -> PatronSession:
    """Log in with card and password."""
    return central.entrance.log_in(credentials, terminal)


@router.post("/registrations", status_code=201)
def open_registration(
    central: CentralPart, terminal: CallingTerminal, identity: Annotated[Identity, Body()]
) -> RegistrationGrant:
    """Prove who one is, to set a password."""
    return central.entrance.prove_identity(identity, terminal)


@router.put("/registrations/current/password")
def register_password(central: CentralPart, grant: Grant, new: Annotated[NewPassword, Body()]) -> PasswordRegistration:
    """Set the password for which the grant was given, or have the link in a mail settle it."""
    return central.entrance.register(grant, new)


def _between(least: int, wished: int, most: int) -> int:
    return min(max(least, wished), most)
