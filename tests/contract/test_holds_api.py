"""What the terminal may rely on: one suite for the fake that its tests use and for the real client with the real service."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from central_world import PASSWORD, Desk, World, terminal_key
from fake_holds_api import FakeHoldsApi

from kiosk.central.mail.smtp import MailSettings
from kiosk.client.holds_api import HttpHoldsApi
from kiosk.domain.catalogue import AvailabilityKind, Material
from kiosk.domain.circulation import HoldAction, HoldRequestState, HoldState, LineOutcome, ReleaseOn
from kiosk.domain.errors import Refused, SessionEnded
from kiosk.domain.profile import Profile
from kiosk.domain.reasons import ReasonCode
from kiosk.domain.registration import IdentityRegistration
from kiosk.domain.requests import (
    Credentials,
    EmailChange,
    EmailState,
    HoldChange,
    HoldRequest,
    Identity,
    NewPassword,
    PasswordChange,
    PatronSession,
    Rights,
    SequenceRequest,
)
from kiosk.domain.search import SearchFilters, SearchQuery, SearchSort
from kiosk.profiles import load_profile
from kiosk.terminal.ports import HoldsApi

KUMAMOTO = load_profile("kumamoto")
KITAKYUSHU = load_profile("kitakyushu")
OKEGAWA = load_profile("okegawa")
KITSUKI = load_profile("kitsuki")


@dataclass
class Place:
    """A library that can be filled, the API of a terminal in its first branch, and what its desk does to a ready hold."""

    library: Any
    """A `World` or a `FakeLibrary`: both are filled by the same names."""
    api: HoldsApi
    make_ready: Callable[[str, str], None]
    """Brings in the item of a title, for the hold given."""

    def log_in(self, patron: Any) -> PatronSession:
        """A session of that patron."""
        return self.api.open_session(Credentials(patron.card, PASSWORD))

    def request(self, *titles: str, contact: str = "none", sequences: tuple[tuple[str, ...], ...] = ()) -> HoldRequest:
        """A cart with those titles for the first branch."""
        return HoldRequest(titles, self.library.profile.branches[0].code, contact, sequences)

    def hold(self, session: PatronSession, title_id: str) -> str:
        """Places one hold that must be accepted; gives its id."""
        (line,) = self.api.place_holds(session, new_key(), self.request(title_id)).lines
        assert line.hold is not None
        return line.hold.hold_id


def new_key() -> str:
    return str(uuid4())


@pytest.fixture(params=["fake", "real"])
def open_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., Place]]:
    """Opens a library of that profile, sending mail or not; which of the two it is, the test does not know."""
    with ExitStack() as until_the_end:

        def fake(profile: Profile, *, sends_mail: bool = False) -> Place:
            api = FakeHoldsApi(profile)
            api.library.sends_mail = sends_mail
            return Place(api.library, api, lambda hold_id, _title_id: api.library.make_ready(hold_id))

        def real(profile: Profile, *, sends_mail: bool = False) -> Place:
            world = World(f"sqlite:///{tmp_path}/central.sqlite", profile)
            if sends_mail:
                world.with_settings(mail=MailSettings("127.0.0.1", "library@example.jp"), public_url="https://example.jp")
            url = until_the_end.enter_context(world.serve())

            def make_ready(_hold_id: str, title_id: str) -> None:
                Desk(url).scan(world.item_of(title_id), world.home)

            return Place(world, HttpHoldsApi(url, terminal_key(f"{world.home}-1")), make_ready)

        yield fake if request.param == "fake" else real


@pytest.fixture
def place(open_place: Callable[..., Place]) -> Place:
    """Kumamoto: one branch, holds on what is lent, an order of volumes."""
    return open_place(KUMAMOTO)


def refused(call: Callable[[], object]) -> Refused:
    """The refusal with which the call must end."""
    with pytest.raises(Refused) as caught:
        call()
    return caught.value


def codes(error: Refused) -> list[ReasonCode]:
    return [reason.code for reason in error.reasons]


def test_a_terminal_learns_its_library_and_its_branch(place):
    told = place.api.profile()
    assert (told.profile, told.branch) == (place.library.profile, "main")


def test_a_search_finds_titles_page_by_page(place):
    ids = [place.library.add_title(f"月の本{n}") for n in range(3)]
    place.library.add_title("星の本")
    first = place.api.search(SearchQuery("月", limit=2))
    second = place.api.search(SearchQuery("月", offset=2, limit=2))
    assert (first.total, first.offset, len(first.titles)) == (3, 0, 2)
    assert (second.total, second.offset, len(second.titles)) == (3, 2, 1)
    assert {title.title_id for title in (*first.titles, *second.titles)} == set(ids)
    assert place.api.search(SearchQuery("太陽")).titles == ()


def listed(place: Place, sort: SearchSort, **filters: object) -> list[str]:
    """What a query without words lists."""
    page = place.api.search(SearchQuery("", filters=SearchFilters(**filters), sort=sort))
    assert page.total == len(page.titles)
    return [title.title for title in page.titles]


def test_without_words_a_terminal_is_given_the_shelves(place):
    place.library.add_title("詩", ndc="911.5", added_on=date(2026, 11, 2))
    place.library.add_title("童話", ndc="913.8", is_childrens=True, added_on=date(2026, 11, 9))
    place.library.add_title("星座", ndc="443.8", is_childrens=True, added_on=date(2026, 11, 5))
    assert listed(place, SearchSort.ARRIVAL) == ["童話", "星座", "詩"]
    assert set(listed(place, SearchSort.SHELF, ndc="9")) == {"詩", "童話"}
    assert listed(place, SearchSort.SHELF, ndc="91", is_childrens=True) == ["童話"]
    assert listed(place, SearchSort.ARRIVAL, is_childrens=True) == ["童話", "星座"]
    assert listed(place, SearchSort.ARRIVAL, branches=("nowhere",)) == []
    assert listed(place, SearchSort.SHELF, ndc="5") == []


def test_a_title_says_where_it_is_and_whether_it_can_be_held(place):
    lent, here = place.library.add_title("貸出中の本"), place.library.add_title("棚の本", on_loan=False)
    detail = place.api.title(lent)
    assert detail.title.hold.allowed
    assert detail.title.availability.kind is AvailabilityKind.ON_LOAN
    assert detail.items[0].due_on is not None
    assert detail.siblings == ()
    on_shelf = place.api.title(here).title
    assert [reason.code for reason in on_shelf.hold.reasons] == [ReasonCode.ON_SHELF_HERE]
    assert on_shelf.hold.reasons[0].params["location"] == "2F"


def test_a_material_that_is_not_lent_out_on_hold_is_refused(place):
    film = place.api.title(place.library.add_title("映画", material=Material.DVD)).title
    assert [reason.code for reason in film.hold.reasons] == [ReasonCode.MATERIAL_NOT_HOLDABLE]
    assert film.hold.reasons[0].params == {"material": "dvd"}


def test_the_volumes_of_a_work_stand_together_in_order(place):
    volumes = place.library.add_series("長い話", 3)
    detail = place.api.title(volumes[1])
    assert [title.title_id for title in detail.siblings] == volumes
    assert detail.title.title_id == volumes[1]


def test_an_unknown_title_is_not_found(place):
    assert refused(lambda: place.api.title("nothing")).code == "not_found"


def test_login_gives_a_session_and_every_wrong_one_the_same_refusal(place):
    patron = place.library.add_patron()
    without = place.library.add_patron(password=None)
    session = place.log_in(patron)
    assert (session.rights, session.has_temporary_password) == (Rights.FULL, False)
    for card, password in [(patron.card, "Wrong1"), ("9999999999", "Abc123"), (without.card, "Abc123"), ("", "")]:
        error = refused(lambda card=card, password=password: place.api.open_session(Credentials(card, password)))
        assert (error.code, error.reasons) == ("login_failed", ())


def test_a_closed_session_opens_nothing_and_closing_twice_hurts_nobody(place):
    session = place.log_in(place.library.add_patron())
    place.api.close_session(session)
    with pytest.raises(SessionEnded):
        place.api.me(session)
    with pytest.raises(SessionEnded):
        place.api.place_holds(session, new_key(), place.request(place.library.add_title()))


def test_me_tells_counts_contacts_and_addresses(place):
    patron = place.library.add_patron(email="hanako@example.org")
    session = place.log_in(patron)
    place.hold(session, place.library.add_title())
    place.library.lend(place.library.item_of(place.library.add_title("借", on_loan=False)), patron, due_in_days=-1)
    me = place.api.me(session)
    assert (me.hold_count, me.hold_limit, me.loan_count, me.overdue_count, me.ready_count) == (1, 10, 1, 1, 0)
    offers = {offer.code: (offer.allowed, offer.reason) for offer in me.contacts}
    assert offers["email"] == (True, "")
    assert offers["fax"] == (False, "contact_needs_fax")
    assert [(email.slot, email.address) for email in me.emails] == [(1, "hanako@example.org")]


def test_each_line_of_a_cart_gets_its_own_answer(place):
    lent, here = place.library.add_title("貸出中の本"), place.library.add_title("棚の本", on_loan=False)
    session, key = place.log_in(place.library.add_patron()), new_key()
    outcome = place.api.place_holds(session, key, place.request(lent, here, "nothing"))
    assert (outcome.key, outcome.state) == (key, HoldRequestState.DONE)
    accepted, on_shelf, unknown = outcome.lines
    assert (accepted.title_id, accepted.title, accepted.outcome) == (lent, "貸出中の本", LineOutcome.ACCEPTED)
    assert accepted.hold is not None
    assert (accepted.hold.state, accepted.hold.position, accepted.hold.pickup_branch) == (HoldState.WAITING, 1, "main")
    assert (on_shelf.outcome, on_shelf.hold) == (LineOutcome.REFUSED, None)
    assert [reason.code for reason in on_shelf.reasons] == [ReasonCode.ON_SHELF_HERE]
    assert [reason.code for reason in unknown.reasons] == [ReasonCode.UNKNOWN_TITLE]


@pytest.mark.rule("KU-06")
def test_a_contact_method_that_the_record_does_not_allow_refuses_every_line(place):
    session = place.log_in(place.library.add_patron())
    request = place.request(place.library.add_title(), contact="email")
    (line,) = place.api.place_holds(session, new_key(), request).lines
    assert [reason.code for reason in line.reasons] == [ReasonCode.CONTACT_NEEDS_EMAIL]


def test_the_hold_past_the_limit_is_refused_with_the_limit(place):
    session = place.log_in(place.library.add_patron())
    titles = [place.library.add_title(f"本{n}") for n in range(11)]
    lines = place.api.place_holds(session, new_key(), place.request(*titles)).lines
    assert [line.outcome for line in lines] == [LineOutcome.ACCEPTED] * 10 + [LineOutcome.REFUSED]
    assert (lines[10].reasons[0].code, lines[10].reasons[0].params) == (ReasonCode.HOLD_LIMIT, {"limit": "10"})


def test_a_title_held_already_is_refused(place):
    session, title = place.log_in(place.library.add_patron()), place.library.add_title()
    place.hold(session, title)
    (line,) = place.api.place_holds(session, new_key(), place.request(title)).lines
    assert [reason.code for reason in line.reasons] == [ReasonCode.ALREADY_HELD]


def test_the_same_key_again_is_answered_the_same_and_holds_nothing_more(place):
    session, key, title = place.log_in(place.library.add_patron()), new_key(), place.library.add_title()
    first = place.api.place_holds(session, key, place.request(title))
    assert place.api.place_holds(session, key, place.request(title)) == first
    assert place.api.settle_hold_request(session, key) == first
    assert place.api.holds(session).open_count == 1


def test_a_key_settled_before_its_request_arrives_is_void_and_the_request_does_nothing(place):
    session, key, title = place.log_in(place.library.add_patron()), new_key(), place.library.add_title()
    void = place.api.settle_hold_request(session, key)
    assert (void.key, void.state, void.lines) == (key, HoldRequestState.VOID, ())
    assert place.api.place_holds(session, key, place.request(title)) == void
    assert place.api.settle_hold_request(session, key) == void
    assert place.api.holds(session).holds == ()


def test_a_sequence_that_names_titles_outside_the_cart_is_refused_whole(place):
    session, volumes = place.log_in(place.library.add_patron()), place.library.add_series("長い話", 2)
    request = place.request(volumes[0], sequences=(tuple(volumes),))
    assert refused(lambda: place.api.place_holds(session, new_key(), request)).code == "invalid_request"
    assert place.api.holds(session).open_count == 0


@pytest.mark.rule("KU-08")
def test_volumes_held_in_order_wait_for_one_another(place):
    session, volumes = place.log_in(place.library.add_patron()), place.library.add_series("長い話", 2)
    request = place.request(*volumes, sequences=(tuple(volumes),))
    first, second = (line.hold for line in place.api.place_holds(session, new_key(), request).lines)
    assert first.sequence is not None
    assert second.sequence is not None
    assert (first.sequence.place, first.sequence.size, first.sequence.is_turn) == (1, 2, True)
    assert (second.sequence.place, second.sequence.is_turn, second.sequence.waits_for) == (2, False, "長い話 1")


def test_holds_can_be_put_in_order_afterwards_and_one_alone_is_none(place):
    session, volumes = place.log_in(place.library.add_patron()), place.library.add_series("長い話", 2)
    one, two = (place.hold(session, volume) for volume in volumes)
    ordered = {hold.hold_id: hold for hold in place.api.put_in_sequence(session, SequenceRequest((two, one))).holds}
    assert [ordered[hold_id].sequence.place for hold_id in (two, one)] == [1, 2]
    assert ordered[one].sequence.waits_for == "長い話 2"
    assert refused(lambda: place.api.put_in_sequence(session, SequenceRequest((one, "999")))).code == "not_found"


@pytest.mark.rule("KT-11")
def test_a_library_without_sequences_refuses_them(open_place):
    place = open_place(replace(KUMAMOTO, holds=replace(KUMAMOTO.holds, sequences=ReleaseOn.NEVER)))
    session, volumes = place.log_in(place.library.add_patron()), place.library.add_series("長い話", 2)
    request = place.request(*volumes, sequences=(tuple(volumes),))
    for line in place.api.place_holds(session, new_key(), request).lines:
        assert [reason.code for reason in line.reasons] == [ReasonCode.SEQUENCES_NOT_OFFERED]
    held = tuple(place.hold(session, volume) for volume in volumes)
    error = refused(lambda: place.api.put_in_sequence(session, SequenceRequest(held)))
    assert codes(error) == [ReasonCode.SEQUENCES_NOT_OFFERED]


@pytest.mark.rule("KU-13")
def test_a_waiting_hold_can_be_changed_and_cancelled(place):
    session = place.log_in(place.library.add_patron(email="hanako@example.org"))
    hold_id = place.hold(session, place.library.add_title())
    assert set(place.api.holds(session).holds[0].allowed_actions) == set(HoldAction)
    assert place.api.change_hold(session, hold_id, HoldChange(contact_method="email")).contact_method == "email"
    error = refused(lambda: place.api.change_hold(session, hold_id, HoldChange(contact_method="fax")))
    assert (error.code, codes(error)) == ("action_refused", [ReasonCode.CONTACT_NEEDS_FAX])
    cancelled = place.api.cancel_hold(session, hold_id)
    assert (cancelled.state, cancelled.allowed_actions) == (HoldState.CANCELLED, ())
    listed = place.api.holds(session)
    assert ([hold.state for hold in listed.holds], listed.open_count) == ([HoldState.CANCELLED], 0)
    again = refused(lambda: place.api.cancel_hold(session, hold_id))
    assert (again.code, codes(again)) == ("action_refused", [ReasonCode.HOLD_ENDED])


@pytest.mark.rule("KU-13")
def test_a_ready_hold_says_its_last_day_and_cannot_be_changed(place):
    session, title = place.log_in(place.library.add_patron()), place.library.add_title()
    hold_id = place.hold(session, title)
    place.make_ready(hold_id, title)
    (ready,) = place.api.holds(session).holds
    assert (ready.state, ready.position, ready.contacted_on) == (HoldState.READY, None, place.library.today)
    assert ready.expires_on == place.library.today + timedelta(days=6)
    assert ready.allowed_actions == ()
    assert {reason.code for refusal in ready.refusals for reason in refusal.reasons} == {ReasonCode.HOLD_READY}
    assert codes(refused(lambda: place.api.cancel_hold(session, hold_id))) == [ReasonCode.HOLD_READY]
    assert place.api.me(session).ready_count == 1


def test_nobody_can_touch_the_hold_or_loan_of_another(place):
    one, other = place.library.add_patron(), place.log_in(place.library.add_patron())
    hold_id = place.hold(place.log_in(one), place.library.add_title())
    loan_id = place.library.lend(place.library.item_of(place.library.add_title(on_loan=False)), one)
    for call in (
        lambda: place.api.cancel_hold(other, hold_id),
        lambda: place.api.change_hold(other, hold_id, HoldChange(contact_method="none")),
        lambda: place.api.renew(other, loan_id),
    ):
        assert refused(call).code == "not_found"


@pytest.mark.rule("KU-15")
def test_a_loan_is_renewed_once_from_today(place):
    patron = place.library.add_patron()
    loan_id = place.library.lend(place.library.item_of(place.library.add_title("借", on_loan=False)), patron, due_in_days=3)
    session = place.log_in(patron)
    (loan,) = place.api.loans(session).loans
    assert (loan.loan_id, loan.is_overdue, loan.renewal.allowed) == (loan_id, False, True)
    renewed = place.api.renew(session, loan_id)
    assert (renewed.due_on, renewed.renewal_count) == (place.library.today + timedelta(days=14), 1)
    assert codes(refused(lambda: place.api.renew(session, loan_id))) == [ReasonCode.RENEWED_ALREADY]


@pytest.mark.rule("KU-16")
def test_one_overdue_loan_stops_every_renewal_and_the_list_says_why(place):
    patron = place.library.add_patron()
    for days in (5, -1):
        place.library.lend(place.library.item_of(place.library.add_title(on_loan=False)), patron, due_in_days=days)
    overdue, other = place.api.loans(place.log_in(patron)).loans
    assert (overdue.is_overdue, [reason.code for reason in overdue.renewal.reasons]) == (True, [ReasonCode.LOAN_OVERDUE])
    assert [reason.code for reason in other.renewal.reasons] == [ReasonCode.OTHER_LOAN_OVERDUE]


def test_a_loan_that_another_waits_for_is_not_renewed(place):
    patron, title = place.library.add_patron(), place.library.add_title(on_loan=False)
    place.library.lend(place.library.item_of(title), patron)
    place.hold(place.log_in(place.library.add_patron()), title)
    (loan,) = place.api.loans(place.log_in(patron)).loans
    assert loan.is_held_by_others
    assert [reason.code for reason in loan.renewal.reasons] == [ReasonCode.HELD_BY_OTHERS]


IDENTITY = {"birth_date": date(1990, 4, 1), "phone": "0963845000", "terms_accepted": True}


@pytest.mark.rule("KU-17")
@pytest.mark.rule("KU-20")
def test_a_proved_identity_sets_a_password_and_the_old_one_stops_working(place):
    patron = place.library.add_patron()
    old = place.log_in(patron)
    grant = place.api.register(Identity(patron.card, **IDENTITY))
    assert refused(lambda: place.api.set_password(grant, NewPassword("short", "short"))).code == "password_too_short"
    place.api.set_password(grant, NewPassword("New123", "New123"))
    assert refused(lambda: place.log_in(patron)).code == "login_failed"
    assert place.api.open_session(Credentials(patron.card, "New123")).rights is Rights.FULL
    with pytest.raises(SessionEnded):
        place.api.me(old)
    with pytest.raises(SessionEnded):
        place.api.set_password(grant, NewPassword("Other1", "Other1"))


@pytest.mark.parametrize("wrong", [{"birth_date": date(1990, 4, 2)}, {"phone": "0960000000"}, {"phone": ""}])
def test_an_identity_that_differs_anywhere_is_refused_the_same(place, wrong):
    patron = place.library.add_patron()
    assert refused(lambda: place.api.register(Identity(patron.card, **{**IDENTITY, **wrong}))).code == "identity_failed"
    nobody = Identity("9999999999", **{**IDENTITY, **wrong})
    assert refused(lambda: place.api.register(nobody)).code == "identity_failed"


@pytest.mark.rule("KU-19")
def test_no_phone_on_record_or_an_expired_card_cannot_register(place):
    phoneless = place.library.add_patron(phone_1="")
    expired = place.library.add_patron(expires_on=place.library.today - timedelta(days=1))
    assert refused(lambda: place.api.register(Identity(phoneless.card, **IDENTITY))).code == "identity_failed"
    assert refused(lambda: place.api.register(Identity(expired.card, **IDENTITY))).code == "card_expired"


def test_the_terms_must_be_accepted(place):
    unread = Identity(place.library.add_patron().card, **{**IDENTITY, "terms_accepted": False})
    assert refused(lambda: place.api.register(unread)).code == "terms_not_accepted"


@pytest.mark.rule("CH-04")
def test_a_library_without_registration_by_identity_refuses_it(open_place):
    place = open_place(replace(KUMAMOTO, registration=replace(KUMAMOTO.registration, by_identity=IdentityRegistration.NEVER)))
    identity = Identity(place.library.add_patron().card, **IDENTITY)
    assert refused(lambda: place.api.register(identity)).code == "registration_not_offered"


@pytest.mark.rule("KU-21")
def test_a_password_is_changed_with_the_current_one_only(place):
    patron = place.library.add_patron()
    session, elsewhere = place.log_in(patron), place.log_in(patron)
    wrong = PasswordChange("Wrong1", "New123", "New123")
    assert refused(lambda: place.api.change_password(session, wrong)).code == "password_current_wrong"
    unequal = PasswordChange(PASSWORD, "New123", "New124")
    assert refused(lambda: place.api.change_password(session, unequal)).code == "password_not_equal"
    place.api.change_password(session, PasswordChange("Abc123", "New123", "New123"))
    assert place.api.me(session).hold_count == 0
    with pytest.raises(SessionEnded):
        place.api.me(elsewhere)
    assert place.api.open_session(Credentials(patron.card, "New123"))


@pytest.mark.rule("KU-22")
def test_a_deleted_password_ends_the_session_and_opens_nothing(place):
    patron = place.library.add_patron()
    session = place.log_in(patron)
    place.api.delete_password(session)
    with pytest.raises(SessionEnded):
        place.api.holds(session)
    assert refused(lambda: place.log_in(patron)).code == "login_failed"


@pytest.mark.rule("KK-14")
def test_a_temporary_password_opens_the_password_change_and_nothing_else(open_place):
    place = open_place(KITAKYUSHU)
    session = place.log_in(place.library.add_patron(is_temporary=True))
    assert (session.rights, session.has_temporary_password) == (Rights.PASSWORD_CHANGE_ONLY, True)
    for call in (
        lambda: place.api.me(session),
        lambda: place.api.holds(session),
        lambda: place.api.loans(session),
        lambda: place.api.place_holds(session, new_key(), place.request("t1")),
        lambda: place.api.delete_password(session),
    ):
        assert refused(call).code == "rights_insufficient"
    place.api.change_password(session, PasswordChange("Abc123", "New123", "New123"))
    assert place.api.me(session).hold_count == 0


@pytest.mark.rule("KU-23")
@pytest.mark.rule("KU-24")
def test_an_address_is_added_changed_and_deleted(place):
    session = place.log_in(place.library.add_patron())
    added = place.api.save_email(session, None, EmailChange("a@example.org", "a@example.org"))
    assert (added.slot, added.address) == (1, "a@example.org")
    another = EmailChange("b@example.org", "b@example.org")
    assert refused(lambda: place.api.save_email(session, None, another)).code == "email_limit"
    assert place.api.save_email(session, 1, another).address == "b@example.org"
    unequal = EmailChange("b@example.org", "c@example.org")
    assert refused(lambda: place.api.save_email(session, 1, unequal)).code == "email_not_equal"
    assert [email.address for email in place.api.me(session).emails] == ["b@example.org"]
    place.api.delete_email(session, 1)
    assert place.api.me(session).emails == ()
    assert refused(lambda: place.api.delete_email(session, 1)).code == "not_found"
    assert refused(lambda: place.api.save_email(session, 1, another)).code == "not_found"


def twice(address: str) -> EmailChange:
    return EmailChange(address, address)


@pytest.mark.rule("KU-23")
@pytest.mark.parametrize("sends_mail", [True, False])
def test_an_address_that_is_valid_at_once_says_whether_a_mail_follows(open_place, sends_mail):
    place = open_place(KUMAMOTO, sends_mail=sends_mail)
    session = place.log_in(place.library.add_patron())
    saved = place.api.save_email(session, None, twice("a@example.org"))
    assert (saved.state, saved.gets_notices, saved.mail_follows) == (EmailState.VALID, True, sends_mail)
    (shown,) = place.api.me(session).emails
    assert (shown.state, shown.mail_follows) == (EmailState.VALID, False)


@pytest.mark.rule("OK-05")
def test_notices_go_to_one_of_two_addresses_the_first_unless_chosen(open_place):
    place = open_place(OKEGAWA)
    session = place.log_in(place.library.add_patron())
    for name in "ab":
        place.api.save_email(session, None, twice(f"{name}@example.org"))
    assert [email.gets_notices for email in place.api.me(session).emails] == [True, False]
    chosen = place.api.choose_email(session, 2)
    assert (chosen.slot, chosen.address, chosen.gets_notices) == (2, "b@example.org", True)
    assert [email.gets_notices for email in place.api.me(session).emails] == [False, True]
    assert refused(lambda: place.api.choose_email(session, 3)).code == "not_found"


def test_where_all_addresses_are_told_none_is_chosen(open_place):
    place = open_place(KITAKYUSHU)
    session = place.log_in(place.library.add_patron(email="a@example.org"))
    assert refused(lambda: place.api.choose_email(session, 1)).code == "notices_go_to_all"


@pytest.mark.rule("OK-03")
def test_an_address_that_waits_for_its_link_stands_beside_the_one_it_will_replace(open_place):
    place = open_place(OKEGAWA, sends_mail=True)
    session = place.log_in(place.library.add_patron(email="a@example.org"))
    saved = place.api.save_email(session, 1, twice("b@example.org"))
    assert (saved.state, saved.gets_notices, saved.mail_follows) == (EmailState.UNCONFIRMED, False, True)
    place.api.save_email(session, None, twice("c@example.org"))
    states = [(email.slot, email.address, email.state, email.gets_notices) for email in place.api.me(session).emails]
    assert states == [
        (1, "a@example.org", EmailState.VALID, True),
        (1, "b@example.org", EmailState.UNCONFIRMED, False),
        (2, "c@example.org", EmailState.UNCONFIRMED, False),
    ]
    assert refused(lambda: place.api.save_email(session, None, twice("d@example.org"))).code == "email_limit"
    assert refused(lambda: place.api.choose_email(session, 2)).code == "not_found"
    place.api.delete_email(session, 1)
    assert [email.address for email in place.api.me(session).emails] == ["c@example.org"]


@pytest.mark.rule("KT-04")
def test_addresses_of_declined_services_are_refused(open_place):
    place = open_place(KITSUKI)
    session = place.log_in(place.library.add_patron())
    assert refused(lambda: place.api.save_email(session, None, twice("a@yahoo.co.jp"))).code == "email_declined_domain"


@pytest.mark.rule("OK-03")
@pytest.mark.parametrize(("email", "waits"), [("a@example.org", True), ("", False)])
def test_a_registration_says_whether_a_mail_will_settle_it(open_place, email, waits):
    place = open_place(OKEGAWA, sends_mail=True)
    patron = place.library.add_patron(email=email)
    session = place.log_in(patron)
    grant = place.api.register(Identity(patron.card, **IDENTITY, name_kana="ヤマダ ハナコ"))
    assert place.api.set_password(grant, NewPassword("New123", "New123")).is_to_be_confirmed is waits
    with pytest.raises(SessionEnded):
        place.api.set_password(grant, NewPassword("Other1", "Other1"))
    good, bad = ("Abc123", "New123") if waits else ("New123", "Abc123")
    assert refused(lambda: place.api.open_session(Credentials(patron.card, bad))).code == "login_failed"
    place.api.open_session(Credentials(patron.card, good))
    if waits:
        assert place.api.me(session).emails[0].address == email


@pytest.mark.rule("KT-14")
@pytest.mark.rule("KT-03")
def test_who_never_had_a_password_or_is_too_young_cannot_register_in_kitsuki(open_place):
    place = open_place(KITSUKI)
    newcomer, child = place.library.add_patron(password=None), place.library.add_patron(birth_date=date(2014, 4, 2))
    assert refused(lambda: place.api.register(Identity(newcomer.card, **IDENTITY))).code == "registration_at_counter"
    young = Identity(child.card, **{**IDENTITY, "birth_date": date(2014, 4, 2)})
    assert refused(lambda: place.api.register(young)).code == "too_young"


@pytest.mark.rule("KK-11")
def test_what_stands_in_another_branch_can_be_held_and_what_stands_here_cannot(open_place):
    place = open_place(KITAKYUSHU)
    far = place.library.add_title("門司の本", on_loan=False, branch="moji")
    here = place.library.add_title("ここの本", on_loan=False)
    assert place.api.title(far).title.hold.allowed
    assert [reason.code for reason in place.api.title(here).title.hold.reasons] == [ReasonCode.ON_SHELF_HERE]
