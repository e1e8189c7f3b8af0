"""Says what a query that finds nothing may have meant (もしかして); whether that finds something, the engine is asked.

What a word may have meant is `likeness`'s work; here it is put together with the other words, and tried.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, product
from typing import TypeVar

from kiosk.central.search.likeness import Likely, as_typed, close_to, halves_of, is_spelt, slips_of
from kiosk.central.search.suggestions import Suggester
from kiosk.domain.query_words import is_one_word, query_words
from kiosk.domain.search import SearchField
from kiosk.domain.text import fold

T = TypeVar("T")
Finds = Callable[[tuple[str, ...]], bool]
_PROPOSED = 5
_TRIED = 36
"""So many texts at most are tried in the engine."""
_TRIED_IN_TURN = 12
"""So many of them are of one way to change the query."""
_OF_A_WORD = (8, 5, 3, 2)
"""So many meanings of each word of one, two, three or more words are put together with those of the others."""
_MOST_WORDS = 8


def near_words(text: str, suggester: Suggester, finds: Finds, within: SearchField = SearchField.ANY) -> list[str]:
    """Other texts to search for, best first, at most five, all of which find something.

    `finds` says whether folded words together find anything. What is tried, in turn, until something is found: names that
    differ by slips of typing from all words as one, from each, from two runs of them; a word as two names; names that differ
    by a letter or two; a word as two one of which is a name; those names without one word. The query with a word less is last.
    """
    typed = [word for word in text.split() if fold(word)][:_MOST_WORDS]
    trying = _Trying(text, finds, within)
    proposed: list[str] = []
    if not is_one_word(within):
        for changed in _by_names(typed, [finds(query_words(word, within)) for word in typed], suggester):
            proposed = trying.found(changed, _PROPOSED)
            if proposed:
                break
    return proposed + trying.found(_a_word_less(typed), _PROPOSED - len(proposed))


class _Trying:
    """Asks the engine, not without end, and never twice for the same words."""

    def __init__(self, text: str, finds: Finds, within: SearchField) -> None:
        self._finds, self._within = finds, within
        self._known = {query_words(text, within)}
        self._left = _TRIED

    def found(self, proposals: Iterable[str], count: int) -> list[str]:
        """The first of the proposals that find something."""
        finding = (each for each in islice(self._unknown(proposals), min(_TRIED_IN_TURN, self._left)) if self._is_found(each))
        return list(islice(finding, count))

    def _unknown(self, proposals: Iterable[str]) -> Iterator[str]:
        for proposal in proposals:
            folded = query_words(proposal, self._within)
            if folded and folded not in self._known:
                self._known.add(folded)
                yield proposal

    def _is_found(self, proposal: str) -> bool:
        self._left -= 1
        return self._finds(query_words(proposal, self._within))


def _a_word_less(typed: Sequence[str]) -> Iterator[str]:
    for place in reversed(range(len(typed))) if len(typed) > 1 else ():
        yield " ".join(_without(typed, place))


def _by_names(typed: Sequence[str], is_right: Sequence[bool], suggester: Suggester) -> Iterator[Iterable[str]]:
    """Names in the place of words. Of words that each find something but not together any may be wrong."""
    is_romaji = all(map(is_spelt, typed))
    whole, is_parted = "".join(typed), len(typed) > 1 and (is_romaji or is_right.count(False) > 1)
    if is_parted:
        yield (each.text for each in slips_of(whole, suggester))
    meant = [
        [as_typed(word)] * (is_found and not is_romaji) + slips_of(word, suggester)
        for word, is_found in zip(typed, is_right, strict=True)
    ]
    yield _together(meant)
    if is_parted:
        for groups in _in_two(typed):
            yield _together([slips_of(group, suggester) for group in groups])
    wrong = [place for place, is_found in enumerate(is_right) if not is_found]
    yield from (_parted(typed, place, halves_of(typed[place], suggester, are_sure=True)) for place in wrong)
    for these, word, is_found in zip(meant, typed, is_right, strict=True):
        these[_OF_A_WORD[min(len(typed), len(_OF_A_WORD)) - 1] // 2 :] = close_to(word, suggester, is_right=is_found)
    yield _together(meant)
    if is_parted:
        yield (each.text for each in close_to(whole, suggester, is_right=False))
    yield from (_parted(typed, place, halves_of(typed[place], suggester, are_sure=False)) for place in wrong)
    yield from (_together(_without(meant, place)) for place in reversed(range(len(meant))) if wrong and len(meant) > 1)


def _in_two(typed: Sequence[str]) -> list[tuple[str, str]]:
    """More than two words as two: izumi kyoka | koya hijiri."""
    places = range(1, len(typed)) if len(typed) > 2 else ()
    return [("".join(typed[:place]), "".join(typed[place:])) for place in places]


def _without(meant: Sequence[T], place: int) -> list[T]:
    return [*meant[:place], *meant[place + 1 :]]


def _parted(typed: Sequence[str], place: int, halves: Iterable[Likely]) -> Iterator[str]:
    for each in halves:
        yield " ".join([*typed[:place], each.text, *typed[place + 1 :]])


def _together(meant: Sequence[Sequence[Likely]]) -> Iterator[str]:
    """A meaning of each word together with those of the others; those that are likely on the whole come first."""
    most = _OF_A_WORD[min(len(meant), len(_OF_A_WORD)) - 1]
    chosen = product(*(list(enumerate(these[:most])) for these in meant))
    for each in sorted(chosen, key=lambda ranked: sum(rank for rank, _ in ranked)):
        yield _text([likely for _, likely in each])


def _text(chosen: Sequence[Likely]) -> str:
    """Their texts without those that another says already: なつめ beside 夏目漱石."""
    return " ".join(
        each.text
        for place, each in enumerate(chosen)
        if not any(_is_said_by(each, other, place < at) for at, other in enumerate(chosen) if at != place)
    )


def _is_said_by(one: Likely, other: Likely, is_before: bool) -> bool:
    return any(one.says[0] in said and (one.says[0] != said or not is_before) for said in other.says)
