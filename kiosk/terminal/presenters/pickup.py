"""Pickup branch, contact method and copy of the request: for the cart, and for one hold that is to be changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.domain.circulation import Hold, HoldAction
from kiosk.domain.contact_method import ContactNeed
from kiosk.domain.reasons import Reason, ReasonCode
from kiosk.domain.requests import EmailState, HoldChange, Me
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import Choice, TitleView, carried_sentence, title_view
from kiosk.terminal.saying import Said, say_reason
from kiosk.terminal.visit import MeLearned, Pickup, PickupChosen, Step

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

_COPY = "yes"


@dataclass(frozen=True, slots=True)
class PickupState:
    """Lists to choose from. `title` is the hold's when one is changed.

    `carried` says that something must be carried to the branch chosen (CH-08). `no_contact` is there when the patron's record
    allows no contact method at all; with `needs_email`, an address would help, and going on leads to where it is registered.
    """

    branches: tuple[Choice, ...]
    contacts: tuple[Choice, ...]
    copies: tuple[Choice, ...]
    carried: str
    no_contact: Said | None
    needs_email: bool
    can_proceed: bool
    title: TitleView | None
    awaiting: str
    problem: Said | None


def branch_choices(terminal: "Terminal", chosen: str) -> tuple[Choice, ...]:
    """The pickup branches of the profile."""
    return tuple(
        Choice(branch.code, terminal.words.of(branch.name), branch.code == chosen)
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
        name = words.of(method.name)
        choices.append(Choice(method.code, name, method.code == chosen and not refusal, not refusal, note))
    return tuple(choices)


def copy_choices(terminal: "Terminal", wants_copy: bool) -> tuple[Choice, ...]:
    """Whether a mail with the content of the request is wished, where the library offers one; no is the default (KT-07)."""
    words, profile, me = terminal.words, terminal.profile, terminal.visit.me
    if not profile.holds.offers_copy:
        return ()
    refusal = say_reason(words, profile, Reason(ReasonCode.COPY_NEEDS_EMAIL)).sentence if lacks_email(me) else ""
    return (
        Choice(_COPY, words("pickup-copy-yes"), wants_copy and not refusal, not refusal, refusal or words("pickup-copy-note")),
        Choice("no", words("pickup-copy-no"), not wants_copy or bool(refusal)),
    )


def lacks_email(me: Me | None) -> bool:
    """Whether it is known of the patron that no mail can reach them."""
    return me is not None and all(email.state is not EmailState.VALID for email in me.emails)


class PickupPresenter(Presenter):
    """Where and how, before the login; what there is only one of is chosen already."""

    def enter(self) -> None:
        """Chooses what there is no choice about; a record that allowed nothing may have changed in the meantime."""
        session = self.terminal.visit.session
        if session is not None and self._no_contact() is not None:
            self.ask("awaiting-menu", lambda api: api.me(session), self._learned)
        self._tidy()

    def _learned(self, me: Me) -> None:
        self.terminal.dispatch(MeLearned(me))
        self._tidy()

    def _tidy(self) -> None:
        """Chooses what there is no choice about, and takes back what the patron's record does not allow."""
        terminal, pickup = self.terminal, self.terminal.visit.pickup
        branches = branch_choices(terminal, pickup.branch)
        if not pickup.branch:
            here = next((each for each in branches if each.code == terminal.branch), None)
            only = branches[0] if len(branches) == 1 else here
            pickup = replace(pickup, branch=only.code if only else "")
        contacts = contact_choices(terminal, pickup.contact)
        if not any(each.is_chosen for each in contacts):
            is_only = len(contacts) == 1 and contacts[0].is_allowed
            pickup = replace(pickup, contact=contacts[0].code if is_only else "")
        if pickup.wants_copy and lacks_email(terminal.visit.me):
            pickup = replace(pickup, wants_copy=False)
        if pickup != terminal.visit.pickup:
            terminal.dispatch(PickupChosen(pickup))

    @property
    def state(self) -> PickupState:
        """What to show."""
        terminal, pickup = self.terminal, self.terminal.visit.pickup
        contacts = contact_choices(terminal, pickup.contact)
        titles = [line.title for line in terminal.visit.cart.checked]
        needs_email = self._needs_email
        is_chosen = bool(pickup.branch) and any(each.is_chosen for each in contacts)
        return PickupState(
            branches=branch_choices(terminal, pickup.branch),
            contacts=contacts,
            copies=copy_choices(terminal, pickup.wants_copy),
            carried=carried_sentence(terminal.words, terminal.profile, titles, pickup.branch),
            no_contact=self._no_contact(),
            needs_email=needs_email,
            can_proceed=(is_chosen or needs_email) and not self.awaiting,
            title=None,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def _no_contact(self) -> Said | None:
        words = self.terminal.words
        if any(each.is_allowed for each in contact_choices(self.terminal, "")):
            return None
        return Said(words("pickup-no-contact"), words("pickup-no-contact-email" if self._needs_email else "trouble-ask-desk"))

    @property
    def _needs_email(self) -> bool:
        """Whether no contact can be chosen, and one could with an e-mail address (KT-06)."""
        needs = [method.needs for method in self.terminal.profile.contact_methods]
        is_stuck = not any(each.is_allowed for each in contact_choices(self.terminal, ""))
        return is_stuck and ContactNeed.EMAIL in needs

    def choose_branch(self, code: str) -> None:
        """A pickup branch was touched."""
        self.terminal.dispatch(PickupChosen(replace(self.terminal.visit.pickup, branch=code)))

    def choose_contact(self, code: str) -> None:
        """A contact method was touched; one that is not allowed stays unchosen."""
        if any(each.code == code and each.is_allowed for each in contact_choices(self.terminal, "")):
            self.terminal.dispatch(PickupChosen(replace(self.terminal.visit.pickup, contact=code)))

    def choose_copy(self, code: str) -> None:
        """「希望する」「希望しない」; who has no address cannot wish for one."""
        wants_copy = code == _COPY and not lacks_email(self.terminal.visit.me)
        self.terminal.dispatch(PickupChosen(replace(self.terminal.visit.pickup, wants_copy=wants_copy)))

    def proceed(self) -> None:
        """On to the confirmation, by the login if need be; to the e-mail addresses where nothing else helps (KT-06)."""
        state = self.state
        if state.can_proceed:
            self.terminal.open(Step.EMAILS if state.needs_email else Step.CONFIRM)


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
            copies=(),
            carried=carried_sentence(terminal.words, terminal.profile, [hold.title] if hold else [], self._pickup.branch),
            no_contact=None,
            needs_email=False,
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
