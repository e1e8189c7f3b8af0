"""The command that draws every screen."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    """Add it to the command line."""
    gallery = commands.add_parser(
        "gallery",
        help="every screen in every example state",
        description=_gallery.__doc__,
        epilog="One layout and language: kiosk gallery --layout landscape --language ja --only detail --out DIR",
    )
    gallery.add_argument("--out", type=Path, metavar="DIR", help="for the pictures: DIR/LAYOUT-LANGUAGE/SCREEN-STATE.png")
    gallery.add_argument("--layout", action="append", metavar="L", help="landscape, portrait, small, large (default: all)")
    gallery.add_argument("--language", action="append", metavar="L", help="ja, en … (default: all)")
    gallery.add_argument("--only", action="append", metavar="SCREEN", help="this screen only, as in detail")
    gallery.add_argument("--no-pictures", action="store_true", help="only look for faults")
    gallery.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N", help="default: the cores")
    gallery.set_defaults(command=_gallery)


def _gallery(options: argparse.Namespace) -> int:
    """Draws the screens in their example states and looks for what nobody could touch or read; 1 when there is such."""
    from kiosk import paths
    from kiosk.gallery.drawing import print_walls, walls
    from kiosk.gallery.layouts import LAYOUTS
    from kiosk.terminal.visit import Step
    from kiosk.terminal.words import Languages

    layouts = [LAYOUTS[name] for name in options.layout or LAYOUTS]
    languages = options.language or Languages(paths.LANGUAGES).codes
    only = [Step(name) for name in options.only or Step]
    out = None if options.no_pictures else options.out
    return print_walls(walls(layouts, languages, only, out), options.processes, print)
