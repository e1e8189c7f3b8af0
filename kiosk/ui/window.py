"""Sets up Kivy before its first import takes effect: nothing of its defaults may reach a public floor."""

import logging
import os

from kiosk import paths


def _is_trouble(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING


def prepare_window(width: int, height: int, fullscreen: bool) -> None:
    """Writes Kivy's configuration for this process: window size (0 as the screen is), silence, no way out.

    Must run before anything imports `kivy.core.window`. Touch comes from the window system only, so that one finger is one
    touch; the mouse stands in for a finger on a desk.
    """
    home = paths.runtime_folder() / "kivy"
    home.mkdir(parents=True, exist_ok=True)
    os.environ["KIVY_HOME"] = str(home)
    os.environ["KIVY_LOG_MODE"] = "PYTHON"  # its own mode takes every library's log and stderr over, at DEBUG
    logging.getLogger("kivy").addFilter(_is_trouble)  # a level would be set anew by Kivy's import
    for switch in ("KIVY_NO_ARGS", "KIVY_NO_CONSOLELOG", "KIVY_NO_FILELOG", "KIVY_NO_ENV_CONFIG"):
        os.environ[switch] = "1"
    from kivy.config import Config

    settings = {
        "kivy": {"exit_on_escape": "0", "desktop": "0", "log_level": "warning", "keyboard_mode": ""},
        "graphics": {
            **({"width": str(width), "height": str(height)} if width and height else {}),
            "fullscreen": "auto" if fullscreen else "0",
            "borderless": "1",
            "resizable": "0",
            "multisamples": "4",
            "show_cursor": "0" if fullscreen else "1",
            "allow_screensaver": "0",
        },
    }
    for section, values in settings.items():
        for option, value in values.items():
            Config.set(section, option, value)
    for option, _ in Config.items("input"):
        Config.remove_option("input", option)
    Config.set("input", "mouse", "mouse,disable_multitouch")
    for option, _ in Config.items("modules"):
        Config.remove_option("modules", option)


def renderer() -> str:
    """What draws on this machine, as the graphics driver names itself. Opens a small window for it.

    Raises RuntimeError when no window can be opened. To be called in a process of its own: Kivy has one window a process.
    """
    prepare_window(320, 240, fullscreen=False)
    from kivy.core.window import Window
    from kivy.graphics.opengl import GL_RENDERER, GL_VERSION, glGetString

    if Window is None:
        raise RuntimeError("no window could be opened")
    return ", ".join(bytes(glGetString(name)).decode("utf-8", "replace") for name in (GL_RENDERER, GL_VERSION))
