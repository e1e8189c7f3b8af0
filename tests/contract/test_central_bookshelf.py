"""Bookshelf, loan history and reading goal: the patron's alone, kept so that nobody else can read them."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from central_world import Desk, TerminalCaller, World
from sqlalchemy import delete, inspect, select, text, update

from kiosk.central import bookshelf
from kiosk.central.app import openapi_document
from kiosk.central.backup import backup
from kiosk.central.tables import ItemRow, PrivateRow, TitleChangeRow, TitleRow
from kiosk.profiles import load_profile

SHELF, HISTORY, GOAL = "/v1/me/bookshelf", "/v1/me/history", "/v1/me/reading-goal"
WISHED = {"titles": 3, "from_on": "2026-11-01", "until_on": "2026-11-30"}


@pytest.fixture
def okegawa(serve):
    """Okegawa: everything is offered."""
    return serve("okegawa")


def shelf(patron) -> list[str]:
    return [entry["title"]["title_id"] for entry in patron.get(SHELF)["entries"]]


def consent(patron, is_given=True) -> dict:
    return patron.expect(200, "PUT", f"{HISTORY}/consent", {"is_given": is_given})


def borrow(served, patron, name="借りた本", **more) -> str:
    title = served.world.add_title(name, on_loan=False, **more)
    served.desk.lend(patron, served.world.item_of(title))
    return title


def code(answer: dict) -> str:
    return answer["code"]


@pytest.mark.rule("OK-17", "KK-20")
@pytest.mark.parametrize("library", ["okegawa", "kitakyushu"])
def test_a_shelf_shows_what_is_kept_newest_first_and_whether_it_can_be_held(serve, library):
    served = serve(library)
    patron = served.log_in()
    first, second = served.world.add_title("一冊目"), served.world.add_title("二冊目")
    for title in (first, second, first):
        patron.expect(204, "PUT", f"{SHELF}/{title}")
    told = patron.get(SHELF)
    assert [entry["title"]["title_id"] for entry in told["entries"]] == [second, first]
    assert told["limit"] == 500
    assert told["entries"][0]["kept_on"] == served.world.today.isoformat()
    assert told["entries"][0]["title"]["hold"] == {"allowed": True, "reasons": []}


@pytest.mark.rule("OK-17", "KK-20")
def test_a_title_is_taken_off_the_shelf_and_that_can_be_said_twice(okegawa):
    patron, title = okegawa.log_in(), okegawa.world.add_title()
    patron.expect(204, "PUT", f"{SHELF}/{title}")
    for _ in range(2):
        patron.expect(204, "DELETE", f"{SHELF}/{title}")
        assert shelf(patron) == []


def test_a_title_that_is_not_there_cannot_be_kept_and_one_that_left_is_left_out(okegawa):
    patron, staying, leaving = okegawa.log_in(), okegawa.world.add_title(), okegawa.world.add_title(on_loan=False)
    assert code(patron.expect(404, "PUT", f"{SHELF}/nothing")) == "not_found"
    for title in (staying, leaving):
        patron.expect(204, "PUT", f"{SHELF}/{title}")
    with okegawa.world.change_rows() as session:
        session.execute(delete(ItemRow).where(ItemRow.title_id == leaving))
        session.execute(delete(TitleRow).where(TitleRow.id == leaving))
    assert shelf(patron) == [staying]


def test_a_full_shelf_says_so_and_takes_what_is_on_it_already(okegawa, monkeypatch):
    monkeypatch.setattr(bookshelf, "BOOKSHELF_LIMIT", 2)
    patron, (first, second, third) = okegawa.log_in(), [okegawa.world.add_title() for _ in range(3)]
    for title in (first, second, first):
        patron.expect(204, "PUT", f"{SHELF}/{title}")
    assert code(patron.expect(409, "PUT", f"{SHELF}/{third}")) == "bookshelf_full"
    patron.expect(204, "DELETE", f"{SHELF}/{first}")
    patron.expect(204, "PUT", f"{SHELF}/{third}")
    assert set(shelf(patron)) == {second, third}


def test_two_terminals_that_keep_the_same_title_at_once_make_one_entry(okegawa):
    reader, titles = okegawa.world.add_patron(), [okegawa.world.add_title() for _ in range(4)]
    callers = [okegawa.log_in(reader, f"{okegawa.world.home}-{n}") for n in (1, 2)] * 3
    with ThreadPoolExecutor(len(callers)) as pool:
        for title in titles:
            answers = list(pool.map(lambda caller, path=f"{SHELF}/{title}": caller.call("PUT", path).status_code, callers))
            assert answers == [204] * len(callers)
    assert sorted(shelf(callers[0])) == sorted(titles)
    with okegawa.world.rows() as session:
        assert len(session.scalars(select(PrivateRow.id)).all()) == len(titles)


@pytest.mark.rule("OK-18")
def test_no_history_is_kept_unless_the_patron_consents_and_only_of_loans_after_that(okegawa):
    reader = okegawa.world.add_patron()
    patron = okegawa.log_in(reader)
    assert patron.get(HISTORY) == {"is_consented": False, "entries": []}
    before = borrow(okegawa, reader, "前の本")
    with okegawa.world.rows() as session:
        assert session.scalars(select(PrivateRow)).all() == []
    assert consent(patron) == {"is_consented": True, "entries": []}
    after = borrow(okegawa, reader, "後の本", volume="上", creators="宮沢賢治")
    (entry,) = patron.get(HISTORY)["entries"]
    assert entry.pop("entry_id")
    today = okegawa.world.today.isoformat()
    assert entry == {"title_id": after, "title": "後の本", "volume": "上", "creators": "宮沢賢治", "lent_on": today}
    assert before != after


@pytest.mark.rule("OK-18")
def test_withdrawing_deletes_the_history_and_the_goal_at_once_and_giving_again_brings_nothing_back(okegawa):
    reader = okegawa.world.add_patron()
    patron = okegawa.log_in(reader)
    consent(patron)
    borrow(okegawa, reader)
    patron.expect(200, "PUT", GOAL, WISHED)
    assert consent(patron, is_given=False) == {"is_consented": False, "entries": []}
    with okegawa.world.rows() as session:
        assert session.scalars(select(PrivateRow)).all() == []
    borrow(okegawa, reader)
    assert consent(patron) == {"is_consented": True, "entries": []}
    assert patron.call("GET", GOAL).json() is None


@pytest.mark.rule("OK-18")
def test_a_loan_made_while_the_consent_is_withdrawn_leaves_nothing_behind(okegawa):
    reader = okegawa.world.add_patron()
    patron = okegawa.log_in(reader)
    items = [okegawa.world.item_of(okegawa.world.add_title(on_loan=False)) for _ in range(8)]
    consent(patron)
    with ThreadPoolExecutor(5) as pool:
        lent = [pool.submit(okegawa.desk.lend, reader, item) for item in items[:4]]
        withdrawn = pool.submit(consent, patron, False)
        lent += [pool.submit(okegawa.desk.lend, reader, item) for item in items[4:]]
        for each in (*lent, withdrawn):
            each.result()
    with okegawa.world.rows() as session:
        assert session.scalars(select(PrivateRow)).all() == []


def test_consent_can_be_given_twice_and_loses_nothing(okegawa):
    reader = okegawa.world.add_patron()
    patron = okegawa.log_in(reader)
    consent(patron)
    title = borrow(okegawa, reader)
    assert [entry["title_id"] for entry in consent(patron)["entries"]] == [title]


def test_every_loan_is_kept_newest_first_and_outlives_its_return_and_its_title(okegawa):
    reader = okegawa.world.add_patron()
    patron = okegawa.log_in(reader)
    consent(patron)
    title = borrow(okegawa, reader, "消える本")
    item = okegawa.world.item_of(title)
    patron.expect(201, "POST", f"/v1/me/loans/{patron.get('/v1/me/loans')['loans'][0]['loan_id']}/renewals")
    okegawa.desk.scan(item, okegawa.world.home)
    okegawa.world.advance(days=2)
    patron = okegawa.log_in(reader)
    okegawa.desk.lend(reader, item)
    okegawa.desk.scan(item, okegawa.world.home)
    with okegawa.world.change_rows() as session:
        session.execute(delete(ItemRow).where(ItemRow.id == item))
        session.execute(delete(TitleRow).where(TitleRow.id == title))
    entries = patron.get(HISTORY)["entries"]
    assert [(entry["title"], entry["lent_on"]) for entry in entries] == [("消える本", "2026-11-26"), ("消える本", "2026-11-24")]


def test_a_loan_that_is_refused_leaves_nothing_in_the_history(okegawa):
    reader = okegawa.world.add_patron()
    patron = okegawa.log_in(reader)
    consent(patron)
    lent = okegawa.world.item_of(okegawa.world.add_title())
    okegawa.desk.lend(reader, lent, expect=409)
    assert patron.get(HISTORY)["entries"] == []


def test_one_loan_or_all_can_be_deleted_from_the_history(okegawa):
    reader = okegawa.world.add_patron()
    patron = okegawa.log_in(reader)
    consent(patron)
    for name in ("一", "二", "三"):
        borrow(okegawa, reader, name)
    entries = patron.get(HISTORY)["entries"]
    assert [entry["title"] for entry in entries] == ["三", "二", "一"]
    patron.expect(204, "DELETE", f"{HISTORY}/{entries[1]['entry_id']}")
    assert [entry["title"] for entry in patron.get(HISTORY)["entries"]] == ["三", "一"]
    assert code(patron.expect(404, "DELETE", f"{HISTORY}/{entries[1]['entry_id']}")) == "not_found"
    patron.expect(204, "DELETE", HISTORY)
    assert patron.get(HISTORY) == {"is_consented": True, "entries": []}


@pytest.mark.rule("OK-19")
def test_a_goal_counts_the_titles_borrowed_in_its_period(okegawa):
    reader = okegawa.world.add_patron()
    consent(okegawa.log_in(reader))
    item = okegawa.world.item_of(borrow(okegawa, reader, "二度借りた本"))
    okegawa.desk.scan(item, okegawa.world.home)
    okegawa.desk.lend(reader, item)
    borrow(okegawa, reader)
    okegawa.world.advance(days=7)
    borrow(okegawa, reader, "十二月の本")
    patron = okegawa.log_in(reader)
    assert patron.call("GET", GOAL).json() is None
    assert patron.expect(200, "PUT", GOAL, WISHED) == {**WISHED, "borrowed": 2}
    longer = {**WISHED, "titles": 10, "until_on": "2026-12-01"}
    assert patron.expect(200, "PUT", GOAL, longer) == {**longer, "borrowed": 3} == patron.get(GOAL)
    for _ in range(2):
        patron.expect(204, "DELETE", GOAL)
    assert patron.call("GET", GOAL).json() is None


@pytest.mark.rule("OK-19")
def test_a_goal_needs_the_history_and_says_so(okegawa):
    patron = okegawa.log_in()
    assert code(patron.expect(409, "PUT", GOAL, WISHED)) == "history_consent_needed"
    assert code(patron.get(GOAL, 409)) == "history_consent_needed"


@pytest.mark.parametrize("wrong", [{"titles": 0}, {"titles": 1001}, {"until_on": "2026-10-31"}])
def test_a_goal_that_makes_no_sense_is_refused(okegawa, wrong):
    patron = okegawa.log_in()
    consent(patron)
    assert code(patron.expect(422, "PUT", GOAL, {**WISHED, **wrong})) == "reading_goal_invalid"
    assert patron.call("GET", GOAL).json() is None


def test_a_patron_reaches_nothing_of_another(okegawa):
    reader = okegawa.world.add_patron()
    own, other = okegawa.log_in(reader), okegawa.log_in()
    for patron in (own, other):
        consent(patron)
    title = borrow(okegawa, reader)
    own.expect(204, "PUT", f"{SHELF}/{title}")
    own.expect(200, "PUT", GOAL, WISHED)
    entry = own.get(HISTORY)["entries"][0]["entry_id"]
    assert (shelf(other), other.get(HISTORY)["entries"], other.call("GET", GOAL).json()) == ([], [], None)
    other.expect(404, "DELETE", f"{HISTORY}/{entry}")
    for path in (f"{SHELF}/{title}", HISTORY, GOAL):
        other.expect(204, "DELETE", path)
    consent(other, is_given=False)
    assert shelf(own) == [title]
    assert [each["entry_id"] for each in own.get(HISTORY)["entries"]] == [entry]
    assert own.get(GOAL)["borrowed"] == 1


@pytest.mark.parametrize("is_temporary", [False, True])
@pytest.mark.rule("OK-18")
def test_no_staff_key_and_no_half_session_opens_any_of_it(serve, make_world, is_temporary):
    served = serve(make_world("kitakyushu") if is_temporary else make_world("okegawa"))
    caller = served.log_in(served.world.add_patron(is_temporary=True)) if is_temporary else served.desk
    routes = [
        (method.upper(), re.sub(r"{\w+}", "1", path))
        for path, operations in openapi_document()["paths"].items()
        if re.search(r"/(bookshelf|history|reading-goal)", path)
        for method in operations
    ]
    assert len(routes) == 10
    for method, path in routes:
        body = {"is_given": True, **WISHED} if method == "PUT" else None
        answer = caller.call(method, path, body)
        assert answer.status_code == (403 if is_temporary else 401), (method, path)
        if not is_temporary:
            with_terminal = caller.call(method, path, body, **served.terminal().headers)
            assert with_terminal.status_code == 401, (method, path)


def test_what_the_library_does_not_offer_is_said_not_to_be_offered(serve, make_world):
    kitakyushu, kumamoto = serve("kitakyushu"), serve("kumamoto")
    assert code(kumamoto.log_in().get(SHELF, 409)) == "bookshelf_not_offered"
    patron = kitakyushu.log_in()
    assert patron.get(SHELF)["entries"] == []
    assert code(patron.expect(409, "PUT", f"{HISTORY}/consent", {"is_given": True})) == "history_not_offered"
    assert code(patron.expect(409, "PUT", GOAL, WISHED)) == "reading_goal_not_offered"


def dump(world: World) -> str:
    """Everything that stands in the table of private records."""
    with world.rows() as session:
        names = [column["name"] for column in inspect(session.get_bind()).get_columns("private_records")]
        rows = session.execute(text("SELECT * FROM private_records")).all()
    assert rows
    assert "sealed" in names
    return "\n".join(str(tuple(row)) for row in rows)


@pytest.mark.rule("OK-18")
def test_the_database_without_the_secret_tells_neither_what_is_kept_nor_by_whom(okegawa, tmp_path):
    reader = okegawa.world.add_patron()
    patron = okegawa.log_in(reader)
    consent(patron)
    kept = okegawa.world.add_title("銀河鉄道の夜")
    patron.expect(204, "PUT", f"{SHELF}/{kept}")
    read = borrow(okegawa, reader, "風の又三郎と注文の多い料理店")
    patron.expect(200, "PUT", GOAL, {**WISHED, "titles": 987})
    clear = dump(okegawa.world)
    for secret in (kept, read, "銀河", "又三郎", "2026-11", reader.card, "title_id"):
        assert secret not in clear
    random = r"[A-Za-z0-9_+/=-]{20,}|[0-9]{9,}"  # sealed text, digests and numbers of rows hold any three digits some day
    assert "987" not in re.sub(random, "", clear)
    with okegawa.world.rows() as session:
        rows = session.scalars(select(PrivateRow)).all()
        lengths = {(row.kind, len(row.sealed)) for row in rows}
        owners = {row.owner for row in rows}
    assert len({length for kind, length in lengths if kind in ("consent", "goal")}) == 1
    assert owners != {str(reader.id)}
    assert {row.sealed[:11] for row in rows} == {"gAAAAAAAAAA"}  # Fernet's version and a time of zero


def test_a_backup_of_the_database_holds_no_title_of_a_shelf_in_clear(tmp_path: Path):
    world = World(f"sqlite:///{tmp_path}/central.sqlite", load_profile("okegawa"))
    reader = world.add_patron()
    title = world.add_title("一度きりの題名", on_loan=False)
    with world.serve() as url:
        patron = TerminalCaller(url, f"{world.home}-1").log_in(reader)
        consent(patron)
        patron.expect(204, "PUT", f"{SHELF}/{title}")
        Desk(url).lend(reader, world.item_of(title))
        Desk(url).scan(world.item_of(title), world.home)
    copy = tmp_path / "copy.sqlite"
    assert title.encode() in backup(world.settings.database_url, copy).file.read_bytes()
    with world.change_rows() as session:  # the catalogue and its notes name it; only what else does is to be judged
        session.execute(delete(ItemRow))
        session.execute(delete(TitleRow))
        session.execute(delete(TitleChangeRow))
    made = backup(world.settings.database_url, copy, is_overwriting=True)
    world.close()
    assert made.rows["private_records"] == 3
    assert title.encode() not in made.file.read_bytes()
    assert "一度きりの題名".encode() not in made.file.read_bytes()


def test_a_record_copied_to_another_patron_opens_for_neither(okegawa):
    reader = okegawa.world.add_patron()
    own, other = okegawa.log_in(reader), okegawa.log_in()
    first, second = okegawa.world.add_title(), okegawa.world.add_title()
    own.expect(204, "PUT", f"{SHELF}/{first}")
    with okegawa.world.rows() as session:
        stolen = session.scalars(select(PrivateRow.sealed)).one()
    other.expect(204, "PUT", f"{SHELF}/{second}")
    with okegawa.world.change_rows() as session:
        session.execute(update(PrivateRow).values(sealed=stolen))
    assert shelf(own) == [first]
    assert shelf(other) == []


def test_another_secret_opens_nothing(make_world, serve):
    world = make_world("okegawa")
    reader, title = world.add_patron(), world.add_title()
    served = serve(world)
    served.log_in(reader).expect(204, "PUT", f"{SHELF}/{title}")
    world.with_settings(secret_key="another-secret-key-of-the-tests")
    assert shelf(serve(world).log_in(reader)) == []
