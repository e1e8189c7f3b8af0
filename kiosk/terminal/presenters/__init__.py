"""One presenter a step: it publishes one frozen state, and the screen calls its commands."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from kiosk.terminal.presenters.account import AccountPresenter
from kiosk.terminal.presenters.bookshelf import BookshelfPresenter
from kiosk.terminal.presenters.cart import CartPresenter
from kiosk.terminal.presenters.children import ChildrenPresenter
from kiosk.terminal.presenters.confirm import ConfirmPresenter
from kiosk.terminal.presenters.detail import DetailPresenter
from kiosk.terminal.presenters.done import DonePresenter
from kiosk.terminal.presenters.emails import EmailsPresenter
from kiosk.terminal.presenters.hold_order import HoldOrderPresenter
from kiosk.terminal.presenters.holds import HoldsPresenter
from kiosk.terminal.presenters.loans import LoansPresenter
from kiosk.terminal.presenters.login import LoginPresenter
from kiosk.terminal.presenters.menu import MenuPresenter
from kiosk.terminal.presenters.out_of_service import OutOfServicePresenter
from kiosk.terminal.presenters.password_change import PasswordChangePresenter
from kiosk.terminal.presenters.pickup import HoldChangePresenter, PickupPresenter
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.presenters.reading_goal import ReadingGoalPresenter
from kiosk.terminal.presenters.reading_history import ReadingHistoryPresenter
from kiosk.terminal.presenters.register import (
    RegisterDonePresenter,
    RegisterIdentityPresenter,
    RegisterPasswordPresenter,
    RegisterTermsPresenter,
)
from kiosk.terminal.presenters.rest import RestPresenter
from kiosk.terminal.presenters.results import ResultsPresenter
from kiosk.terminal.presenters.search import SearchPresenter
from kiosk.terminal.presenters.shelves import ShelvesPresenter
from kiosk.terminal.visit import Step

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

PRESENTERS: Mapping[Step, Callable[["Terminal"], Presenter]] = {
    Step.REST: RestPresenter,
    Step.SEARCH: SearchPresenter,
    Step.RESULTS: ResultsPresenter,
    Step.DETAIL: DetailPresenter,
    Step.SHELVES: ShelvesPresenter,
    Step.CHILDREN: ChildrenPresenter,
    Step.CART: CartPresenter,
    Step.PICKUP: PickupPresenter,
    Step.LOGIN: LoginPresenter,
    Step.CONFIRM: ConfirmPresenter,
    Step.DONE: DonePresenter,
    Step.MENU: MenuPresenter,
    Step.LOANS: LoansPresenter,
    Step.HOLDS: HoldsPresenter,
    Step.HOLD_CHANGE: HoldChangePresenter,
    Step.HOLD_ORDER: HoldOrderPresenter,
    Step.ACCOUNT: AccountPresenter,
    Step.PASSWORD_CHANGE: PasswordChangePresenter,
    Step.EMAILS: EmailsPresenter,
    Step.BOOKSHELF: BookshelfPresenter,
    Step.READING_HISTORY: ReadingHistoryPresenter,
    Step.READING_GOAL: ReadingGoalPresenter,
    Step.REGISTER_TERMS: RegisterTermsPresenter,
    Step.REGISTER_IDENTITY: RegisterIdentityPresenter,
    Step.REGISTER_PASSWORD: RegisterPasswordPresenter,
    Step.REGISTER_DONE: RegisterDonePresenter,
    Step.OUT_OF_SERVICE: OutOfServicePresenter,
}
