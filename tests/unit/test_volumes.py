"""Which volume of a work a record is, as catalogues and title pages say it."""

import pytest

from kiosk.domain.volumes import LAST_ORDER, order_of, volume_in, volume_stated, volumes_in


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


@pytest.mark.parametrize(
    ("statement", "order"),
    [
        ("巻之二", 2), ("其の一", 1), ("正", None), ("正編", 1), ("続編", 2), ("続々", 3), ("完結編", LAST_ORDER - 1),
        ("最終章", LAST_ORDER - 1),
        ("序章", 0), ("別冊", LAST_ORDER), ("春の巻", 1), ("冬の巻", 4), ("天の巻", 1), ("乾の巻", 1),
        ("[1]", 1), ("卷二", 2), ("参", 3),
        ("2012〈秋冬〉", 20121000),
    ],
)  # fmt: skip
def test_the_rarer_statements_give_their_place_too(statement: str, order: int | None) -> None:
    assert order_of(statement) == order


@pytest.mark.parametrize(
    ("statement", "order", "part"), [("第1部 上", 1, 1), ("1 (上)", 1, 1), ("2 下", 2, 3), ("1B", 1, 2), ("3", 3, 0)]
)
def test_a_part_of_a_volume_comes_after_its_volume(statement: str, order: int, part: int) -> None:
    found = volume_stated("夜明け前", statement)
    assert found is not None
    assert (found.order, found.part) == (order, part)


@pytest.mark.parametrize(
    ("title", "work", "order"),
    [
        ("夜明け前 第一部 上", "夜明け前", 1), ("食道楽 : 秋の巻", "食道楽", 3),
        ("小熊秀雄全集-04 : 詩集（3）詩集1", "小熊秀雄全集", 4),
        ("艶妖記 : 忍術千一夜 第一話", "忍術千一夜", 1), ("タイタン横断 : 衛星シリーズその１（タイタン）", "衛星シリーズ", 1),
        ("懐古談 : 08「木寄せ」のはなし", "懐古談", 8), ("空の境界 [第一章] 俯瞰風景", "空の境界", 1),
        ("冒険Ⅱ バック・トウ・ザ", "冒険", 2),
        ("続堕落論", "堕落論", 2), ("租税法規集1. 課税編", "租税法規集", 1), ("日本の歴史 別巻", "日本の歴史", LAST_ORDER),
    ],
)  # fmt: skip
def test_every_way_to_read_a_title_is_offered(title: str, work: str, order: int) -> None:
    assert (work, order) in [(found.work, found.order) for found in volumes_in(title)]


def test_a_title_that_cannot_be_cut_cleanly_is_kept() -> None:
    assert all(found.keeps_title for found in volumes_in("ベルセルク [黄金時代篇Ⅱ] ドルドレイ攻略"))
    assert all(found.keeps_title for found in volumes_in("続堕落論"))
