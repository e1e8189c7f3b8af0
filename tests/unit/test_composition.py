"""A field's text while it is typed: cursor, composing, candidates, as one value after another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.terminal.composition import Composition, composes, is_romaji
from kiosk.terminal.kana import half_voiced, small, to_hiragana, to_katakana, voiced

LONGEST = 60


def composed(kana: str, content: Composition | None = None) -> Composition:
    content = content or Composition()
    for each in kana:
        content = content.composing(each, LONGEST)
    return content


def spelled(letters: str, content: Composition | None = None) -> Composition:
    content = content or Composition()
    for each in letters:
        content = content.spelled(each, LONGEST)
    return content


def test_kana_are_composed_and_other_characters_end_that():
    content = composed("なつめ")
    assert (content.text, content.composed, content.cursor) == ("なつめ", "なつめ", 3)
    content = content.typed(" ", LONGEST)
    assert (content.text, content.composed) == ("なつめ ", "")
    assert composed("こ", content).composed == "こ"


def test_a_candidate_takes_the_place_of_what_is_composed_and_nothing_else():
    content = composed("ここ", Composition.of("漱石の").moved_to(2)).chosen("心", LONGEST)
    assert (content.text, content.cursor, content.composed) == ("漱石心の", 3, "")
    assert composed("ろ", content).text == "漱石心ろの"


def test_characters_go_in_and_out_at_the_cursor():
    content = Composition.of("かさ").moved_to(1).typed("x", LONGEST)
    assert (content.text, content.cursor) == ("かxさ", 2)
    assert content.erased().text == "かさ"
    assert content.erased_ahead().text == "かx"
    assert Composition.of("か").moved_to(0).erased().text == "か"
    assert Composition.of("か").erased_ahead().text == "か"


def test_within_what_is_composed_the_cursor_moves_and_kana_go_in_and_out():
    content = composed("なめ").moved_to(1).composing("つ", LONGEST)
    assert (content.composed, content.cursor) == ("なつめ", 2)
    assert content.erased().composed == "なめ"
    assert content.erased_ahead().composed == "なつ"


def test_elsewhere_the_cursor_ends_the_composing():
    content = composed("なつ", Composition.of("あ")).moved_to(0)
    assert (content.text, content.cursor, content.composed) == ("あなつ", 0, "")
    assert Composition.of("あい").moved_to(-3).cursor == 0
    assert Composition.of("あい").moved_to(9).cursor == 2


def test_the_marks_turn_the_kana_before_the_cursor():
    content = composed("かさ").moved_to(1)
    assert content.turned(voiced).text == "がさ"
    assert composed("は").turned(half_voiced).text == "ぱ"
    assert composed("つ").turned(small).composed == "っ"
    assert composed("あ").turned(half_voiced).text == "あ"


def test_the_script_turns_what_is_composed_and_what_comes_next_and_leaves_the_rest():
    content = composed("はりー", Composition.of("ひらがな ")).in_other_script()
    assert content.text == "ひらがな ハリー"
    content = composed("ぽ", content)
    assert content.composed == "ハリーポ"
    assert content.turned(voiced).composed == "ハリーボ"
    assert composed("た", content.in_other_script()).composed == "はりーぽた"


def test_romaji_become_kana_as_soon_as_they_are_certain():
    assert [spelled(letters).text for letters in ("k", "ky", "kyo", "kyou", "kk", "kka")] == [
        "k",
        "ky",
        "きょ",
        "きょう",
        "っk",
        "っか",
    ]
    assert spelled("honnda").text == "ほんだ"
    assert spelled("kokoro", Composition.of("漱石 ")).text == "漱石 こころ"
    assert spelled("pottaー".replace("ー", "")).in_other_script().text == "ポッタ"
    assert spelled("hari", Composition(is_katakana=True)).text == "ハリ"


def test_letters_that_wait_are_kana_or_stay_when_nothing_follows():
    assert spelled("kon").spelled_out().text == "こん"
    assert spelled("k").spelled_out().text == "k"
    assert Composition.of("abc").spelled_out().text == "abc"


def test_romaji_go_in_at_the_cursor():
    content = spelled("ka", composed("なめ").moved_to(1))
    assert (content.text, content.cursor) == ("なかめ", 2)


def test_a_candidate_without_room_is_not_taken():
    content = composed("あい", Composition.of("x" * (LONGEST - 2)))
    assert content.chosen("長い候補", LONGEST) == content
    assert content.chosen("愛", LONGEST).text.endswith("x愛")


def test_clearing_leaves_nothing_but_the_script():
    assert composed("あ").in_other_script().cleared() == Composition(is_katakana=True)


@pytest.mark.parametrize("key", ["あ", "ゃ", "ゔ", "ア", "ー", "・"])
def test_kana_and_their_marks_compose(key):
    assert composes(key)


@pytest.mark.parametrize("key", ["a", "1", "漢", " ", "", "あい", "。"])
def test_nothing_else_composes(key):
    assert not composes(key)


def test_small_letters_and_the_apostrophe_spell_kana():
    assert [key for key in "az'AZ-1あ" if is_romaji(key)] == ["a", "z", "'"]


EDITS = st.one_of(
    st.builds(lambda key: lambda content: content.typed(key, 8), st.text(max_size=3)),
    st.builds(lambda key: lambda content: content.composing(key, 8), st.sampled_from("あかつはーアカ")),
    st.builds(lambda key: lambda content: content.spelled(key, 8), st.sampled_from("aiknty'")),
    st.builds(lambda text: lambda content: content.chosen(text, 8), st.text(max_size=4)),
    st.builds(lambda place: lambda content: content.moved_to(place), st.integers(-3, 12)),
    st.sampled_from(
        [
            Composition.erased,
            Composition.erased_ahead,
            Composition.spelled_out,
            Composition.in_other_script,
            Composition.settled,
            Composition.cleared,
            lambda content: content.turned(voiced),
            lambda content: content.turned(small),
        ]
    ),
)


@given(st.lists(EDITS, max_size=40))
def test_the_cursor_and_what_is_composed_always_lie_in_the_text(edits):
    content = Composition()
    for edit in edits:
        content = edit(content)
        assert len(content.text) <= 8
        assert 0 <= content.composed_from <= content.cursor <= content.composed_to <= len(content.text)


@given(st.text(alphabet="あがぱっアガパッーabc漢"))
def test_katakana_and_back_is_hiragana(text):
    assert to_hiragana(to_katakana(text)) == to_hiragana(text)
