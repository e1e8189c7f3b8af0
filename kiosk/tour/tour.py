"""Sets the stage of the tour: a fresh service with the demo library, a video of the patron's card, the window; and plays it."""

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.bootstrap import build_app, default_screen
from kiosk.central.demo import demo_patrons
from kiosk.central.demo_files import demo_files
from kiosk.client.desk import HttpDesk
from kiosk.client.holds_api import HttpHoldsApi
from kiosk.config import TerminalConfig
from kiosk.domain.errors import KioskError
from kiosk.domain.profile import Profile, TimeLimits
from kiosk.domain.text import fold
from kiosk.embedded import EmbeddedService
from kiosk.profiles import load_profile
from kiosk.scanner.sample_cards import card_video
from kiosk.speech.settings import SILENT

if TYPE_CHECKING:
    from kiosk.tour.player import Props

IDLE = TimeLimits(idle_seconds=25, idle_logged_in_seconds=6, countdown_seconds=4)
"""Shorter than any library's, so that the tour sees the end of idle time."""


def play_tour(folder: Path, profile_name: str, is_portrait: bool, language: str) -> int:
    """Plays the tour and writes its pictures and `tour.json` into `folder`; 0 when every step came as it must."""
    profile = load_profile(profile_name)
    _make_empty(folder)
    with tempfile.TemporaryDirectory(prefix="kiosk-tour-") as scratch:
        video = Path(scratch) / "card.avi"
        patron = next(each for each in demo_patrons(profile) if each.key == demo_files().tour.patron)
        card_video(video, patron.card_number, profile.card, seconds=12.0)
        with EmbeddedService(Path(scratch) / "service", profile_name) as service:
            screen = default_screen(is_portrait, fullscreen=False)
            config = TerminalConfig(
                service.url,
                service.terminal_key,
                f"{video}?loop",
                language=language,
                screen=screen,
                speech=SILENT,
                time_limits=IDLE,
            )
            return _play(config, service, profile, folder)


def _props(profile: Profile, api: HttpHoldsApi) -> "Props":
    """What the script plays with, looked up in the demo library that is running."""
    from kiosk.tour.player import Props

    points = demo_files().tour
    volumes = [api.title(title_id) for title_id in points.series]
    return Props(
        patron=next(each for each in demo_patrons(profile) if each.key == points.patron),
        series_words=_words(volumes[0].title.reading),
        series=points.series,
        series_items=tuple(volume.items[0].item_id for volume in volumes),
        single_words=_words(api.title(points.single).title.reading),
        single=points.single,
        quick_series_words=_words(api.title(points.quick_series[0]).title.reading),
        quick_series=points.quick_series,
        quick_single_words=_words(api.title(points.quick_single).title.reading),
        quick_single=points.quick_single,
    )


def _words(reading: str) -> str:
    """The beginning of a reading's first word. Folded, it has no small kana and no long-vowel mark to be keyed."""
    return fold(reading).partition(" ")[0][:6]


def _make_empty(folder: Path) -> None:
    """Makes the folder, and takes an earlier tour's pictures out of it."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in [*folder.glob("[0-9][0-9]-*.png"), folder / "tour.json", folder / "stopped-here.png"]:
        old.unlink(missing_ok=True)


def _play(config: TerminalConfig, service: EmbeddedService, profile: Profile, folder: Path) -> int:
    app = build_app(config)
    from kiosk.tour.player import Player
    from kiosk.tour.recorder import Recorder
    from kiosk.tour.touches import CountedFinger
    from kiosk.tour.visit import TourVisit

    finger = CountedFinger(app)
    recorder = Recorder(finger, app.terminal, folder)
    finger.open()
    try:
        props = _props(profile, HttpHoldsApi(service.url, service.terminal_key))
        TourVisit(Player(finger, app.terminal, recorder, HttpDesk(service.url, service.staff_key), props)).play()
    except KioskError as error:
        finger.picture(folder / "stopped-here.png")
        print(f"the tour stopped after step {len(recorder.steps)}: {error}", file=sys.stderr)  # noqa: T201  # a command's answer
        return 1
    finally:
        recorder.write(profile.id, f"{config.screen.width}x{config.screen.height}")
        finger.close()
    print(f"{len(recorder.steps)} pictures and tour.json in {folder}")  # noqa: T201  # a command's answer
    for count in recorder.touches.counts:
        told = f"from a found title to its hold, {count.way}: {count.touches} touches (at most {count.most})"
        print(told)  # noqa: T201  # a command's answer
    return 0
