"""Puts kana over the kanji of a catalogued title, where its reading says which belong to which."""

from kiosk.domain.furigana import Ruby, furigana
from kiosk.terminal.annotated import from_runs

LONGEST_RUN = 8
"""More characters than these under one stretch of kana help nobody."""


def kana_over(title: str, reading: str) -> str:
    """The title with kana `annotated`; as it is where nobody can say which of them belong to which kanji."""
    runs = furigana(title, reading)
    return title if _is_too_long(runs) else from_runs(runs)


def whole_reading(title: str, reading: str) -> str:
    """The reading to stand beside a title that cannot have it over its kanji; else empty."""
    runs = furigana(title, reading)
    return "".join(run.reading or run.text for run in runs) if _is_too_long(runs) else ""


def _is_too_long(runs: tuple[Ruby, ...]) -> bool:
    return any(run.reading and len(run.text) > LONGEST_RUN for run in runs)
