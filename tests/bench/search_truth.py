"""What every engine has to answer: the scan's answers, each held to the reference functions, kept beside the catalogue."""

import hashlib
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random

import numpy as np
from bench.search_catalogue import Catalogue, unpacked
from bench.search_scan import Answer, Scan, differences_from_reference

from kiosk.domain.search import SearchQuery
from kiosk.domain.search_record import SearchRecord

_EVENLY = 200
"""Records every query is compared on; besides them, some of those it finds."""
_OF_FOUND = 5


@dataclass(frozen=True, slots=True)
class Truth:
    """The answers, and where the scan says otherwise than the reference functions; `compared` counts records times queries."""

    answers: tuple[Answer, ...]
    wrong: tuple[str, ...]
    compared: int


@dataclass(frozen=True, slots=True)
class _Shared:
    """Too large to be sent: the processes that share the work inherit it."""

    scan: Scan
    packed: list[bytes]
    sample: dict[int, SearchRecord]


_shared: _Shared | None = None


def truth(catalogue: Catalogue, queries: Sequence[SearchQuery], processes: int, by_reference: bool) -> Truth:
    """What the scan answers, compared on a sample of records for each query, on all records when `by_reference`."""
    sources = [Path(__file__).with_name(name) for name in ("search_scan.py", "search_facts.py", "search_truth.py")]
    digest = hashlib.sha256(repr([(each, each.text) for each in queries]).encode())
    for each in sources:
        digest.update(each.read_bytes())
    kept = catalogue.folder / f"truth-{digest.hexdigest()[:8]}{'-by-reference' if by_reference else ''}.pickle"
    if kept.is_file():
        found: Truth = pickle.loads(kept.read_bytes())
    else:
        found = _found_out(catalogue, queries, processes, by_reference)
        kept.write_bytes(pickle.dumps(found))
    return found


def _found_out(catalogue: Catalogue, queries: Sequence[SearchQuery], processes: int, by_reference: bool) -> Truth:
    global _shared
    packed: list[bytes] = []
    scan = Scan(_unpacked(catalogue, packed))
    places = range(len(packed)) if by_reference else sorted(Random(1).sample(range(len(packed)), min(_EVENLY, len(packed))))
    _shared = _Shared(scan, packed, {place: unpacked(packed[place]) for place in places})
    try:
        with get_context("fork").Pool(processes) as pool:
            told = pool.map(_answered, queries, chunksize=4)
    finally:
        _shared = None
    return Truth(
        tuple(answer for answer, _, _ in told),
        tuple(each for _, wrong, _ in told for each in wrong),
        sum(count for _, _, count in told),
    )


def _unpacked(catalogue: Catalogue, packed: list[bytes]) -> Iterator[SearchRecord]:
    for each in catalogue.packed():
        packed.append(each)
        yield unpacked(each)


def _answered(query: SearchQuery) -> tuple[Answer, list[str], int]:
    assert _shared is not None
    scan = _shared.scan
    found = scan.places(query)
    first, others = found[query.offset : query.offset + _OF_FOUND], np.random.default_rng(1).permutation(found)[:_OF_FOUND]
    compared = dict(_shared.sample)
    compared |= {place: unpacked(_shared.packed[place]) for place in [*first.tolist(), *others.tolist()]}
    return scan.answer(query, found), list(differences_from_reference(scan, compared, query)), len(compared)
