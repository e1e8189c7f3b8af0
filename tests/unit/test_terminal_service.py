"""The terminal and a service that is slow, silent, or forgets: nothing is guessed, nothing is lost, nothing reaches another."""

import pytest
from terminal_stand import Stand

from kiosk.domain.circulation import HoldState
from kiosk.terminal.idle import IdlePhase
from kiosk.terminal.submission import PATIENCE_SECONDS
from kiosk.terminal.visit import Step


def test_no_service_at_the_start_is_said_plainly_and_ends_by_itself():
    stand = Stand(is_down=True)
    assert (stand.step, stand.state.is_starting) == (Step.OUT_OF_SERVICE, True)
    stand.later(600)
    assert stand.step is Step.OUT_OF_SERVICE
    stand.api.is_down = False
    stand.later(4)
    assert stand.step is Step.REST
    assert stand.terminal.chrome.library == "熊本県立図書館"


def test_no_touch_leaves_the_out_of_service_screen_nor_breaks_it():
    stand = Stand(is_down=True)
    stand.terminal.back()
    stand.terminal.open(Step.SEARCH)
    stand.terminal.open(Step.MENU)
    stand.terminal.key_typed("a")
    stand.terminal.choose_language("en")
    stand.terminal.end_visit()
    stand.later(5)
    assert stand.step is Step.OUT_OF_SERVICE
    assert stand.state.is_starting


def test_a_service_that_answers_slowly_is_waited_for_rather_than_asked_anew():
    stand = Stand(is_down=True)
    stand.api.is_down = False
    stand.background.is_held = True
    stand.later(8)
    stand.background.release_one()
    assert stand.step is Step.REST


def test_a_service_that_goes_while_nobody_is_there_is_noticed_and_its_return_too():
    stand = Stand()
    stand.api.is_down = True
    stand.later(20)
    assert (stand.step, stand.state.is_starting) == (Step.OUT_OF_SERVICE, False)
    stand.api.is_down = False
    stand.later(4)
    assert stand.step is Step.REST


def test_a_service_that_hangs_while_nobody_is_there_is_noticed():
    stand = Stand()
    stand.background.is_held = True
    stand.later(35)
    stand.api.is_down = True
    stand.background.release_one()
    assert stand.step is Step.OUT_OF_SERVICE


def test_a_service_down_in_the_middle_keeps_the_cart_and_what_was_typed():
    stand = Stand()
    patron, title = stand.library.add_patron(), stand.library.add_title("月の本")
    stand.put_in_cart(title)
    stand.terminal.open(Step.SEARCH)
    stand.presenter.clear()
    stand.keys("星")
    stand.api.is_down = True
    stand.presenter.submit()
    assert stand.step is Step.SEARCH
    assert stand.state.problem.sentence == "図書館のコンピューターにつながりません。"
    assert stand.state.problem.can_retry
    assert stand.presenter.form["query"] == "星"
    stand.later(30)
    assert (stand.step, stand.terminal.chrome.cart_count) == (Step.SEARCH, 1)
    stand.api.is_down = False
    stand.presenter.retry()
    assert stand.step is Step.RESULTS
    assert (stand.state.query, stand.state.total) == ("星", 0)
    stand.terminal.open(Step.CART)
    stand.presenter.proceed()
    stand.presenter.choose_contact("none")
    stand.presenter.proceed()
    stand.log_in(patron.card)
    stand.presenter.submit()
    assert (stand.step, stand.state.accepted_count) == (Step.DONE, 1)


def test_an_answer_for_an_older_visit_is_dropped():
    stand = Stand()
    patron = stand.library.add_patron()
    stand.presenter.show_card()
    stand.reader.show(patron.card)
    stand.keys("Abc123")
    stand.background.is_held = True
    stand.presenter.submit()
    stand.terminal.end_visit()
    stand.background.release()
    assert (stand.step, stand.terminal.visit.session, stand.terminal.visit.visit_id) == (Step.REST, None, 2)


def test_an_answer_to_an_older_question_is_dropped():
    stand = Stand()
    stand.library.add_title("月の本")
    stand.library.add_title("星の本")
    stand.terminal.open(Step.SEARCH)
    stand.background.is_held = True
    for word in ("月", "星"):
        stand.presenter.form = stand.presenter.form.with_text("query", word)
        stand.presenter.submit()
    stand.background.release_newest()
    assert (stand.step, stand.state.query) == (Step.RESULTS, "星")
    assert [stand.state.total, stand.state.rows.row(0).title] == [1, "星の本"]


def test_an_answer_for_a_step_that_was_left_is_dropped():
    stand = Stand()
    title = stand.library.add_title("月の本")
    stand.search("月")
    stand.background.is_held = True
    stand.presenter.open(title)
    stand.terminal.back()
    stand.background.release()
    assert stand.step is Step.SEARCH


def test_what_is_awaited_is_said_in_the_language_chosen_now():
    stand = Stand()
    stand.terminal.open(Step.SEARCH)
    stand.keys("月")
    stand.background.is_held = True
    stand.presenter.submit()
    assert stand.state.awaiting == "さがしています…"
    stand.terminal.choose_language("en")
    assert stand.state.awaiting == stand.terminal.words("awaiting-search")
    assert stand.terminal.words.language == "en"
    assert stand.state.awaiting != "さがしています…"


def at_the_confirmation(stand: Stand) -> str:
    """A logged-in patron before the last touch; gives the title's id."""
    patron, title = stand.library.add_patron(), stand.library.add_title("月の本")
    stand.to_login(title)
    stand.log_in(patron.card)
    assert stand.step is Step.CONFIRM
    return title


def waiting(stand: Stand) -> int:
    """How many holds wait at the service."""
    return sum(hold.state is HoldState.WAITING for hold in stand.library.kept_holds.values())


def test_a_lost_answer_is_asked_for_and_never_sent_twice():
    stand = Stand()
    at_the_confirmation(stand)
    stand.api.lose_next_answer = True
    stand.presenter.submit()
    assert (stand.step, stand.state.accepted_count) == (Step.DONE, 1)
    assert stand.api.calls.count("place_holds") == 1
    assert waiting(stand) == 1


def test_a_request_that_never_arrived_is_told_as_not_placed_and_can_be_made_again():
    stand = Stand()
    at_the_confirmation(stand)
    stand.api.is_down = True
    stand.on_pause = lambda: setattr(stand.api, "is_down", False)
    stand.presenter.submit()
    assert stand.step is Step.CONFIRM
    assert stand.state.problem.sentence == "予約は受け付けられていません。"
    assert (stand.terminal.chrome.cart_count, waiting(stand)) == (1, 0)
    stand.presenter.submit()
    assert (stand.step, waiting(stand)) == (Step.DONE, 1)


def test_a_service_that_stays_silent_is_told_as_unknown_and_the_sentence_can_be_put_away():
    stand = Stand()
    at_the_confirmation(stand)
    stand.api.is_down = True
    stand.presenter.submit()
    assert sum(stand.pauses) == PATIENCE_SECONDS
    assert stand.state.problem.sentence == "予約が受け付けられたかどうか、確認できませんでした。"
    stand.presenter.dismiss()
    assert stand.state.problem is None
    assert stand.state.can_submit
    assert stand.terminal.chrome.cart_count == 1


@pytest.mark.rule("TE-05")
def test_while_holds_are_sent_the_visit_stays_where_it_is_and_does_not_run_out():
    stand = Stand()
    at_the_confirmation(stand)
    stand.background.is_held = True
    stand.presenter.submit()
    assert stand.state.awaiting == "予約を申し込んでいます。このままお待ちください…"
    assert not stand.state.can_submit
    for leave in (
        stand.terminal.back,
        lambda: stand.terminal.open(Step.CART),
        lambda: stand.terminal.open(Step.MENU),
        stand.presenter.change,
        stand.presenter.change_pickup,
        stand.presenter.submit,
    ):
        leave()
    stand.later(600)
    assert (stand.step, stand.terminal.idle.phase) == (Step.CONFIRM, IdlePhase.ACTIVE)
    stand.background.release()
    assert (stand.step, waiting(stand)) == (Step.DONE, 1)
    assert stand.terminal.idle.phase is IdlePhase.ACTIVE, "the patron has time to read what became of it"
    stand.later(600)
    assert stand.step is Step.REST


@pytest.mark.rule("TE-05")
def test_logging_out_while_holds_are_sent_leaves_a_terminal_that_runs_out_again():
    stand = Stand()
    at_the_confirmation(stand)
    stand.background.is_held = True
    stand.presenter.submit()
    stand.terminal.end_visit()
    stand.background.release()
    assert stand.step is Step.REST
    stand.terminal.open(Step.SEARCH)
    stand.later(100)
    assert stand.step is Step.REST


def test_a_session_that_has_ended_leads_to_the_login_and_back_with_the_cart_kept():
    stand = Stand()
    title = at_the_confirmation(stand)
    card = next(patron.card for patron in stand.library.patrons.values() if patron.password)
    stand.api.end_sessions()
    stand.presenter.submit()
    assert (stand.step, stand.terminal.chrome.is_logged_in) == (Step.LOGIN, False)
    assert stand.state.problem.sentence == "時間がたったため、ログアウトしました。"
    assert title in stand.terminal.visit.cart
    stand.reader.show(card)
    assert stand.state.problem is None
    stand.keys("Abc123")
    stand.presenter.submit()
    assert stand.step is Step.CONFIRM
    stand.presenter.submit()
    assert stand.state.accepted_count == 1


def test_the_lines_that_were_refused_stay_in_the_cart_and_say_why():
    stand = Stand()
    patron = stand.library.add_patron()
    held, free = stand.library.add_title("もう予約した本"), stand.library.add_title("まだの本")
    stand.library.add_hold(patron, held)
    stand.put_in_cart(held)
    stand.to_login(free)
    stand.log_in(patron.card)
    stand.presenter.submit()
    assert [(line.title, line.is_accepted) for line in stand.state.lines] == [("もう予約した本", False), ("まだの本", True)]
    assert stand.state.lines[0].refusals[0].sentence == "すでに予約されています。"
    assert stand.state.lines[0].refusals[0].remedy
    assert held in stand.terminal.visit.cart
    assert free not in stand.terminal.visit.cart
