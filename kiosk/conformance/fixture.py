"""A fixture file: patrons and titles that a system without the staff routes has in stated situations.

```toml
[search]
word = "..."                 # a word that finds at least three titles

[[patrons]]
case = "good_standing"       # a `PatronCase`
card_number = "..."
password = "..."
birth_date = "1990-04-01"    # this and the next two only where a registration by identity is to be tried
phone = "..."
name_kana = "..."

[[titles]]
case = "offered"             # a `TitleCase`
id = "..."
material = "book"            # book unless said
```

What a clause does to these patrons it undoes: holds are cancelled. Passwords, addresses and loans are left alone.
"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kiosk.conformance.callers import Person
from kiosk.conformance.staging import Desk, PatronCase, TitleCase
from kiosk.conformance.verdict import CannotBeTried
from kiosk.domain.catalogue import Material
from kiosk.domain.errors import KioskError


class InvalidFixture(KioskError):
    """A fixture file that cannot be used; the message names the place and none of what stands there."""


@dataclass(frozen=True, slots=True)
class FixturePatron:
    """A patron of the library's test system."""

    __pydantic_config__ = {"extra": "forbid"}
    case: PatronCase
    card_number: str = field(repr=False)
    password: str = field(repr=False)
    birth_date: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    name_kana: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class FixtureTitle:
    """A title of the library's test system."""

    __pydantic_config__ = {"extra": "forbid"}
    case: TitleCase
    id: str
    material: Material = Material.BOOK


@dataclass(frozen=True, slots=True)
class FixtureSearch:
    """A search that finds something."""

    __pydantic_config__ = {"extra": "forbid"}
    word: str = ""


@dataclass(frozen=True, slots=True)
class Fixture:
    """What the file says."""

    __pydantic_config__ = {"extra": "forbid"}
    patrons: tuple[FixturePatron, ...] = ()
    titles: tuple[FixtureTitle, ...] = ()
    search: FixtureSearch = FixtureSearch()


def load_fixture(path: Path) -> Fixture:
    """Reads the file. Raises InvalidFixture."""
    try:
        with path.open("rb") as file:
            return TypeAdapter(Fixture).validate_python(tomllib.load(file))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise InvalidFixture(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InvalidFixture(f"{path}: {error}") from None


class FixtureStage:
    """Hands out what the file names, each once in a clause."""

    def __init__(self, fixture: Fixture) -> None:
        self._fixture = fixture
        self._given: set[object] = set()

    def patron(self, case: PatronCase = PatronCase.GOOD_STANDING) -> Person:
        """The next patron in that case. Raises CannotBeTried."""
        for one in self._fixture.patrons:
            if one.case is case and one.card_number not in self._given:
                self._given.add(one.card_number)
                return Person(one.card_number, one.password, one.birth_date, one.phone, one.name_kana)
        raise CannotBeTried(f"the fixture names no further patron with case = {case}")

    def fresh_patron(self) -> Person:
        """Raises CannotBeTried: nobody's record is spoilt."""
        raise CannotBeTried("it changes a patron's record, for which the suite needs patrons of its own (--staff-key)")

    def title(self, case: TitleCase = TitleCase.OFFERED, material: Material | None = None) -> str:
        """The next title in that case. Raises CannotBeTried."""
        for one in self._fixture.titles:
            is_of_material = material is None or one.material is material or case is TitleCase.OTHER_MATERIAL
            if one.case is case and is_of_material and one.id not in self._given:
                self._given.add(one.id)
                return one.id
        of_material = f" and material = {material}" if material else ""
        raise CannotBeTried(f"the fixture names no further title with case = {case}{of_material}")

    def loan(self, person: Person, material: Material | None = None) -> str:
        """Raises CannotBeTried: a fixture lends nothing."""
        raise CannotBeTried("it needs a desk that lends (--staff-key)")

    def search_word(self) -> str:
        """The word of the file. Raises CannotBeTried."""
        if not self._fixture.search.word:
            raise CannotBeTried("the fixture names no word to search for")
        return self._fixture.search.word

    def desk(self) -> Desk:
        """Raises CannotBeTried: a fixture has no desk."""
        raise CannotBeTried("it needs a circulation desk (--staff-key)")

    def end_clause(self) -> None:
        """Give everybody and everything back."""
        self._given.clear()

    def clear(self) -> int:
        """Nothing was brought in."""
        return 0
