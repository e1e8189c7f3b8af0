"""The tour's shortest ways from a found title to its hold, their touches counted; leaves the rest of the visit to others."""

from kiosk.terminal.visit import Step
from kiosk.tour.player import Player

MOST_FOR_ONE = 4
"""The most touches from a title's row among the results to its hold, the patron being logged in."""
MOST_FOR_SERIES = 6
"""The same for three volumes to come in order."""


class QuickHolds:
    """Holds one title, and a series where the library has sequences, without anything that is not needed for it."""

    def __init__(self, player: Player) -> None:
        self._player = player

    def play(self) -> None:
        """Both ways, each from the results to the done screen."""
        player = self._player
        props, terminal, recorder = player.props, player.terminal, player.recorder
        recorder.tap_to("top-search", Step.SEARCH, "quick-search")
        player.search(props.quick_single_words, "quick-results-single")
        with recorder.touches.way("one title", MOST_FOR_ONE):
            recorder.tap_to(f"row-{props.quick_single}", Step.DETAIL, "quick-detail-single")
            recorder.tap("primary", lambda: props.quick_single in terminal.visit.cart, "quick-single-in-cart")
            self._confirm("single")
        if not terminal.can_sequence:
            return
        recorder.tap_to("top-search", Step.SEARCH, "quick-search-again")
        player.search(props.quick_series_words, "quick-results-series")
        with recorder.touches.way("three volumes in order", MOST_FOR_SERIES):
            recorder.tap_to(f"row-{props.quick_series[0]}", Step.DETAIL, "quick-detail-series")
            recorder.tap("add-series", lambda: terminal.visit.cart.sequence == props.quick_series, "quick-series-in-cart")
            self._confirm("series")

    def _confirm(self, name: str) -> None:
        """From the title with its cart filled to the hold; every line of it accepted."""
        recorder, terminal = self._player.recorder, self._player.terminal
        count = len(terminal.visit.cart)
        recorder.tap_to("primary", Step.CONFIRM, f"quick-confirm-{name}")
        recorder.tap_to("primary", Step.DONE, f"quick-done-{name}")
        self._player.finger.until(lambda: terminal.presenter.state.accepted_count == count, f"all {count} holds accepted")
