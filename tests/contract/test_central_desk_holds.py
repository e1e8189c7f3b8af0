"""Holds taken at the counter or on paper: the same limits, their place by the time of receipt, and what only staff can do."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from conftest import Served
from desk_stand import at_counter, desk_at, refusal

from kiosk.domain.catalogue import ItemState, LoanClass, Material
from kiosk.domain.circulation import HoldState
from kiosk.domain.errors import Refused
from kiosk.domain.staff import DeskHoldRequest


@pytest.mark.rule("KU-02", "KK-06")
@pytest.mark.parametrize("library", ["kumamoto", "kitakyushu"])
def test_holds_of_counter_terminal_and_paper_count_together(library: str, serve: Callable[..., Served]) -> None:
    served = serve(library)
    world, desk, patron = served.world, desk_at(served.base_url), served.world.add_patron()
    titles = [world.add_title(f"本{n}") for n in range(11)]
    caller = served.log_in(patron)
    for title_id in titles[:4]:
        caller.hold(title_id, world.home)
    for title_id in titles[4:7]:
        desk.place_hold(at_counter(patron, title_id, world.home))
    for title_id in titles[7:10]:
        desk.place_hold(at_counter(patron, title_id, world.home, received_at=world.now - timedelta(days=1)))
    assert refusal(desk.place_hold, at_counter(patron, titles[10], world.home)) == ["action_refused", "hold_limit"]
    (line,) = caller.submit(titles[10], pickup=world.home)["lines"]
    assert [reason["code"] for reason in line["reasons"]] == ["hold_limit"]
    assert caller.get("/v1/me/holds")["open_count"] == desk.look_up_patron(patron.card).hold_count == 10


@pytest.mark.rule("KU-02", "KK-06")
def test_counter_and_terminals_racing_for_the_tenth_hold_place_exactly_one(kumamoto: Served) -> None:
    world, patron = kumamoto.world, kumamoto.world.add_patron()
    titles = [world.add_title(f"本{n}") for n in range(17)]
    here, there = kumamoto.log_in(patron, "main-1"), kumamoto.log_in(patron, "main-2")
    here.submit(*titles[:9], pickup=world.home)

    def at_desk(title_id: str) -> bool:
        try:
            desk_at(kumamoto.base_url).place_hold(at_counter(patron, title_id, world.home))
        except Refused:
            return False
        return True

    def at_terminal(title_id: str) -> bool:
        caller = here if title_id in titles[9:11] else there
        (line,) = caller.submit(title_id, pickup=world.home, key=f"race-for-{title_id}")["lines"]
        return line["outcome"] == "accepted"

    with ThreadPoolExecutor(8) as pool:
        races = [pool.submit(at_terminal, title_id) for title_id in titles[9:13]]
        races += [pool.submit(at_desk, title_id) for title_id in titles[13:]]
        won = [race.result() for race in races]
    assert won.count(True) == 1
    assert desk_at(kumamoto.base_url).look_up_patron(patron.card).hold_count == 10


@pytest.mark.rule("OK-11")
def test_the_limits_by_material_hold_at_the_counter_too(serve: Callable[..., Served]) -> None:
    okegawa = serve("okegawa")
    world, desk, patron = okegawa.world, desk_at(okegawa.base_url), okegawa.world.add_patron()
    discs = [world.add_title(f"盤{n}", material=Material.CD) for n in range(3)]
    okegawa.log_in(patron).hold(discs[0], "honkan", "phone_1")
    desk.place_hold(at_counter(patron, discs[1], "honkan", "phone_1"))
    over = at_counter(patron, discs[2], "honkan", "phone_1")
    assert refusal(desk.place_hold, over) == ["action_refused", "material_hold_limit"]
    desk.place_hold(at_counter(patron, world.add_title("本"), "honkan", "phone_1"))


@pytest.mark.rule("KK-03")
def test_a_paper_form_takes_its_place_by_the_time_it_was_received(kitakyushu: Served) -> None:
    world, desk, title_id = kitakyushu.world, desk_at(kitakyushu.base_url), kitakyushu.world.add_title()
    patron = world.add_patron()
    early_hold = kitakyushu.log_in(patron).hold(title_id, "chuo")
    world.advance(hours=2)
    early, late = kitakyushu.log_in(patron), kitakyushu.log_in()
    late_hold = late.hold(title_id, "chuo")
    paper = desk.place_hold(at_counter(world.add_patron(), title_id, "chuo", received_at=world.now - timedelta(hours=1)))
    counter = desk.place_hold(at_counter(world.add_patron(), title_id, "chuo"))
    assert (early.holds()[early_hold]["position"], paper.position) == (1, 2)
    assert (late.holds()[late_hold]["position"], counter.position) == (3, 4)
    assert paper.placed_at == world.now - timedelta(hours=1)
    assert kitakyushu.desk.scan(world.item_of(title_id), "chuo")["hold_id"] == early_hold
    assert kitakyushu.desk.scan(world.add_item(title_id), "chuo")["hold_id"] == paper.hold_id


def test_a_receipt_in_the_future_or_without_its_zone_is_refused(kumamoto: Served) -> None:
    world, patron, title_id = kumamoto.world, kumamoto.world.add_patron(), kumamoto.world.add_title()
    body = {"card_number": patron.card, "title_id": title_id, "pickup_branch": world.home, "contact_method": "none"}
    for received_at in ("2026-11-24T10:00:01+09:00", "2026-11-24T09:00:00", "morning"):
        refused = kumamoto.desk.expect(422, "POST", "/v1/staff/holds", {**body, "received_at": received_at})
        assert refused["code"] == "invalid_request"


def test_staff_take_holds_that_no_terminal_offers(kumamoto: Served) -> None:
    world, desk = kumamoto.world, desk_at(kumamoto.base_url)
    not_owned = world.add_title("これから買う本", items=0)
    in_stock = world.add_title("書架にある本", on_loan=False)
    lost = world.add_title("なくなった本", on_loan=False, state=ItemState.MISSING)
    for title_id, why in ((not_owned, "not_owned"), (in_stock, "on_shelf"), (lost, "no_loanable_item")):
        assert kumamoto.terminal().hold_reasons(title_id) in ([why], ["on_shelf_here"])
        hold = desk.place_hold(at_counter(world.add_patron(), title_id, world.home))
        assert (hold.state, hold.position) == (HoldState.WAITING, 1)
    assert [line["item_id"] for line in kumamoto.desk.pick_list(world.home)] == [world.item_of(in_stock)]
    assert kumamoto.desk.scan(world.add_item(not_owned), world.home)["item_state"] == "hold_shelf"


@pytest.mark.rule("KU-03", "KT-10")
def test_staff_are_bound_by_every_other_rule(serve: Callable[..., Served]) -> None:
    kitsuki = serve("kitsuki")
    world, desk = kitsuki.world, desk_at(kitsuki.base_url)
    patron = world.add_patron(email="hanako@example.jp")

    def reasons(title_id: str, pickup: str = "yamaga", contact: str = "email") -> list[str]:
        return refusal(desk.place_hold, DeskHoldRequest(patron.card, title_id, pickup, contact))[1:]

    title_id = world.add_title()
    assert reasons(world.add_title("映画", material=Material.DVD)) == ["material_not_holdable"]
    assert reasons(world.add_title("未所蔵の映画", items=0, material=Material.DVD)) == ["material_not_holdable"]
    assert reasons(world.add_title("辞典", on_loan=False, loan_class=LoanClass.REFERENCE_ONLY)) == ["reference_only"]
    assert reasons(title_id, pickup="nowhere") == ["pickup_not_offered"]
    assert reasons(title_id, contact="fax") == ["contact_not_offered"]
    assert reasons("t-none") == ["unknown_title"]
    desk.place_hold(DeskHoldRequest(patron.card, title_id, "yamaga", "email"))
    assert reasons(title_id) == ["already_held"]
    world.lend(world.add_item(world.add_title("延滞の本", on_loan=False)), patron, due_in_days=-1)
    assert reasons(world.add_title("別の本")) == ["overdue_loans"]
    assert refusal(desk.place_hold, DeskHoldRequest("0000000", title_id, "yamaga", "email")) == ["not_found"]


@pytest.mark.rule("KU-13")
def test_a_ready_hold_is_cancelled_by_the_library_alone(kumamoto: Served) -> None:
    world, desk, title_id = kumamoto.world, desk_at(kumamoto.base_url), kumamoto.world.add_title()
    caller, following = kumamoto.log_in(), kumamoto.log_in()
    hold_id, next_hold = caller.hold(title_id, world.home), following.hold(title_id, world.home)
    kumamoto.desk.scan(world.item_of(title_id), world.home)
    refused = caller.expect(409, "DELETE", f"/v1/me/holds/{hold_id}")
    assert [reason["code"] for reason in refused["reasons"]] == ["hold_ready"]
    desk.cancel_hold(hold_id)
    assert (caller.state(hold_id), following.state(next_hold)) == ("cancelled", "ready")
    assert refusal(desk.cancel_hold, hold_id) == ["action_refused", "hold_ended"]
    assert refusal(desk.cancel_hold, "999999") == refusal(desk.cancel_hold, "x") == ["not_found"]
