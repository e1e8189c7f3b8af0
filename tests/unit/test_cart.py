"""The hold cart as a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from titles import a_title

from kiosk.terminal.cart import Cart

IDS = "abcdef"
TITLES = {title_id: a_title(title_id) for title_id in IDS}
ids = st.sampled_from(IDS)
touches = st.one_of(
    st.tuples(st.just("add"), ids),
    st.tuples(st.just("remove"), ids),
    st.tuples(st.just("toggle"), ids),
    st.tuples(st.just("tap_order"), ids),
    st.tuples(st.just("series"), st.lists(ids, min_size=2, max_size=4, unique=True)),
    st.tuples(st.just("without"), st.frozensets(ids, max_size=3)),
)


def touched(cart: Cart, what: str, which) -> Cart:
    """The cart after a touch that a screen offers."""
    if what == "add":
        return cart.add(TITLES[which])
    if what == "series":
        return cart.add(*(TITLES[each] for each in which)).in_sequence(*which)
    if what == "tap_order" and not any(line.title.title_id == which for line in cart.checked):
        return cart
    return getattr(cart, what)(which)


@given(st.lists(touches, max_size=30))
def test_whatever_is_touched_the_request_fits_together(done):
    cart = Cart()
    for what, which in done:
        cart = touched(cart, what, which)
    request = cart.request("main", "none")
    in_sequences = [title_id for sequence in request.sequences for title_id in sequence]
    assert len(set(request.titles)) == len(request.titles)
    assert set(in_sequences) <= set(request.titles)
    assert len(set(in_sequences)) == len(in_sequences)
    assert all(len(sequence) > 1 for sequence in request.sequences)
    assert set(request.titles) == {line.title.title_id for line in cart.lines if line.is_checked}


def filled(*title_ids: str) -> Cart:
    return Cart().add(*(TITLES[title_id] for title_id in title_ids))


def test_a_title_is_in_the_cart_once_and_in_the_order_it_came():
    cart = filled("b", "a", "b")
    assert [line.title.title_id for line in cart.lines] == ["b", "a"]
    assert ("a" in cart, "c" in cart, len(cart)) == (True, False, 2)


@pytest.mark.rule("KK-01")
def test_an_unchecked_line_stays_and_is_not_submitted():
    cart = filled("a", "b").toggle("a")
    assert cart.request("main", "none").titles == ("b",)
    assert len(cart) == 2
    assert cart.toggle("a").request("main", "none").titles == ("a", "b")


@pytest.mark.rule("KK-02")
def test_the_lines_in_sequence_come_first_in_their_order():
    cart = filled("a", "b", "c").in_sequence("c", "a")
    assert cart.request("main", "none").titles == ("c", "a", "b")
    assert cart.request("main", "none").sequences == (("c", "a"),)
    assert (cart.order("c"), cart.order("a"), cart.order("b")) == (1, 2, None)


def test_a_title_that_is_removed_unchecked_or_accepted_leaves_the_sequence():
    cart = filled("a", "b", "c").in_sequence("a", "b", "c")
    assert cart.remove("b").sequence == ("a", "c")
    assert cart.toggle("b").sequence == ("a", "c")
    assert cart.without(frozenset("ab")).sequence == ("c",)


def test_a_second_touch_takes_a_title_out_of_the_order():
    cart = filled("a", "b").tap_order("b").tap_order("a")
    assert cart.sequence == ("b", "a")
    assert cart.tap_order("b").sequence == ("a",)


def test_a_sequence_of_one_is_none():
    assert filled("a", "b").in_sequence("a").request("main", "none").sequences == ()


def test_a_sequence_checks_its_titles():
    cart = filled("a", "b").toggle("a").in_sequence("a", "b")
    assert [line.is_checked for line in cart.lines] == [True, True]


def test_a_cart_is_never_changed_in_place():
    cart = filled("a")
    cart.add(TITLES["b"]).remove("a").toggle("b")
    assert cart == filled("a")
