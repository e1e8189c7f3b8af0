"""The screen on which holds that are there already get an order; kv/screens/hold_order.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class HoldOrderScreen(KioskScreen):
    """Shows a `HoldOrderState`."""
