"""A query is parted into words where words are looked for, and is one number where numbers are."""

import pytest

from kiosk.domain.query_words import is_one_word, query_words
from kiosk.domain.search import SearchField
from kiosk.domain.text import words

ANY, CALL_NUMBER, NDC, ISBN = SearchField.ANY, SearchField.CALL_NUMBER, SearchField.NDC, SearchField.ISBN


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("913.6/ナ", "9136な"),
        ("９１３．６　ナ", "9136な"),
        ("UE11 J6", "ue11j6"),
        ("UE11-J6", "ue11j6"),
        ("K 913", "k913"),
        ("E/セ", "eせ"),
        ("913.6/ナ/1", "9136な1"),
    ],
)
def test_a_call_number_is_one_word_however_it_is_parted(typed, word):
    assert query_words(typed, CALL_NUMBER) == (word,)


def test_a_class_and_an_isbn_are_one_word_too():
    assert query_words("491 1038", NDC) == ("4911038",)
    assert query_words("978 4 06 218861 6", ISBN) == ("9784062188616",)
    assert [is_one_word(field) for field in (CALL_NUMBER, NDC, ISBN, ANY)] == [True, True, True, False]


@pytest.mark.parametrize("typed", ["913.6 ナ", "913.6/ナ", "913 な"])
def test_the_label_on_the_back_of_a_book_is_one_word_everywhere(typed):
    assert query_words(typed, ANY) == ("".join(words(typed)),)


@pytest.mark.parametrize("typed", ["夏目漱石 こころ", "100 ねこ", "507.2 コンピュータと法", "21 エ", "銀河鉄道 999", ""])
def test_other_queries_have_their_words(typed):
    assert query_words(typed, ANY) == words(typed)


@pytest.mark.parametrize("field", list(SearchField))
def test_signs_alone_are_no_word(field):
    assert query_words("・・・ /", field) == ()
