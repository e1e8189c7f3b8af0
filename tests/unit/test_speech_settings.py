"""Speech in the terminal's settings, and what `kiosk doctor` and `kiosk say` make of it."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from ear import Ear, heard_in

from kiosk.cli import main
from kiosk.config import InvalidSettings, load_terminal_config
from kiosk.speech import presence
from kiosk.speech.diagnosis import speech_checks
from kiosk.speech.settings import SpeechSettings
from kiosk.speech.tones import tone
from kiosk.speech.voices import Voices
from kiosk.speech.wording import Passage, Tongue
from kiosk.terminal.ports import Sound


def written(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "terminal.toml"
    file.write_text("\n".join(['service_url = "http://127.0.0.1:1"', 'terminal_key = "k"', "[speech]", *lines]) + "\n")
    return file


def test_without_a_word_about_it_a_terminal_speaks_by_alsa(tmp_path):
    settings = load_terminal_config(written(tmp_path)).speech
    assert settings == SpeechSettings()
    assert settings.command[0] == "aplay"
    assert "default" in settings.command


def test_device_player_volume_and_rate_can_be_set(tmp_path):
    lines = 'device = "plughw:CARD=PCH"', "volume = 40", "rate = 1.2", 'jack = "none"'
    settings = load_terminal_config(written(tmp_path, *lines)).speech
    assert "plughw:CARD=PCH" in settings.command
    assert (settings.volume, settings.rate, settings.jack) == (40, 1.2, "none")
    assert load_terminal_config(written(tmp_path, 'player = ["pw-play", "-"]')).speech.command == ("pw-play", "-")


@pytest.mark.parametrize("line", ["volume = 101", "volume = -1", "rate = 0.1", "rate = 9.0", "loudness = 3", "player = 1"])
def test_what_cannot_be_heard_is_refused_by_its_key(tmp_path, line):
    with pytest.raises(InvalidSettings, match="speech"):
        load_terminal_config(written(tmp_path, line))


def test_the_doctor_tries_every_voice_and_the_player(tmp_path):
    with Ear(tmp_path) as ear:
        checks = speech_checks(ear.settings(), list)
    assert [(check.name, check.is_fine) for check in checks] == [
        ("voice ja", True),
        ("voice en", True),
        ("voice zh", True),
        ("voice ko", True),
        ("player", True),
        ("headphones", True),
    ]


def test_the_doctor_says_what_plays_not_and_what_to_do():
    def player(*command: str) -> str:
        check = next(each for each in speech_checks(SpeechSettings(player=command), list) if each.name == "player")
        assert not check.is_fine
        assert "[speech]" in check.remedy
        return check.found

    assert player("/nowhere/player") == "there is no /nowhere/player"
    assert player("false") == "false does not play: 1"
    complaint = "import sys; sys.stdin.read(); sys.exit('no such card')"
    assert player(sys.executable, "-c", complaint).endswith("does not play: no such card")


def test_alsa_without_that_device_is_told_by_its_name():
    check = next(each for each in speech_checks(SpeechSettings(device="nosuchcard"), list) if each.name == "player")
    assert not check.is_fine
    assert "device nosuchcard does not play" in check.found
    assert "aplay -l" in check.remedy


def test_alsa_plays_what_it_is_given():
    """Its device `null` is on every machine."""
    check = next(each for each in speech_checks(SpeechSettings(device="null"), list) if each.name == "player")
    assert (check.is_fine, check.found) == (True, "device null plays")


def test_a_missing_voice_is_told_with_what_brings_it(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "pyopenjtalk", None)
    checks = {check.name: check for check in speech_checks(SpeechSettings(player=("/bin/true",)), list)}
    assert not checks["voice ja"].is_fine
    assert "pyopenjtalk-plus" in checks["voice ja"].remedy
    assert [checks[f"voice {code}"].is_fine for code in ("en", "zh", "ko")] == [False] * 3
    assert "espeak-ng" in checks["voice ko"].remedy


def test_a_terminal_without_espeak_still_speaks_japanese(monkeypatch, tmp_path):
    monkeypatch.setattr(presence.shutil, "which", lambda _program: None)
    presence.has_voice.cache_clear()
    try:
        assert [presence.has_voice(code) for code in ("ja", "ja-easy", "en", "zh-Hant", "ko")] == [
            True,
            True,
            False,
            False,
            False,
        ]
    finally:
        monkeypatch.undo()
        presence.has_voice.cache_clear()


def test_the_doctor_tells_a_socket_that_is_not_there(tmp_path):
    def socket(jack: str, devices: list[Path]) -> tuple[bool, str]:
        check = speech_checks(SpeechSettings(player=("true",), jack=jack), lambda: devices)[-1]
        return check.is_fine, check.found

    assert socket("auto", []) == (True, "no socket here tells of headphones: speech begins by touch or by the keypad")
    assert socket("none", []) == (True, "not watched: speech begins by touch or by the keypad")
    missing = tmp_path / "event9"
    assert socket(str(missing), []) == (False, f"{missing}: FileNotFoundError")
    missing.touch()
    assert socket("auto", [missing]) == (False, f"{missing} is no input device")


def test_what_is_switched_off_is_not_looked_at():
    checks = speech_checks(SpeechSettings(enabled=False, sounds=False))
    assert [(check.name, check.is_fine) for check in checks] == [("speech", True)]


def test_say_speaks_a_text_for_who_sets_a_terminal_up(tmp_path, capsys):
    with Ear(tmp_path) as ear:
        file = written(tmp_path, f"player = {list(ear.player)!r}", "volume = 100")
        assert main(["say", "Three books.", "--language", "en", "--config", str(file)]) == 0
        passage = Passage(Tongue.ENGLISH, "Three books.", "Three books.")
        assert heard_in(ear.next().rest(), Voices(1.0).speak(passage, 1.0))
        assert main(["say", "?", "--language", "xx", "--config", str(file)]) == 1
    assert capsys.readouterr().out == "xx: not spoken; see kiosk doctor\n"


def test_say_without_a_text_goes_through_the_languages_and_the_sounds(tmp_path):
    with Ear(tmp_path) as ear:
        file = written(tmp_path, f"player = {list(ear.player)!r}", "volume = 100")
        with ThreadPoolExecutor(1) as pool:
            said = pool.submit(main, ["say", "--config", str(file)])
            heard = [ear.next().rest()]
            while not heard_in(heard[-1], tone(list(Sound)[-1])):
                heard.append(ear.next().rest())
            assert said.result() == 0
    assert sum(map(len, heard)) > 6 * 48000, "six languages, three sounds"
