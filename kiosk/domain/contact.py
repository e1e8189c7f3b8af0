"""Pickup branches and contact methods: what the profile offers and what a patron's record allows.

Sources: KU-06, CH-06, KK-07, KT-06.
"""

from dataclasses import dataclass

from kiosk.domain.contact_method import ContactNeed
from kiosk.domain.profile import Profile
from kiosk.domain.reasons import Reason, ReasonCode
from kiosk.domain.requests import ContactOffer


@dataclass(frozen=True, slots=True)
class PatronContacts:
    """Which ways of contact a patron's record holds."""

    has_email: bool = False
    has_phone_1: bool = False
    has_phone_2: bool = False
    has_fax: bool = False
    is_hearing_registered: bool = False

    def meets(self, need: ContactNeed) -> bool:
        """Whether the record has what a contact method needs."""
        return {
            ContactNeed.NOTHING: True,
            ContactNeed.EMAIL: self.has_email,
            ContactNeed.PHONE_1: self.has_phone_1,
            ContactNeed.PHONE_2: self.has_phone_2,
            ContactNeed.FAX: self.has_fax,
            ContactNeed.HEARING_REGISTRATION: self.is_hearing_registered,
        }[need]


def contact_offers(profile: Profile, contacts: PatronContacts) -> tuple[ContactOffer, ...]:
    """Every contact method of the profile, each with whether this patron can choose it."""
    return tuple(
        ContactOffer(method.code, allowed=True)
        if contacts.meets(method.needs)
        else ContactOffer(method.code, allowed=False, reason=method.needs.refusal or "")
        for method in profile.contact_methods
    )


def pickup_and_contact_refusals(
    profile: Profile, contacts: PatronContacts, pickup_branch: str, contact_method: str
) -> tuple[Reason, ...]:
    """Every reason against this pickup branch and contact method; empty when both will do."""
    reasons = []
    branch = profile.branch(pickup_branch)
    if branch is None or not branch.is_pickup:
        reasons.append(Reason(ReasonCode.PICKUP_NOT_OFFERED))
    method = profile.contact_method(contact_method)
    if method is None:
        reasons.append(Reason(ReasonCode.CONTACT_NOT_OFFERED))
    elif method.needs.refusal is not None and not contacts.meets(method.needs):
        reasons.append(Reason(method.needs.refusal))
    return tuple(reasons)
