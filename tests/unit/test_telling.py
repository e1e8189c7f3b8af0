"""What is told of a terminal to who does not see it: what went wrong and what to do, what is awaited, typed, found and held."""

import pytest
from heard_voice import HeardVoice
from terminal_stand import Stand

from kiosk.terminal.comfort import Comfort
from kiosk.terminal.idle import IdlePhase
from kiosk.terminal.speaker import Speaker
from kiosk.terminal.telling import Telling


@pytest.fixture
def stand():
    return Stand()


@pytest.fixture
def telling(stand):
    return Telling(stand.terminal)


def test_a_typed_letter_a_fault_and_an_emptied_field_are_told(stand, telling):
    stand.presenter.show_card()
    telling.whole()
    stand.keys("1")
    assert telling.changes() == "1"
    stand.presenter.submit()
    assert "カード番号は" in telling.changes()
    stand.presenter.clear()
    assert telling.changes() == "全部消しました"
    assert telling.changes() == ""


def test_an_error_is_told_with_what_to_do_about_it(stand, telling):
    stand.terminal.open(stand.step.SEARCH)
    telling.whole()
    stand.api.is_down = True
    stand.search("こころ")
    told = telling.changes()
    assert "図書館のコンピューターにつながりません" in told
    assert stand.state.problem.remedy.rstrip("。") in told


def test_what_is_awaited_is_told_and_then_how_much_was_found(stand, telling):
    stand.library.add_title("こころ")
    stand.terminal.open(stand.step.SEARCH)
    telling.whole()
    stand.background.is_held = True
    stand.search("こころ")
    assert "さがしています" in telling.changes()
    stand.background.release()
    assert "1件見つかりました" in telling.whole()


def test_of_a_password_only_its_length_is_told_unless_its_owner_asked_for_it(stand, telling):
    patron = stand.library.add_patron()
    stand.presenter.show_card()
    stand.reader.show(patron.card)
    telling.whole()
    stand.keys("q7")
    assert telling.changes() == "2文字"
    stand.presenter.show_secrets(True)
    stand.keys("x")
    assert telling.changes() == "3文字"
    stand.terminal.choose_comfort(Comfort(is_spoken=True, speaks_passwords=True))
    telling.whole()
    stand.keys("Z")
    assert telling.changes() == "大文字のZ"


def test_the_cart_is_counted_and_the_outcome_of_holds_told_with_why_not(stand, telling):
    patron = stand.library.add_patron()
    for _ in range(10):
        stand.library.add_hold(patron, stand.library.add_title())
    title = stand.library.add_title("十一冊目")
    stand.search("十一冊目")
    stand.presenter.open(title)
    telling.whole()
    stand.presenter.add_to_cart()
    assert telling.changes() == "予約カートに1点入っています"
    stand.to_login(title)
    stand.log_in(patron.card)
    stand.presenter.submit()
    told = telling.whole()
    assert "十一冊目" in told
    assert "予約は、おひとり10件までです。予約を取り消すか" in told


def test_the_warning_before_the_end_is_told_once_with_the_seconds_left_and_again_shortly_before(stand, telling):
    stand.presenter.show_card()
    while stand.terminal.idle.phase is not IdlePhase.WARNING:
        stand.later(1)
    told = [telling.idle_left()]
    while stand.terminal.idle.phase is IdlePhase.WARNING:
        stand.later(1)
        told.append(telling.idle_left())
    assert "どれかのキーを押してください" in told[0]
    assert [each for each in told[1:] if each] == ["あと10秒", "あと5秒"]


def speaking_stand():
    voice = HeardVoice()
    stand = Stand(voice=voice)
    stand.terminal.choose_comfort(Comfort(is_spoken=True))
    return stand, voice


def test_while_a_sentence_is_spoken_no_time_is_counted_against_who_listens():
    stand, voice = speaking_stand()
    stand.presenter.show_card()
    voice.is_speaking = True
    stand.later(600)
    assert stand.terminal.idle.phase is IdlePhase.ACTIVE
    voice.is_speaking = False
    visit = stand.terminal.visit.visit_id
    stand.later(600)
    assert stand.terminal.visit.visit_id != visit


def test_nothing_that_was_said_is_repeated_in_the_next_visit():
    stand, voice = speaking_stand()
    speaker = Speaker(stand.terminal)
    speaker.say("こころ")
    speaker.say("行", interrupts=False)
    voice.heard.clear()
    speaker.repeat()
    assert [text for text, _ in voice.heard] == ["こころ", "行"]
    stand.terminal.end_visit()
    speaker.tick()
    voice.heard.clear()
    speaker.repeat()
    assert not voice.heard


def test_nothing_is_said_to_who_did_not_ask_for_it():
    voice = HeardVoice()
    stand = Stand(voice=voice)
    Speaker(stand.terminal).say("こころ")
    assert not voice.heard
