"""Example states of the screens of the search and the cart."""

from dataclasses import replace

from states import LONG, form, title, unreachable

from kiosk.terminal.presenters.cart import CartLineView, CartState
from kiosk.terminal.presenters.detail import DetailState
from kiosk.terminal.presenters.hold_order import HoldOrderState
from kiosk.terminal.presenters.pickup import PickupState
from kiosk.terminal.presenters.rest import RestState
from kiosk.terminal.presenters.results import ResultsState
from kiosk.terminal.presenters.search import SearchState
from kiosk.terminal.rows import Choice, ItemView
from kiosk.terminal.saying import Said
from kiosk.terminal.words import Words


def rest(words: Words):
    """The invitation."""
    return {"usual": RestState(True), "no_registration": RestState(False)}


def search(words: Words):
    """The field."""
    fields = tuple(Choice(code, words(f"search-in-{code}"), code == "any") for code in ("any", "title", "creator"))
    empty = form(words, ("query", "", ""), keyboard="kana")
    typed = form(words, ("query", "わがはいはねこである なつめそうせき", ""), keyboard="kana")
    usual = SearchState(empty, fields, False, "", None)
    return {
        "empty": usual,
        "typed": replace(usual, form=typed, can_search=True),
        "awaiting": replace(usual, form=typed, awaiting=words("awaiting-search")),
        "unreachable": replace(usual, form=typed, can_search=True, problem=unreachable(words)),
    }


def results(words: Words):
    """A page of titles."""
    rows = tuple(title(at, words) for at in range(20))
    on_shelf = replace(
        rows[0], badge=words("availability-on_shelf"), badge_kind="on_shelf", shelf="2階 一般書 日本文学の棚 913.6ナ"
    )
    usual = ResultsState("吾輩は猫である", 1234, 21, 40, (on_shelf, *rows[1:]), True, True, "", None)
    return {
        "usual": usual,
        "one": replace(usual, rows=(on_shelf,), total=1, first=1, last=1, has_previous=False, has_next=False),
        "none": replace(usual, query=LONG, rows=(), total=0, first=0, last=0, has_previous=False, has_next=False),
        "awaiting": replace(usual, awaiting=words("awaiting-title")),
        "unreachable": replace(usual, problem=unreachable(words)),
    }


def detail(words: Words):
    """One title."""
    facts = tuple(
        (words(f"fact-{name}"), value) for name, value in (("publisher", "岩波書店"), ("published", "1990"), ("note", LONG))
    )
    due = words("item-on_loan-until", date="11月30日(月)")
    items = tuple(
        ItemView(branch, at == 0, "2階 一般書", "913.6ナ", due, "on_loan")
        for at, branch in enumerate(("中央図書館", "門司図書館", "若松図書館"))
    )
    volumes = tuple(title(at, words) for at in range(4))
    usual = DetailState(title(0, words), facts, items, (), True, (), False, 0, "", "", None)
    here = Said(words("reason-on_shelf_here", location="2階 文学", call_number="913.6ナ"), words("remedy-on_shelf_here"))
    note = words("sequence-release-allocation", first="上", second="下")
    return {
        "usual": usual,
        "long": replace(usual, title=title(2, words)),
        "series": replace(usual, siblings=volumes, series_count=4, series_note=note),
        "in_cart": replace(usual, is_in_cart=True),
        "to_keep": replace(usual, can_keep=True),
        "kept": replace(usual, can_keep=True, is_kept=True, is_in_cart=True),
        "not_holdable": replace(usual, is_holdable=False, not_holdable=(here,), siblings=volumes),
        "awaiting": replace(usual, awaiting=words("awaiting-title")),
        "unreachable": replace(usual, problem=unreachable(words)),
    }


def cart(words: Words):
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


def pickup(words: Words):
    """Where and how."""
    names = ("中央図書館", "門司図書館", "若松図書館", "八幡図書館", "戸畑図書館")
    branches = tuple(Choice(f"b{at}", name, at == 0) for at, name in enumerate(names))
    contacts = (
        Choice("email", "メール", False, False, words("reason-contact_needs_email")),
        Choice("phone_1", "電話1", True),
        Choice("phone_2", "電話2", False, False, words("contact-needs-phone_2")),
        Choice("fax", "FAX", False, True, words("contact-needs-fax")),
        Choice("none", "連絡不要", False),
    )
    usual = PickupState(branches, contacts, (), "", None, False, True, None, "", None)
    carried = words("carried-weekdays", branch=branches[0].name, times=2, weekdays="火・金")
    copies = (
        Choice("yes", words("pickup-copy-yes"), False, True, words("pickup-copy-note")),
        Choice("no", words("pickup-copy-no"), True),
    )
    stuck = Said(words("pickup-no-contact"), words("pickup-no-contact-email"))
    refused = replace(contacts[0], is_allowed=False, is_chosen=False, why_not=words("reason-contact_needs_email"))
    by_mail = replace(usual, branches=branches[:3], contacts=contacts[:1], copies=copies)
    return {
        "usual": usual,
        "one_branch": replace(usual, branches=branches[:1], can_proceed=False),
        "carried": replace(usual, carried=carried),
        "copy": by_mail,
        "no_contact": replace(by_mail, contacts=(refused,), no_contact=stuck, needs_email=True),
    }


def hold_change(words: Words):
    """Where and how, for a hold that is there already."""
    usual = pickup(words)["usual"]
    return {
        "usual": replace(usual, title=title(2, words)),
        "awaiting": replace(usual, title=title(0, words), awaiting=words("awaiting-change")),
    }


def hold_order(words: Words):
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


SEARCH_STATES = {each.__name__: each for each in (rest, search, results, detail, cart, pickup, hold_change, hold_order)}
"""As `states.STATES`."""
