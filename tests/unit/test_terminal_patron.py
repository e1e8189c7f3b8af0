"""What a logged-in patron sees and does: menu, loans, holds, e-mail addresses, the end of the password."""

import pytest
from terminal_stand import Stand

from kiosk.domain.circulation import HoldState
from kiosk.terminal.visit import Step


def logged_in(profile: str = "kumamoto", **record) -> tuple:
    """A stand at the menu, and the patron who is there."""
    stand = Stand(profile)
    patron = stand.library.add_patron(**record)
    stand.from_rest(patron.card)
    return stand, patron


def lend(stand: Stand, patron, title: str = "借りた本", **how) -> str:
    return stand.library.lend(stand.library.item_of(stand.library.add_title(title, on_loan=False)), patron, **how)


@pytest.mark.rule("KU-14")
def test_the_menu_counts_and_leads_everywhere():
    stand, patron = logged_in()
    lend(stand, patron, due_in_days=-1)
    stand.library.make_ready(stand.library.add_hold(patron, stand.library.add_title()))
    stand.terminal.open(Step.SEARCH)
    stand.terminal.open(Step.MENU)
    state = stand.state
    assert (state.loan_count, state.overdue_count, state.hold_count, state.hold_limit, state.ready_count) == (1, 1, 1, 10, 1)
    for choose, step in (("loans", Step.LOANS), ("holds", Step.HOLDS), ("account", Step.ACCOUNT)):
        getattr(stand.presenter, choose)()
        assert stand.step is step
        stand.terminal.back()
        assert stand.step is Step.MENU


@pytest.mark.rule("KU-15")
@pytest.mark.rule("KU-16")
def test_the_renewal_stands_at_renewable_loans_only_and_says_the_new_day():
    stand, patron = logged_in()
    loan_id = lend(stand, patron, due_in_days=2)
    done = lend(stand, patron, "延長した本", due_in_days=9, renewals=1)
    stand.presenter.loans()
    first, second = stand.state.loans
    assert (first.can_renew, second.can_renew) == (True, False)
    assert second.refusals[0].sentence == "延長は1回までです。"
    assert second.remarks == ("延長済み",)
    stand.presenter.renew(loan_id)
    assert stand.state.notice == "「借りた本」を12月8日（火）まで延長しました。"
    assert [loan.can_renew for loan in stand.state.loans] == [False, False]
    assert done in {loan.loan_id for loan in stand.state.loans}


@pytest.mark.rule("KU-16")
def test_an_overdue_loan_takes_every_renewal_away():
    stand, patron = logged_in()
    lend(stand, patron, due_in_days=-3)
    lend(stand, patron, due_in_days=5)
    stand.presenter.loans()
    assert [(loan.is_overdue, loan.can_renew) for loan in stand.state.loans] == [(True, False), (False, False)]
    assert stand.state.loans[0].remarks == ("延滞",)


@pytest.mark.rule("KU-13")
@pytest.mark.rule("KK-12")
@pytest.mark.parametrize("profile", ["kumamoto", "kitakyushu"])
def test_a_ready_hold_offers_no_change_and_says_its_last_day_and_whom_to_ask(profile):
    stand, patron = logged_in(profile)
    stand.library.make_ready(stand.library.add_hold(patron, stand.library.add_title()))
    waiting = stand.library.add_hold(patron, stand.library.add_title())
    stand.presenter.holds()
    ready, other = stand.state.holds
    assert (ready.state, ready.can_cancel, ready.can_change) == ("ご用意できました", False, False)
    assert "取り置き期限" in ready.notes[0]
    assert ready.refusals[0].remedy == "カウンターへお申し出ください。"
    assert (other.hold_id, other.can_cancel, other.can_change, other.refusals) == (waiting, True, True, ())


@pytest.mark.rule("KU-13")
def test_the_contact_of_a_waiting_hold_is_changed():
    stand, patron = logged_in(email="hanako@example.org")
    hold_id = stand.library.add_hold(patron, stand.library.add_title("月の本"))
    stand.presenter.holds()
    stand.presenter.change(hold_id)
    assert (stand.step, stand.state.title.title, stand.state.can_proceed) == (Step.HOLD_CHANGE, "月の本", False)
    stand.presenter.choose_contact("fax")
    assert not stand.state.can_proceed, "no fax number is on record"
    stand.presenter.choose_contact("email")
    stand.presenter.proceed()
    assert (stand.step, stand.state.holds[0].contact) == (Step.HOLDS, "メール")


@pytest.mark.rule("CH-11")
def test_a_hold_is_cancelled_after_one_question_and_kept_when_the_answer_is_no():
    stand, patron = logged_in()
    hold_id = stand.library.add_hold(patron, stand.library.add_title("月の本"))
    stand.presenter.holds()
    assert stand.terminal.words("holds-cancel-title") == "予約を取り消しますか"
    stand.presenter.confirm_cancel()
    stand.presenter.cancel(hold_id)
    stand.presenter.keep()
    stand.presenter.confirm_cancel()
    assert stand.library.kept_holds[hold_id].state is HoldState.WAITING
    stand.presenter.cancel(hold_id)
    stand.presenter.confirm_cancel()
    assert (stand.state.open_count, stand.state.holds[0].state) == (0, "取り消し")


@pytest.mark.rule("KK-10")
def test_the_states_of_holds_are_said_in_the_librarys_own_words():
    stand, patron = logged_in("kitakyushu")
    states = (HoldState.READY, HoldState.IN_TRANSIT, HoldState.WAITING, HoldState.CANCELLED)
    for state in states:
        stand.library.kept_holds[stand.library.add_hold(patron, stand.library.add_title())].state = state
    stand.presenter.holds()
    assert [hold.state for hold in stand.state.holds] == ["ご用意できました", "取寄・準備中です", "予約中です", "取り消し"]


@pytest.mark.rule("KU-23")
@pytest.mark.rule("KU-24")
def test_an_address_is_typed_twice_saved_changed_and_deleted():
    stand, patron = logged_in()
    stand.terminal.open(Step.EMAILS)
    assert (stand.state.emails, stand.state.can_add) == ((), True)
    stand.presenter.add()
    stand.enter(email="hanako@example.org", email_again="hanako@example.com")
    assert [field.fault for field in stand.state.form.fields][
        1
    ] == "2つのメールアドレスが違っています。もう一度お確かめください。"
    stand.enter(email="hanako@example.org", email_again="hanako@example.org")
    assert stand.state.notice == "メールアドレスを登録しました。"
    assert ([email.address for email in stand.state.emails], stand.state.can_add) == (["hanako@example.org"], False)
    stand.presenter.change(1)
    stand.enter(email="h@example.org", email_again="h@example.org")
    assert patron.emails == {1: "h@example.org"}
    stand.presenter.delete(1)
    assert (stand.state.notice, stand.state.emails) == ("メールアドレスを削除しました。", ())


@pytest.mark.rule("KK-17")
def test_three_addresses_and_no_fourth():
    stand, patron = logged_in("kitakyushu")
    stand.terminal.open(Step.EMAILS)
    for name in "abc":
        assert stand.state.can_add
        stand.presenter.add()
        stand.enter(email=f"{name}@example.org", email_again=f"{name}@example.org")
    assert not stand.state.can_add
    assert len(patron.emails) == 3


@pytest.mark.rule("KK-18")
@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("a..b@docomo.ne.jp", "続いています"),
        ("ab.@docomo.ne.jp", "直前"),
        ("ab@docomo,ne.jp", "カンマ"),
        ("ab@dokomo.ne.jp", "つづり"),
        ("ab@docomo", "形になっていない"),
        ("ａｂ@docomo.ne.jp", "半角"),
    ],
)
def test_an_address_that_cannot_be_right_is_told_at_its_field_and_not_sent(address, said):
    stand, _patron = logged_in("kitakyushu")
    stand.terminal.open(Step.EMAILS)
    stand.presenter.add()
    stand.enter(email=address, email_again=address)
    assert said in stand.state.form.fields[0].fault
    assert stand.presenter.form["email"] == address
    assert "save_email" not in stand.api.calls


@pytest.mark.rule("KU-21")
@pytest.mark.rule("KK-15")
def test_a_password_is_changed_with_the_current_one_and_differing_new_ones_change_nothing():
    stand, patron = logged_in()
    stand.terminal.open(Step.PASSWORD_CHANGE)
    stand.enter(current_password="Abc123", password="New123", password_again="New124")
    assert patron.password == "Abc123"
    assert "change_password" not in stand.api.calls
    stand.enter(current_password="Wrong1", password="New123", password_again="New123")
    assert stand.state.form.fields[0].fault == "現在のパスワードが違うようです。もう一度入れてください。"
    stand.enter(current_password="Abc123", password="New123", password_again="New123")
    assert (stand.state.is_done, patron.password) == (True, "New123")
    stand.presenter.finish()
    assert stand.step is Step.ACCOUNT


@pytest.mark.rule("KU-22")
def test_a_password_is_deleted_after_one_question_and_the_visit_is_over():
    stand, patron = logged_in()
    stand.presenter.account()
    stand.presenter.confirm_delete()
    stand.presenter.delete_password()
    stand.presenter.keep_password()
    stand.presenter.confirm_delete()
    assert patron.password == "Abc123"
    stand.presenter.delete_password()
    stand.presenter.confirm_delete()
    assert (stand.step, patron.password) == (Step.REST, None)
    stand.from_rest(patron.card)
    assert stand.state.problem is not None


@pytest.mark.parametrize("step", [Step.MENU, Step.LOANS, Step.HOLDS, Step.ACCOUNT, Step.PASSWORD_CHANGE, Step.EMAILS])
def test_what_belongs_to_a_patron_asks_for_the_login_first(step):
    stand = Stand()
    patron = stand.library.add_patron()
    stand.terminal.open(step)
    assert stand.step is Step.LOGIN
    stand.log_in(patron.card)
    assert stand.step is step
    stand.terminal.back()
    assert stand.step is Step.REST, "the way back does not lead through the login"


def test_a_renewal_whose_answer_was_lost_is_looked_at_and_not_asked_for_twice():
    stand, patron = logged_in()
    loan_id = lend(stand, patron, due_in_days=2)
    stand.presenter.loans()
    stand.api.lose_next_answer = True
    stand.presenter.renew(loan_id)
    assert stand.state.problem.can_retry
    stand.presenter.retry()
    assert stand.state.problem is None
    assert stand.state.loans[0].remarks == ("延長済み",)
    assert stand.api.calls.count("renew") == 1


def test_a_cancelling_whose_answer_was_lost_is_looked_at_and_not_asked_for_twice():
    stand, patron = logged_in()
    hold_id = stand.library.add_hold(patron, stand.library.add_title())
    stand.presenter.holds()
    stand.presenter.cancel(hold_id)
    stand.api.lose_next_answer = True
    stand.presenter.confirm_cancel()
    stand.presenter.retry()
    assert (stand.state.problem, stand.state.holds[0].state) == (None, "取り消し")
    assert stand.api.calls.count("cancel_hold") == 1


@pytest.mark.parametrize("is_lost_after", [True, False])
def test_an_address_whose_answer_was_lost_is_saved_once(is_lost_after):
    stand, patron = logged_in()
    stand.terminal.open(Step.EMAILS)
    stand.presenter.add()
    stand.api.lose_next_answer, stand.api.is_down = is_lost_after, not is_lost_after
    stand.enter(email="hanako@example.org", email_again="hanako@example.org")
    assert stand.state.problem.can_retry
    stand.api.is_down = False
    stand.presenter.retry()
    assert (stand.state.problem, stand.state.notice) == (None, "メールアドレスを登録しました。")
    assert patron.emails == {1: "hanako@example.org"}


def test_an_address_whose_deletion_was_not_answered_is_gone_all_the_same():
    stand, patron = logged_in(email="hanako@example.org")
    stand.terminal.open(Step.EMAILS)
    stand.api.lose_next_answer = True
    stand.presenter.delete(1)
    stand.presenter.retry()
    assert (stand.state.problem, stand.state.notice, patron.emails) == (None, "メールアドレスを削除しました。", {})
