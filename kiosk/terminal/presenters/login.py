"""The login screen: first the card, by camera, hand scanner or keys; then the password (KU-07, TE-02, OK-20)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.card import CardNumber
from kiosk.domain.errors import InvalidCardNumber
from kiosk.domain.requests import Credentials, Me, PatronSession, Rights
from kiosk.terminal.form import Field, Form, Keyboard
from kiosk.terminal.ports import HandScan, HoldsApi, PreviewFrame
from kiosk.terminal.presenters.card_watch import CardWatch
from kiosk.terminal.presenters.form_presenter import FormPresenter, FormView
from kiosk.terminal.presenters.guidance import CardGuidance, CardGuide
from kiosk.terminal.presenters.pickup import lacks_email
from kiosk.terminal.saying import Said
from kiosk.terminal.visit import CardShown, LoggedIn, Step, Visit

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


@dataclass(frozen=True, slots=True)
class LoginState:
    """`has_card` is false while the card is asked for, true while the password is."""

    has_card: bool
    form: FormView
    is_camera_on: bool
    guidance: CardGuidance
    can_submit: bool
    can_register: bool
    is_for_holds: bool
    awaiting: str
    problem: Said | None


class LoginPresenter(FormPresenter):
    """Nothing typed here outlives the request it is for."""

    carries_secrets = True

    def __init__(self, terminal: "Terminal") -> None:
        super().__init__(terminal, _card_form(terminal))
        self._watch = CardWatch(terminal, self.card_read)
        self._guide = CardGuide(terminal, self._watch)

    def enter(self) -> None:
        """The camera looks for a card, unless one was read already."""
        self._ask_for_what_is_missing()

    def leave(self) -> None:
        """The camera is off on every other screen."""
        self._watch.stop()
        super().leave()

    def tick(self, seconds: float) -> None:
        """The keys are offered to whoever waits long."""
        self._guide.tick(seconds)

    @property
    def state(self) -> LoginState:
        """What to show."""
        visit = self.terminal.visit
        return LoginState(
            has_card=visit.card_number is not None,
            form=self.form_view,
            is_camera_on=self._watch.is_on,
            guidance=self._guide.guidance,
            can_submit=self.form.is_filled and not self.awaiting,
            can_register=self.terminal.profile.registration.is_self_service,
            is_for_holds=visit.after_login is Step.CONFIRM,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def preview(self) -> PreviewFrame | None:
        """The camera's newest picture."""
        return self._watch.preview()

    def card_scanned(self, scan: HandScan) -> None:
        """A hand scanner does what the camera does."""
        self._watch.scanned(scan)

    def card_read(self, card: CardNumber) -> None:
        """A card was read by the camera or a hand scanner."""
        self.terminal.dispatch(CardShown(card))
        self._ask_for_what_is_missing()

    def change_card(self) -> None:
        """Another card after all."""
        if not self.awaiting:
            self.terminal.dispatch(CardShown(None))
            self._ask_for_what_is_missing()

    def register(self) -> None:
        """No password yet, or forgotten."""
        self.terminal.open(Step.REGISTER_TERMS)

    def submit(self) -> None:
        """The number is keyed, or the password typed."""
        card = self.terminal.visit.card_number
        if card is not None:
            self._log_in(card)
            return
        try:
            keyed = CardNumber.parse(self.form["card_number"], self.terminal.profile.card)
        except InvalidCardNumber as error:
            self.form = card_fault(self.terminal, self.form, error)
            self.terminal.changed()
        else:
            self._watch.told(keyed)
            self.card_read(keyed)

    def _ask_for_what_is_missing(self) -> None:
        if self.terminal.visit.card_number is None:
            self.form = _card_form(self.terminal)
            self._watch.start()
        else:
            self._watch.stop()
            longest = self.terminal.profile.password.max_length
            self.form = Form.of(Field("password", Keyboard.LETTERS, is_secret=True, max_length=longest))
        self._error = None
        self.terminal.changed()

    def _log_in(self, card: CardNumber) -> None:
        if not self.form["password"]:
            return
        credentials = Credentials(card.value, self.form["password"])
        self.form = self.form.without_secrets()

        def work(api: HoldsApi) -> tuple[PatronSession, Me | None]:
            session = api.open_session(credentials)
            return session, api.me(session) if session.rights is Rights.FULL else None

        self.ask("awaiting-login", work, lambda answer: self._logged_in(*answer))

    def _logged_in(self, session: PatronSession, me: Me | None) -> None:
        self.terminal.dispatch(LoggedIn(session, me, step_after_login(self.terminal.visit, me)))


def step_after_login(visit: Visit, me: Me | None) -> Step:
    """Where the visit goes on: where the login interrupted it, unless something must be settled first.

    `me` is None while a temporary password must be changed (KK-14). A contact method that the record does not allow must be
    chosen anew (KU-06), and so must a copy by mail without an address (KT-07).
    """
    if me is None:
        return Step.PASSWORD_CHANGE
    chosen = visit.pickup
    is_refused = any(offer.code == chosen.contact and not offer.allowed for offer in me.contacts)
    is_refused = is_refused or (chosen.wants_copy and lacks_email(me))
    return Step.PICKUP if visit.after_login is Step.CONFIRM and is_refused else visit.after_login


def _card_form(terminal: "Terminal") -> Form:
    return Form.of(card_field(terminal))


def card_field(terminal: "Terminal") -> Field:
    """The field for a keyed card number; a few characters more than the number has, for start, stop and hyphens."""
    card = terminal.profile.card
    room = card.max_length + (6 if card.keep_start_stop else 4)
    return Field("card_number", Keyboard.DIGITS, max_length=room, extra_keys=card.further_characters)


def card_fault(terminal: "Terminal", form: Form, error: InvalidCardNumber) -> Form:
    """The form with a sentence at the card number that says what such a number looks like."""
    card = terminal.profile.card
    is_more_than_digits = error.code == "not_digits" and card.further_characters
    fault = "card-wrong_character" if is_more_than_digits else f"card-{error.code}"
    return form.with_fault("card_number", fault, digits=str(card.max_length), prefix=card.prefix)
