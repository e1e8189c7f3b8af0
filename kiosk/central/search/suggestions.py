"""Suggests names of the catalogue, titles, people and subjects, by how they or their readings begin; near misses are `near`.

The source is the catalogue alone: nothing of what anybody has typed comes in here.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import log2
from operator import itemgetter

import numpy as np

from kiosk.central.search.key_table import Array, Key, KeyTable, build_keys
from kiosk.central.search.signatures import Signatures, build_signatures
from kiosk.domain.kana_slips import loosened
from kiosk.domain.search import Suggestion, SuggestionKind
from kiosk.domain.text import fold

KINDS = tuple(SuggestionKind)
_CONSIDERED = 48
_OF_ONE_KIND = 5
"""At most these many of eight are of one kind while there are others."""
_LEAST_LOOSENED = 3
_WORDS_INSIDE = 4
"""So many words of a title, after its first, are keys too."""
_GIVEN_NAME_BEGINS = {"kanji": (1, 4), "kana": (2, 6)}
"""After how many characters of a name, at the least and at the most."""
_SHARE = {SuggestionKind.TITLE: 100, SuggestionKind.CREATOR: 90, SuggestionKind.SUBJECT: 50}
_WHOLE, _PER_CHARACTER, _LONGEST = 350, 8, 40


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the catalogue. `weight` is the number of titles under it; the weights of equal names are added up."""

    text: str
    kind: SuggestionKind
    reading: str = ""
    weight: int = 1


def build(entries: Iterable[Name]) -> "Suggester":
    """The suggester of these names, in any order."""
    shown, keys, slips, kinds = _Texts(), _Keys(), _Keys(), bytearray()
    for number, name in enumerate(_weighed(entries)):
        shown.add(name.text)
        shown.add(name.reading)
        kinds.append(KINDS.index(name.kind))
        score = int(_SHARE[name.kind] * log2(1 + name.weight)) - _PER_CHARACTER * min(len(name.text), _LONGEST)
        for folded in dict.fromkeys((fold(name.text), as_written(fold(name.reading)))):
            keys.add(folded.replace(" ", ""), number, score, _beginnings(folded, name.kind))
            for piece in _pieces(folded, name.kind):
                if (slack := loosened(piece)) != piece:
                    slips.add(slack, number, score, ())
    of_names = np.frombuffer(bytes(kinds), np.uint8)
    arrays = {"kinds": of_names, "shown": shown.units(), "shown_begins": shown.begins()}
    for part, table in (("keys", keys), ("slips", slips)):
        units, begins, owners, scores = table.arrays()
        arrays |= _named(part, build_keys(units, begins, owners, scores, of_names[owners]))
    arrays |= _named("near", build_signatures(keys.arrays()[0], *keys.of_texts()))
    return Suggester.from_arrays(arrays)


def _weighed(entries: Iterable[Name]) -> Iterator[Name]:
    """Every name once, with all its weight. Of a million names each is held as one string, and only until its turn has come."""
    weights: dict[SuggestionKind, dict[str, int]] = {kind: {} for kind in KINDS}
    for name in entries:
        of_kind, written = weights[name.kind], f"{name.text}\0{name.reading}"
        of_kind[written] = of_kind.get(written, 0) + name.weight
    for kind, of_kind in weights.items():
        while of_kind:
            written, weight = of_kind.popitem()
            text, _, reading = written.rpartition("\0")
            yield Name(text, kind, reading, weight)


_PARTICLES = {"わ": "は", "お": "を", "え": "へ"}


def as_written(reading: str) -> str:
    """A reading in hiragana with its particles as people write them: catalogues write them as they sound."""
    first, *others = reading.split(" ")
    return " ".join([first, *(_PARTICLES.get(word, word) for word in others)])


def _beginnings(folded: str, kind: SuggestionKind) -> list[int]:
    """Where words begin inside a folded text, blanks left out. In a name without any the given name may begin at any place."""
    words = folded.split(" ")
    if kind is SuggestionKind.CREATOR and len(words) == 1:
        first, last = _GIVEN_NAME_BEGINS["kanji" if folded > "\u3400" else "kana"]
        return list(range(first, min(len(folded), last + 1)))
    return list(accumulate(map(len, words[:-1])))[:_WORDS_INSIDE]


def _pieces(folded: str, kind: SuggestionKind) -> list[str]:
    """What a person may mean by a name: all of it, or the given name alone."""
    words = folded.split(" ")
    return ["".join(words[place:]) for place in range(min(len(words), 2) if kind is SuggestionKind.CREATOR else 1)]


class Suggester:
    """Finds names by how they begin, by surface or reading, and by what is left of them when slips are taken out."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = dict(arrays)
        self._kinds, self._shown, self._begins = arrays["kinds"], arrays["shown"], arrays["shown_begins"]
        self._keys, self._slips = KeyTable(_part("keys", arrays)), KeyTable(_part("slips", arrays))
        self._signatures = Signatures(_part("near", arrays))

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Array]) -> "Suggester":
        """The suggester whose `arrays` these are; they may be mapped from a file."""
        return cls(arrays)

    def arrays(self) -> dict[str, Array]:
        """All there is, by name, to be kept in a file; others may stand beside it."""
        return dict(self._arrays)

    def suggest(
        self,
        text: str,
        limit: int = 8,
        extra: "Suggester | None" = None,
        stands: Callable[[str], bool] = lambda _: True,
    ) -> list[Suggestion]:
        """The names that begin with the text, best first: the text itself, then names of many titles, then short ones.

        Where none does, those that would but for a slip. `extra` knows names that came after this one was built, `stands` which
        have not gone since.
        """
        beginning = fold(text).replace(" ", "")
        sources = (self, extra) if extra else (self,)
        for find in (Suggester._begin, Suggester._begin_but_for_slips):
            found = [(key, source) for source in sources for key in find(source, beginning)]
            found.sort(key=lambda each: (not each[0].is_exact, -each[0].score))
            named = (source._suggestion(key.owner) for key, source in found)
            if suggested := _mixed((each for each in named if stands(each.text)), limit):
                return suggested
        return []

    def is_name(self, text: str) -> bool:
        """Whether a folded text without blanks is a name, or the reading of one."""
        return bool(self._keys.equal(text, 1))

    def alike(self, word: str, count: int) -> list[Suggestion]:
        """Names that are a folded word, or begin with it, but for slips of typing; best first."""
        return [self._suggestion(key.owner) for key in self._slips.best(loosened(word), count)]

    def close(self, word: str, count: int) -> list[Suggestion]:
        """Names in which a folded word stands but for a letter or two; best first."""
        return [self._suggestion(owner) for owner in self._signatures.close(self._keys.units, word, count)]

    def _begin(self, beginning: str) -> list[Key]:
        return self._keys.best(beginning, _CONSIDERED)

    def _begin_but_for_slips(self, beginning: str) -> list[Key]:
        slack = loosened(beginning)
        return self._slips.best(slack, _CONSIDERED) if len(slack) >= _LEAST_LOOSENED else []

    def _suggestion(self, owner: int) -> Suggestion:
        text, reading = (self._text(2 * owner + which) for which in (0, 1))
        return Suggestion(text, KINDS[self._kinds[owner]], reading)

    def _text(self, number: int) -> str:
        return self._shown[self._begins[number] : self._begins[number + 1]].tobytes().decode("utf-16-le", "surrogatepass")


def _mixed(ranked: Iterable[Suggestion], limit: int) -> list[Suggestion]:
    """The first of them, each name once, not all of one kind while others are there. No more are looked at than it takes."""
    most = max(1, limit * _OF_ONE_KIND // 8)
    counts = dict.fromkeys(KINDS, 0)
    names: set[tuple[str, SuggestionKind]] = set()
    chosen: list[tuple[int, Suggestion]] = []
    others: list[tuple[int, Suggestion]] = []
    for rank, each in enumerate(ranked):
        name = ("".join(each.text.split()), each.kind)
        if name in names:
            continue
        names.add(name)
        counts[each.kind] += 1
        (chosen if counts[each.kind] <= most else others).append((rank, each))
        if len(chosen) == limit:
            break
    both = sorted([*chosen, *others[: limit - len(chosen)]], key=itemgetter(0))
    return [each for _, each in both]


class _Texts:
    """Texts one after another, as they are shown."""

    def __init__(self) -> None:
        self._encoded = bytearray()
        self._begins = array("I", [0])

    def add(self, text: str) -> None:
        self._encoded += text.encode("utf-16-le", "surrogatepass")
        self._begins.append(len(self._encoded) // 2)

    def units(self) -> Array:
        return np.frombuffer(self._encoded, "<u2")

    def begins(self) -> Array:
        return np.frombuffer(self._begins, np.uint32)


class _Keys:
    """Folded texts, and the places in them that are keys."""

    def __init__(self) -> None:
        self._encoded = bytearray(b"\0\0")
        self._begins, self._owners, self._scores = array("I"), array("I"), array("i")
        self._owners_of_texts, self._scores_of_texts = array("I"), array("i")

    def add(self, text: str, owner: int, score: int, inside: Iterable[int]) -> None:
        """A text and its keys: where it begins and the places inside it, which count for less. An empty text is none."""
        if not text:
            return
        begin = len(self._encoded) // 2
        self._encoded += text.encode("utf-16-le", "surrogatepass") + b"\0\0"
        self._owners_of_texts.append(owner)
        self._scores_of_texts.append(score)
        for place in (0, *inside):
            self._begins.append(begin + place)
            self._owners.append(owner)
            self._scores.append(score if place else score + _WHOLE)

    def arrays(self) -> tuple[Array, Array, Array, Array]:
        """Units, and of every key its beginning, owner and score."""
        begins, owners = np.frombuffer(self._begins, np.uint32), np.frombuffer(self._owners, np.uint32)
        return np.frombuffer(self._encoded, "<u2"), begins, owners, np.frombuffer(self._scores, np.int32)

    def of_texts(self) -> tuple[Array, Array]:
        """Of every text its owner and score."""
        return np.frombuffer(self._owners_of_texts, np.uint32), np.frombuffer(self._scores_of_texts, np.int32)


def _named(part: str, arrays: Mapping[str, Array]) -> dict[str, Array]:
    return {f"{part}_{name}": array for name, array in arrays.items()}


def _part(part: str, arrays: Mapping[str, Array]) -> dict[str, Array]:
    return {name.removeprefix(f"{part}_"): array for name, array in arrays.items() if name.startswith(f"{part}_")}
