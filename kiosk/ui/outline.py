"""The outline of a bar code in a camera's picture: where it stands around the bars, and how it follows without trembling."""

from collections.abc import Sequence
from math import dist, hypot

Point = tuple[float, float]


def filling(picture: tuple[float, float], box: tuple[float, float]) -> tuple[float, float]:
    """The size at which the picture just covers the box (sizes, each width and height, not 0)."""
    scale = max(box[0] / picture[0], box[1] / picture[1])
    return picture[0] * scale, picture[1] * scale


def turned_to(points: Sequence[Point], former: Sequence[Point]) -> list[Point]:
    """The same outline, its corners in the order in which they lie nearest to the former ones.

    A code read upside down begins at another corner; without this its outline would spin.
    """
    if len(points) != len(former):
        return list(points)
    ways = [list(points), list(reversed(points))]
    orders = [way[start:] + way[:start] for way in ways for start in range(len(way))]
    return min(orders, key=lambda order: sum(dist(one, other) ** 2 for one, other in zip(order, former, strict=True)))


def followed(former: Sequence[Point], points: Sequence[Point], share: float) -> list[Point]:
    """The former outline moved by that share of its way to the new one."""
    if len(points) != len(former):
        return list(points)
    ordered = turned_to(points, former)
    return [(x + (to_x - x) * share, y + (to_y - y) * share) for (x, y), (to_x, to_y) in zip(former, ordered, strict=True)]


def widened(points: Sequence[Point], margin: float) -> list[Point]:
    """The outline with its corners that far away from its middle, so that it stands around the bars and not on them."""
    if not points:
        return []
    x, y = sum(point[0] for point in points) / len(points), sum(point[1] for point in points) / len(points)

    def away(point: Point) -> Point:
        far = hypot(point[0] - x, point[1] - y)
        grown = 1 + margin / far if far else 1
        return x + (point[0] - x) * grown, y + (point[1] - y) * grown

    return [away(point) for point in points]
