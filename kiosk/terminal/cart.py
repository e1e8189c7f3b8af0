"""The hold cart (予約カート): candidates gathered before they are submitted; nothing is reserved by it (KU-05, KK-01)."""

from dataclasses import dataclass, replace

from kiosk.domain.catalogue import Title
from kiosk.domain.requests import HoldRequest


@dataclass(frozen=True, slots=True)
class CartLine:
    """One candidate; an unchecked one stays in the cart and is not submitted."""

    title: Title
    is_checked: bool = True


@dataclass(frozen=True, slots=True)
class Cart:
    """The lines in the order in which they were put in, and the ids of those to be filled one after the other (順番予約)."""

    lines: tuple[CartLine, ...] = ()
    sequence: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.lines)

    def __contains__(self, title_id: str) -> bool:
        return any(line.title.title_id == title_id for line in self.lines)

    @property
    def checked(self) -> tuple[CartLine, ...]:
        """The lines that would be submitted: those in sequence first, in their order, then the rest."""
        checked = [line for line in self.lines if line.is_checked]
        return tuple(sorted(checked, key=lambda line: self.order(line.title.title_id) or len(self.lines) + 1))

    def order(self, title_id: str) -> int | None:
        """The place of a title in the sequence, from 1, or None when it is not part of it."""
        return self.sequence.index(title_id) + 1 if title_id in self.sequence else None

    def add(self, *titles: Title) -> "Cart":
        """The cart with these titles; one that is there already stays as it is."""
        new = {title.title_id: CartLine(title) for title in titles if title.title_id not in self}
        return replace(self, lines=(*self.lines, *new.values()))

    def remove(self, title_id: str) -> "Cart":
        """The cart without that title (解除)."""
        return replace(
            self,
            lines=tuple(line for line in self.lines if line.title.title_id != title_id),
            sequence=tuple(each for each in self.sequence if each != title_id),
        )

    def toggle(self, title_id: str) -> "Cart":
        """The cart with that title's check mark turned over; an unchecked title leaves the sequence."""
        lines = tuple(
            replace(line, is_checked=not line.is_checked) if line.title.title_id == title_id else line for line in self.lines
        )
        checked = {line.title.title_id for line in lines if line.is_checked}
        return Cart(lines, tuple(each for each in self.sequence if each in checked))

    def in_sequence(self, *title_ids: str) -> "Cart":
        """The cart with this sequence, its titles checked; none given: no sequence."""
        lines = tuple(replace(line, is_checked=True) if line.title.title_id in title_ids else line for line in self.lines)
        return Cart(lines, title_ids)

    def tap_order(self, title_id: str) -> "Cart":
        """The cart after a touch on a title's order: it becomes the next in the sequence, or leaves it."""
        if title_id in self.sequence:
            return replace(self, sequence=tuple(each for each in self.sequence if each != title_id))
        return replace(self, sequence=(*self.sequence, title_id))

    def without(self, title_ids: frozenset[str]) -> "Cart":
        """The cart without those titles, as after they were accepted."""
        cart = self
        for title_id in title_ids:
            cart = cart.remove(title_id)
        return cart

    def request(self, pickup_branch: str, contact_method: str, wants_copy: bool = False) -> HoldRequest:
        """What submitting the checked lines asks of the service. A sequence of one is none."""
        sequences = (self.sequence,) if len(self.sequence) > 1 else ()
        titles = tuple(line.title.title_id for line in self.checked)
        return HoldRequest(titles, pickup_branch, contact_method, sequences, wants_copy)
