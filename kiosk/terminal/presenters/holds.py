"""The list of holds: their state in the library's words, cancelling and changing (KU-13, KK-10, KK-12, KU-09)."""

from dataclasses import dataclass

from kiosk.domain.circulation import Hold, HoldAction, HoldList, HoldState
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import TitleView, branch_name, contact_name, sequence_sentence, title_view, wait_sentence
from kiosk.terminal.saying import Said, say_date, say_reason
from kiosk.terminal.visit import HoldOpened, Step


@dataclass(frozen=True, slots=True)
class HoldView:
    """One hold. `state_kind` is a `HoldState`; `notes` are its position, its likely days, its sequence, its last day here."""

    hold_id: str
    title: TitleView
    state: str
    state_kind: str
    notes: tuple[str, ...]
    pickup: str
    contact: str
    can_cancel: bool
    can_change: bool
    refusals: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class HoldsState:
    """The holds; while `asking` is there, the patron is asked whether to cancel that one. `count` is a sentence."""

    holds: tuple[HoldView, ...]
    is_known: bool
    open_count: int
    limit: int
    asking: HoldView | None
    notice: str
    awaiting: str
    problem: Said | None
    can_order: bool = False
    count: str = ""


class HoldsPresenter(Presenter):
    """Asks for the list when entered and again after a change."""

    _holds: tuple[Hold, ...] | None = None
    _asking = ""
    _cancelled = ""
    _limit = 0
    _open_count = 0

    def enter(self) -> None:
        """Asks for the holds."""
        self.refresh()

    def refresh(self) -> None:
        """Asks for the holds as they are now."""
        session = self.terminal.visit.session
        if session is None:
            return

        self.ask("awaiting-holds", lambda api: api.holds(session), self._listed)

    def _listed(self, answer: HoldList) -> None:
        self._holds, self._open_count, self._limit = answer.holds, answer.open_count, answer.limit

    @property
    def state(self) -> HoldsState:
        """What to show."""
        views = tuple(self._view(hold) for hold in self._holds or ())
        return HoldsState(
            holds=views,
            is_known=self._holds is not None,
            open_count=self._open_count,
            limit=self._limit,
            asking=next((view for view in views if view.hold_id == self._asking), None),
            notice=self.terminal.words("hold-cancelled", title=self._cancelled) if self._cancelled else "",
            awaiting=self.awaiting,
            problem=self.problem,
            can_order=self.terminal.can_sequence and sum(view.state_kind == HoldState.WAITING for view in views) > 1,
            count=self._count() + self._ended() if self._holds is not None else "",
        )

    def _count(self) -> str:
        """Open holds and their limit, or the limits by material where the library has them (OK-11)."""
        words, limits = self.terminal.words, self.terminal.profile.holds.limits_by_material
        if not limits:
            return words("holds-count", count=self._open_count, limit=self._limit)
        told = []
        for each in limits:
            materials = words("weekday-and").join(words(f"material-{material}") for material in each.materials)
            told.append(words("holds-limit-of", materials=materials, limit=each.limit))
        return words("holds-count-by-material", count=self._open_count, limits=words("holds-limit-and").join(told))

    def _ended(self) -> str:
        """What else is in the list."""
        ended = len(self._holds or ()) - self._open_count
        return self.terminal.words("holds-ended", count=ended) if ended > 0 else ""

    def _view(self, hold: Hold) -> HoldView:
        words, profile = self.terminal.words, self.terminal.profile
        refusals = {reason.code: say_reason(words, profile, reason) for each in hold.refusals for reason in each.reasons}
        return HoldView(
            hold_id=hold.hold_id,
            title=title_view(words, profile, hold.title),
            state=words(f"hold-state-{hold.state}"),
            state_kind=hold.state.value,
            notes=self._notes(hold),
            pickup=branch_name(words, profile, hold.pickup_branch),
            contact=contact_name(words, profile, hold.contact_method),
            can_cancel=HoldAction.CANCEL in hold.allowed_actions,
            can_change=HoldAction.CHANGE_CONTACT in hold.allowed_actions or HoldAction.CHANGE_PICKUP in hold.allowed_actions,
            refusals=tuple(refusals.values()) if hold.state.is_open else (),
        )

    def _notes(self, hold: Hold) -> tuple[str, ...]:
        words = self.terminal.words
        sequence = sequence_sentence(words, hold)
        notes = []
        match hold.state:
            case HoldState.PROVISIONAL:
                notes = [words("hold-provisional-note"), sequence]
            case HoldState.WAITING | HoldState.IN_TRANSIT:
                notes = [sequence, "  ".join(part for part in (self._position(hold), wait_sentence(words, hold)) if part)]
            case HoldState.READY:
                last = hold.expires_on
                notes = [words("hold-expires", date=say_date(words, last)) if last is not None else "", sequence]
            case HoldState.CANCELLED | HoldState.EXPIRED | HoldState.DECLINED:
                notes = [words("hold-ended-note", days=self.terminal.profile.holds.ended_shown_days)]
        if hold.state is HoldState.DECLINED:
            notes.append(words("hold-declined-note"))
        return tuple(note for note in notes if note)

    def _position(self, hold: Hold) -> str:
        is_waiting = hold.position is not None and hold.state is HoldState.WAITING
        return self.terminal.words("hold-position", position=hold.position) if is_waiting else ""

    def cancel(self, hold_id: str) -> None:
        """「取消」: asks first."""
        self._asking, self._cancelled = hold_id, ""
        self.terminal.changed()

    def keep(self) -> None:
        """Not cancelled after all."""
        self._asking = ""
        self.terminal.changed()

    def confirm_cancel(self) -> None:
        """Yes, cancel."""
        session, hold_id = self.terminal.visit.session, self._asking
        if session is None or not hold_id or self.awaiting:
            return
        self._asking = ""
        self.ask(
            "awaiting-cancel",
            lambda api: (api.cancel_hold(session, hold_id), api.holds(session)),
            self._cancel_done,
            again=self.refresh,
        )

    def _cancel_done(self, answer: tuple[Hold, HoldList]) -> None:
        cancelled, listed = answer
        self._cancelled = cancelled.title.title
        self._listed(listed)

    def change(self, hold_id: str) -> None:
        """Contact method or pickup branch."""
        self.terminal.dispatch(HoldOpened(hold_id))

    def order(self) -> None:
        """「順番予約」 for holds that are there already (KU-08)."""
        self.terminal.open(Step.HOLD_ORDER)

    def menu(self) -> None:
        """Back to the menu."""
        self.terminal.open(Step.MENU)
