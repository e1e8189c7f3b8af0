"""Tables and JSON-LD by import maps: a form nobody has seen needs a map, not code, and no record is lost in silence."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from kiosk.central.importing import InvalidImportMap, UnreadableFile, import_file
from kiosk.central.importing.import_map import load_map, shipped_maps
from kiosk.central.tables import Base, TitleRow

_VILLAGE_MAP = """
name = "村の図書室"
encoding = "cp932"
delimiter = ";"
id_prefix = "mura-"

[fields]
id = "番号"
title = "書名"
reading = "よみ"
volume = "巻"
creators = { columns = ["姓", "名"], join = "" }
publisher = "出版"
ndc = { column = "備考", pattern = 'NDC(\\d+(?:\\.\\d+)?)' }
material = { column = "区分", values = { "雑誌" = "magazine", "絵本" = "picture_book" }, otherwise = "book" }
"""
_HEADER = "番号;書名;よみ;巻;姓;名;出版;備考;区分"


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{tmp_path}/catalogue.db")
    Base.metadata.create_all(engine)
    return engine


@pytest.fixture
def village_map(tmp_path: Path) -> Path:
    file = tmp_path / "village.toml"
    file.write_text(_VILLAGE_MAP, encoding="utf-8")
    return file


def _table(tmp_path: Path, *rows: str | bytes, header: str = _HEADER) -> Path:
    file = tmp_path / "books.csv"
    lines = [row if isinstance(row, bytes) else row.encode("cp932") for row in (header, *rows)]
    file.write_bytes(b"\r\n".join(lines) + b"\r\n")
    return file


def _titles(engine: Engine) -> dict[str, TitleRow]:
    with Session(engine) as session:
        return {row.id: row for row in session.scalars(select(TitleRow))}


def test_a_form_nobody_has_seen_is_imported_by_writing_a_map(engine: Engine, tmp_path: Path, village_map: Path) -> None:
    file = _table(
        tmp_path,
        "7;細雪;ササメユキ;上;谷崎;潤一郎;新潮社;NDC913.6 寄贈;本",
        '8;"ぐり; ぐら";グリグラ;;中川;李枝子;福音館書店;;絵本',
    )
    report = import_file(engine, file, village_map)
    rows = _titles(engine)
    assert (report.read, report.taken, report.refused) == (2, 2, [])
    novel = rows["mura-7"]
    assert (novel.title, novel.volume, novel.volume_order) == ("細雪", "上", 1)
    assert (novel.creators, novel.ndc) == ("谷崎潤一郎", "913.6")
    assert (rows["mura-8"].title, rows["mura-8"].material) == ("ぐり; ぐら", "picture_book")


def test_bad_rows_are_told_with_line_and_reason_and_the_rest_goes_in(engine: Engine, tmp_path: Path, village_map: Path) -> None:
    file = _table(
        tmp_path,
        "1;一つめ;;;;;;;本",
        ";;;;;;;;",
        "2;;;;;;;;本",
        "3;短い",
        b"4;\xff\xff;;;;;;;x",
        b"4;\x81 ;;;;;;;x",
        '5;"開いたまま;;;;;;;本',
        "6;六つめ;;;;;;;本",
        "7;多すぎ;;;;;;;本;余分",
        "1;二度め;;;;;;;本",
        '9;"二行に\r\nわたる";;;;;;;本',
    )
    report = import_file(engine, file, village_map)
    assert set(_titles(engine)) == {"mura-1", "mura-6", "mura-9"}
    assert [(refusal.place, refusal.reason.split(":")[0]) for refusal in report.refused] == [
        ("line 4", "no title"),
        ("line 5", "2 columns where there should be 9"),
        ("line 6", "bytes that are not cp932"),
        ("line 7", "bytes that are not cp932"),
        ("line 8", "broken quotation"),
        ("line 10", "10 columns where there should be 9"),
        ("line 11", "the id mura-1 is taken by line 2"),
    ]
    assert report.read == report.taken + len(report.refused) == 10
    assert any("line 8: broken quotation" in line for line in report.lines())


def test_titles_closing_with_a_number_become_volumes_only_side_by_side(
    engine: Engine, tmp_path: Path, village_map: Path
) -> None:
    file = _table(
        tmp_path,
        "1;現代短編集2;;;;;国際;;本",
        "2;現代短編集1;;;;;国際;;本",
        "3;1984;;;オーウェル;;早川書房;;本",
        "4;アポロ 13;;;;;新潮社;;本",
        "5;よくわかる Windows 7;;;;;技術社;;本",
        "6;よくわかる Windows 8;;;;;技術社;;本",
    )
    import_file(engine, file, village_map)
    rows = _titles(engine)
    assert [(rows[f"mura-{n}"].title, rows[f"mura-{n}"].volume) for n in (2, 1)] == [("現代短編集", "1"), ("現代短編集", "2")]
    assert rows["mura-1"].series_id == rows["mura-2"].series_id != ""
    assert [rows[f"mura-{n}"].series_id for n in (3, 4, 5, 6)] == [""] * 4
    assert rows["mura-4"].title == "アポロ 13"
    import_file(engine, file, village_map)
    assert {row.id: (row.title, row.series_id) for row in _titles(engine).values()} == {
        row.id: (row.title, row.series_id) for row in rows.values()
    }


def test_rows_of_one_work_make_one_record_with_its_people_in_order(engine: Engine, tmp_path: Path) -> None:
    header = (
        "作品ID,作品名,作品名読み,副題,分類番号,文字遣い種別,"
        "姓,名,姓読み,名読み,役割フラグ,底本名1,底本出版社名1,底本初版発行年1"
    )
    work = "1,家なき子,いえなきこ,01 （上）,NDC K953,新字新仮名"
    source = "家なき子,春陽堂,1978（昭和53）年1月"
    rows = [
        f"{work},楠山,正雄,くすやま,まさお,翻訳者,{source}",
        "2,堕落論,だらくろん,,NDC 914,新字新仮名,坂口,安吾,さかぐち,あんご,著者,集,筑摩書房,1998（平成10）年",
        f"{work},マロ,エクトール,マロ,エクトール,著者,{source}",
    ]
    with ZipFile(tmp_path / "index.zip", "w") as archive:
        archive.writestr("index.csv", "\ufeff" + "\r\n".join([header, *rows]))
    report = import_file(engine, tmp_path / "index.zip")
    row = _titles(engine)["aozora-1"]
    assert (report.read, report.taken, report.merged) == (3, 2, 1)
    assert (row.creators, row.creators_reading) == ("マロ エクトール、楠山 正雄", "マロ エクトール、くすやま まさお")
    assert (row.volume, row.volume_order, row.ndc, row.published) == ("1 （上）", 1, "953", "1978")


def test_json_ld_is_read_by_paths(engine: Engine, tmp_path: Path) -> None:
    name = ["ザンキ本", {"@language": "ja-hrkt", "@value": "ザンキ"}]
    node = {"@type": "class:MangaMagazine", "identifier": "C1", "label": "斬鬼", "name": name, "publisher": "少年画報社"}
    file = tmp_path / "magazines.json"
    graph = [node, "nothing", {"@type": "class:MangaMagazine", "identifier": "C2"}]
    file.write_text(json.dumps({"@graph": graph}), encoding="utf-8")
    report = import_file(engine, file)
    row = _titles(engine)["madb-C1"]
    assert (row.title, row.reading, row.publisher, row.material) == ("斬鬼", "ザンキ", "少年画報社", "magazine")
    refused = [(refusal.place, refusal.reason) for refusal in report.refused]
    assert refused == [("record 2", "not a JSON object"), ("record 3", "no title")]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("title =", "titel ="), "fields.titel"),
        (("(?:\\.\\d+)?)'", "(?:'"), "fields.ndc"),
        (('"magazine"', '"newspaper"'), "fields.material"),
        (('"cp932"', '"cp99"'), "encoding"),
        (('";"', '";;"'), "delimiter"),
        (('name = "村の図書室"', ""), "name"),
        (("[fields]", "[[fields"), "line"),
    ],
)
def test_a_wrong_map_is_refused_by_the_key(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(_VILLAGE_MAP.replace(*change), encoding="utf-8")
    with pytest.raises(InvalidImportMap, match=told):
        load_map(file)


def test_a_map_that_does_not_fit_the_file_names_the_missing_column(engine: Engine, tmp_path: Path, village_map: Path) -> None:
    with pytest.raises(InvalidImportMap, match=r"fields\.reading: no column 'よみ'"):
        import_file(engine, _table(tmp_path, header=_HEADER.replace("よみ", "カナ")), village_map)


def test_a_file_no_map_fits_and_a_file_that_is_not_there_are_told(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(InvalidImportMap, match="say which import map"):
        import_file(engine, _table(tmp_path, "1;本"))
    with pytest.raises(UnreadableFile):
        import_file(engine, tmp_path / "nothing.mrc")


def test_every_shipped_map_is_sound() -> None:
    assert {"青空文庫 作品一覧", "NACSIS-CAT 図書書誌"} <= {each.name for each in shipped_maps()}
