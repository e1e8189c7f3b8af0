"""The window's bench: what it types follows from its seed, and its keys are those that type it."""

from pathlib import Path

import pytest
from bench.search_catalogue import catalogue
from bench.ui_queries import kana_keys, readings, romaji_keys
from bench.ui_watch import Took

from kiosk.domain.romaji import to_kana


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return catalogue(Path("no such folder"), tmp_path_factory.mktemp("bench"), 300, seed=7).database


def test_what_is_typed_follows_from_the_seed(database: Path) -> None:
    assert readings(database, 20, seed=1) == readings(database, 20, seed=1)
    assert readings(database, 20, seed=1) != readings(database, 20, seed=2)
    assert len(readings(database, 20, seed=1)) == 20


def test_romaji_keys_spell_what_shall_be_typed(database: Path) -> None:
    for kana in readings(database, 100, seed=1):
        assert to_kana("".join(romaji_keys(kana)).replace("ー", "-")) == kana


def test_a_small_or_voiced_kana_takes_two_keys() -> None:
    assert list(kana_keys("がっこう")) == ["か", "dakuten", "つ", "small", "こ", "う"]


def test_drawing_is_no_part_of_the_programs_own_time() -> None:
    took = Took(wall=0.2, drawing=0.15, screen=0.01, drawer=0.1, client=0.002, service=0.003)
    assert took.own == pytest.approx(0.015)
    assert took.but_drawing == pytest.approx(0.05)
