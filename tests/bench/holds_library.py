"""A library of some thousands of titles, items, patrons, loans and holds for benches, put straight into an empty database."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from kiosk.central.catalogue_record import ItemRecord, store
from kiosk.central.tables import HoldRow, ItemRow, LoanRow, PatronRow
from kiosk.domain.catalogue import ItemState
from kiosk.domain.circulation import HoldState
from kiosk.domain.profile import Profile
from kiosk.domain.staff import CatalogueRecord

PASSWORD = "Bench123"
TITLES = 5000
BORROWERS = 3000
WAITING = 2000
NOUNS = tuple("月水山海空森花鳥風雪星川道町家夢時音色光")
KINDS = ("歴史", "物語", "図鑑", "入門", "事典", "旅", "手紙", "研究", "料理", "数学")


@dataclass(frozen=True, slots=True)
class BenchPatron:
    """A patron who can log in."""

    id: int
    card: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BenchLibrary:
    """What the simulated people know of the library."""

    titles: list[str]
    items: list[str]
    words: list[str]
    patrons: list[BenchPatron]
    """Those who visit terminals. Others have borrowed and wait for things already."""
    cards_by_hold: dict[str, str] = field(repr=False)
    """The card of each hold's patron, by hold id; desks see it when the patron comes."""


def skewed(chance: random.Random, things: list[str]) -> str:
    """One of them, the first ones far more often: of five thousand titles the first is wished for by one patron in twenty."""
    return things[int(len(things) * chance.random() ** 3)]


def fill(session: Session, profile: Profile, seed: int, visitors: int, password_hash: str) -> BenchLibrary:
    """Put the library in. Every visitor has the same hash: verifying costs the same as with one of their own."""
    chance = random.Random(seed)
    titles = [f"b{number:05}" for number in range(TITLES)]
    store(session, (_title(chance, number, title_id) for number, title_id in enumerate(titles)))
    items = list(_items(chance, profile, titles))
    store(session, items)
    cards = [str(number).zfill(profile.card.max_length) for number in range(1, visitors + BORROWERS + 1)]
    patrons = [
        {"id": n, "card_number": card, "password_hash": password_hash if n <= visitors else None, "phone_1": "093-571-1481"}
        for n, card in enumerate(cards, start=1)
    ]
    session.execute(insert(PatronRow), patrons)
    borrowers = range(visitors + 1, visitors + BORROWERS + 1)
    _lend(session, chance, items, borrowers)
    waiting = _wait(session, chance, profile, titles, borrowers)
    _move_on(session)
    return BenchLibrary(
        titles,
        [item.id for item in items],
        [*NOUNS, *KINDS],
        [BenchPatron(n, cards[n - 1]) for n in range(1, visitors + 1)],
        {str(hold["id"]): cards[hold["patron_id"] - 1] for hold in waiting},
    )


def _title(chance: random.Random, number: int, title_id: str) -> CatalogueRecord:
    name = f"{chance.choice(NOUNS)}と{chance.choice(NOUNS)}の{chance.choice(KINDS)}"
    volume = number % 5
    series = {"series_id": f"s{number // 5}", "volume": str(volume + 1), "volume_order": volume + 1} if number % 50 < 5 else {}
    return CatalogueRecord(id=title_id, title=name, creators=f"著者{number % 700}", published="2020", **series)


def _items(chance: random.Random, profile: Profile, titles: list[str]) -> Iterator[ItemRecord]:
    branches = [branch.code for branch in profile.branches]
    number = 0
    for place, title_id in enumerate(titles):
        for _ in range(5 if place < 50 else chance.choice((1, 1, 2))):
            number += 1
            yield ItemRecord(f"bi{number:06}", title_id, chance.choice(branches), "一般", f"913.6/{place}")


def _lend(session: Session, chance: random.Random, items: list[ItemRecord], borrowers: range) -> None:
    today = datetime.now(UTC).date()
    # What is wished for most is lent nearly always.
    lent = [item for place, item in enumerate(items) if chance.random() < (0.95 if place < 500 else 0.5)]
    loans = [
        {
            "item_id": item.id,
            "title_id": item.title_id,
            "patron_id": chance.choice(borrowers),
            "lent_on": today - timedelta(days=7),
            "due_on": today + timedelta(days=chance.randint(-2, 14)),
        }
        for item in lent
    ]
    session.execute(insert(LoanRow), loans)
    session.execute(update(ItemRow), [{"id": item.id, "state": ItemState.ON_LOAN.value} for item in lent])


def _wait(session: Session, chance: random.Random, profile: Profile, titles: list[str], borrowers: range) -> list[dict]:
    pickups = [branch.code for branch in profile.branches if branch.is_pickup]
    now = datetime.now(UTC)
    places: dict[int, set[str]] = {}
    holds: list[dict] = []
    while len(holds) < WAITING:
        patron, title = chance.choice(borrowers), skewed(chance, titles)
        held = places.setdefault(patron, set())
        if title in held or len(held) >= profile.holds.limit:
            continue
        held.add(title)
        placed_at = now - timedelta(hours=WAITING - len(holds))
        holds.append(
            {
                "id": len(holds) + 1,
                "patron_id": patron,
                "title_id": title,
                "state": HoldState.WAITING.value,
                "placed_at": placed_at,
                "queued_at": placed_at,
                "place": len(held),
                "pickup_branch": chance.choice(pickups),
                "contact_method": contact_for_all(profile),
            }
        )
    session.execute(insert(HoldRow), holds)
    return holds


def contact_for_all(profile: Profile) -> str:
    """A contact method that needs nothing on record, or the first."""
    codes = [method.code for method in profile.contact_methods]
    return "none" if "none" in codes else codes[0]


def _move_on(session: Session) -> None:
    """Let PostgreSQL number what comes after the rows that brought their numbers with them."""
    if session.get_bind().dialect.name == "postgresql":
        for table in ("patrons", "holds"):
            session.connection().exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
            )
