"""The confirmation screen: everything once more, then one touch that submits (KU-05, OK-06)."""

from dataclasses import dataclass

from kiosk.domain.circulation import HoldRequestOutcome, HoldRequestState
from kiosk.domain.errors import ServiceError, ServiceUnreachable
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import (
    TitleView,
    branch_name,
    carried_sentence,
    contact_name,
    release_sentence,
    title_view,
    volume_name,
)
from kiosk.terminal.saying import Said
from kiosk.terminal.submission import submit
from kiosk.terminal.visit import HoldsAnswered, Step


@dataclass(frozen=True, slots=True)
class ConfirmLine:
    """A title to be held; `order` is its place in the sequence, from 1, or 0."""

    title: TitleView
    order: int


@dataclass(frozen=True, slots=True)
class ConfirmState:
    """What would be submitted. `copy` is whether a mail with the content is wished, empty where none is offered (KT-07).

    `notes` say what else to know: that it is provisional (CH-07, KT-08), that something must be carried (CH-08).
    """

    lines: tuple[ConfirmLine, ...]
    branch: str
    contact: str
    copy: str
    order_note: str
    notes: tuple[str, ...]
    can_submit: bool
    awaiting: str
    problem: Said | None
    is_unknown: bool = False
    """Nobody knows whether the holds were placed: the list of holds will show it."""


class ConfirmPresenter(Presenter):
    """One key for one touch; while it is under way, nothing else can be done and the visit does not run out."""

    _said: str = ""

    @property
    def state(self) -> ConfirmState:
        """What to show."""
        terminal, visit = self.terminal, self.terminal.visit
        words, profile, cart = terminal.words, terminal.profile, visit.cart
        in_order = [line.title for line in cart.checked if cart.order(line.title.title_id)]
        note = ""
        if len(in_order) > 1:
            note = release_sentence(words, profile.holds.sequences, volume_name(in_order[0]), volume_name(in_order[1]))
        return ConfirmState(
            lines=tuple(
                ConfirmLine(title_view(words, profile, line.title), cart.order(line.title.title_id) or 0)
                for line in cart.checked
            ),
            branch=branch_name(words, profile, visit.pickup.branch),
            contact=contact_name(words, profile, visit.pickup.contact),
            copy=words("pickup-copy-yes" if visit.pickup.wants_copy else "pickup-copy-no") if profile.holds.offers_copy else "",
            order_note=note,
            notes=self._notes(),
            can_submit=bool(cart.checked) and not self.awaiting,
            awaiting=self.awaiting,
            problem=Said(words(self._said), words(f"{self._said}-remedy")) if self._said else self.problem,
            is_unknown=self._said == "submission-unknown",
        )

    def _notes(self) -> tuple[str, ...]:
        terminal, visit = self.terminal, self.terminal.visit
        words, profile = terminal.words, terminal.profile
        provisional = words("confirm-provisional") if profile.holds.is_provisional else ""
        carried = carried_sentence(words, profile, (line.title for line in visit.cart.checked), visit.pickup.branch)
        return tuple(note for note in (provisional, carried) if note)

    def submit(self) -> None:
        """「予約申込み」"""
        terminal, visit = self.terminal, self.terminal.visit
        session = visit.session
        if session is None or not self.state.can_submit:
            return
        outside = terminal.outside
        key = outside.new_key()
        request = visit.cart.request(visit.pickup.branch, visit.pickup.contact, visit.pickup.wants_copy)
        self._said = ""
        terminal.is_sending = True
        self.ask(
            "awaiting-submission",
            lambda api: submit(api, session, key, request, outside.pause, outside.seconds),
            self._answered,
            self._failed,
        )

    def _answered(self, outcome: HoldRequestOutcome) -> None:
        self._is_over()
        if outcome.state is HoldRequestState.VOID:
            self._said = "submission-not_placed"
        else:
            self.terminal.dispatch(HoldsAnswered(outcome))

    def _failed(self, error: ServiceError) -> bool:
        self._is_over()
        if isinstance(error, ServiceUnreachable):
            self._said = "submission-unknown"
            return True
        return False

    def dismiss(self) -> None:
        """Puts the trouble away."""
        self._said = ""
        super().dismiss()

    def leave(self) -> None:
        """Nothing is being sent from any other screen."""
        self.terminal.is_sending = False

    def _is_over(self) -> None:
        self.terminal.is_sending = False
        self.terminal.touched()

    def change(self) -> None:
        """Other titles or another order after all."""
        if not self.awaiting:
            self.terminal.open(Step.CART)

    def see_holds(self) -> None:
        """To the list of holds, where it shows what was placed."""
        if not self.awaiting:
            self.terminal.open(Step.HOLDS)

    def change_pickup(self) -> None:
        """Another branch or contact method after all."""
        if not self.awaiting:
            self.terminal.open(Step.PICKUP)
