"""What a person types on each keyboard of the search screen, by touches alone, and that it is found."""

import unicodedata
from collections.abc import Callable

import pytest
from floor import Floor

from kiosk.domain.search import SearchField
from kiosk.domain.staff import CatalogueRecord
from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]

KOKORO = CatalogueRecord("isbn-kokoro", "こころ", reading="ココロ", isbn="9784101010137", creators="夏目漱石著")
_MARKS = {"\u3099": "dakuten", "\u309a": "handakuten", " ": "space"}
_LARGE = dict(zip("ぁぃぅぇぉっゃゅょ", "あいうえおつやゆよ", strict=True))


@pytest.fixture
def searching(open_terminal: OpenTerminal) -> Floor:
    floor = open_terminal("kumamoto")
    floor.tap_to("search-field", Step.SEARCH)
    return floor


def touch(floor: Floor, text: str) -> None:
    """Touches the keys of a text, a kana that is small or voiced by two."""
    for character in text:
        for part in unicodedata.normalize("NFD", character):
            floor.finger.tap(f"key-{_MARKS.get(part, _LARGE.get(part, part))}")
        if character in _LARGE:
            floor.finger.tap("key-small")


def choose(floor: Floor, candidate: str) -> None:
    """Touches a candidate as soon as it is offered, on whichever page of them."""
    key = f"candidate-{candidate}"

    def offered() -> bool:
        return candidate in floor.state.candidates and (floor.finger.find(key) or floor.finger.find("more-candidates"))

    floor.until(offered, candidate)
    floor.finger.frames(2)
    for _page in range(len(floor.state.candidates)):
        if floor.finger.find(key) is None:
            floor.finger.tap("more-candidates")
    floor.finger.tap(key)


def typed(floor: Floor) -> str:
    return floor.state.form.fields[0].shown


def find(floor: Floor, title_id: str) -> None:
    """Touches 検索 and sees the title among the results."""
    floor.tap_to("primary", Step.RESULTS)
    floor.until(lambda: floor.finger.find(f"row-{title_id}"), title_id)


def test_kana_become_the_author_and_the_title(searching: Floor) -> None:
    touch(searching, "なつめそうせき")
    choose(searching, "夏目漱石")
    touch(searching, " こころ")
    assert typed(searching) == "夏目漱石 こころ"
    find(searching, "kokoro")


def test_letters_become_kana_and_kanji(searching: Floor) -> None:
    searching.finger.tap("key-layout-romaji")
    touch(searching, "natsumesouseki")
    assert typed(searching) == "なつめそうせき"
    choose(searching, "夏目漱石")
    touch(searching, " kokoro")
    assert typed(searching) == "夏目漱石 こころ"
    find(searching, "kokoro")


def test_a_foreign_name_is_typed_in_katakana(searching: Floor) -> None:
    touch(searching, "はりー・")
    searching.finger.tap("key-script")
    touch(searching, "ぽったー")
    assert typed(searching) == "ハリー・ポッター"
    find(searching, "hp-1")


def test_a_foreign_name_is_typed_in_romaji(searching: Floor) -> None:
    searching.finger.tap("key-layout-romaji")
    touch(searching, "hariー・pottaー")
    assert typed(searching) == "はりー・ぽったー"
    choose(searching, "ハリー・ポッター")
    assert typed(searching) == "ハリー・ポッター"
    find(searching, "hp-1")


def test_a_programming_language_has_its_signs(searching: Floor) -> None:
    searching.finger.tap("key-layout-letters")
    searching.finger.tap("key-shift")
    touch(searching, "C++")
    assert typed(searching) == "C++"
    find(searching, "yasashii-cpp")


def test_an_isbn_is_typed_as_it_is_printed(searching: Floor) -> None:
    searching.desk.put_title(KOKORO)
    searching.finger.tap("key-layout-letters")
    searching.finger.tap("key-shift")
    touch(searching, "ISBN978-4-10-101013-7")
    assert typed(searching) == "ISBN978-4-10-101013-7"
    find(searching, KOKORO.id)


def test_an_isbn_is_typed_on_the_number_pad(searching: Floor) -> None:
    searching.desk.put_title(KOKORO)
    for keyed in ("978-4-10-101013-7", "4-10-101013-7"):
        searching.finger.tap("search-in-more")
        searching.finger.tap("search-in-isbn")
        searching.finger.tap("key-clear")
        touch(searching, keyed)
        assert typed(searching) == keyed
        find(searching, KOKORO.id)
        searching.tap_to("top-search", Step.SEARCH)


def test_a_suggestion_searches_at_once(searching: Floor) -> None:
    touch(searching, "なつめ")
    searching.until(lambda: "夏目漱石" in [each.text for each in searching.state.suggestions], "夏目漱石")
    searching.finger.frames(2)
    place = [each.text for each in searching.state.suggestions].index("夏目漱石")
    searching.tap_to(f"suggestion-{place}", Step.RESULTS)
    query = searching.terminal.visit.query
    assert query is not None
    assert (query.text, query.within) == ("夏目漱石", SearchField.CREATOR)
    assert searching.state.total > 1


def test_the_keyboard_stays_as_chosen_until_the_visit_ends(searching: Floor) -> None:
    searching.finger.tap("key-layout-romaji")
    touch(searching, "kokoro")
    searching.tap_to("primary", Step.RESULTS)
    searching.tap_to("top-search", Step.SEARCH)
    assert searching.finger.find("key-q") is not None
    searching.tap_to("top-log-out", Step.REST)
    searching.tap_to("search-field", Step.SEARCH)
    assert searching.finger.find("key-q") is None
    assert searching.finger.find("key-あ") is not None


def test_a_touch_into_the_field_moves_the_cursor(searching: Floor) -> None:
    touch(searching, "かさ")
    field = searching.finger.find("field-query")
    assert field is not None
    searching.finger.tap_at(field.x + field.height * 0.2, field.center_y)
    touch(searching, "あ")
    assert typed(searching) == "あかさ"
    searching.finger.tap("key-right")
    searching.finger.tap("key-erase")
    assert typed(searching) == "あさ"


@pytest.mark.rule("TE-01")
def test_a_plugged_in_keyboard_edits_as_the_one_on_the_screen(searching: Floor) -> None:
    touch(searching, "かきくけ")
    for key in (276, 276, 8, 278, 127, 279):  # left, left, backspace, home, delete, end
        searching.finger.press_key(key)
    assert typed(searching) == "くけ"
    touch(searching, "こ")
    assert typed(searching) == "くけこ"


def test_delete_held_down_goes_on(searching: Floor) -> None:
    touch(searching, "かきくけこ")
    searching.finger.hold("key-erase", lambda: not typed(searching), "an empty field")
