"""Where the project's files are: `kv/` and `assets/` beside the package, and the folder for what a run leaves behind."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KV = ROOT / "kv"
ASSETS = ROOT / "assets"
FONTS = ASSETS / "fonts"
ICONS = ASSETS / "icons"
LANGUAGES = ASSETS / "languages"
PAGES = ASSETS / "pages"
PROFILES = ASSETS / "profiles"
IMPORT_MAPS = ASSETS / "import-maps"
SHELF_MAPS = ASSETS / "maps"
DEMO = ASSETS / "demo"


def runtime_folder() -> Path:
    """The folder for databases, Kivy's own files and keys: `KIOSK_HOME`, else `var/` in the checkout. Made when missing."""
    folder = Path(os.environ.get("KIOSK_HOME", ROOT / "var"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def embedded_folder(profile: str) -> Path:
    """Where the embedded service of that profile keeps its database and keys."""
    return runtime_folder() / "embedded" / profile
