"""Loads each kv file once, with the Python module of the same name that holds its classes."""

from importlib import import_module
from pathlib import Path

from kiosk import paths


def load_widgets() -> None:
    """Makes every component of `kv/widgets` known. `kiosk.ui.theme.install` must have run."""
    _load_folder("widgets")


def load_screens() -> None:
    """Makes every screen of `kv/screens` known, after the components it is made of."""
    load_widgets()
    _load_folder("screens")


def _load_folder(name: str) -> None:
    files = sorted((paths.KV / name).glob("*.kv"))
    for file in files:
        import_module(f"kiosk.ui.{name}.{file.stem}")
    for file in files:
        _load_once(file)


def _load_once(file: Path) -> None:
    from kivy.lang import Builder

    if str(file) not in Builder.files:
        Builder.load_file(str(file), encoding="utf-8")
