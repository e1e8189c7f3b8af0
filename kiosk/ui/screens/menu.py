"""The screen of the patron's menu; kv/screens/menu.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class MenuScreen(KioskScreen):
    """Shows a `MenuState`."""
