"""Which titles are volumes of one work, and in which order: the statements of catalogues beside their siblings."""

from collections.abc import Iterable

from kiosk.domain.volume_groups import Candidate, candidate, in_series, work_key
from kiosk.domain.volumes import first_volume, volumes_in

_Records = dict[str, tuple[str, str, str]]


def _series(records: _Records) -> list[list[str]]:
    """The series among records (id: title, creators, publisher), each as ids in order."""

    def plain(works: set[str]) -> Iterable[Candidate]:
        for title_id, (title, creators, publisher) in records.items():
            if work_key(title) in works:
                yield candidate(title_id, first_volume(title), creators, publisher)

    found = in_series(
        (
            candidate(title_id, volume, creators, publisher)
            for title_id, (title, creators, publisher) in records.items()
            for volume in volumes_in(title)
        ),
        plain,
    )
    series: dict[str, list[str]] = {}
    for title_id in sorted(found, key=lambda each: found[each].volume.order):
        series.setdefault(found[title_id].series, []).append(title_id)
    return sorted(series.values())


def _of(*titles: str, creators: str = "作者", publisher: str = "書房") -> _Records:
    return {title: (title, creators, publisher) for title in titles}


def test_volumes_stand_in_order_and_a_title_alone_in_none() -> None:
    assert _series(_of("模倣犯 下", "模倣犯 上", "1984", "駅前 上")) == [["模倣犯 上", "模倣犯 下"]]


def test_parts_of_volumes_come_in_order() -> None:
    titles = ("夜明け前 第二部 下", "夜明け前 第一部 下", "夜明け前 第二部 上", "夜明け前 第一部 上")
    assert _series(_of(*titles)) == [[titles[3], titles[1], titles[2], titles[0]]]


def test_editions_that_hold_the_same_volume_stay_apart() -> None:
    records = _of("細雪の夜話 1", "細雪の夜話 2") | {
        "旧1": ("細雪の夜話 1", "作者", "別の社"),
        "旧2": ("細雪の夜話 2", "作者", "別の社"),
    }
    assert _series(records) == [["旧1", "旧2"], ["細雪の夜話 1", "細雪の夜話 2"]]


def test_a_volume_of_another_house_fills_a_gap_for_the_same_author_only() -> None:
    records = _of("旧聞日本橋 1", "旧聞日本橋 2") | {
        "三": ("旧聞日本橋 3", "作者", "別の社"),
        "他": ("旧聞日本橋 4", "別人", "他の社"),
    }
    assert _series(records) == [["旧聞日本橋 1", "旧聞日本橋 2", "三"]]


def test_the_collected_works_of_two_houses_are_two_works() -> None:
    records = _of("漱石全集 1", "漱石全集 2") | {"三": ("漱石全集 3", "作者", "別の社")}
    assert _series(records) == [["漱石全集 1", "漱石全集 2"]]


def test_an_imprint_does_not_part_a_house() -> None:
    records = {
        "一": ("人外魔境の話 1", "作者", "角川文庫、角川書店"),
        "二": ("人外魔境の話 2", "作者", "角川ホラー文庫、角川書店"),
    }
    assert _series(records) == [["一", "二"]]


def test_works_of_one_common_title_are_told_apart_by_their_authors() -> None:
    records = _of("日記 1", "日記 2", creators="宮本百合子") | {
        "知里": ("日記 3", "知里幸恵", "書房"),
        "訳者": ("日記 3", "誰か、宮本百合子", "書房"),
    }
    assert _series(records) == [["日記 1", "日記 2", "訳者"]]


def test_the_first_may_be_without_a_number() -> None:
    assert _series(_of("モンタの冒険", "モンタの冒険Ⅱ バック", "モンタの冒険Ⅲ 飛べ")) == [
        ["モンタの冒険", "モンタの冒険Ⅱ バック", "モンタの冒険Ⅲ 飛べ"]
    ]
    assert _series(_of("堕落論", "続堕落論")) == [["堕落論", "続堕落論"]]
    assert _series(_of("堕落論", "続堕落論", creators="")) == []


def test_a_number_after_a_latin_name_needs_a_first_beside_it() -> None:
    assert _series(_of("Windows 7", "Windows 8")) == []
    assert _series(_of("Windows", "Windows 7", "Windows 8")) == []


def test_subtitle_and_parallel_title_do_not_part_the_volumes_of_a_work() -> None:
    assert _series(_of("虚空の冠 上 : 戦争", "虚空の冠 下 = The crown")) == []
    assert _series(_of("虚空の冠 上 : 戦争", "虚空の冠 下 : 平和")) == [["虚空の冠 上 : 戦争", "虚空の冠 下 : 平和"]]


def test_the_supplement_comes_last() -> None:
    assert _series(_of("日本の歴史 別巻", "日本の歴史 1", "日本の歴史 10", "日本の歴史 2")) == [
        ["日本の歴史 1", "日本の歴史 2", "日本の歴史 10", "日本の歴史 別巻"]
    ]
