"""The Athena kiosk: a library floor terminal and the holds service behind it."""
