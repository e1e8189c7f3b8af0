"""E-mail addresses: typed twice, checked, as many as the profile says, and needed for contact by mail."""

from kiosk.conformance.answers import Answer
from kiosk.conformance.callers import Visitor
from kiosk.conformance.invented import EMAIL_DOMAIN
from kiosk.conformance.trial import Clause, Trial, applies, require
from kiosk.domain.contact_method import ContactNeed
from kiosk.domain.email_address import EmailFault
from kiosk.domain.profile import EmailConfirmation
from kiosk.domain.requests import EmailAddress, EmailChange, EmailState

_ME = "GET /v1/me"
_FAULTS = {
    "": EmailFault.EMPTY,
    "ｋｉｏｓｋ＠example.com": EmailFault.NOT_HALF_WIDTH,
    "kiosk@example,com": EmailFault.COMMA,
    "ki..osk@example.com": EmailFault.TWO_DOTS,
    "kiosk.@example.com": EmailFault.DOT_BEFORE_AT,
    "kiosk@dokomo.ne.jp": EmailFault.MISSPELT_DOMAIN,
    "kiosk": EmailFault.NOT_AN_ADDRESS,
}


def _address(number: int = 1) -> str:
    return f"kiosk-conformance-{number}@{EMAIL_DOMAIN}"


def _add(visitor: Visitor, address: str, again: str | None = None) -> Answer:
    return visitor.ask("POST", "/v1/me/emails", EmailChange(address, address if again is None else again))


def _checked(trial: Trial) -> None:
    visitor = trial.log_in(trial.stage.fresh_patron())
    before = visitor.me().emails
    for wrong, fault in _FAULTS.items():
        _add(visitor, wrong).expect(422, f"email_{fault}")
    _add(visitor, _address(), _address(2)).expect(422, "email_not_equal")
    require(visitor.me().emails == before, _ME, "no address from a refused one", "one")


def _declined(trial: Trial) -> None:
    declined = trial.profile.emails.declined_domains
    applies(bool(declined), "the library declines no addresses")
    visitor = trial.log_in(trial.stage.fresh_patron())
    for domain in declined:
        host = f"{domain}com" if domain.endswith(".") else domain
        _add(visitor, f"kiosk@{host}").expect(422, "email_declined_domain")


def _as_many(trial: Trial) -> None:
    limit = trial.profile.emails.limit
    applies(limit > 0, "no address is kept")
    visitor = trial.log_in(trial.stage.fresh_patron())
    taken = len(visitor.me().emails)
    for number in range(taken + 1, limit + 1):
        added = _add(visitor, _address(number)).value(EmailAddress, 201)
        require(added.slot == number, "POST /v1/me/emails", f"the slot {number}", f"{added.slot}")
    _add(visitor, _address(limit + 1)).expect(409, "email_limit")
    require(len(visitor.me().emails) == limit, _ME, f"{limit} addresses", f"{len(visitor.me().emails)}")
    visitor.ask("PUT", "/v1/me/emails/1", EmailChange(_address(50), _address(50))).expect(200)
    shown = [email.address for email in visitor.me().emails if email.slot == 1]
    require(_address(50) in shown, _ME, "the new address in its slot", "another")
    visitor.ask("DELETE", "/v1/me/emails/1").expect(204)
    visitor.ask("DELETE", "/v1/me/emails/1").expect(404)
    require(all(email.slot != 1 for email in visitor.me().emails), _ME, "no address in an emptied slot", "one")


def _contact_by_mail(trial: Trial) -> None:
    methods = [method.code for method in trial.profile.contact_methods if method.needs is ContactNeed.EMAIL]
    applies(bool(methods), "no contact method needs an address")
    visitor = trial.log_in(trial.stage.fresh_patron())
    while visitor.me().emails:
        visitor.ask("DELETE", f"/v1/me/emails/{visitor.me().emails[0].slot}").expect(204)
    _require_offer(visitor, methods, allowed=False)
    added = _add(visitor, _address()).value(EmailAddress, 201)
    is_valid = added.state is EmailState.VALID
    may_wait = trial.profile.emails.confirmation is EmailConfirmation.LINK
    require(is_valid or may_wait, "POST /v1/me/emails", "an address that is valid at once", f"{added.state}")
    _require_offer(visitor, methods, allowed=is_valid)


def _require_offer(visitor: Visitor, methods: list[str], *, allowed: bool) -> None:
    for offer in visitor.me().contacts:
        if offer.code in methods:
            says = "allowed" if allowed else "refused without a valid address"
            require(offer.allowed is allowed, _ME, f"contact {offer.code} {says}", "otherwise")


CLAUSES = (
    Clause("C-96", "An address with a fault is refused with the fault's code, and nothing is changed.", _checked),
    Clause("C-97", "Addresses of domains the library declines are refused.", _declined),
    Clause("C-98", "A patron has as many addresses as the profile says; each can be replaced and deleted.", _as_many),
    Clause("C-99", "Contact by mail is offered just when a valid address is on record.", _contact_by_mail),
)
