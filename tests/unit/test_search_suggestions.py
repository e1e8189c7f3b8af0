"""What the catalogue offers while a person types: names by how they begin, in kanji or kana, and never anything else."""

import csv
import io
import random
import zipfile

import numpy as np
import pytest

from kiosk import paths
from kiosk.central.search.suggestions import Name, Suggester, build
from kiosk.domain.search import SuggestionKind
from kiosk.domain.text import fold

INDEX = paths.ROOT.parent / "shared" / "data" / "aozora_list_person_all_extended_utf8.zip"
TITLE, CREATOR, SUBJECT = SuggestionKind.TITLE, SuggestionKind.CREATOR, SuggestionKind.SUBJECT


def real_names() -> list[Name]:
    """Every title and person of a real index, once for every work."""
    with zipfile.ZipFile(INDEX) as packed, packed.open(packed.namelist()[0]) as stream:
        rows = list(csv.DictReader(io.TextIOWrapper(stream, "utf-8-sig")))
    titles = [Name(row["作品名"], TITLE, row["作品名読み"]) for row in rows]
    return titles + [Name(row["姓"] + row["名"], CREATOR, f"{row['姓読み']} {row['名読み']}".strip()) for row in rows]


@pytest.fixture(scope="module")
def real() -> Suggester:
    if not INDEX.is_file():
        pytest.skip(f"no {INDEX.name} beside the checkout")
    return build(real_names())


@pytest.fixture(scope="module")
def few() -> Suggester:
    return build(
        [
            Name("夏目漱石", CREATOR, "ナツメ ソウセキ", 40),
            Name("漱石の思い出", TITLE, "ソウセキ ノ オモイデ"),
            Name("夏", TITLE, "ナツ"),
            Name("吾輩は猫である", TITLE, "ワガハイ ワ ネコ デ アル", 12),
            Name("吾輩は猫である", TITLE, "ワガハイ ワ ネコ デ アル", 3),
            Name("ハリー・ポッターと賢者の石", TITLE, "ハリー ポッター ト ケンジャ ノ イシ", 2),
            Name("日本文学", SUBJECT, "", 3000),
            Name("日本", TITLE, "ニホン"),
            Name("わがはいはかばである", TITLE),
            Name("C++入門", TITLE, "シー プラス プラス ニュウモン"),
        ]
    )


def texts(suggester: Suggester, typed: str, limit: int = 8) -> list[str]:
    return [each.text for each in suggester.suggest(typed, limit)]


@pytest.mark.parametrize("typed", ["なつめ", "ナツメ", "なつめそ", "夏目", "夏目漱", "夏目 漱石", "漱石", "そうせき", "そう"])
def test_a_person_is_offered_by_family_or_given_name_in_kanji_or_kana(few, typed):
    assert "夏目漱石" in texts(few, typed)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("わがはい", "吾輩は猫である"),
        ("わがはい は", "吾輩は猫である"),
        ("わがはいはね", "吾輩は猫である"),
        ("吾輩", "吾輩は猫である"),
        ("はりー・ぽ", "ハリー・ポッターと賢者の石"),
        ("ポッター", "ハリー・ポッターと賢者の石"),
        ("けんじゃ", "ハリー・ポッターと賢者の石"),
        ("c++", "C++入門"),
    ],
)
def test_a_title_is_offered_by_its_beginning_or_a_word_in_it(few, typed, title):
    assert texts(few, typed)[0] == title


def test_a_given_name_is_known_by_its_reading_though_no_blank_parts_it():
    assert texts(build([Name("夏目漱石", CREATOR, "ナツメソウセキ")]), "そうせき") == ["夏目漱石"]


def test_what_was_typed_comes_first_and_then_the_names_of_many_titles(few):
    assert texts(few, "夏") == ["夏", "夏目漱石"]
    assert texts(few, "日本") == ["日本", "日本文学"]


def test_a_suggestion_says_what_it_is_a_name_of_and_how_it_is_read(few):
    first = few.suggest("わがはい")[0]
    assert (first.kind, first.reading) == (TITLE, "ワガハイ ワ ネコ デ アル")


def test_a_name_is_offered_once_with_or_without_a_blank_in_it(few):
    assert texts(few, "わが").count("吾輩は猫である") == 1
    assert texts(build([Name("夏目 漱石", CREATOR, "", 2), Name("夏目漱石", CREATOR)]), "夏") == ["夏目 漱石"]


@pytest.mark.parametrize("typed", ["わかはい", "わがわい", "はりぼつた"])
def test_a_slip_of_typing_still_offers_it(few, typed):
    assert texts(few, typed)


@pytest.mark.parametrize("typed", ["", " ", "・", "ん", "xyz", "\0"])
def test_where_nothing_begins_so_nothing_is_offered(few, typed):
    assert texts(few, typed) == []


def test_an_empty_catalogue_offers_nothing():
    assert build([]).suggest("あ") == []


def test_names_that_came_later_are_offered_among_the_others(few):
    later = build([Name("夏目坂", TITLE, "ナツメザカ"), Name("夏目漱石", CREATOR, "ナツメ ソウセキ")])
    offered = [each.text for each in few.suggest("なつめ", extra=later)]
    assert sorted(offered) == ["夏目坂", "夏目漱石"]


def test_not_all_that_is_offered_is_of_one_kind_while_there_are_others():
    people = [Name(f"山田{given}", CREATOR, f"ヤマダ {given}", 100) for given in "一二三四五六七八九"]
    kinds = [each.kind for each in build([*people, Name("山田の案山子", TITLE), Name("山田町", SUBJECT)]).suggest("山田")]
    assert len(kinds) == 8
    assert {TITLE, SUBJECT} < set(kinds)


def test_arrays_hold_all_there_is(few):
    again = Suggester.from_arrays({"of others": np.zeros(3), **few.arrays()})
    assert again.suggest("なつめ") == few.suggest("なつめ")


@pytest.mark.parametrize("typed", ["a", "ab", "aa", "b" * 14, "b" * 15, "b" * 16, "b" * 20, "b" * 30 + "a"])
def test_however_many_names_begin_alike_the_best_are_found(typed):
    chance = random.Random(4)
    names = {"".join(chance.choice("ab") for _ in range(chance.randint(1, 14))) for _ in range(9000)}
    names |= {"b" * 30 + "".join(chance.choice("ab") for _ in range(8)) for _ in range(200)} | {"b" * n for n in range(1, 40)}
    weighed = {name: 2 ** chance.randint(0, 15) for name in names}
    suggester = build(Name(name, TITLE, "", weight) for name, weight in weighed.items())
    alike = [name for name in names if name.startswith(typed)]
    best = max((weighed[name] for name in alike if name != typed and len(name) < len(typed) + 2), default=0)
    offered = texts(suggester, typed)
    assert len(offered) == min(8, len(alike))
    assert all(name.startswith(typed) for name in offered)
    assert typed not in names or offered[0] == typed
    assert max(weighed[name] for name in offered) >= best


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("なつめ", "夏目漱石"),
        ("そうせき", "夏目漱石"),
        ("漱石", "夏目漱石"),
        ("わがはい", "吾輩は猫である"),
        ("わかはい", "吾輩は猫である"),
        ("がっこう", "学校"),
        ("がつこう", "学校"),
        ("らしょう", "羅生門"),
        ("こころ", "こころ"),
        ("ぎんが", "銀河鉄道の夜"),
        ("だざい", "太宰治"),
        ("ポー", "ポーエドガー・アラン"),
        ("芥", "芥川竜之介"),
        ("芥川龍", "芥川竜之介"),
    ],
)
def test_real_names_are_offered_by_what_people_type(real, typed, name):
    assert name in texts(real, typed)


def test_every_real_name_is_offered_by_all_of_it_and_what_is_offered_begins_so(real):
    for name in random.Random(7).sample(real_names(), 300):
        for typed in filter(None, (name.text, name.reading)):
            assert any(fold(each.text) == fold(name.text) for each in real.suggest(typed, 20)), name


def test_titles_are_offered_however_many_people_with_more_titles_begin_alike():
    people = [Name(f"や{number:04d}", CREATOR, "", 500) for number in range(6000)]
    offered = build([*people, Name("やまなし", TITLE)]).suggest("や")
    assert "やまなし" in [each.text for each in offered]
