"""International Standard Book Numbers (ISO 2108): their check digits and their two forms; where they stand is the caller's."""

from typing import Final

_BOOKLAND: Final = "978"
"""The prefix of the numbers that also have a form of ten digits; 979 has none."""


def isbn_forms(isbn: str) -> tuple[str, ...]:
    """An ISBN without hyphens in its forms of 13 and 10 digits; the one given alone where it has no other form."""
    digits = _digits(isbn)
    if len(digits) == 10 and digits[:9].isdigit():
        core = _BOOKLAND + digits[:9]
        return (core + _check_13(core), digits)
    if len(digits) == 13 and digits.startswith(_BOOKLAND) and digits.isdigit():
        core = digits[3:12]
        return (digits, core + _check_10(core))
    return (digits,) if digits else ()


def is_isbn(written: str) -> bool:
    """Whether this is an ISBN of 13 or 10 digits, hyphens and blanks aside, with the right check digit."""
    digits = _digits(written)
    if len(digits) == 13 and digits.isdigit() and digits.startswith((_BOOKLAND, "979")):
        return digits[12] == _check_13(digits[:12])
    return len(digits) == 10 and digits[:9].isdigit() and digits[9] == _check_10(digits[:9])


def _digits(written: str) -> str:
    return "".join(ch for ch in written.upper() if ch in "0123456789X")


def _check_13(core: str) -> str:
    return str(-sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(core)) % 10)


def _check_10(core: str) -> str:
    return "0123456789X"[-sum(int(digit) * (10 - place) for place, digit in enumerate(core)) % 11]
