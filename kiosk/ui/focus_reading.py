"""Reads off the widgets what they are to somebody who does not see them; leaves the sentence to `kiosk.terminal.speaking`.

Every screen is read without a line of its own: a thing's name are the texts on it. A widget that has more to tell says so by
the properties that draw it (`is_chosen`, `is_checked`, `is_on`), or by `spoken`, a text in the place of those on it.
"""

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from kivy.uix.widget import Widget

from kiosk.terminal.speaking import Element, Role, in_one, say_character
from kiosk.terminal.words import Words
from kiosk.ui.focus_stops import UNREAD, Stop, texts_in
from kiosk.ui.theme import installed_theme
from kiosk.ui.widgets.ask_sheet import AskSheet
from kiosk.ui.widgets.bars import TopBar
from kiosk.ui.widgets.buttons import TouchButton
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.comfort_sheet import ComfortBlock
from kiosk.ui.widgets.detail_parts import RowList
from kiosk.ui.widgets.filter_chips import ChipGroup
from kiosk.ui.widgets.keyboard import KeyboardKey
from kiosk.ui.widgets.page import TitleLine
from kiosk.ui.widgets.paged_rows import PagedRows, RowBoard
from kiosk.ui.widgets.recycled_rows import RecycledRows
from kiosk.ui.widgets.shelf_board import ShelfCell
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.text_field import TextField
from kiosk.ui.widgets.title_row import OrderRow, TitleRow

_LONGEST_LEAD = 160
"""So many characters are said before the focus; what is longer is there to be gone through."""
_CHOSEN = ("is_chosen", "is_on")
_GROUPS = (ChipGroup, ComfortBlock)
_ROWS = (TitleRow, OrderRow, ShelfCell)


def element(stop: Stop, words: Words) -> Element:
    """What the focus stands on."""
    widget: Any = stop.widget
    if stop.texts:
        return Element(Role.TEXT, _join(words, stop), is_unavailable=bool(getattr(widget, "name_id", "")), place=_place(stop))
    if isinstance(widget, KeyboardKey):
        return Element(Role.KEY, _key(widget, words))
    if isinstance(widget, TextField):
        view = widget.view
        is_secret = view is not None and view.is_secret
        label = widget.label or (view.label if view is not None else "")
        hint = "" if widget.text else widget.hint
        return Element(Role.FIELD, label, widget.text, hint, widget.fault, is_secret=is_secret)
    role, is_on = _role(widget)
    return Element(role, _label(stop, words), around=_around(stop, words), is_on=is_on, place=_place(stop))


def _join(words: Words, stop: Stop) -> str:
    return in_one(words, [text.text for text in stop.texts])


def _role(widget: Any) -> tuple[Role, bool | None]:
    """What kind of thing it is, and whether it is chosen where it can be."""
    if hasattr(widget, "is_checked"):
        return Role.CHECK, bool(widget.is_checked)
    if isinstance(widget, ChoiceCard):
        return Role.CHOICE, bool(widget.choice and widget.choice.is_chosen)
    if isinstance(widget, OrderRow):
        return Role.ROW, bool(widget.item and widget.item.order)
    if isinstance(widget, _ROWS):
        return Role.ROW, None
    chosen = next((name for name in _CHOSEN if hasattr(widget, name)), None)
    return (Role.CHOICE, bool(getattr(widget, chosen))) if chosen is not None else (Role.BUTTON, None)


def _key(key: KeyboardKey, words: Words) -> str:
    if key.is_character:
        return say_character(words, key.label) if len(key.label) == 1 else key.label
    message = f"spoken-key-{key.code}"
    return words(message) if words.has(message) else key.label


def _label(stop: Stop, words: Words) -> str:
    """The texts on it; where there are none, what its name says, by a message of its own."""
    widget: Any = stop.widget
    if getattr(widget, "spoken", ""):
        return str(widget.spoken)
    texts = in_one(words, [text.text for text in texts_in(widget)])
    if texts:
        return texts
    if stop.number is not None:
        return words("spoken-awaited-row")
    kinds = (stop.name, stop.name.split("-")[0])
    return next((words(f"spoken-name-{kind}") for kind in kinds if words.has(f"spoken-name-{kind}")), "")


def _around(stop: Stop, words: Words) -> str:
    """On a card of several things, and in a group: what these are about."""
    group: Any = stop.widget.parent
    while group is not None and group is not group.parent and not isinstance(group, _GROUPS):
        group = group.parent
    if isinstance(group, _GROUPS):
        return str(getattr(group, "heading", "") or getattr(group, "label", ""))
    if stop.card is None or not isinstance(stop.card.parent, RowBoard | RowList):
        return ""
    return next((text.text for text in texts_in(stop.card)), "")


def _place(stop: Stop) -> tuple[int, int] | None:
    """The row's number in its list, from 1, and how many there are."""
    if isinstance(stop.scroll, RecycledRows) and stop.number is not None:
        return stop.number + 1, int(stop.scroll.total)
    row = stop.widget if isinstance(stop.widget.parent, RowBoard | RowList) else stop.card
    if row is None or row is not stop.widget or len(row.parent.children) < 2:
        return None
    rows: list[Widget] = list(reversed(row.parent.children))
    paged = row.parent.parent
    if isinstance(paged, PagedRows):
        return int(paged.first) + rows.index(row), len(paged.items)
    return rows.index(row) + 1, len(rows)


def heading(layer: Widget) -> str:
    """What the layer is about: the first text on it that is set as large as a headline."""
    least = installed_theme().headline
    return next((text.text for text in texts_in(layer) if text.font_size >= least), "")


def opening(layer: Widget) -> str:
    """What is said first of a layer: its heading, and of a question all that belongs to it."""
    if isinstance(layer, AskSheet):
        return "\n".join(part for part in (layer.heading, layer.subject, layer.text) if part)
    return heading(layer)


def lead(layer: Widget) -> list[str]:
    """What stands between the heading of a screen and the first thing to do there, as far as it is short."""
    said: list[str] = []
    has_rows = any(isinstance(each, RecycledRows) for each in layer.walk(restrict=True))
    for widget in _until_touchable(layer):
        is_place = has_rows and isinstance(widget.parent, TitleLine)
        if isinstance(widget, Text) and widget.text and not is_place:
            said.append(widget.text)
    title = heading(layer)
    said = said[said.index(title) + 1 :] if title in said else []
    lengths = accumulate(map(len, said))
    return [text for text, length in zip(said, lengths, strict=True) if length <= _LONGEST_LEAD]


def _until_touchable(layer: Widget) -> Iterator[Widget]:
    """What is read before anything on the page can be touched, and before the first row."""
    for widget in _read(layer):
        if getattr(widget, "name_id", "") or isinstance(widget.parent, RowBoard | RowList):
            return
        yield widget


def _read(widget: Widget) -> Iterator[Widget]:
    if not widget.opacity or isinstance(widget, (*UNREAD, TopBar)):
        return
    yield widget
    for child in reversed(widget.children):
        yield from _read(child)


def rows_seen(layer: Widget, words: Words) -> str:
    """Which rows of how many are on the screen, where a list is longer than that."""
    for each in layer.walk(restrict=True):
        if isinstance(each, RecycledRows) and each.total:
            return words("spoken-rows", first=int(each.first), last=int(each.last), total=int(each.total))
        if isinstance(each, PagedRows) and each.has_pages:
            return words("spoken-rows", first=int(each.first), last=int(each.last), total=len(each.items))
    return ""


def is_plain_button(stop: Stop) -> bool:
    """Whether it is one of the words to press, and no thing of the screen itself."""
    return isinstance(stop.widget, TouchButton)
