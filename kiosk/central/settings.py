"""What the central service is started with; reading it from files is `kiosk.config`'s work."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from zoneinfo import available_timezones

from kiosk.central.mail.smtp import MailSettings
from kiosk.central.search.groonga.server import GroongaServer
from kiosk.domain.profile import EmailConfirmation, Profile

_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class TerminalSettings:
    """A terminal on a floor: its id, the code of the branch it stands in, and its key."""

    __pydantic_config__ = _STRICT
    id: str
    branch: str
    key: str = field(repr=False)


class StaffScope(StrEnum):
    """What a staff key opens. None of them opens what is the patron's alone."""

    CIRCULATION = "circulation"  # check-outs, returns, pick lists, holds
    PATRONS = "patrons"  # patron records, temporary passwords
    CATALOGUE = "catalogue"  # titles and items
    NOTICES = "notices"  # the worklist of who is to be told, bounces


@dataclass(frozen=True, slots=True)
class StaffSettings:
    """A system of the staff's side: its id, its key, and what the key opens (everything unless said)."""

    __pydantic_config__ = _STRICT
    id: str
    key: str = field(repr=False)
    scopes: tuple[StaffScope, ...] = tuple(StaffScope)


@dataclass(frozen=True, slots=True)
class AttemptLimits:
    """How many failed logins and identities are borne, for one card and for one terminal. Raises ValueError below 1."""

    __pydantic_config__ = _STRICT
    per_card: int = 5
    per_terminal: int = 30
    window_seconds: int = 600
    per_card_a_day: int = 20

    def __post_init__(self) -> None:
        if min(self.per_card, self.per_terminal, self.window_seconds, self.per_card_a_day) < 1:
            raise ValueError("every limit of attempts, and their window, must be at least 1")


class SearchEngine(StrEnum):
    """What finds titles."""

    ARRAYS = "arrays"  # within the service
    GROONGA = "groonga"  # Groonga servers


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """The catalogue's index. Each of `groonga_urls` (`http://host:port`) holds all of it; where one is down the next answers.

    `index_file` is where the arrays are kept; empty, it is beside a database that is a file, and nowhere beside another.
    Raises ValueError where the addresses of the servers are missing, or are none.
    """

    __pydantic_config__ = _STRICT
    engine: SearchEngine = SearchEngine.ARRAYS
    groonga_urls: tuple[str, ...] = ()
    index_file: str = ""

    def __post_init__(self) -> None:
        if (self.engine is SearchEngine.GROONGA) != bool(self.groonga_urls):
            raise ValueError("groonga_urls: the engine groonga needs the address of a server, and no other engine has one")
        for url in self.groonga_urls:
            GroongaServer(url)


@dataclass(frozen=True, slots=True)
class CentralSettings:
    """The service's settings. `database_url` is SQLAlchemy's.

    `secret_key` seals what is the patrons' alone and signs links; without it neither can be opened again. `public_url` is where
    patrons' browsers reach the service, for the links in mails. Without `mail` none is sent, and staff have everything to tell.
    Raises ValueError for keys that would let in whoever sends none, or that two share, for a branch or a time zone nobody
    knows, for sessions of no length, and for a registration that a card number alone would open.
    """

    database_url: str = field(repr=False)
    profile: Profile
    secret_key: str = field(repr=False)
    staff: tuple[StaffSettings, ...]
    terminals: tuple[TerminalSettings, ...]
    mail: MailSettings | None = None
    public_url: str = ""
    attempts: AttemptLimits = field(default_factory=AttemptLimits)
    search: SearchSettings = field(default_factory=SearchSettings)
    session_seconds: int = 1200
    grant_seconds: int = 600

    def __post_init__(self) -> None:
        keys = [self.secret_key, *(each.key for each in self.staff), *(each.key for each in self.terminals)]
        if not all(keys) or len(set(keys)) < len(keys):
            raise ValueError("every terminal, every staff system and the service need a key of their own")
        rules = self.profile
        needs_links = rules.emails.confirmation is EmailConfirmation.LINK or rules.registration.is_confirmed_by_mail
        if self.mail is not None and needs_links and not self.public_url:
            raise ValueError("public_url: this profile settles changes by links in mails, which must lead somewhere")
        unknown = [terminal.id for terminal in self.terminals if self.profile.branch(terminal.branch) is None]
        if unknown:
            raise ValueError(f"terminals in a branch the profile does not have: {', '.join(unknown)}")
        if self.profile.time_zone not in available_timezones():
            raise ValueError(f"the profile's time zone is unknown: {self.profile.time_zone}")
        if min(self.session_seconds, self.grant_seconds) < 1:
            raise ValueError("sessions and grants must last at least a second")
        registration = self.profile.registration
        if registration.is_self_service and not registration.identity:
            raise ValueError("the profile's registration asks for no proof of identity")
