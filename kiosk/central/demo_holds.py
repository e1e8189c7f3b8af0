"""The demo patrons' holds as rows that agree with their items and loans; the files are `demo_files`, the rest is `demo`."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.central.demo_files import HoldEntry, InvalidDemoFile, PatronEntry
from kiosk.central.tables import HoldRow, ItemRow, LoanRow, PatronRow
from kiosk.domain.catalogue import ItemState, Material
from kiosk.domain.circulation import HoldState, ReleaseOn
from kiosk.domain.contact import PatronContacts, contact_offers
from kiosk.domain.contact_method import ContactMethod
from kiosk.domain.hold_limits import material_limit
from kiosk.domain.hold_shelf import contact_day, expires_on
from kiosk.domain.profile import MaterialLimit, Profile, ShelfCount

_BOUND_ITEM = {HoldState.READY: ItemState.HOLD_SHELF, HoldState.IN_TRANSIT: ItemState.IN_TRANSIT}
_WORKING_HOUR = time(9)


class DemoHolds:
    """Makes the rows, and moves the items set aside to where they are. `with_email` holds ids of patrons."""

    def __init__(
        self,
        profile: Profile,
        today: date,
        patrons: Mapping[str, PatronRow],
        with_email: Set[int],
        items: Sequence[ItemRow],
        loans: Sequence[LoanRow],
        materials: Mapping[str, Material],
    ) -> None:
        self._profile = profile
        self._today = today
        self._patrons = patrons
        self._with_email = with_email
        self._free_items = list(items)
        self._loans = loans
        self._materials = materials

    def rows(self, entries: Sequence[HoldEntry], patrons: Sequence[PatronEntry]) -> list[HoldRow]:
        """The rows in the order of receipt. Raises InvalidDemoFile when a hold has no item to stand for it."""
        in_order = sorted(entries, key=lambda entry: -entry.days_ago)
        rows = [self._row(entry) for entry in self._fitting(in_order, {patron.key: patron for patron in patrons})]
        places: Counter[int] = Counter()
        group_places: Counter[tuple[int, str]] = Counter()
        for row in rows:
            if HoldState(row.state).is_open:
                places[row.patron_id] += 1
                row.place = places[row.patron_id]
                limit = material_limit(self._profile.holds.limits_by_material, self._materials[row.title_id])
                if limit is not None:
                    row.material_group = ",".join(limit.materials)
                    group_places[row.patron_id, row.material_group] += 1
                    row.group_place = group_places[row.patron_id, row.material_group]
        return rows

    def _fitting(self, entries: Sequence[HoldEntry], patrons: Mapping[str, PatronEntry]) -> Iterator[HoldEntry]:
        """The entries this library can have.

        Within its materials and limits; of a sequence the first where it knows none; provisional where it accepts holds.
        """
        rules = self._profile.holds
        count: Counter[str] = Counter()
        of_materials: Counter[tuple[str, MaterialLimit]] = Counter()
        for entry in entries:
            if entry.place > 1 and rules.sequences is ReleaseOn.NEVER:
                continue
            if entry.state.is_open:
                material = self._materials[entry.title]
                limit = material_limit(rules.limits_by_material, material)
                below = patrons[entry.patron].holds_below_limit
                is_full = limit is not None and of_materials[entry.patron, limit] >= limit.limit - below
                if is_full or count[entry.patron] >= rules.limit - below or material not in rules.materials:
                    continue
                count[entry.patron] += 1
                if limit is not None:
                    of_materials[entry.patron, limit] += 1
            is_accepted = entry.state is HoldState.PROVISIONAL and not rules.is_provisional
            yield replace(entry, state=HoldState.WAITING) if is_accepted else entry

    def _row(self, entry: HoldEntry) -> HoldRow:
        patron = self._patrons[entry.patron]
        method = self._contact_method(entry, patron)
        pickups = [branch.code for branch in self._profile.branches if branch.is_pickup]
        has_sequence = bool(entry.sequence) and self._profile.holds.sequences is not ReleaseOn.NEVER
        placed_at = self._moment(entry.days_ago).astimezone(UTC)
        row = HoldRow(
            patron_id=patron.id,
            title_id=entry.title,
            state=entry.state.value,
            placed_at=placed_at,
            queued_at=None if entry.state is HoldState.PROVISIONAL else placed_at,
            pickup_branch=pickups[(entry.pickup - 1) % len(pickups)],
            contact_method=method.code,
            ended_on=None if entry.ended_days_ago is None else self._today - timedelta(days=entry.ended_days_ago),
            sequence_id=f"demo-{entry.sequence}" if has_sequence else None,
            sequence_place=entry.place if has_sequence else 0,
        )
        self._bind(row, entry, method)
        return row

    def _bind(self, row: HoldRow, entry: HoldEntry, method: ContactMethod) -> None:
        if entry.state in _BOUND_ITEM:
            item = self._take(entry.title, _BOUND_ITEM[entry.state])
            row.item_id = item.id
            if entry.state is HoldState.READY:
                item.at_branch = row.pickup_branch
                ready_at = self._moment(entry.ready_days_ago or 0)
                row.is_told = True
                row.contacted_on = contact_day(method, ready_at) or ready_at.date()
                rules = self._profile.hold_shelf
                first = ready_at.date() if rules.counted is ShelfCount.FROM_READY_DAY else row.contacted_on
                row.expires_on = expires_on(rules, self._profile.calendar_of(row.pickup_branch), first)
            else:
                item.sent_on = self._today - timedelta(days=1)
        elif entry.state is HoldState.COLLECTED:
            for loan in self._loans:
                if (loan.patron_id, loan.title_id) == (row.patron_id, row.title_id):
                    row.item_id, row.loan_id = loan.item_id, loan.id

    def _take(self, title_id: str, state: ItemState) -> ItemRow:
        for item in self._free_items:
            if item.title_id == title_id and item.state == state:
                self._free_items.remove(item)
                return item
        raise InvalidDemoFile(f"patrons.toml: a hold on {title_id} has no item in state {state.value}")

    def _contact_method(self, entry: HoldEntry, patron: PatronRow) -> ContactMethod:
        """The one wished for, else the first this patron can use, else the first there is."""
        contacts = PatronContacts(
            has_email=patron.id in self._with_email,
            has_phone_1=bool(patron.phone_1),
            has_phone_2=bool(patron.phone_2),
            has_fax=bool(patron.fax),
            is_hearing_registered=patron.is_hearing_registered,
        )
        usable = [offer.code for offer in contact_offers(self._profile, contacts) if offer.allowed]
        code = entry.contact if entry.contact in usable else (usable or [self._profile.contact_methods[0].code])[0]
        return next(method for method in self._profile.contact_methods if method.code == code)

    def _moment(self, days_ago: int) -> datetime:
        return datetime.combine(self._today - timedelta(days=days_ago), _WORKING_HOUR, ZoneInfo(self._profile.time_zone))
