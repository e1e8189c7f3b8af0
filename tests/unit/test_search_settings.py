"""What a library may say of its catalogue's index, and what is refused at start."""

from pathlib import Path

import pytest

from kiosk import paths
from kiosk.central.settings import SearchEngine
from kiosk.config import CentralConfig, InvalidSettings, load_central_config

_EXAMPLE = (paths.ROOT / "deploy" / "central.example.toml").read_text(encoding="utf-8")


def _read(folder: Path, lines: str) -> CentralConfig:
    file = folder / "central.toml"
    file.write_text(f"{_EXAMPLE}\n{lines}", encoding="utf-8")
    return load_central_config(file)


def test_without_a_word_the_service_searches_by_itself(tmp_path: Path) -> None:
    assert _read(tmp_path, "").search.engine is SearchEngine.ARRAYS


def test_the_engine_of_the_example_is_accepted_as_it_stands_there(tmp_path: Path) -> None:
    begin = _EXAMPLE.index("# [search]")
    lines = [line.removeprefix("# ") for line in _EXAMPLE[begin:].split("\n\n")[0].splitlines()]
    search = _read(tmp_path, "\n".join(lines)).search
    assert search.engine is SearchEngine.GROONGA
    assert len(search.groonga_urls) == 2


@pytest.mark.parametrize(
    "lines",
    [
        'engine = "groonga"',
        'engine = "groonga"\ngroonga_urls = []',
        'engine = "groonga"\ngroonga_urls = ["search-1:10041"]',
        'engine = "groonga"\ngroonga_urls = ["http://search-1:port"]',
        'groonga_urls = ["http://search-1:10041"]',
        'engine = "elastic"',
        'path = "x"',
    ],
)
def test_servers_that_cannot_be_asked_are_refused_by_the_name_of_the_part(tmp_path: Path, lines: str) -> None:
    with pytest.raises(InvalidSettings, match="search"):
        _read(tmp_path, f"[search]\n{lines}")
