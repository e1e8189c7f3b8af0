"""Kana over the kanji of a title: split where the spelling proves it, whole where it does not."""

import pytest

from kiosk.domain.furigana import Ruby, furigana


def _drawn(title: str, reading: str) -> str:
    return " ".join(f"{piece.text}={piece.reading}" if piece.reading else piece.text for piece in furigana(title, reading))


@pytest.mark.parametrize(
    ("title", "reading", "drawn"),
    [
        ("吾輩は猫である", "わがはいはねこである", "吾輩=わがはい は 猫=ねこ である"),
        ("吾輩は猫である", "ワガハイ ワ ネコ デ アル", "吾輩=わがはい は 猫=ねこ である"),
        ("道を歩く", "ミチ オ アルク", "道=みち を 歩=ある く"),
        ("東京へ", "トウキョウエ", "東京=とうきょう へ"),
        ("こゝろの花", "こころのはな", "こゝろの 花=はな"),
        ("思ひ出", "おもいで", "思=おも ひ 出=で"),
        ("襲つた子ども", "おそったこども", "襲=おそ つた 子=こ ども"),
        ("ヴィタミン研究", "ビタミンケンキュウ", "ヴィタミン 研究=けんきゅう"),
        ("スーパーの人", "すうぱあのひと", "スーパーの 人=ひと"),
        ("「墓場」に現れたる影", "「はかば」にあらわれたるかげ", "「 墓場=はかば 」に 現=あらわ れたる 影=かげ"),
        ("野草・野鳥", "やそう・やちょう", "野草=やそう ・ 野鳥=やちょう"),
        ("第3巻", "だいさんかん", "第3巻=だいさんかん"),
        ("Kの昇天", "けいのしょうてん", "K=けい の 昇天=しょうてん"),
        ("iPadの本", "iPad ノ ホン", "iPadの 本=ほん"),
        ("八ヶ岳の風", "やつがたけのかぜ", "八ヶ岳=やつがたけ の 風=かぜ"),
        ("妙な話だ", "みょうなはなしだ", "妙=みょう な 話=はなし だ"),
        ("我々の村", "ワレワレ ノ ムラ", "我々=われわれ の 村=むら"),
    ],
)  # fmt: skip
def test_kana_stand_over_the_kanji_they_belong_to(title: str, reading: str, drawn: str) -> None:
    assert _drawn(title, reading) == drawn


@pytest.mark.parametrize(
    ("title", "reading", "drawn"),
    [
        ("物の見方", "もののみかた", "物の見方=もののみかた"),
        ("男と牛の話", "おとことうしのはなし", "男と牛=おとことうし の 話=はなし"),
        ("筍の美味さ", "たけのこのうまさ", "筍の美味=たけのこのうま さ"),
    ],
)
def test_what_could_be_split_in_two_ways_keeps_one_reading(title: str, reading: str, drawn: str) -> None:
    assert _drawn(title, reading) == drawn


def test_blanks_between_words_tell_a_particle_from_the_same_kana_in_a_word() -> None:
    assert _drawn("物の見方", "モノ ノ ミカタ") == "物=もの の 見方=みかた"


@pytest.mark.parametrize(
    ("title", "reading"),
    [
        ("鷹の城", "ハビヒツブルグ"), ("世界怪奇実話", "じょ"), ("少年エース", "ゲッカンショウネンエース"),
        ("悪魔の城", "アク マ [マノシロ]"),
    ],
)  # fmt: skip
def test_a_reading_of_other_words_is_not_split(title: str, reading: str) -> None:
    assert len(furigana(title, reading)) == 1


def test_the_first_of_several_readings_is_drawn() -> None:
    assert _drawn("七人の敵", "シチニンノテキ ／ ナナニンノテキ") == "七人=しちにん の 敵=てき"


@pytest.mark.parametrize(("title", "reading"), [("こころ", "こころ"), ("羅生門", ""), ("羅生門", "  ")])
def test_kana_alone_or_no_reading_is_drawn_plain(title: str, reading: str) -> None:
    assert furigana(title, reading) == (Ruby(title),)


def test_nothing_gives_nothing() -> None:
    assert furigana("", "よみ") == ()


@pytest.mark.parametrize("title", ["猫", "猫_と: [犬]", "＆", "・・", "ー", "𠮟る", "Café à la 猫", "①の巻"])
@pytest.mark.parametrize("reading", ["ねこ", "ー", "／", "ネコ_ト : イヌ", "・・", "まる いち の まき"])
def test_the_pieces_are_the_title_whatever_the_reading(title: str, reading: str) -> None:
    assert "".join(piece.text for piece in furigana(title, reading)) == title
