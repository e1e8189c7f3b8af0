"""Which holds a patron may place: limits, doubles, pickup and contact, and what stands against the patron."""

from collections.abc import Callable, Iterable

from kiosk.conformance.callers import Visitor, pickup_branches
from kiosk.conformance.staging import PatronCase, TitleCase
from kiosk.conformance.trial import Clause, Trial, applies, at_once, require
from kiosk.conformance.verdict import CannotBeTried
from kiosk.domain.circulation import HoldLine, HoldRequestOutcome, HoldState, LineOutcome
from kiosk.domain.contact_method import ContactNeed
from kiosk.domain.hold_limits import material_limit
from kiosk.domain.reasons import ReasonCode

_SUBMIT = "POST /v1/me/hold-requests"


def _accepted(lines: Iterable[HoldLine]) -> int:
    return sum(line.outcome is LineOutcome.ACCEPTED for line in lines)


def _titles_to_limit(trial: Trial, over: int) -> list[str]:
    """One title more than the limit by `over`, of materials whose own limits have room."""
    rules = trial.profile.holds
    chosen: list[str] = []
    for material in rules.materials:
        of_material = material_limit(rules.limits_by_material, material)
        is_last = material == rules.materials[-1]
        if of_material is None or is_last:
            room = rules.limit + over - len(chosen)
        elif of_material.materials[0] is not material:
            continue  # its group has been filled by another material of it
        else:
            room = min(of_material.limit, rules.limit + over - len(chosen))
        chosen += [trial.stage.title(material=material) for _ in range(room)]
    return chosen


def _limit(trial: Trial) -> None:
    limit = trial.profile.holds.limit
    visitor = trial.visitor()
    titles = _titles_to_limit(trial, over=1)
    first = visitor.submit(*titles[:limit])
    require(_accepted(first.lines) == limit, _SUBMIT, f"{limit} holds accepted", f"{_accepted(first.lines)}")
    (line,) = visitor.submit(titles[limit]).lines
    codes = {reason.code for reason in line.reasons}
    is_refused = line.outcome is LineOutcome.REFUSED and ReasonCode.HOLD_LIMIT in codes
    require(is_refused, _SUBMIT, "hold_limit for one more than the limit", _told(line))
    held = visitor.hold_list()
    require(
        (held.open_count, held.limit) == (limit, limit),
        "GET /v1/me/holds",
        f"{limit} of {limit}",
        f"{held.open_count} of {held.limit}",
    )
    visitor.cancel(held.holds[0].hold_id).expect(200)
    require(visitor.me().hold_count == limit - 1, "GET /v1/me", "one hold less after cancelling", "another count")


def _limit_by_material(trial: Trial) -> None:
    limits = trial.profile.holds.limits_by_material
    applies(bool(limits), "the profile has no limits by material")
    rule = min(
        (limit for limit in limits if limit.limit < trial.profile.holds.limit), key=lambda limit: limit.limit, default=None
    )
    if rule is None:
        raise CannotBeTried("every limit by material is as high as the limit in total")
    titles = [trial.stage.title(material=rule.materials[n % len(rule.materials)]) for n in range(rule.limit + 1)]
    lines = trial.visitor().submit(*titles).lines
    require(
        _accepted(lines) == rule.limit, _SUBMIT, f"{rule.limit} holds of {', '.join(rule.materials)}", f"{_accepted(lines)}"
    )
    is_told = ReasonCode.MATERIAL_HOLD_LIMIT in {reason.code for reason in lines[-1].reasons}
    require(is_told, _SUBMIT, "material_hold_limit for one more", _told(lines[-1]))


def _limit_at_once(trial: Trial) -> None:
    """The patron stands at two terminals and submits at both."""
    limit = trial.profile.holds.limit
    titles = _titles_to_limit(trial, over=2)
    visitors = _at_two_terminals(trial)
    outcomes = at_once([_submitting(visitors[n % len(visitors)], title) for n, title in enumerate(titles)])
    accepted = sum(_accepted(outcome.lines) for outcome in outcomes)
    require(accepted == limit, _SUBMIT, f"{limit} of {len(titles)} holds submitted at once", f"{accepted}")
    shown = visitors[0].hold_list().open_count
    require(shown == limit, "GET /v1/me/holds", f"{limit} open holds", f"{shown}")


def _double(trial: Trial) -> None:
    title = trial.stage.title()
    visitor = trial.visitor()
    visitor.place(title)
    (line,) = visitor.submit(title).lines
    is_told = line.outcome is LineOutcome.REFUSED and ReasonCode.ALREADY_HELD in {reason.code for reason in line.reasons}
    require(is_told, _SUBMIT, "already_held for a second hold of one title", _told(line))
    other = trial.stage.title()
    outcomes = at_once([_submitting(each, other) for each in _at_two_terminals(trial) for _ in range(2)])
    accepted = sum(_accepted(outcome.lines) for outcome in outcomes)
    require(accepted == 1, _SUBMIT, "one hold of four submitted at once for one title", f"{accepted}")


def _at_two_terminals(trial: Trial) -> list[Visitor]:
    """One patron logged in at both terminals, or twice at the one there is."""
    visitor = trial.visitor()
    again = trial.log_in(visitor.person, trial.other_terminal)
    assert visitor.contact == again.contact  # asked for before the calls at once are made
    return [visitor, again]


def _submitting(visitor: Visitor, title: str) -> Callable[[], HoldRequestOutcome]:
    return lambda: visitor.submit(title)


def _line_by_line(trial: Trial) -> None:
    good, bad = trial.stage.title(), trial.stage.title(TitleCase.REFERENCE_ONLY)
    lines = trial.visitor().submit(bad, good, "no-such-title").lines
    told = [(line.title_id, line.outcome) for line in lines]
    expected = [(bad, LineOutcome.REFUSED), (good, LineOutcome.ACCEPTED), ("no-such-title", LineOutcome.REFUSED)]
    require(told == expected, _SUBMIT, "each line decided for itself, in the order sent", "other lines")
    is_whole = all((line.hold is None) == (line.outcome is LineOutcome.REFUSED) == bool(line.reasons) for line in lines)
    require(is_whole, _SUBMIT, "a hold with what is accepted and reasons with what is refused", "a line with neither or both")


def _pickup_and_contact(trial: Trial) -> None:
    visitor, title = trial.visitor(), trial.stage.title()
    closed = [branch.code for branch in trial.profile.branches if not branch.is_pickup]
    for pickup in ("no-such-branch", *closed[:1]):
        _require_reason(visitor.submit(title, pickup=pickup), ReasonCode.PICKUP_NOT_OFFERED)
    _require_reason(visitor.submit(title, contact="no-such-method"), ReasonCode.CONTACT_NOT_OFFERED)
    both = visitor.submit(title, pickup="no-such-branch", contact="no-such-method")
    _require_reason(both, ReasonCode.PICKUP_NOT_OFFERED)
    _require_reason(both, ReasonCode.CONTACT_NOT_OFFERED)
    for pickup in pickup_branches(trial.profile, trial.terminal.branch):
        visitor.cancel(visitor.place(title, pickup=pickup).hold_id).expect(200)


def _contact_needs(trial: Trial) -> None:
    needing = [method for method in trial.profile.contact_methods if method.needs is not ContactNeed.NOTHING]
    applies(bool(needing), "no contact method needs anything on record")
    visitor, title = trial.visitor(PatronCase.NO_CONTACTS), trial.stage.title()
    offers = {offer.code: offer for offer in visitor.me().contacts}
    for method in trial.profile.contact_methods:
        offer = offers.get(method.code)
        is_right = offer is not None and (offer.allowed, offer.reason) == (
            method.needs.refusal is None,
            method.needs.refusal or "",
        )
        require(is_right, "GET /v1/me", f"contact {method.code}: {method.needs.refusal or 'allowed'}", "another offer")
    for method in needing:
        assert method.needs.refusal is not None  # it needs something
        _require_reason(visitor.submit(title, contact=method.code), method.needs.refusal)


def _overdue(trial: Trial) -> None:
    visitor, title = trial.visitor(PatronCase.OVERDUE_LOAN), trial.stage.title()
    if trial.profile.holds.is_blocked_by_overdue:
        _require_reason(visitor.submit(title, contact=_any_contact(trial, visitor)), ReasonCode.OVERDUE_LOANS)
    else:
        visitor.place(title)


def _any_contact(trial: Trial, visitor: Visitor) -> str:
    """One the patron may choose, or any where there is none: the refusal under trial is another."""
    allowed = [offer.code for offer in visitor.me().contacts if offer.allowed]
    return (*allowed, trial.profile.contact_methods[0].code)[0]


def _expired(trial: Trial) -> None:
    visitor = trial.visitor(PatronCase.CARD_EXPIRED)
    outcome = visitor.submit(trial.stage.title(), contact=_any_contact(trial, visitor))
    _require_reason(outcome, ReasonCode.CARD_EXPIRED)


def _on_loan_to_patron(trial: Trial) -> None:
    visitor = trial.visitor()
    _require_reason(visitor.submit(trial.stage.loan(visitor.person)), ReasonCode.ALREADY_ON_LOAN)


def _provisional(trial: Trial) -> None:
    hold = trial.visitor().place(trial.stage.title())
    expected = HoldState.PROVISIONAL if trial.profile.holds.is_provisional else HoldState.WAITING
    require(hold.state is expected, _SUBMIT, f"a hold that is {expected}", f"one that is {hold.state}")


def _require_reason(outcome: HoldRequestOutcome, reason: ReasonCode) -> None:
    (line,) = outcome.lines
    is_told = line.outcome is LineOutcome.REFUSED and reason in {each.code for each in line.reasons}
    require(is_told, _SUBMIT, f"refused with the reason {reason}", _told(line))


def _told(line: HoldLine) -> str:
    return f"{line.outcome} ({', '.join(reason.code for reason in line.reasons)})" if line.reasons else str(line.outcome)


CLAUSES = (
    Clause("C-30", "A patron has as many open holds as the profile's limit allows, and none more.", _limit),
    Clause("C-31", "The limits by material hold.", _limit_by_material),
    Clause("C-32", "The limit holds when holds are submitted at two terminals at once.", _limit_at_once),
    Clause("C-33", "A patron has one open hold of a title, also when several are submitted at once.", _double),
    Clause("C-34", "Each line of a request is decided for itself.", _line_by_line),
    Clause("C-35", "A pickup branch or contact method that is not offered is refused, with the reason.", _pickup_and_contact),
    Clause("C-36", "A contact method is refused to a patron whose record lacks what it needs, as /v1/me says.", _contact_needs),
    Clause("C-37", "Overdue loans stand against new holds just where the profile says.", _overdue),
    Clause("C-38", "An expired card places no holds.", _expired),
    Clause("C-39", "A title on loan to the patron is not held by the same patron.", _on_loan_to_patron),
    Clause("C-40", "A new hold is provisional just where the profile says.", _provisional),
)
