"""Measures what a 1280 x 720 frame costs the scanner, with a card and without: `python tests/bench/scan_speed.py`."""

import time
from statistics import median

import numpy as np

from kiosk.domain.card import Symbology
from kiosk.scanner.decode import decode
from kiosk.scanner.frame import Frame
from kiosk.scanner.sample_cards import held_card_frames

SIZE = (1280, 720)


def measure(name: str, frames: list[Frame]) -> None:
    costs, read = [], 0
    for frame in frames:
        began = time.perf_counter()
        read += bool(decode(frame, (Symbology.CODABAR,)))
        costs.append((time.perf_counter() - began) * 1000)
    print(f"{name}: median {median(costs):.1f} ms, longest {max(costs):.1f} ms, read in {read} of {len(frames)} frames")


def main() -> None:
    held = list(held_card_frames("1234567890", seconds=4, fps=15, size=SIZE))
    grain = np.random.default_rng(3)
    empty = [grain.integers(110, 130, (SIZE[1], SIZE[0], 3), dtype=np.uint8) for _ in range(20)]
    measure("card held", held[15:45])
    measure("card coming and going", held[:15] + held[45:])
    measure("nothing but grain", empty)
    measure("nothing, no grain", [np.full((SIZE[1], SIZE[0], 3), 120, np.uint8)] * 20)


if __name__ == "__main__":
    main()
