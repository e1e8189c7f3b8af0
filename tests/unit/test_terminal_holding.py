"""From a title to the cart: what can be held, why not, in which order, and where to collect."""

from dataclasses import replace

import pytest
from terminal_stand import Stand

from kiosk.domain.catalogue import LoanClass, Material
from kiosk.domain.circulation import ReleaseOn
from kiosk.profiles import load_profile
from kiosk.terminal.visit import Step


def look_at(stand: Stand, title_id: str):
    """The detail of a title, found by its name."""
    stand.search(stand.library.titles[title_id].title)
    stand.presenter.open(title_id)
    return stand.state


@pytest.mark.rule("KU-03")
@pytest.mark.rule("KU-04")
@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        ({"on_loan": False}, "いまこの図書館の棚にあります"),
        ({"loan_class": LoanClass.REFERENCE_ONLY, "on_loan": False}, "禁帯出"),
        ({"material": Material.DVD}, "DVDは予約できません"),
        ({"material": Material.VIDEO}, "ビデオは予約できません"),
        ({"material": Material.CD}, "CDは予約できません"),
        ({"material": Material.CASSETTE}, "カセットテープは予約できません"),
    ],
)
def test_a_title_that_cannot_be_held_says_why_and_what_to_do_and_never_gets_into_the_cart(record, sentence):
    stand = Stand()
    state = look_at(stand, stand.library.add_title("月の本", **record))
    assert not state.is_holdable
    assert sentence in state.not_holdable[0].sentence
    assert state.not_holdable[0].remedy
    stand.presenter.add_to_cart()
    assert stand.terminal.chrome.cart_count == 0


@pytest.mark.rule("KU-01")
@pytest.mark.rule("KU-04")
def test_a_lent_title_is_offered_and_put_into_the_cart_once():
    stand = Stand()
    state = look_at(stand, stand.library.add_title("月の本"))
    assert (state.is_holdable, state.not_holdable, state.is_in_cart) == (True, (), False)
    stand.presenter.add_to_cart()
    stand.presenter.add_to_cart()
    assert stand.state.is_in_cart
    assert stand.terminal.chrome.cart_count == 1


@pytest.mark.rule("KK-11")
def test_a_title_on_this_branchs_shelf_says_where_it_stands_and_one_elsewhere_is_offered():
    stand = Stand("kitakyushu")
    here = look_at(stand, stand.library.add_title("ここの本", on_loan=False))
    assert not here.is_holdable
    assert "2F 913.6" in here.not_holdable[0].sentence
    assert "カウンター" in here.not_holdable[0].remedy
    assert look_at(stand, stand.library.add_title("門司の本", on_loan=False, branch="moji")).is_holdable


@pytest.mark.rule("KK-05")
def test_a_library_says_that_a_title_cannot_be_held_in_its_own_words():
    stand = Stand("kitakyushu")
    assert stand.terminal.words("detail-not-holdable") == "この書誌は予約できません。"


@pytest.mark.rule("KK-01")
def test_an_unchecked_line_stays_in_the_cart_and_is_not_submitted():
    stand = Stand()
    patron = stand.library.add_patron()
    one, two, three = (stand.library.add_title(f"本{n}") for n in "一二三")
    for title in (one, two, three):
        stand.put_in_cart(title)
    stand.terminal.open(Step.CART)
    stand.presenter.toggle(two)
    stand.presenter.remove(three)
    assert [(line.title.title_id, line.is_checked) for line in stand.state.lines] == [(one, True), (two, False)]
    assert stand.state.checked_count == 1
    stand.presenter.proceed()
    stand.presenter.choose_contact("none")
    stand.presenter.proceed()
    stand.log_in(patron.card)
    assert [line.title.title_id for line in stand.state.lines] == [one]
    stand.presenter.submit()
    assert {hold.title_id for hold in stand.library.holds_by(patron)} == {one}
    assert [line.title.title_id for line in stand.terminal.visit.cart.lines] == [two]


def test_nothing_checked_goes_no_further():
    stand = Stand()
    title = stand.library.add_title()
    stand.put_in_cart(title)
    stand.terminal.open(Step.CART)
    stand.presenter.toggle(title)
    assert not stand.state.can_proceed
    stand.presenter.proceed()
    assert stand.step is Step.CART


@pytest.mark.rule("KU-05")
def test_the_cart_reserves_nothing():
    stand = Stand()
    stand.put_in_cart(stand.library.add_title())
    stand.terminal.end_visit()
    assert stand.library.kept_holds == {}
    assert "place_holds" not in stand.api.calls


@pytest.mark.rule("KK-04")
def test_the_cart_is_reached_from_every_screen():
    stand = Stand()
    title = stand.library.add_title("月の本")
    stand.put_in_cart(title)
    for step in (Step.SEARCH, Step.RESULTS, Step.DETAIL, Step.PICKUP):
        stand.terminal.open(step)
        stand.terminal.open(Step.CART)
        assert stand.step is Step.CART


@pytest.mark.rule("KK-02")
@pytest.mark.rule("OK-07")
@pytest.mark.parametrize(
    ("profile", "note"),
    [
        ("kumamoto", "「3」を返却されると、次の「1」をご用意します。"),
        ("kitakyushu", "「3」が確保されると、次の「1」を確保します。"),
    ],
)
def test_an_order_is_given_by_touching_the_lines_one_after_the_other(profile, note):
    stand = Stand(profile)
    volumes = stand.library.add_series("長い話", 3)
    for volume in volumes:
        stand.put_in_cart(volume)
    stand.terminal.open(Step.CART)
    assert stand.state.can_order
    stand.presenter.start_ordering()
    assert not stand.state.can_proceed
    stand.presenter.tap_order(volumes[2])
    stand.presenter.tap_order(volumes[0])
    stand.presenter.finish_ordering()
    assert [(line.title.title_id, line.order) for line in stand.state.lines] == [
        (volumes[2], 1),
        (volumes[0], 2),
        (volumes[1], 0),
    ]
    assert stand.state.order_note == note
    request = stand.terminal.visit.cart.request("main", "none")
    assert request.sequences == ((volumes[2], volumes[0]),)


def test_an_order_of_one_is_none():
    stand = Stand()
    volumes = stand.library.add_series("長い話", 2)
    for volume in volumes:
        stand.put_in_cart(volume)
    stand.terminal.open(Step.CART)
    stand.presenter.start_ordering()
    stand.presenter.tap_order(volumes[1])
    stand.presenter.finish_ordering()
    assert [line.order for line in stand.state.lines] == [0, 0]


def test_a_volume_that_was_unchecked_is_checked_again_with_its_series():
    stand = Stand()
    patron, volumes = stand.library.add_patron(), stand.library.add_series("長い話", 2)
    stand.put_in_cart(volumes[0])
    stand.terminal.open(Step.CART)
    stand.presenter.toggle(volumes[0])
    stand.search("長い話")
    stand.presenter.open(volumes[1])
    stand.presenter.add_series()
    stand.terminal.open(Step.CART)
    assert [line.is_checked for line in stand.state.lines] == [True, True]
    stand.presenter.proceed()
    stand.presenter.choose_contact("none")
    stand.presenter.proceed()
    stand.log_in(patron.card)
    stand.presenter.submit()
    assert stand.state.accepted_count == 2


@pytest.mark.rule("KU-08")
def test_the_note_about_a_series_names_the_volumes_that_would_be_held():
    stand = Stand()
    first, *rest = stand.library.add_series("長い話", 3)
    stand.library.bring_back(first)
    state = look_at(stand, rest[0])
    assert state.series_count == 2
    assert state.series_note == "「2」を返却されると、次の「3」をご用意します。"


@pytest.mark.rule("KT-11")
def test_a_library_without_sequences_offers_no_order_anywhere():
    profile = load_profile("kumamoto")
    stand = Stand(replace(profile, holds=replace(profile.holds, sequences=ReleaseOn.NEVER)))
    volumes = stand.library.add_series("長い話", 2)
    assert look_at(stand, volumes[0]).series_count == 0
    for volume in volumes:
        stand.put_in_cart(volume)
    stand.terminal.open(Step.CART)
    assert not stand.state.can_order


@pytest.mark.rule("KU-02")
def test_the_eleventh_hold_is_refused_with_the_limit_and_what_to_do():
    stand = Stand()
    patron = stand.library.add_patron()
    for _ in range(10):
        stand.library.add_hold(patron, stand.library.add_title())
    stand.to_login(stand.library.add_title("十一冊目"))
    stand.log_in(patron.card)
    stand.presenter.submit()
    assert (stand.state.accepted_count, stand.state.refused_count) == (0, 1)
    assert stand.state.lines[0].refusals[0].sentence == "予約は、おひとり10件までです。"
    assert stand.state.lines[0].refusals[0].remedy
