"""The search bench in words and numbers, for a terminal of 150 columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter

from bench.search_engines import BASELINE, Built, EngineProcess
from bench.search_runs import Figures, Took

_SHARES = (0.5, 0.95, 0.99)


def print_building(built: Mapping[str, Built]) -> None:
    """What building took each."""
    _title("Building (MiB)")
    print(f"{'':18}{'seconds':>9}{'processor':>11}{'on disk':>9}{'peak memory':>13}")
    for name, each in built.items():
        print(f"{name:18}{each.seconds:9.1f}{each.processor:11.1f}{each.size:9.0f}{each.memory.peak:13.0f}")


def print_memory(engines: Iterable[EngineProcess]) -> None:
    """What a process that serves searches has."""
    _title("Memory of a process that serves (MiB): its own + mapped from files, after all queries")
    print(f"{'':18}{'before opening':>18}{'opened':>18}{'after queries':>18}{'opening, s':>12}")
    for each in engines:
        cells = [f"{some.own:.0f} + {some.mapped:.0f}" for some in (each.before, each.opened, each.memory())]
        print(f"{each.name:18}" + "".join(f"{cell:>18}" for cell in cells) + f"{each.open_seconds:12.2f}  {each.note}")


WALL, PROCESSOR, FIRST = attrgetter("wall"), attrgetter("processor"), attrgetter("first")
"""What of a query's times is told: on the clock, of the processor, or on the clock when it was asked for the first time."""


def print_times(
    title: str,
    kinds: Mapping[str, Sequence[int]],
    figures: Mapping[str, Figures],
    of: Callable[[Took], float] = WALL,
) -> None:
    """Percentiles by kind (name, numbers of its queries) and engine, and how they stand to the baseline's."""
    _title(f"{title}: milliseconds, p50 p95 p99 (in brackets: times those of {BASELINE})")
    print(f"{'':22}{'queries':>7}" + "".join(f"{name:>40}" for name in figures))
    baseline = figures.get(BASELINE)
    for kind, numbers in kinds.items():
        cells = []
        for own in figures.values():
            took, theirs = (_milliseconds(numbers, each, of) for each in (own, None if own is baseline else baseline))
            told = " ".join(f"{each:7.2f}" for each in shares(took)) if took else "-"
            ratios = " ".join(
                f"{each / max(their, 1e-9):4.1f}" for each, their in zip(shares(took), shares(theirs), strict=True)
            )
            cells.append(f"{told} ({ratios})" if took and theirs else told)
        print(f"{kind:22}{len(numbers):7}" + "".join(f"{cell:>40}" for cell in cells))


def _milliseconds(numbers: Sequence[int], figures: Figures | None, of: Callable[[Took], float]) -> list[float]:
    """Nothing, unless all of the queries were answered."""
    if figures is None or not all(number in figures.took for number in numbers):
        return []
    return [1000 * of(figures.took[number]) for number in numbers]


def print_offered(figures: Mapping[str, Figures]) -> None:
    """How often something was offered."""
    for name, own in figures.items():
        offered = sum(bool(answer) for answer in own.answers.values())
        print(f"{name}: something offered for {100 * offered / max(len(own.answers), 1):.0f}%")


def shares(values: Iterable[float]) -> list[float]:
    """p50, p95 and p99; zeros of nothing."""
    ordered = sorted(values) or [0.0]
    return [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in _SHARES]


def _title(text: str) -> None:
    print(f"\n{text}")
