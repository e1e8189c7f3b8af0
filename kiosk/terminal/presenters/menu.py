"""The patron's menu: loans, holds, and their own record (KU-14)."""

from dataclasses import dataclass

from kiosk.domain.requests import Me
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.saying import Said
from kiosk.terminal.visit import MeLearned, Step


@dataclass(frozen=True, slots=True)
class MenuState:
    """The figures at the menu's entries."""

    loan_count: int
    overdue_count: int
    hold_count: int
    hold_limit: int
    ready_count: int
    awaiting: str
    problem: Said | None
    offers_bookshelf: bool = False


class MenuPresenter(Presenter):
    """Asks for the figures anew each time it is entered."""

    def enter(self) -> None:
        """Learns the patron's figures."""
        session = self.terminal.visit.session
        if session is not None:
            self.ask("awaiting-menu", lambda api: api.me(session), self._learned)

    def _learned(self, me: Me) -> None:
        self.terminal.dispatch(MeLearned(me))

    @property
    def state(self) -> MenuState:
        """What to show."""
        me = self.terminal.visit.me
        return MenuState(
            loan_count=me.loan_count if me else 0,
            overdue_count=me.overdue_count if me else 0,
            hold_count=me.hold_count if me else 0,
            hold_limit=me.hold_limit if me else self.terminal.profile.holds.limit,
            ready_count=me.ready_count if me else 0,
            awaiting=self.awaiting,
            problem=self.problem,
            offers_bookshelf=self.terminal.profile.bookshelf.is_offered,
        )

    def loans(self) -> None:
        """貸出状況一覧"""
        self.terminal.open(Step.LOANS)

    def holds(self) -> None:
        """予約状況一覧"""
        self.terminal.open(Step.HOLDS)

    def account(self) -> None:
        """利用者情報メンテナンス"""
        self.terminal.open(Step.ACCOUNT)

    def bookshelf(self) -> None:
        """My本棚 (OK-17, KK-20)"""
        self.terminal.open(Step.BOOKSHELF)

    def search(self) -> None:
        """To the catalogue."""
        self.terminal.open(Step.SEARCH)

    def log_out(self) -> None:
        """Finished."""
        self.terminal.end_visit()
