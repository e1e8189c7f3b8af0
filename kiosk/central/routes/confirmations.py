"""The public page behind the link in a mail. Looking at it changes nothing: programs that check mails open links too."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import HTMLResponse

from kiosk.central.confirmation_page import ConfirmationPage
from kiosk.central.confirmations import ConfirmationKind, UnknownLink
from kiosk.central.routes.access import CentralPart

router = APIRouter(prefix="/v1/confirmations", include_in_schema=False)
_UNKNOWN, _OVER = 404, 410
Token = Annotated[str, Path(max_length=300)]


def page_of(request: Request) -> ConfirmationPage:
    """The page as this library draws it."""
    page: ConfirmationPage = request.app.state.confirmation_page
    return page


Page = Annotated[ConfirmationPage, Depends(page_of)]


@router.get("/{token}")
def show_confirmation(central: CentralPart, page: Page, token: Token) -> HTMLResponse:
    """Ask whether what the link stands for is to be settled."""
    try:
        with central.store.reading() as session:
            kind = central.confirmations.kind_of(session, token)
    except UnknownLink:
        return _void(page, _UNKNOWN)
    return _void(page, _OVER) if kind is None else HTMLResponse(page.html(kind.value, has_button=True), 200, page.headers)


@router.post("/{token}")
def settle_confirmation(central: CentralPart, page: Page, token: Token) -> HTMLResponse:
    """Settle it: the button on the page was pressed."""
    try:
        with central.store.writing() as session:
            kind: ConfirmationKind | None = central.confirmations.settle(session, token)
    except UnknownLink:
        return _void(page, _UNKNOWN)
    return _void(page, _OVER) if kind is None else HTMLResponse(page.html(f"{kind.value}-done"), 200, page.headers)


def _void(page: ConfirmationPage, status: int) -> HTMLResponse:
    return HTMLResponse(page.html("void"), status, page.headers)
