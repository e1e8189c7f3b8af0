"""The list of loans, and their renewal (KU-15, KU-16, KK-09)."""

from dataclasses import dataclass

from kiosk.domain.circulation import Loan
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import TitleView, title_view
from kiosk.terminal.saying import Said, say_date, say_reason
from kiosk.terminal.visit import Step


@dataclass(frozen=True, slots=True)
class LoanView:
    """One loan. 「延長」 stands only where `can_renew`; otherwise `refusals` say why. `remarks` are 延滞 and 予約."""

    loan_id: str
    title: TitleView
    due: str
    remarks: tuple[str, ...]
    is_overdue: bool
    can_renew: bool
    refusals: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class LoansState:
    """The loans; `notice` says what was just renewed. `is_known` is false until the list has come."""

    loans: tuple[LoanView, ...]
    is_known: bool
    notice: str
    awaiting: str
    problem: Said | None


class LoansPresenter(Presenter):
    """Asks for the list when entered and again after a renewal."""

    _loans: tuple[Loan, ...] | None = None
    _renewed: Loan | None = None

    def enter(self) -> None:
        """Asks for the loans."""
        self.refresh()

    def refresh(self) -> None:
        """Asks for the loans as they are now."""
        session = self.terminal.visit.session
        if session is not None:
            self.ask("awaiting-loans", lambda api: api.loans(session).loans, self._listed)

    def _listed(self, loans: tuple[Loan, ...]) -> None:
        self._loans = loans

    @property
    def state(self) -> LoansState:
        """What to show."""
        notice = ""
        if self._renewed is not None:
            words = self.terminal.words
            notice = words("loan-renewed", title=self._renewed.title.title, date=say_date(words, self._renewed.due_on))
        return LoansState(
            loans=tuple(self._view(loan) for loan in self._loans or ()),
            is_known=self._loans is not None,
            notice=notice,
            awaiting=self.awaiting,
            problem=self.problem,
        )

    def _view(self, loan: Loan) -> LoanView:
        words, profile = self.terminal.words, self.terminal.profile
        marks = (
            (loan.is_overdue, "loan-overdue"),
            (loan.is_held_by_others, "loan-held"),
            (loan.renewal_count > 0, "loan-was_renewed"),
        )
        return LoanView(
            loan_id=loan.loan_id,
            title=title_view(words, profile, loan.title),
            due=words("loan-due", date=say_date(words, loan.due_on)),
            remarks=tuple(words(message) for is_so, message in marks if is_so),
            is_overdue=loan.is_overdue,
            can_renew=loan.renewal.allowed,
            refusals=tuple(say_reason(words, profile, reason) for reason in loan.renewal.reasons),
        )

    def renew(self, loan_id: str) -> None:
        """「延長」"""
        session = self.terminal.visit.session
        if session is not None and not self.awaiting:
            self.ask(
                "awaiting-renewal",
                lambda api: (api.renew(session, loan_id), api.loans(session).loans),
                self._renewal_done,
                again=self.refresh,
            )

    def _renewal_done(self, answer: tuple[Loan, tuple[Loan, ...]]) -> None:
        self._renewed, self._loans = answer

    def menu(self) -> None:
        """Back to the menu."""
        self.terminal.open(Step.MENU)
