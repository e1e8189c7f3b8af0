"""Why an action is refused: the stable codes of the contract and the parameters their sentences need.

The sentences live in the language files: `reason-<code>` says why, `remedy-<code>` what to do instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ReasonCode(StrEnum):
    """Every refusal the service can give. The comment names the parameters a reason of that code carries."""

    # holding a title
    ON_SHELF = "on_shelf"  # branch, location, call_number: take it from the shelf yourself
    ON_SHELF_HERE = "on_shelf_here"  # branch, location, call_number: it stands in this very branch
    REFERENCE_ONLY = "reference_only"
    MATERIAL_NOT_HOLDABLE = "material_not_holdable"  # material
    NEWEST_ISSUE = "newest_issue"
    NOT_OWNED = "not_owned"
    NO_LOANABLE_ITEM = "no_loanable_item"  # every item lost, in repair or withdrawn
    HOLD_LIMIT = "hold_limit"  # limit
    MATERIAL_HOLD_LIMIT = "material_hold_limit"  # limit, material
    ALREADY_HELD = "already_held"
    ALREADY_ON_LOAN = "already_on_loan"
    OVERDUE_LOANS = "overdue_loans"
    CARD_EXPIRED = "card_expired"
    TEMPORARY_PASSWORD = "temporary_password"
    UNKNOWN_TITLE = "unknown_title"
    # pickup and contact
    PICKUP_NOT_OFFERED = "pickup_not_offered"
    CONTACT_NOT_OFFERED = "contact_not_offered"
    CONTACT_NEEDS_EMAIL = "contact_needs_email"
    CONTACT_NEEDS_PHONE = "contact_needs_phone"
    CONTACT_NEEDS_FAX = "contact_needs_fax"
    CONTACT_NEEDS_HEARING_REGISTRATION = "contact_needs_hearing_registration"
    SEQUENCES_NOT_OFFERED = "sequences_not_offered"
    # an existing hold
    HOLD_READY = "hold_ready"  # ask the library
    HOLD_IN_TRANSIT = "hold_in_transit"
    HOLD_FROM_ELSEWHERE = "hold_from_elsewhere"  # borrowed from another library system
    HOLD_ENDED = "hold_ended"
    COPY_NEEDS_EMAIL = "copy_needs_email"  # a mail with the content of the request was wished for
    LOAN_LIMIT = "loan_limit"  # limit; at the desk
    # renewing a loan
    LOAN_OVERDUE = "loan_overdue"
    OTHER_LOAN_OVERDUE = "other_loan_overdue"
    RENEWED_ALREADY = "renewed_already"
    HELD_BY_OTHERS = "held_by_others"
    MATERIAL_NOT_RENEWABLE = "material_not_renewable"
    LOAN_FROM_ELSEWHERE = "loan_from_elsewhere"


@dataclass(frozen=True, slots=True)
class Reason:
    """One refusal: its code, and the text values its sentence names (see the comments in `ReasonCode`)."""

    code: ReasonCode
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether one action is allowed, with every reason against it. `allowed` is true just when `reasons` is empty."""

    allowed: bool
    reasons: tuple[Reason, ...] = ()

    @classmethod
    def of(cls, *reasons: Reason) -> "Decision":
        """The decision that follows from the reasons found: allowed when there are none."""
        return cls(allowed=not reasons, reasons=reasons)
