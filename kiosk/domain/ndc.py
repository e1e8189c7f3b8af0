"""The upper two levels of the Nippon Decimal Classification, 10th edition, as codes; their names are in the language files."""

MAIN_CLASSES = tuple("0123456789")
"""類, the first figure of a class number."""


def divisions(main_class: str) -> tuple[str, ...]:
    """綱, the ten divisions of a main class, each the first two figures of a class number."""
    return tuple(f"{main_class}{figure}" for figure in "0123456789")
