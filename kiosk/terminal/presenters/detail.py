"""The detail screen: where the copies are, whether it can be held and why not, and the other volumes of the work."""

from dataclasses import dataclass

from kiosk.domain.catalogue import TitleDetail
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import ItemView, TitleView, item_view, release_sentence, title_view, volume_name
from kiosk.terminal.saying import Said, say_reason
from kiosk.terminal.visit import CartChanged, Step, TitleShown


@dataclass(frozen=True, slots=True)
class DetailState:
    """One title. `not_holdable` is empty for a holdable one; `series_count` counts the volumes that one touch would add."""

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


class DetailPresenter(Presenter):
    """Offers the hold only where the service allows it (KU-04)."""

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

    def open(self, title_id: str) -> None:
        """Another volume was touched."""
        self.ask("awaiting-title", lambda api: api.title(title_id), lambda detail: self.terminal.dispatch(TitleShown(detail)))

    def go_to_cart(self) -> None:
        """On to the cart."""
        self.terminal.open(Step.CART)
