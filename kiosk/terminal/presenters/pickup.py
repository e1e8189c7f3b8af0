"""Pickup branch and contact method: for the cart, and for one hold that is to be changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.domain.circulation import Hold, HoldAction
from kiosk.domain.profile import ContactNeed, in_language
from kiosk.domain.reasons import Reason, ReasonCode
from kiosk.domain.requests import HoldChange
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import Choice, TitleView, title_view
from kiosk.terminal.saying import Said, say_reason
from kiosk.terminal.visit import Pickup, PickupChosen, Step

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


@dataclass(frozen=True, slots=True)
class PickupState:
    """Two lists to choose from. `title` is the hold's when one is changed."""

    branches: tuple[Choice, ...]
    contacts: tuple[Choice, ...]
    can_proceed: bool
    title: TitleView | None
    awaiting: str
    problem: Said | None


def branch_choices(terminal: "Terminal", chosen: str) -> tuple[Choice, ...]:
    """The pickup branches of the profile."""
    language = terminal.words.language
    return tuple(
        Choice(branch.code, in_language(branch.name, language), branch.code == chosen)
        for branch in terminal.profile.branches
        if branch.is_pickup
    )


def contact_choices(terminal: "Terminal", chosen: str) -> tuple[Choice, ...]:
    """The contact methods of the profile; once a patron is known, those that their record does not allow say why.

    Before, a method that needs something on record says what (KU-06), and can still be chosen.
    """
    words, profile, me = terminal.words, terminal.profile, terminal.visit.me
    against = {offer.code: offer.reason for offer in me.contacts if not offer.allowed} if me else {}
    choices = []
    for method in profile.contact_methods:
        refusal = against.get(method.code)
        note = ""
        if refusal:
            note = say_reason(words, profile, Reason(ReasonCode(refusal))).sentence
        elif me is None and method.needs is not ContactNeed.NOTHING:
            note = words(f"contact-needs-{method.needs}")
        name = in_language(method.name, words.language)
        choices.append(Choice(method.code, name, method.code == chosen and not refusal, not refusal, note))
    return tuple(choices)


class PickupPresenter(Presenter):
    """Where and how, before the login; a single pickup branch is chosen already."""

    def enter(self) -> None:
        """Chooses what there is no choice about, and takes back what the patron's record does not allow."""
        terminal, pickup = self.terminal, self.terminal.visit.pickup
        branches = branch_choices(terminal, pickup.branch)
        if not pickup.branch:
            here = next((each for each in branches if each.code == terminal.branch), None)
            only = branches[0] if len(branches) == 1 else here
            pickup = replace(pickup, branch=only.code if only else "")
        if pickup.contact and not any(each.is_chosen for each in contact_choices(terminal, pickup.contact)):
            pickup = replace(pickup, contact="")
        if pickup != terminal.visit.pickup:
            terminal.dispatch(PickupChosen(pickup))

    @property
    def state(self) -> PickupState:
        """What to show."""
        pickup = self.terminal.visit.pickup
        contacts = contact_choices(self.terminal, pickup.contact)
        return PickupState(
            branches=branch_choices(self.terminal, pickup.branch),
            contacts=contacts,
            can_proceed=bool(pickup.branch) and any(each.is_chosen for each in contacts),
            title=None,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def choose_branch(self, code: str) -> None:
        """A pickup branch was touched."""
        self.terminal.dispatch(PickupChosen(replace(self.terminal.visit.pickup, branch=code)))

    def choose_contact(self, code: str) -> None:
        """A contact method was touched; one that is not allowed stays unchosen."""
        if any(each.code == code and each.is_allowed for each in contact_choices(self.terminal, "")):
            self.terminal.dispatch(PickupChosen(replace(self.terminal.visit.pickup, contact=code)))

    def proceed(self) -> None:
        """On to the confirmation, by the login if need be."""
        if self.state.can_proceed:
            self.terminal.open(Step.CONFIRM)


class HoldChangePresenter(Presenter):
    """The same two lists for one hold that is there already (KU-13, KK-12)."""

    _hold: Hold | None = None
    _pickup = Pickup()

    def enter(self) -> None:
        """Asks for the hold as it is now."""
        session, hold_id = self.terminal.visit.session, self.terminal.visit.hold_id
        if session is None:
            return

        def found(holds: tuple[Hold, ...]) -> None:
            self._hold = next((hold for hold in holds if hold.hold_id == hold_id), None)
            if self._hold is not None:
                self._pickup = _pickup_of(self._hold)

        self.ask("awaiting-holds", lambda api: api.holds(session).holds, found)

    @property
    def state(self) -> PickupState:
        """What to show: only what may still be changed can be chosen."""
        terminal, hold = self.terminal, self._hold
        allowed = hold.allowed_actions if hold is not None else ()
        branches = branch_choices(terminal, self._pickup.branch)
        contacts = contact_choices(terminal, self._pickup.contact)
        return PickupState(
            branches=branches if HoldAction.CHANGE_PICKUP in allowed else (),
            contacts=contacts if HoldAction.CHANGE_CONTACT in allowed else (),
            can_proceed=hold is not None
            and self._pickup != Pickup(hold.pickup_branch, hold.contact_method)
            and not self.awaiting,
            title=title_view(terminal.words, terminal.profile, hold.title) if hold is not None else None,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def choose_branch(self, code: str) -> None:
        """A pickup branch was touched."""
        self._choose(lambda pickup: replace(pickup, branch=code))

    def choose_contact(self, code: str) -> None:
        """A contact method was touched; one that is not allowed stays unchosen."""
        if any(each.code == code and each.is_allowed for each in contact_choices(self.terminal, "")):
            self._choose(lambda pickup: replace(pickup, contact=code))

    def _choose(self, change: Callable[[Pickup], Pickup]) -> None:
        self._pickup = change(self._pickup)
        self.terminal.changed()

    def proceed(self) -> None:
        """Saves what was changed and goes back to the list."""
        session, hold = self.terminal.visit.session, self._hold
        if session is None or hold is None or not self.state.can_proceed:
            return
        change = HoldChange(
            self._pickup.branch if self._pickup.branch != hold.pickup_branch else None,
            self._pickup.contact if self._pickup.contact != hold.contact_method else None,
        )
        self.ask(
            "awaiting-change",
            lambda api: api.change_hold(session, hold.hold_id, change),
            lambda _hold: self.terminal.open(Step.HOLDS),
        )


def _pickup_of(hold: Hold) -> Pickup:
    return Pickup(hold.pickup_branch, hold.contact_method)
