"""Titles in lists: a row of search results, a line of the cart, a volume of a series, a copy on its shelf."""

from typing import Any

from kivy.graphics import Color, InstructionGroup, RoundedRectangle
from kivy.properties import ObjectProperty, StringProperty
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.presenters.cart import CartLineView
from kiosk.terminal.rows import ItemView, TitleView
from kiosk.ui.fonts import JAPANESE
from kiosk.ui.theme import installed_theme
from kiosk.ui.widgets.badge import Badge
from kiosk.ui.widgets.cover import Cover
from kiosk.ui.widgets.icon import Icon
from kiosk.ui.widgets.placed import Placed
from kiosk.ui.widgets.text import Text

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


class TitleText(Placed):
    """Title, volume, creators and imprint, one below the other. Its height follows them."""

    title: TitleView | None = ObjectProperty(None, allownone=True, rebind=True)
    _is_given = True

    def __init__(self, **kwargs: Any) -> None:
        theme = installed_theme()
        self._name = Text(language=JAPANESE, font_size=theme.label, bold=True, leading=1.32, max_lines=2)
        self._rest = Text(language=JAPANESE, font_size=theme.caption, color=theme.colours.ink_soft, leading=1.3)
        super().__init__(**kwargs)
        self.add_widget(self._name)
        self.add_widget(self._rest)
        self._write()
        for name in ("title", "width"):
            self.fbind(name, self._write)

    def show(self, title: TitleView | None, width: float) -> None:
        """Both at a time: the lines are broken once."""
        self._is_given = False
        self.title, self.width = title, width
        self._is_given = True
        self._write()

    def _write(self, *_: object) -> None:
        if not self._is_given:
            return
        title, theme = self.title, installed_theme()
        name = (f"{title.title}　{title.volume}" if title.volume else title.title) if title else ""
        rest = "　".join(part for part in (title.creators, title.imprint) if part) if title else ""
        self._name.put(width=self.width, text=name)
        self._rest.put(width=self.width, text=rest, max_lines=2 if theme.is_tight and self.width < theme.mm(90) else 1)
        below = self._rest.natural_height if self._rest.text else 0
        self.height = self._name.height + theme.unit / 2 + below
        self.place_soon()

    def place(self) -> None:
        """From the top."""
        self._name.x, self._name.top = self.x, self.top
        self._rest.x, self._rest.top = self.x, self._name.y - installed_theme().unit / 2


class AvailabilityBadge(Placed):
    """Whether it can be had, as word, sign and colour, and where it stands."""

    kind = StringProperty("unavailable")
    text = StringProperty("")
    shelf = StringProperty("")
    FOLLOWED = ("kind", "text", "shelf")

    def __init__(self, **kwargs: Any) -> None:
        self._badge = Badge()
        self._shelf = Text(font_size=installed_theme().caption, bold=True, leading=1.15, max_lines=2)
        super().__init__(**kwargs)
        self.add_widget(self._badge)
        self.add_widget(self._shelf)

    def place(self) -> None:
        """The badge, and the shelf after it."""
        theme, badge, shelf = installed_theme(), self._badge, self._shelf
        badge.kind, badge.icon, badge.text = BADGES[self.kind], BADGE_SIGNS[self.kind], self.text
        badge.x, badge.center_y = self.x, self.center_y
        shelf.color = theme.colours.green if BADGES[self.kind] == "good" else theme.colours.ink_soft
        badge.place_now()
        shelf.x = badge.right + theme.unit * 1.5
        shelf.put(width=self.right - shelf.x, text=self.shelf)
        shelf.center_y = self.center_y


class TitleRow(ButtonBehavior, Placed):
    """A title to be opened. Without one it shows where one will be."""

    item: TitleView | None = ObjectProperty(None, allownone=True, rebind=True)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    FOLLOWED = ("item",)
    PREFIX = "row-"

    def __init__(self, **kwargs: Any) -> None:
        theme = installed_theme()
        super().__init__(**kwargs)  # before its parts, so that it is placed before they would be
        self._cover, self._title, self._availability = Cover(), TitleText(), AvailabilityBadge()
        self._arrow = Icon(name="chevron-right", color=theme.colours.action, font_size=theme.icon)
        self._parts = (self._cover, self._title, self._availability, self._arrow)
        with self.canvas.before:
            self._colour = Color(*theme.colours.surface)
            self._ground = RoundedRectangle(radius=[theme.radius])
            self._hint = InstructionGroup()
        for part in self._parts:
            self.add_widget(part)
        self.fbind("state", self._press)

    @property
    def name_id(self) -> str:
        """What it opens."""
        return self.PREFIX + self.item.title_id if self.item else ""

    def on_release(self) -> None:
        """The finger left it."""
        if self.item:
            self.presenter.open(self.item.title_id)

    def _press(self, *_: object) -> None:
        colours = installed_theme().colours
        self._colour.rgba = colours.action_soft if self.state == "down" else colours.surface

    def place(self) -> None:
        """Cover, words and arrow side by side, each amid the row."""
        theme, item = installed_theme(), self.item
        cover, title, availability, arrow = self._parts
        self._ground.pos, self._ground.size = self.pos, self.size
        cover.height = self.height - 2 * theme.gap * 0.6
        cover.x, cover.center_y = self.x + theme.gap, self.center_y
        arrow.right, arrow.center_y = self.right - theme.gap, self.center_y
        title.x = availability.x = cover.right + theme.gap * 1.2
        availability.width = arrow.x - theme.gap * 1.2 - title.x
        title.show(item, availability.width)
        if item:
            cover.title, cover.volume, cover.ndc_class = item.title, item.volume, item.ndc_class
            cover.material_kind = item.material_kind
            availability.text, availability.kind, availability.shelf = item.badge, item.badge_kind, item.shelf
        for part in self._parts:
            part.opacity = 1 if item else 0
        spacing = theme.unit * 0.8
        title.top = self.center_y + (title.height + spacing + availability.height) / 2
        availability.top = title.y - spacing
        for part in (cover, title, availability):
            part.place_now()
        self._show_hint()

    def _show_hint(self) -> None:
        """Where a title will be, there are a cover and two lines without words."""
        self._hint.clear()
        if self.item:
            return
        theme, cover = installed_theme(), self._cover
        left = cover.right + theme.gap * 1.2
        self._hint.add(Color(*theme.colours.sunken))
        for x, y, width, height, radius in (
            (*cover.pos, *cover.size, theme.radius * 0.5),
            (left, self.center_y + theme.unit, self.width * 0.4, theme.label, theme.label / 2),
            (left, self.center_y - theme.unit - theme.caption, self.width * 0.25, theme.caption, theme.caption / 2),
        ):
            self._hint.add(RoundedRectangle(pos=(x, y), size=(width, height), radius=[radius]))


class VolumeRow(TitleRow):
    """A volume among its siblings, to be opened."""

    PREFIX = "sibling-"


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
