"""The search screen: field, keyboard and what is offered while typing; kv/screens/search.kv draws it."""

from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.presenters.search import SearchState
from kiosk.ui.screens.kiosk_screen import KioskScreen

_HELP, _NOTHING, _SUGGESTIONS, _STILL_NOTHING = 0, 1, 2, -1


class SearchHelp(BoxLayout):
    """What can be done here, as long as nothing is typed."""

    words = ObjectProperty(None, allownone=True)


class SearchScreen(KioskScreen):
    """Shows a `SearchState`. Where the keys need the whole page, what is offered stands among the actions beside it."""

    def offered(self, state: SearchState) -> int:
        """What stands where suggestions do: them, why there are none, or how to begin."""
        if state.suggestions:
            return _SUGGESTIONS
        if not state.form.fields or not state.form.fields[0].shown:
            return _HELP
        return _NOTHING if state.is_without_suggestion else _STILL_NOTHING
