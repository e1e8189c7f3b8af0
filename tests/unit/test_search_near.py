"""A query that finds nothing is answered by what it may have meant, and only by what does find something."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable

import pytest

from kiosk import paths
from kiosk.central.search.near import near_words
from kiosk.central.search.suggestions import Name, Suggester, build
from kiosk.domain.search import SearchField, SuggestionKind
from kiosk.domain.text import fold, words

INDEX = paths.ROOT.parent / "shared" / "data" / "aozora_list_person_all_extended_utf8.zip"
TITLE, CREATOR = SuggestionKind.TITLE, SuggestionKind.CREATOR
Finds = Callable[[tuple[str, ...]], bool]


def finding(records: Iterable[Iterable[str]]) -> Finds:
    """Whether all words stand in one of the records."""
    folded = ["\n".join(fold(text).replace(" ", "") for text in texts) for texts in records]
    return lambda words: any(all(word in text for word in words) for text in folded)


BOOKS = [
    ("坊っちゃん", "ボッチャン", "夏目漱石", "ナツメ ソウセキ"),
    ("こころ", "ココロ", "夏目漱石", "ナツメ ソウセキ"),
    ("吾輩は猫である", "ワガハイ ワ ネコ デ アル", "夏目漱石", "ナツメ ソウセキ"),
    ("走れメロス", "ハシレ メロス", "太宰治", "ダザイ オサム"),
    ("人間失格", "ニンゲン シッカク", "太宰治", "ダザイ オサム"),
    ("シャーロック・ホームズの冒険", "シャーロック ホームズ ノ ボウケン", "ドイル", "ドイル"),
    ("東京", "トウキョウ", "林芙美子", "ハヤシ フミコ"),
    ("風の又三郎", "カゼ ノ マタサブロウ", "宮沢賢治", "ミヤザワ ケンジ"),
    ("風野又三郎", "カゼノ マタサブロウ", "宮沢賢治", "ミヤザワ ケンジ"),
    ("ヱヴァンゲリヲン新劇場版:序", "ヱヴァンゲリヲン シンゲキジョウバン ジョ", "", ""),
    ("ヱヴァンゲリヲン新劇場版:Q", "ヱヴァンゲリヲン シンゲキジョウバン キュー", "", ""),
    ("高野聖", "コウヤ ヒジリ", "泉鏡花", "イズミ キョウカ"),
    ("羅生門", "ラショウモン", "芥川龍之介", "アクタガワ リュウノスケ"),
    ("百姓マレイ", "ヒャクショウ マレイ", "ドストエフスキー フィヨードル", "ドストエフスキー フィヨードル"),
]


@pytest.fixture(scope="module")
def few() -> tuple[Suggester, Finds]:
    names = [Name(book[at], kind, book[at + 1]) for book in BOOKS for at, kind in ((0, TITLE), (2, CREATOR))]
    return build(name for name in names if name.text), finding(BOOKS)


@pytest.fixture(scope="module")
def real() -> tuple[Suggester, Finds]:
    if not INDEX.is_file():
        pytest.skip(f"no {INDEX.name} beside the checkout")
    with zipfile.ZipFile(INDEX) as packed, packed.open(packed.namelist()[0]) as stream:
        rows = list(csv.DictReader(io.TextIOWrapper(stream, "utf-8-sig")))
    people = [(row["姓"] + row["名"], f"{row['姓読み']} {row['名読み']}".strip()) for row in rows]
    names = [Name(name, CREATOR, reading) for name, reading in people]
    names += [Name(row["作品名"], TITLE, row["作品名読み"]) for row in rows]
    records = [(row["作品名"], row["作品名読み"], *person) for row, person in zip(rows, people, strict=True)]
    return build(names), finding(records)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("わかはいはねこてある", "吾輩は猫である"),
        ("わがわいわねこである", "吾輩は猫である"),
        ("しやろつくほむす", "シャーロック・ホームズの冒険"),
        ("にんけんしかく", "人間失格"),
        ("走れエロス", "走れメロス"),
        ("走るメロス", "走れメロス"),
        ("走メロス", "走れメロス"),
        ("走れメメロス", "走れメロス"),
        ("れ走メロス", "走れメロス"),
        ("夏日漱石", "夏目漱石"),
        ("natsume souseki", "なつめそうせき"),
        ("Natsume Soseki", "夏目漱石"),
        ("ningenshikkaku", "にんげんしっかく"),
        ("tokyo", "東京"),
        ("夏目漱石こころ", "夏目漱石 こころ"),
        ("夏目漱石 こゝろお", "夏目漱石 こころ"),
        ("夏日漱石 坊ちゃん", "夏目漱石 坊っちゃん"),
        ("太宰治 走れエロス", "太宰治 走れメロス"),
        ("らしょもん", "羅生門"),
        ("なつめそうせきこころ", "なつめそうせき こころ"),
        ("フィヨドルドストエフスキー 百姓マレイ", "ドストエフスキー フィヨードル 百姓マレイ"),
        ("りゅのすけ らしょうもん", "芥川龍之介 らしょうもん"),
        ("natsume soseki kokoro", "夏目漱石 こころ"),
        ("みやさわけんじ かぜのまたざぶろう", "宮沢賢治 かぜのまたさぶろう"),
        ("izumi kyoka koya hijiri", "泉鏡花 高野聖"),
        ("夏日漱石 xqzwv", "夏目漱石"),
        ("かぜのまたざぶろう", "かぜのまたさぶろう"),
        ("エヴァンゲリオン新劇場版", "ヱヴァンゲリヲン新劇場版"),
        ("ドストエフスキイ 百姓マレイ", "ドストエフスキー フィヨードル 百姓マレイ"),
    ],
)
def test_what_was_meant_is_proposed_first(few, typed, meant):
    assert near_words(typed, *few)[0] == meant


def test_of_words_that_find_something_but_not_together_one_is_left_out(few):
    assert near_words("太宰治 こころ", *few) == ["太宰治", "こころ"]


def test_of_many_words_too_one_is_left_out(few):
    assert near_words("走れ メロス xqzwv", *few)[0] == "走れ メロス"


def test_a_word_less_follows_what_it_may_have_meant(few):
    assert near_words("芥川龍之介 羅城門", *few) == ["芥川龍之介 羅生門", "芥川龍之介"]


def test_where_numbers_are_looked_for_no_names_are_proposed(few):
    suggester, _ = few
    assert near_words("UE11 J9", suggester, lambda words: words == ("ue11",), SearchField.CALL_NUMBER) == ["UE11"]
    assert near_words("わかはい", suggester, lambda _: True, SearchField.NDC) == []


@pytest.mark.parametrize("typed", ["", "・・・", "xqzwv", "9784101010138", "鑢"])
def test_what_is_close_to_nothing_gets_no_proposal(few, typed):
    assert near_words(typed, *few) == []


def test_only_what_finds_something_is_proposed(few):
    suggester, _ = few
    assert near_words("走れエロス", suggester, lambda _: False) == []


def test_nothing_is_proposed_twice_nor_what_was_typed(few):
    suggester, _ = few
    proposed = near_words("走れエロス", suggester, lambda words: words != ("走れえろす",))
    assert "走れエロス" not in proposed
    assert len(proposed) == len(set(proposed)) <= 5


def test_the_engine_is_not_asked_without_end(real):
    suggester, _ = real
    asked = []
    assert (
        near_words("ちゅうもんのおおいりょうりてんで なつめさうせきの", suggester, lambda words: bool(asked.append(words)))
        == []
    )
    assert len(asked) < 40


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("なつめさうせき", "夏目漱石"),
        ("natsume soseki", "夏目漱石"),
        ("わかはいはねこである", "吾輩は猫である"),
        ("吾輩は犬である", "吾輩は猫である"),
        ("芥川竜之助", "芥川竜之介"),
        ("芥川龍之介 羅城門", "芥川龍之介 羅生門"),
        ("ぎんがてつとうのよる", "銀河鉄道の夜"),
        ("銀河鉄道の朝", "銀河鉄道の夜"),
        ("注文の多い料理屋", "注文の多い料理店"),
        ("ちゅうもんのおおいりょりてん", "注文の多い料理店"),
        ("らしょもん", "羅生門"),
        ("宮沢賢次", "宮沢賢治"),
        ("走れエロス", "走れメロス"),
        ("坊ちやん 夏目漱石", "坊っちゃん 夏目漱石"),
        ("はしるめろす", "走れメロス"),
    ],
)
def test_slips_in_real_names_lead_to_them(real, typed, meant):
    assert words(near_words(typed, *real)[0]) == words(meant)
