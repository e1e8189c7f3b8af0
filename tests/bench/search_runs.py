"""Asks every engine by turns in small blocks, so that noise hits all alike, and compares answers with the scan's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import median

from bench.search_engines import EngineProcess, Timed
from bench.search_facts import in_any_order
from bench.search_queries import Asked, Typed
from bench.search_scan import Answer

from kiosk.domain.search import SearchQuery

RUNS = 3
_BLOCK = 20


@dataclass(slots=True)
class Took:
    """What one query took an engine, in seconds: the first time it was asked, and the medians of the runs after that."""

    first: float
    wall: float
    processor: float


@dataclass(slots=True)
class Figures:
    """What was measured of an engine, by number of the query; `answers` are those of the first time."""

    took: dict[int, Took] = field(default_factory=dict)
    answers: dict[int, Answer | int] = field(default_factory=dict)


def measured(engines: Sequence[EngineProcess], what: str, asked: Sequence[SearchQuery | str]) -> dict[str, Figures]:
    """Everything asked of every engine, in an order of its own for each run."""
    runs: dict[str, list[list[Timed]]] = {engine.name: [[] for _ in asked] for engine in engines}
    for run in range(1 + RUNS):
        order = list(range(len(asked)))
        Random(run).shuffle(order)
        for begin in range(0, len(order), _BLOCK):
            block = order[begin : begin + _BLOCK]
            turn = (begin // _BLOCK) % len(engines)
            for engine in (*engines[turn:], *engines[:turn]):
                for number, timed in zip(block, engine.ask(what, [asked[each] for each in block]), strict=True):
                    runs[engine.name][number].append(timed)
    return {name: _figures(timed) for name, timed in runs.items()}


def _figures(runs: Sequence[Sequence[Timed]]) -> Figures:
    figures = Figures()
    for number, (first, *others) in enumerate(runs):
        if first.answer is not None:
            figures.answers[number] = first.answer
            walls, processors = [each.wall for each in others], [each.processor for each in others]
            figures.took[number] = Took(first.wall, median(walls), median(processors))
    return figures


def differences(asked: Sequence[Asked], expected: Sequence[Answer], figures: Figures) -> Iterator[tuple[str, int]]:
    """What an engine answered otherwise than the scan: in what (`total`, `page`, `counts`), and the query's number."""
    for number, answer in figures.answers.items():
        right = expected[number]
        if not isinstance(answer, Answer):
            continue
        if answer.total != right.total:
            yield "total", number
        if answer.title_ids != right.title_ids:
            yield "page", number
        if asked[number].query.has_counts and in_any_order(answer.counts) != in_any_order(right.counts):
            yield "counts", number


def texts(typed: Sequence[Typed]) -> list[str]:
    """What was typed."""
    return [each.text for each in typed]
