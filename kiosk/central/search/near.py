"""Says what a query that finds nothing may have meant (もしかして); whether that finds something, the engine is asked."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from kiosk.central.search.suggestions import Suggester
from kiosk.domain.romaji import to_kana
from kiosk.domain.text import fold, words

_PROPOSED = 5
_TRIED = 24
"""So many texts at most are tried in the engine."""
_OF_A_WORD = 8
_LEAST_HALF = 2
_TELLING = 4
"""A name of so many characters is not one by chance."""


def near_words(text: str, suggester: Suggester, finds: Callable[[tuple[str, ...]], bool]) -> list[str]:
    """Other texts to search for, best first, at most five, all of which find something.

    `finds` says whether folded words together find anything. What is tried, in turn: letters as the kana they spell, two words
    written as one, names that differ by slips of typing, names that differ by a letter or two, and the query with a word less.
    """
    typed = text.split()
    known = {words(text)}
    proposed: list[str] = []
    for proposal in islice(_unknown(_proposals(typed, suggester, finds), known), _TRIED):
        if finds(words(proposal)):
            proposed.append(proposal)
        if len(proposed) == _PROPOSED:
            break
    return proposed


def _unknown(proposals: Iterable[str], known: set[tuple[str, ...]]) -> Iterator[str]:
    """Those that are not the same query as one before."""
    for proposal in proposals:
        folded = words(proposal)
        if folded and folded not in known:
            known.add(folded)
            yield proposal


def _proposals(typed: list[str], suggester: Suggester, finds: Callable[[tuple[str, ...]], bool]) -> Iterator[str]:
    wrong = [place for place, word in enumerate(typed) if words(word) and not finds(words(word))]
    if len(wrong) > 1:
        yield from islice(_others("".join(typed), suggester), _OF_A_WORD)
        firsts = {place: next(_others(typed[place], suggester), typed[place]) for place in wrong}
        yield " ".join(firsts.get(place, word) for place, word in enumerate(typed))
    for place in wrong:
        for other in _others(typed[place], suggester):
            yield " ".join([*typed[:place], other, *typed[place + 1 :]])
    if len(typed) > 1:
        for place in reversed(range(len(typed))):
            yield " ".join([*typed[:place], *typed[place + 1 :]])


def _others(typed: str, suggester: Suggester) -> Iterator[str]:
    """What a word may have meant."""
    folded = fold(typed).replace(" ", "")
    if folded.isdigit():
        return
    kana = to_kana(typed)
    if kana:
        yield kana
        folded = fold(kana)
    yield from _halves(typed, suggester)
    yield from (name.text for name in suggester.alike(folded, _OF_A_WORD))
    yield from (name.text for name in suggester.close(folded, _OF_A_WORD))


def _halves(typed: str, suggester: Suggester) -> Iterator[str]:
    """The word as two, one of which is a name: 夏目漱石こころ."""
    for place in range(_LEAST_HALF, len(typed) - _LEAST_HALF + 1):
        halves = typed[:place], typed[place:]
        names = [half for half in halves if suggester.is_name(fold(half).replace(" ", ""))]
        if len(names) == len(halves) or any(len(name) >= _TELLING for name in names):
            yield " ".join(halves)
