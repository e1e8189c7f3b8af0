"""The order of holds that are there already: 順番予約 set afterwards (KU-08, KK-02)."""

from dataclasses import dataclass

from kiosk.domain.circulation import Hold, HoldList, HoldState
from kiosk.domain.requests import SequenceRequest
from kiosk.terminal.presenters.cart import CartLineView
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import release_sentence, title_view, volume_name
from kiosk.terminal.saying import Said
from kiosk.terminal.visit import Step


@dataclass(frozen=True, slots=True)
class HoldOrderState:
    """The waiting holds, each with its place in the new order, from 1, or 0."""

    lines: tuple[CartLineView, ...]
    order_note: str
    can_save: bool
    awaiting: str
    problem: Said | None


class HoldOrderPresenter(Presenter):
    """Touches give the waiting holds their places; nothing changes before it is saved."""

    _holds: tuple[Hold, ...] = ()
    _order: tuple[str, ...] = ()

    def enter(self) -> None:
        """Asks for the holds as they are now."""
        session = self.terminal.visit.session
        if session is not None:
            self.ask("awaiting-holds", lambda api: api.holds(session), self._listed)

    def _listed(self, answer: HoldList) -> None:
        self._holds = tuple(hold for hold in answer.holds if hold.state is HoldState.WAITING)

    @property
    def state(self) -> HoldOrderState:
        """What to show."""
        words, profile = self.terminal.words, self.terminal.profile
        titles = {hold.title.title_id: hold.title for hold in self._holds}
        note = ""
        if len(self._order) > 1:
            first, second = (volume_name(titles[title_id]) for title_id in self._order[:2])
            note = release_sentence(words, profile.holds.sequences, first, second)
        return HoldOrderState(
            lines=tuple(
                CartLineView(title_view(words, profile, title), True, self._place(title_id))
                for title_id, title in titles.items()
            ),
            order_note=note,
            can_save=len(self._order) > 1 and not self.awaiting,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def _place(self, title_id: str) -> int:
        return self._order.index(title_id) + 1 if title_id in self._order else 0

    def tap_order(self, title_id: str) -> None:
        """A hold was touched: it takes the next place, or gives its own back."""
        if title_id in self._order:
            self._order = tuple(each for each in self._order if each != title_id)
        else:
            self._order = (*self._order, title_id)
        self.terminal.changed()

    def save(self) -> None:
        """「順番予約申込み」"""
        session = self.terminal.visit.session
        if session is None or not self.state.can_save:
            return
        ids = {hold.title.title_id: hold.hold_id for hold in self._holds}
        request = SequenceRequest(tuple(ids[title_id] for title_id in self._order))
        self.ask(
            "awaiting-change",
            lambda api: api.put_in_sequence(session, request),
            lambda _listed: self.terminal.open(Step.HOLDS),
        )
