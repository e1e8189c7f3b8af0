"""The search screen: composing and candidates, suggestions, boards that are remembered, and the newest typing that wins."""

from dataclasses import replace

import pytest
from terminal_stand import Stand

from kiosk.domain.search import SearchField, SearchFilters, SearchQuery
from kiosk.terminal import editing_keys
from kiosk.terminal.typing_help import MOST_SUGGESTIONS
from kiosk.terminal.visit import SearchBegun, Step

WAYS = {"こころ": ("心", "こころ", "試み"), "そうせき": ("漱石", "僧籍")}


class Converter:
    """A dictionary of two words, which may break."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def candidates(self, kana: str, most: int) -> tuple[str, ...]:
        self.asked.append(kana)
        return WAYS.get(kana, ())[:most]


@pytest.fixture
def stand() -> Stand:
    stand = Stand()
    for title, creator in (("心の本", "夏目漱石"), ("そうせきとこころ", "夏目漱石"), ("C++入門", "B. ストラウストラップ")):
        stand.library.add_title(title, creators=creator)
    stand.converter = Converter()
    stand.terminal.outside = replace(stand.terminal.outside, converter=stand.converter)
    stand.terminal.open(Step.SEARCH)
    return stand


def text(stand: Stand) -> str:
    return stand.state.form.fields[0].shown


def underlined(stand: Stand) -> str:
    field = stand.state.form.fields[0]
    return field.shown[field.composed_from : field.composed_to]


def suggested(stand: Stand) -> list[str]:
    return [each.text for each in stand.state.suggestions]


def test_kana_are_composed_and_a_candidate_is_chosen_by_one_touch(stand):
    stand.keys("こころ")
    assert (text(stand), underlined(stand)) == ("こころ", "こころ")
    assert stand.state.candidates == ("心", "試み"), "what stands there already is no candidate"
    stand.presenter.choose_candidate("心")
    assert (text(stand), underlined(stand), stand.state.candidates) == ("心", "", ())


def test_names_of_the_catalogue_come_before_what_the_converter_makes(stand):
    stand.keys("そうせき")
    assert stand.state.candidates == ("そうせきとこころ", "漱石", "僧籍")


def test_katakana_is_converted_by_its_reading(stand):
    stand.presenter.turn_script()
    assert stand.state.form.is_katakana
    stand.keys("こころ")
    assert text(stand) == "ココロ"
    assert stand.converter.asked[-1] == "こころ"


def test_enter_searches_as_typed(stand):
    stand.keys("心")
    stand.presenter.key_typed(editing_keys.ENTER)
    assert (stand.step, stand.terminal.visit.query.text) == (Step.RESULTS, "心")


def test_a_last_n_of_romaji_is_searched_as_a_kana(stand):
    stand.presenter.choose_board("romaji")
    stand.keys("hon")
    assert text(stand) == "ほn"
    stand.presenter.submit()
    assert stand.terminal.visit.query.text == "ほん"


def test_on_the_romaji_board_a_plugged_in_keyboard_spells_kana_and_on_the_letters_board_it_types_letters(stand):
    stand.presenter.choose_board("romaji")
    for key in "ka-/":
        stand.presenter.key_typed(key)
    assert text(stand) == "かー・"
    stand.presenter.clear()
    stand.presenter.choose_board("letters")
    for key in "C++ a/b":
        stand.presenter.key_typed(key)
    assert text(stand) == "C++ a/b"


def test_a_plugged_in_keyboard_moves_the_cursor_and_erases(stand):
    stand.keys("あいう")
    stand.presenter.key_typed(editing_keys.TO_START)
    stand.presenter.key_typed(editing_keys.ERASE_AHEAD)
    stand.presenter.key_typed(editing_keys.FORWARD)
    stand.presenter.key_typed("え")
    stand.presenter.key_typed(editing_keys.BACK)
    stand.presenter.key_typed(editing_keys.ERASE)
    stand.presenter.key_typed(editing_keys.TO_END)
    stand.presenter.key_typed("お")
    assert text(stand) == "えうお"


def test_no_more_is_typed_than_the_field_holds(stand):
    stand.keys("あ" * 80)
    stand.presenter.choose_candidate("長い候補" * 20)
    assert len(text(stand)) == 60


def test_the_catalogue_suggests_what_begins_so_and_a_touch_searches_it_where_it_belongs(stand):
    stand.keys("夏目")
    (creator,) = stand.state.suggestions
    assert (creator.text, creator.kind) == ("夏目漱石", "creator")
    stand.presenter.pick(0)
    assert stand.terminal.visit.query == SearchQuery("夏目漱石", SearchField.CREATOR)
    assert stand.step is Step.RESULTS


def test_a_suggestion_that_is_not_there_is_nothing(stand):
    stand.presenter.pick(0)
    assert stand.step is Step.SEARCH


def test_of_several_words_the_last_is_suggested_for_where_the_whole_begins_nothing(stand):
    stand.keys("夏目漱石 そうせ")
    assert suggested(stand) == ["そうせきとこころ"]


def test_while_an_answer_is_awaited_only_the_newest_typing_is_asked_next(stand):
    stand.background.is_held = True
    calls = len(stand.api.calls)
    stand.keys("夏目漱")
    stand.background.release()
    assert stand.api.calls[calls:] == ["suggest", "suggest"], "for the first key and for the last"
    assert suggested(stand) == ["夏目漱石"]


def test_an_answer_to_other_kana_gives_no_candidates(stand):
    stand.background.is_held = True
    stand.keys("こころ")
    stand.presenter.choose_candidate("心")
    stand.presenter.press("そ")
    for _answer in range(2):
        stand.background.release_one()
    assert stand.state.candidates == ()


def test_letters_of_romaji_that_wait_take_no_suggestion_away(stand):
    stand.presenter.choose_board("romaji")
    stand.keys("souseki")
    assert suggested(stand) == ["そうせきとこころ"]
    stand.presenter.press("t")
    assert text(stand) == "そうせきt"
    assert suggested(stand) == ["そうせきとこころ"]
    assert "漱石" in stand.state.candidates


@pytest.mark.parametrize(
    ("field", "offered"), [("any", 1), ("creator", 1), ("title", 0), ("subject", 0), ("publisher", 0), ("isbn", 0)]
)
def test_only_what_is_looked_for_is_suggested(stand, field, offered):
    stand.keys("夏目")
    stand.presenter.look_in(field)
    assert len(suggested(stand)) == offered


def test_an_empty_field_has_no_suggestions_even_when_an_answer_comes_late(stand):
    stand.background.is_held = True
    stand.keys("夏目")
    stand.presenter.clear()
    stand.background.release()
    assert (suggested(stand), stand.state.candidates) == ([], ())


def test_that_nothing_begins_so_is_said_once_it_is_known(stand):
    stand.background.is_held = True
    stand.keys("ん")
    assert not stand.state.is_without_suggestion
    stand.background.release()
    assert stand.state.is_without_suggestion
    stand.presenter.clear()
    assert not stand.state.is_without_suggestion


def test_a_service_that_is_down_suggests_nothing_and_typing_goes_on(stand):
    stand.api.is_down = True
    stand.keys("こころ")
    assert (text(stand), suggested(stand), stand.state.problem) == ("こころ", [], None)
    assert stand.state.candidates == ("心", "試み"), "the converter needs no service"
    stand.api.is_down = False
    stand.presenter.clear()
    stand.keys("夏目")
    assert suggested(stand) == ["夏目漱石"]


def test_without_a_converter_there_are_just_no_such_candidates():
    stand = Stand()
    stand.terminal.open(Step.SEARCH)
    stand.keys("こころ")
    assert stand.state.candidates == ()


def test_a_suggestion_of_the_visit_before_never_comes(stand):
    stand.background.is_held = True
    stand.keys("夏目")
    stand.terminal.end_visit()
    stand.terminal.open(Step.SEARCH)
    stand.background.release()
    assert (text(stand), suggested(stand)) == ("", [])


def test_the_board_is_remembered_for_the_visit_and_no_longer(stand):
    assert stand.state.form.keyboard == "kana"
    stand.presenter.choose_board("romaji")
    stand.keys("kokoro")
    stand.presenter.submit()
    stand.terminal.open(Step.SEARCH)
    assert stand.state.form.keyboard == "romaji"
    stand.terminal.end_visit()
    stand.terminal.open(Step.SEARCH)
    assert stand.state.form.keyboard == "kana"


def test_who_reads_another_language_begins_with_letters(stand):
    stand.terminal.choose_language("en")
    assert stand.state.form.keyboard == "letters"


@pytest.mark.parametrize("field", ["isbn", "ndc", "call_number"])
def test_numbers_are_typed_on_the_number_pad_and_other_fields_have_the_board_as_before(stand, field):
    stand.presenter.choose_board("romaji")
    stand.presenter.look_in(field)
    assert stand.state.form.keyboard == "digits"
    assert [each.code for each in stand.state.more_fields if each.is_chosen] == [field]
    stand.presenter.look_in("title")
    assert stand.state.form.keyboard == "romaji"


def test_another_board_can_be_chosen_for_a_number(stand):
    stand.presenter.look_in("call_number")
    stand.presenter.choose_board("kana")
    assert stand.state.form.keyboard == "kana"


def test_the_signs_of_an_isbn_and_a_call_number_are_on_the_number_pad(stand):
    assert stand.state.form.extra_keys == "-X./"


def test_a_search_among_childrens_books_stays_there(stand):
    filters = SearchFilters(is_childrens=True)
    stand.terminal.open(Step.REST)
    stand.terminal.dispatch(SearchBegun(SearchQuery("", filters=filters)))
    stand.keys("心")
    stand.presenter.submit()
    assert stand.terminal.visit.query == SearchQuery("心", filters=filters)


def test_what_was_searched_for_is_there_again_with_what_is_suggested_for_it(stand):
    stand.keys("夏目")
    stand.presenter.submit()
    stand.terminal.back()
    assert (text(stand), underlined(stand), suggested(stand)) == ("夏目", "", ["夏目漱石"])


def test_the_shelves_are_one_touch_away(stand):
    stand.presenter.browse()
    assert stand.step is Step.SHELVES


def test_no_more_is_suggested_than_there_is_room_for(stand):
    for number in range(20):
        stand.library.add_title(f"月の本 {number}")
    stand.keys("月")
    assert len(suggested(stand)) == MOST_SUGGESTIONS
