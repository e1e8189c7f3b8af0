"""Passwords: their form, changing and deleting them, temporary ones, and registration by proof of identity."""

from kiosk.conformance.answers import Answer
from kiosk.conformance.callers import Person, Visitor
from kiosk.conformance.invented import new_password
from kiosk.conformance.staging import PatronCase
from kiosk.conformance.trial import Clause, Trial, applies, require
from kiosk.domain.password import PasswordFault
from kiosk.domain.registration import IdentityRegistration, TemporaryPasswordUse
from kiosk.domain.requests import (
    NewPassword,
    PasswordChange,
    PasswordRegistration,
    PatronSession,
    RegistrationGrant,
    Rights,
)

_LOGIN = "POST /v1/sessions"


def _form(trial: Trial) -> None:
    rule, person = trial.profile.password, trial.stage.fresh_patron()
    visitor = trial.log_in(person)
    good = new_password(rule, trial.chance)
    faults = {
        new_password(rule, trial.chance, rule.max_length + 1): PasswordFault.TOO_LONG,
        good[: rule.min_length - 1]: PasswordFault.TOO_SHORT,
        good[:-1] + "é": PasswordFault.WRONG_CHARACTERS,
        good[:-1] + "-": PasswordFault.WRONG_CHARACTERS,
        good[:-1] + "Ａ": PasswordFault.WRONG_CHARACTERS,
    }
    for wrong, fault in faults.items():
        _change(visitor, wrong, wrong).expect(422, f"password_{fault}")
    _change(visitor, good, good[::-1]).expect(422, "password_not_equal")
    trial.terminal.open_session(person).value(PatronSession, 201)
    for length in (rule.min_length, rule.max_length):
        wished = new_password(rule, trial.chance, length)
        _change(visitor, wished, wished).expect(204)
        visitor.person = Person(person.card_number, wished)


def _change(visitor: Visitor, password: str, again: str) -> Answer:
    return visitor.ask("PUT", "/v1/me/password", PasswordChange(visitor.person.password, password, again))


def _changed(trial: Trial) -> None:
    person = trial.stage.fresh_patron()
    visitor, elsewhere = trial.log_in(person), trial.log_in(person, trial.other_terminal)
    new = new_password(trial.profile.password, trial.chance)
    wrong = PasswordChange(new, new, new)
    visitor.ask("PUT", "/v1/me/password", wrong).expect(422, "password_current_wrong")
    _change(visitor, new, new).expect(204)
    visitor.ask("GET", "/v1/me").expect(200)
    elsewhere.ask("GET", "/v1/me").expect(401, "session_invalid")
    trial.terminal.open_session(person).expect(401, "login_failed")
    trial.terminal.open_session(person, new.swapcase()).expect(401, "login_failed")
    trial.terminal.open_session(person, new).value(PatronSession, 201)


def _deleted(trial: Trial) -> None:
    person = trial.stage.fresh_patron()
    visitor = trial.log_in(person)
    visitor.ask("DELETE", "/v1/me/password").expect(204)
    visitor.ask("GET", "/v1/me").expect(401, "session_invalid")
    trial.terminal.open_session(person).expect(401, "login_failed")


def _temporary(trial: Trial) -> Visitor:
    use = trial.profile.registration.temporary_password
    applies(use is not TemporaryPasswordUse.NOT_ISSUED, "the library issues no temporary passwords")
    return trial.visitor(PatronCase.TEMPORARY_PASSWORD)


def _temporary_rights(trial: Trial) -> None:
    visitor = _temporary(trial)
    may_all = trial.profile.registration.temporary_password is TemporaryPasswordUse.EVERYTHING
    session = visitor.session
    require(session.has_temporary_password, _LOGIN, "has_temporary_password", "not so")
    expected = Rights.FULL if may_all else Rights.PASSWORD_CHANGE_ONLY
    require(session.rights is expected, _LOGIN, f"the rights {expected}", f"{session.rights}")
    for path in ("/v1/me", "/v1/me/holds", "/v1/me/loans"):
        answer = visitor.ask("GET", path)
        answer.expect(200) if may_all else answer.expect(403, "rights_insufficient")
    if not may_all:
        request = {"titles": ["x"], "pickup_branch": "x", "contact_method": "x"}
        answer = visitor.ask("POST", "/v1/me/hold-requests", request, {"Idempotency-Key": trial.terminal.new_key()})
        answer.expect(403, "rights_insufficient")


def _temporary_changed(trial: Trial) -> None:
    visitor = _temporary(trial)
    new = new_password(trial.profile.password, trial.chance)
    _change(visitor, new, new).expect(204)
    visitor.ask("GET", "/v1/me").expect(200)
    session = trial.terminal.open_session(visitor.person, new).value(PatronSession, 201)
    is_full = session.rights is Rights.FULL and not session.has_temporary_password
    require(is_full, _LOGIN, "full rights with a password of the patron's own", "otherwise")
    trial.terminal.open_session(visitor.person).expect(401, "login_failed")


def _identity(person: Person, terms_accepted: bool = True) -> dict[str, object]:
    return {
        "card_number": person.card_number,
        "birth_date": person.birth_date,
        "phone": person.phone,
        "name_kana": person.name_kana,
        "terms_accepted": terms_accepted,
    }


def _registration(trial: Trial) -> None:
    person, asked = trial.stage.fresh_patron(), "/v1/registrations"
    if trial.profile.registration.by_identity is IdentityRegistration.NEVER:
        trial.terminal.ask("POST", asked, _identity(person)).expect(403, "registration_not_offered")
        return
    before = trial.log_in(person)
    trial.terminal.ask("POST", asked, _identity(person, terms_accepted=False)).expect(422, "terms_not_accepted")
    wrong = {**_identity(person), "birth_date": "1901-01-01"}
    trial.terminal.ask("POST", asked, wrong).expect(401, "identity_failed")
    grant = trial.terminal.ask("POST", asked, _identity(person)).value(RegistrationGrant, 201)
    trial.terminal.ask("GET", "/v1/me", token=grant.token).expect(401, "session_invalid")
    new = new_password(trial.profile.password, trial.chance)
    path = "/v1/registrations/current/password"
    trial.terminal.ask("PUT", path, NewPassword(new, new[::-1]), token=grant.token).expect(422, "password_not_equal")
    done = trial.terminal.ask("PUT", path, NewPassword(new, new), token=grant.token).value(PasswordRegistration)
    if done.is_to_be_confirmed:
        trial.log_in(person)
        return
    before.ask("GET", "/v1/me").expect(401, "session_invalid")
    trial.terminal.open_session(person).expect(401, "login_failed")
    trial.terminal.open_session(person, new).value(PatronSession, 201)
    trial.terminal.ask("PUT", path, NewPassword(new, new), token=grant.token).expect(401, "session_invalid")


CLAUSES = (
    Clause("C-90", "A new password has the form the profile says, and a refused one changes nothing.", _form),
    Clause("C-91", "A change asks for the current password, ends other sessions, and the old one opens nothing.", _changed),
    Clause("C-92", "A deleted password opens nothing, and its sessions end.", _deleted),
    Clause("C-93", "A temporary password opens just what the profile says.", _temporary_rights),
    Clause("C-94", "A temporary password that was changed gives full rights.", _temporary_changed),
    Clause(
        "C-95",
        "Registration by identity is offered as the profile says, asks for the terms, and sets a password once.",
        _registration,
    ),
)
