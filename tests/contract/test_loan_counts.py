"""How often a title is lent is counted by month, and nothing with it of who borrowed it; a title keeps the day it came."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

from conftest import Served
from desk_stand import desk_at
from sqlalchemy import inspect, select

from kiosk.central.library import Library
from kiosk.central.loan_counts import count_loan, forget_old_counts
from kiosk.central.tables import TitleLoansRow, TitleRow
from kiosk.domain.staff import CatalogueRecord

_NOVEL = CatalogueRecord("T-900", "坊っちゃん")


def _counts(served: Served) -> dict[tuple[str, str], int]:
    with served.world.rows() as session:
        return {(row.title_id, row.month): row.count for row in session.scalars(select(TitleLoansRow))}


def test_every_loan_counts_in_its_month_and_a_renewal_does_not(kumamoto: Served) -> None:
    world, desk = kumamoto.world, desk_at(kumamoto.base_url)
    title_id = world.add_title(on_loan=False)
    item, first, second = world.item_of(title_id), world.add_patron(), world.add_patron()
    loan_id = desk.check_out(first.card, item).loan_id
    kumamoto.log_in(first).expect(201, "POST", f"/v1/me/loans/{loan_id}/renewals")
    assert _counts(kumamoto) == {(title_id, "2026-11"): 1}
    desk.return_item(item, world.home)
    desk.check_out(second.card, item)
    assert _counts(kumamoto) == {(title_id, "2026-11"): 2}
    world.advance(days=14)
    desk.return_item(item, world.home)
    desk.check_out(first.card, item)
    assert _counts(kumamoto) == {(title_id, "2026-11"): 2, (title_id, "2026-12"): 1}


def test_nothing_is_kept_with_the_number() -> None:
    assert {column.name for column in inspect(TitleLoansRow).columns} == {"title_id", "month", "count"}


def test_loans_made_at_once_are_all_counted(kumamoto: Served) -> None:
    world, desk = kumamoto.world, desk_at(kumamoto.base_url)
    titles = [world.add_title(f"本{n}", items=6, on_loan=False) for n in range(2)]
    with world.rows() as session:
        items = [item.id for title in titles for item in session.get_one(TitleRow, title).items]
    cards = [world.add_patron(password=None).card for _ in range(4)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda pair: desk.check_out(cards[pair[0] % 4], pair[1]), enumerate(items[::2] + items[1::2])))
    assert _counts(kumamoto) == {(title, "2026-11"): 6 for title in titles}


def test_numbers_are_kept_for_a_year_and_go_with_their_title(kumamoto: Served) -> None:
    world, desk = kumamoto.world, desk_at(kumamoto.base_url)
    kept, gone = world.add_title(on_loan=False), world.add_title(items=0)
    with world.change_rows() as session:
        for title_id, day in ((kept, date(2025, 11, 30)), (kept, date(2025, 10, 31)), (gone, world.today)):
            count_loan(session, title_id, day)
    with world.change_rows() as session:
        forget_old_counts(session, Library(world.profile, world.clock))
    desk.delete_title(gone)
    assert _counts(kumamoto) == {(kept, "2025-11"): 1}


def test_a_title_put_in_came_today_and_keeps_that_day(kumamoto: Served) -> None:
    world, desk = kumamoto.world, desk_at(kumamoto.base_url)
    desk.put_title(_NOVEL)
    came = world.today
    world.advance(days=30)
    desk.put_title(replace(_NOVEL, title="三四郎"))
    assert _title(kumamoto)["added_on"] == came.isoformat()
    desk.put_title(replace(_NOVEL, added_on=date(2020, 4, 1), is_childrens=True, reading="ボッチャン", reading_is_derived=True))
    assert _title(kumamoto) | {"added_on": "2020-04-01", "is_childrens": True, "is_reading_derived": True} == _title(kumamoto)


def _title(served: Served) -> dict:
    return served.terminal().get("/v1/titles/T-900")["title"]
