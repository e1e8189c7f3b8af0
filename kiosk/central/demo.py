"""Fills an empty database with the demo library of `assets/demo`, fitted to the running profile.

Reading the files is `demo_files`, the holds are `demo_holds`.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import ItemRecord, store
from kiosk.central.demo_files import DemoFiles, DemoItem, PatronEntry, demo_files
from kiosk.central.demo_holds import DemoHolds
from kiosk.central.loan_counts import month_of
from kiosk.central.tables import EmailRow, ItemRow, LoanRow, PatronRow, TitleLoansRow, TitleRow
from kiosk.domain.card import CardFormat, CardNumber
from kiosk.domain.check_digit import check_digit
from kiosk.domain.errors import InvalidCardNumber, InvalidProfile
from kiosk.domain.profile import Profile
from kiosk.domain.registration import TemporaryPasswordUse
from kiosk.domain.staff import CatalogueRecord

_SERIAL_STEP = 1000


@dataclass(frozen=True, slots=True)
class DemoReport:
    """How many rows were put in; all zero when the database had titles already."""

    titles: int = 0
    items: int = 0
    patrons: int = 0
    loans: int = 0
    holds: int = 0

    @property
    def is_loaded(self) -> bool:
        """Whether this call filled the database."""
        return self.titles > 0


@dataclass(frozen=True, slots=True)
class DemoPatron:
    """A demo patron as someone who tries the terminal needs it. `password` is empty for one who has none yet."""

    key: str
    case: str
    card_number: str = field(repr=False)
    name: str = field(repr=False)
    kana: str = field(repr=False)
    birth_date: date = field(repr=False)
    phone_1: str = field(repr=False)
    password: str = field(repr=False)
    is_temporary: bool


def card_number(serial: int, card_format: CardFormat) -> str:
    """The card number of the patron with that serial (1 to 999) in the library's format, as long as the format allows.

    Where a check character would not be a digit, the next number with the same last digits is taken. Raises InvalidProfile
    when the format leaves no room.
    """
    length = card_format.max_length - len(check_digit("0", card_format.check_digit))
    for number in range(serial, 10 * _SERIAL_STEP, _SERIAL_STEP):
        body = card_format.prefix + str(number).zfill(length - len(card_format.prefix))
        try:
            return CardNumber.parse(card_format.issue(body), card_format).value
        except InvalidCardNumber:
            continue
    raise InvalidProfile("card: the format leaves no room for the demo patrons' numbers")


def demo_patrons(profile: Profile) -> list[DemoPatron]:
    """The demo patrons with their card numbers in this library, in the order of the file."""
    return [
        DemoPatron(
            key=entry.key,
            case=entry.case,
            card_number=card_number(entry.serial, profile.card),
            name=entry.name,
            kana=entry.kana,
            birth_date=entry.birth_date,
            phone_1=entry.phone_1,
            password=_password(entry, profile),
            is_temporary=entry.is_temporary and bool(_password(entry, profile)),
        )
        for entry in demo_files().patrons
    ]


def load_demo(session: Session, profile: Profile, today: date, hash_password: Callable[[str], str]) -> DemoReport:
    """Puts the demo library in when the database has no titles, else does nothing. The caller commits."""
    if session.scalar(select(TitleRow.id).limit(1)) is not None:
        return DemoReport()
    files = demo_files()
    store(session, _titles(files, today))
    store(session, (_item_record(item, profile) for item in files.items))
    patrons = {entry.key: _patron_row(entry, profile, today, hash_password) for entry in files.patrons}
    session.add_all(patrons.values())
    session.flush()
    emails = _email_rows(files, profile, patrons)
    loans = _loan_rows(files, profile, today, patrons)
    session.add_all([*emails, *loans, *_loan_counts(files, loans, today)])
    session.flush()
    items = session.scalars(select(ItemRow).order_by(ItemRow.id)).all()
    with_email = {email.patron_id for email in emails}
    materials = {title.id: title.material for title in files.titles}
    holds = DemoHolds(profile, today, patrons, with_email, items, loans, materials).rows(files.holds, files.patrons)
    session.add_all(holds)
    session.flush()
    return DemoReport(len(files.titles), len(files.items), len(patrons), len(loans), len(holds))


def _titles(files: DemoFiles, today: date) -> list[CatalogueRecord]:
    days = {entry.id: entry.added_days_ago for entry in files.recent if entry.added_days_ago is not None}
    came = {title_id: today - timedelta(days=ago) for title_id, ago in days.items()}
    return [replace(title, added_on=came.get(title.id)) for title in files.titles]


def _branch(number: int, codes: list[str]) -> str:
    return codes[(number - 1) % len(codes)]


def _item_record(item: DemoItem, profile: Profile) -> ItemRecord:
    return ItemRecord(
        id=item.id,
        title_id=item.title_id,
        branch=_branch(item.branch, [branch.code for branch in profile.branches]),
        location=item.location,
        call_number=item.call_number,
        state=item.state,
        loan_class=item.loan_class,
        from_elsewhere=item.from_elsewhere,
    )


def _password(entry: PatronEntry, profile: Profile) -> str:
    is_issued = profile.registration.temporary_password is not TemporaryPasswordUse.NOT_ISSUED
    return entry.password if is_issued or not entry.is_temporary else ""


def _patron_row(entry: PatronEntry, profile: Profile, today: date, hash_password: Callable[[str], str]) -> PatronRow:
    password = _password(entry, profile)
    return PatronRow(
        card_number=card_number(entry.serial, profile.card),
        name=entry.name,
        name_kana=entry.kana,
        birth_date=entry.birth_date,
        phone_1=entry.phone_1,
        phone_2=entry.phone_2,
        fax=entry.fax,
        is_hearing_registered=entry.is_hearing_registered,
        expires_on=None if entry.expires_in_days is None else today + timedelta(days=entry.expires_in_days),
        password_hash=hash_password(password) if password else None,
        has_temporary_password=entry.is_temporary and bool(password),
    )


def _email_rows(files: DemoFiles, profile: Profile, patrons: dict[str, PatronRow]) -> list[EmailRow]:
    return [
        EmailRow(patron_id=patrons[entry.key].id, slot=slot, address=address)
        for entry in files.patrons
        for slot, address in enumerate(entry.emails[: profile.emails.limit], start=1)
    ]


def _loan_rows(files: DemoFiles, profile: Profile, today: date, patrons: dict[str, PatronRow]) -> list[LoanRow]:
    renewed = {(entry.key, title_id) for entry in files.patrons for title_id in entry.renewed}
    rows = []
    for item in files.items:
        if item.due_in_days is None:
            continue
        due_on = today + timedelta(days=item.due_in_days)
        renewals = int((item.borrower, item.title_id) in renewed)
        # A loan renewed on its last day but one: the second period began then.
        first_period = profile.loans.days - 1 if renewals else 0
        period = profile.loans.renewal_days if renewals else profile.loans.days
        rows.append(
            LoanRow(
                item_id=item.id,
                title_id=item.title_id,
                patron_id=patrons[item.borrower].id,
                lent_on=min(today, due_on - timedelta(days=period)) - timedelta(days=first_period),
                due_on=due_on,
                renewals=renewals,
            )
        )
    return rows


def _loan_counts(files: DemoFiles, loans: list[LoanRow], today: date) -> list[TitleLoansRow]:
    """How often the titles were lent this month, the open loans among them."""
    month = month_of(today)
    counts = Counter({entry.id: entry.loans for entry in files.recent})
    counts.update(loan.title_id for loan in loans if month_of(loan.lent_on) == month)
    return [TitleLoansRow(title_id=title_id, month=month, count=count) for title_id, count in counts.items() if count]
