"""A library kept in dicts: what `FakeHoldsApi` knows, filled by the names of `central_world.World`."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from kiosk.domain.catalogue import Item, ItemState, LoanClass, Material, Title
from kiosk.domain.circulation import Hold, HoldState, Loan, SequencePlace
from kiosk.domain.contact import PatronContacts
from kiosk.domain.hold_changes import hold_actions
from kiosk.domain.hold_limits import PatronStanding
from kiosk.domain.hold_queue import SequenceMember, is_turn
from kiosk.domain.hold_shelf import contact_day, expires_on
from kiosk.domain.holdability import availability, holdability
from kiosk.domain.profile import Profile
from kiosk.domain.renewal import renewal

PASSWORD = "Abc123"


@dataclass
class KeptTitle:
    """A record and its items."""

    title_id: str
    title: str
    material: Material
    volume: str
    series_id: str
    volume_order: int
    creators: str
    items: list[Item] = field(default_factory=list)
    ndc: str = ""
    reading: str = ""
    is_childrens: bool = False
    added_on: date | None = None
    loans: int = 0
    """How often it was lent this month."""


@dataclass
class KeptPatron:
    """A patron's record."""

    id: int
    card: str
    password: str | None
    is_temporary: bool
    emails: dict[int, str]
    birth_date: date | None
    phone_1: str
    expires_on: date | None
    unconfirmed: dict[int, str] = field(default_factory=dict)
    """Addresses that wait for the link in a mail, by slot."""
    chosen_slot: int = 0
    """The slot that notices go to, 0 until one is chosen."""
    outcomes: dict[str, object] = field(default_factory=dict)

    @property
    def contacts(self) -> PatronContacts:
        return PatronContacts(has_email=bool(self.emails), has_phone_1=bool(self.phone_1))


@dataclass
class KeptHold:
    """A hold as kept; `sequence` is its sequence's id and its place in it."""

    hold_id: str
    patron: KeptPatron
    title_id: str
    placed_at: datetime
    pickup_branch: str
    contact_method: str
    state: HoldState = HoldState.WAITING
    sequence: tuple[str, int] | None = None
    contacted_on: date | None = None
    expires_on: date | None = None


@dataclass
class KeptLoan:
    """A loan as kept."""

    loan_id: str
    patron: KeptPatron
    title_id: str
    due_on: date
    renewals: int


class FakeLibrary:
    """What the library knows, seen from a terminal in its first branch. Ten o'clock on a Tuesday until it is moved.

    It sends no mail unless told.
    """

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.sends_mail = False
        self.branch = profile.branches[0].code
        self.now = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo(profile.time_zone))
        self.titles: dict[str, KeptTitle] = {}
        self.patrons: dict[str, KeptPatron] = {}
        self.kept_holds: dict[str, KeptHold] = {}
        self.kept_loans: dict[str, KeptLoan] = {}
        self.numbers = count(1)

    @property
    def today(self) -> date:
        return self.now.date()

    def add_title(
        self,
        title: str = "月と水の本",
        *,
        on_loan: bool = True,
        branch: str = "",
        material: Material = Material.BOOK,
        loan_class: LoanClass = LoanClass.LOANABLE,
        volume: str = "",
        series_id: str = "",
        volume_order: int = 0,
        creators: str = "",
        ndc: str = "",
        reading: str = "",
        is_childrens: bool = False,
        added_on: date | None = None,
        loans: int = 0,
    ) -> str:
        """A title with one item, lent to a stranger when `on_loan`; gives the title's id."""
        title_id, number = f"t{next(self.numbers)}", next(self.numbers)
        kept = KeptTitle(title_id, title, material, volume, series_id, volume_order, creators)
        kept.ndc, kept.reading, kept.is_childrens, kept.added_on, kept.loans = ndc, reading, is_childrens, added_on, loans
        item = Item(f"i{number}", branch or self.branch, "2F", f"913.6/{number}", ItemState.ON_SHELF, loan_class)
        kept.items.append(item)
        self.titles[title_id] = kept
        if on_loan:
            self.lend(item.item_id, self.add_patron(password=None))
        return title_id

    def add_series(self, title: str, volumes: int, *, on_loan: bool = True) -> list[str]:
        """The volumes of one work, numbered from 1."""
        series = f"s{next(self.numbers)}"
        return [
            self.add_title(title, on_loan=on_loan, volume=str(n), series_id=series, volume_order=n)
            for n in range(1, volumes + 1)
        ]

    def add_patron(
        self,
        *,
        password: str | None = PASSWORD,
        is_temporary: bool = False,
        email: str = "",
        birth_date: date | None = date(1990, 4, 1),
        phone_1: str = "096-384-5000",
        expires_on: date | None = None,
    ) -> KeptPatron:
        """A patron with a card of the library's length."""
        number = next(self.numbers)
        card = str(number).zfill(self.profile.card.max_length)
        emails = {1: email} if email else {}
        patron = KeptPatron(number, card, password, is_temporary, emails, birth_date, phone_1, expires_on)
        self.patrons[card] = patron
        return patron

    def item_of(self, title_id: str) -> str:
        """The item of a title."""
        return self.titles[title_id].items[0].item_id

    def lend(self, item_id: str, patron: KeptPatron, *, due_in_days: int = 14, renewals: int = 0) -> str:
        """Lends an item; gives the loan's id."""
        due_on = self.today + timedelta(days=due_in_days)
        title = next(title for title in self.titles.values() if self.item_of(title.title_id) == item_id)
        title.items = [replace(title.items[0], state=ItemState.ON_LOAN, due_on=due_on)]
        loan = KeptLoan(str(next(self.numbers)), patron, title.title_id, due_on, renewals)
        self.kept_loans[loan.loan_id] = loan
        return loan.loan_id

    def add_hold(self, patron: KeptPatron, title_id: str, *, pickup: str = "", contact: str = "none") -> str:
        """A waiting hold; gives its id."""
        hold_id = str(next(self.numbers))
        self.kept_holds[hold_id] = KeptHold(hold_id, patron, title_id, self.now, pickup or self.branch, contact)
        return hold_id

    def make_ready(self, hold_id: str) -> None:
        """The item came back and waits on the hold shelf."""
        hold = self.kept_holds[hold_id]
        method = self.profile.contact_method(hold.contact_method)
        assert method is not None
        hold.state, hold.contacted_on = HoldState.READY, contact_day(method, self.now) or self.today
        hold.expires_on = expires_on(self.profile.hold_shelf, self.profile.calendar, hold.contacted_on)
        title = self.titles[hold.title_id]
        title.items = [replace(title.items[0], state=ItemState.HOLD_SHELF, due_on=None)]

    def bring_back(self, title_id: str) -> None:
        """The item comes back and stands on its shelf."""
        self.kept_loans = {key: loan for key, loan in self.kept_loans.items() if loan.title_id != title_id}
        title = self.titles[title_id]
        title.items = [replace(title.items[0], state=ItemState.ON_SHELF, due_on=None)]

    # how it shows what it knows

    def title_of(self, title_id: str) -> Title:
        """A title as this terminal sees it."""
        kept = self.titles[title_id]
        held = sum(hold.title_id == title_id and hold.state.is_open for hold in self.kept_holds.values())
        return Title(
            title_id=title_id,
            title=kept.title,
            reading=kept.reading,
            volume=kept.volume,
            creators=kept.creators,
            publisher="",
            published="",
            material=kept.material,
            ndc=kept.ndc,
            isbn="",
            series_id=kept.series_id,
            availability=availability(kept.items, held, self.branch),
            hold=holdability(self.profile.holds, kept.material, kept.items, False, self.branch),
            is_childrens=kept.is_childrens,
            added_on=kept.added_on,
        )

    def hold_of(self, kept: KeptHold) -> Hold:
        """A hold as its patron sees it."""
        queue = [h.hold_id for h in self.kept_holds.values() if h.title_id == kept.title_id and h.state is HoldState.WAITING]
        allowed, refusals = hold_actions(self.profile.holds, kept.state, False)
        return Hold(
            hold_id=kept.hold_id,
            title=self.title_of(kept.title_id),
            state=kept.state,
            placed_at=kept.placed_at,
            pickup_branch=kept.pickup_branch,
            contact_method=kept.contact_method,
            position=queue.index(kept.hold_id) + 1 if kept.hold_id in queue else None,
            queue_length=len(queue),
            contacted_on=kept.contacted_on,
            expires_on=kept.expires_on,
            sequence=self._place_of(kept),
            allowed_actions=allowed,
            refusals=refusals,
        )

    def _place_of(self, kept: KeptHold) -> SequencePlace | None:
        if kept.sequence is None:
            return None
        sequence_id, place = kept.sequence
        holds = sorted(
            (hold for hold in self.kept_holds.values() if hold.sequence and hold.sequence[0] == sequence_id),
            key=lambda hold: hold.sequence or ("", 0),
        )
        members = [SequenceMember(n, hold.state) for n, hold in enumerate(holds, 1)]
        release_on = self.profile.holds.sequences
        turns = [is_turn(release_on, members, n) for n in range(1, len(members) + 1)]
        waits_for = ""
        if not turns[place - 1]:
            former = self.titles[holds[turns.index(False) - 1].title_id]
            waits_for = f"{former.title} {former.volume}".strip()
        return SequencePlace(sequence_id, place, len(members), turns[place - 1], waits_for)

    def loan_of(self, kept: KeptLoan) -> Loan:
        """A loan as its patron sees it."""
        own = [loan for loan in self.kept_loans.values() if loan.patron is kept.patron]
        is_held = any(
            hold.title_id == kept.title_id and hold.patron is not kept.patron and hold.state is HoldState.WAITING
            for hold in self.kept_holds.values()
        )
        title = self.title_of(kept.title_id)
        decision = renewal(
            self.profile.loans,
            title.material,
            kept.due_on,
            self.today,
            kept.renewals,
            is_held_by_others=is_held,
            has_other_overdue=any(loan.due_on < self.today for loan in own if loan is not kept),
            is_from_elsewhere=False,
        )
        return Loan(kept.loan_id, title, kept.due_on, kept.due_on < self.today, is_held, kept.renewals, decision)

    def holds_by(self, patron: KeptPatron) -> list[KeptHold]:
        """A patron's holds, ended ones too."""
        return [hold for hold in self.kept_holds.values() if hold.patron is patron]

    def loans_by(self, patron: KeptPatron) -> list[KeptLoan]:
        """A patron's loans."""
        return sorted((loan for loan in self.kept_loans.values() if loan.patron is patron), key=lambda loan: loan.due_on)

    def standing_of(self, patron: KeptPatron) -> PatronStanding:
        """What counts for and against the patron."""
        open_holds = [hold for hold in self.holds_by(patron) if hold.state.is_open]
        loans = self.loans_by(patron)
        return PatronStanding(
            open_materials=tuple(self.titles[hold.title_id].material for hold in open_holds),
            held_titles=frozenset(hold.title_id for hold in open_holds),
            loaned_titles=frozenset(loan.title_id for loan in loans),
            has_overdue=any(loan.due_on < self.today for loan in loans),
            is_expired=patron.expires_on is not None and patron.expires_on < self.today,
        )
