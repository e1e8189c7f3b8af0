"""The detail screen: where the copies are, whether it can be held and why not, and the other volumes of the work."""

from dataclasses import dataclass

from kiosk.domain.catalogue import TitleDetail
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import ItemView, TitleView, item_view, release_sentence, title_view, volume_name
from kiosk.terminal.saying import Said, say_reason
from kiosk.terminal.visit import CartChanged, KeepWished, KeptLearned, LoginAsked, Step, TitleShown


@dataclass(frozen=True, slots=True)
class DetailState:
    """One title. `not_holdable` is empty for a holdable one; `series_count` counts the volumes that one touch would add.

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


class DetailPresenter(Presenter):
    """Offers the hold only where the service allows it (KU-04)."""

    def enter(self) -> None:
        """Keeps the title for which the patron has just logged in; who came back without has thought better of it."""
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
            title=title_view(words, profile, title),
            facts=self._facts(detail),
            items=tuple(item_view(words, profile, item, terminal.branch) for item in detail.items),
            siblings=tuple(title_view(words, profile, each) for each in detail.siblings),
            is_holdable=title.hold.allowed,
            not_holdable=tuple(say_reason(words, profile, reason) for reason in title.hold.reasons),
            is_in_cart=title.title_id in terminal.visit.cart,
            series_count=len(series),
            series_note=release_sentence(words, profile.holds.sequences, *volumes[:2]) if series else "",
            awaiting=self.awaiting,
            problem=self.problem,
            can_keep=profile.bookshelf.is_offered,
            is_kept=title.title_id in terminal.visit.kept,
        )

    @property
    def _series_to_add(self) -> tuple[str, ...]:
        cart = self.terminal.visit.cart
        holdable = [each.title_id for each in self._detail.siblings if each.hold.allowed]
        is_all_there = all(title_id in cart for title_id in holdable)
        is_serial = any(each.material.value == "magazine" for each in self._detail.siblings)
        return () if len(holdable) < 2 or is_all_there or is_serial or not self.terminal.can_sequence else tuple(holdable)

    def _facts(self, detail: TitleDetail) -> tuple[tuple[str, str], ...]:
        words, title = self.terminal.words, detail.title
        facts = (
            ("reading", title.reading),
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
        self.ask("awaiting-title", lambda api: api.title(title_id), lambda detail: self.terminal.dispatch(TitleShown(detail)))

    def go_to_cart(self) -> None:
        """On to the cart."""
        self.terminal.open(Step.CART)
