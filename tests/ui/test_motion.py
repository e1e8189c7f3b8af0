"""What is laid over a screen comes out of it within 200 ms, or at once for who wants nothing to move."""

import pytest

from kiosk.terminal.comfort import Comfort

pytestmark = pytest.mark.display


@pytest.mark.parametrize("has_motion", [True, False])
def test_what_comes_over_a_screen_comes_briefly_or_at_once(has_motion):
    from kiosk.ui.theme import Theme, install
    from kiosk.ui.window import prepare_window

    prepare_window(640, 480, fullscreen=False)
    from kivy.uix.widget import Widget

    from kiosk.ui.motion import APPEARING_SECONDS, appear

    install(Theme.for_screen(640, 480, comfort=Comfort(has_motion=has_motion)))
    sheet = Widget()
    appear(sheet)
    assert 0 < sheet.opacity <= 1
    assert (sheet.opacity < 1) is has_motion
    assert APPEARING_SECONDS < 0.2
