"""Example states of the shelves and of the children's entrance."""

from dataclasses import replace

from kiosk.gallery.states.examples import (
    TITLES,
    States,
    title,
    unreachable,
)
from kiosk.terminal.presenters.browse import ShelfPart
from kiosk.terminal.presenters.children import TOPICS, ChildBook, ChildrenState, ChildTile
from kiosk.terminal.presenters.shelves import ShelfTile, ShelvesState
from kiosk.terminal.rows import Choice, TitleView
from kiosk.terminal.saying import Said
from kiosk.terminal.title_kana import kana_over, whole_reading
from kiosk.terminal.words import Words

LONG_READING = "コレカラ ノ トショカン ト チイキ シャカイ オ カンガエル タメ ノ シリョウシュウ ゼンコク コウキョウ トショカン"


def branches(words: Words) -> tuple[Choice, ...]:
    return (Choice("here", words("shelves-here"), True), Choice("everywhere", words("shelves-everywhere"), False))


def books(words: Words, count: int, ndc: str = "") -> tuple[TitleView, ...]:
    """Books on a shelf, some of them there."""
    found = []
    for at in range(count):
        book = replace(title(at, words), title_id=f"b{at}")
        if ndc:
            book = replace(book, ndc_class=ndc)
        if at % 3:
            book = replace(book, badge=words("availability-on_shelf"), badge_kind="on_shelf", shelf=f"2F 913.6ナ{at}")
        found.append(book)
    return tuple(found)


def shelves(words: Words) -> States:
    """The entrance, a class, a shelf."""
    doors = tuple(ShelfTile(kind, "", words(f"shelves-{kind}"), "", 240, books(words, 6)) for kind in ("new", "popular"))

    def tile(ndc: str, count: int | None) -> ShelfTile:
        note = words(f"ndc-{ndc}-note") if len(ndc) == 1 else ""
        return ShelfTile("class" if note else "ndc", ndc, words(f"ndc-{ndc}"), note, count, books(words, 3, ndc[:1]))

    classes = tuple(tile(figure, 12345) for figure in "0123456789")
    entrance = ShelvesState(
        "entrance", "", words("shelves-entrance"), (*doors, *classes), (), ShelfPart(), "", branches(words), "", None
    )
    bare = tuple(replace(each, count=None, covers=()) for each in entrance.tiles)
    divisions = tuple(tile(f"9{figure}", 0 if figure in "46" else 420 * int(figure)) for figure in "0123456789")
    divisions = tuple(each if each.count else replace(each, covers=()) for each in divisions)
    shelf = replace(
        entrance,
        kind="ndc",
        ndc="91",
        heading="91 " + words("ndc-91"),
        tiles=(),
        books=books(words, 12),
        shelf=ShelfPart(True, 25, 36, 123456, True, True),
        place=words("shelves-place", first=25, last=36, total=123456),
    )
    new = replace(shelf, kind="new", ndc="", heading=words("shelves-new"))
    empty = replace(new, books=(), shelf=ShelfPart(True))
    return {
        "entrance": entrance,
        "entrance_awaiting": replace(entrance, tiles=bare, awaiting=words("awaiting-shelves")),
        "entrance_unreachable": replace(entrance, tiles=bare, problem=unreachable(words)),
        "class": replace(entrance, kind="class", ndc="9", heading="9 " + words("ndc-9"), tiles=divisions),
        "class_5": replace(
            entrance,
            kind="class",
            ndc="5",
            heading="5 " + words("ndc-5"),
            tiles=tuple(tile(f"5{at}", 50000) for at in "0123456789"),
        ),
        "shelf": shelf,
        "shelf_end": replace(
            shelf,
            books=books(words, 5),
            shelf=ShelfPart(True, 37, 41, 41, True, False),
            place=words("shelves-place", first=37, last=41, total=41),
        ),
        "shelf_awaiting": replace(shelf, awaiting=words("awaiting-shelves")),
        "shelf_unreachable": replace(shelf, problem=unreachable(words)),
        "new": replace(
            new, branches=(), books=books(words, 7), shelf=ShelfPart(True, 1, 7, 7), place=words("shelves-all", total=7)
        ),
        "empty": empty,
        "unknown": replace(empty, shelf=ShelfPart(), awaiting=words("awaiting-shelves")),
    }


def child_books(words: Words) -> tuple[ChildBook, ...]:
    """Books with kana over their titles, among them a reading that cannot be split."""
    readings = (
        "ワガハイ ワ ネコ デ アル",
        "ワガハイ ワ ネコ デ アル",
        LONG_READING,
        "",
        "ソライロ ノ タネ",
        "ヨシノヤ ノ モリ オウガイ",
    )
    made = []
    for at, book in enumerate(books(words, 8)):
        is_read = words.language in ("ja", "ja-easy")
        reading = readings[at % len(readings)] if is_read else ""
        written = TITLES[at % len(TITLES)][0]
        name = kana_over(written, reading) + ("　" + book.volume if book.volume else "")
        kana = whole_reading(written, reading)
        made.append(ChildBook(book, name, words(f"children-{book.badge_kind}"), kana))
    return tuple(made)


def children(words: Words) -> States:
    """The entrance, the topics, books."""

    def say(message: str, **params: object) -> str:
        return words(message, **params)

    def tile(kind: str, ndc: str = "", count: int | None = 1234) -> ChildTile:
        name = f"children-topic-{ndc}" if ndc else f"children-{kind}"
        note = say(f"{name}-note") if words.has(f"{name}-note") else ""
        covers = books(words, 3) if count else ()
        return ChildTile(kind, ndc, say(name), note, count, covers)

    ways = (("picture_books", ""), ("ndc", "9"), ("topics", ""), ("new", ""), ("popular", ""))
    doors = (*(tile(*way) for way in ways), tile("search", count=None))
    topics = tuple(tile("ndc", ndc, 0 if ndc in ("28", "8") else 30) for ndc in TOPICS)
    choice = tuple(replace(each, name=words(f"children-{each.code}")) for each in branches(words))
    entrance = ChildrenState("entrance", say("children-entrance"), doors, (), ShelfPart(), "", choice, "", None)
    trouble = Said(words("children-trouble"), words("children-trouble-remedy"), can_retry=True)
    shelf = replace(
        entrance,
        kind="ndc",
        heading=say("children-topic-45"),
        tiles=(),
        books=child_books(words),
        shelf=ShelfPart(True, 9, 16, 1234, True, True),
        place=say("children-place", first=9, last=16, total=1234),
    )
    empty = replace(shelf, heading=say("children-new"), books=(), shelf=ShelfPart(True))
    return {
        "entrance": entrance,
        "entrance_nothing_new": replace(entrance, tiles=(*doors[:3], tile("new", count=0), *doors[4:])),
        "entrance_unreachable": replace(entrance, problem=trouble),
        "topics": replace(entrance, kind="topics", heading=say("children-topics"), tiles=topics),
        "topics_unreachable": replace(entrance, kind="topics", heading=say("children-topics"), tiles=topics, problem=trouble),
        "shelf": shelf,
        "shelf_end": replace(
            shelf,
            books=shelf.books[:3],
            shelf=ShelfPart(True, 9, 11, 11, True, False),
            place=say("children-place", first=9, last=11, total=11),
        ),
        "shelf_awaiting": replace(shelf, awaiting=words("awaiting-children")),
        "shelf_unreachable": replace(shelf, problem=trouble),
        "one_branch": replace(
            shelf, branches=(), books=shelf.books[:1], shelf=ShelfPart(True, 1, 1, 1), place=say("children-all", total=1)
        ),
        "empty": empty,
        "unknown": replace(empty, shelf=ShelfPart(), awaiting=words("awaiting-children")),
    }
