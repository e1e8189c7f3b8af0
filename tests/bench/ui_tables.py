"""The window's bench in words and numbers, for a terminal of 150 columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from statistics import median

from bench.search_tables import shares
from bench.ui_scroll import Memory, Way
from bench.ui_start import Start
from bench.ui_watch import Took

WHAT = """
Every act by a touch, in milliseconds p50 p95 p99, from its dispatch until the frame that shows what it brought is flipped.
  wall          on the clock, all of it; the machine is shared, and everything that others do on it is in here
  drawing       on the clock: the window's canvas drawn and flipped (by software where there is no graphics processor)
  but drawing   on the clock: wall less drawing, so with waiting for the service and for the next frame's turn (60 a second)
  own           processor time of the program but drawing: screen + client + service; the fair figure
  screen        the window's thread: touch, presenter, state, widgets, layout, setting of texts
  client        the thread that asks the service: encoding, HTTP, decoding
  service       the service's process, all its threads
  converter     the kana-kanji converter's thread beside, for the row of candidates; not in own
"""
_PARTS: Sequence[tuple[str, Callable[[Took], float]]] = (
    ("wall", attrgetter("wall")),
    ("drawing", attrgetter("drawing")),
    ("but drawing", attrgetter("but_drawing")),
    ("own", attrgetter("own")),
    ("screen", attrgetter("screen")),
    ("client", attrgetter("client")),
    ("service", attrgetter("service")),
    ("converter", attrgetter("converter")),
)

_FRAME = "milliseconds of a frame, p50 p95 p99; program is all but drawing and sleeping until the frame's turn"
_FRAME_PARTS: Sequence[tuple[str, Callable[[Took], float]]] = (
    ("wall", attrgetter("wall")),
    ("program, clock", lambda took: took.wall - took.asleep - took.drawing),
    ("program, processor", attrgetter("screen")),
    ("drawing, clock", attrgetter("drawing")),
    ("drawing, its thread", attrgetter("drawer")),
)


def print_acts(taken: Mapping[str, Sequence[Took]]) -> None:
    """Every kind of act, by parts, and the frames it took."""
    print(WHAT)
    _print_parts(taken, _PARTS)


def print_aims(taken: Mapping[str, Sequence[Took]], aims: Mapping[str, float]) -> None:
    """Beside each aim (milliseconds) what was reached."""
    print("\nAims, milliseconds of p95")
    for kind, aim in aims.items():
        if kind in taken:
            own, clock = (shares(1000 * of(each) for each in taken[kind])[1] for of in (_own, _but_drawing))
            said = "reached" if own < aim else "MISSED"
            print(f"{kind:40} own {own:6.1f} (on the clock but drawing {clock:6.1f}), aim under {aim:.0f}: {said}")


_own, _but_drawing = attrgetter("own"), attrgetter("but_drawing")


def print_ways(ways: Sequence[Way]) -> None:
    """Every frame of each way along the results."""
    print(f"\nScrolling: {_FRAME}")
    _print_parts({f"{way.name}, {way.rows} rows": way.frames for way in ways}, _FRAME_PARTS, "frames")
    for way in ways:
        print(f"{way.name}: a row not yet there in {way.with_absent} of {len(way.frames)} frames")


def print_camera(ways: Sequence[Way]) -> None:
    """Every frame of the login screen while the camera runs."""
    print(f"\nCamera: {_FRAME}")
    _print_parts({way.name: way.frames for way in ways}, _FRAME_PARTS, "frames")


def print_starts(starts: Sequence[Start]) -> None:
    """From the start of the program to its rest screen."""
    if starts:
        clock, processor = (sorted(of(start) for start in starts) for of in (attrgetter("clock"), attrgetter("processor")))
        print(
            f"Start of the program to its rest screen painted, {len(starts)} times: median {median(clock):.2f} s on the clock "
            f"({clock[0]:.2f} to {clock[-1]:.2f}), {median(processor):.2f} s of its processor time",
            flush=True,
        )


def print_memory(memory: Iterable[Memory]) -> None:
    """How the terminal's memory grew."""
    print("\nMemory of the terminal's process (resident MiB, and objects that Python follows)")
    for each in memory:
        print(f"{each.when:40}{each.resident:8.1f}{each.objects:10}")


def _print_parts(
    taken: Mapping[str, Sequence[Took]], parts: Sequence[tuple[str, Callable[[Took], float]]], count: str = "acts"
) -> None:
    print(f"{'':40}{count:>6}" + "".join(f"{name:>21}" for name, _ in parts))
    for kind, each in taken.items():
        cells = (" ".join(f"{share:6.1f}" for share in shares(1000 * of(took) for took in each)) for _, of in parts)
        print(f"{kind:40}{len(each):6}" + "".join(f"{cell:>21}" for cell in cells))
