"""The commands, one module a subject; `kiosk.cli` joins them.

Modules that open windows, cameras or databases are imported by the command that needs them, so that `--help` is quick.
"""
