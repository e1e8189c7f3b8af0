"""Pickup branch and contact method, for the cart and for one hold that is changed; kv/screens/pickup.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class PickupScreen(KioskScreen):
    """Shows a `PickupState`; with a title in it, it is that hold's."""
