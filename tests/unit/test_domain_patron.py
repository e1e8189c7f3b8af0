"""Renewals, contact methods, e-mail addresses and passwords."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.domain.catalogue import Material
from kiosk.domain.contact import PatronContacts, contact_offers, pickup_and_contact_refusals
from kiosk.domain.contact_method import ContactMethod, ContactNeed
from kiosk.domain.email_address import EmailFault, email_fault, email_fault_of_pair
from kiosk.domain.password import PasswordFault, PasswordRule
from kiosk.domain.profile import Branch, LoanRules
from kiosk.domain.reasons import ReasonCode
from kiosk.domain.renewal import renewal, renewed_due_on
from kiosk.profiles import load_profile

TODAY = date(2026, 11, 24)
STRICT = LoanRules(any_overdue_blocks_renewal=True, renewable_materials=(Material.BOOK, Material.MAGAZINE))
NOTHING_AGAINST = {
    "material": Material.BOOK,
    "due_on": TODAY + timedelta(days=3),
    "today": TODAY,
    "renewal_count": 0,
    "is_held_by_others": False,
    "has_other_overdue": False,
    "is_from_elsewhere": False,
}


def against(rules: LoanRules, **changes) -> list[ReasonCode]:
    return [reason.code for reason in renewal(rules, **{**NOTHING_AGAINST, **changes}).reasons]


@pytest.mark.rule("KU-15")
@pytest.mark.rule("OK-16")
@pytest.mark.rule("KT-12")
@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({}, []),
        ({"due_on": TODAY}, []),
        ({"due_on": TODAY - timedelta(days=1)}, [ReasonCode.LOAN_OVERDUE]),
        ({"renewal_count": 1}, [ReasonCode.RENEWED_ALREADY]),
        ({"is_held_by_others": True}, [ReasonCode.HELD_BY_OTHERS]),
        ({"material": Material.CD}, [ReasonCode.MATERIAL_NOT_RENEWABLE]),
        ({"renewal_count": 1, "is_held_by_others": True}, [ReasonCode.RENEWED_ALREADY, ReasonCode.HELD_BY_OTHERS]),
    ],
)
def test_a_loan_is_renewed_within_its_due_date_once_and_when_nobody_waits(changes, reasons):
    assert against(STRICT, **changes) == reasons


@pytest.mark.rule("KU-16")
def test_any_other_overdue_loan_stops_it_where_the_library_says_so():
    assert against(STRICT, has_other_overdue=True) == [ReasonCode.OTHER_LOAN_OVERDUE]
    assert against(LoanRules(), has_other_overdue=True) == []


@pytest.mark.rule("KK-09")
def test_what_was_borrowed_from_outside_is_never_renewed_unless_the_library_does():
    assert against(LoanRules(), is_from_elsewhere=True) == [ReasonCode.LOAN_FROM_ELSEWHERE]
    assert against(LoanRules(renews_from_elsewhere=True), is_from_elsewhere=True) == []


def test_no_list_of_materials_means_every_material():
    assert against(LoanRules(), material=Material.KAMISHIBAI) == []


@pytest.mark.rule("KU-15")
def test_the_new_due_date_counts_from_the_day_of_renewal():
    assert renewed_due_on(LoanRules(), TODAY) == date(2026, 12, 8)


KUMAMOTO = load_profile("kumamoto")


@pytest.mark.rule("KU-06")
def test_a_method_is_offered_by_what_the_record_holds():
    offers = contact_offers(KUMAMOTO, PatronContacts(has_phone_1=True))
    assert {offer.code: (offer.allowed, offer.reason) for offer in offers} == {
        "email": (False, "contact_needs_email"),
        "phone_1": (True, ""),
        "phone_2": (False, "contact_needs_phone"),
        "fax": (False, "contact_needs_fax"),
        "none": (True, ""),
    }
    everything = PatronContacts(has_email=True, has_phone_1=True, has_phone_2=True, has_fax=True)
    assert all(offer.allowed for offer in contact_offers(KUMAMOTO, everything))


@pytest.mark.rule("CH-06")
def test_a_postcard_is_for_those_registered_as_hearing_impaired():
    post = ContactMethod("post", {"ja": "郵送"}, needs=ContactNeed.HEARING_REGISTRATION)
    profile = replace(KUMAMOTO, contact_methods=(post,))
    assert not contact_offers(profile, PatronContacts(has_email=True))[0].allowed
    assert contact_offers(profile, PatronContacts(is_hearing_registered=True))[0].allowed


def test_a_branch_or_method_that_is_not_offered_is_refused_both_at_once():
    reasons = pickup_and_contact_refusals(KUMAMOTO, PatronContacts(), "moon", "pigeon")
    assert [reason.code for reason in reasons] == [ReasonCode.PICKUP_NOT_OFFERED, ReasonCode.CONTACT_NOT_OFFERED]
    assert pickup_and_contact_refusals(KUMAMOTO, PatronContacts(), "main", "none") == ()


def test_a_branch_where_nothing_is_collected_is_no_pickup_branch():
    profile = replace(KUMAMOTO, branches=(Branch("main", {"ja": "本館"}, is_pickup=False),))
    reasons = pickup_and_contact_refusals(profile, PatronContacts(), "main", "none")
    assert [reason.code for reason in reasons] == [ReasonCode.PICKUP_NOT_OFFERED]


@pytest.mark.rule("KK-18")
@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("taro@docomo.ne.jp", None),
        ("taro.yamada-1_2+3@mail.example.org", None),
        ("", EmailFault.EMPTY),
        ("ｔaro@docomo.ne.jp", EmailFault.NOT_HALF_WIDTH),
        ("taro@docomo,ne.jp", EmailFault.COMMA),
        ("ta..ro@docomo.ne.jp", EmailFault.TWO_DOTS),
        ("taro@docomo..ne.jp", EmailFault.TWO_DOTS),
        ("taro.@docomo.ne.jp", EmailFault.DOT_BEFORE_AT),
        ("taro@dokomo.ne.jp", EmailFault.MISSPELT_DOMAIN),
        ("taro@DOKOMO.ne.jp", EmailFault.MISSPELT_DOMAIN),
        ("taro@gmial.com", EmailFault.MISSPELT_DOMAIN),
        ("taro", EmailFault.NOT_AN_ADDRESS),
        ("@docomo.ne.jp", EmailFault.NOT_AN_ADDRESS),
        ("taro@", EmailFault.NOT_AN_ADDRESS),
        ("taro@docomo", EmailFault.NOT_AN_ADDRESS),
        ("ta ro@docomo.ne.jp", EmailFault.NOT_AN_ADDRESS),
        ("taro@a@b.jp", EmailFault.NOT_AN_ADDRESS),
        ("taro@docomo.ne.jp\n", EmailFault.NOT_AN_ADDRESS),
        ("taro@example.org\r\nBcc: all@example.org", EmailFault.NOT_AN_ADDRESS),
        ("taro@.docomo.ne.jp", EmailFault.NOT_AN_ADDRESS),
        ("taro@docomo.ne.jp.", EmailFault.NOT_AN_ADDRESS),
        ("taro@-docomo.ne.jp", EmailFault.NOT_AN_ADDRESS),
        ("ta\x00ro@docomo.ne.jp", EmailFault.NOT_AN_ADDRESS),
        ("<taro@docomo.ne.jp>", EmailFault.NOT_AN_ADDRESS),
        (".taro@docomo.ne.jp", None),
        ("taro@" + "a-" * 40000 + ".jp", EmailFault.NOT_AN_ADDRESS),
        ("taro@docomo.ne.j", EmailFault.NOT_AN_ADDRESS),
    ],
)
def test_an_address_is_checked_for_what_goes_wrong_in_practice(address, fault):
    assert email_fault(address) is fault


@pytest.mark.rule("KU-23")
def test_an_address_is_typed_twice():
    assert email_fault_of_pair("a@example.org", "a@example.org") is None
    assert email_fault_of_pair("a@example.org", "A@example.org") is EmailFault.NOT_EQUAL
    assert email_fault_of_pair("a@example", "b@example") is EmailFault.NOT_AN_ADDRESS


@pytest.mark.parametrize(
    ("rule", "password", "fault"),
    [
        pytest.param(PasswordRule(6, 20), "abc123", None, marks=pytest.mark.rule("KU-18")),
        pytest.param(PasswordRule(6, 20), "a" * 20, None, marks=pytest.mark.rule("KU-18")),
        pytest.param(PasswordRule(6, 20), "abc12", PasswordFault.TOO_SHORT, marks=pytest.mark.rule("KU-18")),
        pytest.param(PasswordRule(6, 20), "a" * 21, PasswordFault.TOO_LONG, marks=pytest.mark.rule("KU-18")),
        pytest.param(PasswordRule(4, 8), "abcd", None, marks=pytest.mark.rule("OK-04")),
        pytest.param(PasswordRule(4, 8), "abcdefghi", PasswordFault.TOO_LONG, marks=pytest.mark.rule("OK-04")),
        pytest.param(PasswordRule(6, 10), "abcdefghijk", PasswordFault.TOO_LONG, marks=pytest.mark.rule("CH-03")),
        pytest.param(PasswordRule(6, 20), "ﾊﾟｽﾜｰﾄﾞ12", PasswordFault.WRONG_CHARACTERS, marks=pytest.mark.rule("KK-13")),
        (PasswordRule(6, 20), "ａｂｃ１２３", PasswordFault.WRONG_CHARACTERS),
        (PasswordRule(6, 20), "abc-123", PasswordFault.WRONG_CHARACTERS),
        (PasswordRule(6, 20), "abc 123", PasswordFault.WRONG_CHARACTERS),
        (PasswordRule(6, 20), "abc123\n", PasswordFault.WRONG_CHARACTERS),
        (PasswordRule(6, 20), "١٢٣٤٥٦", PasswordFault.WRONG_CHARACTERS),
        (PasswordRule(6, 20), "", PasswordFault.TOO_SHORT),
    ],
)
def test_a_password_has_the_letters_and_the_length_of_the_library(rule, password, fault):
    assert rule.fault(password) is fault


@pytest.mark.rule("KK-15")
@pytest.mark.rule("OK-04")
def test_two_that_differ_are_refused_and_case_counts():
    assert PasswordRule(6, 20).fault_of_pair("Abc123", "Abc123") is None
    assert PasswordRule(6, 20).fault_of_pair("Abc123", "abc123") is PasswordFault.NOT_EQUAL
    assert PasswordRule(6, 20).fault_of_pair("a", "b") is PasswordFault.TOO_SHORT
