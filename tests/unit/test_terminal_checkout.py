"""The shortest way to a hold: what is known of a patron is chosen and shown; what is not known is asked for."""

from dataclasses import replace

import pytest
from terminal_stand import Stand

from kiosk.domain.contact_method import ContactNeed
from kiosk.profiles import load_profile
from kiosk.terminal.checkout import go_to_checkout
from kiosk.terminal.visit import MeLearned, Pickup, PickupChosen, Step


def logged_in_with_a_title(stand: Stand, **record) -> None:
    """A patron with that record, logged in, looks at a title that is in the cart."""
    stand.from_rest(stand.library.add_patron(**record).card)
    stand.put_in_cart(stand.library.add_title("月の本"))


def demanding_library():
    """A library in which nobody can be told nothing."""
    profile = load_profile("kumamoto")
    methods = tuple(method for method in profile.contact_methods if method.needs is not ContactNeed.NOTHING)
    return replace(profile, contact_methods=methods)


def test_who_is_logged_in_comes_straight_to_the_confirmation_and_holds():
    stand = Stand()
    logged_in_with_a_title(stand)
    stand.presenter.proceed()
    assert stand.step is Step.CONFIRM
    assert (stand.state.branch, stand.state.contact) == ("熊本県立図書館", "電話1")
    stand.presenter.submit()
    assert stand.step is Step.DONE
    assert stand.state.accepted_count == 1


def test_what_was_chosen_stands_at_the_confirmation_and_can_be_changed_there():
    stand = Stand()
    logged_in_with_a_title(stand)
    stand.presenter.proceed()
    stand.presenter.change_pickup()
    stand.presenter.choose_contact("none")
    stand.presenter.proceed()
    assert (stand.step, stand.state.contact) == (Step.CONFIRM, "連絡不要")
    go_to_checkout(stand.terminal)
    assert stand.state.contact == "連絡不要", "the patron's own choice stays"


def test_where_no_contact_is_known_it_is_asked_for():
    stand = Stand(demanding_library())
    logged_in_with_a_title(stand, phone_1="", email="")
    stand.presenter.proceed()
    assert stand.step is Step.PICKUP
    assert stand.state.no_contact is not None


def test_where_no_branch_is_known_it_is_asked_for():
    profile = load_profile("kitakyushu")
    here, *others = profile.branches
    stand = Stand(replace(profile, branches=(replace(here, is_pickup=False), *others)))
    logged_in_with_a_title(stand)
    stand.presenter.proceed()
    assert stand.step is Step.PICKUP
    assert not any(branch.is_chosen for branch in stand.state.branches)


def test_who_is_not_logged_in_chooses_then_logs_in_then_confirms():
    stand = Stand()
    patron = stand.library.add_patron()
    stand.put_in_cart(stand.library.add_title("月の本"))
    stand.presenter.proceed()
    assert stand.step is Step.PICKUP
    stand.presenter.choose_contact("none")
    stand.presenter.proceed()
    assert stand.step is Step.LOGIN
    stand.log_in(patron.card)
    assert (stand.step, stand.state.contact) == (Step.CONFIRM, "連絡不要")


def test_a_contact_that_the_record_does_not_allow_any_more_is_not_taken():
    stand = Stand()
    logged_in_with_a_title(stand, email="tsuki@example.jp")
    me = stand.terminal.visit.me
    assert me is not None
    stand.terminal.dispatch(PickupChosen(Pickup(stand.library.branch, "email")))
    offers = tuple(replace(offer, allowed=offer.allowed and offer.code != "email") for offer in me.contacts)
    stand.terminal.dispatch(MeLearned(replace(me, contacts=offers)))
    stand.presenter.proceed()
    assert (stand.step, stand.state.contact) == (Step.CONFIRM, "電話1")


def test_a_cart_with_nothing_checked_is_shown_first():
    stand = Stand()
    logged_in_with_a_title(stand)
    title_id = stand.terminal.visit.cart.lines[0].title.title_id
    stand.terminal.open(Step.CART)
    stand.presenter.toggle(title_id)
    stand.terminal.back()
    stand.presenter.proceed()
    assert stand.step is Step.CART


@pytest.mark.rule("KK-02")
def test_one_touch_orders_all_volumes_by_their_numbers_whatever_order_they_came_in():
    stand = Stand()
    one, two, *_others, ten = stand.library.add_series("長い話", 10)
    assert ordered(stand, ten, one, two) == [one, two, ten]


@pytest.mark.rule("KK-02")
def test_one_touch_puts_the_upper_volume_before_the_lower():
    stand = Stand()
    lower, upper = (stand.library.add_title("夜明け前", volume=volume, series_id="s") for volume in ("下", "上"))
    assert ordered(stand, lower, upper) == [upper, lower]


def test_titles_without_a_volume_stand_behind_those_with_one_as_they_came():
    stand = Stand()
    alone, other = stand.library.add_title("月の本"), stand.library.add_title("水の本")
    one, two = stand.library.add_series("長い話", 2)
    assert ordered(stand, alone, two, other, one) == [one, two, alone, other]


def test_an_unchecked_title_is_not_ordered():
    stand = Stand()
    one, two, three = stand.library.add_series("長い話", 3)
    assert ordered(stand, three, two, one, unchecked=two) == [one, three]


def ordered(stand: Stand, *titles: str, unchecked: str = "") -> list[str]:
    """The order that one touch gives to a cart filled in this order."""
    for title_id in titles:
        stand.search(stand.library.titles[title_id].title)
        stand.presenter.open(title_id)
        stand.presenter.add_to_cart()
    stand.terminal.open(Step.CART)
    if unchecked:
        stand.presenter.toggle(unchecked)
    stand.presenter.start_ordering()
    stand.presenter.order_all()
    return list(stand.terminal.visit.cart.sequence)
