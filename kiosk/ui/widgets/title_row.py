"""Titles in lists: a row of search results, a line of the cart, a volume of a series, a copy on its shelf."""

from kivy.properties import ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.presenters.cart import CartLineView
from kiosk.terminal.rows import ItemView, TitleView

# The kind of badge and its sign for each `TitleView.badge_kind`; the kv file reads them.
BADGES = {
    "on_shelf": "good",
    "on_shelf_elsewhere": "good",
    "on_loan": "care",
    "in_library_only": "action",
    "unavailable": "plain",
}
BADGE_SIGNS = {
    "on_shelf": "circle-check",
    "on_shelf_elsewhere": "building-bank",
    "on_loan": "clock",
    "in_library_only": "book",
    "unavailable": "ban",
}


class TitleText(BoxLayout):
    """Title, volume, creators and imprint, one below the other."""

    title: TitleView | None = ObjectProperty(None, allownone=True, rebind=True)


class AvailabilityBadge(BoxLayout):
    """Whether it can be had, as word, sign and colour, and where it stands."""

    kind = StringProperty("unavailable")
    text = StringProperty("")
    shelf = StringProperty("")


class TitleRow(ButtonBehavior, BoxLayout):
    """A title to be opened."""

    name_id = StringProperty("")
    item: TitleView | None = ObjectProperty(None, allownone=True, rebind=True)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)


class VolumeRow(TitleRow):
    """A volume among its siblings, to be opened."""


class ItemRow(BoxLayout):
    """One copy: its branch, its shelf and its state."""

    item: ItemView | None = ObjectProperty(None, allownone=True, rebind=True)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)


class CartRow(BoxLayout):
    """A line of the cart: check mark, place in the order, title, removal. While ordering the whole line is touched."""

    item: CartLineView | None = ObjectProperty(None, allownone=True, rebind=True)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)


class OrderRow(ButtonBehavior, BoxLayout):
    """A line of the cart while the order is chosen: a touch gives it the next place, or takes it back."""

    name_id = StringProperty("")
    item: CartLineView | None = ObjectProperty(None, allownone=True, rebind=True)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
