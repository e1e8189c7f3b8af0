"""Kana over kanji in a plain string: read from the language files, and left out or spoken where nothing is drawn."""

import pytest

from kiosk.domain.furigana import Ruby
from kiosk.domain.localised import in_language
from kiosk.terminal.annotated import from_aozora, from_runs, plain, runs, spoken
from kiosk.terminal.words import Languages


def test_kana_stand_after_their_kanji_as_in_aozora_bunko():
    text = from_aozora("こどもの本《ほん》を 読《よ》む")
    assert runs(text) == (Ruby("こどもの"), Ruby("本", "ほん"), Ruby("を "), Ruby("読", "よ"), Ruby("む"))
    assert plain(text) == "こどもの本を 読む"
    assert spoken(text) == "こどものほんを よむ"


def test_a_bar_says_where_the_base_begins():
    text = from_aozora("｜２階《にかい》と｜CD《シーディー》")
    assert runs(text) == (
        Ruby("２階", "にかい"),
        Ruby("と"),
        Ruby("CD", "シーディー"),
    )


@pytest.mark.parametrize("text", ["Children’s books", "漢字のまま", "", "本《ノート 1》", "《よみ》", "本 《ほん》", "a｜b"])
def test_what_is_no_reading_stays_as_it_is(text):
    assert from_aozora(text) == text
    assert "".join(run.text for run in runs(text)) == plain(text) == spoken(text) == text


def test_pieces_make_the_text_they_came_from():
    text = from_aozora("予約《よやく》の本《ほん》")
    assert from_runs(runs(text)) == text


@pytest.mark.parametrize("text", ["本\ufff9", "\ufffa本\ufffb", "\ufff9\ufffaよみ\ufffb本", "\ufff9本\ufffa\ufff9"])
def test_marks_that_do_not_belong_together_are_no_annotation(text):
    assert plain(text) == "本"
    assert runs(text) == (Ruby("本"),)


@pytest.fixture
def languages(tmp_path):
    (tmp_path / "ja.ftl").write_text("held = 「{ $title }」を予約しました\n", encoding="utf-8")
    easy = "held = 「{ $title }」を 予約《よやく》しました\nbook = { $n ->\n   *[other] 本《ほん》\n  }\n"
    (tmp_path / "ja-easy.ftl").write_text(easy, encoding="utf-8")
    (tmp_path / "zh-Hans.ftl").write_text("held = 已预约《{ $title }》\nbook = 书《ほん》\n", encoding="utf-8")
    return Languages(tmp_path, {"ja-easy": {"own": "館《かん》"}})


def test_plain_japanese_is_annotated_also_in_a_librarys_own_words(languages):
    words = languages.words("ja-easy")
    assert runs(words("held", title="本")) == (Ruby("「本」を "), Ruby("予約", "よやく"), Ruby("しました"))
    assert runs(words("book", n=1)) == (Ruby("本", "ほん"),)
    assert runs(words("own")) == (Ruby("館", "かん"),)


def test_a_title_that_looks_like_markup_is_never_taken_for_it(languages):
    words = languages.words("ja-easy")
    assert plain(words("held", title="異本《いほん》")) == "「異本《いほん》」を 予約しました"


def test_an_annotated_title_keeps_its_kana_within_a_sentence(languages):
    said = languages.words("ja-easy")("held", title=from_aozora("心《こころ》"))
    assert spoken(said) == "「こころ」を よやくしました"


def test_the_marks_of_a_title_in_chinese_are_no_markup(languages):
    words = languages.words("zh-Hans")
    assert words("held", title="雪国") == "已预约《雪国》"
    assert words("book") == "书《ほん》"


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("ja", "図書館"),
        ("ja-easy", "図書館"),
        ("zh-Hans", "図書館"),
        ("zh-Hant", "図書館"),
        ("ko", "Library"),
        ("en", "Library"),
    ],
)
def test_a_profile_that_lacks_a_language_is_read_in_the_nearest(language, name):
    assert in_language({"ja": "図書館", "en": "Library"}, language) == name
    assert in_language({"ja": "図書館", "en": "Library", language: "own"}, language) == "own"
    assert in_language({"ja": "図書館"}, language) == "図書館"
