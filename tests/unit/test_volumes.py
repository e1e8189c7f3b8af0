"""Which volume of a work a record is, as catalogues and title pages say it."""

import pytest

from kiosk.domain.volumes import LAST_ORDER, order_of, series_key, volume_in


@pytest.mark.parametrize(
    ("statement", "order"),
    [
        ("上", 1), ("中", 2), ("下", 3), ("上巻", 1), ("下の巻", 3), ("前編", 1), ("後篇", 3), ("1", 1), ("（２）", 2),
        ("(2)", 2),
        ("第三巻", 3), ("第2集", 2), ("巻之一", 1), ("二", 2), ("二十三", 23), ("百二", 102), ("Ⅲ", 3), ("IV", 4), ("③", 3),
        ("vol. 2", 2), ("No.5", 5), ("その二", 2), ("10 市中騒動の巻", 10), ("第五巻　広場の市", 5), ("06 付録", 6),
        ("2026年11月号", 20261100), ("1988年3月15日号", 19880315), ("2018年版", 20180000), ("2018", 20180000),
        ("平成26年度", 20140000), ("令和元年度", 20190000), ("2019春夏", 20190400), ("2019秋冬", 20191000),
        ("索引", LAST_ORDER), ("別巻2", LAST_ORDER + 2), ("通巻20261122093000号", LAST_ORDER - 1),
    ],
)  # fmt: skip
def test_a_volume_statement_gives_its_place(statement: str, order: int) -> None:
    assert order_of(statement) == order


@pytest.mark.parametrize("statement", ["下町の巻", "中期", "編集者の学校・編", ""])
def test_words_that_only_look_like_a_volume_give_no_place(statement: str) -> None:
    assert order_of(statement) is None


@pytest.mark.parametrize(
    ("title", "work", "statement"),
    [
        ("模倣犯 上", "模倣犯", "上"), ("模倣犯. 下", "模倣犯", "下"), ("無題（六）", "無題", "六"), ("雪夜　一", "雪夜", "一"),
        ("ディカーニカ近郷夜話　前篇", "ディカーニカ近郷夜話", "前篇"), ("ベトナム現代短編集1", "ベトナム現代短編集", "1"),
        ("無題Ⅱ", "無題", "Ⅱ"), ("小熊秀雄全集-08", "小熊秀雄全集", "08"), ("戦争と平和 第一部", "戦争と平和", "第一部"),
        ("古今集巻之五", "古今集", "巻之五"), ("日本史 1 : 古代", "日本史", "1 : 古代"),
        ("文藝春秋 2026年11月号", "文藝春秋", "2026年11月号"), ("家計調査年報 平成26年度", "家計調査年報", "平成26年度"),
    ],
)  # fmt: skip
def test_a_title_closing_with_a_volume_is_taken_apart(title: str, work: str, statement: str) -> None:
    found = volume_in(title)
    assert found is not None
    assert (found.work, found.statement) == (work, statement)


@pytest.mark.parametrize(
    "title",
    [
        "1984", "駅前", "崖の下", "女中", "問答二三", "速習WebデザインPhotoshop 6.0", "三論玄義檢幽集 7巻",
        "中国と日本での45年",
        "名村造船所百年史 : 1911〜2011", "ハリー・ポッターと賢者の石 1-2", "上", "",
    ],
)  # fmt: skip
def test_an_ordinary_title_is_left_whole(title: str) -> None:
    assert volume_in(title) is None


def test_a_bare_number_after_a_latin_name_is_doubtful() -> None:
    windows, annual = volume_in("Windows 7"), volume_in("図書館年鑑 2014")
    assert windows is not None
    assert windows.is_doubtful
    assert annual is not None
    assert not annual.is_doubtful


def test_subtitle_and_spelling_do_not_part_the_volumes_of_a_work() -> None:
    first = series_key("虚空の冠 : 覇者たちの電子書籍戦争", "楡周平", "新潮社")
    assert first == series_key("虚空の冠 = The crown", "楡 周平", "新潮社")
    assert first != series_key("虚空の冠", "楡周平", "講談社")


def test_works_of_one_common_title_are_told_apart_by_their_authors() -> None:
    assert series_key("日記", "宮本百合子", "筑摩書房") != series_key("日記", "知里幸恵", "筑摩書房")
