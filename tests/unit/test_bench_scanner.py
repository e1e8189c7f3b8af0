"""The scanner's bench: its frames are the same for the same seed, and its counts say what was read."""

import json
import math

import cv2
import numpy as np
import pytest
from bench.scanner_bench import main
from bench.scanner_corpus import is_same, label_of, listed_labels
from bench.scanner_engines import Reading, by_zxing
from bench.scanner_negatives import KINDS, negative
from bench.scanner_optics import Pose, focus_kernel, motion_kernel, view
from bench.scanner_runs import format_of, is_a_card
from bench.scanner_scenes import positive
from bench.scanner_sequences import sequence
from bench.scanner_sheet import Bars, ink_coverage
from bench.scanner_tallies import Tally, at_most

from kiosk.scanner.sample_cards import card_video


def test_a_scene_is_the_same_each_time_and_another_by_another_seed():
    first, again, other = positive(1, "hard", 3), positive(1, "hard", 3), positive(2, "hard", 3)
    assert np.array_equal(first.frame, again.frame)
    assert first.payload != other.payload


def test_an_easy_card_says_what_its_label_says():
    scenes = [positive(5, "easy", index) for index in range(3)]
    assert any(scene.payload in by_zxing(scene.frame).payloads for scene in scenes)


def test_the_corners_of_the_bar_field_are_in_the_frame_and_as_far_apart_as_the_module_says():
    scene = positive(1, "normal", 0)
    height, width = scene.frame.shape[:2]
    assert (scene.corners > 0).all()
    assert (scene.corners < (width, height)).all()
    assert math.dist(*scene.corners[:2]) / scene.module_pixels > 60


def test_a_frame_without_a_card_keeps_what_is_printed_in_it():
    scene = negative(1, KINDS.index("other_card"))
    assert scene.payload is None
    assert not is_a_card(scene.printed, format_of("A1234567890A"))


def test_bars_cover_pixels_by_their_share():
    row = ink_coverage(np.array([0.5, 2.0]), np.array([1.0, 3.25]), 1.0, 5)
    assert row == pytest.approx([0.5, 0.0, 1.0, 0.25, 0.0])


def test_a_view_gives_back_the_millimetres_it_was_given():
    bars = Bars("A1234567890A", 0.33)
    pose = Pose((1280, 720), 40.0, 12.0, -9.0, (600.0, 380.0), 2.0, bend=0.5, distortion=0.04)
    seen = view(pose, bars.length, bars.modules)
    points = np.array([[-10.0, 3.0], [18.0, -4.0]])
    pixels = seen.to_frame(points)
    assert np.column_stack(seen.to_sheet(pixels[:, 0], pixels[:, 1])) == pytest.approx(points, abs=0.02)


@pytest.mark.parametrize(
    "kernel", [focus_kernel(1.3, is_disc=True), focus_kernel(2.0, is_disc=False), motion_kernel(5.0, 30.0)]
)
def test_a_blur_keeps_the_light(kernel):
    assert kernel.sum() == pytest.approx(1.0)


def test_a_film_begins_without_the_whole_code_and_then_keeps_it():
    film = sequence(1, "easy", 0)
    frames = film.frames()
    assert film.payload not in by_zxing(next(frames)).payloads
    assert 0 < film.first_in_view < film.fps * film.seconds / 2


def test_another_payload_counts_as_wrong_even_beside_the_right_one():
    tally = Tally()
    tally.add(Reading(frozenset({"A1A", "A2A"}), 5.0, ()), "A1A")
    assert (tally.frames, tally.read, tally.wrong) == (1, 1, 1)


def test_none_seen_is_at_most_three_and_more_seen_is_more():
    assert at_most(0) == 3.0
    assert at_most(5) < at_most(6) < at_most(20)


def test_a_label_may_leave_out_start_and_stop_characters():
    assert is_same("A1234567890B", "1234567890")
    assert is_same("A1234567890B", "a1234567890b")
    assert not is_same("A1234567890B", "234567890")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("labels.csv", "file,payload,grade\none.png,A12A,hard\n"),
        ("labels.tsv", "one.png\tA12A\thard\n"),
        ("labels.json", json.dumps({"one.png": {"payload": "A12A", "grade": "hard"}})),
        ("manifest.json", json.dumps({"pictures": [{"file": "one.png", "payload": "A12A", "grade": "hard"}]})),
    ],
)
def test_labels_are_found_in_a_list_of_any_kind(tmp_path, name, content):
    (tmp_path / name).write_text(content)
    label = label_of(tmp_path / "one.png", tmp_path, listed_labels(tmp_path))
    assert (label.payload, label.grade) == ("A12A", "hard")


def test_a_corpus_is_counted_where_labelled_and_listed_where_not(tmp_path, capsys):
    scene = next(scene for scene in (positive(5, "easy", index) for index in range(5)) if by_zxing(scene.frame).payloads)
    for name in ("labelled", "unlabelled"):
        cv2.imwrite(str(tmp_path / f"{name}.png"), scene.frame)
    (tmp_path / "labelled.txt").write_text(scene.payload[1:-1])
    assert main(["--corpus", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert f"unlabelled.png: pyzbar, whole frame: {scene.payload}" in told or f"zxing-cpp, whole frame: {scene.payload}" in told
    assert "100.0      0" in told


def test_a_film_is_played_and_the_moment_of_acceptance_told(tmp_path, capsys):
    card_video(tmp_path / "card.avi", "1234567890", seconds=2.0)
    assert main(["--video", str(tmp_path / "card.avi")]) == 0
    assert ": 1234567890" in capsys.readouterr().out
