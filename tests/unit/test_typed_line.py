"""What a field shows of a long line, and where in it a finger points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.typed_line import place_at, seen_part


def length(text: str) -> float:
    """Every character is ten pixels wide, but for i."""
    return sum(4 if each == "i" else 10 for each in text)


def test_a_line_that_fits_is_seen_whole():
    assert seen_part("abcd", 2, 40, length) == (0, 4)
    assert seen_part("", 0, 40, length) == (0, 0)


@pytest.mark.parametrize(("cursor", "seen"), [(0, (0, 4)), (4, (4, 8)), (7, (7, 11)), (12, (8, 12))])
def test_of_a_longer_line_the_part_around_the_cursor_is_seen(cursor, seen):
    assert seen_part("abcdefghjklm", cursor, 40, length) == seen


@given(st.text("abi", max_size=30), st.data(), st.integers(40, 120))
def test_the_cursor_is_always_in_sight_and_what_is_seen_fits(text, data, width):
    cursor = data.draw(st.integers(0, len(text)))
    first, last = seen_part(text, cursor, width, length)
    assert first <= cursor <= last
    assert length(text[first:last]) <= width


@pytest.mark.parametrize(("x", "place"), [(-5, 0), (4, 0), (6, 1), (12, 2), (99, 4)])
def test_a_finger_points_between_the_nearest_characters(x, place):
    assert place_at("aibc", x, length) == place


@given(st.text("abi", max_size=20), st.data())
def test_pointing_at_a_place_gives_that_place(text, data):
    place = data.draw(st.integers(0, len(text)))
    assert place_at(text, length(text[:place]), length) == place
