"""Plays the generated scenes to the readers and counts; what the counts mean and how they look is elsewhere."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import cv2
import numpy as np
from bench.scanner_engines import ENGINES, PIPELINE, Reading, a_pipeline, by, by_pyzbar, by_zxing
from bench.scanner_negatives import negatives
from bench.scanner_prints import SAMPLE_DIGITS, SAMPLE_ENDS
from bench.scanner_scenes import Scene, positives
from bench.scanner_sequences import Sequence, sequences
from bench.scanner_tallies import FilmTally, Misreads, NegativeTally, StageTally, Tally, add_misreads, add_stages

from kiosk.domain.card import CardFormat, CardNumber, Symbology
from kiosk.domain.errors import InvalidCardNumber
from kiosk.scanner.agreement import Agreement
from kiosk.scanner.card_reader import frame_budget_seconds
from kiosk.scanner.frame import Frame
from kiosk.scanner.sight import judge

T = TypeVar("T")
FRAME_RATE = 15
SAMPLE_FORMAT = CardFormat(min_length=SAMPLE_DIGITS, max_length=SAMPLE_DIGITS, start_stop=SAMPLE_ENDS[0])
COST_SIZE = (1280, 720)
_LOOKS = 8
_EVERY = 5
"""Frames of a film of which one is shown to plain pyzbar too, to compare the cost."""


@dataclass
class Costs:
    """Milliseconds a frame at 1280 x 720 within the live budget, and what plain pyzbar takes on frames of the same kind."""

    with_card: list[float] = field(default_factory=list)
    without_card: list[float] = field(default_factory=list)
    pyzbar_with: list[float] = field(default_factory=list)
    pyzbar_without: list[float] = field(default_factory=list)


@dataclass
class Outcome:
    """Everything the bench counted."""

    singles: dict[tuple[str, str], Tally] = field(default_factory=dict)
    """By grade and reader."""
    stages: dict[str, dict[str, StageTally]] = field(default_factory=dict)
    """By grade and stage, of the pipeline with all stages."""
    misreads: dict[tuple[str, str], Misreads] = field(default_factory=dict)
    """By engine and stage, on single frames."""
    film_misreads: dict[tuple[str, str], Misreads] = field(default_factory=dict)
    """The same on films, within the live budget."""
    negatives: dict[str, NegativeTally] = field(default_factory=dict)
    engine_false: dict[str, int] = field(default_factory=dict)
    """By plain engine: frames without a card in which it read an NW-7 payload that is not there."""
    films: dict[str, FilmTally] = field(default_factory=dict)
    costs: Costs = field(default_factory=Costs)
    wrong: list[str] = field(default_factory=list)
    """One line about each wrong read, so that it can be drawn again."""


def run_positives(outcome: Outcome, seed: int, per_grade: int) -> None:
    """Every reader on every frame with a card."""
    counter: dict[str, int] = {}
    for scene in _told(positives(seed, per_grade), 4 * per_grade, "frames with a card"):
        number = counter[scene.grade] = counter.get(scene.grade, -1) + 1
        for name, read in ENGINES.items():
            reading = read(scene.frame)
            outcome.singles.setdefault((scene.grade, name), Tally()).add(reading, scene.payload)
            add_misreads(outcome.misreads, reading.decodes, scene.payload)
            if name == PIPELINE:
                add_stages(outcome.stages.setdefault(scene.grade, {}), reading)
            _note_wrong(outcome, reading, scene.payload, f"{name}, {scene.grade} {number} of seed {seed}")


def run_negatives(outcome: Outcome, seed: int, count: int) -> None:
    """The pipeline, all stages and live, and both plain engines on every frame without a card of the library."""
    grain = np.random.default_rng(seed)
    for number, scene in enumerate(_told(negatives(seed, count), count, "frames without a card")):
        tally = outcome.negatives.setdefault(scene.kind, NegativeTally())
        reading, in_time = ENGINES[PIPELINE](scene.frame), _watched(scene.frame, grain)
        _add_negative(tally, scene, reading, in_time)
        _note_wrong(outcome, reading, scene.printed, f"pipeline, {scene.kind}, negative {number} of seed {seed}")
        for name, engine in (("pyzbar", by_pyzbar), ("zxing-cpp", by_zxing)):
            plain = engine(scene.frame)
            outcome.engine_false[name] = outcome.engine_false.get(name, 0) + bool(plain.payloads - {scene.printed})
            if name == "pyzbar" and _is_cost_size(scene) and scene.printed is None:
                outcome.costs.pyzbar_without.append(plain.milliseconds)
        if _is_cost_size(scene) and scene.printed is None:
            outcome.costs.without_card += [each.milliseconds for each in in_time]


def _watched(frame: Frame, grain: np.random.Generator) -> list[Reading]:
    """What a camera that looks on at the same scene gives, each time with other grain."""
    live = a_pipeline(frame_budget_seconds(FRAME_RATE))
    shape = frame.shape[:2]
    return [by(live, cv2.add(frame, cv2.merge([grain.integers(0, 4, shape, np.uint8)] * 3))) for _ in range(_LOOKS)]


def run_films(outcome: Outcome, seed: int, per_grade: int) -> None:
    """Every film through the live pipeline and the real agreement, each as if the camera had just been opened."""
    for number, film in enumerate(_told(sequences(seed, per_grade), 4 * per_grade, "films")):
        _run_film(outcome, film, f"film {film.grade} {number % per_grade} of seed {seed}")


def _run_film(outcome: Outcome, film: Sequence, name: str) -> None:
    tally = outcome.films.setdefault(film.grade, FilmTally())
    card_format = format_of(film.payload)
    pipeline, agreement = a_pipeline(frame_budget_seconds(film.fps)), Agreement.on(card_format, b"of the bench" * 2)
    accepted = None
    tally.films += 1
    for index, frame in enumerate(film.frames()):
        reading = by(pipeline, frame)
        tally.milliseconds.append(reading.milliseconds)
        add_misreads(outcome.film_misreads, reading.decodes, film.payload)
        _note_wrong(outcome, reading, film.payload, f"pipeline, frame {index} of {name}")
        if index >= film.first_in_view:
            tally.frames_in_view += 1
            tally.frames_read += film.payload in reading.payloads
            _add_cost(outcome.costs, film, frame, reading, index)
        assert reading.report is not None
        agreement = agreement.after(judge(reading.report, card_format), index / film.fps)
        if agreement.accepted is not None:
            tally.wrong += agreement.accepted.value != film.payload[1:-1]
            if accepted is None and agreement.accepted.value == film.payload[1:-1]:
                accepted = index * 1000 / film.fps + reading.milliseconds
    if accepted is not None:
        tally.accepted += 1
        tally.after_view.append(max(0.0, accepted - film.first_in_view * 1000 / film.fps))
        tally.after_held.append(max(0.0, accepted - film.first_held * 1000 / film.fps))


def format_of(payload: str) -> CardFormat:
    """The format of a library that issues cards like this one."""
    digits = len(payload) - 2
    return CardFormat(min_length=digits, max_length=digits, start_stop="".join(sorted({payload[0], payload[-1]})))


def is_a_card(payload: str, card_format: CardFormat) -> bool:
    """Whether an NW-7 payload passes as a card number."""
    try:
        CardNumber.from_symbol(payload, Symbology.CODABAR, card_format)
    except InvalidCardNumber:
        return False
    return True


def _add_negative(tally: NegativeTally, scene: Scene, reading: Reading, in_time: list[Reading]) -> None:
    assert reading.report is not None
    tally.frames += 1
    tally.printed_read += scene.printed in reading.payloads
    payloads = reading.payloads.union(*(each.payloads for each in in_time))
    tally.wrong += bool(payloads - {scene.printed})
    tally.accepted += any(is_a_card(payload, SAMPLE_FORMAT) for payload in payloads)
    tally.sights[judge(reading.report, SAMPLE_FORMAT).sight.value] += 1
    tally.milliseconds.append(reading.milliseconds)
    tally.live_milliseconds += [each.milliseconds for each in in_time]


def _add_cost(costs: Costs, film: Sequence, frame: Frame, reading: Reading, index: int) -> None:
    if film.pose.size != COST_SIZE:
        return
    costs.with_card.append(reading.milliseconds)
    if index % _EVERY == 0:
        costs.pyzbar_with.append(by_pyzbar(frame).milliseconds)


def _is_cost_size(scene: Scene) -> bool:
    return (scene.frame.shape[1], scene.frame.shape[0]) == COST_SIZE


def _note_wrong(outcome: Outcome, reading: Reading, truth: str | None, where: str) -> None:
    for payload in reading.payloads - {truth}:
        outcome.wrong.append(f"{where}: {payload} for {truth or 'nothing'}")


def _told(things: Iterable[T], count: int, what: str) -> Iterator[T]:
    """The things, with their number on the terminal while it takes."""
    for number, thing in enumerate(things, 1):
        if sys.stderr.isatty():
            print(f"\r{what}: {number} of {count} ", end="\n" if number == count else "", file=sys.stderr, flush=True)
        yield thing
