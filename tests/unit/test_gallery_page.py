"""The page of the gallery: every picture by screen and state, with its faults, to be narrowed by every part of a view."""

from kiosk.gallery.drawing import BROKEN, Drawn
from kiosk.gallery.page import write_page
from kiosk.gallery.views import LAYOUTS, View

CALM, CONTRAST = View(LAYOUTS["landscape"], "ja"), View(LAYOUTS["low"], "en", is_high_contrast=True)


def page(tmp_path, *drawn):
    return write_page(tmp_path, drawn).read_text(encoding="utf-8")


def test_a_picture_is_shown_small_and_leads_to_the_whole_of_it(tmp_path):
    written = page(tmp_path, Drawn(CALM, "cart", "usual", ()))
    assert 'href="landscape-ja-calm-standard/cart-usual.png"' in written
    assert 'src="landscape-ja-calm-standard/cart-usual.jpg"' in written


def test_faults_stand_beside_it_as_plain_text(tmp_path):
    written = page(tmp_path, Drawn(CALM, "cart", "usual", ("clipped: <b>",)), Drawn(CALM, "cart", "empty", ()))
    assert "<li>clipped: &lt;b&gt;</li>" in written
    assert "2 pictures, 1 with faults" in written


def test_a_screen_that_broke_has_no_picture(tmp_path):
    assert "<img" not in page(tmp_path, Drawn(CALM, "cart", BROKEN, ("Traceback",)))


def test_it_can_be_narrowed_by_whatever_differs(tmp_path):
    written = page(tmp_path, Drawn(CALM, "cart", "usual", ()), Drawn(CONTRAST, "cart", "usual", ()))
    for value in ("landscape", "low", "ja", "en", "calm", "contrast", "standard"):
        assert f"<option>{value}</option>" in written
