"""Shows the screen of the step at which the visit stands, and keeps it true to the presenter's state."""

from collections.abc import Callable

from kivy.clock import Clock
from kivy.uix.floatlayout import FloatLayout

from kiosk.terminal.comfort import Comfort
from kiosk.terminal.comfort_choices import comfort_rows
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.terminal import Terminal
from kiosk.ui.motion import appear
from kiosk.ui.screens import SCREENS
from kiosk.ui.screens.kiosk_screen import KioskScreen
from kiosk.ui.theme import installed_theme
from kiosk.ui.widgets.comfort_sheet import ComfortSheet

Dress = Callable[[str, Comfort], None]
"""Makes the theme of a language and a patron's comfort the one that screens are made with from now on."""


class Navigator(FloatLayout):
    """Makes a new screen for every presenter and drops the old one whole, so that no widget outlives what it showed.

    Another language or comfort makes the same screen anew: all it shows is the presenter's and the visit's.
    """

    def __init__(self, terminal: Terminal, dress: Dress, **options: object) -> None:
        super().__init__(**options)
        self._terminal = terminal
        self._dress = dress
        self._dressed: tuple[str, Comfort] | None = None
        self._sheet: ComfortSheet | None = None
        self._presenter: Presenter | None = None
        self.screen: KioskScreen | None = None
        # Within the frame that is under way: what a touch or an answer changes is drawn in it, and not one frame later.
        self._look = Clock.create_trigger(lambda _dt: self.look(), -1)
        terminal.subscribe(self._look)
        self.look()

    def look(self) -> None:
        """Draws what the terminal shows now; many changes within one frame are drawn once."""
        terminal, presenter = self._terminal, self._terminal.presenter
        screen, look = self.screen, (terminal.visit.language, terminal.visit.comfort)
        was_choosing = self._sheet is not None
        is_other_look = look != self._dressed
        if is_other_look:
            self._dress(*look)
            self._dressed = look
        if screen is None or presenter is not self._presenter or is_other_look:
            screen = SCREENS[terminal.visit.step](
                terminal=terminal,
                presenter=presenter,
                words=terminal.words,
                chrome=terminal.chrome,
                state=presenter.state,
            )
        else:
            screen.words, screen.chrome = terminal.words, terminal.chrome
            screen.state = presenter.state
        if screen is not self.screen:
            self.clear_widgets()
            self.add_widget(screen)
            self.screen, self._presenter, self._sheet = screen, presenter, None
        self._lay_sheet()
        if self._sheet is not None and not was_choosing:
            appear(self._sheet)

    def _lay_sheet(self) -> None:
        """The sheet for comfort lies over whatever screen there is."""
        terminal = self._terminal
        if not terminal.visit.is_choosing_comfort:
            if self._sheet is not None:
                self.remove_widget(self._sheet)
                self._sheet = None
            return
        if self._sheet is None:
            self._sheet = ComfortSheet(
                words=terminal.words,
                on_choose=lambda _sheet, comfort: terminal.choose_comfort(comfort),
                on_reset=lambda _sheet: terminal.choose_comfort(terminal.outside.first_comfort),
                on_close=lambda _sheet: terminal.open_comfort(False),
            )
            self.add_widget(self._sheet)
        voice, language = terminal.outside.voice, terminal.visit.language
        is_standing = installed_theme().is_portrait
        self._sheet.rows = comfort_rows(terminal.words, terminal.visit.comfort, is_standing, voice.can_speak(language))
