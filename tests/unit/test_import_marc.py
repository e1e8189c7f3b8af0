"""MARC 21 records as the catalogue takes them in; records are written with pymarc, damaged by hand."""

import io
from pathlib import Path

import pytest
from pymarc import Field, Indicators, Record, Subfield, XMLWriter
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.orm import Session

from kiosk.central.importing import import_file
from kiosk.central.tables import Base, ItemRow, TitleRow


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{tmp_path}/catalogue.db")
    Base.metadata.create_all(engine)
    return engine


def _field(tag: str, **subfields: str) -> Field:
    coded = [Subfield(code.removeprefix("_"), value) for code, value in subfields.items()]
    return Field(tag, Indicators(" ", " "), coded)


def _record(number: str, title: str, *fields: Field) -> Record:
    record = Record(force_utf8=True)
    record.leader = "00000nam a2200000   4500"
    record.add_field(Field("001", data=number))
    if title:
        record.add_field(_field("245", _6="880-01", a=title))
    record.add_field(*fields)
    return record


def _novel() -> Record:
    return _record(
        "N1", "これからの本の話をしよう /",
        _field("880", _6="245-01/(B", a="Korekara no hon no hanashi o shiyo."),
        _field("880", _6="245-01/$1", a="コレカラ ノ ホン ノ ハナシ オ シヨウ."),
        _field("020", a="978-4-7949-7075-6 :", c="1700円"),
        _field("084", a="UE13", _2="kktb"), _field("084", a="023", _2="njb/10"), _field("090", a="UE13-M1"),
        _field("260", a="東京 :", b="晶文社,", c="2019.2."),
        _field("700", _6="880-05", a="萩野, 正昭"),
        _field("880", _6="700-05/(B", a="Hagino, Masaaki"), _field("880", _6="700-05/$1", a="ハギノ, マサアキ"),
        _field("650", a="電子書籍"),
    )  # fmt: skip


def _titles(engine: Engine) -> dict[str, TitleRow]:
    with Session(engine) as session:
        return {row.id: row for row in session.scalars(select(TitleRow))}


def test_title_reading_names_and_numbers_come_from_their_fields(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "one.mrc"
    file.write_bytes(_novel().as_marc())
    report = import_file(engine, file)
    row = _titles(engine)["N1"]
    assert (report.read, report.taken, report.refused) == (1, 1, [])
    assert (row.title, row.reading) == ("これからの本の話をしよう", "コレカラ ノ ホン ノ ハナシ オ シヨウ")
    assert (row.creators, row.creators_reading) == ("萩野正昭", "ハギノ マサアキ")
    assert (row.publisher, row.published, row.ndc, row.isbn) == ("晶文社", "2019.2", "023", "9784794970756")
    assert row.subjects == ["電子書籍"]


def test_a_romanised_record_shows_the_japanese_form_it_links_to(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "one.mrc"
    file.write_bytes(_record("R1", "Kokoro no saku", _field("880", _6="245-01/$1", a="心の作")).as_marc())
    import_file(engine, file)
    row = _titles(engine)["R1"]
    assert (row.title, row.reading) == ("心の作", "Kokoro no saku")


def test_a_broken_record_in_the_middle_is_told_and_the_rest_goes_in(engine: Engine, tmp_path: Path) -> None:
    whole = [_record(f"N{number}", f"本の名{number}").as_marc() for number in range(6)]
    wrong_length = b"99999" + whole[1][5:]
    cut_short = whole[2][: len(whole[2]) // 2]
    not_text = whole[4].replace("本".encode(), b"\xff\xfe\xfd")
    file = tmp_path / "some.mrc"
    shifted = whole[5].replace(b"245", b"24\xff", 1)
    misplaced = whole[5][:24] + whole[5][24:36].replace(b"0003", b"0009") + whole[5][36:]
    file.write_bytes(b"".join([whole[0], wrong_length, cut_short, whole[3], not_text, shifted, misplaced, whole[5]]))
    report = import_file(engine, file)
    assert set(_titles(engine)) == {"N0", "N3", "N5"}
    assert [refusal.place for refusal in report.refused] == [f"record {number}" for number in (2, 3, 5, 6, 7)]
    assert report.read == report.taken + len(report.refused) == 8


def test_a_record_without_title_and_one_come_twice_are_told(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "some.mrc"
    records = [_record("N1", "本"), _record("N2", ""), _record("N1", "別の本")]
    file.write_bytes(b"".join(record.as_marc() for record in records))
    report = import_file(engine, file)
    assert [(refusal.place, refusal.reason) for refusal in report.refused] == [
        ("record 2", "no title (245 $a)"),
        ("record 3", "the id N1 is taken by record 1"),
    ]
    assert _titles(engine)["N1"].title == "本"


def test_marcxml_is_read_up_to_where_it_breaks_off(engine: Engine, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    writer = XMLWriter(buffer)
    for record in (_novel(), _record("N2", "第二の本")):
        writer.write(record)
    writer.close(close_fh=False)
    file = tmp_path / "some.xml"
    file.write_bytes(buffer.getvalue())
    assert import_file(engine, file).taken == 2
    file.write_bytes(buffer.getvalue().replace(b"</collection>", b"<record><broken</collection>"))
    report = import_file(engine, file)
    assert report.taken == 2
    assert "broken XML" in report.refused[0].reason


def test_volumes_of_one_work_share_a_series_in_order(engine: Engine, tmp_path: Path) -> None:
    records = [_record(f"V{number}", "") for number in range(3)]
    for record, volume in zip(records, ("下巻", "上巻", ""), strict=True):
        record.add_field(_field("245", a="虚空の冠" if volume else "別の本", **({"n": volume} if volume else {})))
        record.add_field(_field("260", b="新潮社", c="2013"))
    file = tmp_path / "some.mrc"
    file.write_bytes(b"".join(record.as_marc() for record in records))
    assert import_file(engine, file).grouped == 2
    rows = _titles(engine)
    assert rows["V0"].series_id == rows["V1"].series_id != ""
    assert rows["V1"].volume_order < rows["V0"].volume_order
    assert rows["V2"].series_id == ""


def test_items_are_made_at_a_branch_when_asked_and_keep_their_state_when_imported_again(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "one.mrc"
    file.write_bytes(_novel().as_marc())
    assert import_file(engine, file, items_at="chuo").items == 1
    with Session(engine) as session:
        item = session.scalars(select(ItemRow)).one()
        assert (item.branch, item.state, item.call_number) == ("chuo", "on_shelf", "UE13-M1")
        item.state = "on_loan"
        session.commit()
    import_file(engine, file, items_at="chuo")
    with Session(engine) as session:
        assert session.scalars(select(ItemRow)).one().state == "on_loan"
