"""A visit is one value, and every event makes another of it."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from titles import a_title

from kiosk.domain.card import CardNumber
from kiosk.domain.catalogue import TitleDetail
from kiosk.domain.circulation import Hold, HoldLine, HoldRequestOutcome, HoldRequestState, HoldState, LineOutcome
from kiosk.domain.requests import Me, PasswordRegistration, PatronSession, RegistrationGrant
from kiosk.domain.search import SearchCounts, SearchPage, SearchQuery
from kiosk.terminal import visit as visits
from kiosk.terminal.advancing import advance
from kiosk.terminal.cart import Cart
from kiosk.terminal.visit import (
    CardShown,
    CartChanged,
    Event,
    HoldOpened,
    HoldsAnswered,
    IdentityProved,
    KeepWished,
    KeptLearned,
    LanguageChosen,
    LoggedIn,
    LoginAsked,
    MeLearned,
    PageGathered,
    PasswordRegistered,
    Pickup,
    PickupChosen,
    ResultsCounted,
    ResultsLeft,
    SearchAnswered,
    SessionLost,
    Step,
    StepOpened,
    TitleShown,
    Visit,
    VisitEnded,
    WentBack,
)

WHEN = datetime(2026, 11, 24, 10, tzinfo=UTC)
CARD = CardNumber("2900012345")
SESSION = PatronSession("token", WHEN)
GRANT = RegistrationGrant("grant", WHEN)
ME = Me(0, 10, 0, 0, 0, (), (), date(2027, 1, 1))
ONE, TWO = a_title("t1"), a_title("t2")
CART = Cart().add(ONE, TWO)
HOLD = Hold("h1", ONE, HoldState.WAITING, WHEN, "main", "none", 1, 1)
OUTCOME = HoldRequestOutcome(
    "key-00001",
    HoldRequestState.DONE,
    (HoldLine("t1", "本t1", LineOutcome.ACCEPTED, hold=HOLD), HoldLine("t2", "本t2", LineOutcome.REFUSED)),
)

steps = st.sampled_from(Step)
events = st.one_of(
    st.builds(StepOpened, steps, st.booleans()),
    st.just(WentBack()),
    st.builds(LanguageChosen, st.sampled_from(["ja", "en"])),
    st.just(SearchAnswered(SearchQuery("月"), SearchPage(0, 0, ()))),
    st.builds(PageGathered, st.builds(SearchPage, st.just(60), st.just(20), st.just((ONE,))), st.integers(0, 59)),
    st.just(ResultsCounted(SearchCounts(available=1))),
    st.builds(ResultsLeft, st.integers(0, 59)),
    st.just(TitleShown(TitleDetail(ONE, ()))),
    st.just(CartChanged(CART)),
    st.just(PickupChosen(Pickup("main", "none"))),
    st.builds(LoginAsked, steps),
    st.sampled_from([CardShown(CARD), CardShown(None)]),
    st.builds(LoggedIn, st.just(SESSION), st.sampled_from([ME, None]), steps),
    st.just(MeLearned(ME)),
    st.just(IdentityProved(GRANT)),
    st.just(PasswordRegistered(PasswordRegistration())),
    st.just(HoldOpened("h1")),
    st.just(HoldsAnswered(OUTCOME)),
    st.sampled_from([KeepWished("t1"), KeepWished("")]),
    st.just(KeptLearned(frozenset({"t1"}))),
    st.just(SessionLost()),
)


def after(visit: Visit, *happened: Event) -> Visit:
    for event in happened:
        visit = advance(visit, event)
    return visit


@given(st.lists(events, max_size=40))
def test_the_way_back_never_runs_in_a_ring(happened):
    visit = Visit(1)
    for event in happened:
        visit = advance(visit, event)
        way = (*visit.history, visit.step)
        assert len(set(way)) == len(way)


@given(st.lists(events, max_size=40))
def test_going_back_long_enough_always_ends_at_rest(happened):
    visit = after(Visit(1), *happened)
    for _ in range(len(Step)):
        visit = advance(visit, WentBack())
    assert visit.step is Step.REST or visit.history == ()
    assert advance(visit, WentBack()).step is Step.REST


@given(st.lists(events, max_size=40), st.integers(2, 99))
def test_a_new_visit_has_nothing_of_the_old_one(happened, number):
    assert advance(after(Visit(1), *happened), VisitEnded(number, "ja")) == Visit(number)


@given(st.lists(events, max_size=40))
def test_the_login_that_is_asked_for_has_no_card_of_an_earlier_one(happened):
    before = after(Visit(1), *happened)
    if before.step is not Step.LOGIN:
        assert advance(before, LoginAsked(Step.MENU)).card_number is None


def test_every_event_is_known():
    kinds = [kind for kind in vars(visits).values() if isinstance(kind, type) and issubclass(kind, Event)]
    assert len(kinds) == 28
    with pytest.raises(TypeError, match="no such event"):
        advance(Visit(1), Event())


def test_what_is_on_one_patrons_shelf_is_forgotten_with_the_session():
    visit = after(Visit(1), LoggedIn(SESSION, ME, Step.MENU), KeptLearned(frozenset({"t1"})))
    assert visit.kept == {"t1"}
    assert advance(visit, SessionLost()).kept == frozenset()


def test_a_step_is_opened_and_left_again():
    visit = after(Visit(1), StepOpened(Step.SEARCH), StepOpened(Step.CART))
    assert (visit.step, visit.history) == (Step.CART, (Step.REST, Step.SEARCH))
    assert advance(visit, WentBack()).step is Step.SEARCH


def test_a_step_that_replaces_is_not_gone_back_to():
    visit = after(Visit(1), StepOpened(Step.SEARCH), StepOpened(Step.CART, replaces=True))
    assert advance(visit, WentBack()).step is Step.REST


def test_rest_has_no_way_back():
    assert after(Visit(1), StepOpened(Step.SEARCH), StepOpened(Step.REST)).history == ()


def test_a_search_and_a_title_are_kept_for_the_way_back():
    query, page = SearchQuery("月"), SearchPage(1, 0, (ONE,))
    detail = TitleDetail(ONE, ())
    visit = after(Visit(1), StepOpened(Step.SEARCH), SearchAnswered(query, page), TitleShown(detail))
    assert (visit.step, visit.query, visit.page, visit.detail) == (Step.DETAIL, query, page, detail)
    assert visit.history == (Step.REST, Step.SEARCH, Step.RESULTS)
    assert after(visit, TitleShown(detail)).history == visit.history


def test_the_cart_and_the_choice_of_pickup_outlive_every_other_step():
    visit = after(Visit(1), CartChanged(CART), PickupChosen(Pickup("main", "none")), LoginAsked(Step.CONFIRM))
    visit = after(visit, CardShown(CARD), LoggedIn(SESSION, ME, Step.CONFIRM), SessionLost(), LanguageChosen("en"))
    assert (visit.cart, visit.pickup, visit.language) == (CART, Pickup("main", "none"), "en")


@pytest.mark.rule("KU-07")
def test_a_login_goes_on_where_it_interrupted_and_forgets_the_card():
    visit = after(Visit(1), CartChanged(CART), StepOpened(Step.CART), StepOpened(Step.PICKUP), LoginAsked(Step.CONFIRM))
    assert (visit.step, visit.after_login) == (Step.LOGIN, Step.CONFIRM)
    visit = after(visit, CardShown(CARD), LoggedIn(SESSION, ME, Step.CONFIRM))
    assert (visit.step, visit.card_number, visit.me, visit.is_logged_in) == (Step.CONFIRM, None, ME, True)
    assert visit.history == (Step.REST, Step.CART, Step.PICKUP)


def test_a_session_that_was_lost_is_asked_for_again_and_comes_back():
    visit = after(Visit(1), LoggedIn(SESSION, ME, Step.LOANS), SessionLost())
    assert (visit.step, visit.session, visit.me, visit.after_login) == (Step.LOGIN, None, None, Step.LOANS)


def test_a_registration_leaves_no_grant_and_no_way_back_into_itself():
    visit = after(Visit(1), StepOpened(Step.REGISTER_TERMS), StepOpened(Step.REGISTER_IDENTITY), IdentityProved(GRANT))
    assert (visit.step, visit.grant) == (Step.REGISTER_PASSWORD, GRANT)
    visit = advance(visit, PasswordRegistered(PasswordRegistration()))
    assert (visit.step, visit.grant) == (Step.REGISTER_DONE, None)
    assert visit.history == (Step.REST, Step.REGISTER_TERMS)


def test_what_was_accepted_leaves_the_cart_and_what_was_refused_stays():
    visit = after(Visit(1), CartChanged(CART), StepOpened(Step.CONFIRM), HoldsAnswered(OUTCOME))
    assert (visit.step, visit.history, visit.outcome) == (Step.DONE, (), OUTCOME)
    assert [line.title.title_id for line in visit.cart.lines] == ["t2"]


def test_figures_learnt_anew_and_a_hold_opened():
    visit = after(Visit(1), LoggedIn(SESSION, None, Step.HOLDS), MeLearned(ME), HoldOpened("h1"))
    assert (visit.me, visit.hold_id, visit.step) == (ME, "h1", Step.HOLD_CHANGE)
