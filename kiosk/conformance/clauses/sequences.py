"""順番予約: holds that are to be filled one after the other."""

from kiosk.conformance.callers import Visitor
from kiosk.conformance.staging import TitleCase
from kiosk.conformance.trial import Clause, Trial, applies, require
from kiosk.domain.circulation import HoldList, HoldState, LineOutcome, ReleaseOn
from kiosk.domain.reasons import ReasonCode

_LIST = "GET /v1/me/holds"
_SUBMIT = "POST /v1/me/hold-requests"
_PUT = "PUT /v1/me/sequences"


def _offered(trial: Trial) -> None:
    applies(trial.profile.holds.sequences is not ReleaseOn.NEVER, "the library offers no sequences")


def _in_order(trial: Trial, visitor: Visitor, *titles: str) -> list[str]:
    """Holds on these titles in one sequence, waiting in their queues; gives their ids."""
    lines = visitor.submit(*titles, sequences=[titles]).lines
    holds = [line.hold.hold_id for line in lines if line.hold is not None]
    require(len(holds) == len(titles), _SUBMIT, "a sequence of titles that are offered accepted", "a line refused")
    if trial.profile.holds.is_provisional:
        for hold_id in holds:
            trial.stage.desk().accept(hold_id)
    return holds


def _require_places(visitor: Visitor, holds: list[str], turns: list[bool]) -> None:
    shown = [visitor.hold(hold_id).sequence for hold_id in holds]
    places = [(place.place, place.size, place.is_turn) if place else None for place in shown]
    expected = [(n, len(holds), is_turn) for n, is_turn in enumerate(turns, start=1)]
    require(places == expected, _LIST, f"places, sizes and turns {expected}", f"{places}")
    ids = {place.sequence_id for place in shown if place}
    require(len(ids) == 1, _LIST, "one sequence", f"{len(ids)}")


def _passed_over(trial: Trial) -> None:
    _offered(trial)
    first, second = trial.stage.title(), trial.stage.title()
    visitor, desk = trial.visitor(), trial.stage.desk()
    holds = _in_order(trial, visitor, first, second)
    _require_places(visitor, holds, [True, False])
    later = trial.visitor()
    later_hold = trial.place_in_queue(later, second)
    desk.scan(second, visitor.pickup)
    state = visitor.hold(holds[1]).state
    require(state is HoldState.WAITING, _LIST, "a hold whose turn has not come to be passed over", f"it is {state}")
    served = later.hold(later_hold.hold_id).state
    require(served is not HoldState.WAITING, _LIST, "the item set aside for the one after it", "it waits too")
    position = visitor.hold(holds[1]).position
    require(position == 1, _LIST, "its place in the queue kept", f"position {position}")


def _released(trial: Trial) -> None:
    _offered(trial)
    first, second = trial.stage.title(), trial.stage.title()
    visitor, desk = trial.visitor(), trial.stage.desk()
    holds = _in_order(trial, visitor, first, second)
    is_on_return = trial.profile.holds.sequences is ReleaseOn.RETURN
    desk.scan(first, visitor.pickup)
    _require_turn(visitor, holds[1], not is_on_return, "the one before it has its item")
    desk.lend(visitor.person, first)
    _require_turn(visitor, holds[1], not is_on_return, "the one before it was collected")
    desk.scan(first, visitor.pickup)
    _require_turn(visitor, holds[1], True, "the one before it was returned")
    desk.scan(second, visitor.pickup)
    state = visitor.hold(holds[1]).state
    require(state is not HoldState.WAITING, _LIST, "the second volume set aside once its turn has come", f"it is {state}")


def _require_turn(visitor: Visitor, hold_id: str, expected: bool, when: str) -> None:
    place = visitor.hold(hold_id).sequence
    is_right = place is None or place.is_turn is expected
    require(is_right, _LIST, f"{'its turn' if expected else 'not its turn yet'} when {when}", "otherwise")


def _holds_nobody_up(trial: Trial) -> None:
    _offered(trial)
    visitor = trial.visitor()
    holds = _in_order(trial, visitor, trial.stage.title(), trial.stage.title())
    visitor.cancel(holds[0]).expect(200)
    _require_turn(visitor, holds[1], True, "the one before it was cancelled")


def _afterwards(trial: Trial) -> None:
    _offered(trial)
    visitor = trial.visitor()
    holds = [trial.place_in_queue(visitor, trial.stage.title()).hold_id for _ in range(3)]
    wished = [holds[2], holds[0], holds[1]]
    visitor.ask("PUT", "/v1/me/sequences", {"holds": wished}).value(HoldList)
    _require_places(visitor, wished, [True, False, False])
    visitor.ask("PUT", "/v1/me/sequences", {"holds": []}).expect(422)
    visitor.ask("PUT", "/v1/me/sequences", {"holds": [holds[0], holds[0]]}).expect(422)
    visitor.cancel(holds[1]).expect(200)
    visitor.ask("PUT", "/v1/me/sequences", {"holds": [holds[1], holds[0]]}).expect_reason(409, ReasonCode.HOLD_ENDED)
    other = trial.visitor()
    foreign = other.place(trial.stage.title()).hold_id
    visitor.ask("PUT", "/v1/me/sequences", {"holds": [holds[0], foreign]}).expect(404)


def _refused_member(trial: Trial) -> None:
    _offered(trial)
    titles = [trial.stage.title(), trial.stage.title(TitleCase.REFERENCE_ONLY), trial.stage.title()]
    visitor = trial.visitor()
    lines = visitor.submit(*titles, sequences=[titles]).lines
    outcomes = [line.outcome for line in lines]
    expected = [LineOutcome.ACCEPTED, LineOutcome.REFUSED, LineOutcome.ACCEPTED]
    require(outcomes == expected, _SUBMIT, "the refused volume alone refused", ", ".join(outcomes))
    _require_places(visitor, [line.hold.hold_id for line in lines if line.hold], [True, False])


CLAUSES = (
    Clause("C-80", "A volume whose turn has not come is passed over and keeps its place in the queue.", _passed_over),
    Clause(
        "C-81",
        "The next volume's turn comes with the return or the allocation of the one before, as the profile says.",
        _released,
    ),
    Clause("C-82", "A volume that was cancelled holds up none after it.", _holds_nobody_up),
    Clause("C-83", "Holds can be put in an order afterwards; impossible orders are refused.", _afterwards),
    Clause("C-84", "A refused volume drops out of its sequence, and the others keep their order.", _refused_member),
)
