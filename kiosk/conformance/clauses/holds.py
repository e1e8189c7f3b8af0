"""A patron's own holds: the list, and changing and cancelling as the list says."""

from kiosk.conformance.answers import Answer
from kiosk.conformance.callers import Visitor, pickup_branches
from kiosk.conformance.staging import TitleCase
from kiosk.conformance.trial import Clause, Trial, applies, require
from kiosk.domain.circulation import Hold, HoldAction, HoldState
from kiosk.domain.profile import HoldScope
from kiosk.domain.reasons import ReasonCode
from kiosk.domain.requests import HoldChange

_LIST = "GET /v1/me/holds"
_CHANGE = "PATCH /v1/me/holds/{hold_id}"


def _list(trial: Trial) -> None:
    visitor = trial.visitor()
    before = visitor.hold_list().open_count
    placed = visitor.place(trial.stage.title())
    shown, me = visitor.hold_list(), visitor.me()
    require(shown.open_count == before + 1 == me.hold_count, _LIST, "one open hold more, as in /v1/me", "another count")
    require(shown.limit == me.hold_limit == trial.profile.holds.limit, _LIST, "the limit of the profile", "another")
    hold = visitor.hold(placed.hold_id)
    is_same = (hold.title.title_id, hold.state, hold.pickup_branch, hold.contact_method, hold.placed_at) == (
        placed.title.title_id,
        placed.state,
        visitor.pickup,
        visitor.contact,
        placed.placed_at,
    )
    require(is_same, _LIST, "the hold as it was placed", "another")


def _require_as_told(trial: Trial, visitor: Visitor, hold: Hold) -> None:
    """Every action is either allowed and works, or refused for the reasons that are told."""
    told = {*hold.allowed_actions, *(refusal.action for refusal in hold.refusals)}
    is_whole = told == set(HoldAction) and len(hold.allowed_actions) + len(hold.refusals) == len(HoldAction)
    require(is_whole, _LIST, "each action once, allowed or refused", "one missing or twice")
    for action in (HoldAction.CHANGE_CONTACT, HoldAction.CHANGE_PICKUP, HoldAction.CANCEL):
        answer = _do(visitor, hold, action)
        refusal = next((refusal for refusal in hold.refusals if refusal.action is action), None)
        if refusal is None:
            answer.expect(200)
            continue
        answer.expect(409, "action_refused")
        told_reasons = {reason.code for reason in refusal.reasons}
        require(bool(told_reasons) and told_reasons <= answer.reasons, answer, "the reasons the list tells", answer.came)


def _do(visitor: Visitor, hold: Hold, action: HoldAction) -> Answer:
    if action is HoldAction.CANCEL:
        return visitor.cancel(hold.hold_id)
    is_contact = action is HoldAction.CHANGE_CONTACT
    change = HoldChange(contact_method=hold.contact_method) if is_contact else HoldChange(pickup_branch=hold.pickup_branch)
    return visitor.ask("PATCH", f"/v1/me/holds/{hold.hold_id}", change)


def _new_hold_actions(trial: Trial) -> None:
    visitor = trial.visitor()
    hold = visitor.hold(visitor.place(trial.stage.title()).hold_id)
    may = hold.state in trial.profile.holds.changeable_in
    require(bool(hold.allowed_actions) is may, _LIST, f"{'actions' if may else 'no action'} on a new hold", "otherwise")
    _require_as_told(trial, visitor, hold)


def _ready_hold_actions(trial: Trial) -> None:
    visitor, title = trial.visitor(), trial.stage.title()
    hold = trial.place_in_queue(visitor, title)
    trial.stage.desk().scan(title, hold.pickup_branch)
    hold = visitor.hold(hold.hold_id)
    may = HoldState.READY in trial.profile.holds.changeable_in
    require(bool(hold.allowed_actions) is may, _LIST, f"{'actions' if may else 'no action'} on a ready hold", "otherwise")
    _require_as_told(trial, visitor, hold)


def _from_elsewhere(trial: Trial) -> None:
    title = trial.stage.title(TitleCase.FROM_ELSEWHERE)
    is_offered = trial.terminal.shown(title).hold.allowed
    require(not is_offered, "GET /v1/titles/{title_id}", "no hold offered on what the library does not own", "one offered")


def _change(trial: Trial) -> None:
    visitor = trial.visitor()
    hold = visitor.place(trial.stage.title())
    applies(hold.state in trial.profile.holds.changeable_in, "a new hold cannot be changed")
    path = f"/v1/me/holds/{hold.hold_id}"
    for pickup in (*pickup_branches(trial.profile, "")[::-1], hold.pickup_branch):
        changed = visitor.ask("PATCH", path, HoldChange(pickup_branch=pickup)).value(Hold)
        shown = visitor.hold(hold.hold_id)
        require(changed.pickup_branch == shown.pickup_branch == pickup, _CHANGE, "the pickup branch wished for", "another")
    for offer in visitor.me().contacts:
        answer = visitor.ask("PATCH", path, HoldChange(contact_method=offer.code))
        if not offer.allowed:
            answer.expect_reason(409, offer.reason)
            continue
        answer.expect(200)
        shown = visitor.hold(hold.hold_id)
        require(shown.contact_method == offer.code, _CHANGE, "the contact method wished for", "another")
    kept = visitor.hold(hold.hold_id)
    visitor.ask("PATCH", path, HoldChange(pickup_branch="no-such-branch")).expect_reason(409, ReasonCode.PICKUP_NOT_OFFERED)
    visitor.ask("PATCH", path, HoldChange(contact_method="no-such-method")).expect_reason(409, ReasonCode.CONTACT_NOT_OFFERED)
    require(visitor.hold(hold.hold_id) == kept, _CHANGE, "a hold that a refused change leaves alone", "another")
    require(
        kept.placed_at == hold.placed_at and kept.position == hold.position, _CHANGE, "the place in the queue kept", "another"
    )


def _cancelled(trial: Trial) -> None:
    visitor = trial.visitor()
    hold = visitor.place(trial.stage.title())
    applies(hold.state in trial.profile.holds.changeable_in, "a new hold cannot be cancelled")
    cancelled = visitor.cancel(hold.hold_id).value(Hold)
    require(cancelled.state is HoldState.CANCELLED, "DELETE /v1/me/holds/{hold_id}", "a cancelled hold", f"{cancelled.state}")
    if trial.profile.holds.ended_shown_days > 0:
        shown = visitor.hold(hold.hold_id)
        require(
            shown.state is HoldState.CANCELLED and not shown.allowed_actions,
            _LIST,
            "it stays shown, as cancelled",
            f"{shown.state}",
        )
    visitor.cancel(hold.hold_id).expect_reason(409, ReasonCode.HOLD_ENDED)
    require(visitor.me().hold_count == 0, "GET /v1/me", "no open hold", "one")


def _declined(trial: Trial) -> None:
    visitor = trial.visitor()
    hold = visitor.place(trial.stage.title())
    trial.stage.desk().decline(hold.hold_id)
    shown = visitor.hold(hold.hold_id)
    require(shown.state is HoldState.DECLINED, _LIST, "a hold the library declined, shown as such", f"{shown.state}")
    require(not shown.allowed_actions and visitor.me().hold_count == 0, _LIST, "nothing more to do to it", "an open one")


def _taken_first(trial: Trial) -> None:
    scope = trial.profile.holds.scope
    applies(scope is not HoldScope.ON_LOAN, "only titles on loan can be held")
    case = TitleCase.ON_SHELF_HERE if scope is HoldScope.IN_STOCK else TitleCase.ON_SHELF_ELSEWHERE
    visitor, passer_by, title = trial.visitor(), trial.stage.patron(), trial.stage.title(case)
    hold = trial.place_in_queue(visitor, title)
    trial.stage.desk().lend(passer_by, title)
    shown = visitor.hold(hold.hold_id)
    require(
        shown.state is HoldState.WAITING, _LIST, "a hold that waits on: a visitor who has the item goes first", f"{shown.state}"
    )


CLAUSES = (
    Clause("C-60", "The list shows what was placed, and counts as /v1/me does.", _list),
    Clause(
        "C-61",
        "What the list allows on a new hold works, and what it refuses is refused for the same reasons.",
        _new_hold_actions,
    ),
    Clause("C-62", "The same of a ready hold, which can be acted on just where the profile says.", _ready_hold_actions),
    Clause("C-63", "A title of which the library owns nothing is not offered.", _from_elsewhere),
    Clause("C-64", "Pickup branch and contact method can be changed to what is offered and nothing else.", _change),
    Clause("C-65", "A cancelled hold counts no more, stays shown, and cannot be cancelled again.", _cancelled),
    Clause("C-66", "A hold that the library declined is shown as such.", _declined),
    Clause("C-67", "A visitor who takes the item from the shelf to the desk goes before a waiting hold.", _taken_first),
)
