"""The screen of the service cannot be reached; kv/screens/out_of_service.kv draws it."""

from collections.abc import Sequence
from typing import Any

from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.presenters.out_of_service import FloorTab
from kiosk.ui.screens.kiosk_screen import KioskScreen
from kiosk.ui.widgets.buttons import Chip


class OutOfServiceScreen(KioskScreen):
    """Shows a `OutOfServiceState`."""


class FloorChips(BoxLayout):
    """A chip for every floor, where there are several."""

    floors: Sequence[FloorTab] = ObjectProperty(())
    presenter = ObjectProperty(None, allownone=True)

    def on_floors(self, *_: object) -> None:
        """Other floors, or another one chosen."""
        self.clear_widgets()
        for floor in self.floors if len(self.floors) > 1 else ():
            chip = Chip(name_id=f"floor-{floor.picture}", text=floor.name, is_chosen=floor.is_chosen, size_hint_x=1)
            chip.bind(on_release=self._chooses(floor.picture))
            self.add_widget(chip)

    def _chooses(self, picture: str) -> Any:
        return lambda _chip: self.presenter.choose_floor(picture)
