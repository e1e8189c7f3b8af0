"""What `kiosk doctor` finds out about a machine, one check at a time; who looks is elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and what to do about it when it is not fine (`remedy` is empty when it is)."""

    name: str
    is_fine: bool
    found: str
    remedy: str = ""
