"""Mails under crashes and from several processes: each is in its mailbox once, or staff know that nobody can know."""

import json
import random
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from central_world import SECRET_KEY, STAFF_KEY, World, terminal_key
from mail_server import MailServer
from mailing import Post, worklist

from kiosk import paths
from kiosk.central.tables import EmailRow, HoldRow, NoticeRow, PatronRow

MAILS = 120
KILLS = 3
SLOWEST_KILL_SECONDS = 0.02
PROCESSES = 4


def write_ready_holds(world: World, titles: list[str], patrons: int) -> None:
    """Holds of every title for that many patrons, each with an address of its own, all to be told by now."""
    now = world.now - timedelta(minutes=1)
    with world.change_rows() as session:
        for number in range(patrons):
            patron = PatronRow(card_number=str(number).zfill(7), phone_1="0978-00-0000")
            session.add(patron)
            session.flush()
            session.add(EmailRow(patron_id=patron.id, slot=1, address=address(number)))
            for title_id in titles:
                hold = HoldRow(
                    patron_id=patron.id,
                    title_id=title_id,
                    state="ready",
                    placed_at=now,
                    queued_at=now,
                    pickup_branch=world.home,
                    contact_method="email",
                )
                session.add(hold)
                session.flush()
                session.add(ready_notice(hold, now))


def ready_notice(hold: HoldRow, at: datetime) -> NoticeRow:
    """The notice of a hold that is ready."""
    return NoticeRow(
        kind="hold_ready",
        channel="email",
        state="waiting",
        patron_id=hold.patron_id,
        hold_id=hold.id,
        slot=1,
        created_at=at,
        due_at=at,
    )


def address(number: int) -> str:
    """The address of a patron."""
    return f"p{number}@example.jp"


def settings_file(folder: Path, world: World, server: MailServer) -> Path:
    """The settings of the real program for this world."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    file = folder / "central.toml"
    file.write_text(
        f"""
database = {json.dumps(world.settings.database_url)}
profile = "{world.profile.id}"
secret_key = "{SECRET_KEY}"
port = {port}
[mail]
host = "127.0.0.1"
port = {server.port}
sender = "library@example.jp"
[[staff]]
id = "desk"
key = "{STAFF_KEY}"
[[terminals]]
id = "{world.home}-1"
branch = "{world.home}"
key = "{terminal_key(world.home + "-1")}"
""",
        encoding="utf-8",
    )
    return file


@contextmanager
def program(settings: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The real service as a process of its own, gone at the latest when the block is left."""
    command = [sys.executable, "-m", "kiosk", "central", "serve", "--config", str(settings)]
    with (
        (settings.parent / "log").open("ab") as log,
        subprocess.Popen(command, cwd=paths.ROOT, stdout=log, stderr=log) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


def check_each_once_or_uncertain(post: Post, uncertain: set[str], patrons: int) -> None:
    """None twice, none lost, and staff asked only about those of which nobody can know."""
    arrived = Counter(mail.recipient for mail in post.server.mails)
    everybody = {address(number) for number in range(patrons)}
    assert set(arrived.values()) == {1}
    assert set(arrived) | uncertain == everybody
    with post.world.rows() as session:
        states = Counter(notice.state for notice in session.query(NoticeRow))
        assert states == Counter(sent=patrons - len(uncertain), to_do=len(uncertain)) + Counter()
        told = {hold.patron_id for hold in session.query(HoldRow) if hold.is_told}
        assert len(told) == patrons - len(uncertain)


@pytest.mark.parametrize("seed", range(2))
def test_after_kills_while_it_sends_each_mail_is_out_once_or_staff_know_that_nobody_can_know(
    make_world: Callable[[str], World], serve: Callable[..., object], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    world = make_world("kitsuki")
    world.now = datetime.now(world.zone)
    write_ready_holds(world, [world.add_title(on_loan=False)], MAILS)
    with MailServer() as server:
        settings = settings_file(tmp_path, world, server)
        for kill in range(1, KILLS + 1):
            wanted = len(server.mails) + chance.randrange(1, MAILS // (KILLS + 1))
            with program(settings) as process:
                server.wait_for(wanted)
                with pytest.raises(subprocess.TimeoutExpired):
                    process.wait(chance.uniform(0, SLOWEST_KILL_SECONDS))
                process.kill()
                process.wait()
            assert kill <= len(server.mails) < MAILS, "the kill was to strike while it sends"

        post = Post(world, server)
        world.advance(hours=1)
        post.deliver()
        lines = worklist(serve(world).desk)  # type: ignore[attr-defined]
        assert {line["reason"] for line in lines} <= {"uncertain"}
        assert len(lines) <= KILLS
        with world.rows() as session:
            asked = {int(line["hold_id"]) for line in lines}
            of_them = {hold.patron_id for hold in session.query(HoldRow) if hold.id in asked}
            uncertain = {row.address for row in session.query(EmailRow) if row.patron_id in of_them}
        check_each_once_or_uncertain(post, uncertain, MAILS)
        post.close()


def test_many_processes_at_once_send_each_patron_one_mail_with_everything_in_it(make_world: Callable[[str], World]) -> None:
    world = make_world("kumamoto")
    titles = [world.add_title(f"本{number}番", on_loan=False) for number in range(3)]
    patrons = 30
    write_ready_holds(world, titles, patrons)
    with MailServer() as server:
        posts = [Post(world, server) for _ in range(PROCESSES)]

        def work(post: Post) -> None:
            while any(notice.state == "waiting" for notice in post.notices()):
                post.deliver_some()

        with ThreadPoolExecutor(PROCESSES) as pool:
            list(pool.map(work, posts))
        for post in posts:
            post.close()
        arrived = Counter(mail.recipient for mail in server.mails)
        assert arrived == Counter(address(number) for number in range(patrons))
        assert all(f"本{number}番" in mail.text for mail in server.mails for number in range(3))
        assert server.connection_count > 1
