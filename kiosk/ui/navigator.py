"""Shows the screen of the step at which the visit stands, and keeps it true to the presenter's state."""

from kivy.clock import Clock
from kivy.uix.floatlayout import FloatLayout

from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.terminal import Terminal
from kiosk.ui.screens import SCREENS
from kiosk.ui.screens.kiosk_screen import KioskScreen


class Navigator(FloatLayout):
    """Makes a new screen for every presenter and drops the old one whole, so that no widget outlives what it showed."""

    def __init__(self, terminal: Terminal, **options: object) -> None:
        super().__init__(**options)
        self._terminal = terminal
        self._presenter: Presenter | None = None
        self.screen: KioskScreen | None = None
        # Within the frame that is under way: what a touch or an answer changes is drawn in it, and not one frame later.
        self._look = Clock.create_trigger(lambda _dt: self.look(), -1)
        terminal.subscribe(self._look)
        self.look()

    def look(self) -> None:
        """Draws what the terminal shows now; many changes within one frame are drawn once."""
        terminal, presenter = self._terminal, self._terminal.presenter
        screen = self.screen
        if screen is None or presenter is not self._presenter:
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
            self.screen, self._presenter = screen, presenter
