"""The patron's own record: its three entries, and the deletion of the password (KU-14, KU-22)."""

from dataclasses import dataclass

from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.saying import Said
from kiosk.terminal.visit import Step


@dataclass(frozen=True, slots=True)
class AccountState:
    """`is_asking_delete` asks whether the password shall really go; `has_temporary` recommends a change."""

    is_asking_delete: bool
    has_temporary: bool
    email_count: int
    awaiting: str
    problem: Said | None


class AccountPresenter(Presenter):
    """The three entries, and the deletion of the password."""

    _is_asking = False

    @property
    def state(self) -> AccountState:
        """What to show."""
        visit = self.terminal.visit
        return AccountState(
            is_asking_delete=self._is_asking,
            has_temporary=visit.session is not None and visit.session.has_temporary_password,
            email_count=len(visit.me.emails) if visit.me else 0,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def change_password(self) -> None:
        """パスワード変更"""
        self.terminal.open(Step.PASSWORD_CHANGE)

    def emails(self) -> None:
        """メールアドレス登録・変更・削除"""
        self.terminal.open(Step.EMAILS)

    def delete_password(self) -> None:
        """パスワード削除: asks first."""
        self._is_asking = True
        self.terminal.changed()

    def keep_password(self) -> None:
        """Not after all."""
        self._is_asking = False
        self.terminal.changed()

    def confirm_delete(self) -> None:
        """Yes: the password goes, and with it the session (KU-22)."""
        session = self.terminal.visit.session
        if session is not None and self._is_asking and not self.awaiting:
            self._is_asking = False
            self.ask("awaiting-delete", lambda api: api.delete_password(session), lambda _done: self.terminal.end_visit())
