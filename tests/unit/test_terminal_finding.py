"""From a title to its shelf: copies by branch, the slip, the map, what a phone takes along."""

from dataclasses import replace

import pytest
from terminal_stand import Stand

from kiosk.domain.catalogue import Item, ItemState, LoanClass
from kiosk.profiles import load_profile


def shown(profile: str | Stand = "kitakyushu", *items: Item, on_loan: bool = False, down: bool = False) -> Stand:
    """A terminal that shows a book with these copies, or one of its own branch."""
    stand = profile if isinstance(profile, Stand) else Stand(profile)
    title_id = stand.library.add_title("こころ", on_loan=on_loan, creators="夏目漱石")
    if items:
        stand.library.titles[title_id].items = list(items)
    stand.search("こころ")
    stand.background.is_held = down
    stand.presenter.open(title_id)
    return stand


def copy(branch: str, number: int, state: ItemState = ItemState.ON_SHELF, call_number: str = "913.6ナ") -> Item:
    """A copy among the literature."""
    return Item(f"i{number}", branch, "2F 文学", call_number, state, LoanClass.LOANABLE)


def test_this_branch_comes_first_and_copies_that_stand_together_are_one_line():
    items = (copy("moji", 1), copy("chuo", 2, ItemState.ON_LOAN), copy("chuo", 3), copy("tobata", 4, ItemState.ON_LOAN))
    stand = shown("kitakyushu", *items)
    lines = [(item.branch, item.state) for item in stand.state.items]
    assert lines == [("中央図書館", "棚にあります 2冊中1冊"), ("門司図書館", "棚にあります"), ("戸畑図書館", "貸出中")]


def test_the_slip_says_what_to_look_for_in_this_branch():
    slip = shown("kitakyushu", copy("moji", 1), copy("chuo", 2)).state.slip
    assert (slip.branch, slip.location, slip.call_number, slip.is_there) == ("中央図書館", "2F 文学", "913.6ナ", True)
    assert shown("kitakyushu", copy("moji", 1)).state.slip is None
    assert not shown("kitakyushu", copy("chuo", 1, ItemState.ON_LOAN)).state.slip.is_there


def test_the_maps_of_this_branch_come_while_the_terminal_rests_and_once_for_all_visits():
    stand = shown("kitakyushu", copy("chuo", 1))
    assert stand.state.floor.picture.startswith(b"\x89PNG")
    floors = sum(each.branch == stand.terminal.branch for each in stand.terminal.profile.shelf_maps)
    assert stand.api.calls.count("shelf_map") == floors
    stand.terminal.end_visit()
    stand.search("こころ")
    stand.presenter.open(next(iter(stand.library.titles)))
    assert stand.state.floor.picture.startswith(b"\x89PNG")
    assert stand.api.calls.count("shelf_map") == floors


def test_a_map_that_does_not_come_is_asked_for_again_when_it_is_wanted():
    stand = Stand("kitakyushu")
    stand.terminal.shelf_maps.clear()
    stand = shown(stand, copy("chuo", 1), down=True)
    stand.background.release_one()
    stand.api.is_down = True
    stand.background.release()
    assert stand.state.has_map_failed
    assert stand.state.problem is None
    stand.api.is_down = False
    stand.presenter.show_map()
    assert (stand.state.open_sheet, stand.state.has_map_failed) == ("map", False)
    assert stand.state.floor.picture is not None
    stand.presenter.close_sheet()
    assert stand.state.open_sheet == ""


def test_a_library_without_maps_offers_none():
    assert shown("chiba").state.floor is None


def test_a_phone_takes_the_record_and_its_shelves_along_as_plain_text():
    stand = shown("kitakyushu", copy("chuo", 1), copy("chuo", 2), copy("moji", 3))
    assert stand.state.to_take.splitlines() == [
        "こころ",
        "夏目漱石",
        "中央図書館 2F 文学 913.6ナ",
        "門司図書館 2F 文学 913.6ナ",
    ]


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://opac.example.jp/record/{title_id}", "https://opac.example.jp/record/t1"),
        ("https://opac.example.jp/isbn/{isbn}", "こころ"),
    ],
)
def test_a_phone_takes_the_page_of_the_librarys_own_catalogue_where_there_is_one(url, taken):
    stand = Stand(replace(load_profile("kitakyushu"), record_url=url))
    title_id = stand.library.add_title("こころ")
    stand.search("こころ")
    stand.presenter.open(title_id)
    assert stand.state.to_take.splitlines()[0] == taken
