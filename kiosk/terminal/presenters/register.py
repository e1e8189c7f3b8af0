"""Password registration (本パスワード申請): terms, proof of identity, the password twice (KU-17 … KU-20, KK-13)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kiosk.domain.card import CardNumber
from kiosk.domain.errors import InvalidCardNumber
from kiosk.domain.registration import IdentityField
from kiosk.domain.requests import Identity, NewPassword, RegistrationGrant
from kiosk.domain.wareki import Era, EraYear, day_of_era
from kiosk.terminal.form import Field, Form, Keyboard
from kiosk.terminal.ports import HandScan, PreviewFrame
from kiosk.terminal.presenters.card_watch import CardWatch
from kiosk.terminal.presenters.form_presenter import FormPresenter, FormView
from kiosk.terminal.presenters.guidance import CardGuidance, CardGuide
from kiosk.terminal.presenters.login import card_fault, card_field
from kiosk.terminal.presenters.password_change import check_new_password, password_fields, say_password_rule
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.saying import Said, say_era_date
from kiosk.terminal.visit import IdentityProved, PasswordRegistered, Step
from kiosk.terminal.words import FIRST_LANGUAGE

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


@dataclass(frozen=True, slots=True)
class TermsState:
    """The library's terms; going on needs the agreement."""

    terms: str
    is_agreed: bool


class RegisterTermsPresenter(Presenter):
    """「同意する」, then 「承諾」."""

    _is_agreed = False

    @property
    def state(self) -> TermsState:
        """What to show."""
        terms = self.terminal.words.of(self.terminal.profile.registration.terms)
        return TermsState(terms, self._is_agreed)

    def agree(self, is_agreed: bool) -> None:
        """The check box."""
        self._is_agreed = is_agreed
        self.terminal.changed()

    def accept(self) -> None:
        """On to the proof of identity."""
        if self._is_agreed:
            self.terminal.open(Step.REGISTER_IDENTITY)


@dataclass(frozen=True, slots=True)
class IdentityState:
    """The form, and the camera that can fill in the card number."""

    form: FormView
    is_camera_on: bool
    guidance: CardGuidance
    can_submit: bool
    awaiting: str
    problem: Said | None


_IDENTITY_FIELDS = {
    IdentityField.BIRTH_DATE: Field("birth_date", Keyboard.DIGITS, max_length=8),
    IdentityField.PHONE: Field("phone", Keyboard.DIGITS, max_length=13),
    IdentityField.NAME_KANA: Field("name_kana", Keyboard.KANA, max_length=40),
}
ERA_KEYS = {"大": Era.TAISHO, "昭": Era.SHOWA, "平": Era.HEISEI, "令": Era.REIWA}
"""Keys beside the digits where a birth date is asked for in Japanese."""


class RegisterIdentityPresenter(FormPresenter):
    """Card number, then what the profile asks; the service alone compares."""

    def __init__(self, terminal: "Terminal") -> None:
        asked = (_IDENTITY_FIELDS[each] for each in terminal.profile.registration.identity)
        super().__init__(terminal, Form.of(card_field(terminal), *asked))
        self._watch = CardWatch(terminal, self.card_read)
        self._guide = CardGuide(terminal, self._watch)

    def enter(self) -> None:
        """The camera may read the number."""
        self._watch.start()

    def leave(self) -> None:
        """The camera is off on every other screen."""
        self._watch.stop()
        super().leave()

    def tick(self, seconds: float) -> None:
        """The keys are offered to whoever waits long."""
        self._guide.tick(seconds)

    def preview(self) -> PreviewFrame | None:
        """The camera's newest picture."""
        return self._watch.preview()

    def card_scanned(self, scan: HandScan) -> None:
        """A hand scanner does what the camera does."""
        self._watch.scanned(scan)

    def card_read(self, card: CardNumber) -> None:
        """A card was read by the camera or a hand scanner: the number is filled in."""
        self._watch.stop()
        self.form = self.form.with_text("card_number", card.value)
        if self.form.active == "card_number":
            self.form = self.form.next_field()
        self.terminal.changed()

    @property
    def form_view(self) -> FormView:
        """In Japanese a birth date may be typed by its era (昭600412): whoever was born in Showa knows it so."""
        view = super().form_view
        has_eras = self.form.active == "birth_date" and self.terminal.words.language == FIRST_LANGUAGE
        return replace(view, extra_keys="".join(ERA_KEYS)) if has_eras else view

    def label_of(self, field: Field) -> str:
        """Above a whole birth date stands how it is understood, with its Japanese era: a slip of a digit is seen."""
        born = _date(field.text) if field.name == "birth_date" else None
        if born is None:
            return super().label_of(field)
        words = self.terminal.words
        return words("field-birth_date-typed", date=say_era_date(words, born))

    @property
    def state(self) -> IdentityState:
        """What to show."""
        return IdentityState(
            form=self.form_view,
            is_camera_on=self._watch.is_on,
            guidance=self._guide.guidance,
            can_submit=self.form.is_filled and not self.awaiting,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def submit(self) -> None:
        """「登録」"""
        if not self.state.can_submit:
            return
        identity = self._identity()
        if identity is not None:
            self.ask(
                "awaiting-identity",
                lambda api: api.register(identity),
                lambda grant: self._proved(identity, grant),
            )

    def _proved(self, identity: Identity, grant: RegistrationGrant) -> None:
        self._watch.told(CardNumber(identity.card_number))
        self.terminal.dispatch(IdentityProved(grant))

    def _identity(self) -> Identity | None:
        """What was typed as an identity; None when something cannot be one, which is then told at its field."""
        form, texts = self.form, {field.name: field.text for field in self.form.fields}
        try:
            card = CardNumber.parse(texts["card_number"], self.terminal.profile.card)
        except InvalidCardNumber as error:
            self._fault(card_fault(self.terminal, form, error))
            return None
        born = _date(texts["birth_date"]) if "birth_date" in texts else None
        if "birth_date" in texts and (born is None or born > self.terminal.today):
            self._fault(form.with_fault("birth_date", "birth_date-not_a_date"))
            return None
        return Identity(
            card_number=card.value,
            birth_date=born,
            phone=texts.get("phone", ""),
            name_kana=texts.get("name_kana", ""),
            terms_accepted=True,
        )

    def _fault(self, form: Form) -> None:
        self.form = form
        self.terminal.changed()


def _date(digits: str) -> date | None:
    """The day that eight digits mean (19850412), or an era's sign with six (昭600412); else None."""
    try:
        if digits[:1] in ERA_KEYS and len(digits) == 7:
            return day_of_era(EraYear(ERA_KEYS[digits[0]], int(digits[1:3])), int(digits[3:5]), int(digits[5:]))
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) if len(digits) == 8 else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class RegisterPasswordState:
    """The new password twice."""

    form: FormView
    can_submit: bool
    awaiting: str
    problem: Said | None
    rule: str = ""
    """What a new password may be made of, said before it is typed."""


class RegisterPasswordPresenter(FormPresenter):
    """「申請」"""

    carries_secrets = True

    def __init__(self, terminal: "Terminal") -> None:
        super().__init__(terminal, Form.of(*password_fields(terminal)))

    @property
    def state(self) -> RegisterPasswordState:
        """What to show."""
        return RegisterPasswordState(
            form=self.form_view,
            can_submit=self.form.is_filled and not self.awaiting,
            awaiting=self.awaiting,
            problem=self.problem,
            rule=say_password_rule(self.terminal),
        )

    def submit(self) -> None:
        """Sets the password; a fault is told at its field and nothing is sent."""
        grant = self.terminal.visit.grant
        if grant is None or not self.state.can_submit:
            return
        faulty = check_new_password(self.terminal, self.form)
        if faulty is not None:
            self.form = faulty
            self.terminal.changed()
            return
        new = NewPassword(self.form["password"], self.form["password_again"])
        self.form = self.form.without_secrets()
        self.ask(
            "awaiting-change",
            lambda api: api.set_password(grant, new),
            lambda registration: self.terminal.dispatch(PasswordRegistered(registration)),
        )


@dataclass(frozen=True, slots=True)
class RegisterDoneState:
    """「パスワードの登録を行いました。」, or, when `is_to_be_confirmed`, that the link in a mail will settle it (OK-03)."""

    is_for_holds: bool
    is_to_be_confirmed: bool


class RegisterDonePresenter(Presenter):
    """On to the login with the new password."""

    @property
    def state(self) -> RegisterDoneState:
        """What to show."""
        visit = self.terminal.visit
        return RegisterDoneState(
            is_for_holds=visit.after_login is Step.CONFIRM,
            is_to_be_confirmed=visit.registration is not None and visit.registration.is_to_be_confirmed,
        )

    def log_in(self) -> None:
        """Logs in, and goes on where the registration interrupted."""
        self.terminal.open(self.terminal.visit.after_login)

    def finish(self) -> None:
        """Enough for today."""
        self.terminal.end_visit()
