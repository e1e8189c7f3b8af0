"""Stages situations through the staff routes, with patrons, titles and items of the suite's own that are removed at the end."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count

from kiosk.client.desk import HttpDesk
from kiosk.conformance.answers import Answer
from kiosk.conformance.callers import Person, Terminal
from kiosk.conformance.invented import EMAIL_DOMAIN, card_number, new_password
from kiosk.conformance.staging import Desk, PatronCase, TitleCase
from kiosk.conformance.verdict import CannotBeTried
from kiosk.domain.catalogue import LoanClass, Material
from kiosk.domain.contact_method import ContactNeed
from kiosk.domain.errors import Refused, ServiceError
from kiosk.domain.registration import IdentityRegistration, TemporaryPasswordUse
from kiosk.domain.requests import EmailChange, Identity, NewPassword, PasswordChange, PasswordRegistration, RegistrationGrant
from kiosk.domain.staff import CatalogueRecord, ItemCondition, ItemUpkeep, PatronRecord

_BIRTH_DATE = date(1990, 4, 1)
_PHONE = "0000000000"
_NAME_KANA = "テキゴウ シケン"
_LONG_AGO = date(2000, 1, 1)


class StaffStage:
    """Puts in what a clause needs. `chance` makes card numbers, passwords and the run's own prefix."""

    def __init__(self, desk: HttpDesk, terminal: Terminal, chance: random.Random) -> None:
        self._desk, self._terminal, self._chance = desk, terminal, chance
        self._run = "".join(chance.choice("bcdfghjkmnpqrstvwxz") for _ in range(8))
        self._numbers = count(1)
        self._free: list[Person] = []
        self._in_use: list[Person] = []
        self._cards: list[str] = []
        self._titles: list[str] = []
        self._items: dict[str, str] = {}
        self._lent: dict[str, str] = {}

    def patron(self, case: PatronCase = PatronCase.GOOD_STANDING) -> Person:
        """A patron in that case; those in good standing are used again by later clauses. Raises CannotBeTried."""
        if case is PatronCase.GOOD_STANDING:
            person = self._free.pop() if self._free else self.fresh_patron()
            self._in_use.append(person)
            return person
        if case is PatronCase.OVERDUE_LOAN:
            raise CannotBeTried("no staff route makes a loan overdue; name a patron of that case in a fixture")
        if case is PatronCase.TEMPORARY_PASSWORD:
            person = self._new_patron()
            with _staging():
                return replace(person, password=self._desk.issue_temporary_password(person.card_number).temporary_password)
        person = self._with_password(self._new_patron())
        record = _record(person.card_number)
        if case is PatronCase.NO_CONTACTS:
            record = replace(record, phone_1="", phone_2="", fax="")
        else:
            record = replace(record, expires_on=_LONG_AGO)
        with _staging():
            self._desk.put_patron(record)
        return person

    def fresh_patron(self) -> Person:
        """A patron in good standing for this clause alone. Raises CannotBeTried."""
        person = self._with_password(self._new_patron())
        if all(method.needs is ContactNeed.EMAIL for method in self._terminal.profile.contact_methods):
            self._register_email(person)
        return person

    def title(self, case: TitleCase = TitleCase.OFFERED, material: Material | None = None) -> str:
        """A new title in that case. Raises CannotBeTried."""
        material = material or self._terminal.profile.holds.materials[0]
        is_issue = case is TitleCase.NEWEST_ISSUE
        title_id = self._new_title(Material.MAGAZINE if is_issue else material, is_issue)
        if case is TitleCase.WITHOUT_ITEMS:
            return title_id
        item = ItemUpkeep(
            title_id,
            self._elsewhere() if case is TitleCase.ON_SHELF_ELSEWHERE else self._terminal.branch,
            location="適合試験",
            call_number=self._run,
            loan_class=LoanClass.REFERENCE_ONLY if case is TitleCase.REFERENCE_ONLY else LoanClass.LOANABLE,
            from_elsewhere=case is TitleCase.FROM_ELSEWHERE,
            state=ItemCondition.MISSING if case is TitleCase.MISSING else None,
        )
        with _staging():
            self._put_item(item)
            if case in (TitleCase.OFFERED, TitleCase.NEWEST_ISSUE, TitleCase.FROM_ELSEWHERE):
                self.lend(self._new_patron(), title_id)
        return title_id

    def loan(self, person: Person, material: Material | None = None) -> str:
        """A new title lent to that patron. Raises CannotBeTried."""
        title_id = self.title(TitleCase.ON_SHELF_HERE, material)
        self.lend(person, title_id)
        return title_id

    def search_word(self) -> str:
        """The word that stands in every title of this run; there are five at least."""
        while len(self._titles) < 5:
            self._new_title(Material.BOOK, is_issue=False)
        return f"kiosk{self._run}"

    def desk(self) -> Desk:
        """This stage itself."""
        return self

    def lend(self, person: Person, title_id: str) -> None:
        """Lends the title's item."""
        with _staging():
            self._desk.check_out(person.card_number, self._items[title_id])
        self._lent[title_id] = person.card_number

    def scan(self, title_id: str, branch: str) -> None:
        """Scans the title's item in."""
        with _staging():
            self._desk.return_item(self._items[title_id], branch)
        self._lent.pop(title_id, None)

    def accept(self, hold_id: str) -> None:
        """Accepts a provisional hold."""
        with _staging():
            self._desk.accept_hold(hold_id)

    def decline(self, hold_id: str) -> None:
        """Declines a hold."""
        with _staging():
            self._desk.decline_hold(hold_id)

    def cancel(self, hold_id: str) -> None:
        """Cancels a hold at the desk."""
        with _staging():
            self._desk.cancel_hold(hold_id)

    def end_clause(self) -> None:
        """Give patrons back once they have returned what they were lent."""
        cards = {person.card_number for person in self._in_use}
        for title_id in [title_id for title_id, card in self._lent.items() if card in cards]:
            self.scan(title_id, self._terminal.branch)
        self._free.extend(self._in_use)
        self._in_use.clear()

    def clear(self) -> int:
        """Return, then remove everything; how much the service would not let go."""
        steps = [partial(self.scan, title_id, self._terminal.branch) for title_id in self._lent]
        steps += [partial(self._desk.delete_patron, card) for card in self._cards]
        steps += [partial(self._desk.delete_item, item_id) for item_id in self._items.values()]
        steps += [partial(self._desk.delete_title, title_id) for title_id in self._titles]
        return sum(not _done(step) for step in steps)

    def _new_title(self, material: Material, is_issue: bool) -> str:
        number = next(self._numbers)
        title_id = f"conformance-{self._run}-{number}"
        record = CatalogueRecord(
            title_id,
            f"kiosk{self._run} 適合試験",
            volume=str(number),
            material=material,
            series_id=f"conformance-{self._run}" if is_issue else "",
            issued_on=date(2026, 1, 1) if is_issue else None,
        )
        with _staging():
            self._desk.put_title(record)
        self._titles.append(title_id)
        return title_id

    def _put_item(self, item: ItemUpkeep) -> None:
        item_id = f"{item.title_id}-item"
        self._desk.put_item(item_id, item)
        self._items[item.title_id] = item_id

    def _elsewhere(self) -> str:
        others = [branch.code for branch in self._terminal.profile.branches if branch.code != self._terminal.branch]
        if not others:
            raise CannotBeTried("the library has one branch only")
        return others[0]

    def _new_patron(self) -> Person:
        with _staging():
            card = next(card for card in iter(self._card, None) if self._is_free(card))
            self._desk.put_patron(_record(card))
        self._cards.append(card)
        return Person(card, "", _BIRTH_DATE.isoformat(), _PHONE, _NAME_KANA)

    def _card(self) -> str:
        return card_number(self._terminal.profile.card, self._chance)

    def _is_free(self, card: str) -> bool:
        """Whether nobody has this number: a record put in would take the place of theirs."""
        try:
            self._desk.look_up_patron(card)
        except Refused as refused:
            if refused.code == "not_found":
                return True
            raise
        return False

    def _with_password(self, person: Person) -> Person:
        """The patron with a password of full rights, in the way the library has for it."""
        rules = self._terminal.profile.registration
        wished = replace(person, password=new_password(self._terminal.profile.password, self._chance))
        if rules.by_identity is IdentityRegistration.ANYONE:
            self._register(wished)
        elif rules.temporary_password is TemporaryPasswordUse.NOT_ISSUED:
            raise CannotBeTried("the library has no way for a patron to come to a password")
        else:
            self._change_temporary(wished)
        return wished

    def _register(self, person: Person) -> None:
        identity = Identity(person.card_number, _BIRTH_DATE, person.phone, person.name_kana, terms_accepted=True)
        grant = _staged(self._terminal.ask("POST", "/v1/registrations", identity), 201).value(RegistrationGrant, 201)
        new = NewPassword(person.password, person.password)
        answer = self._terminal.ask("PUT", "/v1/registrations/current/password", new, token=grant.token)
        _staged(answer, 200).value(PasswordRegistration)

    def _change_temporary(self, person: Person) -> None:
        with _staging():
            temporary = self._desk.issue_temporary_password(person.card_number).temporary_password
        visitor = self._terminal.log_in(person, temporary)
        _staged(visitor.ask("PUT", "/v1/me/password", PasswordChange(temporary, person.password, person.password)), 204)
        visitor.ask("DELETE", "/v1/sessions/current")

    def _register_email(self, person: Person) -> None:
        """Without an address nobody could place a hold at a library that tells by mail only (KT-06)."""
        visitor, address = self._terminal.log_in(person), f"kiosk-conformance@{EMAIL_DOMAIN}"
        _staged(visitor.ask("POST", "/v1/me/emails", EmailChange(address, address)), 201)
        visitor.ask("DELETE", "/v1/sessions/current")


def _record(card: str) -> PatronRecord:
    return PatronRecord(card, _NAME_KANA, _BIRTH_DATE, phone_1=_PHONE, phone_2=_PHONE, fax=_PHONE)


@contextmanager
def _staging() -> Iterator[None]:
    """Whatever the staff routes refuse is no finding about the contract."""
    try:
        yield
    except Refused as refused:
        raise CannotBeTried(f"the staff routes refused what the clause needs: {refused.code}") from None
    except ServiceError as error:
        raise CannotBeTried(f"the staff routes gave no answer: {error}") from None


def _staged(answer: Answer, status: int) -> Answer:
    if answer.status != status:
        raise CannotBeTried(f"a patron of the suite could not be given a password: {answer.asked}: {answer.came}")
    return answer


def _done(remove: Callable[[], None]) -> bool:
    try:
        remove()
    except (ServiceError, CannotBeTried):
        return False
    return True
