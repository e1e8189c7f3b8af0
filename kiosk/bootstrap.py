"""The only place where real parts are chosen and joined.

Kivy reads its settings when it is imported, so whatever imports it is imported here within functions, after `prepare_window`.
"""

import time
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.client.holds_api import HttpHoldsApi
from kiosk.config import CentralConfig, Screen, TerminalConfig
from kiosk.domain.card import CardFormat
from kiosk.domain.profile import Profile
from kiosk.kana_kanji.mozc import MozcConverter
from kiosk.profiles import load_profile
from kiosk.speech.jack import HeadphoneJack, named_device
from kiosk.speech.private_listening import PrivateListening
from kiosk.speech.settings import NO_JACK, SpeechSettings
from kiosk.speech.speaker import Speaker
from kiosk.terminal.ports import Background, CardReader, HandScanner, Headphones, ScannerPort
from kiosk.terminal.presenters import PRESENTERS
from kiosk.terminal.silence import NoHeadphones
from kiosk.terminal.surroundings import Surroundings
from kiosk.terminal.terminal import Terminal
from kiosk.terminal.words import Languages

if TYPE_CHECKING:
    from kiosk.central.importing import ImportReport
    from kiosk.central.settings import CentralSettings
    from kiosk.ui.app import KioskApp


def build_terminal(config: TerminalConfig, background: Background) -> Terminal:
    """A terminal joined to the real service, camera and voice, which the caller closes; the screen subscribes to it."""
    speaker = Speaker(config.speech)
    surroundings = Surroundings(
        api=HttpHoldsApi(config.service_url, config.terminal_key),
        card_reader=lambda card_format: _card_reader(config, card_format),
        hand_scanner=_hand_scanner,
        scanner_ports=lambda card_format: _scanner_ports(config, card_format),
        background=background,
        seconds=time.monotonic,
        pause=time.sleep,
        new_key=lambda: str(uuid.uuid4()),
        languages=_languages,
        first_language=config.language,
        time_limits=config.time_limits,
        converter=MozcConverter(),
        voice=speaker,
        sounds=speaker,
        headphones=_headphones(config.speech, speaker),
    )
    return Terminal(surroundings, PRESENTERS)


def build_app(config: TerminalConfig) -> "KioskApp":
    """The Kivy application of a terminal, its window prepared and not yet shown."""
    from kiosk.ui.window import prepare_window

    screen = config.screen
    prepare_window(screen.width, screen.height, screen.fullscreen)
    from kiosk.ui.app import KioskApp
    from kiosk.ui.background import KivyBackground

    background = KivyBackground()
    terminal = build_terminal(config, background)
    voice = terminal.outside.voice

    def close() -> None:
        terminal.close()
        voice.close()
        background.close()

    return KioskApp(terminal, screen.diagonal_inches, on_close=close)


def _languages(profile: Profile | None) -> Languages:
    return Languages(paths.LANGUAGES, profile.messages if profile is not None else None)


def _card_reader(config: TerminalConfig, card_format: CardFormat) -> CardReader:
    from kiosk.scanner.camera_source import open_camera
    from kiosk.scanner.card_reader import CardReader as CameraCardReader

    return CameraCardReader(config.camera, card_format, open_source=partial(open_camera, settings=config.camera_settings))


def _hand_scanner(card_format: CardFormat) -> HandScanner:
    from kiosk.scanner.hand_scanner import HandScanner as WedgeHandScanner

    return WedgeHandScanner(card_format)


def _scanner_ports(config: TerminalConfig, card_format: CardFormat) -> Sequence[ScannerPort]:
    if not config.hand_scanner:
        return ()
    from kiosk.scanner.scanner_port import PortScanner
    from kiosk.scanner.scanner_ports import open_port

    return [PortScanner(partial(open_port, source), card_format) for source in config.hand_scanner]


def _headphones(settings: SpeechSettings, speaker: Speaker) -> Headphones:
    if not settings.enabled or settings.jack == NO_JACK:
        return NoHeadphones()
    return PrivateListening(HeadphoneJack(partial(named_device, settings.jack)), speaker)


def default_screen(is_portrait: bool, fullscreen: bool) -> Screen:
    """A 23.8-inch screen of 1920x1080, lying or standing."""
    width, height = (1080, 1920) if is_portrait else (1920, 1080)
    return Screen(width, height, fullscreen=fullscreen)


def central_settings(config: CentralConfig) -> "CentralSettings":
    """The service's settings with its profile read."""
    from kiosk.central.settings import CentralSettings

    return CentralSettings(
        database_url=config.database,
        profile=load_profile(config.profile),
        secret_key=config.secret_key,
        staff=config.staff,
        terminals=config.terminals,
        mail=config.mail,
        public_url=config.public_url,
        attempts=config.attempts,
        search=config.search,
    )


def serve_central(config: CentralConfig) -> None:
    """Runs the central service until it is told to stop; an empty database gets the demo library where the settings say so."""
    from kiosk.central.serving import serve

    settings = central_settings(config)
    if config.demo:
        fill_with_demo(settings.database_url, settings.profile)
    serve(settings, config.host, config.port, _utc_now, config.processes)


def migrate_central(config: CentralConfig) -> str:
    """Brings the service's database up to date; gives its revision."""
    from kiosk.central.database import Store
    from kiosk.central.migrating import newest_revision

    store = Store(config.database)
    try:
        store.migrate()
    finally:
        store.close()
    return newest_revision()


def take_bounce(config: CentralConfig, mail: bytes) -> None:
    """Hands a mail that came back to the service's database."""
    from kiosk.central.database import Store
    from kiosk.central.library import Library
    from kiosk.central.returned_mails import take_returned_mail

    library = Library(load_profile(config.profile), _utc_now, sends_mail=config.mail is not None)
    store = Store(config.database)
    try:
        take_returned_mail(store, library, mail)
    finally:
        store.close()


def fill_with_demo(database_url: str, profile: Profile) -> None:
    """Puts the demo library into an empty database."""
    from kiosk.central.database import Store
    from kiosk.central.demo import load_demo
    from kiosk.central.library import Library
    from kiosk.central.passwords import hash_password

    store = Store(database_url)
    store.migrate()
    with store.writing() as session:
        load_demo(session, profile, Library(profile, _utc_now).today(), hash_password)
    store.close()


def import_catalogue(
    database: str, file: Path, map_name: str | None, items_at: str | None, *, derives_readings: bool = True
) -> "ImportReport":
    """Brings a catalogue file into that database (an SQLAlchemy URL); what has no reading gets one, unless told otherwise."""
    from kiosk.central.database import Store
    from kiosk.central.importing import Readings, import_file

    store = Store(database)
    store.migrate()
    today = _utc_now().astimezone().date()
    try:
        return import_file(store.writing_sessions, file, map_name, items_at, today, Readings() if derives_readings else None)
    finally:
        store.close()


def derive_readings(database: str) -> int:
    """Makes readings for the records in that database that lack them; answers how many changed. Raises NoDictionary."""
    from kiosk.central.database import Store
    from kiosk.central.importing import Readings, read_all

    store = Store(database)
    store.migrate()
    try:
        with store.writing_sessions() as session:
            return read_all(session, Readings(), session.commit)
    finally:
        store.close()


def simulate_circulation(profile_name: str, days: int, seed: int, say: Callable[[str], None]) -> int:
    """Plays days of circulation on a demo library of its own, of which nothing is left; 1 when an invariant broke."""
    from kiosk.central.library import Library
    from kiosk.central.simulation import simulate_demo

    profile = load_profile(profile_name)
    report = simulate_demo(profile, Library(profile, _utc_now).today(), days, seed, say)
    for line in report.lines():
        say(line)
    return 1 if report.broken else 0


def _utc_now() -> datetime:
    return datetime.now(UTC)
