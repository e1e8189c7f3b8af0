"""What a desk, or a library's own system, tells the service and is told by it: the staff side of the contract.

What these calls do is the service's business; which key opens which of them is said by its scopes.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.catalogue import ItemState, LoanClass, Material
from kiosk.domain.circulation import HoldState


@dataclass(frozen=True, slots=True)
class CatalogueRecord:
    """A bibliographic record. `title` carries no volume statement, that is `volume`; several creators are joined by `、`.

    `issued_on` is the day of issue of a magazine's issue, else the first day of the period `published` names, when it is known.
    `reading_is_derived`: the readings were made by a dictionary, not by a cataloguer. `added_on` is the day it came into the
    catalogue; without one it is the day it is first stored.
    """

    id: str
    title: str
    reading: str = ""
    volume: str = ""
    creators: str = ""
    creators_reading: str = ""
    publisher: str = ""
    published: str = ""
    material: Material = Material.BOOK
    ndc: str = ""
    isbn: str = ""
    subjects: tuple[str, ...] = ()
    note: str = ""
    series_id: str = ""
    volume_order: int = 0
    issued_on: date | None = None
    reading_is_derived: bool = False
    is_childrens: bool = False
    added_on: date | None = None


class ItemCondition(StrEnum):
    """The states an item can be given by hand; all others follow from what happens to it. The values are `ItemState`'s."""

    ON_SHELF = "on_shelf"
    MISSING = "missing"
    IN_REPAIR = "in_repair"


@dataclass(frozen=True, slots=True)
class ItemUpkeep:
    """What is recorded of an item. Without a `state` it stays in the one it has; a new one is then on its shelf."""

    title_id: str
    branch: str
    location: str = ""
    call_number: str = ""
    loan_class: LoanClass = LoanClass.LOANABLE
    from_elsewhere: bool = False
    state: ItemCondition | None = None


@dataclass(frozen=True, slots=True)
class PatronCard:
    """The card of the patron a call is about; it stands in no URL."""

    card_number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewCard:
    """A card that takes the place of one that was lost."""

    card_number: str = field(repr=False)
    new_card_number: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PatronRecord:
    """What the library has on record of a patron; e-mail addresses and passwords are the patron's own to set."""

    card_number: str = field(repr=False)
    name_kana: str = field(default="", repr=False)
    birth_date: date | None = field(default=None, repr=False)
    phone_1: str = field(default="", repr=False)
    phone_2: str = field(default="", repr=False)
    fax: str = field(default="", repr=False)
    is_hearing_registered: bool = field(default=False, repr=False)
    expires_on: date | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class TemporaryPasswordSlip:
    """What to hand to the patron; it is kept nowhere."""

    temporary_password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeskHold:
    """An open hold as the desk sees it: its state is the true one, whatever the patron is told yet."""

    hold_id: str
    title_id: str
    title: str
    volume: str
    state: HoldState
    placed_at: datetime
    pickup_branch: str
    contact_method: str
    item_id: str | None
    """The item set aside for it."""
    expires_on: date | None
    """The last day the item waits on the hold shelf."""


@dataclass(frozen=True, slots=True)
class DeskLoan:
    """An open loan as the desk sees it."""

    loan_id: str
    item_id: str
    title_id: str
    title: str
    volume: str
    due_on: date
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class PatronAtDesk:
    """Who stands at the desk, and how things are between them and the library; nothing that is the patron's alone."""

    card_number: str = field(repr=False)
    name_kana: str = field(repr=False)
    expires_on: date | None
    is_expired: bool
    has_password: bool
    hold_count: int
    hold_limit: int
    ready_count: int
    loan_count: int
    overdue_count: int
    holds: tuple[DeskHold, ...] = field(repr=False)
    loans: tuple[DeskLoan, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class CheckOut:
    """An item lent to the bearer of a card."""

    card_number: str = field(repr=False)
    item_id: str


@dataclass(frozen=True, slots=True)
class Return:
    """An item scanned at a branch, whether it comes back from a patron, from a courier or from the shelf."""

    item_id: str
    branch: str


@dataclass(frozen=True, slots=True)
class CheckOutReceipt:
    """A loan just made; `hold_id` names the hold it filled, if any."""

    loan_id: str
    item_id: str
    due_on: date
    hold_id: str | None


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What to do with an item just scanned: `send_to` names the branch it must travel to, if it must."""

    item_id: str
    item_state: ItemState
    hold_id: str | None
    send_to: str | None


@dataclass(frozen=True, slots=True)
class PickLine:
    """An item to fetch from a shelf for a hold that waits for it; which hold gets it is settled when it is scanned in."""

    item_id: str
    title: str
    volume: str
    location: str
    call_number: str
    hold_id: str
    pickup_branch: str


@dataclass(frozen=True, slots=True)
class DeskHoldRequest:
    """A hold taken at the counter or brought on a paper form.

    `received_at`, when it came before now, gives it its place in the queue (KK-03).
    """

    card_number: str = field(repr=False)
    title_id: str
    pickup_branch: str
    contact_method: str
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ShelfPlace:
    """Where a copy stands now."""

    item_id: str
    branch: str
    location: str
    call_number: str


@dataclass(frozen=True, slots=True)
class ProvisionalHold:
    """A hold for the library to accept or decline (CH-07, KT-08), with the copies that stand on a shelf."""

    hold_id: str
    title_id: str
    title: str
    volume: str
    placed_at: datetime
    pickup_branch: str
    on_shelf: tuple[ShelfPlace, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """An item on its way between branches (CH-08), for a hold or going home.

    `sent_on` is the day it was handed to the courier; `arrives_on` the day it is expected, when one can be told.
    """

    item_id: str
    title: str
    volume: str
    from_branch: str
    to_branch: str
    hold_id: str | None
    sent_on: date | None
    arrives_on: date | None


@dataclass(frozen=True, slots=True)
class Transfers:
    """The journeys that concern one branch: what it hands to the courier, and what is to come."""

    outgoing: tuple[Transfer, ...]
    incoming: tuple[Transfer, ...]


@dataclass(frozen=True, slots=True)
class ReadyHold:
    """A hold whose item waits on the hold shelf. Before the patron has been told there may be no last day yet."""

    hold_id: str
    item_id: str
    title: str
    volume: str
    is_told: bool
    contacted_on: date | None
    last_day: date | None


class NextStep(StrEnum):
    """What to do with an item that leaves the hold shelf."""

    SHELVE = "shelve"
    SEND = "send"  # to `ItemToClear.send_to`
    NEXT_HOLD = "next_hold"  # it stays on the hold shelf, for `ItemToClear.next_hold_id`


@dataclass(frozen=True, slots=True)
class ItemToClear:
    """An item whose hold has ended on the hold shelf, and where it goes now."""

    hold_id: str
    item_id: str
    title: str
    volume: str
    ended_on: date
    next_step: NextStep
    send_to: str | None = None
    next_hold_id: str | None = None


@dataclass(frozen=True, slots=True)
class HoldShelf:
    """The hold shelf of one branch: who may still come, soonest last day first, and what is to be cleared."""

    ready: tuple[ReadyHold, ...]
    to_clear: tuple[ItemToClear, ...]
