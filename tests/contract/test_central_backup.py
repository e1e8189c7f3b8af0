"""A backup holds every accepted hold, taken while the service is at work, and brings it back; what is no backup is refused."""

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from central_world import TIME_LIMIT_SECONDS, TerminalCaller, World
from sqlalchemy import create_engine

from kiosk.central.backup import BackupTrouble, backup, check_backup, restore
from kiosk.central.migrating import NewerDatabase, migrate, newest_revision
from kiosk.central.tables import HoldRow
from kiosk.profiles import load_profile

_NOW = datetime(2026, 11, 24, 3, 4, 5, tzinfo=UTC)
_LARGE = 3_000
"""Titles beside the others, so that a backup takes longer than a few writes."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    world = World(_url(tmp_path / "central.sqlite"), load_profile("kumamoto"))
    yield world
    world.close()


def test_a_backup_taken_while_holds_come_in_has_every_hold_answered_before_it_began(world: World, tmp_path: Path) -> None:
    for n in range(_LARGE):
        world.add_title(f"大きな目録 {n}", items=0)
    answered: list[str] = []
    with _holds_coming_in(world, answered) as wait_for:
        wait_for(3)
        before = list(answered)
        made = backup(world.settings.database_url, tmp_path / "a.backup")
        wait_for(len(before) + 3)
    in_backup = _hold_ids(made.file)
    assert set(before) <= in_backup
    assert in_backup <= set(answered)
    assert made.rows["holds"] == len(in_backup)


def test_a_backup_restored_brings_back_what_was_there_and_keeps_what_it_replaced(world: World, tmp_path: Path) -> None:
    patron, first, later = world.add_patron(), world.add_title(), world.add_title()
    kept_hold = world.add_hold(patron, first)
    made = backup(world.settings.database_url, tmp_path / "a.backup")
    lost_hold = world.add_hold(patron, later)
    world.close()

    restored = restore(world.settings.database_url, made.file, _NOW)

    assert restored.backup == made
    assert restored.kept == _database(world).with_name("central-replaced-20261124-030405.sqlite")
    assert _hold_ids(restored.kept) == {kept_hold, lost_hold}
    assert _hold_ids(_database(world)) == {kept_hold}
    with world.serve() as url:
        assert set(TerminalCaller(url, f"{world.home}-1").log_in(patron).holds()) == {kept_hold}


def test_a_database_in_use_is_not_replaced(world: World, tmp_path: Path) -> None:
    made = backup(world.settings.database_url, tmp_path / "a.backup")
    world.close()
    with world.serve() as url:
        TerminalCaller(url, f"{world.home}-1").get("/v1/profile")
        with pytest.raises(BackupTrouble, match="stop it first"):
            restore(world.settings.database_url, made.file, _NOW)
    assert _names_beside(_database(world)) == {"central.sqlite"}


def test_a_backup_is_one_file_that_only_its_owner_reads_and_nothing_else_is_left(old: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    made = backup(_url(old), folder / "a.backup")
    assert made.file.stat().st_mode & 0o777 == 0o600
    assert made.revision == newest_revision()
    assert [file.name for file in folder.iterdir()] == ["a.backup"]
    assert check_backup(made.file) == made


def test_a_backup_has_no_trace_of_a_row_that_was_deleted(old: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("INSERT INTO attempts (subject, at) VALUES ('subject-to-forget', '2026-11-24 00:00:00')")
        connection.commit()
        connection.execute("DELETE FROM attempts")
        connection.commit()
    made = backup(_url(old), tmp_path / "a.backup")
    assert b"subject-to-forget" not in made.file.read_bytes()


def test_a_backup_of_an_earlier_form_can_be_restored(tmp_path: Path) -> None:
    old = _migrated(tmp_path / "central.sqlite")
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
        connection.commit()
    made = backup(_url(old), tmp_path / "a.backup")
    assert restore(_url(tmp_path / "other.sqlite"), made.file, _NOW).backup.revision == "0001"


def test_a_file_there_already_is_overwritten_only_when_that_is_said(old: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.backup"
    out.write_text("precious")
    with pytest.raises(BackupTrouble, match="there already"):
        backup(_url(old), out)
    assert out.read_text() == "precious"
    backup(_url(old), out, is_overwriting=True)
    assert check_backup(out).rows["titles"] == 0


def test_the_database_itself_is_neither_overwritten_nor_restored_from(old: Path) -> None:
    with pytest.raises(BackupTrouble, match="the database itself"):
        backup(_url(old), old, is_overwriting=True)
    with pytest.raises(BackupTrouble, match="the database itself"):
        restore(_url(old), old, _NOW)


def test_a_damaged_backup_is_refused_and_the_database_stays(old: Path, tmp_path: Path) -> None:
    made = backup(_url(old), tmp_path / "a.backup")
    whole = made.file.read_bytes()
    before = old.read_bytes()
    broken = {
        "cut": whole[: len(whole) // 2],
        "overwritten": whole[:8192] + bytes(8192) + whole[16384:],
        "not a database": "これはただの文章です。".encode() * 400,
        "empty": b"",
    }
    for content in broken.values():
        made.file.write_bytes(content)
        with pytest.raises(BackupTrouble, match=r"damaged|another program"):
            restore(_url(old), made.file, _NOW)
    assert old.read_bytes() == before
    assert _names_beside(old) == {old.name}


def test_a_database_of_another_program_is_no_backup(old: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE titles (id INTEGER)")
    with pytest.raises(BackupTrouble, match="another program"):
        restore(_url(old), other, _NOW)


def test_a_backup_of_a_later_program_is_refused(old: Path, tmp_path: Path) -> None:
    made = backup(_url(old), tmp_path / "a.backup")
    with closing(sqlite3.connect(made.file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(NewerDatabase, match="newer version"):
        restore(_url(old), made.file, _NOW)


def test_a_damaged_database_is_replaced_and_kept_and_its_log_is_not_taken_for_the_new_ones(old: Path, tmp_path: Path) -> None:
    made = backup(_url(old), tmp_path / "a.backup")
    old.write_bytes(b"nothing of SQLite's" * 400)
    Path(f"{old}-wal").write_bytes(b"what was not in it yet")
    restored = restore(_url(old), made.file, _NOW)
    assert restored.kept is not None
    assert restored.kept.read_bytes().startswith(b"nothing of SQLite's")
    assert not Path(f"{old}-wal").exists()
    assert check_backup(old).rows == made.rows


def test_a_restored_database_keeps_the_mode_of_the_one_it_replaces(old: Path, tmp_path: Path) -> None:
    made = backup(_url(old), tmp_path / "a.backup")
    old.chmod(0o640)
    restore(_url(old), made.file, _NOW)
    assert old.stat().st_mode & 0o777 == 0o640


def test_a_plain_copy_of_a_stopped_services_database_can_be_restored_too(world: World, tmp_path: Path) -> None:
    hold = world.add_hold(world.add_patron(), world.add_title())
    world.close()
    copy = shutil.copy(_database(world), tmp_path / "copy.sqlite")
    restore(world.settings.database_url, copy, _NOW)
    assert _hold_ids(_database(world)) == {hold}


def test_postgresql_is_told_of_its_own_programs(tmp_path: Path) -> None:
    url = "postgresql+psycopg://kiosk:secret@db/kiosk"
    for call in (lambda: backup(url, tmp_path / "a.backup"), lambda: restore(url, tmp_path / "a.backup", _NOW)):
        with pytest.raises(BackupTrouble, match="pg_dump") as trouble:
            call()
        assert "secret" not in str(trouble.value)


def test_what_is_not_there_is_named(old: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    with pytest.raises(BackupTrouble, match=f"no database at {nowhere}"):
        backup(_url(nowhere), tmp_path / "a.backup")
    with pytest.raises(BackupTrouble, match=f"no backup at {nowhere}"):
        restore(_url(old), nowhere, _NOW)
    with pytest.raises(BackupTrouble, match=f"no folder {nowhere}"):
        backup(_url(old), nowhere / "a.backup")
    with pytest.raises(BackupTrouble, match="in memory"):
        backup("sqlite://", tmp_path / "a.backup")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database of the newest form without rows, which nobody has open."""
    return _migrated(tmp_path / "central.sqlite")


def _migrated(file: Path) -> Path:
    engine = create_engine(_url(file))
    migrate(engine)
    engine.dispose()
    return file


def _url(file: Path) -> str:
    return f"sqlite:///{file}"


def _database(world: World) -> Path:
    return Path(world.settings.database_url.removeprefix("sqlite:///"))


def _names_beside(file: Path) -> set[str]:
    """The files whose names begin as this one's, dot files too."""
    return {other.name for other in file.parent.iterdir() if file.stem in other.name}


def _hold_ids(file: Path) -> set[str]:
    engine = create_engine(_url(file))
    with engine.connect() as connection:
        ids = {str(number) for number in connection.scalars(HoldRow.__table__.select().with_only_columns(HoldRow.id))}
    engine.dispose()
    return ids


@contextmanager
def _holds_coming_in(world: World, answered: list[str]) -> Iterator[Callable[[int], None]]:
    """Patrons who place hold after hold; the ids go to `answered` once the service has said yes. Gives a wait for a number."""
    visitors = [world.add_patron() for _ in range(30)]
    titles = [world.add_title() for _ in range(10)]
    changed, is_over = threading.Condition(), threading.Event()

    def visit(url: str) -> None:
        for visitor in visitors:
            patron = TerminalCaller(url, f"{world.home}-1").log_in(visitor)
            for title in titles:
                if is_over.is_set():
                    return
                hold = patron.hold(title, world.home)
                with changed:
                    answered.append(hold)
                    changed.notify_all()

    def wait_for(number: int) -> None:
        with changed:
            assert changed.wait_for(lambda: len(answered) >= number, TIME_LIMIT_SECONDS), "no holds come in any more"

    with world.serve() as url:
        thread = threading.Thread(target=visit, args=(url,))
        thread.start()
        try:
            yield wait_for
        finally:
            is_over.set()
            thread.join(TIME_LIMIT_SECONDS)
