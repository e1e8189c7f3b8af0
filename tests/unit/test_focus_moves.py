"""Where arrows lead, on boxes alone."""

from kiosk.ui.focus_moves import Direction, Spot, nearest_to, neighbour, reading_order
from kiosk.ui.structure import Box


def _grid(columns, rows, size=100, gap=10, listed=None, top=1000):
    step = size + gap
    return [
        Spot(Box(column * step, top - row * step - size, column * step + size, top - row * step), listed)
        for row in range(rows)
        for column in range(columns)
    ]


def _way(spots, now, *directions, lists=None):
    for direction in directions:
        now = neighbour(spots, lists or {}, now, direction)
    return now


def test_right_goes_through_the_rows_and_left_back():
    spots = _grid(3, 2)
    assert reading_order(spots, {}) == [0, 1, 2, 3, 4, 5]
    assert _way(spots, 2, Direction.RIGHT) == 3
    assert _way(spots, 3, Direction.LEFT) == 2


def test_at_the_edges_there_is_no_way_on():
    spots = _grid(3, 2)
    assert neighbour(spots, {}, 0, Direction.LEFT) is None
    assert neighbour(spots, {}, 1, Direction.UP) is None
    assert neighbour(spots, {}, 5, Direction.RIGHT) is None
    assert neighbour(spots, {}, 4, Direction.DOWN) is None


def test_down_and_up_stay_in_their_column():
    spots = _grid(3, 3)
    assert _way(spots, 1, Direction.DOWN, Direction.DOWN) == 7
    assert _way(spots, 7, Direction.UP) == 4


def test_a_tall_key_belongs_to_the_row_in_which_it_begins():
    keys = [*_grid(2, 3), Spot(Box(220, 680, 320, 1000))]
    assert reading_order(keys, {}) == [0, 1, 6, 2, 3, 4, 5]


def test_a_list_is_gone_through_before_what_stands_below_it():
    spots = [*_grid(1, 6, listed=1), Spot(Box(0, 500, 100, 560)), Spot(Box(0, 1020, 100, 1100))]
    lists = {1: Box(0, 580, 100, 1000)}
    spots[4:6] = [Spot(spot.box, 1, is_seen=False) for spot in spots[4:6]]
    assert reading_order(spots, lists) == [7, 0, 1, 2, 3, 4, 5, 6]
    assert _way(spots, 3, Direction.DOWN, lists=lists) == 4
    assert _way(spots, 5, Direction.DOWN, lists=lists) == 6
    assert _way(spots, 6, Direction.UP, lists=lists) == 3, "the last that is seen"


def test_whatever_stands_anywhere_is_reached_from_everywhere():
    spots = [*_grid(4, 3), Spot(Box(2000, 300, 2400, 900)), Spot(Box(50, 20, 90, 60)), Spot(Box(700, 940, 760, 1100))]
    for start in range(len(spots)):
        reached, waiting = {start}, [start]
        while waiting:
            now = waiting.pop()
            nexts = {neighbour(spots, {}, now, direction) for direction in Direction} - {None} - reached
            reached |= nexts
            waiting += nexts
        assert len(reached) == len(spots)


def test_the_next_row_takes_the_place_of_one_that_is_gone():
    spots = _grid(1, 4)
    assert nearest_to(spots[2:], spots[1].box) == 0
    assert nearest_to([], spots[1].box) is None


def test_what_has_no_height_is_a_row_too():
    spots = [*_grid(2, 1), Spot(Box(0, 500, 300, 500)), Spot(Box(0, 400, 300, 400))]
    assert reading_order(spots, {}) == [0, 1, 2, 3]
