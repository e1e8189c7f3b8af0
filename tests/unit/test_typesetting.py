"""Lines break as Japanese is set: between phrases where they can, else anywhere but for kinsoku; never within a word of
letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.typesetting import ELLIPSIS, NEVER_FIRST, NEVER_LAST, break_lines, is_amid_word

WIDE = 10.0


def measure(character: str) -> float:
    """Kana and kanji as wide as they are tall, letters half of it."""
    return WIDE / 2 if ord(character) < 0x250 else WIDE


def lines(text: str, characters: int, max_lines: int = 0, balance: bool = False) -> tuple[str, ...]:
    return break_lines(text, characters * WIDE, measure, max_lines, balance).lines


def test_japanese_breaks_without_spaces() -> None:
    assert lines("吾輩は猫である", 4) == ("吾輩は", "猫である")
    assert lines("国立国会図書館", 4) == ("国立国会", "図書館")


@pytest.mark.parametrize(
    ("text", "characters", "broken"),
    [
        ("予約を申し込みました", 9, ("予約を", "申し込みました")),
        ("カードをかざしてください", 8, ("カードを", "かざしてください")),
        ("新しいお知らせがあります", 8, ("新しいお知らせが", "あります")),
        ("図書館の人に聞いてください", 10, ("図書館の人に", "聞いてください")),
        ("この 本を 借りる ことが できます", 10, ("この 本を 借りる", "ことが できます")),
        ("もういちど、押してください。", 9, ("もういちど、", "押してください。")),
    ],
)
def test_a_line_ends_between_phrases(text: str, characters: int, broken: tuple[str, ...]) -> None:
    assert lines(text, characters) == broken


def test_whole_phrases_take_no_more_lines_than_the_text_must() -> None:
    assert len(lines("あいうえおかきく漢字", 5)) == 2


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("名前はまだ。無い", ("名前はま", "だ。無い")),
        ("カードリーダー", ("カード", "リーダー")),
        ("図書館の「本」", ("図書館の", "「本」")),
        ("これは「本」です", ("これは", "「本」", "です")),
        ("ゆっくりちょっと", ("ゆっくり", "ちょっと")),
    ],
)
def test_no_line_begins_or_ends_with_what_may_not(text: str, broken: tuple[str, ...]) -> None:
    assert lines(text, 4) == broken


def test_a_letter_before_a_hyphen_does_not_end_a_line() -> None:
    assert lines("We send an e-mail to it", 7) == ("We send an", "e-mail to it")
    assert lines("a well-known title", 4) == ("a well-", "known", "title")


def test_a_word_of_letters_stays_whole() -> None:
    assert lines("the public library", 5) == ("the public", "library")


def test_korean_breaks_between_its_words() -> None:
    assert lines("책은 3권까지 예약할 수 있습니다", 9) == ("책은 3권까지", "예약할 수 있습니다")


def test_a_word_longer_than_a_line_is_cut_rather_than_lost() -> None:
    assert "".join(lines("internationalization", 4)) == "internationalization"


def test_an_address_longer_than_a_line_is_parted_where_its_parts_meet() -> None:
    assert lines("hanako.yamada@library.example.jp", 10) == ("hanako.yamada@", "library.example.jp")
    assert lines("a@library-of-many-names", 4)[0] == "a@librar"


def test_a_text_that_is_too_long_ends_in_an_ellipsis_and_says_so() -> None:
    cut = break_lines("吾輩は猫である。名前はまだ無い。", 5 * WIDE, measure, max_lines=2)
    assert cut.lines == ("吾輩は", "猫である" + ELLIPSIS)
    assert cut.is_shortened


def test_an_opening_bracket_or_comma_is_not_left_before_the_ellipsis() -> None:
    assert lines("本を、「読みましょう」", 5, max_lines=1) == ("本を" + ELLIPSIS,)


def test_a_text_that_fits_is_left_alone() -> None:
    fitting = break_lines("図書館", 3 * WIDE, measure, max_lines=1)
    assert fitting.lines == ("図書館",)
    assert not fitting.is_shortened


def test_a_balanced_heading_leaves_no_lone_character_behind() -> None:
    assert lines("国立国会図書館法案集", 9, balance=True) == ("国立国会図", "書館法案集")


def test_a_line_feed_begins_a_line() -> None:
    assert lines("一\n\n二", 4) == ("一", "", "二")


@given(st.text(alphabet="あいう漢字ーッ、。「」（）abc 1-", max_size=60), st.integers(4, 20))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, characters: int) -> None:
    broken = lines(text, characters)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")
    assert all(sum(map(measure, line)) <= characters * WIDE for line in broken)


@given(st.text(alphabet="あいう漢字ー、。「」", max_size=60))
def test_kinsoku_holds_for_any_text_that_leaves_a_way_to_keep_it(text: str) -> None:
    pieces = text
    for mark in NEVER_FIRST | NEVER_LAST:
        pieces = pieces.replace(mark * 2, mark)
    broken = lines("字" + "字".join(pieces) + "字", 8)
    assert all(line[0] not in NEVER_FIRST for line in broken[1:])
    assert all(line[-1] not in NEVER_LAST for line in broken[:-1])


@given(st.text(alphabet="あ漢ー、「」ab ", max_size=80), st.integers(2, 12), st.integers(1, 3))
def test_never_more_lines_than_asked_for(text: str, characters: int, most: int) -> None:
    cut = break_lines(text, characters * WIDE, measure, most)
    assert len(cut.lines) <= most
    assert all(sum(map(measure, line)) <= characters * WIDE for line in cut.lines)


@pytest.mark.parametrize(
    ("end", "start", "text", "is_amid"),
    [
        ("Manufacturi", "ng", "Manufacturing", True),
        ("도서", "관", "도서관", True),
        ("Home,", "cooking", "Home, cooking", False),
        ("Ships and", "the sea", "Ships and the sea", False),
        ("製造", "業", "製造業", False),
        ("hanako@", "example.jp", "hanako@example.jp", False),
        ("", "line", "\nline", False),
    ],
)
def test_a_line_that_ends_amid_a_word_is_told_from_one_that_ends_between_words(
    end: str, start: str, text: str, is_amid: bool
) -> None:
    assert is_amid_word(end, start, text) is is_amid
