"""A whole visit at a terminal, from the card to the end, and that nothing of it is left."""

import gc
from collections.abc import Iterator
from types import FrameType, FunctionType, ModuleType

import pytest
from terminal_stand import Stand

from kiosk.terminal.idle import IdlePhase
from kiosk.terminal.visit import Step, Visit

TITLE = "ひみつのことば"
"""What the catalogue has; it may stand on the rest screen as a new book."""
QUERY = "ヒミツノコトバ"
"""What the patron typed to find it."""
NEW_PASSWORD = "Geheim99"


def reachable(root: object, *outside: object) -> Iterator[object]:
    """Every object that can be got at from `root`, without what is `outside` and without modules and classes."""
    seen, waiting = {id(each) for each in outside}, [root]
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, (type, ModuleType)):
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, FunctionType):
            waiting.extend((each.__closure__, each.__defaults__, each.__kwdefaults__, each.__dict__))
        elif isinstance(each, FrameType):
            waiting.append(each.f_locals)
        else:
            waiting.extend(gc.get_referents(each))


def texts_of(stand: Stand) -> list[str]:
    """Every text the terminal can still get at; the service's own memory does not count."""
    return [each for each in reachable(stand.terminal, stand, stand.api, stand.library) if isinstance(each, str)]


def is_known(stand: Stand, secret: str) -> bool:
    return any(secret in text for text in texts_of(stand))


@pytest.mark.rule("KU-01")
@pytest.mark.rule("KU-05")
@pytest.mark.rule("KU-07")
@pytest.mark.rule("KU-17")
@pytest.mark.rule("TE-05")
def test_register_search_hold_a_series_cancel_and_walk_away():
    stand = Stand()
    patron = stand.library.add_patron(password=None)
    volumes = stand.library.add_series(f"{TITLE}の本", 3)

    stand.presenter.register()
    stand.presenter.accept()
    assert stand.step is Step.REGISTER_TERMS, "nothing goes on without the agreement"
    stand.presenter.agree(True)
    stand.presenter.accept()
    stand.reader.show(patron.card)
    stand.enter(birth_date="19900401", phone="0963845000")
    stand.enter(password=NEW_PASSWORD, password_again=NEW_PASSWORD)
    assert stand.step is Step.REGISTER_DONE
    assert stand.terminal.words("register-done-title") == "パスワードの登録を行いました"

    stand.presenter.log_in()
    stand.log_in(patron.card, NEW_PASSWORD)
    assert stand.step is Step.MENU

    stand.search(QUERY)
    assert [stand.state.rows.row(n).title_id for n in range(stand.state.total)] == volumes
    stand.presenter.open(volumes[1])
    assert stand.state.series_count == 3
    stand.presenter.add_series()
    stand.terminal.open(Step.CART)
    assert [(line.title.title_id, line.order) for line in stand.state.lines] == list(zip(volumes, (1, 2, 3), strict=True))
    stand.presenter.proceed()
    assert [each.code for each in stand.state.branches if each.is_chosen] == ["main"], "the only branch is chosen already"
    stand.presenter.choose_contact("phone_1")
    stand.presenter.proceed()
    assert stand.step is Step.CONFIRM
    assert stand.state.order_note == "「1」を返却されると、次の「2」をご用意します。"
    stand.presenter.submit()
    assert stand.step is Step.DONE
    assert (stand.state.accepted_count, stand.state.refused_count) == (3, 0)
    assert stand.terminal.chrome.cart_count == 0

    stand.presenter.see_holds()
    assert [hold.state for hold in stand.state.holds] == ["予約中"] * 3
    assert stand.state.holds[1].notes[0] == f"順番予約 3冊中2番目 「{TITLE}の本 1」の次にご用意します"
    stand.presenter.cancel(stand.state.holds[2].hold_id)
    assert stand.state.asking is not None
    stand.presenter.confirm_cancel()
    assert stand.state.open_count == 2
    assert stand.state.notice == f"「{TITLE}の本」の予約を取り消しました。"
    assert is_known(stand, QUERY), "the search of the graph must find what is there"

    limits = stand.terminal.profile.time_limits
    stand.terminal.touched()
    stand.later(limits.idle_logged_in_seconds)
    assert stand.terminal.idle.phase is IdlePhase.WARNING
    assert stand.terminal.idle.seconds_left == limits.countdown_seconds
    stand.later(limits.countdown_seconds)
    assert stand.step is Step.REST
    assert stand.api.open_sessions == 0
    for secret in (patron.card, NEW_PASSWORD, QUERY, "token-", "grant-", "19900401", "0963845000"):
        assert not is_known(stand, secret), secret


@pytest.mark.parametrize("leave", ["end_visit", "idle"])
def test_a_failed_login_leaves_no_password_anywhere(leave):
    stand = Stand()
    patron = stand.library.add_patron()
    stand.from_rest(patron.card, NEW_PASSWORD)
    assert stand.state.problem.sentence == "カード番号かパスワードが違うようです。"
    assert not is_known(stand, NEW_PASSWORD), "not even while the patron looks at the sentence"
    if leave == "end_visit":
        stand.terminal.end_visit()
    else:
        stand.later(200)
    assert stand.terminal.visit == Visit(2)
    assert not is_known(stand, patron.card)


@pytest.mark.rule("OK-20")
def test_a_wrong_login_says_what_to_check_and_not_which_part_was_wrong():
    said = []
    for card in ("known", "9999999999"):
        stand = Stand()
        patron = stand.library.add_patron()
        stand.from_rest(patron.card if card == "known" else card, "Wrong1")
        said.append(stand.state.problem)
    assert said[0] == said[1]
    assert "半角" in said[0].remedy
    assert "大文字と小文字" in said[0].remedy
    assert "登録" in said[0].remedy


def test_a_login_that_nobody_answered_forgets_the_password_and_asks_for_it_again():
    stand = Stand()
    patron = stand.library.add_patron()
    stand.presenter.show_card()
    stand.reader.show(patron.card)
    stand.api.is_down = True
    stand.keys(NEW_PASSWORD)
    stand.presenter.submit()
    assert stand.state.problem.can_retry
    assert not is_known(stand, NEW_PASSWORD)
    stand.api.is_down = False
    stand.presenter.retry()
    assert stand.state.problem is None
    assert stand.state.has_card
    stand.keys("Abc123")
    stand.presenter.submit()
    assert stand.step is Step.MENU


@pytest.mark.parametrize("fails", [False, True])
def test_a_password_is_in_no_presenter_once_it_was_submitted(fails):
    stand = Stand()
    patron = stand.library.add_patron()
    stand.from_rest(patron.card)
    stand.terminal.open(Step.PASSWORD_CHANGE)
    stand.background.is_held = True
    stand.enter(current_password="Wrong1" if fails else "Abc123", password=NEW_PASSWORD, password_again=NEW_PASSWORD)
    assert not any(field.text for field in stand.presenter.form.fields)
    stand.background.release()
    assert stand.state.is_done is not fails
    assert not is_known(stand, NEW_PASSWORD)
    assert not is_known(stand, "Wrong1")


def test_the_next_patron_does_not_find_the_query_of_the_one_before():
    stand = Stand()
    stand.library.add_title(TITLE)
    stand.search(QUERY)
    while stand.step is not Step.REST:
        stand.terminal.back()
    stand.later(stand.terminal.profile.time_limits.idle_seconds + stand.terminal.profile.time_limits.countdown_seconds)
    assert not is_known(stand, QUERY)
    stand.presenter.search()
    assert stand.presenter.form["query"] == ""


def test_the_next_patron_finds_the_first_language_again():
    stand = Stand()
    stand.terminal.choose_language("en")
    stand.later(200)
    assert stand.terminal.words.language == "ja"
    assert stand.terminal.visit.language == "ja"


def test_a_visit_that_has_nothing_in_it_never_counts_down():
    stand = Stand()
    stand.later(1000)
    assert stand.terminal.idle.phase is IdlePhase.ACTIVE
    assert stand.terminal.visit.visit_id == 1
