"""Whole visits by touch in every language, and what a change of language or of text size leaves as it was."""

from collections.abc import Callable

import pytest
from floor import Floor
from whole_visit import whole_visit

from kiosk import paths
from kiosk.terminal.annotated import ANCHOR, plain
from kiosk.terminal.comfort import TextSize
from kiosk.terminal.visit import Step
from kiosk.terminal.words import EASY_JAPANESE, Languages

OpenTerminal = Callable[..., Floor]


@pytest.mark.rule("KK-04", "TE-01")
@pytest.mark.parametrize("language", ["ja-easy", "en", "zh-Hant", "zh-Hans", "ko"])
def test_a_whole_visit_in_a_language_chosen_by_one_touch(open_terminal: OpenTerminal, language: str) -> None:
    floor = open_terminal("kumamoto")
    reads(floor, "ja", "rest-card")
    choose(floor, language)
    reads(floor, language, "rest-card")
    assert any(ANCHOR in text for text in floor.finger.annotated_texts()) == (language == EASY_JAPANESE), "kana over kanji"
    whole_visit(floor, lambda message, **params: reads(floor, language, message, **params))
    assert floor.terminal.visit.language == "ja"
    reads(floor, "ja", "rest-card")


def test_what_was_typed_and_the_cart_outlast_a_change_of_language_and_of_text_size(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.show_title("karamazov-1", "からまーぞ")
    floor.finger.tap("primary")
    floor.until(lambda: len(floor.terminal.visit.cart), "a title in the cart")
    floor.tap_to("top-search", Step.SEARCH)
    floor.finger.tap("key-clear")
    floor.type("ささめ")
    assert_kept_through_changes(floor, "query", "ささめ")

    floor.tap_to("top-menu", Step.LOGIN)
    floor.tap_to("register", Step.REGISTER_TERMS)
    floor.finger.tap("agree")
    floor.tap_to("primary", Step.REGISTER_IDENTITY)
    floor.type("123")
    assert_kept_through_changes(floor, "card_number", "123")


def assert_kept_through_changes(floor: Floor, field: str, text: str) -> None:
    """Another language and another text size, again and again: the field and the cart stay as they are."""
    for language, size in (("ko", TextSize.LARGEST), ("ja-easy", TextSize.LARGE), ("en", TextSize.STANDARD)):
        assert typed(floor, field) == text
        choose(floor, language)
        reads(floor, language, "bar-cart")
        resize(floor, size)
        assert typed(floor, field) == text
        assert text in floor.finger.texts(), "it stands on the new screen too"
        assert floor.finger.find("top-cart").count == "1"


def choose(floor: Floor, language: str) -> None:
    """One touch on the language's button in the top bar."""
    floor.finger.tap(f"language-{language}")
    floor.until(lambda: floor.terminal.words.language == language, language)


def resize(floor: Floor, size: TextSize) -> None:
    """The size of words, on the sheet that the top bar opens."""
    floor.finger.tap("top-comfort")
    floor.finger.tap(f"comfort-{size}")
    floor.finger.tap("comfort-close")
    floor.until(lambda: floor.terminal.visit.comfort.text_size is size and not floor.terminal.visit.is_choosing_comfort, size)


def typed(floor: Floor, field: str) -> str:
    """What stands in a field of the screen's form."""
    return str(next(each.shown for each in floor.state.form.fields if each.name == field))


def reads(floor: Floor, language: str, message: str, **params: object) -> None:
    """Waits until the window shows that message in that language; where it differs, the Japanese one must be gone."""
    languages = Languages(paths.LANGUAGES, floor.profile.messages)
    expected, japanese = (plain(languages.words(code)(message, **params)) for code in (language, "ja"))
    floor.until(lambda: expected in plain("\n".join(floor.finger.texts())), f"“{expected}”")
    if expected != japanese:
        assert japanese not in plain("\n".join(floor.finger.texts()))
