"""The password change (KU-21, KK-14, KK-15), and the check of a new password that the registration shares."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kiosk.domain.errors import Refused, ServiceError
from kiosk.domain.requests import Me, PasswordChange, PatronSession, Rights
from kiosk.terminal.form import Field, Form, Keyboard
from kiosk.terminal.presenters.form_presenter import FormPresenter, FormView
from kiosk.terminal.presenters.login import step_after_login
from kiosk.terminal.saying import Said
from kiosk.terminal.visit import LoggedIn, Step

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


@dataclass(frozen=True, slots=True)
class PasswordChangeState:
    """The form; `is_done` once the new password holds; `is_temporary` when a temporary one must be changed first."""

    form: FormView
    is_done: bool
    is_temporary: bool
    can_submit: bool
    awaiting: str
    problem: Said | None
    rule: str = ""
    """What a new password may be made of, said before it is typed."""


def password_fields(terminal: "Terminal") -> tuple[Field, Field]:
    """A new password and the same again."""
    longest = terminal.profile.password.max_length
    return (
        Field("password", Keyboard.LETTERS, is_secret=True, max_length=longest),
        Field("password_again", Keyboard.LETTERS, is_secret=True, max_length=longest),
    )


def say_password_rule(terminal: "Terminal") -> str:
    """What a password of this library may look like, said before it is typed."""
    rule = terminal.profile.password
    return terminal.words("password-rule", shortest=str(rule.min_length), longest=str(rule.max_length))


def check_new_password(terminal: "Terminal", form: Form) -> Form | None:
    """The form with the fault of its new password, or None when there is none; what was typed stays."""
    rule = terminal.profile.password
    fault = rule.fault_of_pair(form["password"], form["password_again"])
    if fault is None:
        return None
    field = "password_again" if fault.value == "not_equal" else "password"
    return form.with_fault(field, f"password-{fault}", shortest=str(rule.min_length), longest=str(rule.max_length))


class PasswordChangePresenter(FormPresenter):
    """The current, the new, and the new again (KU-21). A temporary password is changed here first (KK-14)."""

    carries_secrets = True
    _is_done = False
    _was_temporary = False

    def __init__(self, terminal: "Terminal") -> None:
        longest = terminal.profile.password.max_length
        current = Field("current_password", Keyboard.LETTERS, is_secret=True, max_length=longest)
        super().__init__(terminal, Form.of(current, *password_fields(terminal)))

    def label_of(self, field: Field) -> str:
        """The new password is called so beside the current one."""
        return super().label_of(field if field.name == "current_password" else replace(field, name=f"new_{field.name}"))

    @property
    def state(self) -> PasswordChangeState:
        """What to show."""
        session = self.terminal.visit.session
        return PasswordChangeState(
            form=self.form_view,
            is_done=self._is_done,
            is_temporary=session is not None and session.has_temporary_password and not self._is_done,
            can_submit=self.form.is_filled and not self.awaiting,
            awaiting=self.awaiting,
            problem=self.problem,
            rule=say_password_rule(self.terminal),
        )

    def submit(self) -> None:
        """「変更」"""
        session = self.terminal.visit.session
        if session is None or not self.state.can_submit:
            return
        faulty = check_new_password(self.terminal, self.form)
        if faulty is not None:
            self.form = faulty
            self.terminal.changed()
            return
        form = self.form
        change = PasswordChange(form["current_password"], form["password"], form["password_again"])
        self.form = form.without_secrets()
        self.ask("awaiting-change", lambda api: api.change_password(session, change), self._changed, self._refused)

    def _changed(self, _done: None) -> None:
        self._is_done = True
        visit = self.terminal.visit
        if visit.session is not None and visit.session.has_temporary_password:
            self._was_temporary = True
            session = replace(visit.session, rights=Rights.FULL, has_temporary_password=False)
            self.terminal.dispatch(LoggedIn(session, visit.me, Step.PASSWORD_CHANGE))

    def _refused(self, error: ServiceError) -> bool:
        if isinstance(error, Refused) and error.code == "password_current_wrong":
            self.form = self.form.with_fault("current_password", "password-current_wrong")
            return True
        return False

    def finish(self) -> None:
        """After the change: whoever had to change a temporary password goes on where the login interrupted them."""
        session = self.terminal.visit.session
        if session is None or not self._was_temporary:
            self.terminal.open(Step.ACCOUNT)
        elif not self.awaiting:
            self.ask("awaiting-menu", lambda api: api.me(session), lambda me: self._go_on(session, me))

    def _go_on(self, session: PatronSession, me: Me) -> None:
        self.terminal.dispatch(LoggedIn(session, me, step_after_login(self.terminal.visit, me)))
