"""The gallery as a command: pictures, thumbnails, structure and a page that names every one of them."""

import json
import re
import shutil

import cv2
import pytest

from kiosk.cli import main

pytestmark = pytest.mark.display
VIEW = "small-en-contrast-large"


@pytest.fixture(scope="module")
def gallery(tmp_path_factory):
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed, so no window can be opened")
    out = tmp_path_factory.mktemp("gallery")
    chosen = ["--layout", "small", "--language", "en", "--theme", "contrast", "--text-size", "large"]
    assert main(["gallery", *chosen, "--only", "idle", "--only", "focus", "--processes", "1", "--out", str(out)]) in (0, 1)
    return out


def test_every_picture_has_the_size_of_its_screen_and_a_thumbnail(gallery):
    pictures = sorted((gallery / VIEW).glob("*.png"))
    assert {picture.stem.split("-")[0] for picture in pictures} == {"idle", "focus"}
    for picture in pictures:
        assert cv2.imread(str(picture)).shape[:2] == (800, 1280)
        assert max(cv2.imread(str(picture.with_suffix(".jpg"))).shape) < 500


def test_beside_each_picture_is_what_is_on_it(gallery):
    seen = json.loads((gallery / VIEW / "idle-begins.json").read_text(encoding="utf-8"))
    assert ["touch", "continue"] in [each[:2] for each in seen]
    assert any(kind == "text" and "20" in text for kind, text, *_ in seen)


def test_the_page_shows_every_picture_and_reaches_nothing_outside(gallery):
    page = (gallery / "index.html").read_text(encoding="utf-8")
    linked = set(re.findall(r'(?:href|src)="([^"]+)"', page))
    assert linked == {f"{VIEW}/{file.name}" for file in (gallery / VIEW).iterdir() if file.suffix != ".json"}
    assert "http" not in page
