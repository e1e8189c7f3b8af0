"""Who does not know what to type: along the shelves by touches only, and a child among children's books."""

from collections.abc import Callable

import pytest
from floor import Floor

from kiosk.terminal.annotated import runs
from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]


@pytest.fixture(params=["kitakyushu"])
def floor(open_terminal: OpenTerminal, request: pytest.FixtureRequest) -> Floor:
    return open_terminal(request.param)


def _see(floor: Floor, kind: str) -> None:
    """Waits until the place of that kind is there, with what stands in it."""
    floor.until(lambda: floor.state.kind == kind and not floor.state.awaiting, kind)


def _push(floor: Floor, from_title: str, to_title: str) -> None:
    """Pushes the shelf with a finger from one book to where another stands."""
    one, other = (floor.finger.find(f"book-{title_id}") for title_id in (from_title, to_title))
    assert one is not None
    assert other is not None
    (x, y), (to_x, to_y) = (widget.to_window(*widget.center) for widget in (one, other))
    floor.finger.drag(x, y, to_y, to_x)


def test_a_patron_walks_from_a_class_along_a_shelf_to_a_book_and_back_to_the_same_place(floor: Floor) -> None:
    floor.tap_to("shelves", Step.SHELVES)
    _see(floor, "entrance")
    assert floor.says("棚からさがす", "新着", "今月よく読まれている本", "文学", "自然・医学")
    floor.finger.tap("branch-everywhere")
    floor.until(lambda: floor.state.branches[1].is_chosen and not floor.state.awaiting, "all branches")
    floor.finger.tap("class-9")
    _see(floor, "class")
    floor.until(lambda: any(tile.count for tile in floor.state.tiles), "the counts")
    fullest = max(floor.state.tiles, key=lambda tile: tile.count or 0)
    floor.finger.tap(f"class-{fullest.ndc}")
    _see(floor, "ndc")
    first = floor.state.books
    assert len(first) == 12
    floor.finger.tap("next-page")
    floor.until(lambda: floor.state.shelf.first == 13 and not floor.state.awaiting, "the books to the right")
    seen = floor.state.books
    assert seen != first
    floor.tap_to(f"book-{seen[1].title_id}", Step.DETAIL)
    assert floor.says(seen[1].title)
    floor.tap_to("back", Step.SHELVES)
    assert floor.state.books == seen
    _push(floor, seen[1].title_id, seen[4].title_id)
    floor.until(lambda: floor.state.shelf.first == 1, "the books to the left")
    _push(floor, first[4].title_id, first[1].title_id)
    floor.until(lambda: floor.state.shelf.first == 13, "the books to the right")
    assert floor.terminal.visit.step is Step.SHELVES, "a push opens no book"
    floor.finger.tap("previous-page")
    floor.until(lambda: floor.state.shelf.first == 1, "the books to the left")
    assert floor.state.books == first
    for kind in ("class", "entrance"):
        floor.finger.tap("back")
        _see(floor, kind)
    floor.tap_to("back", Step.REST)


def test_new_arrivals_are_one_touch_from_the_shelves(floor: Floor) -> None:
    floor.tap_to("shelves", Step.SHELVES)
    _see(floor, "entrance")
    floor.finger.tap("shelf-new")
    _see(floor, "new")
    assert floor.state.books
    floor.finger.tap("top-log-out")
    floor.at(Step.REST)
    floor.tap_to("shelves", Step.SHELVES)
    assert floor.state.kind == "entrance", "the next patron begins anew"


def test_a_child_finds_a_story_with_kana_over_its_title_and_searches_among_children_s_books(floor: Floor) -> None:
    floor.tap_to("children", Step.CHILDREN)
    _see(floor, "entrance")
    assert floor.says("えほん", "ものがたり", "しらべる", "あたらしい本", "にんきの本")
    floor.finger.tap("branch-everywhere")
    floor.until(lambda: floor.state.branches[1].is_chosen and not floor.state.awaiting, "all branches")
    floor.finger.tap("child-9")
    _see(floor, "ndc")
    assert floor.state.books
    assert any(run.reading for book in floor.state.books for run in runs(book.name))
    book = floor.state.books[0]
    floor.tap_to(f"book-{book.title.title_id}", Step.DETAIL)
    floor.tap_to("back", Step.CHILDREN)
    assert floor.state.books[0] == book
    floor.tap_to("primary", Step.SEARCH)
    assert floor.terminal.visit.query is not None
    assert floor.terminal.visit.query.filters.is_childrens
