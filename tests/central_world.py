"""A small library to order: titles, items, patrons and loans put straight into a real database, and the service on it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import requests
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import ItemRecord, item_row, title_row
from kiosk.central.database import Store
from kiosk.central.passwords import hash_password
from kiosk.central.serving import server_for
from kiosk.central.settings import CentralSettings, StaffSettings, TerminalSettings
from kiosk.central.tables import EmailRow, HoldRow, ItemRow, LoanRow, PatronRow
from kiosk.domain.catalogue import ItemState, LoanClass, Material
from kiosk.domain.circulation import HoldState
from kiosk.domain.profile import Profile
from kiosk.domain.staff import CatalogueRecord

STAFF_KEY = "staff-key-of-the-tests"
SECRET_KEY = "secret-key-of-the-tests"
PASSWORD = "Abc123"
TIME_LIMIT_SECONDS = 20


@dataclass(frozen=True)
class Patron:
    """A patron as a test needs it."""

    id: int
    card: str
    password: str


class World:
    """One library in a database. Its clock stands at ten o'clock on a Tuesday until it is moved."""

    def __init__(self, database_url: str, profile: Profile) -> None:
        self.profile = profile
        self.zone = ZoneInfo(profile.time_zone)
        self.now = datetime(2026, 11, 24, 10, 0, tzinfo=self.zone)
        self.settings = CentralSettings(
            database_url=database_url,
            profile=profile,
            secret_key=SECRET_KEY,
            staff=(StaffSettings("desk", STAFF_KEY),),
            terminals=tuple(
                TerminalSettings(f"{branch.code}-{n}", branch.code, terminal_key(f"{branch.code}-{n}"))
                for branch in profile.branches
                for n in (1, 2)
            ),
        )
        self._store = Store(self.settings.database_url)
        self._store.migrate()
        self._numbers = count(1)
        self.wake_seconds = 3600.0
        """How often the service looks by itself for mails that are due; tests of mails call `deliver_due` themselves."""

    def clock(self) -> datetime:
        """The time in this world."""
        return self.now

    @property
    def today(self) -> date:
        """The day in this world."""
        return self.now.astimezone(self.zone).date()

    @property
    def home(self) -> str:
        """The first branch."""
        return self.profile.branches[0].code

    @property
    def pickups(self) -> list[str]:
        """The codes of the pickup branches."""
        return [branch.code for branch in self.profile.branches if branch.is_pickup]

    def advance(self, **by: float) -> None:
        """Move the clock, as in `advance(days=7)`."""
        self.now += timedelta(**by)

    def set_time(self, day: date, at: time = time(10)) -> None:
        """Set the clock to a local day and time."""
        self.now = datetime.combine(day, at, self.zone)

    def with_settings(self, **changes: object) -> None:
        """Change the settings with which the service will be served next."""
        self.settings = replace(self.settings, **changes)

    def add_title(
        self,
        title: str = "月と水の本",
        *,
        items: int = 1,
        on_loan: bool = True,
        branch: str = "",
        state: ItemState = ItemState.ON_SHELF,
        loan_class: LoanClass = LoanClass.LOANABLE,
        from_elsewhere: bool = False,
        material: Material = Material.BOOK,
        volume: str = "",
        series_id: str = "",
        volume_order: int = 0,
        issued_on: date | None = None,
        creators: str = "",
        ndc: str = "",
        is_childrens: bool = False,
        added_on: date | None = None,
    ) -> str:
        """A title with that many items, each lent to a stranger of its own when `on_loan`; gives the title's id."""
        title_id = f"t{next(self._numbers):05}"
        record = CatalogueRecord(
            id=title_id,
            title=title,
            material=material,
            volume=volume,
            series_id=series_id,
            volume_order=volume_order,
            issued_on=issued_on,
            creators=creators,
            ndc=ndc,
            is_childrens=is_childrens,
            added_on=added_on,
        )
        with self._store.writing() as session:
            session.add(title_row(record))
        for _ in range(items):
            self.add_item(
                title_id, on_loan=on_loan, branch=branch, state=state, loan_class=loan_class, from_elsewhere=from_elsewhere
            )
        return title_id

    def add_series(self, title: str, volumes: int, *, on_loan: bool = True) -> list[str]:
        """The volumes of one work, numbered from 1."""
        series_id = f"s{next(self._numbers)}"
        return [
            self.add_title(title, on_loan=on_loan, volume=str(n), series_id=series_id, volume_order=n)
            for n in range(1, volumes + 1)
        ]

    def add_item(
        self,
        title_id: str,
        *,
        on_loan: bool = False,
        branch: str = "",
        state: ItemState = ItemState.ON_SHELF,
        loan_class: LoanClass = LoanClass.LOANABLE,
        from_elsewhere: bool = False,
    ) -> str:
        """One more item of a title; gives its id."""
        number = next(self._numbers)
        item_id = f"i{number:05}"
        record = ItemRecord(
            id=item_id,
            title_id=title_id,
            branch=branch or self.home,
            location="2F",
            call_number=f"913.6/{number}",
            state=state,
            loan_class=loan_class,
            from_elsewhere=from_elsewhere,
        )
        with self._store.writing() as session:
            session.add(item_row(record))
        if on_loan:
            self.lend(item_id)
        return item_id

    def item_of(self, title_id: str) -> str:
        """The first item of a title."""
        with self._store.reading() as session:
            return session.query(ItemRow.id).filter_by(title_id=title_id).order_by(ItemRow.id).first()[0]

    def add_patron(
        self,
        *,
        card: str = "",
        password: str | None = PASSWORD,
        is_temporary: bool = False,
        email: str = "",
        birth_date: date | None = date(1990, 4, 1),
        phone_1: str = "096-384-5000",
        phone_2: str = "",
        fax: str = "",
        name_kana: str = "ヤマダ ハナコ",
        is_hearing_registered: bool = False,
        expires_on: date | None = None,
    ) -> Patron:
        """A patron with a card of the library's length, counted up unless given."""
        number = card or str(next(self._numbers)).zfill(self.profile.card.max_length)
        row = PatronRow(
            card_number=number,
            password_hash=None if password is None else hash_password(password),
            has_temporary_password=is_temporary,
            birth_date=birth_date,
            phone_1=phone_1,
            phone_2=phone_2,
            fax=fax,
            name_kana=name_kana,
            is_hearing_registered=is_hearing_registered,
            expires_on=expires_on,
        )
        with self._store.writing() as session:
            session.add(row)
            session.flush()
            patron = Patron(row.id, number, password or "")
            if email:
                session.add(EmailRow(patron_id=row.id, slot=1, address=email))
        return patron

    def lend(self, item_id: str, patron: Patron | None = None, *, due_in_days: int = 14, renewals: int = 0) -> str:
        """Lend an item, to a stranger unless told; a negative `due_in_days` makes it overdue. Gives the loan's id."""
        borrower = patron or self.add_patron(password=None)
        with self._store.writing() as session:
            item = session.get_one(ItemRow, item_id)
            item.state = ItemState.ON_LOAN.value
            loan = LoanRow(
                item_id=item_id,
                title_id=item.title_id,
                patron_id=borrower.id,
                lent_on=self.today - timedelta(days=1),
                due_on=self.today + timedelta(days=due_in_days),
                renewals=renewals,
            )
            session.add(loan)
            session.flush()
            return str(loan.id)

    def add_hold(self, patron: Patron, title_id: str, *, pickup: str = "", contact: str = "none") -> str:
        """A waiting hold taken at the desk, which asks no terminal; gives its id."""
        row = HoldRow(
            patron_id=patron.id,
            title_id=title_id,
            state=HoldState.WAITING.value,
            placed_at=self.now,
            queued_at=self.now,
            pickup_branch=pickup or self.home,
            contact_method=contact,
        )
        with self._store.writing() as session:
            session.add(row)
            session.flush()
            return str(row.id)

    def close(self) -> None:
        """Let go of the database, as a test must that puts another in its place."""
        self._store.close()

    @contextmanager
    def rows(self) -> Iterator[Session]:
        """The database itself, to look at what no call shows."""
        with self._store.reading() as session:
            yield session

    @contextmanager
    def change_rows(self) -> Iterator[Session]:
        """The database in a transaction of the service's own kind."""
        with self._store.writing() as session:
            yield session

    @contextmanager
    def serve(self) -> Iterator[str]:
        """The service on a free port of this machine, until the block is left; gives its base URL."""
        with socket.create_server(("127.0.0.1", 0)) as listening:
            server = server_for(self.settings, "127.0.0.1", 0, self.clock, self.wake_seconds)
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="central")
            thread.start()
            try:
                yield f"http://127.0.0.1:{listening.getsockname()[1]}"
            finally:
                server.should_exit = True
                thread.join(TIME_LIMIT_SECONDS)
        assert not thread.is_alive(), "the service did not stop"


def terminal_key(terminal_id: str) -> str:
    """The key of a terminal of a world."""
    return f"key-of-{terminal_id}"


class Caller:
    """Somebody who calls the service with some headers."""

    def __init__(self, base_url: str, **headers: str) -> None:
        self.base_url = base_url
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def call(self, method: str, path: str, body: object = None, **headers: str) -> requests.Response:
        """One request, on a connection of its own."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return requests.request(
            method, self.base_url + path, json=body, headers={**self.headers, **named}, timeout=TIME_LIMIT_SECONDS
        )

    def get(self, path: str, expect: int = 200) -> dict:
        """The body of a GET with the status expected."""
        return self.expect(expect, "GET", path)

    def expect(self, status: int, method: str, path: str, body: object = None, **headers: str) -> dict:
        """The body of a request with the status expected; an empty one is `{}`."""
        answer = self.call(method, path, body, **headers)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else {}


class TerminalCaller(Caller):
    """A terminal on the floor."""

    def __init__(self, base_url: str, terminal_id: str) -> None:
        super().__init__(base_url, Terminal_Key=terminal_key(terminal_id))

    def log_in(self, patron: Patron, password: str | None = None) -> "PatronCaller":
        """The patron's session at this terminal."""
        credentials = {"card_number": patron.card, "password": password or patron.password}
        session = self.expect(201, "POST", "/v1/sessions", credentials)
        return PatronCaller(self, session["token"], patron)

    def hold_reasons(self, title_id: str) -> list[str]:
        """The codes against a hold on a title, empty when it is offered."""
        hold = self.get(f"/v1/titles/{title_id}")["title"]["hold"]
        assert hold["allowed"] is (not hold["reasons"])
        return [reason["code"] for reason in hold["reasons"]]


class PatronCaller(Caller):
    """A patron logged in at a terminal."""

    def __init__(self, terminal: TerminalCaller, token: str, person: Patron | None = None) -> None:
        super().__init__(terminal.base_url)
        self.person = person
        self.headers = {**terminal.headers, "Authorization": f"Bearer {token}"}
        self.token = token
        self._keys = count(1)

    def submit(self, *titles: str, pickup: str, contact: str = "none", sequences: tuple = (), key: str = "") -> dict:
        """The outcome of a hold request under a new key."""
        body = {"titles": titles, "pickup_branch": pickup, "contact_method": contact, "sequences": sequences}
        key = key or f"key-{self.token[:20]}-{next(self._keys)}"
        return self.expect(201, "POST", "/v1/me/hold-requests", body, Idempotency_Key=key)

    def hold(self, title_id: str, pickup: str, contact: str = "none") -> str:
        """Place one hold that must be accepted; gives its id."""
        (line,) = self.submit(title_id, pickup=pickup, contact=contact)["lines"]
        assert line["outcome"] == "accepted", line
        return line["hold"]["hold_id"]

    def holds(self) -> dict[str, dict]:
        """The patron's listed holds by id."""
        return {hold["hold_id"]: hold for hold in self.get("/v1/me/holds")["holds"]}

    def state(self, hold_id: str) -> str:
        """The state of a listed hold."""
        return self.holds()[hold_id]["state"]


class Desk(Caller):
    """The circulation desk."""

    def __init__(self, base_url: str) -> None:
        super().__init__(base_url, Authorization=f"Bearer {STAFF_KEY}")

    def scan(self, item_id: str, branch: str) -> dict:
        """Scan an item in."""
        return self.expect(200, "POST", "/v1/staff/returns", {"item_id": item_id, "branch": branch})

    def lend(self, patron: Patron, item_id: str, expect: int = 201) -> dict:
        """Lend an item."""
        return self.expect(expect, "POST", "/v1/staff/check-outs", {"card_number": patron.card, "item_id": item_id})

    def pick_list(self, branch: str) -> list[dict]:
        """What to fetch from the shelves."""
        return self.call("GET", f"/v1/staff/pick-list?branch={branch}").json()
