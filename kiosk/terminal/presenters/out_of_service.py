"""Out of service: says so, keeps trying, and comes back by itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.errors import ServiceError
from kiosk.domain.requests import TerminalProfile
from kiosk.domain.shelf_map import ShelfMap
from kiosk.terminal.finding import MapView
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.today import Today, today
from kiosk.terminal.visit import Step, StepOpened

RETRY_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class FloorTab:
    """A floor to look at."""

    picture: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class OutOfServiceState:
    """`is_starting` until the service was there once; from then on what is known of the day and the floors is shown.

    `floors` are those of which a map was kept, `floor` the one chosen.
    """

    is_starting: bool
    today: Today | None = None
    floors: tuple[FloorTab, ...] = ()
    floor: MapView | None = None


class OutOfServicePresenter(Presenter):
    """Asks for the profile every `RETRY_SECONDS`; the answer puts the terminal in service."""

    _floor = ""
    _asked_at: float | None = None
    _is_asking = False
    """A slow answer is waited for: asking anew would make it void."""

    @property
    def state(self) -> OutOfServiceState:
        """What to show."""
        terminal = self.terminal
        if not terminal.has_profile:
            return OutOfServiceState(is_starting=True)
        maps = [each for each in terminal.profile.shelf_maps if each.branch == terminal.branch]
        kept = [each for each in maps if each.picture in terminal.shelf_maps]
        chosen = next((each for each in kept if each.picture == self._floor), kept[0] if kept else None)
        names = {each.picture: terminal.words.of(each.name) for each in kept}
        return OutOfServiceState(
            is_starting=False,
            today=today(terminal),
            floors=tuple(FloorTab(each.picture, names[each.picture], each is chosen) for each in kept),
            floor=self._view(chosen, names) if chosen is not None else None,
        )

    def _view(self, chosen: ShelfMap, names: Mapping[str, str]) -> MapView:
        return MapView(names[chosen.picture], "", None, chosen.here, self.terminal.shelf_maps[chosen.picture])

    def choose_floor(self, picture: str) -> None:
        """The map of another floor."""
        self._floor = picture
        self.terminal.changed()

    def tick(self, seconds: float) -> None:
        """Tries again when it is time."""
        is_time = self._asked_at is None or seconds - self._asked_at >= RETRY_SECONDS
        if is_time and not self._is_asking:
            self._asked_at, self._is_asking = seconds, True
            self.terminal.ask(lambda api: api.profile(), self._answered, self._failed)

    def _failed(self, _error: ServiceError) -> None:
        self._is_asking = False

    def _answered(self, place: TerminalProfile) -> None:
        self.terminal.start(place)
        self.terminal.dispatch(StepOpened(Step.REST))
