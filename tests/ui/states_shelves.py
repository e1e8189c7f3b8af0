"""Example states of the shelves and of the children's entrance."""

from dataclasses import replace

from states import title, unreachable

from kiosk.terminal.presenters.browse import ShelfPart
from kiosk.terminal.presenters.shelves import ShelfTile, ShelvesState
from kiosk.terminal.rows import Choice
from kiosk.terminal.words import Words


def branches(words: Words) -> tuple[Choice, ...]:
    return (Choice("here", words("shelves-here"), True), Choice("everywhere", words("shelves-everywhere"), False))


def books(words: Words, count: int, ndc: str = ""):
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


def shelves(words: Words):
    """The entrance, a class, a shelf."""
    doors = tuple(ShelfTile(kind, "", words(f"shelves-{kind}"), "", 240, books(words, 6)) for kind in ("new", "popular"))

    def tile(ndc: str, count: int | None) -> ShelfTile:
        note = words(f"ndc-{ndc}-note") if len(ndc) == 1 else ""
        return ShelfTile("class" if note else "ndc", ndc, words(f"ndc-{ndc}"), note, count, books(words, 3, ndc[:1]))

    classes = tuple(tile(figure, 12345) for figure in "0123456789")
    entrance = ShelvesState(
        "entrance", "", words("shelves-entrance"), (*doors, *classes), (), ShelfPart(), branches(words), "", None
    )
    bare = tuple(replace(each, count=None, covers=()) for each in entrance.tiles)
    divisions = tuple(tile(f"9{figure}", 0 if figure in "46" else 420 * int(figure)) for figure in "0123456789")
    divisions = tuple(each if each.count else replace(each, covers=()) for each in divisions)
    shelf = replace(
        entrance,
        kind="ndc",
        ndc="91",
        heading=words("ndc-91"),
        tiles=(),
        books=books(words, 12),
        shelf=ShelfPart(True, 25, 36, 123456, True, True),
    )
    new = replace(shelf, kind="new", ndc="", heading=words("shelves-new"))
    empty = replace(new, books=(), shelf=ShelfPart(True))
    return {
        "entrance": entrance,
        "entrance_awaiting": replace(entrance, tiles=bare, awaiting=words("awaiting-shelf")),
        "entrance_unreachable": replace(entrance, tiles=bare, problem=unreachable(words)),
        "class": replace(entrance, kind="class", ndc="9", heading=words("ndc-9"), tiles=divisions),
        "class_5": replace(
            entrance, kind="class", ndc="5", heading=words("ndc-5"), tiles=tuple(tile(f"5{at}", 50000) for at in "0123456789")
        ),
        "shelf": shelf,
        "shelf_end": replace(shelf, books=books(words, 5), shelf=ShelfPart(True, 37, 41, 41, True, False)),
        "shelf_awaiting": replace(shelf, awaiting=words("awaiting-shelf")),
        "shelf_unreachable": replace(shelf, problem=unreachable(words)),
        "new": replace(new, branches=()),
        "empty": empty,
        "unknown": replace(empty, shelf=ShelfPart(), awaiting=words("awaiting-shelf")),
    }


SHELF_STATES = {each.__name__: each for each in (shelves,)}
"""As `states.STATES`."""
