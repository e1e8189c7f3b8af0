"""Reads library profiles from TOML and checks them; an error names the file and the key."""

import tomllib
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kiosk import paths
from kiosk.domain.errors import InvalidProfile
from kiosk.domain.profile import Profile

_PROFILE = TypeAdapter(Profile)


def load_profile(name_or_file: str | Path) -> Profile:
    """The profile of that name in `assets/profiles`, or in the file given.

    Raises InvalidProfile when the file is missing, is not TOML, or a key is unknown, missing or wrong.
    """
    file = Path(name_or_file)
    if file.suffix != ".toml":
        file = paths.PROFILES / f"{name_or_file}.toml"
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        known = ", ".join(sorted(found.stem for found in paths.PROFILES.glob("*.toml")))
        raise InvalidProfile(f"{file}: no such profile (there are: {known})") from error
    except tomllib.TOMLDecodeError as error:
        raise InvalidProfile(f"{file}: {error}") from error
    try:
        profile = _PROFILE.validate_python(table)
    except ValidationError as error:
        lines = [f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in error.errors()]
        raise InvalidProfile(f"{file}: " + "; ".join(lines)) from error
    return profile
