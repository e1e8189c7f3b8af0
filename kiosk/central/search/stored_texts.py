"""The texts of one title of a segment, read when they are looked at, in the form the rules of matching want them."""

from collections.abc import Callable, Sequence
from typing import overload

from kiosk.central.search.segment import Segment
from kiosk.domain.search_record import Part


class _ByPart(Sequence[tuple[str, ...]]):
    """What each part of a title says, read when it is looked at: mostly the first ones tell."""

    def __init__(self, read: Callable[[int], tuple[str, ...]]) -> None:
        self._read = read
        self._known: dict[int, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(Part)

    @overload
    def __getitem__(self, part: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, part: slice) -> list[tuple[str, ...]]: ...
    def __getitem__(self, part: int | slice) -> tuple[str, ...] | list[tuple[str, ...]]:
        if isinstance(part, slice):
            return [self[each] for each in range(len(Part))[part]]
        if part not in self._known:
            self._known[part] = self._read(part)
        return self._known[part]


class StoredTexts:
    """The texts of one title of a segment, as `domain.search_record` looks at them."""

    def __init__(self, segment: Segment, title: int) -> None:
        self.joined = _ByPart(lambda part: segment.texts_of(title, part))
        """By part, blanks left out."""
        self.texts = _ByPart(lambda part: self.joined[part] if part else segment.names_of(title))
        """By part; only the words of titles are parted by blanks."""
