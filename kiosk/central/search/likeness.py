"""Says what one word may have meant: names of the catalogue that differ from it by slips of typing, by letters, or are half.

Which of them find something together with the other words is `near`'s to try.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kiosk.central.search.suggestions import Suggester, as_written
from kiosk.domain.kana_slips import loosened
from kiosk.domain.romaji import to_kana
from kiosk.domain.search import Suggestion, SuggestionKind
from kiosk.domain.text import fold, kana_of_a_name

_LOOKED_AT = 12
_LEAST_HALF = 2
_TELLING = 4
"""A name of so many characters is not one by chance."""
_LONGEST_NAME = 14
_LEAST_KANA = 5
"""A word of fewer kana that finds something was hardly meant to be another by a letter."""
_SIGNS_BEFORE = re.compile(r"^\W+")
_KANA = re.compile("[ぁ-ゖー]+")


@dataclass(frozen=True, slots=True)
class Likely:
    """What a word may have meant: a text to search for, and what it says, folded and without blanks, also by its reading."""

    text: str
    says: tuple[str, ...]


def as_typed(word: str) -> Likely:
    """The word itself."""
    return Likely(word, (_plain(word),))


def is_spelt(word: str) -> bool:
    """Whether the letters of a word spell kana."""
    return to_kana(word) is not None


def slips_of(word: str, suggester: Suggester) -> list[Likely]:
    """The kana that letters spell, and names that differ by slips of typing; best first."""
    folded, spelt = _read(word)
    if not folded or folded.isdigit():
        return []
    names = suggester.alike(folded, _LOOKED_AT)
    ordered = sorted(names, key=lambda name: _rank(folded, name))
    return _distinct([*spelt, *_given_name_first(folded, suggester), *_proposed(folded, ordered)])


def close_to(word: str, suggester: Suggester, *, is_right: bool) -> list[Likely]:
    """Names in which the word stands but for a letter or two; of a short word in kana that `is_right` there are none."""
    folded, _ = _read(word)
    if not folded or folded.isdigit() or (is_right and len(folded) < _LEAST_KANA and _KANA.fullmatch(folded)):
        return []
    return _distinct(_proposed(folded, suggester.close(folded, _LOOKED_AT)))


def halves_of(word: str, suggester: Suggester, *, are_sure: bool) -> list[Likely]:
    """The word as two, of which both are names (`are_sure`), or one that is none by chance: 夏目漱石こころ."""
    found = []
    for place in range(_LEAST_HALF, len(word) - _LEAST_HALF + 1):
        halves = word[:place], word[place:]
        names = [half for half in halves if suggester.is_name(_plain(half))]
        is_sure = len(names) == len(halves)
        if is_sure if are_sure else not is_sure and any(len(name) >= _TELLING for name in names):
            found.append(as_typed(" ".join(halves)))
    return found


def _given_name_first(folded: str, suggester: Suggester) -> list[Likely]:
    """People whose family name comes first in the catalogue and last in the word: コナンドイル for ドイル, アーサー・コナン."""
    if not (2 * _LEAST_HALF <= len(folded) <= _LONGEST_NAME and _KANA.fullmatch(folded)):
        return []
    found = []
    for place in range(_LEAST_HALF, len(folded) - _LEAST_HALF + 1):
        given, family = loosened(folded[:place]), loosened(folded[place:])
        for name in suggester.alike(family, _LOOKED_AT):
            called = [loosened(each) for each in fold(name.text).split()]
            if name.kind is SuggestionKind.CREATOR and called[0] == family and given in ("".join(called[1:]), *called[1:]):
                found.append(Likely(name.text, _says(name)))
    return found


def _read(word: str) -> tuple[str, list[Likely]]:
    """The word folded, as kana where its letters spell any, and that kana."""
    kana = to_kana(word)
    return (_plain(kana), [as_typed(kana)]) if kana else (_plain(word), [])


def _distinct(found: Iterable[Likely]) -> list[Likely]:
    """Those that are not the same text as one before."""
    known: dict[str, Likely] = {}
    for each in found:
        known.setdefault(each.says[0], each)
    return list(known.values())


def _rank(folded: str, name: Suggestion) -> tuple[bool, float]:
    """Whole names first, then by how near they are as they are written or read."""
    said = [*_says(name), *_parts(name)]
    nearest = max(SequenceMatcher(None, folded, each[: len(folded) + 2], autojunk=False).ratio() for each in said)
    return not _is_whole(folded, name), -round(nearest, 2)


def _proposed(folded: str, names: Sequence[Suggestion]) -> list[Likely]:
    """Whole names; what several names begin with; the names that go on. What finds all that read alike comes before each."""
    wholes, beginnings, others = [], [], []
    for name in names:
        shared, by_itself = _shared(folded, name, names), Likely(name.text, _says(name))
        sharing = [Likely(shared, (_plain(shared), *by_itself.says))] if shared else []
        if _is_whole(folded, name):
            wholes += [*sharing, by_itself]
        else:
            beginnings += sharing
            others.append(by_itself)
    return [*wholes, *beginnings, *others]


def _is_whole(folded: str, name: Suggestion) -> bool:
    return loosened(folded) in map(loosened, (*_says(name), *_parts(name)))


def _shared(folded: str, name: Suggestion, names: Sequence[Suggestion]) -> str:
    """The reading that names spelt otherwise have too, or what several names begin with; empty where there is no such thing."""
    slack, surface, reading = loosened(folded), _plain(name.text), _reading(name)
    if loosened(surface) == slack:
        return ""
    others = [each for each in names if _plain(each.text) != surface]
    if _KANA.fullmatch(folded) and reading and any(_plain(each_read) == _plain(reading) for each_read in map(_reading, others)):
        return reading
    for written in (name.text, reading):
        begin = _beginning(written, slack)
        if _plain(begin) not in ("", folded, _plain(written)) and any(_begins(each, _plain(begin)) for each in others):
            return begin
    return ""


def _beginning(written: str, slack: str) -> str:
    """The longest beginning of a name that is the same as `slack` when slips are taken out."""
    ends = (end for end in range(len(written), 0, -1) if written[end - 1].isalnum() or written[end - 1] == "ー")
    begin = next((written[:end] for end in ends if loosened(_plain(written[:end])) == slack), "")
    return _SIGNS_BEFORE.sub("", begin)


def _begins(name: Suggestion, beginning: str) -> bool:
    return any(each.startswith(beginning) for each in _says(name))


def _reading(name: Suggestion) -> str:
    """The reading in hiragana, its particles as people write them."""
    return as_written(" ".join(map(kana_of_a_name, name.reading.split()))).replace(" ", "") if name.reading else ""


def _says(name: Suggestion) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (_plain(name.text), _plain(_reading(name))))))


def _parts(name: Suggestion) -> list[str]:
    """What a person is called by: family name and given name apart."""
    parted = [fold(text).partition(" ") for text in (name.text, name.reading) if name.kind is SuggestionKind.CREATOR]
    return [_plain(part) for family, _, given in parted if given for part in (family, given)]


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")
