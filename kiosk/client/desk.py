"""What a desk, or a library's own system, tells the service over HTTP and asks of it."""

from typing import Any, TypeVar
from urllib.parse import quote

import requests

from kiosk.client.problems import error_from
from kiosk.client.wire import decode, encode
from kiosk.domain.circulation import Hold
from kiosk.domain.errors import ServiceUnreachable
from kiosk.domain.staff import (
    CatalogueRecord,
    CheckOut,
    CheckOutReceipt,
    DeskHoldRequest,
    HoldShelf,
    ItemUpkeep,
    NewCard,
    PatronAtDesk,
    PatronCard,
    PatronRecord,
    PickLine,
    ProvisionalHold,
    Return,
    ScanResult,
    TemporaryPasswordSlip,
    Transfers,
)
from kiosk.domain.worklist import Worklist

TIME_LIMITS_SECONDS = (3.0, 10.0)
T = TypeVar("T")


class HttpDesk:
    """A circulation desk with a staff key. Raises ServiceError as `HttpHoldsApi` does."""

    def __init__(self, base_url: str, staff_key: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {staff_key}"}

    def check_out(self, card_number: str, item_id: str) -> CheckOutReceipt:
        """Lends an item to a patron."""
        return decode(CheckOutReceipt, self._call("POST", "check-outs", CheckOut(card_number, item_id)))

    def return_item(self, item_id: str, branch: str) -> ScanResult:
        """Scans an item in at a branch: returned, arrived, or fetched from the shelf. Says where it goes now."""
        return decode(ScanResult, self._call("POST", "returns", Return(item_id, branch)))

    def pick_list(self, branch: str) -> list[PickLine]:
        """The items to fetch from the shelves of a branch for holds."""
        return self._read(list[PickLine], "pick-list", branch)

    def transfers(self, branch: str) -> Transfers:
        """What a branch hands to the courier, and what comes to it."""
        return self._read(Transfers, "transfers", branch)

    def hold_shelf(self, branch: str) -> HoldShelf:
        """The hold shelf of a branch."""
        return self._read(HoldShelf, "hold-shelf", branch)

    def provisional_holds(self, branch: str) -> list[ProvisionalHold]:
        """The holds that wait to be accepted, by pickup branch."""
        return self._read(list[ProvisionalHold], "provisional-holds", branch)

    def place_hold(self, request: DeskHoldRequest) -> Hold:
        """Takes a hold at the counter or from a paper form."""
        return decode(Hold, self._call("POST", "holds", request))

    def accept_hold(self, hold_id: str) -> None:
        """Accepts a provisional hold."""
        self._call("POST", f"holds/{_part(hold_id)}/accept")

    def decline_hold(self, hold_id: str) -> None:
        """The library cannot fill a hold."""
        self._call("POST", f"holds/{_part(hold_id)}/decline")

    def cancel_hold(self, hold_id: str) -> None:
        """Cancels a hold on its patron's wish."""
        self._call("POST", f"holds/{_part(hold_id)}/cancel")

    def put_patron(self, record: PatronRecord) -> None:
        """Puts a patron's record in, or another in its place."""
        self._call("PUT", "patrons", record)

    def look_up_patron(self, card_number: str) -> PatronAtDesk:
        """How things are between the bearer of a card and the library."""
        return decode(PatronAtDesk, self._call("POST", "patrons/lookup", PatronCard(card_number)))

    def delete_patron(self, card_number: str) -> None:
        """Takes a patron out."""
        self._call("POST", "patrons/delete", PatronCard(card_number))

    def change_card(self, card_number: str, new_card_number: str) -> None:
        """Gives a patron a new card number."""
        self._call("POST", "patrons/new-card", NewCard(card_number, new_card_number))

    def issue_temporary_password(self, card_number: str) -> TemporaryPasswordSlip:
        """Gives a patron a temporary password."""
        return decode(TemporaryPasswordSlip, self._call("POST", "temporary-passwords", PatronCard(card_number)))

    def put_title(self, record: CatalogueRecord) -> None:
        """Puts a title in, or another record in its place."""
        self._call("PUT", f"titles/{_part(record.id)}", record)

    def delete_title(self, title_id: str) -> None:
        """Takes a title out."""
        self._call("DELETE", f"titles/{_part(title_id)}")

    def put_item(self, item_id: str, item: ItemUpkeep) -> None:
        """Puts an item in, or changes what is recorded of it."""
        self._call("PUT", f"items/{_part(item_id)}", item)

    def delete_item(self, item_id: str) -> None:
        """Takes an item out."""
        self._call("DELETE", f"items/{_part(item_id)}")

    def worklist(self) -> Worklist:
        """Whom staff have to tell what."""
        return decode(Worklist, self._call("GET", "notices"))

    def tick_off(self, notice_id: str) -> None:
        """The patron has been told."""
        self._call("POST", f"notices/{_part(notice_id)}/done")

    def _read(self, kind: type[T], path: str, branch: str) -> T:
        return decode(kind, self._call("GET", f"{path}?branch={_part(branch)}"))

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        try:
            with requests.Session() as http:
                http.trust_env = False  # no proxy and no password file of the environment
                answer = http.request(
                    method,
                    f"{self._base_url}/v1/staff/{path}",
                    json=None if body is None else encode(body),
                    headers=self._headers,
                    timeout=TIME_LIMITS_SECONDS,
                    allow_redirects=False,
                )
            if answer.status_code >= 300:
                raise error_from(answer)
            return answer.json() if answer.content else None
        except (requests.RequestException, ValueError):
            raise ServiceUnreachable("no answer from the service") from None


def _part(text: str) -> str:
    return quote(text, safe="")
