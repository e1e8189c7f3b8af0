"""Writes the page of thumbnails: screen by screen, to be narrowed by view, each with the faults found beside it."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from kiosk import paths
from kiosk.gallery.drawing import BROKEN, Drawn

_FRAME = paths.PAGES / "gallery.html"
_PARTS = ("layout", "language", "theme", "size")


def write_page(folder: Path, drawn: Iterable[Drawn]) -> Path:
    """Leaves `index.html` in the folder that holds the pictures, and gives its path."""
    every = sorted(drawn, key=lambda each: (each.screen, each.state, each.view.name))
    body = "\n".join(_screens(every))
    wrong = sum(bool(each.faults) for each in every)
    page = folder / "index.html"
    text = _FRAME.read_text(encoding="utf-8").replace("<!-- choices -->", "\n".join(_choices(every)))
    text = text.replace("<!-- count -->", f"{len(every)} pictures, {wrong} with faults").replace("<!-- pictures -->", body)
    page.write_text(text, encoding="utf-8")
    return page


def _parts(each: Drawn) -> tuple[str, ...]:
    theme = "contrast" if each.view.is_high_contrast else "calm"
    return each.view.layout.name, each.view.language, theme, str(each.view.text_size)


def _choices(every: list[Drawn]) -> Iterator[str]:
    for at, part in enumerate(_PARTS):
        values = sorted({_parts(each)[at] for each in every})
        options = "".join(f"<option>{escape(value)}</option>" for value in values)
        yield f'<label>{part} <select data-part="{part}"><option value="">all</option>{options}</select></label>'


def _screens(every: list[Drawn]) -> Iterator[str]:
    for screen, of_screen in groupby(every, key=lambda each: each.screen):
        yield f'<section id="{escape(screen)}"><h2>{escape(screen)}</h2>'
        for state, pictures in groupby(of_screen, key=lambda each: each.state):
            yield f'<h3>{escape(state)}</h3><div class="row">{"".join(map(_figure, pictures))}</div>'
        yield "</section>"


def _figure(each: Drawn) -> str:
    data = " ".join(f'data-{part}="{escape(value)}"' for part, value in zip(_PARTS, _parts(each), strict=True))
    file = f"{each.view.name}/{each.screen}-{each.state}"
    faults = "".join(f"<li>{escape(fault)}</li>" for fault in each.faults)
    if each.state == BROKEN:
        return f"<figure {data} class=wrong><figcaption>{escape(each.view.name)}<ul>{faults}</ul></figcaption></figure>"
    return (
        f'<figure {data}{" class=wrong" if each.faults else ""}><a href="{file}.png">'
        f'<img loading="lazy" src="{file}.jpg" alt="{escape(each.screen)} {escape(each.state)}"></a>'
        f"<figcaption>{escape(each.view.name)}{f'<ul>{faults}</ul>' if faults else ''}</figcaption></figure>"
    )
