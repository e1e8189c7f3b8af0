"""Catalogue searches on a catalogue of any size grown from real records: `kiosk bench search --help`.

Times engines side by side on the same queries, and compares what they answer with a brute-force scan of every record.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import search_tables as tables
from bench.search_catalogue import Catalogue, catalogue
from bench.search_engines import CHECKED, ENGINES, USUAL, EngineProcess, build
from bench.search_growth import HOW
from bench.search_queries import KINDS, Asked, Asking
from bench.search_runs import Figures, differences, measured, texts
from bench.search_scan import Answer
from bench.search_truth import truth

from kiosk import paths
from kiosk.domain.search import SearchSort

_SAME_WORK = """
Every engine folds the words and answers with the exact total and the ids of the rows. tantivy takes them from a list in memory,
by a column of numbers, and reads no stored document. Those of the service ask first whether a record has changed; tantivy does
not, tantivy-following does."""
_DATA = paths.ROOT.parent / "shared" / "data"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 1 when an answer is not the scan's."""
    options = _parser().parse_args(arguments)
    began = time.monotonic()
    with ExitStack() as closing:
        work = options.work or Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-bench-")))
        print(f"{options.records} titles, {options.queries} queries, seed {options.seed}; {os.cpu_count()} processors, "
              f"load before {os.getloadavg()[0]:.1f}")  # fmt: skip
        grown = catalogue(options.data, work, options.records, options.seed)
        _say_catalogue(grown, options.data)
        code = _compare(grown, options)
    print(f"\nTook {time.monotonic() - began:.0f} s")
    return code


def _say_catalogue(grown: Catalogue, data: Path) -> None:
    told = grown.seconds()
    source = str(data) if data.is_dir() else "the demo library (no folder of real files)"
    print(f"{told['real']:.0f} real records from {source}.\n{HOW}")
    size = grown.database.stat().st_size / 2**20
    print(
        f"Made in: import {told['import']:.0f} s, tables {told['tables']:.0f} s ({size:.0f} MiB), "
        f"records folded for the other engines {told['folding']:.0f} s",
        flush=True,
    )


def _compare(grown: Catalogue, options: argparse.Namespace) -> int:
    asking = Asking(grown, options.seed)
    asked = [*asking.mixed(options.queries), *asking.apart(max(options.queries // 12, 5))]
    right = None
    if not options.no_check:
        began = time.monotonic()
        right = truth(grown, [each.query for each in asked], os.cpu_count() or 1, options.by_reference)
        print(
            f"\nScan: {len(right.answers)} answers in {time.monotonic() - began:.0f} s; otherwise than the reference: "
            f"{len(right.wrong)} of {right.compared} records compared",
            flush=True,
        )
    names = options.engine or list(USUAL)
    tables.print_building({name: build(name, grown, grown.folder / name) for name in names})
    engines = [EngineProcess(name, grown, grown.folder / name) for name in names]
    try:
        figures = measured(engines, "search", [each.query for each in asked])
        _say_times(asked, figures)
        _say_typing(asking, engines, options.queries // 2)
        tables.print_memory(engines)
    finally:
        for each in engines:
            each.close()
    if right is None:
        return 0
    is_wrong = _say_differences(asked, right.answers, figures, options.quiet)
    return 1 if is_wrong or right.wrong else 0


def _say_times(asked: Sequence[Asked], figures: Mapping[str, Figures]) -> None:
    mixed = [number for number, each in enumerate(asked) if each.table == "mixed"]
    kinds = {kind: [number for number in mixed if asked[number].kind == kind] for kind in KINDS}
    for sort in (SearchSort.RELEVANCE, SearchSort.NEWEST):
        kinds[f"all by {sort.value}"] = [number for number in mixed if asked[number].query.sort is sort]
    kinds["all"] = mixed
    print(_SAME_WORK)
    tables.print_times("Mixed searches, 20 rows and the total", kinds, figures)
    tables.print_times(
        "The same by the processor's time, which other processes lengthen less", kinds, figures, tables.PROCESSOR
    )
    tables.print_times("The same when first asked", {"all": mixed}, figures, tables.FIRST)
    apart = [number for number, each in enumerate(asked) if each.table == "apart"]
    others = {kind: [n for n in apart if asked[n].kind == kind] for kind in dict.fromkeys(asked[n].kind for n in apart)}
    tables.print_times("Apart", others, figures)


def _say_typing(asking: Asking, engines: Sequence[EngineProcess], count: int) -> None:
    for title, what, typed in (
        ("Suggestions, 8 of them", "suggest", list(asking.prefixes(count))),
        ("Near matches for slips", "near", list(asking.slips(count // 5))),
    ):
        found = {name: figures for name, figures in measured(engines, what, texts(typed)).items() if figures.took}
        if found:
            kinds = {kind: [n for n, each in enumerate(typed) if each.kind == kind] for kind in sorted({t.kind for t in typed})}
            tables.print_times(title, {**kinds, "all": list(range(len(typed)))}, found)
            tables.print_offered(found)


def _say_differences(
    asked: Sequence[Asked], expected: Sequence[Answer], figures: Mapping[str, Figures], is_quiet: bool
) -> bool:
    """Whether an engine that is held to the scan answered otherwise."""
    is_wrong = False
    print("\nAnswers beside the scan's")
    for name, own in figures.items():
        found = list(differences(asked, expected, own))
        wrong = Counter((what, asked[number].kind) for what, number in found)
        totals = sum(what == "total" for what, _ in found)
        pages = sum(what == "page" for what, _ in found)
        count = len(own.answers)
        print(f"{name:18} {count} answers: total equal {count - totals}, page equal {count - pages}")
        if name in CHECKED:
            is_wrong |= bool(found)
            for (what, kind), times in sorted(wrong.items()):
                print(f"  other {what}: {kind}, {times} times")
            if not is_quiet:
                for what, number in found[:10]:
                    _say_difference(what, asked[number], expected[number], own.answers[number])
    return is_wrong


def _say_difference(what: str, asked: Asked, right: Answer, answer: object) -> None:
    print(f"  {what}, {asked.kind}: {asked.query.text!r} {asked.query}")
    print(f"    scan   {right.total} {right.title_ids[:5]} {right.counts or ''}")
    if isinstance(answer, Answer):
        print(f"    engine {answer.total} {answer.title_ids[:5]} {answer.counts or ''}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk bench search", description=__doc__)
    parser.add_argument("--records", type=int, default=1_000_000, help="titles of the catalogue (default: %(default)s)")
    parser.add_argument(
        "--queries", type=int, default=500, help="mixed searches, each asked in two orders (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=2026, help="of everything done at random (default: %(default)s)")
    named = f"an engine to measure, may be given again: {', '.join(ENGINES)} (default: {', '.join(USUAL)})"
    parser.add_argument("--engine", action="append", choices=list(ENGINES), metavar="NAME", help=named)
    parser.add_argument(
        "--data", type=Path, default=_DATA, metavar="DIR", help="the real catalogue files (default: %(default)s)"
    )
    parser.add_argument("--work", type=Path, metavar="DIR", help="keep the catalogue here, and use the one that is here")
    parser.add_argument("--by-reference", action="store_true", help="hold the scan to the reference functions on every record")
    parser.add_argument("--no-check", action="store_true", help="only times: no scan, no comparison")
    parser.add_argument("--quiet", action="store_true", help="name no query whose answer differs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
