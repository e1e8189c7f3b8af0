"""What can be chosen to see, hear and reach the terminal by: rows of choices in the patron's language; leaves drawing."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.terminal.comfort import Comfort, TextSize

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ComfortChoice:
    """One way it can be; `comfort` are the settings with it."""

    name: str
    text: str
    is_chosen: bool
    comfort: Comfort


@dataclass(frozen=True, slots=True)
class ComfortRow:
    """One thing that can be chosen, with its ways side by side."""

    label: str
    icon: str
    choices: tuple[ComfortChoice, ...]


_SWITCHES = (
    ("is_high_contrast", "contrast", False, True),
    ("is_low", "arrow-bar-to-down", False, True),
    ("is_unhurried", "clock", False, True),
    ("is_spoken", "headphones", False, True),
    ("speaks_passwords", "ear", False, True),
    ("has_sounds", "volume", True, False),
    ("has_motion", "run", True, False),
)
"""Each with its sign, and its two values, the usual one first."""


def comfort_rows(say: Say, comfort: Comfort, is_standing: bool, can_speak: bool) -> tuple[ComfortRow, ...]:
    """The rows for these settings. `is_standing`: the screen has a lower part; `can_speak`: there is a voice."""
    rows = [ComfortRow(say("comfort-text_size"), "text-size", _sizes(say, comfort))]
    for name, icon, usual, other in _SWITCHES:
        if name == "is_low" and not is_standing:
            continue
        if (name == "is_spoken" and not can_speak) or (name == "speaks_passwords" and not comfort.is_spoken):
            continue
        rows.append(ComfortRow(say(f"comfort-{name}"), icon, _ways(say, comfort, name, usual, other)))
    return tuple(rows)


def _sizes(say: Say, comfort: Comfort) -> tuple[ComfortChoice, ...]:
    return tuple(
        ComfortChoice(
            f"comfort-{size}", say(f"comfort-text_size-{size}"), comfort.text_size is size, replace(comfort, text_size=size)
        )
        for size in TextSize
    )


def _ways(say: Say, comfort: Comfort, name: str, usual: bool, other: bool) -> tuple[ComfortChoice, ...]:
    def way(kind: str, value: bool) -> ComfortChoice:
        changes = {name: value} if name != "is_spoken" or value else {name: value, "speaks_passwords": False}
        chosen = getattr(comfort, name) is value
        return ComfortChoice(f"comfort-{name}-{kind}", say(f"comfort-{name}-{kind}"), chosen, replace(comfort, **changes))

    return way("usual", usual), way("other", other)
