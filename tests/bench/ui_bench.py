"""The program in its window, by touches, against the service over HTTP: `kiosk bench ui --help`.

From a key to suggestions, from 検索 to the first results, along thousands of results, to a title, to a shelf: how long each
takes until it is painted, with the program's own time and the drawing apart. Before it the program's start, in processes
of its own, and after it the frames while the camera runs.
"""

import argparse
import cProfile
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from pstats import Stats

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import ui_tables as tables
from bench.search_catalogue import catalogue
from bench.search_engines import build
from bench.ui_queries import kana_keys, readings, romaji_keys
from bench.ui_start import starts
from sqlalchemy import create_engine, text

from kiosk import paths
from kiosk.bootstrap import default_screen
from kiosk.central.migrating import newest_revision
from kiosk.config import Screen
from kiosk.embedded import DATABASE, EmbeddedService
from kiosk.terminal.visit import Step

_DATA = paths.ROOT.parent / "shared" / "data"
_PROFILE = "kitakyushu"
_MANY = 100_000
_COMMON = "の"
_CLASSES = "9274301568"


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. It goes to a virtual screen where there is none."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(given)
    if options.records is None:
        options.records = _MANY if options.data.is_dir() else 0
    screen = default_screen(options.portrait, fullscreen=False)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        on_screen = [str(paths.ROOT / "deploy" / "with-screen"), f"{screen.width}x{screen.height}"]
        return subprocess.run([*on_screen, sys.executable, __file__, *given], cwd=paths.ROOT).returncode
    with ExitStack() as closing:
        work = options.work or Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-bench-")))
        folder = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-bench-service-")))
        _say_machine(options)
        _bring_catalogue(options, work, folder)
        service = closing.enter_context(EmbeddedService(folder, _PROFILE))
        tables.print_starts(starts(service, screen, options.starts))
        _measure(service, screen, options)
    return 0


def _bring_catalogue(options: argparse.Namespace, work: Path, folder: Path) -> None:
    """Puts a grown catalogue and its index where the service looks for them; without one it takes the demo library."""
    if not options.records:
        print("Catalogue: the demo library", flush=True)
        return
    began = time.monotonic()
    grown = catalogue(options.data, work, options.records, options.seed)
    build("arrays", grown, grown.folder / "arrays")
    shutil.copy(grown.database, folder / DATABASE)
    shutil.copy(grown.folder / "arrays" / "catalogue.index", folder / f"{DATABASE}.index")
    engine = create_engine(f"sqlite:///{folder / DATABASE}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:newest)"), {"newest": newest_revision()})
    engine.dispose()
    print(f"Catalogue: {options.records} titles grown from {options.data}, {time.monotonic() - began:.0f} s", flush=True)


def _measure(service: EmbeddedService, screen: Screen, options: argparse.Namespace) -> None:
    from bench.ui_acts import DETAIL, OFFER, SEARCH, Patron
    from bench.ui_camera import Camera
    from bench.ui_scroll import Scroll
    from bench.ui_watch import Watch
    from floor import open_floor

    camera = Camera(service.folder)
    floor = open_floor(service, camera.source, screen)
    profile = cProfile.Profile() if options.profile else None
    watch = Watch(floor.finger.app, service.process_id, profile)
    try:
        patron = Patron(floor, watch)
        watch.rest()
        typed = readings(service.folder / DATABASE, options.queries, options.seed)
        for number, kana in enumerate(typed):
            is_romaji = number >= len(typed) / 2
            patron.to_search()
            patron.choose_board("romaji" if is_romaji else "kana")
            patron.type("romaji" if is_romaji else "五十音", romaji_keys(kana) if is_romaji else kana_keys(kana))
            patron.search()
            patron.open_first()
        patron.to_search()
        patron.choose_board("kana")
        floor.type(_COMMON)
        floor.tap_to("primary", Step.RESULTS)
        scroll = Scroll(floor, watch, options.rows)
        ways = list(scroll.ways())
        floor.tap_to("top-log-out", Step.REST)
        patron.walk_shelves(_CLASSES[: max(1, options.queries // 4)])
        floor.tap_to("top-log-out", Step.REST)
        seen = list(camera.ways(floor, watch, options.camera_frames))
    finally:
        floor.finger.close()
    tables.print_acts(patron.taken)
    board = f"五十音 key → {OFFER}"
    aims = {board: 50.0, board.replace("五十音", "romaji"): 50.0, SEARCH: 100.0, DETAIL: 100.0}
    tables.print_aims(patron.taken, aims)
    tables.print_ways(ways)
    tables.print_camera(seen)
    tables.print_memory(scroll.memory)
    print(f"\nLoad after {os.getloadavg()[0]:.1f}")
    if profile is not None:
        Stats(profile).sort_stats("tottime").print_stats(40).sort_stats("cumtime").print_stats(60)


def _say_machine(options: argparse.Namespace) -> None:
    way = "standing, 1080x1920" if options.portrait else "lying, 1920x1080"
    print(
        f"A screen {way}; {options.queries} queries typed, seed {options.seed}; {os.cpu_count()} processors, "
        f"load before {os.getloadavg()[0]:.1f}",
        flush=True,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk bench ui", description=__doc__)
    titles = f"titles of the catalogue, 0 for the demo library (default: {_MANY} with real files, 0 without)"
    parser.add_argument("--records", type=int, metavar="N", help=titles)
    parser.add_argument("--queries", type=int, default=40, help="how many are typed, half on each board (default: %(default)s)")
    parser.add_argument("--rows", type=int, default=10_000, help="results to scroll through (default: %(default)s)")
    parser.add_argument("--starts", type=int, default=5, help="how often the program is started anew (default: %(default)s)")
    frames = "frames to measure while the camera runs, with each view (default: %(default)s)"
    parser.add_argument("--camera-frames", type=int, default=600, metavar="N", help=frames)
    parser.add_argument("--portrait", action="store_true", help="on a standing screen")
    parser.add_argument("--seed", type=int, default=2026, help="of everything done at random (default: %(default)s)")
    parser.add_argument("--data", type=Path, default=_DATA, metavar="DIR", help="real catalogue files (default: %(default)s)")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keep the catalogue here, and use the one that is here")
    parser.add_argument("--profile", action="store_true", help="tell which functions of the window's thread take the time")
    return parser


if __name__ == "__main__":
    sys.exit(main())
