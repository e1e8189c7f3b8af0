"""The patron's e-mail addresses: shown, changed, deleted (KU-23, KU-24, KK-17, KK-18, KK-19)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.email_address import email_fault_of_pair
from kiosk.domain.requests import EmailAddress, EmailChange, Me
from kiosk.terminal.form import Field, Form, Keyboard
from kiosk.terminal.ports import HoldsApi
from kiosk.terminal.presenters.form_presenter import FormPresenter, FormView
from kiosk.terminal.saying import Said
from kiosk.terminal.visit import MeLearned

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


@dataclass(frozen=True, slots=True)
class EmailsState:
    """The addresses on record and the form for another, or for one to be changed (`editing` is its slot, or 0)."""

    emails: tuple[EmailAddress, ...]
    can_add: bool
    form: FormView
    is_editing: bool
    editing: int
    can_submit: bool
    notice: str
    awaiting: str
    problem: Said | None


class EmailsPresenter(FormPresenter):
    """Shows the addresses, takes a new one twice, deletes one (KU-23, KU-24, KK-17, KK-18)."""

    _is_editing = False
    _slot: int | None = None
    _notice = ""

    def __init__(self, terminal: "Terminal") -> None:
        super().__init__(terminal, _email_form())

    @property
    def state(self) -> EmailsState:
        """What to show."""
        me = self.terminal.visit.me
        emails = me.emails if me else ()
        return EmailsState(
            emails=emails,
            can_add=len(emails) < self.terminal.profile.emails.limit,
            form=self.form_view,
            is_editing=self._is_editing,
            editing=self._slot or 0,
            can_submit=self.form.is_filled and not self.awaiting,
            notice=self.terminal.words(self._notice) if self._notice else "",
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def add(self) -> None:
        """Another address."""
        self._edit(None)

    def change(self, slot: int) -> None:
        """Another address in place of that one."""
        self._edit(slot)

    def stop_editing(self) -> None:
        """Back to the list."""
        self._is_editing, self.form = False, _email_form()
        self.terminal.changed()

    def _edit(self, slot: int | None) -> None:
        self._is_editing, self._slot, self._notice, self.form = True, slot, "", _email_form()
        self.terminal.changed()

    def submit(self) -> None:
        """「変更する」"""
        session = self.terminal.visit.session
        if session is None or not self.state.can_submit:
            return
        change = EmailChange(self.form["email"], self.form["email_again"])
        fault = email_fault_of_pair(change.address, change.address_again)
        if fault is not None:
            self.form = self.form.with_fault("email_again" if fault.value == "not_equal" else "email", f"email-{fault}")
            self.terminal.changed()
            return
        slot = self._slot

        def work(api: HoldsApi) -> Me:
            api.save_email(session, slot, change)
            return api.me(session)

        def is_saved(me: Me) -> bool:
            return any(email.address == change.address and slot in (None, email.slot) for email in me.emails)

        self._send("email-saved", work, is_saved)

    def delete(self, slot: int) -> None:
        """「削除する」"""
        session = self.terminal.visit.session
        if session is None or self.awaiting:
            return

        def work(api: HoldsApi) -> Me:
            api.delete_email(session, slot)
            return api.me(session)

        self._send("email-deleted", work, lambda me: all(email.slot != slot for email in me.emails))

    def _send(self, notice: str, work: Callable[[HoldsApi], Me], is_done: Callable[[Me], bool]) -> None:
        """Does it; when the answer is lost, trying again looks first whether it was done."""
        session = self.terminal.visit.session
        if session is None:
            return

        def done(me: Me) -> None:
            self._notice, self._is_editing, self.form = notice, False, _email_form()
            self.terminal.dispatch(MeLearned(me))

        def look_first(api: HoldsApi) -> Me:
            me = api.me(session)
            return me if is_done(me) else work(api)

        def again() -> None:
            self.ask("awaiting-change", look_first, done)

        self.ask("awaiting-change", work, done, again=again)


def _email_form() -> Form:
    return Form.of(Field("email", Keyboard.EMAIL, max_length=100), Field("email_again", Keyboard.EMAIL, max_length=100))
