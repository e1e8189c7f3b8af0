"""What is to be said, cut into passages of one voice each: sentences, scripts, readings, long numbers."""

import pytest

from kiosk.speech.wording import Passage, Tongue, passages, tongue_of

JA, EN, ZH, KO = Tongue.JAPANESE, Tongue.ENGLISH, Tongue.CHINESE, Tongue.KOREAN


def cut(text: str, language: str) -> list[tuple[Tongue, str]]:
    return [(passage.tongue, passage.text) for passage in passages(text, language)]


def test_every_language_of_the_screens_has_a_voice_and_another_has_none():
    assert [tongue_of(code) for code in ("ja", "ja-easy", "en", "zh-Hant", "zh-Hans", "ko")] == [JA, JA, EN, ZH, ZH, KO]
    assert tongue_of("xx") is None
    assert passages("?", "xx") == []


def test_sentences_are_passages_so_that_the_first_is_soon_heard():
    assert cut("カードを見せてください。番号も入れられます。", "ja") == [
        (JA, "カードを見せてください。"),
        (JA, "番号も入れられます。"),
    ]
    assert cut("Show your card. Or key its number. See p.12 first.", "en") == [
        (EN, "Show your card."),
        (EN, "Or key its number."),
        (EN, "See p.12 first."),
    ]
    assert cut("請出示借書證。謝謝！", "zh-Hant") == [(ZH, "請出示借書證。"), (ZH, "謝謝!")]


def test_a_long_sentence_is_cut_where_it_pauses_and_one_without_pauses_all_the_same():
    pausing = "利用者カードをカメラにかざしていただくか、番号をキーで入れてください。"
    assert [text for _, text in cut(pausing, "ja")] == [
        "利用者カードをカメラにかざしていただくか、",
        "番号をキーで入れてください。",
    ]
    listing = "書名や著者名など、さがしたい本について知っていることを入れてから、検索を押してください。"
    assert [text for _, text in cut(listing, "ja")] == [
        "書名や著者名など、",
        "さがしたい本について知っていることを入れてから、",
        "検索を押してください。",
    ]
    endless = "本" * 200
    pieces = [text for _, text in cut(endless, "ja")]
    assert "".join(pieces) == endless
    assert max(map(len, pieces)) <= 61


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("『吾輩は猫である』 is ready.", "en", [(JA, "『吾輩は猫である』"), (EN, "is ready.")]),
        ("《ノルウェイの森》在架", "zh-Hans", [(JA, "《ノルウェイの森》"), (ZH, "在架")]),
        ("雪国 예약했습니다", "ko", [(JA, "雪国"), (KO, "예약했습니다")]),
        ("Harry Potterと한국어", "ja", [(EN, "Harry Potter"), (JA, "と"), (KO, "한국어")]),
        ("日本語 繁體中文 简体", "en", [(JA, "日本語"), (ZH, "繁體中文 简体")]),
        ("hana@example.jp へ送ります", "ja", [(EN, "hana@example.jp"), (JA, "へ送ります")]),
        ("夏目漱石", "zh-Hant", [(ZH, "夏目漱石")]),
        ("夏目漱石", "en", [(JA, "夏目漱石")]),
    ],
)
def test_what_another_voice_reads_better_is_left_to_it(text, language, expected):
    assert cut(text, language) == expected


def test_capitals_and_short_units_stay_with_the_japanese_voice():
    assert cut("ISBN、NDC、CD、10cm", "ja") == [(JA, "ISBN、NDC、"), (JA, "CD、10cm")]


def test_a_cards_number_and_an_isbn_are_read_figure_by_figure_and_a_count_is_not():
    assert cut("番号は12345678です", "ja") == [(JA, "番号は1 2 3 4 5 6 7 8です")]
    assert cut("ISBN 9784101010014", "en") == [(EN, "ISBN 9 7 8 4 1 0 1 0 1 0 0 1 4")]
    assert cut("全部で1234件", "ja") == [(JA, "全部で1234件")]


def test_annotated_text_keeps_its_kana_beside_its_kanji():
    text = "\ufff9上\ufffaうえ\ufffbの\ufff9棚\ufffaたな\ufffbです。"
    assert passages(text, "ja-easy") == [Passage(JA, "上の棚です。", "うえのたなです。")]


def test_full_width_letters_and_figures_are_the_same_as_narrow_ones():
    assert cut("１０冊", "zh-Hant") == [(ZH, "10冊")]


@pytest.mark.parametrize("text", ["", " ", "。", "★ → ・", "—", "\ufff9\ufffaかな\ufffb"])
def test_what_has_no_words_is_not_spoken(text):
    assert passages(text, "ja") == []
