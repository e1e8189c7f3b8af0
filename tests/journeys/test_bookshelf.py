"""What is a patron's alone, through the terminal: bookshelf, loan history, reading goal."""

from collections.abc import Callable

import pytest
from floor import Floor

from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]


def _to_shelf(floor: Floor) -> None:
    """From any screen of a logged-in patron to the bookshelf."""
    floor.tap_to("top-menu", Step.MENU)
    floor.tap_to("menu-bookshelf", Step.BOOKSHELF)


@pytest.mark.rule("OK-17", "KK-20")
@pytest.mark.parametrize(("profile", "name"), [("okegawa", "My本棚"), ("kitakyushu", "マイブックリスト")])
def test_a_title_is_kept_by_way_of_the_login_and_taken_out_again(open_terminal: OpenTerminal, profile: str, name: str) -> None:
    floor = open_terminal(profile)
    title_id, kana = floor.title_on_shelf()
    floor.show_title(title_id, kana)
    assert floor.says(f"{name}に入れる")
    floor.tap_to("keep-title", Step.LOGIN)
    floor.log_in("everyday")
    floor.at(Step.DETAIL)
    floor.until(lambda: floor.state.is_kept, "the title on the shelf")
    floor.tap_to("bookshelf", Step.BOOKSHELF)
    floor.until(lambda: floor.state.entries, "the shelf")
    assert floor.says(name, floor.state.entries[0].title.title)
    floor.finger.tap(f"take-out-{title_id}")
    floor.until(lambda: floor.says("を取り出しました"), "the notice")
    assert not floor.state.entries
    floor.finger.tap("put-back")
    floor.until(lambda: floor.state.entries, "the title back")
    floor.finger.tap("top-log-out")
    floor.at(Step.REST)
    assert [entry.title.title_id for entry in floor.api.bookshelf(floor.session("everyday")).entries] == [title_id]


@pytest.mark.rule("OK-18", "OK-19")
def test_a_history_with_consent_measures_the_goal_until_the_patron_ends_it(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("okegawa")
    floor.log_in_to_menu("everyday")
    floor.tap_to("menu-bookshelf", Step.BOOKSHELF)
    floor.tap_to("goal", Step.READING_GOAL)
    assert floor.says("はじめに、貸出履歴の保存を「利用する」にしてください")
    floor.tap_to("primary", Step.READING_HISTORY)
    assert floor.says("図書館の職員は見ることができません")
    floor.finger.tap("primary")
    floor.until(lambda: floor.state.is_consented, "the consent")
    _to_shelf(floor)
    floor.tap_to("goal", Step.READING_GOAL)
    floor.type("2")
    floor.finger.tap("months-6")
    floor.finger.tap("primary")
    floor.until(lambda: floor.state.goal is not None, "the goal")
    detail = floor.api.title(floor.title_on_shelf()[0])
    floor.desk.check_out(floor.patron("everyday").card_number, detail.items[0].item_id)
    _to_shelf(floor)
    floor.tap_to("goal", Step.READING_GOAL)
    assert floor.says("1冊", "目標 2冊", "あと1冊です")
    _to_shelf(floor)
    floor.tap_to("history", Step.READING_HISTORY)
    assert [entry.title for entry in floor.state.entries] == [f"{detail.title.title} {detail.title.volume}".strip()]
    floor.finger.tap("stop-history")
    floor.finger.tap("confirm-delete")
    floor.until(lambda: floor.says("記録はすべて消しました"), "the end of the history")
    assert not floor.state.is_consented
