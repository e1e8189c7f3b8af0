"""The card scanner on generated camera frames, or on your pictures or film: `kiosk bench scanner --help`.

Everything generated follows from the seed. OpenCV is kept to one thread, so that times are those of one core.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import cv2
from bench import scanner_tables as tables
from bench.scanner_corpus import play_video, read_corpus
from bench.scanner_runs import Outcome, run_films, run_negatives, run_positives


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    options = _parser().parse_args(arguments)
    cv2.setNumThreads(1)
    if options.corpus is not None:
        return read_corpus(options.corpus)
    if options.video is not None:
        return play_video(options.video)
    if options.quick:
        options.per_grade, options.negatives, options.sequences = 10, 26, 1
    print(
        f"Seed {options.seed}; {4 * options.per_grade} frames with a card, {options.negatives} without, "
        f"{4 * options.sequences} films; one core (OpenCV on one thread)"
    )
    began, outcome = time.monotonic(), Outcome()
    if options.per_grade:
        run_positives(outcome, options.seed, options.per_grade)
        tables.print_singles(outcome)
        tables.print_stages(outcome)
        tables.print_misreads("single frames, all stages", outcome.misreads)
    if options.negatives:
        run_negatives(outcome, options.seed, options.negatives)
        tables.print_negatives(outcome)
    if options.sequences:
        run_films(outcome, options.seed, options.sequences)
        tables.print_films(outcome)
        tables.print_misreads("films, live budget", outcome.film_misreads)
    tables.print_costs(outcome.costs)
    tables.print_wrong(outcome.wrong)
    print(f"\nTook {time.monotonic() - began:.0f} s")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk bench scanner", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed gives other frames (default: %(default)s)")
    parser.add_argument("--per-grade", type=int, default=150, metavar="N", help="frames with a card, of each of four grades")
    parser.add_argument("--negatives", type=int, default=300, metavar="N", help="frames without a card of the library")
    parser.add_argument("--sequences", type=int, default=15, metavar="N", help="films of two seconds, of each of four grades")
    parser.add_argument("--quick", action="store_true", help="a few of each, in a minute")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--corpus", type=Path, metavar="DIR", help="read the pictures there instead, labelled or not")
    source.add_argument("--video", type=Path, metavar="FILE", help="play a film frame by frame instead")
    return parser


if __name__ == "__main__":
    sys.exit(main())
