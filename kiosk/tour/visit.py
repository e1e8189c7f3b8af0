"""The visit that the tour plays: register, log in, search, a series in order, the queue at work, idle to the end."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.central.demo import DemoPatron
from kiosk.client.desk import HttpDesk
from kiosk.domain.circulation import HoldState, ReleaseOn
from kiosk.terminal.presenters.holds import HoldsPresenter, HoldView
from kiosk.terminal.presenters.login import LoginPresenter
from kiosk.terminal.terminal import Terminal
from kiosk.terminal.visit import Step
from kiosk.tour.recorder import Recorder
from kiosk.ui.finger import Finger

PASSWORD = "athena2026"


@dataclass(frozen=True, slots=True)
class Props:
    """What the script plays with: the patron, the work's volumes in order, one more title, and the copies' numbers."""

    patron: DemoPatron
    series_words: str
    series: tuple[str, ...]
    series_items: tuple[str, ...]
    single_words: str
    single: str


class TourVisit:
    """Plays the script; every step ends with a condition that must come true, so that a tour that ends has proved it."""

    def __init__(self, finger: Finger, terminal: Terminal, recorder: Recorder, desk: HttpDesk, props: Props) -> None:
        self._finger = finger
        self._terminal = terminal
        self._recorder = recorder
        self._desk = desk
        self._props = props

    def play(self) -> None:
        """The whole visit."""
        self._register()
        self._fill_cart()
        self._order_and_submit()
        self._watch_the_queue()
        self._cancel_one()
        self._leave()

    def _register(self) -> None:
        recorder, patron = self._recorder, self._props.patron
        recorder.see(lambda: self._terminal.visit.step is Step.REST, "rest")
        recorder.tap_to("register", Step.REGISTER_TERMS, "terms")
        self._finger.tap("agree")
        recorder.tap_to("primary", Step.REGISTER_IDENTITY, "identity")
        recorder.see(lambda: self._form_text("card_number") == patron.card_number, "card-read")
        self._type("birth_date", f"{patron.birth_date:%Y%m%d}")
        self._type("phone", patron.phone_1)
        recorder.see(lambda: self._terminal.presenter.state.can_submit, "identity-filled")
        recorder.tap_to("primary", Step.REGISTER_PASSWORD, "new-password")
        self._type("password", PASSWORD)
        self._type("password_again", PASSWORD)
        recorder.see(lambda: self._terminal.presenter.state.can_submit, "new-password-filled")
        recorder.tap_to("primary", Step.REGISTER_DONE, "registered")
        recorder.tap_to("primary", Step.LOGIN, "login-card")
        self._log_in("menu", Step.MENU)

    def _log_in(self, title: str, step: Step) -> None:
        recorder = self._recorder
        recorder.see(lambda: isinstance(self._terminal.presenter, LoginPresenter) and self._has_card, f"{title}-login-password")
        self._type("password", PASSWORD)
        recorder.tap_to("primary", step, title)

    @property
    def _has_card(self) -> bool:
        return self._terminal.visit.card_number is not None

    def _fill_cart(self) -> None:
        recorder, props = self._recorder, self._props
        recorder.tap_to("top-search", Step.SEARCH, "search")
        self._search(props.series_words, "results-series")
        recorder.tap_to(f"row-{props.series[0]}", Step.DETAIL, "detail-series")
        recorder.tap("add-series", lambda: len(self._terminal.visit.cart) == len(props.series), "series-in-cart")
        recorder.tap_to("top-search", Step.SEARCH, "search-again")
        self._finger.tap("key-clear")
        self._search(props.single_words, "results-single")
        recorder.tap_to(f"row-{props.single}", Step.DETAIL, "detail-single")
        wanted = len(props.series) + 1
        recorder.tap("primary", lambda: len(self._terminal.visit.cart) == wanted, "single-in-cart")
        recorder.tap_to("top-cart", Step.CART, "cart")

    def _search(self, words: str, title: str) -> None:
        for key in _keys(words):
            self._finger.tap(f"key-{key}")
        self._recorder.see(lambda: self._form_text("query") == words, f"{title}-typed")
        self._recorder.tap_to("primary", Step.RESULTS, title)

    def _order_and_submit(self) -> None:
        recorder, props = self._recorder, self._props
        recorder.tap("order", lambda: self._terminal.presenter.state.is_ordering, "ordering")
        for title_id in props.series:
            self._finger.tap(f"order-{title_id}")
        recorder.see(lambda: self._terminal.visit.cart.sequence == props.series, "ordered")
        recorder.tap("finish-order", lambda: not self._terminal.presenter.state.is_ordering, "cart-in-order")
        recorder.tap_to("primary", Step.PICKUP, "pickup")
        self._finger.tap("contact-email")
        recorder.see(lambda: self._terminal.presenter.state.can_proceed, "pickup-chosen")
        recorder.tap_to("primary", Step.CONFIRM, "confirm")
        recorder.tap_to("primary", Step.DONE, "done")
        recorder.tap_to("see-holds", Step.HOLDS, "holds")

    def _watch_the_queue(self) -> None:
        """Volume 2 comes back first and nobody is told; volume 1 comes back and is ready; what then becomes of volume 2 is the
        profile's word."""
        first, second, _third = self._props.series_items
        self._bring_back(second, "holds-second-returned-first", HoldState.WAITING, 1)
        self._bring_back(first, "holds-first-returned", HoldState.READY, 0)
        is_by_allocation = self._terminal.profile.holds.sequences is ReleaseOn.ALLOCATION
        expected = HoldState.READY if is_by_allocation else HoldState.WAITING
        self._bring_back(second, "holds-second-fetched-from-shelf", expected, 1)

    def _bring_back(self, item_id: str, title: str, expected: HoldState, place: int) -> None:
        """The desk scans an item in; the list, opened anew, must show what follows for the volume at `place`."""
        self._desk.return_item(item_id, self._terminal.branch)
        self._finger.tap("top-menu")
        self._finger.until(lambda: self._terminal.visit.step is Step.MENU and not self._terminal.presenter.awaiting, "menu")
        self._finger.tap("menu-holds")
        self._recorder.see(lambda: self._is_listed(self._props.series[place], expected), title, "menu-holds")

    def _is_listed(self, title_id: str, state: HoldState) -> bool:
        hold = self._hold(title_id)
        return hold is not None and hold.state_kind == state

    def _hold(self, title_id: str) -> HoldView | None:
        presenter = self._terminal.presenter
        if not isinstance(presenter, HoldsPresenter) or presenter.awaiting:
            return None
        return next((hold for hold in presenter.state.holds if hold.title.title_id == title_id), None)

    def _cancel_one(self) -> None:
        recorder, single = self._recorder, self._props.single
        hold = self._hold(single)
        if hold is None:
            raise LookupError("the single title is not among the holds")
        recorder.tap(f"cancel-{hold.hold_id}", lambda: self._terminal.presenter.state.asking, "cancel-asked")
        recorder.tap("confirm-cancel", lambda: self._is_listed(single, HoldState.CANCELLED), "cancelled")
        recorder.tap_to("top-menu", Step.MENU, "menu-again")
        recorder.tap_to("menu-loans", Step.LOANS, "loans")
        renewable = next(loan for loan in self._terminal.presenter.state.loans if loan.can_renew)
        recorder.tap(f"renew-{renewable.loan_id}", lambda: self._terminal.presenter.state.notice, "renewed")

    def _leave(self) -> None:
        recorder = self._recorder
        recorder.see(lambda: self._finger.find("continue"), "idle-warning")
        recorder.see(lambda: self._terminal.visit.step is Step.REST, "rest-again")

    def _type(self, field: str, text: str) -> None:
        """Types into a field by touches; its keyboard comes with it."""
        if self._terminal.presenter.form.active != field:  # type: ignore[attr-defined]  # a form's presenter
            self._finger.tap(f"field-{field}")
        for character in text:
            self._finger.tap(f"key-{character}")
        self._finger.until(lambda: self._form_text(field) == text, f"{field} typed")

    def _form_text(self, field: str) -> str:
        form = getattr(self._terminal.presenter, "form", None)
        return form[field] if form is not None and any(each.name == field for each in form.fields) else ""


def _keys(kana: str) -> Iterator[str]:
    """The keys of the kana board for that text: a voiced kana is its plain one and then the mark."""
    marks = {"\u3099": "dakuten", "\u309a": "handakuten"}
    for character in kana:
        for part in unicodedata.normalize("NFD", character):
            yield marks.get(part, part)
