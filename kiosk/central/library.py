"""The library as every service sees it: its profile and the time on its own clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.domain.profile import Profile

Clock = Callable[[], datetime]
"""Gives the present time, aware."""


@dataclass(frozen=True, slots=True)
class Library:
    """One library. Days and times are local to it (`Profile.time_zone`). `sends_mail`: the service has a mail server."""

    profile: Profile
    clock: Clock
    sends_mail: bool = False

    @property
    def offers_copy(self) -> bool:
        """Whether a patron can have the content of a request by mail: the library offers it, and it would be sent (KT-07)."""
        return self.profile.holds.offers_copy and self.sends_mail

    def now(self) -> datetime:
        """The present time, aware, in the library's zone."""
        return self.local(self.clock())

    def today(self) -> date:
        """The present day at the library."""
        return self.now().date()

    def local(self, moment: datetime) -> datetime:
        """That moment in the library's zone."""
        return moment.astimezone(ZoneInfo(self.profile.time_zone))
