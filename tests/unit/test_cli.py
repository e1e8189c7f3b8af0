"""The commands: their help, what they print, and a clear sentence for what they cannot do."""

import json
import tomllib
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.cli import main
from kiosk.rules import known_rules
from kiosk.scanner.sample_cards import card_picture

COMMANDS = [
    ["run"],
    ["central"],
    ["central", "serve"],
    ["central", "import"],
    ["central", "openapi"],
    ["tour"],
    ["scan"],
    ["rules"],
    ["doctor"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_a_help(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    assert "usage: kiosk" in capsys.readouterr().out


def test_scan_prints_one_json_line_a_picture(tmp_path, capsys):
    import cv2

    cv2.imwrite(str(tmp_path / "card.png"), card_picture("0000000001"))
    (tmp_path / "text.png").write_text("no picture", encoding="utf-8")
    assert main(["scan", "--profile", "kumamoto", str(tmp_path / "card.png"), str(tmp_path / "text.png")]) == 0
    card, text = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (card["card_number"], card["symbology"]) == ("0000000001", "codabar")
    assert card["milliseconds"] > 0
    assert text["card_number"] is None


def test_import_says_what_was_read_taken_and_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    (tmp_path / "map.toml").write_text(
        'name = "test"\ndelimiter = ";"\n[fields]\nid = "id"\ntitle = "title"\n', encoding="utf-8"
    )
    (tmp_path / "books.csv").write_text("id;title\n1;坊っちゃん\n2;\n", encoding="utf-8")
    code = main(["central", "import", str(tmp_path / "books.csv"), "--map", str(tmp_path / "map.toml")])
    said = capsys.readouterr()
    assert code == 0, said.err
    assert "read 2, taken 1" in said.out
    assert "refused: line 3" in said.out


@pytest.mark.parametrize(
    "words",
    [
        ["central", "serve", "--config", "/nowhere.toml"],
        ["run", "--config", "/nowhere.toml"],
        ["scan", "--profile", "nowhere", "x.png"],
        ["central", "import", "/nowhere.csv"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_ends_with_a_sentence_and_no_traceback(words, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KIOSK_HOME", str(tmp_path))
    assert main(words) == 1
    said = capsys.readouterr().err
    assert said.startswith("kiosk: ")
    assert "Traceback" not in said


def test_the_rules_are_those_of_the_published_guides():
    guide = paths.ROOT.parent / "shared" / "RULES.md"
    if not guide.exists():
        pytest.skip("the list of rules is not beside this checkout")
    published = [line.split("|")[1].strip() for line in guide.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert list(known_rules()) == [rule for rule in published if rule[2:3] == "-" and rule[:2].isupper()]


@pytest.mark.parametrize("name", sorted(file.stem for file in paths.PROFILES.glob("*.toml")))
def test_a_profile_with_an_unknown_key_is_refused_by_its_name(name, tmp_path):
    from kiosk.domain.errors import InvalidProfile
    from kiosk.profiles import load_profile

    text = (paths.PROFILES / f"{name}.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["id"] == name
    wrong = Path(tmp_path) / "wrong.toml"
    wrong.write_text(text.replace("[hold_shelf]", "[hold_shelf]\ncolour = 3", 1), encoding="utf-8")
    with pytest.raises(InvalidProfile, match=r"hold_shelf\.colour"):
        load_profile(wrong)


def test_a_library_that_is_always_closed_cannot_count_open_days(tmp_path):
    from kiosk.domain.errors import InvalidProfile
    from kiosk.profiles import load_profile

    text = (paths.PROFILES / "kitakyushu.toml").read_text(encoding="utf-8")
    wrong = Path(tmp_path) / "wrong.toml"
    wrong.write_text(text.replace("closed_weekdays = [0]", "closed_weekdays = [0, 1, 2, 3, 4, 5, 6]"), encoding="utf-8")
    with pytest.raises(InvalidProfile, match="closed_weekdays"):
        load_profile(wrong)
