"""A whole visit without looking: by the arrows and OK of a keypad, and by what the voice says; nothing is ever touched."""

from collections.abc import Callable
from dataclasses import replace

from floor import Floor
from keypad import BACK, ERASE, LEFT, OK, PLUS, RIGHT, STAR, Hand

from kiosk.domain.circulation import HoldState
from kiosk.domain.profile import TimeLimits
from kiosk.domain.requests import Credentials
from kiosk.terminal.idle import IdlePhase
from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]
PASSWORD = "abc123"


def _register(hand: Hand, floor: Floor, key: str) -> None:
    patron = floor.patron(key)
    hand.do("register")
    floor.at(Step.REGISTER_TERMS)
    hand.until_said("本パスワード申請。はじめに、利用条件をお読みください", "同意する。チェック。選んでありません")
    hand.do("agree")
    hand.until_said("同意する。チェック。選んであります")
    hand.do("primary")
    floor.at(Step.REGISTER_IDENTITY)
    hand.until_said("ご本人の確認", "カード番号。入力欄。空です")
    identity = {"card_number": patron.card_number, "birth_date": f"{patron.birth_date:%Y%m%d}", "phone": patron.phone_1}
    for field, text in identity.items():
        hand.do(f"field-{field}")
        hand.spell(text)
    hand.do("primary")
    floor.at(Step.REGISTER_PASSWORD)
    hand.until_said("新しいパスワード。")
    hand.forget()
    for field in ("password", "password_again"):
        hand.do(f"field-{field}")
        hand.spell(PASSWORD)
    assert hand.said("6文字")
    hand.do("primary")
    floor.at(Step.REGISTER_DONE)
    hand.until_said("パスワードの登録を行いました")


def _log_in(hand: Hand, floor: Floor, key: str) -> None:
    hand.until_said("図書館カードを見せてください")
    hand.do("field-card_number")
    hand.spell(floor.patron(key).card_number)
    hand.do("primary")
    floor.until(lambda: floor.terminal.visit.card_number is not None, "the password field")
    hand.until_said("パスワードを入れてください", "パスワード。入力欄。空です")
    hand.do("field-password")
    hand.spell(PASSWORD)
    hand.do("primary")
    floor.at(Step.MENU)
    hand.until_said("確認しています…", "利用者メニュー。貸出状況一覧")


def _held(floor: Floor, password: str) -> set[str]:
    """The titles that the patron has on hold, as the service has it."""
    session = floor.api.open_session(Credentials(floor.patron("many_contacts").card_number, password))
    return {hold.title.title_id for hold in floor.api.holds(session).holds if hold.state is not HoldState.CANCELLED}


def test_a_whole_visit_goes_by_arrows_and_ok_alone(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    hand = Hand(floor)
    before = _held(floor, floor.patron("many_contacts").password)
    hand.begin()
    hand.until_said("矢印で動き", "本をさがす", "書名や著者名を入れてください。ボタン")
    _register(hand, floor, "many_contacts")
    hand.do("primary")
    floor.at(Step.LOGIN)
    _log_in(hand, floor, "many_contacts")

    hand.do("menu-search")
    floor.at(Step.SEARCH)
    hand.until_said("何をおさがしですか", "さがす言葉。入力欄。空です")
    hand.spell("からまーぞ")
    assert hand.said("濁点", "のばす音", "候補の名前が")
    hand.do("primary")
    floor.at(Step.RESULTS)
    hand.until_said("件見つかりました", "のうち1番目")
    hand.do("row-karamazov-1")
    floor.at(Step.DETAIL)
    hand.until_said("カラマーゾフ")
    hand.do("add-series")
    hand.until_said("予約カートに3点入っています")
    hand.do("top-cart")
    floor.at(Step.CART)
    hand.until_said("予約カート。")
    hand.do("order")
    hand.until_said("読みたい順に")
    for volume in (1, 2, 3):
        hand.do(f"order-karamazov-{volume}")
    hand.until_said("選んであります")
    hand.do("finish-order")
    floor.until(lambda: floor.terminal.visit.cart.sequence == ("karamazov-1", "karamazov-2", "karamazov-3"), "the order")
    hand.do("primary")
    floor.at(Step.PICKUP)
    hand.until_said("受け取りと連絡の方法")
    hand.do("contact-none")
    hand.until_said("連絡不要。選択肢。選んであります")
    hand.do("primary")
    floor.at(Step.CONFIRM)
    hand.until_said("この内容で予約しますか")
    hand.do("primary")
    floor.at(Step.DONE)
    hand.until_said("予約を受け付けました", "カラマーゾフの兄弟", "受け付けました")
    assert _held(floor, PASSWORD) == before | {"karamazov-1", "karamazov-2", "karamazov-3"}

    hand.do("see-holds")
    floor.at(Step.HOLDS)
    hold = next(each for each in floor.state.holds if each.title.title_id == "karamazov-3")
    hand.forget()
    hand.do(f"cancel-{hold.hold_id}")
    hand.until_said("予約を取り消しますか")
    hand.do("confirm-cancel")
    hand.until_said("の予約を取り消しました。")
    assert _held(floor, PASSWORD) == before | {"karamazov-1", "karamazov-2"}
    hand.do("top-log-out")
    floor.at(Step.REST)
    assert not floor.terminal.visit.comfort.is_spoken
    assert all(language == "ja" for _, language in hand.voice.heard)


def test_a_keypad_types_its_digits_and_speaks_the_language_that_was_chosen(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    hand = Hand(floor)
    hand.begin()
    hand.forget()
    hand.do("language-en")
    floor.until(lambda: floor.terminal.words.language == "en", "English")
    hand.until_said("Find a book", "English. option. selected")
    hand.do("show-card")
    floor.at(Step.LOGIN)
    hand.until_said("Card number. text field. empty")
    hand.forget()
    number = floor.patron("everyday").card_number
    hand.type(number)
    floor.until(lambda: floor.state.form.fields[0].shown == number, "the number")
    assert hand.name == "field-card_number"
    hand.press(ERASE)
    hand.until_said(f"erased, {number[-1]}")
    hand.type(number[-1])
    floor.until(lambda: floor.state.form.fields[0].shown == number, "the number")
    hand.press(OK)  # what was typed is done
    floor.until(lambda: floor.terminal.visit.card_number is not None, "the password field")
    hand.until_said("Password. text field. empty")
    last = hand.voice.heard[-1]
    hand.press(STAR)
    assert hand.voice.heard[-1] == last
    hand.press(BACK)
    hand.settle()
    floor.at(Step.REST)
    assert all(language == "en" for _, language in hand.voice.heard)
    hand.press(PLUS)
    assert hand.voice.volumes == [80]


def test_a_hand_scanner_that_types_is_heard_while_the_keys_have_the_focus(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    hand = Hand(floor)
    hand.begin()
    hand.go("children")
    floor.finger.scan(f"A{floor.patron('everyday').card_number}A")
    floor.until(lambda: floor.terminal.visit.step is Step.LOGIN and floor.terminal.visit.card_number, "the card")
    hand.until_said("パスワード。入力欄。空です")


def test_a_finger_takes_the_focus_away_and_without_it_arrows_move_the_cursor(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    hand = Hand(floor)
    hand.begin()
    assert hand.focus.is_on
    floor.tap_to("search-field", Step.SEARCH)
    assert not hand.focus.is_on
    assert hand.voice.stops
    floor.type("あい")
    hand.press(LEFT)
    floor.until(lambda: floor.state.form.fields[0].cursor == 1, "the cursor")
    assert not hand.focus.is_on


def test_a_key_that_is_held_or_struck_twice_by_a_trembling_hand_acts_once(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    hand = Hand(floor)
    hand.begin()
    hand.go("children")
    for _repeat in range(5):  # as a keyboard repeats what is held down
        hand.hold(RIGHT)
    assert hand.name == hand.beside("children")
    hand.release(RIGHT)
    hand.go("children")
    floor.terminal.choose_comfort(replace(floor.terminal.visit.comfort, is_unhurried=True))
    hand.settle()
    floor.until(lambda: hand.name == "children", "the focus")
    hand.press(RIGHT, RIGHT)
    assert hand.name == hand.beside("children")


def test_before_a_visit_ends_any_key_goes_on_and_does_nothing_else(open_terminal: OpenTerminal) -> None:
    limits = TimeLimits(idle_seconds=2, idle_logged_in_seconds=2, countdown_seconds=60)
    floor = open_terminal("kumamoto", time_limits=limits)
    hand = Hand(floor)
    hand.begin()
    floor.until(lambda: floor.terminal.idle.phase is IdlePhase.WARNING, "the warning")
    hand.until_said("まだお使いですか", "どれかのキーを押してください")
    hand.press(OK)
    floor.until(lambda: floor.terminal.idle.phase is IdlePhase.ACTIVE, "going on")
    assert floor.terminal.visit.step is Step.REST
    assert hand.focus.is_on
