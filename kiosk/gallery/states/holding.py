"""Example states of the screens from the cart to what became of it."""

from dataclasses import replace
from functools import cache

from kiosk import paths
from kiosk.gallery.states.examples import TITLES, States, branch_at, contact_by, title, twice_a_week, unreachable
from kiosk.profiles import load_profile
from kiosk.terminal.presenters.cart import CartLineView, CartState
from kiosk.terminal.presenters.confirm import ConfirmLine, ConfirmState
from kiosk.terminal.presenters.done import DoneLine, DoneState
from kiosk.terminal.presenters.hold_order import HoldOrderState
from kiosk.terminal.presenters.pickup import PickupState
from kiosk.terminal.rows import Choice
from kiosk.terminal.saying import Said
from kiosk.terminal.words import Languages, Words


@cache
def _own_languages() -> Languages:
    """Those of a library with the longest wording of its own."""
    return Languages(paths.LANGUAGES, load_profile("chiba").messages)


def cart(words: Words) -> States:
    """The cart."""
    lines = tuple(CartLineView(title(at, words), at != 4, 0) for at in range(10))
    note = words("sequence-release-return", first="上", second="下")
    in_order = (replace(lines[0], order=1), replace(lines[1], order=2), replace(lines[2], order=3), lines[4])
    usual = CartState(lines[:3], 3, True, True, False, "")
    return {
        "usual": usual,
        "many": replace(usual, lines=lines, checked_count=9),
        "in_order": replace(usual, lines=in_order, order_note=note),
        "ordering": replace(usual, lines=in_order, is_ordering=True, can_proceed=False),
        "empty": CartState((), 0, False, False, False, ""),
        "one": replace(usual, lines=lines[:1], checked_count=1, can_order=False),
    }


def _contacts(words: Words) -> tuple[Choice, ...]:
    """Before the login each may be chosen and says what it needs (KU-06)."""
    phone = contact_by(words, "phone_1")
    return (
        Choice("email", contact_by(words), False, True, words("contact-needs-email")),
        Choice("phone_1", f"{phone} 1", True, True, words("contact-needs-phone_1")),
        Choice("phone_2", f"{phone} 2", False, True, words("contact-needs-phone_2")),
        Choice("fax", "FAX", False, True, words("contact-needs-fax")),
        Choice("none", contact_by(words, "none"), False),
    )


def _contacts_of_a_patron(words: Words) -> tuple[Choice, ...]:
    """Afterwards what the record lacks cannot be chosen, and says so: here there is one telephone number."""
    lacking = {"email": "contact_needs_email", "phone_2": "contact_needs_phone", "fax": "contact_needs_fax"}
    return tuple(
        replace(each, is_allowed=each.code not in lacking, why_not=words(f"reason-{lacking[each.code]}"))
        if each.code in lacking
        else replace(each, why_not="")
        for each in _contacts(words)
    )


def pickup(words: Words) -> States:
    """Where and how."""
    names = [branch_at(words, code) for code in ("chuo", "moji", "wakamatsu", "yahata", "tobata")]
    branches = tuple(Choice(f"b{at}", name, at == 0) for at, name in enumerate(names))
    usual = PickupState(branches, _contacts(words), (), "", None, False, True, None, "", None)
    carried = words("carried-weekdays", branch=branches[0].name, times=2, weekdays=twice_a_week(words))
    copies = (
        Choice("yes", words("pickup-copy-yes"), False, True, words("pickup-copy-note")),
        Choice("no", words("pickup-copy-no"), True),
    )
    uncopied = (replace(copies[0], is_allowed=False, why_not=words("reason-copy_needs_email")), copies[1])
    stuck = Said(words("pickup-no-contact"), words("pickup-no-contact-email"))
    by_mail = replace(usual, branches=branches[:3], contacts=(Choice("email", contact_by(words), True),), copies=copies)
    lone = _contacts_of_a_patron(words)[:1]
    return {
        "usual": usual,
        "one_branch": replace(usual, branches=branches[:1]),
        "carried": replace(usual, carried=carried),
        "copy": by_mail,
        "no_contact": replace(by_mail, contacts=lone, copies=uncopied, no_contact=stuck, needs_email=True),
    }


def hold_change(words: Words) -> States:
    """Where and how, for a hold that is there already."""
    usual = replace(pickup(words)["usual"], contacts=_contacts_of_a_patron(words))
    return {
        "usual": replace(usual, title=title(2, words)),
        "awaiting": replace(usual, title=title(0, words), can_proceed=False, awaiting=words("awaiting-change")),
    }


def hold_order(words: Words) -> States:
    """Holds that get an order."""
    lines = tuple(CartLineView(title(number, words), True, 0) for number in range(6))
    chosen = (replace(lines[0], order=1), replace(lines[1], order=2), *lines[2:])
    note = words("sequence-release-return", first="上", second="下")
    usual = HoldOrderState(lines, "", False, "", None)
    return {
        "usual": usual,
        "chosen": replace(usual, lines=chosen, order_note=note, can_save=True),
        "awaiting": replace(usual, lines=(), awaiting=words("awaiting-holds")),
        "unreachable": replace(usual, lines=chosen, order_note=note, problem=unreachable(words)),
    }


def confirm(words: Words) -> States:
    """The confirmation."""
    lines = tuple(ConfirmLine(title(at, words), 0) for at in range(10))
    one = ConfirmState(lines[:1], branch_at(words), contact_by(words), "", "", (), True, "", None)
    series = tuple(ConfirmLine(title(at, words), at + 1) for at in range(3))
    note = words("sequence-release-return", first="上", second="下")
    unknown = Said(words("submission-unknown"), words("submission-unknown-remedy"))
    own = _own_languages().words(words.language)
    carried = words("carried-weekdays", branch=branch_at(words), times=2, weekdays=twice_a_week(words))
    return {
        "one": one,
        "series": replace(one, lines=(*series, ConfirmLine(title(4, words), 0)), order_note=note),
        "many": replace(one, lines=lines),
        "provisional": replace(one, lines=lines[:3], copy=words("pickup-copy-no"), notes=(own("confirm-provisional"), carried)),
        "awaiting": replace(one, lines=series, can_submit=False, awaiting=words("awaiting-submission")),
        "unknown": replace(one, problem=unknown, is_unknown=True),
    }


def done(words: Words) -> States:
    """What became of the cart."""
    position = words("hold-position", position=3)
    refusals = (Said(words("reason-hold_limit", limit=10), words("remedy-hold_limit")),)
    here = Said(words("reason-on_shelf_here", location="2F 文学", call_number="913.6ナ"), words("remedy-on_shelf_here"))
    wait = words("hold-wait", earliest=words("date-short", month=11, day=24), latest=words("date-short", month=12, day=20))
    told, no = "  ".join((words("done-accepted"), position, wait)), words("done-refused")
    accepted = tuple(DoneLine(f"{name} {volume}".strip(), True, told, ()) for name, volume, _, _ in TITLES)
    refused = tuple(DoneLine(f"{name} {volume}".strip(), False, no, refusals) for name, volume, _, _ in TITLES)
    own = _own_languages().words(words.language)
    asked = tuple(replace(line, outcome=words("done-provisional")) for line in accepted)
    return {
        "one": DoneState(accepted[:1], 1, 0, branch_at(words), contact_by(words)),
        "all": DoneState((accepted * 2)[:10], 10, 0, branch_at(words), contact_by(words)),
        "some": DoneState(
            (*accepted[:3], refused[2], replace(refused[3], refusals=(here,))),
            3,
            2,
            branch_at(words),
            contact_by(words, "none"),
        ),
        "none": DoneState(refused[:2], 0, 2, branch_at(words), contact_by(words, "phone_1")),
        "provisional": DoneState(asked[:4], 4, 0, branch_at(words), contact_by(words), own("confirm-provisional")),
    }
