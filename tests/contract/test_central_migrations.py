"""The steps between the forms of the tables lead to what the program works with, on both databases, and lose nothing."""

import importlib.util
import multiprocessing
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from pathlib import Path
from types import ModuleType

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text

from kiosk.central import migrations
from kiosk.central.database import Store
from kiosk.central.migrating import NewerDatabase, is_current, migrate, newest_revision
from kiosk.central.tables import Base

_VERSIONS = Path(migrations.__file__).with_name("versions")
_MORNING = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
_DAY = date(2026, 11, 20)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database."""
    if request.param == "sqlite":
        engine = _sqlite_engine(tmp_path / "central.sqlite")
        yield engine
        engine.dispose()
        return
    server = request.getfixturevalue("postgres")
    engine = create_engine(server.create_database("migrating"))
    yield engine
    engine.dispose()
    server.drop_database("migrating")


def test_the_steps_lead_to_the_tables_the_program_works_with(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)"))
    migrate(engine)
    assert is_current(engine)
    assert _differences(engine) == []


def test_an_empty_database_gets_the_tables_the_program_works_with(engine: Engine) -> None:
    migrate(engine)
    assert is_current(engine)
    assert _differences(engine) == []


def test_a_database_of_part_one_comes_to_the_tables_the_program_works_with(engine: Engine) -> None:
    _fill_as_part_one(engine)
    migrate(engine)
    assert is_current(engine)
    assert _differences(engine) == []


def test_a_database_of_part_one_gets_the_triggers_of_a_new_one(engine: Engine) -> None:
    _fill_as_part_one(engine)
    migrate(engine)
    come_to = _triggers(engine)
    with engine.begin() as connection:
        Base.metadata.drop_all(connection)
        Base.metadata.create_all(connection)
    assert come_to == _triggers(engine)
    assert come_to


def test_the_titles_of_part_one_say_which_are_picture_books_and_no_day_they_came(engine: Engine) -> None:
    _fill_as_part_one(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE titles SET material = 'picture_book' WHERE id = 't2'"))
    migrate(engine)
    with engine.connect() as connection:
        titles = _all(connection, "SELECT id, is_childrens, reading_is_derived, added_on FROM titles ORDER BY id")
    assert titles == [("t1", False, False, None), ("t2", True, False, None), ("t3", False, False, None)]


def test_a_database_that_is_current_is_left_alone(engine: Engine) -> None:
    assert not is_current(engine)
    migrate(engine)
    migrate(engine)
    assert is_current(engine)


def test_a_database_of_part_one_keeps_every_row_that_still_has_a_meaning(engine: Engine) -> None:
    _fill_as_part_one(engine)
    assert not is_current(engine)
    migrate(engine)
    assert is_current(engine)
    with engine.connect() as connection:
        counts = {table: _one(connection, f"SELECT count(*) FROM {table}") for table in ("titles", "items", "patrons", "holds")}
        assert counts == {"titles": 3, "items": 3, "patrons": 2, "holds": 6}
        assert _all(connection, "SELECT id, item_id, patron_id, renewals FROM loans") == [(2, "i2", 2, 1)]
        assert _all(connection, "SELECT address, gets_notices, is_undeliverable FROM emails") == [
            ("a@example.org", True, False)
        ]
        assert _one(connection, "SELECT count(*) FROM sessions") == _one(connection, "SELECT count(*) FROM hold_requests") == 1


def test_the_queue_of_part_one_keeps_its_order_even_where_its_clock_went_back(engine: Engine) -> None:
    _fill_as_part_one(engine)
    migrate(engine)
    with engine.connect() as connection:
        queue = "SELECT id FROM holds WHERE title_id = 't1' AND state = 'waiting' ORDER BY queued_at, id"
        assert _all(connection, queue) == [(1,), (2,)]


def test_the_open_holds_of_part_one_have_a_place_each_and_the_ended_ones_none(engine: Engine) -> None:
    _fill_as_part_one(engine)
    migrate(engine)
    with engine.connect() as connection:
        holds = _all(connection, "SELECT id, place, material_group, group_place FROM holds ORDER BY id")
    assert holds == [
        (1, 1, "", None),
        (2, 1, "", None),
        (3, 2, "", None),
        (4, 3, "", None),
        (5, None, "", None),
        (6, None, "", None),
    ]


def test_the_holds_of_part_one_say_which_loans_have_ended_and_who_has_been_told(engine: Engine) -> None:
    _fill_as_part_one(engine)
    migrate(engine)
    with engine.connect() as connection:
        holds = _all(connection, "SELECT id, is_returned, is_told FROM holds ORDER BY id")
        assert _all(connection, "SELECT id, loan_id FROM holds WHERE loan_id IS NOT NULL") == [(6, 2)]
    assert holds == [
        (1, False, False),
        (2, False, False),
        (3, False, True),
        (4, False, False),
        (5, True, True),
        (6, False, True),
    ]


def test_a_database_of_a_later_program_is_refused_and_not_touched(engine: Engine) -> None:
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for call in (migrate, is_current):
        with pytest.raises(NewerDatabase, match=r"revision 9999.*newer version of the program"):
            call(engine)


def test_a_step_that_fails_leaves_the_database_as_it_was(engine: Engine) -> None:
    _fill_as_part_one(engine)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE notices (of_somebody_else INTEGER)"))
    with pytest.raises(Exception, match="notices"):
        migrate(engine)
    with engine.connect() as connection:
        assert _one(connection, "SELECT count(*) FROM loans WHERE returned_on IS NOT NULL") == 1
        assert not inspect(connection).has_table("alembic_version")


def test_several_programs_may_start_at_once(engine: Engine) -> None:
    _fill_as_part_one(engine)
    _migrate_at_once(engine.url.render_as_string(hide_password=False))
    assert is_current(engine)


def test_several_programs_may_start_at_once_on_an_empty_database(engine: Engine) -> None:
    _migrate_at_once(engine.url.render_as_string(hide_password=False))
    assert is_current(engine)


def test_sqlite_enforces_references_again_when_its_tables_have_been_changed(tmp_path: Path) -> None:
    engine = _sqlite_engine(tmp_path / "central.sqlite")
    _fill_as_part_one(engine)
    migrate(engine)
    with engine.connect() as connection:
        assert _one(connection, "PRAGMA foreign_keys") == 1
        assert _all(connection, "PRAGMA foreign_key_check") == []
    engine.dispose()


def _differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        return compare_metadata(context, Base.metadata)


def _triggers(engine: Engine) -> list[tuple[object, ...]]:
    listed = {
        "sqlite": "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name",
        "postgresql": "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname",
    }
    with engine.connect() as connection:
        return _all(connection, listed[engine.dialect.name])


def _migrate_at_once(url: str) -> None:
    """Four processes migrate the database, each as soon as all are ready."""
    context = multiprocessing.get_context("spawn")
    barrier, failures = context.Barrier(4), context.SimpleQueue()
    processes = [context.Process(target=_migrate_in_process, args=(url, barrier, failures)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert failures.empty(), failures.get()
    assert [process.exitcode for process in processes] == [0, 0, 0, 0]


def _migrate_in_process(url: str, barrier: Barrier, failures: SimpleQueue) -> None:
    store = Store(url)
    barrier.wait(30)
    try:
        store.migrate()
    except Exception as trouble:
        failures.put(repr(trouble))
        raise
    finally:
        store.close()


def _sqlite_engine(file: Path) -> Engine:
    """As the service's own, which begins what it writes with BEGIN IMMEDIATE."""
    engine = create_engine(f"sqlite:///{file}")

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _fill_as_part_one(engine: Engine) -> None:
    """The tables as Part 1 made them, without any revision, and a few rows of every kind."""
    tables = _step("0001_part_one")._TABLES
    patron = {"birth_date": None, "expires_on": None, "password_hash": None, "has_temporary_password": False}
    rows: dict[str, list[dict[str, object]]] = {
        "titles": [_blank(tables.tables["titles"], id=f"t{n}", title=f"第{n}巻", subjects=["文学"]) for n in (1, 2, 3)],
        "items": [_blank(tables.tables["items"], id=f"i{n}", title_id=f"t{n}", state="on_loan") for n in (1, 2, 3)],
        "patrons": [_blank(tables.tables["patrons"], id=n, card_number=f"card {n}", **patron) for n in (1, 2)],
        "emails": [{"patron_id": 1, "slot": 1, "address": "a@example.org"}],
        "loans": [
            _loan(1, "i1", 1, returned_on=_DAY),
            _loan(2, "i2", 2, renewals=1),
        ],
        "holds": [
            _hold(1, 1, "t1", "waiting"),
            _hold(2, 2, "t1", "waiting", placed_at=_MORNING - timedelta(hours=1)),
            _hold(3, 2, "t3", "ready", item_id="i3", contacted_on=_DAY, expires_on=_DAY),
            _hold(4, 2, "t2", "in_transit", item_id="i2"),
            _hold(5, 1, "t1", "collected", item_id="i1", loan_id=1, ended_on=_DAY),
            _hold(6, 2, "t2", "collected", item_id="i2", loan_id=2, ended_on=_DAY),
        ],
        "hold_requests": [{"patron_id": 1, "key": "k", "fingerprint": "f", "outcome": {}, "received_at": _MORNING}],
        "sessions": [_blank(tables.tables["sessions"], token_hash="h", patron_id=1, expires_at=_MORNING)],
        "attempts": [{"id": 1, "subject": "s", "at": _MORNING}],
    }
    with engine.begin() as connection:
        tables.create_all(connection)
        for name, of_table in rows.items():
            for row in of_table:
                connection.execute(tables.tables[name].insert(), row)


def _step(name: str) -> ModuleType:
    specification = importlib.util.spec_from_file_location(name, _VERSIONS / f"{name}.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def _blank(table: object, **values: object) -> dict[str, object]:
    """A row whose other columns are empty texts, noughts and falsehoods."""
    zeros = {column.name: column.type.python_type() for column in table.columns if column.type.python_type in (str, int, bool)}
    return zeros | values


def _loan(
    number: int, item_id: str, patron_id: int, *, renewals: int = 0, returned_on: date | None = None
) -> dict[str, object]:
    return {
        "id": number,
        "item_id": item_id,
        "title_id": f"t{item_id[1:]}",
        "patron_id": patron_id,
        "lent_on": _DAY,
        "due_on": _DAY,
        "renewals": renewals,
        "returned_on": returned_on,
    }


def _hold(number: int, patron_id: int, title_id: str, state: str, **others: object) -> dict[str, object]:
    empty = dict.fromkeys(("item_id", "loan_id", "contacted_on", "expires_on", "ended_on", "sequence_id"))
    own = {"id": number, "patron_id": patron_id, "title_id": title_id, "state": state, "placed_at": _MORNING}
    texts = {"pickup_branch": "main", "contact_method": "none", "request_key": "", "sequence_place": 0}
    return {**empty, **own, **texts, **others}


def _all(connection: Connection, statement: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(text(statement))]


def _one(connection: Connection, statement: str) -> object:
    return connection.execute(text(statement)).scalar_one()


def test_the_newest_step_is_the_last_of_its_files() -> None:
    assert newest_revision() == max(file.name for file in _VERSIONS.glob("0*.py"))[:4]
