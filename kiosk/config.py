"""Settings of both programs, read from TOML and checked at start; an error names the file and the key."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from kiosk.central.mail.smtp import MailSettings
from kiosk.central.settings import AttemptLimits, SearchSettings, StaffSettings, TerminalSettings
from kiosk.domain.errors import KioskError
from kiosk.domain.profile import TimeLimits
from kiosk.scanner.camera_settings import CameraSettings
from kiosk.scanner.hand_scanner_source import HidPosSource, SerialSource, hand_scanner_source
from kiosk.speech.settings import SpeechSettings

T = TypeVar("T")
_STRICT: dict[str, Any] = {"extra": "forbid"}


class InvalidSettings(KioskError):
    """A settings file that cannot be used; the message names the file, the key and what is wrong."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The screen: sizes in pixels, 0 as it is; the diagonal in inches gives the real size of everything drawn."""

    __pydantic_config__ = _STRICT
    width: int = 0
    height: int = 0
    diagonal_inches: float = 23.8
    fullscreen: bool = True


def _hand_scanner_sources(written: Any) -> Any:
    """One text or several; anything else is pydantic's to refuse."""
    texts = [written] if isinstance(written, str) else written
    is_texts = isinstance(texts, list) and all(isinstance(text, str) for text in texts)
    return tuple(hand_scanner_source(text) for text in texts) if is_texts else written


@dataclass(frozen=True, slots=True)
class TerminalConfig:
    """A terminal on a floor. `camera` is `auto`, a device path or index, a video file or a picture sequence (`a_%03d.png`)."""

    __pydantic_config__ = _STRICT
    service_url: str
    terminal_key: str = field(repr=False)
    camera: str = "auto"
    camera_settings: CameraSettings = field(default_factory=CameraSettings)
    hand_scanner: Annotated[tuple[SerialSource | HidPosSource, ...], BeforeValidator(_hand_scanner_sources)] = ()
    """Hand scanners with ports of their own, one text or several (see `hand_scanner_source`); one that types needs none."""
    language: str = "ja"
    screen: Screen = field(default_factory=Screen)
    speech: SpeechSettings = field(default_factory=SpeechSettings)
    time_limits: TimeLimits | None = None
    """Idle time other than the profile's."""


@dataclass(frozen=True, slots=True)
class CentralConfig:
    """The central service. `database` is an SQLAlchemy URL; `demo` fills an empty database with the demo library.

    `processes` serve the port together; more than one needs PostgreSQL. The rest is `CentralSettings`'.
    """

    __pydantic_config__ = _STRICT
    database: str = field(repr=False)
    profile: str
    secret_key: str = field(repr=False)
    staff: tuple[StaffSettings, ...]
    terminals: tuple[TerminalSettings, ...]
    mail: MailSettings | None = None
    public_url: str = ""
    attempts: AttemptLimits = field(default_factory=AttemptLimits)
    search: SearchSettings = field(default_factory=SearchSettings)
    host: str = "127.0.0.1"
    port: int = 8801
    processes: int = 1
    demo: bool = False


def load_terminal_config(file: Path) -> TerminalConfig:
    """The terminal's settings in that file. Raises InvalidSettings."""
    return _load(TerminalConfig, file)


def load_central_config(file: Path) -> CentralConfig:
    """The service's settings in that file. Raises InvalidSettings."""
    return _load(CentralConfig, file)


def _load(kind: type[T], file: Path) -> T:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        settings: T = TypeAdapter(kind).validate_python(table)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InvalidSettings(f"{file}: {error}") from error
    except ValidationError as error:
        lines = [f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in error.errors()]
        raise InvalidSettings(f"{file}: " + "; ".join(lines)) from None
    return settings
