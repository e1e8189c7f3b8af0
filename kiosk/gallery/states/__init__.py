"""Every screen's example states as named fixtures, with what is hardest to set: long, many, none, wrong."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.gallery.states.bookshelf import bookshelf, reading_goal, reading_history
from kiosk.gallery.states.entering import (
    login,
    out_of_service,
    register_done,
    register_identity,
    register_password,
    register_terms,
)
from kiosk.gallery.states.examples import States
from kiosk.gallery.states.finding import detail, rest, results, search
from kiosk.gallery.states.holding import cart, confirm, done, hold_change, hold_order, pickup
from kiosk.gallery.states.overlays import comfort, focus, idle
from kiosk.gallery.states.patron import account, emails, holds, loans, menu, password_change
from kiosk.gallery.states.shelves import children, shelves
from kiosk.terminal.visit import Step
from kiosk.terminal.words import Words

STATES: Mapping[str, Callable[[Words], States]] = {
    Step.REST: rest,
    Step.SEARCH: search,
    Step.RESULTS: results,
    Step.DETAIL: detail,
    Step.SHELVES: shelves,
    Step.CHILDREN: children,
    Step.CART: cart,
    Step.PICKUP: pickup,
    Step.LOGIN: login,
    Step.CONFIRM: confirm,
    Step.DONE: done,
    Step.MENU: menu,
    Step.LOANS: loans,
    Step.HOLDS: holds,
    Step.HOLD_CHANGE: hold_change,
    Step.HOLD_ORDER: hold_order,
    Step.ACCOUNT: account,
    Step.PASSWORD_CHANGE: password_change,
    Step.EMAILS: emails,
    Step.BOOKSHELF: bookshelf,
    Step.READING_HISTORY: reading_history,
    Step.READING_GOAL: reading_goal,
    Step.REGISTER_TERMS: register_terms,
    Step.REGISTER_IDENTITY: register_identity,
    Step.REGISTER_PASSWORD: register_password,
    Step.REGISTER_DONE: register_done,
    Step.OUT_OF_SERVICE: out_of_service,
    "comfort": comfort,
    "idle": idle,
    "focus": focus,
}
"""The makers of states by screen, and by what lies over screens; each gives its states by name, in the language of its
words.
"""


def example(screen: str, name: str, words: Words) -> Any:
    """The state of that name on that screen. Raises KeyError for a name that the screen does not have."""
    return STATES[screen](words)[name]
