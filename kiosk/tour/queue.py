"""What the tour's patron sees of the queue at work: the desk accepts, takes back, sends off; the list tells what follows."""

from kiosk.domain.circulation import HoldState, ReleaseOn
from kiosk.terminal.presenters.holds import HoldsPresenter, HoldView
from kiosk.terminal.visit import Step
from kiosk.tour.player import Player


class QueueScene:
    """Plays the desk, and opens the list of holds anew after each of its acts."""

    def __init__(self, player: Player, pickup_branch: str) -> None:
        self._player = player
        self._pickup_branch = pickup_branch

    def play(self) -> None:
        """Every hold is accepted where that is needed; then a series finds its order, or one title its way."""
        player = self._player
        if player.profile.holds.is_provisional:
            for title_id in (player.props.series[0], player.props.single):
                player.desk.accept_hold(self.hold(title_id).hold_id)
            self._look("holds-accepted", player.props.series[0], HoldState.WAITING)
        if player.terminal.can_sequence:
            self._watch_the_series()
        else:
            self._watch_one()

    def _watch_the_series(self) -> None:
        """Volume 2 comes back first and nobody is told; volume 1 comes back and is ready; what then becomes of volume 2 is the
        profile's word."""
        player, branch = self._player, self._player.terminal.branch
        (first, second, _third), items = player.props.series, player.props.series_items
        player.desk.return_item(items[1], branch)
        self._look("holds-second-returned-first", second, HoldState.WAITING)
        player.desk.return_item(items[0], branch)
        self._look("holds-first-returned", first, HoldState.READY)
        is_by_allocation = player.profile.holds.sequences is ReleaseOn.ALLOCATION
        player.desk.return_item(items[1], branch)
        self._look("holds-second-fetched-from-shelf", second, HoldState.READY if is_by_allocation else HoldState.WAITING)

    def _watch_one(self) -> None:
        """It comes back, travels where it must, and is promised to the patron just when the library says so (CH-08, KT-13)."""
        player = self._player
        title_id, item_id = player.props.series[0], player.props.series_items[0]
        player.desk.return_item(item_id, player.terminal.branch)
        if self._pickup_branch != player.terminal.branch:
            self._look("holds-sent-off", title_id, HoldState.IN_TRANSIT)
            player.desk.return_item(item_id, self._pickup_branch)
        if player.profile.hold_shelf.is_ready_when_told:
            self._look("holds-being-prepared", title_id, HoldState.IN_TRANSIT)
            self._tell(self.hold(title_id).hold_id)
        self._look("holds-first-returned", title_id, HoldState.READY)

    def _tell(self, hold_id: str) -> None:
        """The tour's service has no mail server: what a mail would say, staff say."""
        for line in self._player.desk.worklist().lines:
            if line.hold_id == hold_id:
                self._player.desk.tick_off(line.notice_id)

    def _look(self, title: str, title_id: str, expected: HoldState) -> None:
        """The list, opened anew, must show that hold in that state."""
        player = self._player
        player.finger.tap("top-menu")
        player.finger.until(lambda: player.is_at(Step.MENU), "menu")
        player.finger.tap("menu-holds")
        player.recorder.see(lambda: self.is_listed(title_id, expected), title, "menu-holds")

    def is_listed(self, title_id: str, state: HoldState) -> bool:
        """Whether the list shows that title in that state."""
        return any(hold.title.title_id == title_id and hold.state_kind == state for hold in self._listed())

    def hold(self, title_id: str) -> HoldView:
        """The listed hold of a title. Raises LookupError when there is none."""
        for hold in self._listed():
            if hold.title.title_id == title_id:
                return hold
        raise LookupError(f"{title_id} is not among the holds")

    def _listed(self) -> tuple[HoldView, ...]:
        presenter = self._player.terminal.presenter
        return presenter.state.holds if isinstance(presenter, HoldsPresenter) and not presenter.awaiting else ()
