"""From frame to frame: bars are followed, time is kept, and nothing of a picture stays."""

import gc
import weakref
from itertools import pairwise

import cv2
import numpy as np
import pytest
from bars_in_view import CARD, Held, SteppingClock, shown

from kiosk.domain.card import Symbology
from kiosk.scanner.frame import Frame
from kiosk.scanner.pipeline import PATIENT_WAYS, Pipeline
from kiosk.scanner.report import FrameReport

NW7 = (Symbology.CODABAR,)
SECOND_CARD = "A2900054321A"
AMPLE = 60.0
PATIENT = [way.name for way in PATIENT_WAYS]
WALL: Frame = np.full((720, 1280, 3), 100, np.uint8)
UNREADABLE: Frame = cv2.GaussianBlur(shown(held=Held(module=2.0, degrees=10)), (0, 0), 3.2)


def hurried(step_seconds: float = 0.0, budget: float = AMPLE) -> Pipeline:
    """A pipeline that goes from frame to frame as a camera's does; its clock steps at each asking."""
    return Pipeline(NW7, budget, SteppingClock(step_seconds))


def payloads(report: FrameReport) -> set[str]:
    return {one.payload for one in report.symbols}


def stages(report: FrameReport) -> list[str]:
    return [one.stage for one in report.stages]


def two_cards() -> Frame:
    return shown(SECOND_CARD, Held(centre=(820, 520), degrees=-30), onto=shown(held=Held(centre=(420, 200))))


@pytest.mark.parametrize("budget", [None, AMPLE])
def test_the_same_frame_twice_shows_the_same(budget):
    pipeline = Pipeline(NW7, budget, SteppingClock(0.0))
    frame = shown(held=Held(degrees=55))
    assert [payloads(pipeline.look(frame)) for _ in range(4)] == [{CARD}] * 4


def test_a_frame_is_not_changed_by_being_looked_at():
    frame = shown()
    before = frame.copy()
    hurried().look(frame)
    assert np.array_equal(frame, before)


def test_a_read_card_is_followed_without_a_search_but_for_every_third_frame():
    pipeline = hurried()
    searched = []
    for index in range(9):
        report = pipeline.look(shown(held=Held(centre=(560 + 9 * index, 360), degrees=2 * index)))
        assert payloads(report) == {CARD}
        searched.append("locate" in stages(report))
    assert sum(searched[1:]) >= 2
    assert not all(searched[1:])
    assert all(any(searched[start : start + 3]) for start in range(7))


def test_a_followed_card_is_where_it_is_now():
    pipeline = hurried()
    for step in range(6):
        held = Held(centre=(500 + 12 * step, 330 + 5 * step), degrees=20)
        report = pipeline.look(shown(held=held))
        assert np.mean(report.fields[0].corners, axis=0) == pytest.approx(held.centre, abs=20)
        assert np.mean(report.symbols[0].polygon, axis=0) == pytest.approx(held.centre, abs=12)


@pytest.mark.parametrize("frames_alone", [1, 2, 3, 4])
def test_a_second_card_is_seen_within_three_frames(frames_alone):
    pipeline = hurried()
    for _ in range(frames_alone):
        pipeline.look(shown(held=Held(centre=(420, 200))))
    both = [payloads(pipeline.look(two_cards())) for _ in range(3)]
    assert {CARD, SECOND_CARD} in both
    assert set().union(*both) == {CARD, SECOND_CARD}


@pytest.mark.parametrize("frames", [1, 2, 3])
def test_a_card_taken_away_or_changed_for_another_is_not_read_from_memory(frames):
    pipeline = hurried()
    for _ in range(frames):
        pipeline.look(shown())
    assert payloads(pipeline.look(shown(SECOND_CARD))) == {SECOND_CARD}
    assert pipeline.look(WALL).symbols == ()


def test_two_cards_in_view_are_both_told_in_every_frame():
    pipeline = hurried()
    assert [payloads(pipeline.look(two_cards())) for _ in range(6)] == [{CARD, SECOND_CARD}] * 6


def test_without_a_budget_every_way_is_tried():
    assert set(PATIENT) <= set(stages(Pipeline(NW7, None).look(UNREADABLE)))


def test_what_a_frame_has_no_time_for_is_tried_in_the_next():
    pipeline = hurried(0.001, 0.03)
    tried = []
    for _ in range(30):
        patient = [name for name in stages(pipeline.look(UNREADABLE)) if name in PATIENT]
        assert len(patient) < len(PATIENT)
        tried += patient
        if set(tried) == set(PATIENT):
            break
    assert set(tried) == set(PATIENT)
    following = {name: PATIENT[(index + 1) % len(PATIENT)] for index, name in enumerate(PATIENT)}
    assert all(after == following[before] for before, after in pairwise(tried))


def test_no_way_is_begun_once_the_budget_is_spent():
    pipeline = hurried(1.0, 0.5)
    for _ in range(4):
        assert not set(stages(pipeline.look(UNREADABLE))) & set(PATIENT)


def test_the_way_that_read_a_card_is_the_first_tried_on_it_in_the_next_frame():
    frame = cv2.GaussianBlur(shown(held=Held(module=2.0, degrees=10)), (0, 0), 1.2)
    pipeline = hurried()
    first, second = pipeline.look(frame), pipeline.look(frame)
    assert payloads(first) == payloads(second) == {CARD}
    good_way = [name for name in stages(first) if name in PATIENT][-1]
    assert next(name for name in stages(second) if name in PATIENT) == good_way


def test_bars_that_cannot_be_read_do_not_cost_every_frame_all_its_time():
    pipeline = hurried()
    pipeline.look(UNREADABLE)
    later = [len([name for name in stages(pipeline.look(UNREADABLE)) if name in PATIENT]) for _ in range(6)]
    assert max(later) < len(PATIENT) / 1.5


def reachable_arrays(start: object) -> list[np.ndarray]:
    """Every array that can be come by from an object's own attributes, however deep."""
    seen, arrays, todo = set(), [], [start]
    while todo:
        one = todo.pop()
        if id(one) in seen or isinstance(one, type) or callable(one):
            continue
        seen.add(id(one))
        if isinstance(one, np.ndarray):
            arrays.append(one)
        todo += gc.get_referents(one)
    return arrays


@pytest.mark.parametrize("make_frame", [shown, UNREADABLE.copy], ids=["read", "unread"])
@pytest.mark.parametrize("budget", [None, AMPLE])
def test_nothing_of_a_frames_pixels_is_kept(make_frame, budget):
    pipeline = Pipeline(NW7, budget, SteppingClock(0.0))
    frame = make_frame()
    gone = weakref.ref(frame)
    report = pipeline.look(frame)
    del frame
    gc.collect()
    assert gone() is None
    assert reachable_arrays(pipeline) == []
    assert reachable_arrays(report) == []


@pytest.mark.parametrize("budget", [None, AMPLE])
def test_two_cards_side_by_side_in_one_line_are_both_told_in_every_frame(budget):
    pipeline = Pipeline(NW7, budget, SteppingClock(0.0))
    frame = shown(SECOND_CARD, Held(centre=(900, 360)), onto=shown(held=Held(centre=(340, 360))))
    assert [payloads(pipeline.look(frame)) for _ in range(8)] == [{CARD, SECOND_CARD}] * 8
