"""Titles for tests that need no library behind them."""

from kiosk.domain.catalogue import Availability, AvailabilityKind, Material, Title
from kiosk.domain.reasons import Decision


def a_title(title_id: str, name: str = "", volume: str = "") -> Title:
    """A lent book that can be held."""
    return Title(
        title_id=title_id,
        title=name or f"本{title_id}",
        reading="",
        volume=volume,
        creators="",
        publisher="",
        published="",
        material=Material.BOOK,
        ndc="",
        isbn="",
        series_id="",
        availability=Availability(AvailabilityKind.ON_LOAN, 1, 0, 0),
        hold=Decision.of(),
    )
