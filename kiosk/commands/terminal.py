"""The terminal's own commands: running it, the tour, and what its camera and machine can do."""

import argparse
import json
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    """Add them to the command line."""
    _add_run(commands)
    _add_tour(commands)
    _add_scan(commands)
    _add_doctor(commands)
    _add_say(commands)


def _add_run(commands: "Commands") -> None:
    run = commands.add_parser("run", help="the terminal", description=_run.__doc__)
    run.add_argument("--config", type=Path, help="the terminal's settings (TOML); without it the embedded service is used")
    run.add_argument("--profile", default="kumamoto", help="library profile of the embedded service (default: %(default)s)")
    run.add_argument("--branch", default="", help="branch in which the terminal stands (default: the profile's first)")
    run.add_argument(
        "--camera", default="auto", help="device path or index, video file or picture sequence (default: the first that works)"
    )
    run.add_argument("--window", action="store_true", help="in a window instead of fullscreen")
    run.add_argument("--portrait", action="store_true", help="the window stands upright (1080x1920)")
    run.set_defaults(command=_run)


def _run(options: argparse.Namespace) -> int:
    """Runs the terminal: on a library's floor with --config, or for a first look with the embedded service and demo library."""
    from kiosk.bootstrap import build_app, default_screen
    from kiosk.config import TerminalConfig, load_terminal_config
    from kiosk.embedded import EmbeddedService

    if options.config is not None:
        build_app(load_terminal_config(options.config)).run()
        return 0
    screen = default_screen(options.portrait, fullscreen=not options.window)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the embedded service ends with the terminal
    with EmbeddedService(paths.embedded_folder(options.profile), options.profile, options.branch) as service:
        config = TerminalConfig(service.url, service.terminal_key, camera=options.camera, screen=screen)
        build_app(config).run()
    return 0


def _add_tour(commands: "Commands") -> None:
    tour = commands.add_parser("tour", help="play a whole visit and take pictures", description=_tour.__doc__)
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the pictures and tour.json")
    tour.add_argument("--profile", default="kumamoto", help="library profile (default: %(default)s)")
    tour.add_argument("--portrait", action="store_true", help="on a screen that stands upright")
    tour.add_argument("--language", default="ja", help="language of the screens (default: %(default)s)")
    tour.set_defaults(command=_tour)


def _tour(options: argparse.Namespace) -> int:
    """Plays a whole visit on the real window, with the real service and a camera fed from a video of a card held to it."""
    from kiosk.tour.tour import play_tour

    return play_tour(options.out, options.profile, options.portrait, options.language)


def _add_scan(commands: "Commands") -> None:
    scan = commands.add_parser("scan", help="what the scanner reads in pictures", description=_scan.__doc__)
    scan.add_argument("pictures", nargs="+", metavar="PICTURE")
    scan.add_argument("--profile", help="read only this library's cards; without it any NW-7 number counts")
    scan.set_defaults(command=_scan)


def _scan(options: argparse.Namespace) -> int:
    """Prints one JSON line a picture: file, card number or null, what the code says, its symbology, milliseconds."""
    from kiosk.profiles import load_profile
    from kiosk.scanner.scan_picture import scan_picture

    card_format = load_profile(options.profile).card if options.profile else None
    for picture in options.pictures:
        print(json.dumps(scan_picture(picture, card_format).as_dict(), ensure_ascii=False), flush=True)
    return 0


def _add_doctor(commands: "Commands") -> None:
    doctor = commands.add_parser("doctor", help="what is fine on this machine and what is not", description=_doctor.__doc__)
    doctor.add_argument("--config", type=Path, help="the terminal's settings (TOML)")
    doctor.add_argument("--camera", default="auto", help="camera to look at, without --config (default: the first that works)")
    doctor.set_defaults(command=_doctor)


def _doctor(options: argparse.Namespace) -> int:
    """Looks at camera, decoder, fonts, speech, GL, service and clock; says what is fine, what is not, and what to do."""
    from kiosk.doctor import examine

    checks = examine(options.config, options.camera)
    for check in checks:
        print(f"{'ok  ' if check.is_fine else 'BAD '} {check.name:10} {check.found}")
        if check.remedy:
            print(f"     {'':10} -> {check.remedy}")
    return 0 if all(check.is_fine for check in checks) else 1


def _add_say(commands: "Commands") -> None:
    say = commands.add_parser("say", help="hear the voices and sounds at this terminal", description=_say.__doc__)
    say.add_argument("text", nargs="?", help="what is said (default: a sentence of the rest screen)")
    say.add_argument("--language", help="the language it is in (default: the sentence in every language, then the sounds)")
    say.add_argument("--config", type=Path, help="the terminal's settings (TOML)")
    say.set_defaults(command=_say)


def _say(options: argparse.Namespace) -> int:
    """Speaks, so that whoever sets a terminal up can plug headphones in and set the volume."""
    from kiosk.speech_trial import speak_trial

    return speak_trial(options.config, options.text, options.language, print)
