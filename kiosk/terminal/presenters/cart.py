"""The cart screen: check marks, removing, and the order of a series (KK-01, KK-02, KU-05, KU-08)."""

from dataclasses import dataclass

from kiosk.domain.catalogue import Title
from kiosk.domain.volumes import volume_in, volume_stated
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.rows import TitleView, release_sentence, title_view, volume_name
from kiosk.terminal.visit import CartChanged, Step


@dataclass(frozen=True, slots=True)
class CartLineView:
    """One candidate. `order` is its place in the sequence, from 1, or 0."""

    title: TitleView
    is_checked: bool
    order: int


@dataclass(frozen=True, slots=True)
class CartState:
    """The cart. While `is_ordering`, a touch on a line gives it the next place in the order."""

    lines: tuple[CartLineView, ...]
    checked_count: int
    can_proceed: bool
    can_order: bool
    is_ordering: bool
    order_note: str


class CartPresenter(Presenter):
    """Nothing here is reserved; the service is not asked."""

    is_ordering = False

    @property
    def state(self) -> CartState:
        """What to show: the lines in sequence first, in their order."""
        terminal, cart = self.terminal, self.terminal.visit.cart
        words, profile = terminal.words, terminal.profile
        lines = sorted(cart.lines, key=lambda line: cart.order(line.title.title_id) or len(cart) + 1)
        in_order = [line.title for line in lines if cart.order(line.title.title_id)]
        checked = len(cart.checked)
        note = ""
        if len(in_order) > 1:
            note = release_sentence(words, profile.holds.sequences, volume_name(in_order[0]), volume_name(in_order[1]))
        return CartState(
            lines=tuple(
                CartLineView(title_view(words, profile, line.title), line.is_checked, cart.order(line.title.title_id) or 0)
                for line in (cart.lines if self.is_ordering else lines)
            ),
            checked_count=checked,
            can_proceed=checked > 0 and not self.is_ordering,
            can_order=terminal.can_sequence and checked > 1,
            is_ordering=self.is_ordering,
            order_note=note,
        )

    def toggle(self, title_id: str) -> None:
        """The check box of a line."""
        self.terminal.dispatch(CartChanged(self.terminal.visit.cart.toggle(title_id)))

    def remove(self, title_id: str) -> None:
        """「解除」"""
        self.terminal.dispatch(CartChanged(self.terminal.visit.cart.remove(title_id)))

    def start_ordering(self) -> None:
        """「順番予約」: from now on touches on lines number them, beginning anew."""
        self.is_ordering = True
        self.terminal.dispatch(CartChanged(self.terminal.visit.cart.in_sequence()))

    def order_all(self) -> None:
        """All that is checked, volume after volume, in one touch; what has no volume keeps its place behind them."""
        cart = self.terminal.visit.cart
        titles = sorted((line.title for line in cart.checked), key=_volume_place)
        self.terminal.dispatch(CartChanged(cart.in_sequence(*(title.title_id for title in titles))))

    def tap_order(self, title_id: str) -> None:
        """A line was touched while ordering; an unchecked one is not numbered."""
        cart = self.terminal.visit.cart
        if any(line.title.title_id == title_id for line in cart.checked):
            self.terminal.dispatch(CartChanged(cart.tap_order(title_id)))

    def finish_ordering(self) -> None:
        """The order is as wished. An order of one is none."""
        self.is_ordering = False
        cart = self.terminal.visit.cart
        self.terminal.dispatch(CartChanged(cart if len(cart.sequence) > 1 else cart.in_sequence()))

    def drop_order(self) -> None:
        """No order after all."""
        self.is_ordering = False
        self.terminal.dispatch(CartChanged(self.terminal.visit.cart.in_sequence()))

    def proceed(self) -> None:
        """On to pickup and contact."""
        if self.state.can_proceed:
            self.terminal.open(Step.PICKUP)

    def search(self) -> None:
        """More titles."""
        self.terminal.open(Step.SEARCH)


def _volume_place(title: Title) -> tuple[bool, str, int, int]:
    """Volumes of one work side by side in their order; titles without a volume after all of them."""
    volume = volume_stated(title.title, title.volume) if title.volume else volume_in(title.title)
    return (volume is None, title.series_id, volume.order if volume else 0, volume.part if volume else 0)
