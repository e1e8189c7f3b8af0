"""Examples for the contract's bodies and answers, made of the very values they describe, so that none can be out of date.

The library, its patron and every number are invented; the books are in the public domain.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any, Final

from pydantic import TypeAdapter

from kiosk.central.problems import Problem
from kiosk.domain import bookshelf, staff
from kiosk.domain.card import CardFormat
from kiosk.domain.catalogue import Availability, AvailabilityKind, Item, ItemState, LoanClass, Material, Title, TitleDetail
from kiosk.domain.circulation import (
    Hold,
    HoldAction,
    HoldLine,
    HoldList,
    HoldRequestOutcome,
    HoldRequestState,
    HoldState,
    LineOutcome,
    Loan,
    LoanList,
    Refusal,
    ReleaseOn,
    SequencePlace,
)
from kiosk.domain.contact_method import Channel, ContactDay, ContactMethod, ContactNeed
from kiosk.domain.opening_calendar import Calendar, HolidayRule, NthWeekday
from kiosk.domain.opening_hours import OpeningHours
from kiosk.domain.password import PasswordRule
from kiosk.domain.profile import Branch, HoldRules, HoldScope, HoldShelfRules, LoanRules, MaterialLimit, Profile, ShelfCount
from kiosk.domain.reasons import Decision, Reason, ReasonCode
from kiosk.domain.registration import IdentityRegistration, RegistrationRules
from kiosk.domain.requests import (
    ContactOffer,
    Credentials,
    EmailAddress,
    EmailChange,
    HoldChange,
    HoldRequest,
    Identity,
    Me,
    NewPassword,
    PasswordChange,
    PasswordRegistration,
    PatronSession,
    RegistrationGrant,
    SequenceRequest,
    TerminalProfile,
)
from kiosk.domain.search import (
    FilterCount,
    SearchCounts,
    SearchPage,
    SearchQuery,
    Suggestion,
    SuggestionKind,
    SuggestionQuery,
    Suggestions,
)
from kiosk.domain.shelf_map import Place, Point, ShelfMap
from kiosk.domain.wait_estimate import WaitEstimate
from kiosk.domain.worklist import HoldNews, ReturnedMail, WorkLine, Worklist, WorkReason

_NOW: Final = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=9)))
_TODAY: Final = _NOW.date()
_DUE: Final = date(2026, 12, 8)
_CARD: Final = "0000000017"
_TOKEN: Final = "an-opaque-token"
_NEW_PASSWORD: Final = "rei2026"
_WHERE: Final = {"branch": "chuo", "location": "2F", "call_number": "913.6ナ"}
_ON_SHELF: Final = Reason(ReasonCode.ON_SHELF, _WHERE)


def with_examples(document: dict[str, Any]) -> dict[str, Any]:
    """The OpenAPI document, each schema of a body or an answer with its example; nested ones come along."""
    known = examples()
    for name, schema in document["components"]["schemas"].items():
        if name in known:
            schema["examples"] = [known[name]]
    return document


def examples() -> Mapping[str, Any]:
    """An example's JSON by the name of its schema."""
    found: dict[str, Any] = {}
    for value in (*_terminal_examples(), *_patron_examples(), *_private_examples(), *_staff_examples()):
        for part in _parts(value):
            found.setdefault(type(part).__name__, part)
    return {name: TypeAdapter(type(value)).dump_python(value, mode="json") for name, value in found.items()}


def _parts(value: Any) -> Iterator[Any]:
    """A value and every dataclass within it."""
    if isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))


_SHELF: Final = Place(0.1, 0.2, 0.15, 0.1, call_from="913.6ア", call_to="913.6コ", location="2F 文学")


def _title(volume: str = "", *, is_on_shelf: bool = False) -> Title:
    kind = AvailabilityKind.ON_SHELF if is_on_shelf else AvailabilityKind.ON_LOAN
    return Title(
        title_id=f"neko{volume}",
        title="吾輩は猫である",
        reading="ワガハイハネコデアル",
        volume=volume,
        creators="夏目漱石著",
        publisher="大倉書店",
        published="1905",
        material=Material.BOOK,
        ndc="913.6",
        isbn="",
        series_id="neko",
        availability=Availability(kind, 1, int(is_on_shelf), 2, branch="chuo", location="2F", call_number="913.6ナ"),
        hold=Decision.of(_ON_SHELF) if is_on_shelf else Decision.of(),
    )


def _hold() -> Hold:
    return Hold(
        hold_id="1024",
        title=_title("上"),
        state=HoldState.WAITING,
        placed_at=_NOW,
        pickup_branch="chuo",
        contact_method="email",
        position=2,
        queue_length=2,
        wait=WaitEstimate(date(2026, 12, 2), date(2026, 12, 25)),
        sequence=SequencePlace("3f2a", place=1, size=2, is_turn=True),
        allowed_actions=(HoldAction.CANCEL, HoldAction.CHANGE_CONTACT, HoldAction.CHANGE_PICKUP),
    )


def _ready_hold() -> Hold:
    refusals = tuple(Refusal(action, (Reason(ReasonCode.HOLD_READY),)) for action in HoldAction)
    return Hold(
        hold_id="1001",
        title=_title("下"),
        state=HoldState.READY,
        placed_at=_NOW,
        pickup_branch="chuo",
        contact_method="none",
        contacted_on=_TODAY,
        expires_on=date(2026, 11, 30),
        refusals=refusals,
    )


def _profile() -> Profile:
    weekdays = NthWeekday(nth=-1, weekday=3)
    return Profile(
        id="midori",
        name={"ja": "みどり市立図書館", "en": "Midori City Library"},
        terminal_name={"ja": "館内端末", "en": "Library terminal"},
        branches=(Branch("chuo", {"ja": "中央図書館", "en": "Central Library"}),),
        card=CardFormat(start_stop="A"),
        holds=HoldRules(
            HoldScope.ON_LOAN,
            (Material.BOOK, Material.CD),
            limit=10,
            limits_by_material=(MaterialLimit((Material.CD,), 2),),
            sequences=ReleaseOn.RETURN,
        ),
        hold_shelf=HoldShelfRules(days=7, counted=ShelfCount.FROM_CONTACT_DAY),
        loans=LoanRules(),
        registration=RegistrationRules(IdentityRegistration.ANYONE),
        password=PasswordRule(6, 20),
        shelf_maps=(ShelfMap("chuo", {"ja": "2階", "en": "2nd floor"}, "floor-2.png", (_SHELF,), Point(0.5, 0.9)),),
        contact_methods=(
            ContactMethod("none", {"ja": "連絡不要", "en": "No contact needed"}),
            ContactMethod("email", {"ja": "メール", "en": "E-mail"}, Channel.EMAIL, ContactNeed.EMAIL, ContactDay.READY_DAY),
        ),
        calendar=Calendar((0,), ("12-29/01-03",), (), HolidayRule.WEEKDAY_MOVES, (weekdays,)),
        hours=(OpeningHours("09:30", "19:00", (1, 2, 3, 4, 5)), OpeningHours("09:30", "17:00", (6,), public_holidays=True)),
    )


def _terminal_examples() -> Iterator[Any]:
    item = Item("2000017", "chuo", "2F", "913.6ナ", ItemState.ON_LOAN, LoanClass.LOANABLE, due_on=_DUE)
    yield TerminalProfile(_profile(), "chuo")
    yield SearchQuery("夏目漱石 猫")
    counts = SearchCounts(materials=(FilterCount("book", 2),), decades=(FilterCount("1900", 2),), available=1)
    yield SearchPage(2, 0, (_title("上"), _title("下", is_on_shelf=True)), counts)
    yield TitleDetail(_title("上"), (item,), (_title("上"), _title("下")), "ナツメソウセキ", ("日本文学",), "初版本の複製")
    yield SuggestionQuery("なつめ")
    yield Suggestions((Suggestion("夏目漱石", SuggestionKind.CREATOR, "ナツメ ソウセキ"),))
    yield Credentials(_CARD, _NEW_PASSWORD)
    yield PatronSession(_TOKEN, _NOW + timedelta(minutes=20))
    yield Identity(_CARD, date(1990, 4, 1), "0000000000", "レイ ハナコ", terms_accepted=True)
    yield RegistrationGrant(_TOKEN, _NOW + timedelta(minutes=10))
    yield NewPassword(_NEW_PASSWORD, _NEW_PASSWORD)
    yield PasswordRegistration()
    refused = (Reason(ReasonCode.HELD_BY_OTHERS),)
    yield Problem("urn:athena-kiosk:problem:action_refused", "Refused by a rule of the library", 409, "action_refused", refused)


def _patron_examples() -> Iterator[Any]:
    email = EmailAddress(1, "hanako@example.com")
    offers = (ContactOffer("none", allowed=True), ContactOffer("fax", allowed=False, reason=ReasonCode.CONTACT_NEEDS_FAX))
    yield Me(2, 10, 1, 0, 1, offers, (email,), date(2027, 3, 31))
    yield HoldRequest(("neko上", "neko下"), "chuo", "none", (("neko上", "neko下"),))
    accepted = HoldLine("neko上", "吾輩は猫である", LineOutcome.ACCEPTED, _hold())
    refused = HoldLine("neko下", "吾輩は猫である", LineOutcome.REFUSED, reasons=(_ON_SHELF,))
    yield HoldRequestOutcome("k-20261124-0001", HoldRequestState.DONE, (accepted, refused))
    yield HoldChange(pickup_branch="chuo")
    yield SequenceRequest(("1024", "1001"))
    yield HoldList((_ready_hold(), _hold()), 2, 10)
    held = Decision.of(Reason(ReasonCode.HELD_BY_OTHERS))
    yield LoanList((Loan("501", _title("中"), _DUE, False, True, 0, held),))
    yield PasswordChange("kari1234", _NEW_PASSWORD, _NEW_PASSWORD)
    yield EmailChange("hanako@example.com", "hanako@example.com")


def _private_examples() -> Iterator[Any]:
    until = date(2027, 3, 31)
    yield bookshelf.Bookshelf((bookshelf.BookshelfEntry(_title("上"), _TODAY),), 500)
    yield bookshelf.HistoryConsent(is_given=True)
    yield bookshelf.ReadingHistory(True, (bookshelf.HistoryEntry("7", "neko上", "吾輩は猫である", "上", "夏目漱石著", _TODAY),))
    yield bookshelf.GoalRequest(20, _TODAY, until)
    yield bookshelf.ReadingGoal(20, _TODAY, until, 3)


def _staff_examples() -> Iterator[Any]:
    yield staff.CheckOut(_CARD, "2000017")
    yield staff.CheckOutReceipt("501", "2000017", _DUE, "1001")
    yield staff.Return("2000017", "chuo")
    yield staff.ScanResult("2000017", ItemState.HOLD_SHELF, "1024", None)
    yield staff.PickLine("2000017", "吾輩は猫である", "上", "2F", "913.6ナ", "1024", "chuo")
    journey = staff.Transfer("2000017", "吾輩は猫である", "上", "chuo", "kita", "1024", _TODAY, date(2026, 11, 26))
    yield staff.Transfers((journey,), ())
    ready = staff.ReadyHold("1001", "2000018", "吾輩は猫である", "下", True, _TODAY, date(2026, 11, 30))
    yield staff.HoldShelf((ready,), (staff.ItemToClear("990", "2000019", "坊っちゃん", "", _TODAY, staff.NextStep.SHELVE),))
    yield staff.DeskHoldRequest(_CARD, "neko上", "chuo", "none", _NOW - timedelta(days=1))
    place = staff.ShelfPlace("2000017", *_WHERE.values())
    yield staff.ProvisionalHold("1024", "neko上", "吾輩は猫である", "上", _NOW, "chuo", (place,))
    yield staff.PatronRecord(_CARD, "レイ ハナコ", date(1990, 4, 1), "0000000000", expires_on=date(2027, 3, 31))
    yield staff.PatronCard(_CARD)
    yield staff.NewCard(_CARD, "0000000025")
    hold = staff.DeskHold("1024", "neko上", "吾輩は猫である", "上", HoldState.WAITING, _NOW, "chuo", "email", None, None)
    loan = staff.DeskLoan("501", "2000017", "neko中", "吾輩は猫である", "中", _DUE, False)
    yield staff.PatronAtDesk(_CARD, "レイ ハナコ", date(2027, 3, 31), False, True, 1, 10, 0, 1, 0, (hold,), (loan,))
    yield staff.TemporaryPasswordSlip("kari7x2m")
    yield staff.CatalogueRecord(
        "neko上", "吾輩は猫である", "ワガハイハネコデアル", "上", "夏目漱石著", published="1905", ndc="913.6"
    )
    yield staff.ItemUpkeep("neko上", "chuo", "2F", "913.6ナ", state=staff.ItemCondition.ON_SHELF)
    yield Worklist(
        (
            WorkLine(
                "77",
                HoldNews.READY,
                Channel.PHONE,
                WorkReason.CHANNEL,
                "1001",
                "吾輩は猫である 下",
                "chuo",
                _NOW,
                "レイ ハナコ",
                "0000000000",
            ),
        )
    )
    yield ReturnedMail("From: MAILER-DAEMON@example.com\r\nSubject: Undelivered Mail Returned to Sender\r\n\r\n…")
