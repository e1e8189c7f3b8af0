"""Screens are compared with what was kept of them: what changed is told by name, and what did not is passed over."""

from dataclasses import replace

import pytest

from kiosk.gallery.drawing import Drawn
from kiosk.gallery.records import Element, differences
from kiosk.gallery.references import changes, read_references, write_references
from kiosk.gallery.views import LAYOUTS, View

TITLE = Element("text", "予約カート", (40, 900, 300, 60), 42, "2a2521", "f6f0e4")
NOTE = Element("text", "9点を申し込みます", (900, 900, 200, 30), 24, "5c5248", "f6f0e4")
SIGN = Element("sign", "check", (20, 20, 40, 40), 0, "28356f", "fffdf8")
BUTTON = Element("touch", "primary", (1400, 20, 400, 80), ground="28356f")
BEFORE = (TITLE, NOTE, SIGN, BUTTON)
VIEW = View(LAYOUTS["landscape"], "ja")


def test_a_screen_as_it_was_has_no_changes():
    assert not differences(BEFORE, BEFORE)


def test_a_pixel_more_or_less_is_no_change():
    assert not differences(BEFORE, (replace(TITLE, place=(42, 898, 301, 60)), NOTE, SIGN, BUTTON))


def test_a_line_may_be_a_little_longer_but_no_button_and_no_second_line():
    longer = (replace(TITLE, place=(34, 900, 312, 60)), NOTE, SIGN, BUTTON)
    assert not differences(BEFORE, longer)
    assert differences(BEFORE, (replace(TITLE, place=(40, 870, 300, 120)), NOTE, SIGN, BUTTON))
    assert differences(BEFORE, (TITLE, NOTE, SIGN, replace(BUTTON, place=(1394, 20, 412, 80))))


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ((replace(TITLE, name="かご"), NOTE, SIGN, BUTTON), ["gone: text “予約カート”", "new: text “かご”"]),
        ((TITLE, NOTE, SIGN), ["gone: touch “primary”"]),
        ((*BEFORE, replace(SIGN, place=(99, 99, 40, 40))), ["new: sign “check”"]),
        ((TITLE, NOTE, SIGN, replace(BUTTON, place=(1300, 20, 400, 80))), ["touch “primary”: from (1400, 20"]),
        ((TITLE, NOTE, SIGN, replace(BUTTON, kind="rests")), ["touch “primary”: can no longer be touched"]),
        ((TITLE, NOTE, SIGN, replace(BUTTON, ground="c53a1c")), ["touch “primary”: its ground from 28356f to c53a1c"]),
        ((replace(TITLE, ink="000000"), NOTE, SIGN, BUTTON), ["text “予約カート”: its colour from 2a2521 to 000000"]),
        ((replace(TITLE, size=36), NOTE, SIGN, BUTTON), ["text “予約カート”: from 42 to 36 pixels tall"]),
    ],
)
def test_every_change_is_told_by_name(after, told):
    found = differences(BEFORE, after)
    assert [line.startswith(start) for line, start in zip(found, told, strict=True)] == [True] * len(told)


def drawn(state, record):
    return Drawn(VIEW, "cart", state, (), record)


def test_what_is_kept_is_read_again_as_it_was(tmp_path):
    write_references([drawn("usual", BEFORE), drawn("empty", (TITLE, BUTTON, SIGN))], tmp_path)
    assert read_references(tmp_path, VIEW.name, "cart") == {"usual": BEFORE, "empty": (TITLE, BUTTON, SIGN)}


def test_changes_are_told_by_view_screen_and_state(tmp_path):
    write_references([drawn("usual", BEFORE), drawn("empty", BEFORE)], tmp_path)
    found = changes([drawn("usual", BEFORE), drawn("empty", BEFORE[:-1]), drawn("new", BEFORE)], tmp_path)
    assert found == {
        "landscape-ja-calm-standard cart empty": ["gone: touch “primary” at (1400, 20, 400, 80)"],
        "landscape-ja-calm-standard cart new": ["was never kept"],
    }


def test_what_is_kept_of_a_screen_that_is_no_more_is_dropped(tmp_path):
    write_references([replace(drawn("usual", BEFORE), screen="former")], tmp_path)
    write_references([drawn("usual", BEFORE)], tmp_path)
    assert [file.name for file in tmp_path.glob("*/*.json")] == ["cart.json"]
