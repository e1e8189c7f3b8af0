"""Simulated people for the bench: patrons at terminals and staff at desks, and what the service told them."""

import asyncio
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from bench.holds_http import Answer, Line
from bench.holds_library import PASSWORD, BenchLibrary, BenchPatron, contact_for_all, skewed
from bench.holds_service import HOST, STAFF_KEY, terminal_key

from kiosk.domain.circulation import ReleaseOn
from kiosk.domain.profile import Profile

DESK_SECONDS = 1.0
"""Mean time between two things a desk does: a busy one."""
PICK_LIST_SECONDS = 30.0
LOGIN = "login"
HOLDS = "place holds"
EXPECTED = frozenset({200, 201, 204, 401, 403, 404, 409, 422})


@dataclass(frozen=True, slots=True)
class ToldLine:
    """What the answer to a hold request said of one title."""

    patron_id: int
    key: str
    title_id: str
    hold_id: str | None
    """None when it was refused."""


@dataclass(slots=True)
class Ledger:
    """What everybody was told, and how long it took. Before `is_measured` is set nothing counts but what was told."""

    is_measured: bool = False
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    lines: list[ToldLine] = field(default_factory=list)
    cancelled: set[str] = field(default_factory=set)
    uncertain: set[str] = field(default_factory=set)
    """The keys of hold requests that got no answer."""

    def note(self, kind: str, answer: Answer) -> None:
        """Keep the time and the status of a call."""
        if self.is_measured:
            self.seconds[kind].append(answer.seconds)
        if self.is_measured or answer.status not in EXPECTED:
            self.statuses[kind, answer.status] += 1


@dataclass(frozen=True, slots=True)
class Play:
    """What all simulated people share. `think_seconds` is the mean of the exponential time between two touches."""

    profile: Profile
    library: BenchLibrary
    port: int
    think_seconds: float
    ledger: Ledger
    is_over: asyncio.Event = field(default_factory=asyncio.Event)

    async def think(self, chance: random.Random, mean: float) -> bool:
        """Let a person's time pass; false when the bench is over."""
        try:
            async with asyncio.timeout(chance.expovariate(1 / mean) if mean else 0):
                await self.is_over.wait()
        except TimeoutError:
            return True
        return False


class Terminal:
    """A terminal on a floor with one patron after another before it."""

    def __init__(self, play: Play, number: int, seed: int) -> None:
        self._play = play
        self._chance = random.Random(f"{seed} terminal {number}")
        self._line = Line(HOST, play.port, Terminal_Key=terminal_key(number))
        self._token = ""
        self._visits = 0
        self._number = number

    async def run(self) -> None:
        """Visits until the bench is over; the first patrons do not all come at once."""
        while await self._think():
            self._visits += 1
            await self._visit(self._chance.choice(self._play.library.patrons))
        self._line.close()

    async def _think(self) -> bool:
        return await self._play.think(self._chance, self._play.think_seconds)

    async def _call(self, kind: str, method: str, path: str, body: object = None, **headers: str) -> Answer:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self._token:
            sent["Authorization"] = f"Bearer {self._token}"
        answer = await self._line.call(method, path, body, sent)
        self._play.ledger.note(kind, answer)
        return answer

    async def _visit(self, patron: BenchPatron) -> None:
        chance = self._chance
        word = chance.choice(self._play.library.words)
        await self._call("search", "POST", "/v1/titles/search", {"text": word, "offset": chance.randrange(3) * 20})
        cart = list(dict.fromkeys(skewed(chance, self._play.library.titles) for _ in range(chance.choice((1, 1, 2, 3)))))
        for title_id in cart:
            if not await self._think():
                return
            await self._call("detail", "GET", f"/v1/titles/{quote(title_id)}")
        if not await self._think():
            return
        answer = await self._call(LOGIN, "POST", "/v1/sessions", {"card_number": patron.card, "password": PASSWORD})
        if answer.status != 201:
            return
        self._token = answer.body["token"]
        await self._with_session(patron, cart)
        if not self._play.is_over.is_set():  # else all would log out at once, which never happens
            await self._call("logout", "DELETE", "/v1/sessions/current")
        self._token = ""

    async def _with_session(self, patron: BenchPatron, cart: list[str]) -> None:
        await self._call("me", "GET", "/v1/me")
        if not await self._think():
            return
        await self._place(patron, cart)
        if self._chance.random() < 0.6 and await self._think():
            held = await self._call("list holds", "GET", "/v1/me/holds")
            if held.status == 200 and self._chance.random() < 0.3 and await self._think():
                await self._cancel(held.body["holds"])
        if self._chance.random() < 0.2 and await self._think():
            await self._call("list loans", "GET", "/v1/me/loans")
        await self._think()

    async def _place(self, patron: BenchPatron, cart: list[str]) -> None:
        profile, ledger = self._play.profile, self._play.ledger
        offers_sequences = profile.holds.sequences is not ReleaseOn.NEVER
        request = {
            "titles": cart,
            "pickup_branch": self._chance.choice([branch.code for branch in profile.branches if branch.is_pickup]),
            "contact_method": contact_for_all(profile),
            "sequences": [cart] if offers_sequences and len(cart) > 1 and self._chance.random() < 0.4 else [],
        }
        key = f"bench-{self._number}-{self._visits}"
        answer = await self._call(HOLDS, "POST", "/v1/me/hold-requests", request, Idempotency_Key=key)
        if answer.status != 201:
            ledger.uncertain.add(key)
            return
        for line in answer.body["lines"]:
            hold_id = line["hold"]["hold_id"] if line["outcome"] == "accepted" else None
            ledger.lines.append(ToldLine(patron.id, key, line["title_id"], hold_id))
            if hold_id is not None:
                self._play.library.cards_by_hold[hold_id] = patron.card

    async def _cancel(self, holds: list[dict[str, Any]]) -> None:
        cancellable = [hold["hold_id"] for hold in holds if "cancel" in hold["allowed_actions"]]
        if cancellable:
            hold_id = self._chance.choice(cancellable)
            answer = await self._call("cancel", "DELETE", f"/v1/me/holds/{hold_id}")
            if answer.status == 200:
                self._play.ledger.cancelled.add(hold_id)


class Desk:
    """The circulation desk of one branch."""

    def __init__(self, play: Play, branch: str, seed: int) -> None:
        self._play = play
        self._branch = branch
        self._chance = random.Random(f"{seed} desk {branch}")
        self._line = Line(HOST, play.port, Authorization=f"Bearer {STAFF_KEY}")
        self._ready: dict[str, str] = {}
        """Items on the hold shelf, with the holds they wait for."""

    async def run(self) -> None:
        """Works until the bench is over."""
        acts = (self._scan, self._scan, self._scan, self._lend_ready, self._lend_from_shelf)
        until_pick = 0.0
        while await self._play.think(self._chance, DESK_SECONDS):
            until_pick -= DESK_SECONDS
            if until_pick <= 0:
                until_pick = PICK_LIST_SECONDS
                await self._pick()
            await self._chance.choice(acts)()
        self._line.close()

    async def _call(self, kind: str, method: str, path: str, body: object = None) -> Answer:
        answer = await self._line.call(method, path, body)
        self._play.ledger.note(f"desk: {kind}", answer)
        return answer

    async def _scan(self, item_id: str = "") -> None:
        item_id = item_id or skewed(self._chance, self._play.library.items)
        answer = await self._call("scan", "POST", "/v1/staff/returns", {"item_id": item_id, "branch": self._branch})
        if answer.status == 200 and answer.body["item_state"] == "hold_shelf":
            self._ready[item_id] = answer.body["hold_id"]

    async def _lend_ready(self) -> None:
        if self._ready:
            item_id, hold_id = self._ready.popitem()
            await self._lend(self._play.library.cards_by_hold.get(hold_id, ""), item_id)

    async def _lend_from_shelf(self) -> None:
        await self._lend(self._chance.choice(self._play.library.patrons).card, self._chance.choice(self._play.library.items))

    async def _lend(self, card: str, item_id: str) -> None:
        await self._call("lend", "POST", "/v1/staff/check-outs", {"card_number": card, "item_id": item_id})

    async def _pick(self) -> None:
        answer = await self._call("pick list", "GET", f"/v1/staff/pick-list?branch={self._branch}")
        for line in answer.body[:5] if answer.status == 200 else ():
            await self._scan(line["item_id"])
        if self._play.profile.holds.is_provisional:
            await self._accept()

    async def _accept(self) -> None:
        for told in self._play.ledger.lines[-20:]:
            if told.hold_id is not None:
                await self._call("accept", "POST", f"/v1/staff/holds/{told.hold_id}/accept")
