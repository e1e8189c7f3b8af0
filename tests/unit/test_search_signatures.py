"""Texts a letter or two away from a word are found among others, the nearest first."""

import pytest

from kiosk.central.search.suggestions import Name, build
from kiosk.domain.search import SuggestionKind
from kiosk.domain.text import fold


def close(word: str, *names: str) -> list[str]:
    folded = fold(word).replace(" ", "")
    return [each.text for each in build(Name(name, SuggestionKind.TITLE) for name in names).close(folded, 8)]


@pytest.mark.parametrize(
    "typed", ["走メロス", "走れれメロス", "走るメロス", "れ走メロス", "走れメスロ", "走れメロ", "走れメロスを", "う走れメロス"]
)
def test_a_letter_too_few_too_many_another_or_in_anothers_place_is_one_slip(typed):
    assert close(typed, "走れメロス", "走る人", "メロン") == ["走れメロス"]


def test_a_long_word_may_have_two_slips_and_no_more():
    assert close("注文の少ない料理屋", "注文の多い料理店") == []
    assert close("注文の多の料理屋", "注文の多い料理店") == ["注文の多い料理店"]


def test_a_short_word_has_but_one():
    assert close("走るメロン", "走れメロス") == []


def test_a_word_is_found_inside_a_longer_name_too():
    assert close("二十面想", "怪人二十面相") == ["怪人二十面相"]
    assert close("面想", "怪人二十面相") == []


def test_fewer_slips_inside_a_name_go_before_more_in_the_whole_of_one():
    assert close("ブラックジャク", "ブラックホーク", "ブラックジャック 劇場版") == ["ブラックジャック 劇場版", "ブラックホーク"]
    assert close("吾輩は犬である", "吾輩は猫である・抄", "吾輩は馬である") == ["吾輩は馬である", "吾輩は猫である・抄"]
