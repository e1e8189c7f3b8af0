"""The search bench in words and numbers, for a terminal of 150 columns."""

from collections.abc import Iterable, Mapping, Sequence

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


def print_times(title: str, kinds: Mapping[str, Sequence[int]], figures: Mapping[str, Figures]) -> None:
    """Percentiles by kind (name, numbers of its queries) and engine in ms, then how they stand to the baseline's."""
    _title(f"{title}: milliseconds, p50 p95 p99 (in brackets: of the baseline {BASELINE}'s)")
    print(f"{'':22}{'queries':>7}" + "".join(f"{name:>40}" for name in figures))
    for kind, numbers in kinds.items():
        cells = [_cell(kind, numbers, each, figures) for each in figures.values()]
        print(f"{kind:22}{len(numbers):7}" + "".join(f"{cell:>40}" for cell in cells))


def _cell(kind: str, numbers: Sequence[int], own: Figures, figures: Mapping[str, Figures]) -> str:
    took = [_value(kind, own.took[each]) for each in numbers if each in own.took]
    if len(took) < len(numbers) or not took:
        return "-"
    told = " ".join(f"{each:7.2f}" for each in shares(took))
    baseline = figures.get(BASELINE)
    theirs = [_value(kind, baseline.took[each]) for each in numbers if each in baseline.took] if baseline else []
    if len(theirs) < len(numbers) or own is baseline:
        return told
    ratios = " ".join(
        f"{own_share / max(their, 1e-9):.1f}" for own_share, their in zip(shares(took), shares(theirs), strict=True)
    )
    return f"{told} ({ratios})"


def print_offered(figures: Mapping[str, Figures]) -> None:
    """How often something was offered."""
    for name, own in figures.items():
        offered = sum(bool(answer) for answer in own.answers.values())
        print(f"{name}: something offered for {100 * offered / max(len(own.answers), 1):.0f}%")


FIRST, PROCESSOR = "first time asked", "processor"


def _value(kind: str, took: Took) -> float:
    return 1000 * (took.first if kind == FIRST else took.processor if kind == PROCESSOR else took.wall)


def shares(values: Iterable[float]) -> list[float]:
    """p50, p95 and p99."""
    ordered = sorted(values)
    return [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in _SHARES]


def _title(text: str) -> None:
    print(f"\n{text}")
