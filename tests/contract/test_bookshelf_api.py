"""What the terminal may rely on of a bookshelf: one suite for the fake of its tests and for the real client and service."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from central_world import PASSWORD, Desk, World, terminal_key
from fake_holds_api import FakeHoldsApi

from kiosk.client.holds_api import HttpHoldsApi
from kiosk.domain.bookshelf import GoalRequest, HistoryConsent
from kiosk.domain.errors import Refused, SessionEnded
from kiosk.domain.requests import Credentials, PatronSession
from kiosk.profiles import load_profile
from kiosk.terminal.ports import HoldsApi

NOVEMBER = GoalRequest(2, date(2026, 11, 1), date(2026, 11, 30))


@dataclass
class Place:
    """A library that can be filled, the API of a terminal, and the desk that lends."""

    library: Any
    api: HoldsApi
    check_out: Callable[[Any, str], object]

    def log_in(self, patron: Any = None) -> PatronSession:
        """A session of a patron, a new one unless told."""
        return self.api.open_session(Credentials((patron or self.library.add_patron()).card, PASSWORD))


@pytest.fixture(params=["fake", "real"])
def open_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Place]]:
    """Opens a library by the name of its profile; which of the two it is, the test does not know."""
    with ExitStack() as until_the_end:

        def fake(profile: str) -> Place:
            api = FakeHoldsApi(load_profile(profile))
            return Place(api.library, api, api.check_out)

        def real(profile: str) -> Place:
            world = World(f"sqlite:///{tmp_path}/central.sqlite", load_profile(profile))
            url = until_the_end.enter_context(world.serve())
            api = HttpHoldsApi(url, terminal_key(f"{world.home}-1"))
            return Place(world, api, lambda patron, title: Desk(url).lend(patron, world.item_of(title)))

        yield fake if request.param == "fake" else real


@pytest.fixture
def place(open_place: Callable[[str], Place]) -> Place:
    """Okegawa, which offers everything."""
    return open_place("okegawa")


def refusal(call: Callable[[], object]) -> str:
    """The code of the refusal with which the call must end."""
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.code


@pytest.mark.rule("OK-17", "KK-20")
@pytest.mark.parametrize("library", ["okegawa", "kitakyushu"])
def test_titles_are_kept_once_newest_first_and_taken_out(open_place, library):
    place = open_place(library)
    session = place.log_in()
    first, second = place.library.add_title("一"), place.library.add_title("二")
    for title in (first, second, first):
        place.api.keep_title(session, title)
    shelf = place.api.bookshelf(session)
    assert [entry.title.title_id for entry in shelf.entries] == [second, first]
    assert (shelf.entries[0].kept_on, shelf.entries[0].title.hold.allowed) == (date(2026, 11, 24), True)
    for _ in range(2):
        place.api.remove_title(session, second)
    assert [entry.title.title_id for entry in place.api.bookshelf(session).entries] == [first]
    assert refusal(lambda: place.api.keep_title(session, "nothing")) == "not_found"


@pytest.mark.rule("OK-18")
def test_the_history_begins_with_the_consent_and_ends_with_it(place):
    reader = place.library.add_patron()
    session = place.log_in(reader)
    titles = [place.library.add_title(f"本{n}", on_loan=False) for n in range(4)]
    place.check_out(reader, titles[0])
    assert not place.api.history(session).is_consented
    assert place.api.set_history_consent(session, HistoryConsent(True)).entries == ()
    for title in titles[1:]:
        place.check_out(reader, title)
    entries = place.api.history(session).entries
    assert [(entry.title_id, entry.lent_on) for entry in entries] == [(title, date(2026, 11, 24)) for title in titles[:0:-1]]
    place.api.delete_history_entry(session, entries[1].entry_id)
    assert refusal(lambda: place.api.delete_history_entry(session, entries[1].entry_id)) == "not_found"
    assert [entry.title_id for entry in place.api.history(session).entries] == [titles[3], titles[1]]
    place.api.clear_history(session)
    assert (place.api.history(session).is_consented, place.api.history(session).entries) == (True, ())
    assert not place.api.set_history_consent(session, HistoryConsent(False)).is_consented


@pytest.mark.rule("OK-19")
def test_a_goal_is_measured_by_the_history_and_goes_with_the_consent(place):
    reader = place.library.add_patron()
    session = place.log_in(reader)
    assert refusal(lambda: place.api.reading_goal(session)) == "history_consent_needed"
    assert refusal(lambda: place.api.set_reading_goal(session, NOVEMBER)) == "history_consent_needed"
    place.api.set_history_consent(session, HistoryConsent(True))
    assert place.api.reading_goal(session) is None
    assert refusal(lambda: place.api.set_reading_goal(session, GoalRequest(0, date.min, date.max))) == "reading_goal_invalid"
    assert place.api.set_reading_goal(session, NOVEMBER).borrowed == 0
    place.check_out(reader, place.library.add_title(on_loan=False))
    told = place.api.reading_goal(session)
    assert told is not None
    assert (told.titles, told.from_on, told.until_on, told.borrowed) == (2, NOVEMBER.from_on, NOVEMBER.until_on, 1)
    place.api.delete_reading_goal(session)
    assert place.api.reading_goal(session) is None
    place.api.set_reading_goal(session, NOVEMBER)
    for is_given in (False, True):
        place.api.set_history_consent(session, HistoryConsent(is_given))
    assert place.api.reading_goal(session) is None


def test_what_is_not_offered_is_refused_by_its_own_code_and_a_closed_session_opens_nothing(open_place):
    place = open_place("kitakyushu")
    session = place.log_in()
    assert refusal(lambda: place.api.history(session)) == "history_not_offered"
    place.api.close_session(session)
    with pytest.raises(SessionEnded):
        place.api.bookshelf(session)


def test_a_library_without_a_bookshelf_says_so(open_place):
    place = open_place("kumamoto")
    session = place.log_in()
    assert refusal(lambda: place.api.bookshelf(session)) == "bookshelf_not_offered"
