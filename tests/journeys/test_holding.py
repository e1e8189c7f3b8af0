"""Holding through the terminal: the offer, the cart, the order of a series, pickup and contact, the login, the outcome."""

from collections.abc import Callable

import pytest
from floor import Floor

from kiosk.terminal.visit import Step

OpenTerminal = Callable[..., Floor]


@pytest.mark.rule("KU-01", "KU-04", "KU-05", "KU-07", "TE-01", "TE-03")
def test_a_patron_holds_a_title_on_loan_by_themselves(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    before = len(floor.api.holds(floor.session("many_contacts")).holds)
    floor.show_title("karamazov-1", "からまーぞ")
    assert floor.says("予約カートに入れる")
    floor.tap_to_cart()
    floor.tap_to("primary", Step.PICKUP)
    floor.finger.tap("contact-none")
    floor.finger.tap("primary")
    floor.log_in("many_contacts")
    floor.at(Step.CONFIRM)
    assert len(floor.api.holds(floor.session("many_contacts")).holds) == before  # the cart reserves nothing
    floor.tap_to("primary", Step.DONE)
    assert floor.state.accepted_count == 1
    assert len(floor.api.holds(floor.session("many_contacts")).holds) == before + 1


@pytest.mark.rule("KU-07")
def test_who_is_logged_in_is_not_asked_again(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.log_in_to_menu("many_contacts")
    floor.show_title("karamazov-1", "からまーぞ")
    floor.tap_to_cart()
    floor.tap_to("primary", Step.PICKUP)
    floor.finger.tap("contact-none")
    floor.tap_to("primary", Step.CONFIRM)


@pytest.mark.rule("KU-03", "KU-04")
def test_kumamoto_offers_no_hold_on_what_stands_on_the_shelf_and_says_where_it_is(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.show_title(*floor.title_on_shelf())
    assert not floor.state.is_holdable
    assert not floor.says("予約カートに入れる")
    assert floor.says(floor.state.not_holdable[0].sentence, floor.state.not_holdable[0].remedy)


@pytest.mark.rule("KK-05", "KK-11")
def test_kitakyushu_offers_no_hold_on_its_own_shelf_and_shows_where_it_stands(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitakyushu")
    floor.show_title(*floor.title_on_shelf())
    assert floor.says("この書誌は予約できません。", "カウンターにおたずねください")
    assert not floor.says("予約カートに入れる")


@pytest.mark.rule("KK-01", "KK-04")
def test_an_unchecked_title_stays_in_the_cart_and_a_removed_one_does_not(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kitakyushu")
    floor.show_title("karamazov-1", "からまーぞ")
    floor.finger.tap("add-series")
    floor.tap_to("top-cart", Step.CART)
    assert floor.says("解除")
    floor.finger.tap("toggle-karamazov-3")
    floor.finger.tap("remove-karamazov-2")
    floor.until(lambda: len(floor.terminal.visit.cart) == 2, "two lines")
    floor.tap_to("primary", Step.PICKUP)
    floor.finger.tap("contact-none")
    floor.finger.tap("primary")
    floor.log_in("many_contacts")
    floor.at(Step.CONFIRM)
    assert [line.title.title_id for line in floor.state.lines] == ["karamazov-1"]
    floor.tap_to("primary", Step.DONE)
    assert [line.title.title_id for line in floor.terminal.visit.cart.lines] == ["karamazov-3"]


@pytest.mark.rule("KU-08", "KK-02", "OK-07")
@pytest.mark.parametrize(("profile", "sentence"), [("kumamoto", "返却されると"), ("kitakyushu", "確保されると")])
def test_the_order_of_a_series_is_set_by_touch_and_said_in_the_librarys_terms(
    open_terminal: OpenTerminal, profile: str, sentence: str
) -> None:
    floor = open_terminal(profile)
    floor.show_title("karamazov-1", "からまーぞ")
    floor.finger.tap("add-series")
    floor.tap_to("top-cart", Step.CART)
    floor.finger.tap("order")
    for volume in (2, 1, 3):
        floor.finger.tap(f"order-karamazov-{volume}")
    floor.finger.tap("finish-order")
    floor.until(lambda: floor.says(sentence), sentence)
    assert floor.terminal.visit.cart.sequence == ("karamazov-2", "karamazov-1", "karamazov-3")


@pytest.mark.rule("KU-06", "KK-07")
def test_mail_without_an_address_on_record_is_sent_back_with_the_reason(open_terminal: OpenTerminal) -> None:
    floor = open_terminal("kumamoto")
    floor.show_title("karamazov-1", "からまーぞ")
    floor.tap_to_cart()
    floor.tap_to("primary", Step.PICKUP)
    assert [choice.name for choice in floor.state.contacts] == ["メール", "電話1", "電話2", "FAX", "連絡不要"]
    floor.finger.tap("contact-email")
    floor.finger.tap("primary")
    floor.log_in("no_email")
    floor.at(Step.PICKUP)
    assert floor.says("メールアドレスが登録されていません。")
    assert "contact-email" not in floor.finger.names()
    assert not floor.state.can_proceed
    floor.finger.tap("contact-none")
    floor.tap_to("primary", Step.CONFIRM)


@pytest.mark.rule("KU-02", "KK-06")
@pytest.mark.parametrize("profile", ["kumamoto", "kitakyushu"])
def test_past_the_limit_each_line_says_what_became_of_it(open_terminal: OpenTerminal, profile: str) -> None:
    floor = open_terminal(profile)
    floor.show_title("karamazov-1", "からまーぞ")
    floor.finger.tap("add-series")
    floor.tap_to("top-cart", Step.CART)
    floor.tap_to("primary", Step.PICKUP)
    floor.finger.tap("contact-none")
    floor.finger.tap("primary")
    floor.log_in("below_limit")
    floor.at(Step.CONFIRM)
    floor.tap_to("primary", Step.DONE)
    assert (floor.state.accepted_count, floor.state.refused_count) == (1, 2)
    floor.until(lambda: floor.says("予約は、おひとり10件までです。"), "the reason")
    assert len(floor.terminal.visit.cart) == 2  # what was refused is kept
