"""What a circulation desk tells the service, for demonstrations, tests and systems that report to it."""

from typing import Any

import requests

from kiosk.client.problems import error_from
from kiosk.domain.errors import ServiceUnreachable

TIME_LIMITS_SECONDS = (3.0, 10.0)


class HttpDesk:
    """A circulation desk with a staff key. Raises ServiceError as `HttpHoldsApi` does."""

    def __init__(self, base_url: str, staff_key: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {staff_key}"}

    def check_out(self, card_number: str, item_id: str) -> None:
        """Lends an item to a patron."""
        self._post("/v1/staff/check-outs", {"card_number": card_number, "item_id": item_id})

    def return_item(self, item_id: str, branch: str) -> dict[str, Any]:
        """Scans an item in at a branch: returned, arrived, or fetched from the shelf. Says where it goes now."""
        outcome: dict[str, Any] = self._post("/v1/staff/returns", {"item_id": item_id, "branch": branch})
        return outcome

    def _post(self, path: str, body: dict[str, str]) -> Any:
        try:
            with requests.Session() as http:
                http.trust_env = False  # no proxy and no password file of the environment
                answer = http.post(
                    self._base_url + path, json=body, headers=self._headers, timeout=TIME_LIMITS_SECONDS, allow_redirects=False
                )
            if answer.status_code >= 300:
                raise error_from(answer)
            return answer.json() if answer.content else None
        except (requests.RequestException, ValueError):
            raise ServiceUnreachable("no answer from the service") from None
