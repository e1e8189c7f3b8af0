"""Thousands of results: pages gathered as they are looked at, narrowed by touch, and nothing left of them after the visit."""

from dataclasses import replace

import pytest
from terminal_stand import Stand
from titles import a_title

from kiosk.domain.catalogue import Availability, AvailabilityKind, Material
from kiosk.domain.search import SearchFilters, SearchPage
from kiosk.profiles import load_profile
from kiosk.terminal.gathering import MOST_PAGES, gathered_title, wanted_offsets, with_page
from kiosk.terminal.narrowing import toggled
from kiosk.terminal.rows import title_view
from kiosk.terminal.visit import Step


def found(count: int = 300, profile: str = "kumamoto") -> Stand:
    """A terminal that shows that many books about the moon; nothing but the first page is there yet."""
    stand = Stand(profile)
    for n in range(count):
        stand.library.add_title(f"月の本{n}", on_loan=False)
    stand.search("月の本")
    return stand


def there(stand: Stand) -> list[int]:
    """The rows that are gathered."""
    rows = stand.state.rows
    return [n for n in range(stand.state.total) if rows.row(n) is not None]


def test_the_pages_around_the_rows_seen_are_fetched_ahead():
    stand = found()
    assert there(stand) == list(range(20))
    stand.presenter.rows_seen(0, 7)
    assert there(stand) == list(range(60))
    assert stand.state.rows.row(45).title == "月の本45"


def test_a_jump_leaves_the_rows_between_out():
    stand = found()
    stand.presenter.rows_seen(200, 207)
    assert there(stand) == [*range(20), *range(180, 260)]


def test_however_far_somebody_scrolls_only_some_pages_are_kept():
    stand = found(600)
    for row in range(0, 592, 8):
        stand.presenter.rows_seen(row, row + 7)
    assert len(stand.terminal.visit.pages) <= MOST_PAGES
    assert there(stand)[-1] == 599
    assert stand.state.rows.row(0) is None


def test_no_more_than_two_pages_are_asked_for_at_once_however_fast_the_mark_is_dragged():
    stand = found(600)
    stand.background.is_held = True
    asked = len(stand.api.calls)
    for row in range(0, 592, 8):
        stand.presenter.rows_seen(row, row + 7)
    stand.background.release_one()
    stand.background.release_one()
    assert len(stand.api.calls) == asked + 2
    stand.background.release()
    assert {584, 599} <= set(there(stand))


def test_a_page_that_does_not_come_says_so_keeps_what_is_there_and_comes_by_a_touch():
    stand = found()
    stand.api.is_down = True
    stand.presenter.rows_seen(20, 27)
    assert stand.state.problem.can_retry
    assert there(stand) == list(range(20))
    stand.api.is_down = False
    stand.presenter.retry()
    assert stand.state.problem is None
    assert there(stand)[:40] == list(range(40))


def test_the_answer_to_a_newer_question_is_never_mixed_with_pages_of_an_older_one():
    stand = found()
    stand.library.add_title("月の絵本", on_loan=False, material=Material.PICTURE_BOOK)
    stand.background.is_held = True
    stand.presenter.rows_seen(40, 47)
    stand.presenter.toggle("material-picture_book")
    stand.background.release_newest()
    assert (stand.state.total, there(stand)) == (0, [])
    assert stand.state.problem is None


def test_a_row_that_is_touched_opens_while_pages_are_still_on_their_way():
    stand = found()
    stand.background.is_held = True
    stand.presenter.rows_seen(40, 47)
    stand.presenter.open(stand.terminal.visit.pages[0].titles[3].title_id)
    stand.presenter.rows_seen(80, 87)
    stand.background.release()
    assert stand.step is Step.DETAIL


def test_back_from_a_title_the_list_stands_where_it_was():
    stand = found()
    stand.presenter.rows_seen(120, 127)
    stand.presenter.open(stand.terminal.visit.pages[-1].titles[0].title_id)
    stand.terminal.back()
    assert stand.state.first_row == 120
    assert stand.state.rows.row(120) is not None


@pytest.mark.rule("TE-01")
def test_nothing_of_the_results_is_left_after_the_visit():
    stand = found()
    stand.presenter.rows_seen(120, 127)
    stand.background.is_held = True
    stand.presenter.rows_seen(200, 207)
    stand.terminal.end_visit()
    stand.background.release()
    visit = stand.terminal.visit
    assert (visit.query, visit.page, visit.pages, visit.offered, visit.first_row) == (None, None, (), None, 0)


def test_filters_are_counted_when_they_are_opened_and_several_go_together():
    stand = found(3, "kitakyushu")
    for n in range(2):
        stand.library.add_title(f"月の本 絵{n}", on_loan=False, material=Material.PICTURE_BOOK, branch="moji")
    stand.search("月の本")
    assert stand.state.filters == ()
    stand.presenter.narrow()
    chips = {chip.code: chip.text for group in stand.state.filters for chip in group.chips}
    assert chips["material-book"] == "本 3"
    assert chips["branch-moji"] == "門司図書館 2"
    assert chips["available"] == "いま棚にある 5"
    stand.presenter.toggle("material-picture_book")
    stand.presenter.toggle("branch-moji")
    assert stand.state.total == 2
    assert [chip.code for chip in stand.state.chosen] == ["branch-moji", "material-picture_book"]
    chips = {chip.code: chip for group in stand.state.filters for chip in group.chips}
    assert chips["material-book"].text == "本"
    assert chips["material-picture_book"].is_on
    stand.presenter.toggle("material-picture_book")
    stand.presenter.toggle("branch-moji")
    assert (stand.state.total, stand.state.chosen) == (5, ())


def test_two_filters_touched_before_the_first_answer_came_are_both_on():
    stand = found(3, "kitakyushu")
    stand.background.is_held = True
    stand.presenter.toggle("material-book")
    stand.presenter.toggle("available")
    stand.background.release()
    assert [chip.code for chip in stand.state.chosen] == ["available", "material-book"]


def test_this_branch_is_the_first_to_be_chosen():
    stand = found(2, "kitakyushu")
    stand.library.add_title("月の本", branch="moji")
    stand.search("月の本")
    stand.presenter.narrow()
    branches = next(group for group in stand.state.filters if group.chips[0].code.startswith("branch-"))
    assert branches.chips[0].code == f"branch-{stand.terminal.branch}"


def test_decades_make_one_stretch_of_years():
    one = toggled(SearchFilters(), "decade-1990")
    assert (one.year_from, one.year_to) == (1990, 1999)
    more = toggled(one, "decade-2010")
    assert (more.year_from, more.year_to) == (1990, 2019)
    assert toggled(more, "decade-2010").year_to == 2009
    assert toggled(one, "decade-1990") == SearchFilters()


def test_where_nothing_is_found_it_offers_what_to_change_in_one_touch():
    stand = found(2)
    stand.api.near = ("月の本",)
    stand.search("月の本 ぬこ")
    assert stand.state.total == 0
    assert [way.code for way in stand.state.near] == ["月の本"]
    assert [way.code for way in stand.state.changes] == ["月の本", "ぬこ"]
    stand.presenter.search_near("月の本")
    assert stand.state.total == 2


def test_filters_that_leave_nothing_are_taken_off_in_one_touch():
    stand = found(2)
    stand.presenter.toggle("material-cd")
    assert (stand.state.total, stand.state.changes[0].code) == (0, "filters")
    stand.presenter.change("filters")
    assert stand.state.total == 2


def test_what_near_words_found_is_paged_by_those_words():
    stand = found(50)
    visit = stand.terminal.visit
    first = replace(visit.page, near=("月の本",), is_near=True)
    stand.terminal.visit = replace(visit, query=replace(visit.query, text="つきのぽん"), page=first, pages=(first,))
    stand.presenter.rows_seen(20, 27)
    assert stand.state.is_near
    assert there(stand) == list(range(50))


@pytest.mark.parametrize(
    ("availability", "badge", "kind", "shelf"),
    [
        (
            Availability(AvailabilityKind.ON_SHELF, 1, 1, 0, "chuo", "2F", "913.6ナ"),
            "棚にあります",
            "on_shelf",
            "2F 913.6ナ",
        ),
        (
            Availability(AvailabilityKind.ON_SHELF, 1, 1, 0, "moji", "2F", "913.6ナ"),
            "ほかの館の棚にあります",
            "on_shelf_elsewhere",
            "門司図書館 2F 913.6ナ",
        ),
        (Availability(AvailabilityKind.ON_LOAN, 1, 0, 3, "chuo", "2F", "913.6ナ"), "貸出中 予約3人", "on_loan", ""),
        (
            Availability(AvailabilityKind.IN_LIBRARY_ONLY, 1, 0, 0, "chuo", "2F", "R031"),
            "館内のみ",
            "in_library_only",
            "2F R031",
        ),
        (Availability(AvailabilityKind.UNAVAILABLE, 0, 0, 0), "この図書館にはありません", "unavailable", ""),
    ],
)
def test_a_row_says_in_words_whether_it_can_be_had_and_where(availability, badge, kind, shelf):
    terminal = Stand("kitakyushu").terminal
    title = replace(a_title("t1"), availability=availability)
    view = title_view(terminal.words, load_profile("kitakyushu"), title, "chuo")
    assert (view.badge, view.badge_kind, view.shelf) == (badge, kind, shelf)


def test_the_most_urgent_pages_come_first():
    assert wanted_offsets(40, 47, 20, 200) == (40, 60, 80, 20)
    assert wanted_offsets(195, 199, 20, 200) == (180, 160)
    assert wanted_offsets(0, 0, 20, 0) == ()


def test_a_page_that_comes_twice_is_kept_once():
    page = SearchPage(40, 20, tuple(a_title(f"t{n}") for n in range(20)))
    pages = with_page(with_page((), page, 0), page, 0)
    assert pages == (page,)
    assert gathered_title(pages, 21) == page.titles[1]
    assert gathered_title(pages, 3) is None
