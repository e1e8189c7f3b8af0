"""Looking through what was found, by touches only: far down and back, narrowed, to the shelf's place, and onto a phone."""

from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from floor import Floor
from PIL import Image

from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]


def search(floor: Floor, kana: str) -> None:
    """Searches from the rest screen."""
    floor.tap_to("search-field", Step.SEARCH)
    floor.type(kana)
    floor.tap_to("primary", Step.RESULTS)
    rows(floor)


def rows(floor: Floor) -> list[str]:
    """The names of the rows on the screen, once those that are seen are there."""
    table = _list(floor)
    seen = range(int(table.first) - 1, int(table.last))
    floor.until(lambda: all(floor.state.rows.row(n) is not None for n in seen), "the rows that are seen")
    return [f"row-{floor.state.rows.row(n).title_id}" for n in range(int(table.first) - 1, int(table.last))]


def _list(floor: Floor):
    from kivy.core.window import Window

    return next(widget for child in Window.children for widget in child.walk() if type(widget).__name__ == "RecycledRows")


def test_the_last_of_many_results_is_reached_and_the_way_back_leads_to_the_same_rows(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    search(floor, "の")
    total = floor.state.total
    assert total > 60
    assert floor.says("1〜", f" / {total}件")
    while floor.finger.find("rows-down"):
        floor.finger.tap("rows-down")
    assert int(_list(floor).last) == total
    last = rows(floor)
    floor.tap_to(last[-1], Step.DETAIL)
    floor.tap_to("back", Step.RESULTS)
    assert rows(floor)[0] in last
    assert len(floor.terminal.visit.pages) <= 9


def test_a_finger_moves_the_list_and_a_touch_opens_a_row(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    search(floor, "の")
    before = rows(floor)
    table = _list(floor)
    x, y = table.to_window(*table.center)
    floor.finger.drag(x, y - 200, y + 200)
    floor.until(lambda: floor.terminal.visit.step is Step.RESULTS and table.first > 1, "the list to have moved")
    assert rows(floor) != before
    floor.until(lambda: not table.is_gliding, "the list to stand")
    seen = rows(floor)
    floor.tap_to(seen[len(seen) // 2], Step.DETAIL)  # the last may be half hidden, as it comes to rest


def test_the_mark_is_dragged_to_the_end(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    search(floor, "の")
    up, down = floor.finger.find("rows-down").parent.children[2], floor.finger.find("rows-down")
    x, top = up.to_window(up.center_x, up.y)
    floor.finger.drag(x, top - 40, down.to_window(*down.center)[1] + down.height)
    assert int(_list(floor).last) == floor.state.total
    rows(floor)


def test_what_was_found_is_narrowed_and_widened_again(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitakyushu")
    search(floor, "の")
    total = floor.state.total
    floor.finger.tap("narrow")
    floor.finger.tap("filter-branch-chuo")
    floor.until(lambda: floor.state.total < total, "fewer titles")
    at_branch = floor.state.total
    floor.finger.tap("filter-material-picture_book")
    floor.until(lambda: floor.state.total < at_branch, "fewer titles still")
    floor.finger.tap("sort-title")
    floor.until(lambda: not floor.state.awaiting, "the other order")
    floor.finger.tap("finish-narrowing")
    assert {row.material_kind for page in floor.state.rows.pages for row in page[1]} == {"picture_book"}
    floor.finger.tap("off-material-picture_book")
    floor.until(lambda: floor.state.total == at_branch, "the former titles")
    floor.finger.tap("off-branch-chuo")
    floor.until(lambda: floor.state.total == total, "all titles")


def test_where_nothing_is_found_one_touch_asks_in_another_way(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.tap_to("search-field", Step.SEARCH)
    floor.type("ねこ")
    floor.finger.tap("key-space")
    floor.type("ぬぬぬぬ")
    floor.tap_to("primary", Step.RESULTS)
    assert floor.state.total == 0 or floor.state.is_near
    if not floor.state.total:
        floor.finger.tap("change-ねこ")
        floor.until(lambda: floor.state.total, "what the one word finds")


@pytest.mark.rule("TE-01")
def test_the_map_shows_the_shelf_and_the_code_is_read_from_the_screen(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    floor = open_terminal("kumamoto")
    floor.show_title(*floor.title_on_shelf())
    floor.finger.tap("show-map")
    floor.until(lambda: floor.state.floor.picture is not None, "the floor's map")
    assert floor.says(floor.state.slip.call_number, "いまここ" if floor.state.floor.here else "")
    floor.finger.tap("close-sheet")
    floor.finger.tap("show-code")
    floor.finger.picture(tmp_path / "code.png")
    with Image.open(tmp_path / "code.png") as picture:
        read = [code.text for code in zxingcpp.read_barcodes(picture)]
    assert read == [floor.state.to_take]
    floor.finger.tap("close-sheet")
    floor.tap_to("back", Step.RESULTS)
