"""The patron's bookshelf, loan history and reading goal at the terminal."""

import pytest
from terminal_stand import Stand

from kiosk.terminal.visit import Step


def logged_in(profile: str = "okegawa") -> tuple:
    """A stand at the menu, and the patron who is there."""
    stand = Stand(profile)
    patron = stand.library.add_patron()
    stand.from_rest(patron.card)
    return stand, patron


def at_title(stand: Stand, title_id: str) -> None:
    """Shows a title's detail from any screen."""
    stand.search(stand.library.titles[title_id].title)
    stand.presenter.open(title_id)


def kept(stand: Stand, patron) -> list[str]:
    return list(stand.api.shelf_of(patron).kept)


def consented(stand: Stand) -> None:
    """Has the history kept, and goes back to the menu."""
    stand.terminal.open(Step.READING_HISTORY)
    stand.presenter.consent()
    stand.terminal.open(Step.MENU)


@pytest.mark.rule("OK-17", "KK-20")
@pytest.mark.parametrize(("profile", "name"), [("okegawa", "My本棚"), ("kitakyushu", "マイブックリスト")])
def test_the_menu_leads_to_the_shelf_by_the_librarys_own_name(profile, name):
    stand, _ = logged_in(profile)
    assert stand.state.offers_bookshelf
    assert stand.terminal.words("bookshelf-keep") == f"{name}に入れる"
    stand.presenter.bookshelf()
    assert (stand.step, stand.state.is_known, stand.state.entries) == (Step.BOOKSHELF, True, ())


def test_a_library_without_bookshelves_shows_nothing_of_them():
    stand, _ = logged_in("kumamoto")
    assert not stand.state.offers_bookshelf
    at_title(stand, stand.library.add_title("月の本"))
    assert not stand.state.can_keep
    stand.presenter.keep()
    assert "keep_title" not in stand.api.calls


@pytest.mark.rule("OK-17", "KK-20")
def test_a_title_is_kept_from_its_detail_and_found_on_the_shelf():
    stand, patron = logged_in()
    title = stand.library.add_title("月の本")
    at_title(stand, title)
    assert (stand.state.can_keep, stand.state.is_kept) == (True, False)
    stand.presenter.keep()
    assert (stand.step, stand.state.is_kept, kept(stand, patron)) == (Step.DETAIL, True, [title])
    stand.presenter.bookshelf()
    assert [(entry.title.title, entry.kept_on) for entry in stand.state.entries] == [("月の本", "11月24日（火）に入れました")]


@pytest.mark.rule("OK-17")
def test_who_is_not_logged_in_yet_is_asked_to_and_comes_back_to_the_title_which_is_kept():
    stand = Stand("okegawa")
    patron, title = stand.library.add_patron(), stand.library.add_title("月の本")
    at_title(stand, title)
    stand.presenter.keep()
    assert stand.step is Step.LOGIN
    stand.log_in(patron.card)
    assert (stand.step, stand.state.title.title, stand.state.is_kept) == (Step.DETAIL, "月の本", True)
    assert kept(stand, patron) == [title]
    assert stand.terminal.visit.to_keep == ""


def test_who_turns_back_at_the_login_has_nothing_kept_later():
    stand = Stand("okegawa")
    patron, title = stand.library.add_patron(), stand.library.add_title("月の本")
    at_title(stand, title)
    stand.presenter.keep()
    stand.terminal.back()
    assert (stand.step, stand.terminal.visit.to_keep) == (Step.DETAIL, "")
    stand.terminal.open(Step.MENU)
    stand.log_in(patron.card)
    at_title(stand, title)
    assert not stand.state.is_kept
    assert kept(stand, patron) == []


def test_a_login_that_goes_elsewhere_keeps_nothing():
    stand = Stand("okegawa")
    patron, wished, other = stand.library.add_patron(), stand.library.add_title("月の本"), stand.library.add_title("星の本")
    at_title(stand, wished)
    stand.presenter.keep()
    at_title(stand, other)
    stand.terminal.open(Step.MENU)
    stand.log_in(patron.card)
    at_title(stand, wished)
    assert kept(stand, patron) == []


@pytest.mark.rule("OK-17")
def test_from_the_shelf_into_the_cart_only_what_can_be_held():
    stand, patron = logged_in("kitakyushu")
    lent, here = stand.library.add_title("貸出中の本"), stand.library.add_title("棚の本", on_loan=False)
    for title in (lent, here):
        stand.api.shelf_of(patron).kept[title] = stand.library.today
    stand.presenter.bookshelf()
    on_shelf, on_loan = stand.state.entries
    assert (on_shelf.can_hold, on_loan.can_hold) == (False, True)
    assert "棚にあります" in on_shelf.why_not
    for title in (here, lent):
        stand.presenter.add_to_cart(title)
    assert len(stand.terminal.visit.cart) == 1
    assert lent in stand.terminal.visit.cart
    assert (stand.state.is_any_in_cart, [entry.is_in_cart for entry in stand.state.entries]) == (True, [False, True])
    stand.presenter.proceed()
    assert stand.step is Step.CART


def test_a_title_is_taken_out_and_can_be_put_back():
    stand, patron = logged_in()
    title = stand.library.add_title("月の本")
    stand.api.shelf_of(patron).kept[title] = stand.library.today
    stand.presenter.bookshelf()
    stand.presenter.take_out(title)
    assert (stand.state.entries, stand.state.notice, stand.state.can_put_back) == ((), "「月の本」を取り出しました。", True)
    at_title(stand, title)
    assert not stand.state.is_kept
    stand.terminal.back()
    stand.terminal.open(Step.BOOKSHELF)
    assert not stand.state.can_put_back
    stand.api.shelf_of(patron).kept[title] = stand.library.today
    stand.presenter.refresh()
    stand.presenter.take_out(title)
    stand.presenter.put_back()
    assert ([entry.title.title_id for entry in stand.state.entries], stand.state.can_put_back) == ([title], False)


def test_a_full_shelf_is_said_with_what_to_do(monkeypatch):
    monkeypatch.setattr("fake_bookshelf.BOOKSHELF_LIMIT", 0)
    stand, _ = logged_in()
    at_title(stand, stand.library.add_title("月の本"))
    stand.presenter.keep()
    assert stand.state.problem.sentence == "My本棚がいっぱいです。"
    assert stand.state.problem.remedy
    assert not stand.state.is_kept


@pytest.mark.rule("OK-18")
def test_the_history_is_off_until_the_patron_says_so_and_nothing_before_is_in_it():
    stand, patron = logged_in()
    stand.api.check_out(patron, stand.library.add_title("前の本", on_loan=False))
    stand.terminal.open(Step.READING_HISTORY)
    assert (stand.state.is_known, stand.state.is_consented) == (True, False)
    assert not stand.api.shelf_of(patron).is_consented
    stand.presenter.consent()
    assert (stand.state.is_consented, stand.state.entries) == (True, ())
    stand.api.check_out(patron, stand.library.add_title("後の本", on_loan=False, volume="上"))
    stand.presenter.refresh()
    (entry,) = stand.state.entries
    assert (entry.title, entry.lent_on) == ("後の本 上", "貸出日 2026年11月24日")


@pytest.mark.rule("OK-18")
def test_deleting_and_stopping_are_asked_about_first():
    stand, patron = logged_in()
    consented(stand)
    for name in ("一", "二", "三"):
        stand.api.check_out(patron, stand.library.add_title(name, on_loan=False))
    stand.terminal.open(Step.READING_HISTORY)
    stand.presenter.delete(stand.state.entries[0].entry_id)
    assert stand.state.asking.subject == "三"
    stand.presenter.keep()
    stand.presenter.confirm()
    assert len(stand.state.entries) == 3
    stand.presenter.delete(stand.state.entries[0].entry_id)
    stand.presenter.confirm()
    assert [entry.title for entry in stand.state.entries] == ["二", "一"]
    stand.presenter.clear()
    stand.presenter.confirm()
    assert (stand.state.entries, stand.state.is_consented, stand.state.asking) == ((), True, None)
    stand.presenter.stop()
    assert stand.state.is_consented
    stand.presenter.confirm()
    assert (stand.state.is_consented, stand.state.notice) == (False, "「利用しない」に戻しました。記録はすべて消しました。")


@pytest.mark.rule("OK-19")
def test_a_goal_is_set_by_number_and_months_and_its_progress_shown():
    stand, patron = logged_in()
    consented(stand)
    stand.terminal.open(Step.READING_GOAL)
    assert (stand.state.is_editing, stand.state.can_submit) == (True, False)
    stand.presenter.choose_period("1")
    assert stand.state.period == "2026年11月24日 〜 2026年12月23日"
    stand.keys("4")
    stand.presenter.submit()
    assert (stand.state.goal.titles, stand.state.goal.share, stand.state.goal.left) == ("目標 4冊", 0.0, "あと4冊です")
    for name, share, left in (("一", 0.25, "あと3冊です"), ("二", 0.5, "あと2冊です")):
        stand.api.check_out(patron, stand.library.add_title(name, on_loan=False))
        stand.presenter.enter()
        assert (stand.state.goal.share, stand.state.goal.left) == (share, left)
    for name in ("三", "四", "五"):
        stand.api.check_out(patron, stand.library.add_title(name, on_loan=False))
    stand.presenter.enter()
    assert (stand.state.goal.share, stand.state.goal.is_reached, stand.state.goal.borrowed) == (1.0, True, "5冊")


@pytest.mark.rule("OK-19")
@pytest.mark.parametrize("typed", ["0", "1001"])
def test_a_goal_of_an_impossible_number_says_what_is_possible(typed):
    stand, _ = logged_in()
    consented(stand)
    stand.terminal.open(Step.READING_GOAL)
    stand.keys(typed)
    stand.presenter.submit()
    assert stand.state.form.fields[0].fault == "1から1000までの数を入れてください。"
    assert "set_reading_goal" not in stand.api.calls


@pytest.mark.rule("OK-18", "OK-19")
def test_a_goal_without_a_history_leads_to_the_consent():
    stand, _ = logged_in()
    stand.terminal.open(Step.READING_GOAL)
    assert (stand.state.needs_history, stand.state.problem) == (True, None)
    stand.presenter.history()
    stand.presenter.consent()
    stand.terminal.back()
    assert (stand.step, stand.state.needs_history, stand.state.is_editing) == (Step.READING_GOAL, False, True)


def test_a_goal_is_given_up_after_one_question_and_an_ended_one_says_so():
    stand, _ = logged_in()
    consented(stand)
    stand.terminal.open(Step.READING_GOAL)
    stand.presenter.choose_period("1")
    stand.keys("2")
    stand.presenter.submit()
    stand.library.now = stand.library.now.replace(year=2027)
    assert stand.state.goal.left == "期間が終わりました。目標まで、あと2冊でした。"
    stand.presenter.confirm()
    stand.presenter.give_up()
    stand.presenter.keep()
    assert stand.state.goal is not None
    stand.presenter.give_up()
    stand.presenter.confirm()
    assert (stand.state.goal, stand.state.is_editing) == (None, True)


@pytest.mark.rule("TE-05")
def test_nothing_of_the_shelf_outlives_the_visit():
    stand, patron = logged_in()
    at_title(stand, stand.library.add_title("月の本"))
    stand.presenter.keep()
    stand.presenter.bookshelf()
    stand.terminal.end_visit()
    assert stand.terminal.visit.kept == frozenset()
    other = stand.library.add_patron()
    stand.from_rest(other.card)
    stand.presenter.bookshelf()
    assert stand.state.entries == ()
    assert len(kept(stand, patron)) == 1


def test_a_lost_answer_is_looked_after_before_anything_is_said():
    stand, patron = logged_in()
    title = stand.library.add_title("月の本")
    stand.api.shelf_of(patron).kept[title] = stand.library.today
    stand.presenter.bookshelf()
    stand.api.lose_next_answer = True
    stand.presenter.take_out(title)
    assert (stand.state.problem.can_retry, stand.state.notice) == (True, "")
    stand.presenter.retry()
    assert (stand.state.entries, stand.state.problem) == ((), None)
