"""The patron's e-mail addresses: shown, changed, deleted, chosen for notices (KU-23, KU-24, KK-17, KK-18, KK-19, OK-05)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.domain.email_address import email_fault_of_pair
from kiosk.domain.profile import NoticeAddresses
from kiosk.domain.requests import EmailAddress, EmailChange, EmailState, Me, PatronSession
from kiosk.terminal.form import Field, Form, Keyboard
from kiosk.terminal.ports import HoldsApi
from kiosk.terminal.presenters.form_presenter import FormPresenter, FormView
from kiosk.terminal.saying import Said
from kiosk.terminal.visit import MeLearned

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


@dataclass(frozen=True, slots=True)
class EmailLine:
    """What stands in one slot: an address, how it stands (`mark` says it in words), and what is to be known or done."""

    slot: int
    address: str
    standing: str = ""
    """`notices`, `unconfirmed`, `undeliverable`, or empty where there is nothing to say."""
    mark: str = ""
    note: str = ""
    can_choose: bool = False
    """Whether notices can be made to go to it."""


@dataclass(frozen=True, slots=True)
class EmailsState:
    """The addresses on record and the form for another, or for one to be changed (`editing` is its slot, or 0)."""

    emails: tuple[EmailLine, ...]
    can_add: bool
    form: FormView
    is_editing: bool
    editing: int
    can_submit: bool
    notice: str
    awaiting: str
    problem: Said | None

    @property
    def has_notes(self) -> bool:
        """Whether any address needs more room than its name."""
        return any(line.mark or line.note for line in self.emails)


class EmailsPresenter(FormPresenter):
    """Shows the addresses, takes a new one twice, deletes one, chooses one (KU-23, KU-24, KK-17, KK-18, OK-05)."""

    _is_editing = False
    _slot: int | None = None
    _notice = ""

    def __init__(self, terminal: "Terminal") -> None:
        super().__init__(terminal, _email_form())

    @property
    def state(self) -> EmailsState:
        """What to show."""
        lines = self._lines()
        return EmailsState(
            emails=lines,
            can_add=len(lines) < self.terminal.profile.emails.limit,
            form=self.form_view,
            is_editing=self._is_editing,
            editing=self._slot or 0,
            can_submit=self.form.is_filled and not self.awaiting,
            notice=self.terminal.words(self._notice) if self._notice else "",
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def _lines(self) -> tuple[EmailLine, ...]:
        me = self.terminal.visit.me
        by_slot: dict[int, list[EmailAddress]] = {}
        for email in me.emails if me else ():
            by_slot.setdefault(email.slot, []).append(email)
        is_choice = self.terminal.profile.emails.notices_to is NoticeAddresses.ONE and len(by_slot) > 1
        return tuple(self._line(emails[0], emails[1:], is_choice) for _slot, emails in sorted(by_slot.items()))

    def _line(self, email: EmailAddress, next_ones: list[EmailAddress], is_choice: bool) -> EmailLine:
        """One slot; `next_ones` wait for the link in a mail to take its place."""
        words = self.terminal.words
        is_valid = email.state is EmailState.VALID
        standing = ("notices" if is_choice and email.gets_notices else "") if is_valid else email.state.value
        note = "" if is_valid else words(f"email-note-{standing}")
        if next_ones:
            note = words("email-note-replacing", address=next_ones[0].address)
        return EmailLine(
            slot=email.slot,
            address=email.address,
            standing=standing,
            mark=words(f"email-mark-{standing}") if standing else "",
            note=note,
            can_choose=is_choice and is_valid and not email.gets_notices,
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
        fault = email_fault_of_pair(change.address, change.address_again, self.terminal.profile.emails.declined_domains)
        if fault is not None:
            self.form = self.form.with_fault("email_again" if fault.value == "not_equal" else "email", f"email-{fault}")
            self.terminal.changed()
            return
        slot = self._slot

        def saved(me: Me) -> EmailAddress | None:
            return next((each for each in me.emails if each.address == change.address and slot in (None, each.slot)), None)

        self._send(
            lambda api, session: _saved_notice(api.save_email(session, slot, change)),
            lambda me: _saved_notice(found) if (found := saved(me)) else "",
        )

    def delete(self, slot: int) -> None:
        """「削除する」"""
        self._do(
            "email-deleted",
            lambda api, session: api.delete_email(session, slot),
            lambda me: _at(me, slot) is None,
            "awaiting-delete",
        )

    def choose(self, slot: int) -> None:
        """「お知らせ先にする」"""
        self._do(
            "email-chosen",
            lambda api, session: api.choose_email(session, slot),
            lambda me: (email := _at(me, slot)) is not None and email.gets_notices,
            "awaiting-change",
        )

    def _do(
        self,
        notice: str,
        work: Callable[[HoldsApi, PatronSession], object],
        is_done: Callable[[Me], bool],
        awaiting: str,
    ) -> None:
        if self.awaiting:
            return

        def said(api: HoldsApi, session: PatronSession) -> str:
            work(api, session)
            return notice

        self._send(said, lambda me: notice if is_done(me) else "", awaiting)

    def _send(
        self,
        work: Callable[[HoldsApi, PatronSession], str],
        done_before: Callable[[Me], str],
        awaiting: str = "awaiting-change",
    ) -> None:
        """Does it and tells what `work` says; when the answer is lost, trying again looks first whether it was done."""
        session = self.terminal.visit.session
        if session is None:
            return

        def do(api: HoldsApi) -> tuple[str, Me]:
            return work(api, session), api.me(session)

        def look_first(api: HoldsApi) -> tuple[str, Me]:
            me = api.me(session)
            notice = done_before(me)
            return (notice, me) if notice else do(api)

        def done(answer: tuple[str, Me]) -> None:
            self._notice, me = answer
            self._is_editing, self.form = False, _email_form()
            self.terminal.dispatch(MeLearned(me))

        self.ask(awaiting, do, done, again=lambda: self.ask(awaiting, look_first, done))


def _saved_notice(email: EmailAddress) -> str:
    """What is to be said of an address that was saved: a mail is promised only where the service has said that it follows."""
    if email.state is EmailState.UNCONFIRMED:
        return "email-to_be_confirmed"
    return "email-saved-mail" if email.mail_follows else "email-saved"


def _at(me: Me, slot: int) -> EmailAddress | None:
    return next((email for email in me.emails if email.slot == slot), None)


def _email_form() -> Form:
    return Form.of(Field("email", Keyboard.EMAIL, max_length=100), Field("email_again", Keyboard.EMAIL, max_length=100))
