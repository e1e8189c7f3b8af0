"""The command that draws every screen."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_USUAL = (
    "Without a choice of views: every screen in every state and language, in landscape and portrait, calm and high contrast, "
    "its text of standard size; and in ja and en every other layout, and landscape and portrait in large and largest text. "
    "With any choice of views: every combination of what is chosen, the rest being all layouts, all languages, calm, standard. "
    "One layout and language: kiosk gallery --layout landscape --language ja --only detail --out DIR"
)


def add(commands: "Commands") -> None:
    """Add it to the command line."""
    gallery = commands.add_parser(
        "gallery", help="every screen in every example state", description=_gallery.__doc__, epilog=_USUAL
    )
    gallery.add_argument("--out", type=Path, metavar="DIR", help="for DIR/index.html and DIR/VIEW/SCREEN-STATE.png")
    gallery.add_argument("--layout", action="append", metavar="L", help="landscape, portrait, small, large, low (in reach)")
    gallery.add_argument("--language", action="append", metavar="L", help="ja, en …")
    gallery.add_argument("--theme", action="append", metavar="T", help="calm, contrast")
    gallery.add_argument("--text-size", action="append", metavar="S", help="standard, large, largest")
    gallery.add_argument("--only", action="append", metavar="SCREEN", help="this screen only, as in detail, comfort, idle")
    gallery.add_argument("--no-pictures", action="store_true", help="only look for faults")
    gallery.add_argument("--write-references", action="store_true", help="keep how the screens are now as what they should be")
    gallery.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N", help="default: the cores")
    gallery.set_defaults(command=_gallery)


def _gallery(options: argparse.Namespace) -> int:
    """Draws the screens in their example states and looks for what nobody could touch or read; 1 when there is such."""
    from kiosk import paths
    from kiosk.gallery.showing import keep, show
    from kiosk.gallery.views import LAYOUTS, chosen_views, usual_views
    from kiosk.terminal.words import Languages

    if options.write_references:
        return keep(options.processes, print)
    languages = Languages(paths.LANGUAGES).codes
    if options.layout or options.language or options.theme or options.text_size:
        views = chosen_views(
            options.layout or LAYOUTS,
            options.language or languages,
            options.theme or ("calm",),
            options.text_size or ("standard",),
        )
    else:
        views = usual_views(languages)
    out = None if options.no_pictures else options.out
    return show(list(views), options.only or (), out, options.processes, print)
