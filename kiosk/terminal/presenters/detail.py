"""The detail screen: where the copies are, whether it can be held and why not, and the other volumes of the work."""

from dataclasses import dataclass

from kiosk.domain.catalogue import Item, TitleDetail
from kiosk.domain.errors import ServiceError
from kiosk.terminal.checkout import go_to_checkout
from kiosk.terminal.finding import MapView, SlipView, item_to_fetch, map_view, place_on_map, record_to_take, slip_view
from kiosk.terminal.floor_plan import fetch_floor_map
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import ItemView, TitleView, holding_views, release_sentence, title_view, volume_name
from kiosk.terminal.saying import Said, say_reason
from kiosk.terminal.visit import CartChanged, KeepWished, KeptLearned, LoginAsked, Step, TitleShown


@dataclass(frozen=True, slots=True)
class DetailState:
    """One title. `not_holdable` is empty for a holdable one; `series_count` counts the volumes that one touch would add.

    `slip` and `floor` are of this branch's copy, None where there is none or no map of it; `to_take` is for a phone.
    `open_sheet` is "map" or "phone" while one of them lies over the screen.

    `can_keep`: the library has bookshelves (OK-17); `is_kept`: it is on the patron's.
    """

    title: TitleView
    facts: tuple[tuple[str, str], ...]
    items: tuple[ItemView, ...]
    siblings: tuple[TitleView, ...]
    is_holdable: bool
    not_holdable: tuple[Said, ...]
    is_in_cart: bool
    series_count: int
    series_note: str
    awaiting: str
    problem: Said | None
    can_keep: bool = False
    is_kept: bool = False
    slip: SlipView | None = None
    floor: MapView | None = None
    has_map_failed: bool = False
    to_take: str = ""
    open_sheet: str = ""


class DetailPresenter(Presenter):
    """Offers the hold only where the service allows it (KU-04)."""

    _open_sheet = ""
    _map_error: ServiceError | None = None

    def enter(self) -> None:
        """Keeps the title for which the patron has just logged in; who came back without has thought better of it."""
        self._fetch_map()
        wished = self.terminal.visit.to_keep
        if wished:
            self.terminal.dispatch(KeepWished(""))
            if self.terminal.visit.is_logged_in and wished == self._detail.title.title_id:
                self.keep()

    @property
    def _detail(self) -> TitleDetail:
        detail = self.terminal.visit.detail
        if detail is None:
            raise RuntimeError("the detail step has no title")
        return detail

    @property
    def state(self) -> DetailState:
        """What to show."""
        terminal, detail = self.terminal, self._detail
        words, profile = terminal.words, terminal.profile
        title = detail.title
        series = self._series_to_add
        volumes = [volume_name(each) for each in detail.siblings if each.title_id in series]
        return DetailState(
            title=title_view(words, profile, title, terminal.branch),
            facts=self._facts(detail),
            items=holding_views(words, profile, detail.items, terminal.branch),
            siblings=tuple(title_view(words, profile, each, terminal.branch) for each in detail.siblings),
            is_holdable=title.hold.allowed,
            not_holdable=tuple(say_reason(words, profile, reason) for reason in title.hold.reasons),
            is_in_cart=title.title_id in terminal.visit.cart,
            series_count=len(series),
            series_note=release_sentence(words, profile.holds.sequences, *volumes[:2]) if series else "",
            awaiting=self.awaiting,
            problem=self.problem,
            can_keep=profile.bookshelf.is_offered,
            is_kept=title.title_id in terminal.visit.kept,
            slip=slip_view(words, profile, self._item),
            floor=self._floor,
            has_map_failed=self._map_error is not None,
            to_take=record_to_take(words, profile, detail),
            open_sheet=self._open_sheet,
        )

    @property
    def _item(self) -> Item | None:
        return item_to_fetch(self._detail.items, self.terminal.branch)

    @property
    def _floor(self) -> MapView | None:
        terminal, item = self.terminal, self._item
        found = place_on_map(terminal.profile, self._detail.title, item)
        if found is None or item is None:
            return None
        return map_view(terminal.words, found, item, terminal.shelf_maps.get(found.shelf_map.picture))

    def _fetch_map(self) -> None:
        """Brings the picture of the floor while the patron reads, once for each floor."""
        terminal = self.terminal
        found = place_on_map(terminal.profile, self._detail.title, self._item)
        if found is None or found.shelf_map.picture in terminal.shelf_maps:
            return
        self._map_error = None

        def failed(error: ServiceError) -> None:
            self._map_error = error

        fetch_floor_map(terminal, found.shelf_map.picture, failed)

    def show_map(self) -> None:
        """The floor with the shelf, large."""
        self._open_sheet = "map"
        self._fetch_map()
        self.terminal.changed()

    def show_code(self) -> None:
        """The code for a phone, large."""
        self._open_sheet = "phone"
        self.terminal.changed()

    def close_sheet(self) -> None:
        """Back to the title."""
        self._open_sheet = ""
        self.terminal.changed()

    @property
    def _series_to_add(self) -> tuple[str, ...]:
        cart = self.terminal.visit.cart
        holdable = [each.title_id for each in self._detail.siblings if each.hold.allowed]
        is_all_there = all(title_id in cart for title_id in holdable)
        is_serial = any(each.material.value == "magazine" for each in self._detail.siblings)
        return () if len(holdable) < 2 or is_all_there or is_serial or not self.terminal.can_sequence else tuple(holdable)

    def _facts(self, detail: TitleDetail) -> tuple[tuple[str, str], ...]:
        words, title = self.terminal.words, detail.title
        is_derived = bool(title.reading) and title.is_reading_derived
        reading = words("fact-reading-derived", reading=title.reading) if is_derived else title.reading
        facts = (
            ("reading", reading),
            ("publisher", title.publisher),
            ("published", title.published),
            ("material", words(f"material-{title.material}")),
            ("ndc", title.ndc),
            ("isbn", title.isbn),
            ("subjects", "、".join(detail.subjects)),
            ("note", detail.note),
        )
        return tuple((words(f"fact-{name}"), value) for name, value in facts if value)

    def add_to_cart(self) -> None:
        """「予約カートに入れる」"""
        title = self._detail.title
        if title.hold.allowed:
            self.terminal.dispatch(CartChanged(self.terminal.visit.cart.add(title)))

    def add_series(self) -> None:
        """All holdable volumes of the work, in order, as a sequence."""
        wanted = self._series_to_add
        if wanted:
            titles = [each for each in self._detail.siblings if each.title_id in wanted]
            self.terminal.dispatch(CartChanged(self.terminal.visit.cart.add(*titles).in_sequence(*wanted)))

    def keep(self) -> None:
        """「My本棚に入れる」, by the login if need be (OK-17, KK-20)."""
        terminal, title_id = self.terminal, self._detail.title.title_id
        session = terminal.visit.session
        if self.awaiting or not terminal.profile.bookshelf.is_offered:
            return
        if session is None:
            terminal.dispatch(KeepWished(title_id))
            terminal.dispatch(LoginAsked(Step.DETAIL))
            return

        def kept(_done: None) -> None:
            terminal.dispatch(KeptLearned(terminal.visit.kept | {title_id}))

        self.ask("awaiting-bookshelf-keep", lambda api: api.keep_title(session, title_id), kept)

    def bookshelf(self) -> None:
        """On to the bookshelf."""
        self.terminal.open(Step.BOOKSHELF)

    def open(self, title_id: str) -> None:
        """Another volume was touched."""
        self.ask("awaiting-title", lambda api: api.title(title_id), self._show)

    def _show(self, detail: TitleDetail) -> None:
        self.terminal.dispatch(TitleShown(detail))
        self._fetch_map()

    def proceed(self) -> None:
        """On to the hold of what is in the cart."""
        go_to_checkout(self.terminal)
