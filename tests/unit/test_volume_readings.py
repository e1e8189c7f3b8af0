"""The reading of a work, out of the readings of its volumes, which go on with the number's."""

import pytest

from kiosk.domain.volume_readings import work_readings


@pytest.mark.parametrize(
    ("work", "volumes", "read"),
    [
        ("映画雑感", [("えいがざっかん（いち）", "一"), ("えいがざっかん（ろく）", "六")], ["えいがざっかん"] * 2),
        ("三太の日記", [("さんたのにっき だいいち", "第一"), ("さんたのにっき だいに", "第二")], ["さんたのにっき"] * 2),
        ("断片", [("だんぺん（じゅういち）", "十一"), ("だんぺん（じゅうに）", "十二")], ["だんぺん"] * 2),
        ("三国志", [("サンゴクシ [ダイイチブ]", "［第一部］"), ("サンゴクシ [ダイニブ]", "［第二部］")], ["サンゴクシ"] * 2),
        ("神楽", [("かぐら（そのいち）", "その一"), ("かぐら（そのに）", "その二")], ["かぐら"] * 2),
        ("問題", [("もんだいいち", "1"), ("もんだいに", "2")], ["もんだい"] * 2),
        ("北の光 NORTH", [("キタ ノ ヒカリ", ""), ("キタノヒカリ ダイ6ショウ", "第六章")], ["キタ ノ ヒカリ", "キタノヒカリ"]),
    ],
)  # fmt: skip
def test_the_number_is_left_out(work: str, volumes: list[tuple[str, str]], read: list[str]) -> None:
    assert work_readings(work, volumes) == read


@pytest.mark.parametrize(
    "volumes",
    [
        [("ささめゆき", "上"), ("ささめゆき", "下")], [("", "上"), ("ささめゆき", "下")], [],
        [("カラノキョウカイ 1", "1"), ("ゲキジョウバンカラノキョウカイ 2", "2")],
    ],
)  # fmt: skip
def test_readings_that_are_the_same_or_have_nothing_in_common_stay(volumes: list[tuple[str, str]]) -> None:
    assert work_readings("細雪", volumes) == [reading for reading, _ in volumes]
