"""One screen a step of the visit; `kv/screens/x.kv` draws what `kiosk/ui/screens/x.py` holds."""

from collections.abc import Mapping

from kiosk.terminal.visit import Step
from kiosk.ui.screens.account import AccountScreen
from kiosk.ui.screens.bookshelf import BookshelfScreen
from kiosk.ui.screens.cart import CartScreen
from kiosk.ui.screens.children import ChildrenScreen
from kiosk.ui.screens.confirm import ConfirmScreen
from kiosk.ui.screens.detail import DetailScreen
from kiosk.ui.screens.done import DoneScreen
from kiosk.ui.screens.emails import EmailsScreen
from kiosk.ui.screens.hold_order import HoldOrderScreen
from kiosk.ui.screens.holds import HoldsScreen
from kiosk.ui.screens.kiosk_screen import KioskScreen
from kiosk.ui.screens.loans import LoansScreen
from kiosk.ui.screens.login import LoginScreen
from kiosk.ui.screens.menu import MenuScreen
from kiosk.ui.screens.out_of_service import OutOfServiceScreen
from kiosk.ui.screens.password_change import PasswordChangeScreen
from kiosk.ui.screens.pickup import PickupScreen
from kiosk.ui.screens.reading_goal import ReadingGoalScreen
from kiosk.ui.screens.reading_history import ReadingHistoryScreen
from kiosk.ui.screens.register_done import RegisterDoneScreen
from kiosk.ui.screens.register_identity import RegisterIdentityScreen
from kiosk.ui.screens.register_password import RegisterPasswordScreen
from kiosk.ui.screens.register_terms import RegisterTermsScreen
from kiosk.ui.screens.rest import RestScreen
from kiosk.ui.screens.results import ResultsScreen
from kiosk.ui.screens.search import SearchScreen
from kiosk.ui.screens.shelves import ShelvesScreen

SCREENS: Mapping[Step, type[KioskScreen]] = {
    Step.REST: RestScreen,
    Step.SEARCH: SearchScreen,
    Step.RESULTS: ResultsScreen,
    Step.DETAIL: DetailScreen,
    Step.SHELVES: ShelvesScreen,
    Step.CHILDREN: ChildrenScreen,
    Step.CART: CartScreen,
    Step.PICKUP: PickupScreen,
    Step.HOLD_CHANGE: PickupScreen,
    Step.HOLD_ORDER: HoldOrderScreen,
    Step.LOGIN: LoginScreen,
    Step.CONFIRM: ConfirmScreen,
    Step.DONE: DoneScreen,
    Step.MENU: MenuScreen,
    Step.LOANS: LoansScreen,
    Step.HOLDS: HoldsScreen,
    Step.ACCOUNT: AccountScreen,
    Step.PASSWORD_CHANGE: PasswordChangeScreen,
    Step.EMAILS: EmailsScreen,
    Step.BOOKSHELF: BookshelfScreen,
    Step.READING_HISTORY: ReadingHistoryScreen,
    Step.READING_GOAL: ReadingGoalScreen,
    Step.REGISTER_TERMS: RegisterTermsScreen,
    Step.REGISTER_IDENTITY: RegisterIdentityScreen,
    Step.REGISTER_PASSWORD: RegisterPasswordScreen,
    Step.REGISTER_DONE: RegisterDoneScreen,
    Step.OUT_OF_SERVICE: OutOfServiceScreen,
}
