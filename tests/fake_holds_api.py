"""A hand-written holds API in memory, for tests of the terminal; `contract/test_holds_api.py` keeps it honest.

Two switches make it fail as a network does: `is_down`, and `lose_next_answer`, which does the work and then loses the answer.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from fake_bookshelf import FakeBookshelf
from fake_library import FakeLibrary, KeptHold, KeptPatron

from kiosk import paths
from kiosk.domain.catalogue import ItemState, TitleDetail
from kiosk.domain.circulation import (
    Hold,
    HoldLine,
    HoldList,
    HoldRequestOutcome,
    HoldRequestState,
    HoldState,
    LineOutcome,
    Loan,
    LoanList,
    ReleaseOn,
)
from kiosk.domain.contact import contact_offers, pickup_and_contact_refusals
from kiosk.domain.email_address import email_fault_of_pair
from kiosk.domain.errors import Refused, ServiceUnreachable, SessionEnded
from kiosk.domain.hold_changes import hold_actions
from kiosk.domain.hold_limits import place_refusals
from kiosk.domain.profile import EmailConfirmation, NoticeAddresses, Profile
from kiosk.domain.reasons import Reason, ReasonCode
from kiosk.domain.registration import IdentityRegistration, TemporaryPasswordUse
from kiosk.domain.renewal import renewed_due_on
from kiosk.domain.requests import (
    Credentials,
    EmailAddress,
    EmailChange,
    EmailState,
    HoldChange,
    HoldRequest,
    Identity,
    Me,
    NewPassword,
    PasswordChange,
    PasswordRegistration,
    PatronSession,
    RegistrationGrant,
    Rights,
    SequenceRequest,
    TerminalProfile,
)
from kiosk.domain.school_year import school_grade
from kiosk.domain.search import (
    FilterCount,
    SearchCounts,
    SearchFilters,
    SearchPage,
    SearchQuery,
    SearchSort,
    Suggestion,
    SuggestionKind,
    SuggestionQuery,
    Suggestions,
)
from kiosk.domain.text import fold, words

T = TypeVar("T")


class FakeHoldsApi(FakeBookshelf):
    """`kiosk.terminal.ports.HoldsApi` over a `FakeLibrary`."""

    def __init__(self, profile: Profile) -> None:
        self.library = FakeLibrary(profile)
        self.is_down = False
        self.lose_next_answer = False
        self.near: tuple[str, ...] = ()
        """What could have been meant where nothing was found."""
        self.calls: list[str] = []
        """The name of every call that arrived, in order."""
        self._sessions: dict[str, tuple[KeptPatron, Rights]] = {}
        self._grants: dict[str, KeptPatron] = {}

    def end_sessions(self) -> None:
        """Ends every session, as time does."""
        self._sessions.clear()

    @property
    def open_sessions(self) -> int:
        """How many sessions are open."""
        return len(self._sessions)

    # the terminal's own calls

    def profile(self) -> TerminalProfile:
        return self._answer("profile", lambda: TerminalProfile(self.library.profile, self.library.branch))

    def search(self, query: SearchQuery) -> SearchPage:
        def found() -> SearchPage:
            wanted = words(query.text)
            texts = {
                each.title_id: fold(f"{each.title} {each.volume} {each.creators}") for each in self.library.titles.values()
            }
            is_asked = bool(wanted) or query.lists_all
            hits = [title_id for title_id, text in texts.items() if is_asked and all(word in text for word in wanted)]
            hits = self._sorted([title_id for title_id in hits if self._passes(title_id, query.filters)], query.sort)
            page = hits[query.offset : query.offset + query.limit]
            counts = self._counts(hits) if query.has_counts else None
            near = self.near if not hits else ()
            return SearchPage(len(hits), query.offset, tuple(map(self.library.title_of, page)), counts, near)

        return self._answer("search", found)

    def _passes(self, title_id: str, filters: SearchFilters) -> bool:
        kept = self.library.titles[title_id]
        shelves = {item.branch for item in kept.items if item.state is ItemState.ON_SHELF}
        return (
            (not filters.materials or kept.material in filters.materials)
            and (not filters.branches or any(item.branch in filters.branches for item in kept.items))
            and (not filters.is_available or bool(shelves))
            and (not filters.is_childrens or kept.is_childrens)
            and kept.ndc.startswith(filters.ndc)
        )

    def _sorted(self, title_ids: list[str], sort: SearchSort) -> list[str]:
        kept = [self.library.titles[title_id] for title_id in title_ids]
        if sort is SearchSort.POPULAR:
            kept = sorted((each for each in kept if each.loans), key=lambda each: -each.loans)
        elif sort is SearchSort.ARRIVAL:
            kept.sort(key=lambda each: each.added_on or date.min, reverse=True)
        elif sort is SearchSort.SHELF:
            kept.sort(key=lambda each: each.ndc)
        return [each.title_id for each in kept]

    def _counts(self, title_ids: list[str]) -> SearchCounts:
        kept = [self.library.titles[title_id] for title_id in title_ids]
        materials = Counter(each.material.value for each in kept)
        branches = Counter(item.branch for each in kept for item in each.items)
        return SearchCounts(
            materials=tuple(FilterCount(*each) for each in materials.items()),
            branches=tuple(FilterCount(*each) for each in branches.items()),
            available=sum(any(item.state is ItemState.ON_SHELF for item in each.items) for each in kept),
        )

    def suggest(self, query: SuggestionQuery) -> Suggestions:
        typed = fold(query.text)
        names = {each.title: SuggestionKind.TITLE for each in self.library.titles.values()}
        names |= {each.creators: SuggestionKind.CREATOR for each in self.library.titles.values() if each.creators}
        begun = [Suggestion(name, kind) for name, kind in sorted(names.items()) if typed and fold(name).startswith(typed)]
        return self._answer("suggest", lambda: Suggestions(tuple(begun[: query.limit])))

    def shelf_map(self, name: str) -> bytes:
        def read() -> bytes:
            if name not in {each.picture for each in self.library.profile.shelf_maps}:
                raise Refused("not_found")
            return (paths.SHELF_MAPS / name).read_bytes()

        return self._answer("shelf_map", read)

    def title(self, title_id: str) -> TitleDetail:
        def found() -> TitleDetail:
            if title_id not in self.library.titles:
                raise Refused("not_found")
            kept = self.library.titles[title_id]
            work = [each for each in self.library.titles.values() if kept.series_id and each.series_id == kept.series_id]
            volumes = sorted(work, key=lambda each: each.volume_order)
            siblings = tuple(self.library.title_of(each.title_id) for each in volumes) if len(volumes) > 1 else ()
            return TitleDetail(self.library.title_of(title_id), tuple(kept.items), siblings)

        return self._answer("title", found)

    def open_session(self, credentials: Credentials) -> PatronSession:
        def opened() -> PatronSession:
            patron = self.library.patrons.get(credentials.card_number)
            if patron is None or patron.password is None or patron.password != credentials.password:
                raise Refused("login_failed")
            use = self.library.profile.registration.temporary_password
            is_bound = patron.is_temporary and use is not TemporaryPasswordUse.EVERYTHING
            rights = Rights.PASSWORD_CHANGE_ONLY if is_bound else Rights.FULL
            token = f"token-{next(self.library.numbers)}"
            self._sessions[token] = (patron, rights)
            return PatronSession(token, self.library.now + timedelta(minutes=10), rights, patron.is_temporary)

        return self._answer("open_session", opened)

    def register(self, identity: Identity) -> RegistrationGrant:
        def granted() -> RegistrationGrant:
            if not self.library.profile.registration.is_self_service:
                raise Refused("registration_not_offered")
            if not identity.terms_accepted:
                raise Refused("terms_not_accepted")
            patron = self.library.patrons.get(identity.card_number)
            phone = patron.phone_1.replace("-", "") if patron else ""
            if not (patron and phone == identity.phone.replace("-", "") != "" and patron.birth_date == identity.birth_date):
                raise Refused("identity_failed")
            if self.library.standing_of(patron).is_expired:
                raise Refused("card_expired")
            rules = self.library.profile.registration
            if rules.from_school_grade and school_grade(identity.birth_date, self.library.today) < rules.from_school_grade:
                raise Refused("too_young")
            if rules.by_identity is IdentityRegistration.FORGOTTEN and patron.password is None:
                raise Refused("registration_at_counter")
            token = f"grant-{next(self.library.numbers)}"
            self._grants[token] = patron
            return RegistrationGrant(token, self.library.now + timedelta(minutes=10))

        return self._answer("register", granted)

    def set_password(self, grant: RegistrationGrant, new: NewPassword) -> PasswordRegistration:
        def done() -> PasswordRegistration:
            if grant.token not in self._grants:
                raise SessionEnded("session_invalid")
            self._refuse_faulty(new.password, new.password_again)
            patron = self._grants.pop(grant.token)
            rules = self.library.profile.registration
            if rules.is_confirmed_by_mail and self.library.sends_mail and patron.emails:
                return PasswordRegistration(is_to_be_confirmed=True)
            self._keep_password(patron, new.password)
            return PasswordRegistration()

        return self._answer("set_password", done)

    # a patron's calls

    def close_session(self, session: PatronSession) -> None:
        self._answer("close_session", lambda: self._sessions.pop(session.token, None))

    def me(self, session: PatronSession) -> Me:
        def told() -> Me:
            patron = self._patron(session)
            loans = self.library.loans_by(patron)
            return Me(
                hold_count=len(self.library.standing_of(patron).open_materials),
                hold_limit=self.library.profile.holds.limit,
                loan_count=len(loans),
                overdue_count=sum(loan.due_on < self.library.today for loan in loans),
                ready_count=sum(hold.state is HoldState.READY for hold in self.library.holds_by(patron)),
                contacts=contact_offers(self.library.profile, patron.contacts),
                emails=self._emails(patron),
                card_expires_on=patron.expires_on,
            )

        return self._answer("me", told)

    def place_holds(self, session: PatronSession, key: str, request: HoldRequest) -> HoldRequestOutcome:
        def placed() -> HoldRequestOutcome:
            patron = self._patron(session)
            known = patron.outcomes.get(key)
            if isinstance(known, HoldRequestOutcome):
                return known
            in_sequences = [title_id for sequence in request.sequences for title_id in sequence]
            if not request.titles or not set(in_sequences) <= set(request.titles):
                raise Refused("invalid_request")
            lines = tuple(self._place(patron, title_id, request) for title_id in request.titles)
            accepted = {line.title_id: line.hold.hold_id for line in lines if line.hold is not None}
            for sequence in request.sequences:
                self._join([accepted[title_id] for title_id in sequence if title_id in accepted])
            shown = tuple(
                replace(line, hold=self.library.hold_of(self.library.kept_holds[line.hold.hold_id])) if line.hold else line
                for line in lines
            )
            outcome = patron.outcomes[key] = HoldRequestOutcome(key, HoldRequestState.DONE, shown)
            return outcome

        return self._answer("place_holds", placed)

    def _place(self, patron: KeptPatron, title_id: str, request: HoldRequest) -> HoldLine:
        library, rules = self.library, self.library.profile.holds
        against = pickup_and_contact_refusals(library.profile, patron.contacts, request.pickup_branch, request.contact_method)
        if request.sequences and rules.sequences is ReleaseOn.NEVER:
            against = (*against, Reason(ReasonCode.SEQUENCES_NOT_OFFERED))
        if title_id not in library.titles:
            return HoldLine(title_id, "", LineOutcome.REFUSED, reasons=(*against, Reason(ReasonCode.UNKNOWN_TITLE)))
        title = library.title_of(title_id)
        own = place_refusals(rules, library.standing_of(patron), title_id, title.material)
        reasons = (*against, *title.hold.reasons, *own)
        if reasons:
            return HoldLine(title_id, title.title, LineOutcome.REFUSED, reasons=reasons)
        hold_id = library.add_hold(patron, title_id, pickup=request.pickup_branch, contact=request.contact_method)
        return HoldLine(title_id, title.title, LineOutcome.ACCEPTED, hold=library.hold_of(library.kept_holds[hold_id]))

    def _join(self, hold_ids: list[str]) -> None:
        sequence_id = f"q{next(self.library.numbers)}"
        for place, hold_id in enumerate(hold_ids, 1):
            self.library.kept_holds[hold_id].sequence = (sequence_id, place) if len(hold_ids) > 1 else None

    def settle_hold_request(self, session: PatronSession, key: str) -> HoldRequestOutcome:
        def settled() -> HoldRequestOutcome:
            outcome = self._patron(session).outcomes.setdefault(key, HoldRequestOutcome(key, HoldRequestState.VOID))
            assert isinstance(outcome, HoldRequestOutcome)
            return outcome

        return self._answer("settle_hold_request", settled)

    def holds(self, session: PatronSession) -> HoldList:
        return self._answer("holds", lambda: self._hold_list(self._patron(session)))

    def _hold_list(self, patron: KeptPatron) -> HoldList:
        order = (HoldState.READY, HoldState.IN_TRANSIT, HoldState.WAITING, HoldState.CANCELLED)
        kept = sorted(self.library.holds_by(patron), key=lambda hold: order.index(hold.state))
        open_count = sum(hold.state.is_open for hold in kept)
        return HoldList(tuple(self.library.hold_of(hold) for hold in kept), open_count, self.library.profile.holds.limit)

    def change_hold(self, session: PatronSession, hold_id: str, change: HoldChange) -> Hold:
        def changed() -> Hold:
            hold = self._changeable(session, hold_id)
            branch = change.pickup_branch or hold.pickup_branch
            method = change.contact_method or hold.contact_method
            against = pickup_and_contact_refusals(self.library.profile, hold.patron.contacts, branch, method)
            if against:
                raise Refused("action_refused", against)
            hold.pickup_branch, hold.contact_method = branch, method
            return self.library.hold_of(hold)

        return self._answer("change_hold", changed)

    def cancel_hold(self, session: PatronSession, hold_id: str) -> Hold:
        def cancelled() -> Hold:
            hold = self._changeable(session, hold_id)
            hold.state = HoldState.CANCELLED
            return self.library.hold_of(hold)

        return self._answer("cancel_hold", cancelled)

    def put_in_sequence(self, session: PatronSession, request: SequenceRequest) -> HoldList:
        def put() -> HoldList:
            patron = self._patron(session)
            if self.library.profile.holds.sequences is ReleaseOn.NEVER:
                raise Refused("action_refused", (Reason(ReasonCode.SEQUENCES_NOT_OFFERED),))
            holds = [self._own(patron, hold_id) for hold_id in request.holds]
            if not all(hold.state.is_open for hold in holds):
                raise Refused("action_refused", (Reason(ReasonCode.HOLD_ENDED),))
            self._join(list(request.holds))
            return self._hold_list(patron)

        return self._answer("put_in_sequence", put)

    def loans(self, session: PatronSession) -> LoanList:
        loans = self.library.loans_by
        return self._answer(
            "loans", lambda: LoanList(tuple(self.library.loan_of(each) for each in loans(self._patron(session))))
        )

    def renew(self, session: PatronSession, loan_id: str) -> Loan:
        def renewed() -> Loan:
            kept = self.library.kept_loans.get(loan_id)
            if kept is None or kept.patron is not self._patron(session):
                raise Refused("not_found")
            decision = self.library.loan_of(kept).renewal
            if not decision.allowed:
                raise Refused("action_refused", decision.reasons)
            kept.due_on = renewed_due_on(self.library.profile.loans, self.library.today)
            kept.renewals += 1
            return self.library.loan_of(kept)

        return self._answer("renew", renewed)

    def change_password(self, session: PatronSession, change: PasswordChange) -> None:
        def changed() -> None:
            patron = self._patron(session, Rights.PASSWORD_CHANGE_ONLY)
            self._refuse_faulty(change.password, change.password_again)
            if change.current != patron.password:
                raise Refused("password_current_wrong")
            self._keep_password(patron, change.password)
            self._sessions[session.token] = (patron, Rights.FULL)

        self._answer("change_password", changed)

    def delete_password(self, session: PatronSession) -> None:
        self._answer("delete_password", lambda: self._keep_password(self._patron(session), None))

    def save_email(self, session: PatronSession, slot: int | None, change: EmailChange) -> EmailAddress:
        def saved() -> EmailAddress:
            patron, rules = self._patron(session), self.library.profile.emails
            fault = email_fault_of_pair(change.address, change.address_again, rules.declined_domains)
            if fault is not None:
                raise Refused(f"email_{fault}")
            taken = {*patron.emails, *patron.unconfirmed}
            free = [each for each in range(1, rules.limit + 1) if each not in taken]
            if slot is None and not free:
                raise Refused("email_limit")
            if slot is not None and slot not in taken:
                raise Refused("not_found")
            place = free[0] if slot is None else slot
            if rules.confirmation is EmailConfirmation.LINK and self.library.sends_mail:
                patron.unconfirmed[place] = change.address
                return EmailAddress(place, change.address, EmailState.UNCONFIRMED, False, mail_follows=True)
            patron.emails[place] = change.address
            follows = rules.confirmation is EmailConfirmation.NOTICE and self.library.sends_mail
            return replace(self._email(patron, place), mail_follows=follows)

        return self._answer("save_email", saved)

    def delete_email(self, session: PatronSession, slot: int) -> None:
        def deleted() -> None:
            patron = self._patron(session)
            if not {slot} & {*patron.emails, *patron.unconfirmed}:
                raise Refused("not_found")
            patron.emails.pop(slot, None)
            patron.unconfirmed.pop(slot, None)

        self._answer("delete_email", deleted)

    def choose_email(self, session: PatronSession, slot: int) -> EmailAddress:
        def chosen() -> EmailAddress:
            patron = self._patron(session)
            if self.library.profile.emails.notices_to is not NoticeAddresses.ONE:
                raise Refused("notices_go_to_all")
            if slot not in patron.emails:
                raise Refused("not_found")
            patron.chosen_slot = slot
            return self._email(patron, slot)

        return self._answer("choose_email", chosen)

    def _email(self, patron: KeptPatron, slot: int) -> EmailAddress:
        chosen = patron.chosen_slot if patron.chosen_slot in patron.emails else min(patron.emails)
        goes_to_all = self.library.profile.emails.notices_to is NoticeAddresses.ALL
        return EmailAddress(slot, patron.emails[slot], gets_notices=goes_to_all or slot == chosen)

    def _emails(self, patron: KeptPatron) -> tuple[EmailAddress, ...]:
        valid = [self._email(patron, slot) for slot in patron.emails]
        waiting = [EmailAddress(slot, text, EmailState.UNCONFIRMED, False) for slot, text in patron.unconfirmed.items()]
        return tuple(sorted((*valid, *waiting), key=lambda email: (email.slot, email.state is EmailState.UNCONFIRMED)))

    # what the calls share

    def _answer(self, call: str, work: Callable[[], T]) -> T:
        if self.is_down:
            raise ServiceUnreachable("the fake service is down")
        self.calls.append(call)
        answer = work()
        if self.lose_next_answer:
            self.lose_next_answer = False
            raise ServiceUnreachable("the answer was lost")
        return answer

    def _patron(self, session: PatronSession, needed: Rights = Rights.FULL) -> KeptPatron:
        if session.token not in self._sessions:
            raise SessionEnded("session_invalid")
        patron, rights = self._sessions[session.token]
        if needed is Rights.FULL and rights is not Rights.FULL:
            raise Refused("rights_insufficient")
        return patron

    def _own(self, patron: KeptPatron, hold_id: str) -> KeptHold:
        hold = self.library.kept_holds.get(hold_id)
        if hold is None or hold.patron is not patron:
            raise Refused("not_found")
        return hold

    def _changeable(self, session: PatronSession, hold_id: str) -> KeptHold:
        hold = self._own(self._patron(session), hold_id)
        _, refusals = hold_actions(self.library.profile.holds, hold.state, False)
        if refusals:
            raise Refused("action_refused", refusals[0].reasons)
        return hold

    def _refuse_faulty(self, password: str, again: str) -> None:
        fault = self.library.profile.password.fault_of_pair(password, again)
        if fault is not None:
            raise Refused(f"password_{fault}")

    def _keep_password(self, patron: KeptPatron, password: str | None) -> None:
        patron.password, patron.is_temporary = password, False
        self._sessions = {token: kept for token, kept in self._sessions.items() if kept[0] is not patron}
