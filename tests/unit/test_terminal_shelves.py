"""The shelves: what stands there, the ways between them, and that the place is kept."""

from datetime import date

import pytest
from terminal_stand import Stand

from kiosk.domain.ndc import MAIN_CLASSES, divisions
from kiosk.terminal.presenters.browse import MOST_NEW
from kiosk.terminal.presenters.children import TOPICS
from kiosk.terminal.shelf_place import ShelfPlace
from kiosk.terminal.visit import Step


def tile(stand: Stand, code: str):
    """The tile of that class, or of that kind of shelf."""
    return next(each for each in stand.state.tiles if (each.ndc or each.kind) == code)


def titles(stand: Stand) -> list[str]:
    return [book.title for book in stand.state.books]


@pytest.fixture
def stand() -> Stand:
    return Stand("kitakyushu")


@pytest.fixture
def elsewhere(stand: Stand) -> str:
    """A branch in which the terminal does not stand."""
    return next(branch.code for branch in stand.library.profile.branches if branch.code != stand.library.branch)


def fill(stand: Stand, count: int, ndc: str = "913.6") -> list[str]:
    return [stand.library.add_title(f"本{at:02}", ndc=ndc) for at in range(count)]


def test_the_entrance_shows_the_ten_classes_with_some_of_their_books_in_this_branch(stand, elsewhere):
    stand.library.add_title("星の本", ndc="440")
    stand.library.add_title("ほかの館の本", ndc="440", branch=elsewhere)
    stand.presenter.shelves()
    assert stand.step is Step.SHELVES
    assert [each.ndc for each in stand.state.tiles[2:]] == list(MAIN_CLASSES)
    assert (tile(stand, "4").count, tile(stand, "4").covers[0].title) == (1, "星の本")
    assert tile(stand, "9").count == 0
    stand.presenter.look_in("everywhere")
    assert tile(stand, "4").count == 2


def test_a_library_of_one_branch_does_not_ask_which(stand):
    one = Stand("kumamoto")
    assert len(one.library.profile.branches) == 1
    one.presenter.shelves()
    assert one.state.branches == ()
    stand.presenter.shelves()
    assert [choice.code for choice in stand.state.branches if choice.is_chosen] == ["here"]


def test_what_came_last_stands_first_among_the_new(stand):
    for day in (3, 9, 6):
        stand.library.add_title(f"{day}日の本", added_on=date(2026, 11, day))
    stand.presenter.shelves()
    stand.presenter.open_shelf("new")
    assert titles(stand) == ["9日の本", "6日の本", "3日の本"]


def test_what_has_no_day_of_arrival_is_not_new(stand):
    stand.library.add_title("新しい本", added_on=date(2026, 11, 20))
    stand.library.add_title("いつからか分からない本")
    stand.presenter.shelves()
    stand.presenter.open_shelf("new")
    assert titles(stand) == ["新しい本"]
    assert (stand.state.shelf.total, stand.state.shelf.has_next) == (1, False)


def test_the_shelf_of_new_arrivals_ends_where_nobody_would_call_them_new(stand):
    for at in range(MOST_NEW + 5):
        stand.library.add_title(f"本{at:03}", added_on=date(2026, 11, 1))
    stand.presenter.shelves()
    stand.presenter.open_shelf("new")
    stand.presenter.walk_to(1)
    assert (stand.state.shelf.last, stand.state.shelf.total, stand.state.shelf.has_next) == (MOST_NEW, MOST_NEW, False)


def test_only_what_was_lent_this_month_is_popular(stand):
    stand.library.add_title("読まれない本")
    stand.library.add_title("よく読まれる本", loans=5)
    stand.presenter.shelves()
    stand.presenter.open_shelf("popular")
    assert titles(stand) == ["よく読まれる本"]


def test_a_class_opens_its_divisions_and_a_division_its_shelf_in_the_order_of_numbers(stand):
    stand.library.add_title("あとの本", ndc="914.6")
    stand.library.add_title("まえの本", ndc="911.3")
    stand.library.add_title("英米の本", ndc="933")
    stand.presenter.shelves()
    stand.presenter.open_shelf("class", "9")
    assert [each.ndc for each in stand.state.tiles] == list(divisions("9"))
    assert (tile(stand, "91").count, tile(stand, "93").count, tile(stand, "95").count) == (2, 1, 0)
    stand.presenter.open_shelf("ndc", "91")
    assert titles(stand) == ["まえの本", "あとの本"]
    assert stand.state.heading == "91 日本文学"


def test_back_leads_from_the_shelf_by_its_class_to_the_entrance_and_out(stand):
    fill(stand, 1)
    stand.presenter.shelves()
    stand.presenter.open_shelf("class", "9")
    stand.presenter.open_shelf("ndc", "91")
    kinds = []
    while stand.step is Step.SHELVES:
        kinds.append(stand.state.kind)
        stand.presenter.back()
    assert kinds == ["ndc", "class", "entrance"]
    assert stand.step is Step.REST


def test_the_neighbours_to_the_left_and_right_are_one_touch_away_and_the_ends_are_ends(stand):
    fill(stand, 30)
    stand.presenter.shelves()
    stand.presenter.open_shelf("ndc", "9")
    shelf = stand.state.shelf
    assert (shelf.first, shelf.last, shelf.total, shelf.has_previous, shelf.has_next) == (1, 12, 30, False, True)
    stand.presenter.turn(-1)
    stand.presenter.turn(1)
    stand.presenter.turn(1)
    stand.presenter.turn(1)
    shelf = stand.state.shelf
    assert (shelf.first, shelf.last, shelf.has_previous, shelf.has_next) == (25, 30, True, False)
    assert titles(stand)[0] == "本24"


def test_a_touch_on_the_rail_goes_to_that_share_of_the_shelf(stand):
    fill(stand, 60)
    stand.presenter.shelves()
    stand.presenter.open_shelf("ndc", "9")
    shares = []
    for share in (0.5, 1, 0):
        stand.presenter.walk_to(share)
        shares.append((stand.state.shelf.first, stand.state.shelf.share))
    assert shares == [(25, 0.5), (49, 1), (1, 0)]


def test_two_touches_before_the_answer_go_two_views_on(stand):
    fill(stand, 40)
    stand.presenter.shelves()
    stand.presenter.open_shelf("ndc", "9")
    stand.background.is_held = True
    stand.presenter.turn(1)
    stand.presenter.turn(1)
    assert titles(stand)[0] == "本00", "the shelf stays until the other books are there"
    stand.background.release()
    assert titles(stand)[0] == "本24"


@pytest.mark.parametrize("enter", ["shelves", "children"])
def test_coming_back_from_a_book_shows_the_shelf_as_it_was_left(stand, enter):
    for at in range(30):
        stand.library.add_title(f"本{at:02}", ndc="913.6", is_childrens=True)
    getattr(stand.presenter, enter)()
    stand.presenter.open_shelf("ndc", "9")
    stand.presenter.turn(1)
    before, calls = stand.state, len(stand.api.calls)
    book = before.books[3]
    stand.presenter.open(getattr(book, "title_id", "") or book.title.title_id)
    assert stand.step is Step.DETAIL
    stand.terminal.back()
    assert stand.state == before
    assert stand.api.calls[calls:] == ["title"], "and nothing had to be asked again"


def test_an_empty_shelf_is_known_to_be_empty(stand):
    stand.presenter.shelves()
    stand.presenter.open_shelf("new")
    assert (stand.state.shelf.is_known, stand.state.books) == (True, ())


def test_without_an_answer_the_ways_stay_and_the_trouble_is_told_with_a_way_to_try_again(stand):
    fill(stand, 3)
    stand.presenter.shelves()
    stand.api.is_down = True
    stand.presenter.open_shelf("ndc", "9")
    assert stand.state.kind == "entrance"
    assert stand.state.problem.can_retry
    stand.api.is_down = False
    stand.presenter.retry()
    assert titles(stand) == ["本00", "本01", "本02"]
    assert stand.state.problem is None


def test_after_a_walk_that_led_nowhere_the_next_starts_where_the_patron_stands(stand):
    fill(stand, 40)
    stand.presenter.shelves()
    stand.presenter.open_shelf("ndc", "9")
    stand.api.is_down = True
    stand.presenter.turn(1)
    stand.presenter.look_in("everywhere")
    stand.api.is_down = False
    assert [choice.code for choice in stand.state.branches if choice.is_chosen] == ["here"]
    stand.presenter.turn(1)
    assert titles(stand)[0] == "本12"


def test_a_shelf_that_has_become_shorter_is_shown_to_its_last_book(stand):
    ids = fill(stand, 25)
    stand.presenter.shelves()
    stand.presenter.open_shelf("ndc", "9")
    stand.presenter.turn(1)
    for title_id in ids[20:]:
        del stand.library.titles[title_id]
    stand.presenter.turn(1)
    assert (titles(stand)[-1], stand.state.shelf.total) == ("本19", 20)


def test_nothing_of_the_shelves_outlives_the_visit(stand):
    fill(stand, 30)
    stand.presenter.shelves()
    stand.presenter.open_shelf("ndc", "9")
    stand.presenter.turn(1)
    stand.terminal.end_visit()
    assert stand.terminal.visit.shelf == stand.terminal.visit.childrens_shelf == ShelfPlace()
    stand.presenter.shelves()
    assert stand.state.kind == "entrance"


def test_every_class_division_and_topic_has_its_name_in_every_language(stand):
    for language in stand.terminal.chrome.languages:
        stand.terminal.choose_language(language)
        words = stand.terminal.words
        for main in MAIN_CLASSES:
            assert all(words(f"ndc-{code}") for code in (main, f"{main}-note", *divisions(main)))
        assert all(words(f"children-topic-{topic}") for topic in TOPICS)
