"""What staff and a library's own system tell the service: the catalogue, patrons' records, and today's lists of a branch."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random

import pytest
from central_world import World
from conftest import Served
from desk_stand import at_counter, desk_at, refusal

from kiosk.central.invariants import check
from kiosk.central.library import Library
from kiosk.central.private_records import PrivateKind, PrivateRecords
from kiosk.central.tables import Base, HoldRow, ItemRow, NoticeRow, PatronRow
from kiosk.domain.catalogue import LoanClass
from kiosk.domain.errors import Refused
from kiosk.domain.staff import CatalogueRecord, ItemCondition, ItemUpkeep, NextStep, PatronRecord

NOVEL = CatalogueRecord("T-900", "坊っちゃん", reading="ボッチャン", creators="夏目漱石", subjects=("小説",), volume_order=1)


def found(served: Served, text: str) -> list[str]:
    """The ids of the titles that a terminal finds."""
    page = served.terminal().expect(200, "POST", "/v1/titles/search", {"text": text})
    return [title["title_id"] for title in page["titles"]]


def item_state(world: World, item_id: str) -> str:
    """Where an item is."""
    with world.rows() as session:
        return session.get_one(ItemRow, item_id).state


class TestTitles:
    """Titles put in and taken out one by one."""

    def test_a_title_put_in_is_found_at_once_and_another_record_takes_its_place(self, kumamoto: Served) -> None:
        desk = desk_at(kumamoto.base_url)
        desk.put_title(NOVEL)
        assert found(kumamoto, "ぼっちゃん") == ["T-900"]
        desk.put_title(replace(NOVEL, title="三四郎", reading="サンシロウ"))
        assert (found(kumamoto, "ぼっちゃん"), found(kumamoto, "さんしろう")) == ([], ["T-900"])

    def test_a_record_under_the_id_of_another_title_is_refused(self, kumamoto: Served) -> None:
        problem = kumamoto.desk.expect(422, "PUT", "/v1/staff/titles/T-1", {"id": "T-2", "title": "草枕"})
        assert problem["code"] == "invalid_request"
        problem = kumamoto.desk.expect(
            422, "PUT", "/v1/staff/titles/T-1", {"id": "T-1", "title": "草枕", "volume_order": 2**63}
        )
        assert problem["code"] == "invalid_request"

    def test_a_title_goes_only_without_items_and_open_holds(self, kumamoto: Served) -> None:
        world, desk = kumamoto.world, desk_at(kumamoto.base_url)
        title_id, patron = world.add_title(), world.add_patron()
        hold_id = kumamoto.log_in(patron).hold(title_id, world.home)
        assert refusal(desk.delete_title, title_id) == ["title_has_items"]
        item_id = world.item_of(title_id)
        assert refusal(desk.delete_item, item_id) == ["item_on_loan"]
        desk.return_item(item_id, world.home)
        assert refusal(desk.delete_item, item_id) == ["item_set_aside"]
        desk.cancel_hold(hold_id)
        waiting = desk.place_hold(at_counter(world.add_patron(), title_id, world.home))
        desk.delete_item(item_id)
        assert refusal(desk.delete_title, title_id) == ["title_has_holds"]
        desk.decline_hold(waiting.hold_id)
        desk.delete_title(title_id)
        assert found(kumamoto, "月と水の本") == []
        assert refusal(desk.delete_title, title_id) == refusal(desk.delete_item, item_id) == ["not_found"]


class TestItems:
    """Items put in, changed, lost and found."""

    def test_a_new_item_stands_on_its_shelf(self, kumamoto: Served) -> None:
        world, desk = kumamoto.world, desk_at(kumamoto.base_url)
        desk.put_title(NOVEL)
        desk.put_item("I-1", ItemUpkeep("T-900", world.home, "2F", "913.6/ナ"))
        (item,) = kumamoto.terminal().get("/v1/titles/T-900")["items"]
        assert (item["state"], item["location"], item["call_number"]) == ("on_shelf", "2F", "913.6/ナ")

    def test_an_item_on_loan_keeps_its_state_when_its_record_changes(self, kumamoto: Served) -> None:
        world, desk = kumamoto.world, desk_at(kumamoto.base_url)
        title_id = world.add_title()
        item_id, upkeep = world.item_of(title_id), ItemUpkeep(title_id, world.home, "書庫", "K913")
        desk.put_item(item_id, upkeep)
        (item,) = kumamoto.terminal().get(f"/v1/titles/{title_id}")["items"]
        assert (item["state"], item["location"]) == ("on_loan", "書庫")
        for state in ItemCondition:
            assert refusal(desk.put_item, item_id, replace(upkeep, state=state)) == ["item_on_loan"]
        assert refusal(desk.put_item, item_id, replace(upkeep, title_id=world.add_title("別の本"))) == ["item_on_loan"]

    def test_nobody_lends_or_sets_aside_by_hand(self, kumamoto: Served) -> None:
        body = {"title_id": kumamoto.world.add_title(), "branch": kumamoto.world.home}
        for state in ("on_loan", "hold_shelf", "in_transit"):
            kumamoto.desk.expect(422, "PUT", "/v1/staff/items/I-1", {**body, "state": state})

    def test_an_item_needs_a_known_title_and_branch(self, kumamoto: Served) -> None:
        world, desk = kumamoto.world, desk_at(kumamoto.base_url)
        assert refusal(desk.put_item, "I-1", ItemUpkeep("T-none", world.home)) == ["not_found"]
        assert refusal(desk.put_item, "I-1", ItemUpkeep(world.add_title(), "nowhere")) == ["invalid_request"]

    @pytest.mark.parametrize("state", [ItemCondition.MISSING, ItemCondition.IN_REPAIR])
    def test_a_hold_whose_item_is_lost_waits_again_at_its_old_place(self, kumamoto: Served, state: ItemCondition) -> None:
        world, desk = kumamoto.world, desk_at(kumamoto.base_url)
        title_id = world.add_title(items=2)
        first, second = (kumamoto.log_in(world.add_patron()) for _ in range(2))
        first_hold = first.hold(title_id, world.home, "phone_1")
        world.advance(minutes=1)
        second_hold = second.hold(title_id, world.home)
        item_id = world.item_of(title_id)
        desk.return_item(item_id, world.home)
        assert first.state(first_hold) == "ready"
        desk.put_item(item_id, ItemUpkeep(title_id, world.home, state=state))
        shown = first.holds()[first_hold]
        assert (shown["state"], shown["position"], shown["expires_on"]) == ("waiting", 1, None)
        assert second.holds()[second_hold]["position"] == 2
        with world.rows() as session:
            assert {notice.state for notice in session.query(NoticeRow).filter_by(hold_id=int(first_hold))} == {"dropped"}
        assert item_state(world, item_id) == state.value
        other = next(
            i["item_id"] for i in kumamoto.terminal().get(f"/v1/titles/{title_id}")["items"] if i["item_id"] != item_id
        )
        desk.return_item(other, world.home)
        assert (first.state(first_hold), second.state(second_hold)) == ("ready", "waiting")

    def test_a_lost_item_that_is_scanned_again_goes_to_the_next_hold(self, kumamoto: Served) -> None:
        world, desk = kumamoto.world, desk_at(kumamoto.base_url)
        title_id = world.add_title()
        caller = kumamoto.log_in()
        hold_id, item_id = caller.hold(title_id, world.home), world.item_of(title_id)
        desk.return_item(item_id, world.home)
        upkeep = ItemUpkeep(title_id, world.home)
        for against_hold in (
            replace(upkeep, state=ItemCondition.ON_SHELF),
            replace(upkeep, loan_class=LoanClass.REFERENCE_ONLY),
        ):
            assert refusal(desk.put_item, item_id, against_hold) == ["item_set_aside"]
        desk.put_item(item_id, replace(upkeep, state=ItemCondition.MISSING))
        assert desk.return_item(item_id, world.home).hold_id == hold_id

    def test_a_lost_item_that_is_found_on_its_shelf_is_to_be_fetched_for_the_hold(self, kumamoto: Served) -> None:
        world, desk = kumamoto.world, desk_at(kumamoto.base_url)
        title_id = world.add_title()
        kumamoto.log_in().hold(title_id, world.home)
        item_id, upkeep = world.item_of(title_id), ItemUpkeep(title_id, world.home)
        desk.return_item(item_id, world.home)
        desk.put_item(item_id, replace(upkeep, state=ItemCondition.MISSING))
        assert kumamoto.desk.pick_list(world.home) == []
        desk.put_item(item_id, replace(upkeep, state=ItemCondition.ON_SHELF))
        assert [line["item_id"] for line in kumamoto.desk.pick_list(world.home)] == [item_id]


class TestPatrons:
    """Patrons' records, by the number of the card in the body."""

    def test_a_patron_put_in_can_register_a_password_with_what_is_on_record(self, kumamoto: Served) -> None:
        desk = desk_at(kumamoto.base_url)
        card = "9".zfill(kumamoto.world.profile.card.max_length)
        desk.put_patron(PatronRecord(card, name_kana="ナツメ ソウセキ", birth_date=date(1980, 2, 9), phone_1="03-0000-0000"))
        identity = {"card_number": card, "birth_date": "1980-02-09", "phone": "0300000000", "terms_accepted": True}
        kumamoto.terminal().expect(201, "POST", "/v1/registrations", identity)
        desk.put_patron(PatronRecord(card, birth_date=date(1980, 2, 9), phone_1="096-111-1111"))
        kumamoto.terminal().expect(401, "POST", "/v1/registrations", identity)

    def test_a_card_number_of_another_form_is_refused(self, kumamoto: Served) -> None:
        assert refusal(desk_at(kumamoto.base_url).put_patron, PatronRecord("12")) == ["card_number_invalid"]

    def test_the_desk_sees_counts_holds_and_loans_and_nothing_private(self, kumamoto: Served) -> None:
        world = kumamoto.world
        patron = world.add_patron(email="hanako@example.jp")
        ready_title, waiting_title = world.add_title("用意のできた本"), world.add_title("待っている本")
        caller = kumamoto.log_in(patron)
        for title_id in (ready_title, waiting_title):
            caller.hold(title_id, world.home)
        kumamoto.desk.scan(world.item_of(ready_title), world.home)
        world.lend(world.add_item(world.add_title("延滞の本", on_loan=False)), patron, due_in_days=-1)
        seen = desk_at(kumamoto.base_url).look_up_patron(patron.card)
        assert (seen.hold_count, seen.ready_count, seen.loan_count, seen.overdue_count) == (2, 1, 1, 1)
        assert [(hold.title, hold.state.value) for hold in seen.holds] == [
            ("用意のできた本", "ready"),
            ("待っている本", "waiting"),
        ]
        assert [(loan.title, loan.is_overdue) for loan in seen.loans] == [("延滞の本", True)]
        answer = kumamoto.desk.call("POST", "/v1/staff/patrons/lookup", {"card_number": patron.card})
        assert set(answer.json()) == {
            "card_number", "name_kana", "expires_on", "is_expired", "has_password", "hold_count", "hold_limit",
            "ready_count", "loan_count", "overdue_count", "holds", "loans",
        }  # fmt: skip
        assert "argon2" not in answer.text
        assert "hanako@example.jp" not in answer.text
        assert refusal(desk_at(kumamoto.base_url).look_up_patron, "0") == ["not_found"]

    def test_nothing_of_a_deleted_patron_is_left_and_the_next_in_the_queue_moves_up(self, kumamoto: Served) -> None:
        world, desk = kumamoto.world, desk_at(kumamoto.base_url)
        patron, other, title_id = world.add_patron(email="taro@example.jp"), world.add_patron(), world.add_title()
        caller, next_caller = kumamoto.log_in(patron), kumamoto.log_in(other)
        caller.hold(title_id, world.home, "phone_1")
        hold_of_next = next_caller.hold(title_id, world.home)
        kumamoto.desk.scan(world.item_of(title_id), world.home)
        records = PrivateRecords(world.settings.secret_key)
        with world.change_rows() as session:
            records.add(session, patron.id, PrivateKind.BOOKSHELF, title_id, {"title_id": title_id})
        desk.delete_patron(patron.card)
        assert next_caller.state(hold_of_next) == "ready"
        assert caller.call("GET", "/v1/me").status_code == 401
        assert refusal(desk.look_up_patron, patron.card) == ["not_found"]
        with world.rows() as session:
            tables = [table for table in Base.metadata.sorted_tables if "patron_id" in table.c]
            assert len(tables) >= 7
            assert [table.name for table in tables if session.query(table).filter(table.c.patron_id == patron.id).count()] == []
            assert session.query(Base.metadata.tables["private_records"]).count() == 0

    def test_a_patron_with_open_loans_stays(self, kumamoto: Served) -> None:
        world, patron = kumamoto.world, kumamoto.world.add_patron()
        loan_title = world.add_title(on_loan=False)
        kumamoto.desk.lend(patron, world.item_of(loan_title))
        assert refusal(desk_at(kumamoto.base_url).delete_patron, patron.card) == ["patron_has_loans"]
        assert desk_at(kumamoto.base_url).look_up_patron(patron.card).loan_count == 1

    def test_a_lost_card_opens_nothing_and_the_new_one_has_the_holds(self, kumamoto: Served) -> None:
        world, desk = kumamoto.world, desk_at(kumamoto.base_url)
        patron, title_id = world.add_patron(), world.add_title()
        caller = kumamoto.log_in(patron)
        hold_id = caller.hold(title_id, world.home)
        new_card = "77".zfill(world.profile.card.max_length)
        desk.change_card(patron.card, new_card)
        assert caller.call("GET", "/v1/me").status_code == 401
        old = {"card_number": patron.card, "password": patron.password}
        kumamoto.terminal().expect(401, "POST", "/v1/sessions", old)
        assert hold_id in kumamoto.log_in(replace(patron, card=new_card)).holds()
        assert refusal(desk.change_card, new_card, world.add_patron().card) == ["card_number_taken"]
        assert refusal(desk.change_card, patron.card, "78".zfill(len(new_card))) == ["not_found"]
        assert refusal(desk.change_card, new_card, "7") == ["card_number_invalid"]


class TestLists:
    """What a branch has to handle today."""

    @pytest.mark.rule("CH-08")
    def test_the_branches_see_what_travels_with_the_day_it_arrives(self, serve: Callable[..., Served]) -> None:
        chiba = serve("chiba")
        world, desk = chiba.world, desk_at(chiba.base_url)
        title_id = world.add_title(on_loan=False, branch="chuo")
        hold = desk.place_hold(at_counter(world.add_patron(), title_id, "tobu"))
        item_id = world.item_of(title_id)
        assert desk.return_item(item_id, "chuo").send_to == "tobu"
        (sent,) = desk.transfers("chuo").outgoing
        assert (sent.item_id, sent.to_branch, sent.hold_id, sent.sent_on) == (item_id, "tobu", hold.hold_id, world.today)
        assert sent.arrives_on == date(2026, 11, 27), "handed over on a Tuesday, the courier comes on Tuesdays and Fridays"
        assert desk.transfers("tobu").incoming == (sent,)
        assert desk.transfers("tobu").outgoing == desk.transfers("chuo").incoming == ()
        desk.return_item(item_id, "tobu")
        assert desk.transfers("tobu").incoming == ()
        assert [ready.hold_id for ready in desk.hold_shelf("tobu").ready] == [hold.hold_id]

    @pytest.mark.rule("KU-10", "KK-08")
    def test_the_hold_shelf_shows_last_days_and_what_to_clear(self, kitakyushu: Served) -> None:
        world, desk = kitakyushu.world, desk_at(kitakyushu.base_url)
        home, away = world.pickups[:2]
        for_next, to_shelve, to_send = (world.add_title(name, branch=home) for name in ("次の人", "棚へ", "送る"))
        for title_id in (for_next, to_shelve, to_send):
            desk.place_hold(at_counter(world.add_patron(), title_id, home))
        desk.put_item(world.item_of(to_send), ItemUpkeep(to_send, away))
        for title_id in (for_next, to_shelve, to_send):
            desk.return_item(world.item_of(title_id), home)
        following = desk.place_hold(at_counter(world.add_patron(), for_next, home))
        ready = desk.hold_shelf(home).ready
        assert len(ready) == 3
        assert all(line.is_told and line.last_day for line in ready)
        world.set_time(ready[0].last_day + timedelta(days=1))
        shelf = desk.hold_shelf(home)
        steps = {line.title: (line.next_step, line.send_to, line.next_hold_id) for line in shelf.to_clear}
        assert steps == {
            "次の人": (NextStep.NEXT_HOLD, None, following.hold_id),
            "棚へ": (NextStep.SHELVE, None, None),
            "送る": (NextStep.SEND, away, None),
        }
        assert [line.hold_id for line in shelf.ready] == [following.hold_id]

    def test_an_unknown_branch_has_no_lists(self, kumamoto: Served) -> None:
        desk = desk_at(kumamoto.base_url)
        for read in (desk.transfers, desk.hold_shelf, desk.provisional_holds):
            assert refusal(read, "nowhere") == ["not_found"]


class TestAtOnce:
    """Many callers at the same time."""

    def test_one_record_put_in_by_many_at_once_is_one_patron(self, kumamoto: Served) -> None:
        desk, card = desk_at(kumamoto.base_url), "5".zfill(kumamoto.world.profile.card.max_length)
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(desk.put_patron, [PatronRecord(card, phone_1=f"03-{n}") for n in range(16)]))
        with kumamoto.world.rows() as session:
            assert session.query(PatronRow).filter_by(card_number=card).count() == 1

    def test_items_lost_while_they_are_scanned_lent_and_held_leave_the_queues_whole(self, kumamoto: Served) -> None:
        world, desk = kumamoto.world, desk_at(kumamoto.base_url)
        titles = [world.add_title(f"本{n}", items=3) for n in range(3)]
        with world.rows() as session:
            items = [(row.id, row.title_id) for row in session.query(ItemRow)]
        patrons = [world.add_patron(password=None) for _ in range(6)]
        chance = Random(20261124)
        steps: list[Callable[[], object]] = []
        for _ in range(160):
            item_id, title_id = chance.choice(items)
            patron = chance.choice(patrons)
            steps.append(
                chance.choice(
                    [
                        partial(desk.return_item, item_id, world.home),
                        partial(
                            desk.put_item, item_id, ItemUpkeep(title_id, world.home, state=chance.choice([*ItemCondition]))
                        ),
                        partial(desk.check_out, patron.card, item_id),
                        partial(desk.place_hold, at_counter(patron, chance.choice(titles), world.home, "phone_1")),
                        partial(desk.delete_patron, patron.card),
                        partial(desk.put_patron, PatronRecord(patron.card, phone_1="096-384-5000")),
                    ]
                )
            )
        with ThreadPoolExecutor(8) as pool:
            outcomes = list(pool.map(_outcome, steps))
        assert {"done", "refused"} == set(outcomes)
        library = Library(world.profile, world.clock)
        with world.rows() as session:
            put_back = [row.id for row in session.query(HoldRow).filter_by(state="waiting")]
            assert check(session, library, put_back) == []


def _outcome(step: Callable[[], object]) -> str:
    """Whether a step was done; a refusal is an answer too, but no other failure is."""
    try:
        step()
    except Refused:
        return "refused"
    return "done"
