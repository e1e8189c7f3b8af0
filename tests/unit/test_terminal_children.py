"""The children's entrance: children's books only, in words and with kana that a child reads."""

import pytest
from terminal_stand import Stand

from kiosk.domain.catalogue import Material
from kiosk.terminal.annotated import from_aozora
from kiosk.terminal.presenters.children import TOPICS
from kiosk.terminal.visit import Step


@pytest.fixture
def stand() -> Stand:
    return Stand("kitakyushu")


def test_children_find_children_s_books_only(stand):
    stand.library.add_title("おとなの物語", ndc="913.6")
    stand.library.add_title("こどもの物語", ndc="913.6", is_childrens=True)
    stand.library.add_title("えほん", ndc="726.6", material=Material.PICTURE_BOOK, is_childrens=True)
    stand.presenter.children()
    assert stand.step is Step.CHILDREN
    counts = {each.ndc or each.kind: each.count for each in stand.state.tiles}
    assert (counts["picture_books"], counts["9"]) == (1, 1)
    stand.presenter.open_shelf("ndc", "9")
    assert [book.title.title for book in stand.state.books] == ["こどもの物語"]


def test_a_topic_leads_back_to_the_topics_and_stories_to_the_entrance(stand):
    stand.presenter.children()
    stand.presenter.open_shelf("topics")
    assert [each.ndc for each in stand.state.tiles] == TOPICS
    stand.presenter.open_shelf("ndc", "48")
    stand.presenter.back()
    assert stand.state.kind == "topics"
    stand.presenter.back()
    stand.presenter.open_shelf("ndc", "9")
    stand.presenter.back()
    assert stand.state.kind == "entrance"
    stand.presenter.back()
    assert stand.step is Step.REST


def test_titles_have_kana_over_their_kanji_in_japanese_and_none_in_english(stand):
    stand.library.add_title("星の王子さま", ndc="953", reading="ホシ ノ オウジサマ", is_childrens=True)
    stand.presenter.children()
    stand.presenter.open_shelf("ndc", "9")
    assert stand.state.books[0].name == from_aozora("星《ほし》の王子《おうじ》さま")
    stand.terminal.choose_language("en")
    assert stand.state.books[0].name == "星の王子さま"


def test_a_reading_that_cannot_be_parted_stands_whole_beside_the_title(stand):
    stand.library.add_title("本日休館日中開館のお知らせ", ndc="913", reading="マッタク チガウ ヨミ", is_childrens=True)
    stand.presenter.children()
    stand.presenter.open_shelf("ndc", "9")
    book = stand.state.books[0]
    assert book.name == "本日休館日中開館のお知らせ"
    assert book.kana == "まったく ちがう よみ"


def test_a_child_searches_among_children_s_books(stand):
    stand.presenter.children()
    stand.presenter.search()
    assert stand.step is Step.SEARCH
    assert stand.terminal.visit.query.filters.is_childrens
    assert stand.state.is_childrens, "and the screen can say so"
    stand.terminal.back()
    assert stand.step is Step.CHILDREN


def test_trouble_is_told_to_children_in_words_they_read(stand):
    stand.api.is_down = True
    stand.terminal.open(Step.CHILDREN)
    assert stand.state.problem.sentence == "うまく つながりませんでした"
    assert stand.state.problem.can_retry
