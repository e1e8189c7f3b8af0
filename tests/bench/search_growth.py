"""Grows a catalogue of any size from real records, the way real catalogues grow; keeping and indexing it is left to others.

`HOW` tells in words what is done; everything follows from the seed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from kiosk.central.catalogue_record import ItemRecord
from kiosk.domain.catalogue import ItemState, LoanClass, Material
from kiosk.domain.staff import CatalogueRecord

HOW = """\
Records beyond the real ones: about 3 in 10 are editions of a work already there (half drawn evenly, half by how many editions
it has), 3 in 10 volumes of a series (2 to 100 of them, few long ones), 4 in 10 new works. A new title is the head of one real
title and the tail of another, cut at a particle or a colon, readings cut alike, at times with a third as its subtitle, so that
pairs of characters come together anew and lists grow with the catalogue. A new work is by somebody already there in 4 of 5
cases, drawn by how much they have written (a Yule process: few with thousands, most with one); else by a new name of one real
family name and one real given name. Publishers are drawn by how much they publish, years lean to the present, ISBNs are valid
and never twice, copies are 1 to 8 in the branches with shelf marks by class and author."""

_PARTICLES = "のとをにでが"
_STYLES: tuple[str, ...] = ("{}", "第{}巻", "{}巻", "vol. {}", "その{}", "第{}集")
_FEW = {2: ("上", "下"), 3: ("上", "中", "下")}
_LENGTHS = (2, 2, 2, 2, 3, 3, 3, 4, 5, 5, 6, 8, 10, 12, 16, 20, 30, 50, 100)
_PUBLISHING = ("出版", "書房", "社", "書店", "出版社", "文庫", "堂")
_NOTES = ("別タイトル: {}", "底本: {}", "参考文献あり", "内容: {}", "{}の続編")
_PEOPLE_A_NEW_WORK, _NEW_PERSON, _NEW_PUBLISHER = 0.85, 0.2, 0.01
_LENT_THIS_MONTH = 0.12
_FIRST_YEAR, _LAST_YEAR, _FIRST_ISBN_YEAR = 1945, 2026, 1981


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Grown:
    """A title with its copies and how often it was lent this month."""

    record: CatalogueRecord
    items: tuple[ItemRecord, ...]
    loans: int


class Growth:
    """Real records first, then those grown from them, up to a count; `branches` are the codes of the branches."""

    def __init__(self, real: Sequence[CatalogueRecord], branches: Sequence[str], seed: int) -> None:
        self._random = Random(seed)
        self._real = self._random.sample(list(real), len(real))
        self._branches = branches
        self._isbns = {"".join(ch for ch in each.isbn if ch.isalnum())[-13:] for each in real if each.isbn}
        self._next_isbn = self._random.randrange(10**8)
        self._works = list(self._real)
        self._owners = list(range(len(real)))
        self._people = [name for each in real for name in _people(each)]
        self._given = [
            each for each in self._people if " " in each.text and each.text.count(" ") == each.reading.count(" ") == 1
        ]
        self._publishers = [each.publisher for each in real if each.publisher]
        self._classes = [each.ndc for each in real if each.ndc]
        self._heads, self._tails = _cut(real)
        self._numbers = iter(range(10**9))

    def records(self, count: int) -> Iterator[Grown]:
        """That many titles, or all real ones when there are more."""
        for number, record in enumerate(self._grown(count)):
            yield self._shelved(number, record)

    def _grown(self, count: int) -> Iterator[CatalogueRecord]:
        yield from self._real[:count]
        left = count - len(self._real)
        while left > 0:
            kind = self._random.random()
            if kind < 0.3:
                yield self._edition()
                left -= 1
            elif kind < 0.34:
                for volume in self._series(min(left, self._random.choice(_LENGTHS))):
                    yield volume
                    left -= 1
            else:
                yield self._work()
                left -= 1

    def _pick(self) -> int:
        if self._random.random() < 0.5:
            return self._random.randrange(len(self._works))
        return self._random.choice(self._owners)

    def _edition(self) -> CatalogueRecord:
        """Another edition: other year, publisher and ISBN."""
        place = self._pick()
        self._owners.append(place)
        return self._published(replace(self._works[place], id=self._id(), note=self._note(), series_id="", volume_order=0))

    def _series(self, length: int) -> Iterator[CatalogueRecord]:
        """The volumes of a work, from one publisher, over the years."""
        work = self._works[self._pick()]
        first = self._published(replace(work, id=self._id(), note=self._note()))
        style, year = self._random.choice(_STYLES), first.issued_on.year if first.issued_on else _LAST_YEAR
        numbers = _FEW.get(length) if self._random.random() < 0.6 else None
        for order in range(1, length + 1):
            this = min(year + order // 3, _LAST_YEAR)
            volume = numbers[order - 1] if numbers else style.format(order)
            yield replace(
                first,
                id=first.id if order == 1 else self._id(),
                volume=volume,
                volume_order=order,
                series_id=f"grown-{first.id}",
                issued_on=date(this, 1 + order % 12, 1),
                published=f"{this}.{1 + order % 12}",
                isbn=self._isbn(this) if first.isbn else "",
            )

    def _work(self) -> CatalogueRecord:
        """A title nobody has seen, by somebody."""
        head, tail = self._random.choice(self._heads), self._random.choice(self._tails)
        parent = self._real[self._random.randrange(len(self._real))]
        title, reading = head.text + tail.text, head.reading + tail.reading if head.reading and tail.reading else ""
        if self._random.random() < 0.15:
            title += f" : {parent.title}"
            reading = f"{reading} : {parent.reading}" if reading and parent.reading else ""
        people = self._creators()
        work = CatalogueRecord(
            id=self._id(),
            title=title,
            reading=reading,
            creators="、".join(each.text for each in people),
            creators_reading="、".join(each.reading for each in people if each.reading),
            material=parent.material,
            ndc=parent.ndc or (self._random.choice(self._classes) if self._random.random() < 0.6 else ""),
            subjects=parent.subjects,
            note=self._note(),
        )
        self._owners.append(len(self._works))
        self._works.append(work)
        return self._published(work)

    def _creators(self) -> list[_Name]:
        if self._random.random() > _PEOPLE_A_NEW_WORK:
            return []
        people = [self._person() for _ in range(self._random.choice((1, 1, 1, 1, 2, 2, 3)))]
        self._people += people
        return people

    def _person(self) -> _Name:
        if not self._given or self._random.random() > _NEW_PERSON:
            return self._random.choice(self._people) if self._people else _Name("佚名")
        family, given = self._random.choice(self._given), self._random.choice(self._given)
        return _Name(
            f"{family.text.split(' ')[0]} {given.text.split(' ')[1]}",
            f"{family.reading.split(' ')[0]} {given.reading.split(' ')[1]}",
        )

    def _published(self, record: CatalogueRecord) -> CatalogueRecord:
        year = _LAST_YEAR - int((_LAST_YEAR - _FIRST_YEAR) * self._random.random() ** 1.6)
        month = self._random.randint(1, 12)
        is_book = record.material in (Material.BOOK, Material.PICTURE_BOOK)
        return replace(
            record,
            publisher=self._publisher(),
            published=self._random.choice((f"{year}.{month}", f"{year}", f"{year}.{month:02}", f"c{year}")),
            issued_on=date(year, month, 1),
            isbn=self._isbn(year) if is_book and year >= _FIRST_ISBN_YEAR else "",
        )

    def _publisher(self) -> str:
        if not self._publishers or self._random.random() < _NEW_PUBLISHER:
            self._publishers.append(self._random.choice(self._heads).text[:4] + self._random.choice(_PUBLISHING))
            return self._publishers[-1]
        return self._random.choice(self._publishers)

    def _note(self) -> str:
        chance = self._random.random()
        if chance < 0.4:
            return self._random.choice(self._real).note
        return self._random.choice(_NOTES).format(self._random.choice(self._real).title) if chance < 0.7 else ""

    def _isbn(self, year: int) -> str:
        """A valid ISBN of Japan no record has; of 10 digits for the years that had those, at times with hyphens."""
        while True:
            # The step and 10^8 have no common factor: every number comes once before any comes again.
            self._next_isbn = (self._next_isbn + 61_803_397) % 10**8
            core = f"9784{self._next_isbn:08}"
            isbn = core + str(-sum(int(digit) * (1, 3)[place % 2] for place, digit in enumerate(core)) % 10)
            if isbn not in self._isbns:
                self._isbns.add(isbn)
                break
        if year < 2007:
            check = -sum(int(digit) * (10 - place) for place, digit in enumerate(core[3:])) % 11
            return core[3:] + "0123456789X"[check]
        return isbn

    def _id(self) -> str:
        return f"g{next(self._numbers):08}"

    def _shelved(self, number: int, record: CatalogueRecord) -> Grown:
        draw = self._random
        copies = draw.choice((1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 8))
        reading = record.creators_reading or record.reading or "ア"
        mark = f"{record.ndc or '913.6'}{reading[0]}"
        items = tuple(
            ItemRecord(
                id=f"b{number:08}{copy}",
                title_id=record.id,
                branch=self._branches[min(int(draw.expovariate(0.35)), len(self._branches) - 1)],
                location=f"{1 + number % 3}F",
                call_number=mark,
                state=ItemState.ON_SHELF if draw.random() < 0.85 else ItemState.ON_LOAN,
                loan_class=LoanClass.LOANABLE if draw.random() < 0.93 else LoanClass.REFERENCE_ONLY,
            )
            for copy in range(copies)
        )
        added = date.fromordinal(date(2026, 11, 1).toordinal() - int(20_000 * draw.random() ** 2))
        loans = int(draw.paretovariate(1.2)) if draw.random() < _LENT_THIS_MONTH else 0
        is_childrens = record.material is Material.PICTURE_BOOK or draw.random() < 0.12
        return Grown(replace(record, added_on=added, is_childrens=is_childrens), items, loans)


def _people(record: CatalogueRecord) -> list[_Name]:
    names, readings = record.creators.split("、"), record.creators_reading.split("、")
    if len(names) != len(readings):
        readings = [""] * len(names)
    return [_Name(name, reading) for name, reading in zip(names, readings, strict=True) if name]


def _cut(real: Sequence[CatalogueRecord]) -> tuple[list[_Name], list[_Name]]:
    """Heads and tails of titles with their readings; a tail keeps the particle, or the colon, it was cut at."""
    heads, tails = [_Name(real[0].title, real[0].reading)], [_Name(f"の{real[0].title}", f"の{real[0].reading}")]
    for each in real:
        for joint in (" : ", *_PARTICLES):
            cut, said = each.title.partition(joint), each.reading.partition(joint)
            if joint != " : " and not said[1]:
                said = each.reading.partition(chr(ord(joint) + 0x60))
            if not (cut[0] and cut[2]) or joint in cut[2]:
                continue
            is_read = bool(said[0].strip() and said[2].strip()) and joint not in said[2] and said[1] not in said[2]
            heads.append(_Name(cut[0], said[0].strip() if is_read else ""))
            tails.append(_Name(joint + cut[2], said[1] + said[2] if is_read else ""))
            break
    return heads, tails
