"""The visit that the tour plays: come in, search, hold, cancel, hold in the fewest touches, renew, idle to the end.

What a library has no use for is left out by its profile: no registration, no order of a series, no hold to be accepted.
"""

from kiosk.domain.circulation import HoldState
from kiosk.terminal.visit import Step
from kiosk.tour.arrival import arrive
from kiosk.tour.player import Player
from kiosk.tour.queue import QueueScene
from kiosk.tour.quick_holds import QuickHolds

_DAYS_OF_A_WEEK = 7


class TourVisit:
    """Plays the script; every step ends with a condition that must come true, so that a tour that ends has proved it."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._queue = QueueScene(player, self._pickup_branch)

    @property
    def _pickup_branch(self) -> str:
        """Another branch than the terminal's where the guide speaks of the courier between them."""
        profile, here = self._player.profile, self._player.terminal.branch
        has_courier_days = len(profile.courier.weekdays) < _DAYS_OF_A_WEEK
        others = [branch.code for branch in profile.branches if branch.is_pickup and branch.code != here]
        return others[0] if has_courier_days and others else here

    def play(self) -> None:
        """The whole visit."""
        arrive(self._player)
        self._fill_cart()
        if self._player.terminal.can_sequence:
            self._put_in_order()
        self._submit()
        self._queue.play()
        self._cancel_one()
        QuickHolds(self._player).play()
        self._renew_one()
        self._leave()

    def _fill_cart(self) -> None:
        recorder, props, terminal = self._player.recorder, self._player.props, self._player.terminal
        recorder.tap_to("top-search", Step.SEARCH, "search")
        self._player.search(props.series_words, "results-series")
        recorder.tap_to(f"row-{props.series[0]}", Step.DETAIL, "detail-series")
        if terminal.can_sequence:
            recorder.tap("add-series", lambda: len(terminal.visit.cart) == len(props.series), "series-in-cart")
        else:
            recorder.tap("primary", lambda: len(terminal.visit.cart) == 1, "first-in-cart")
        before = len(terminal.visit.cart)
        recorder.tap_to("top-search", Step.SEARCH, "search-again")
        self._player.search(props.single_words, "results-single")
        recorder.tap_to(f"row-{props.single}", Step.DETAIL, "detail-single")
        recorder.tap("primary", lambda: len(terminal.visit.cart) == before + 1, "single-in-cart")
        recorder.tap_to("top-cart", Step.CART, "cart")

    def _put_in_order(self) -> None:
        recorder, props, terminal = self._player.recorder, self._player.props, self._player.terminal
        recorder.tap("order", lambda: terminal.presenter.state.is_ordering, "ordering")
        for title_id in props.series:
            self._player.finger.tap(f"order-{title_id}")
        recorder.see(lambda: terminal.visit.cart.sequence == props.series, "ordered")
        recorder.tap("finish-order", lambda: not terminal.presenter.state.is_ordering, "cart-in-order")

    def _submit(self) -> None:
        recorder, finger, terminal = self._player.recorder, self._player.finger, self._player.terminal
        recorder.tap_to("primary", Step.PICKUP, "pickup")
        if self._pickup_branch != terminal.branch:
            finger.tap(f"branch-{self._pickup_branch}")
        finger.tap("contact-email")
        if terminal.profile.holds.offers_copy:
            finger.tap("copy-yes")
        recorder.see(lambda: terminal.presenter.state.can_proceed, "pickup-chosen")
        recorder.tap_to("primary", Step.CONFIRM, "confirm")
        recorder.tap_to("primary", Step.DONE, "done")
        recorder.tap_to("see-holds", Step.HOLDS, "holds")

    def _cancel_one(self) -> None:
        recorder, terminal, single = self._player.recorder, self._player.terminal, self._player.props.single
        hold_id = self._queue.hold(single).hold_id
        recorder.tap(f"cancel-{hold_id}", lambda: terminal.presenter.state.asking, "cancel-asked")
        recorder.tap("confirm-cancel", lambda: self._queue.is_listed(single, HoldState.CANCELLED), "cancelled")

    def _renew_one(self) -> None:
        recorder, terminal = self._player.recorder, self._player.terminal
        recorder.tap_to("top-menu", Step.MENU, "menu-again")
        recorder.tap_to("menu-loans", Step.LOANS, "loans")
        renewable = next(loan for loan in terminal.presenter.state.loans if loan.can_renew)
        recorder.tap(f"renew-{renewable.loan_id}", lambda: terminal.presenter.state.notice, "renewed")

    def _leave(self) -> None:
        recorder = self._player.recorder
        recorder.see(lambda: self._player.finger.find("continue"), "idle-warning")
        recorder.see(lambda: self._player.terminal.visit.step is Step.REST, "rest-again")
