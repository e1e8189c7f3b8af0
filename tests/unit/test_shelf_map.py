"""Where a call number stands on a floor's map: marks, classes and names compared as shelves are set."""

import pytest

from kiosk import paths
from kiosk.central.demo_files import demo_files
from kiosk.domain.catalogue import Material
from kiosk.domain.errors import InvalidProfile
from kiosk.domain.shelf_map import CallNumber, Place, ShelfMap, place_of
from kiosk.profiles import load_profile

WITH_MAPS = ("kumamoto", "kitakyushu", "okegawa")


def shelf(first: str = "", last: str = "", **more: object) -> Place:
    """A shelf for these call numbers."""
    return Place(0.1, 0.1, 0.2, 0.2, call_from=first, call_to=last, **more)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("913.6ナ", ("", "9136", "な")),
        ("９１３．６　ナツ", ("", "9136", "なつ")),
        ("K913", ("K", "913", "")),
        ("R 031.4/ク", ("R", "0314", "く")),
        ("児童913.6", ("児童", "9136", "")),
        ("Eイ", ("E", "", "い")),
        ("DVDク", ("DVD", "", "く")),
        ("", ("", "", "")),
    ],
)
def test_a_call_number_is_told_apart_into_mark_class_and_name(text, parts):
    number = CallNumber.parse(text)
    assert (number.mark, number.figures, number.rest) == parts


@pytest.mark.parametrize(
    ("first", "last", "number", "is_there"),
    [
        ("910", "913", "913.6ナ", True),
        ("910", "913", "910", True),
        ("910", "913", "914.6タ", False),
        ("910", "913", "909", False),
        ("910", "913", "K913.6", False),
        ("900", "912", "911.168タ", True),
        ("913.6サ", "913.6ノ", "913.6ナ", True),
        ("913.6サ", "913.6ノ", "913.6なつ", True),
        ("913.6サ", "913.6ノ", "913.6ノグ", True),
        ("913.6サ", "913.6ノ", "913.6コ", False),
        ("913.6サ", "913.6ノ", "913.65タ", False),
        ("E", "E", "Eナカ", True),
        ("Eア", "Eコ", "Eサ", False),
        ("K", "K", "Kマ", True),
    ],
)
def test_a_shelf_holds_what_lies_between_its_ends(first, last, number, is_there):
    assert shelf(first, last).holds("2F 文学", number, None) is is_there


def test_a_shelf_may_ask_for_a_location_or_a_material_instead():
    assert shelf(location="1F えほん").holds("1F えほん", "Eナ", Material.PICTURE_BOOK)
    assert not shelf(location="1F えほん").holds("2F 文学", "913.6ナ", Material.BOOK)
    assert shelf(materials=(Material.CD,)).holds("", "", Material.CD)
    assert not shelf(materials=(Material.CD,)).holds("", "", Material.DVD)


def test_the_first_shelf_of_the_branch_that_holds_it_is_the_one():
    maps = (
        ShelfMap("east", {"ja": "東"}, "east.png", (shelf("900", "999"),)),
        ShelfMap("main", {"ja": "1階"}, "one.png", (shelf("100", "199"),)),
        ShelfMap("main", {"ja": "2階"}, "two.png", (shelf("913", "913"), shelf("900", "999"))),
    )
    found = place_of(maps, "main", "", "913.6ナ")
    assert found is not None
    assert (found.shelf_map.picture, found.place) == ("two.png", maps[2].places[0])
    assert place_of(maps, "main", "", "700") is None
    assert place_of(maps, "west", "", "913.6") is None


@pytest.mark.parametrize(
    "fault",
    [
        "places = [{ x = 0.9, y = 0, width = 0.2, height = 0.1 }]",
        'places = [{ x = 0, y = 0, width = 0.2, height = 0.1, call_from = "E", call_to = "913" }]',
        'picture = "../secret.png"',
    ],
)
def test_a_profile_with_an_impossible_map_is_refused(tmp_path, fault):
    text = (paths.PROFILES / "chiba.toml").read_text(encoding="utf-8")
    head = '[[shelf_maps]]\nbranch = "chuo"\nname = { ja = "1階" }\n'
    picture = "" if fault.startswith("picture") else 'picture = "one.png"\n'
    file = tmp_path / "own.toml"
    file.write_text(f"{text}\n{head}{picture}{fault}\n", encoding="utf-8")
    with pytest.raises(InvalidProfile, match="shelf_maps"):
        load_profile(file)


@pytest.mark.parametrize("name", WITH_MAPS)
def test_every_copy_of_the_demo_library_has_its_place_on_a_map(name):
    profile = load_profile(name)
    here = profile.branches[0].code
    lost = [
        (item.location, item.call_number)
        for item in demo_files().items
        if item.branch == 1 and place_of(profile.shelf_maps, here, item.location, item.call_number) is None
    ]
    assert not lost


@pytest.mark.parametrize("name", WITH_MAPS)
def test_every_picture_named_is_there(name):
    for each in load_profile(name).shelf_maps:
        assert (paths.SHELF_MAPS / each.picture).read_bytes().startswith(b"\x89PNG")
