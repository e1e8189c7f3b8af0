"""What the central service is started with; reading it from files is `kiosk.config`'s work."""

from dataclasses import dataclass, field

from kiosk.domain.profile import Profile


@dataclass(frozen=True, slots=True)
class TerminalSettings:
    """A terminal on a floor: its id, the code of the branch it stands in, and its key."""

    id: str
    branch: str
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AttemptLimits:
    """How many failed logins and identities are borne within the window, for one card and for one terminal."""

    per_card: int = 5
    per_terminal: int = 30
    window_seconds: int = 600


@dataclass(frozen=True, slots=True)
class CentralSettings:
    """The service's settings. `database_url` is SQLAlchemy's; `staff_key` is what a circulation desk presents.

    Raises ValueError for keys that would let in whoever sends none, or that two share, and for a branch nobody knows.
    """

    database_url: str = field(repr=False)
    profile: Profile
    staff_key: str = field(repr=False)
    terminals: tuple[TerminalSettings, ...]
    attempts: AttemptLimits = field(default_factory=AttemptLimits)
    session_seconds: int = 1200
    grant_seconds: int = 600

    def __post_init__(self) -> None:
        keys = [self.staff_key, *(terminal.key for terminal in self.terminals)]
        if not all(keys) or len(set(keys)) < len(keys):
            raise ValueError("every terminal and the staff need a key of their own")
        unknown = [terminal.id for terminal in self.terminals if self.profile.branch(terminal.branch) is None]
        if unknown:
            raise ValueError(f"terminals in a branch the profile does not have: {', '.join(unknown)}")
