"""The selection that is drawn for every change: small, the same at every run, and nothing is left out of it."""

from itertools import product

import pytest

from kiosk import paths
from kiosk.gallery.covering import covering
from kiosk.gallery.states import STATES
from kiosk.gallery.views import LAYOUTS, View
from kiosk.terminal.comfort import TextSize
from kiosk.terminal.visit import Step
from kiosk.terminal.words import Languages

LANGUAGES = ("ja", "ja-easy", "en", "zh-Hant", "zh-Hans", "ko")


@pytest.fixture(scope="module")
def words():
    return Languages(paths.LANGUAGES).words("ja")


def views_of(chosen, screen):
    return [view for view, screens in chosen.items() if screen in screens]


def test_every_step_of_a_visit_has_example_states():
    assert set(STATES) >= set(Step)


@pytest.mark.parametrize("layout", ["landscape", "portrait"])
def test_every_state_is_drawn_lying_and_standing(words, layout):
    chosen = covering(words, LANGUAGES)
    assert {screen: set(names) for screen, names in chosen[View(LAYOUTS[layout], "ja")].items()} == {
        screen: set(states(words)) for screen, states in STATES.items()
    }


@pytest.mark.parametrize("screen", STATES)
def test_every_screen_is_drawn_in_every_way(words, screen):
    seen = views_of(covering(words, LANGUAGES), screen)
    assert {view.language for view in seen} == set(LANGUAGES)
    assert {view.layout.name for view in seen} == set(LAYOUTS)
    assert {view.text_size for view in seen} == set(TextSize)
    assert {view.is_high_contrast for view in seen} == {True, False}


def test_the_selection_is_the_same_at_every_run(words):
    assert covering(words, LANGUAGES) == covering(words, LANGUAGES)


def test_it_is_far_smaller_than_all_there_is(words):
    chosen = covering(words, LANGUAGES)
    drawn = sum(len(names) for screens in chosen.values() for names in screens.values())
    every = sum(len(states(words)) for states in STATES.values())
    assert drawn < every * 4 < every * len(list(product(LANGUAGES, LAYOUTS, TextSize, (True, False))))
