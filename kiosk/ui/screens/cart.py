"""The cart screen: lines to check, to order and to remove; kv/screens/cart.kv draws it."""

from kiosk.ui.screens.kiosk_screen import KioskScreen


class CartScreen(KioskScreen):
    """Shows a `CartState`."""
