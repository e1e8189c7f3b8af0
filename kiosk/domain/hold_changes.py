"""What a patron may still do to a hold, by its state (KU-13, OK-13, CH-10, CH-11, KK-12)."""

from kiosk.domain.circulation import HoldAction, HoldState, Refusal
from kiosk.domain.profile import HoldRules
from kiosk.domain.reasons import Reason, ReasonCode

_STATE_REASON = {
    HoldState.READY: ReasonCode.HOLD_READY,
    HoldState.IN_TRANSIT: ReasonCode.HOLD_IN_TRANSIT,
}


def hold_actions(
    rules: HoldRules, state: HoldState, is_from_elsewhere: bool
) -> tuple[tuple[HoldAction, ...], tuple[Refusal, ...]]:
    """The actions allowed now, and every other one with the reason against it.

    `is_from_elsewhere`: the library does not own the title and has to fetch it from outside (OK-13, KK-12).
    """
    reasons = []
    if not state.is_open:
        reasons.append(Reason(ReasonCode.HOLD_ENDED))
    elif state not in rules.changeable_in:
        reasons.append(Reason(_STATE_REASON.get(state, ReasonCode.HOLD_ENDED)))
    if is_from_elsewhere and not rules.changes_what_is_not_owned:
        reasons.append(Reason(ReasonCode.HOLD_FROM_ELSEWHERE))
    if not reasons:
        return tuple(HoldAction), ()
    return (), tuple(Refusal(action, tuple(reasons)) for action in HoldAction)
