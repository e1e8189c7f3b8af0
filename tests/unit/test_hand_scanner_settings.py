"""Hand scanners in the terminal's settings, and what `kiosk doctor` says of them."""

from pathlib import Path

import pytest

from kiosk.config import InvalidSettings, load_terminal_config
from kiosk.scanner.hand_scanner_diagnosis import hand_scanner_checks
from kiosk.scanner.hand_scanner_source import HidPosSource, SerialSource


@pytest.fixture
def settings(tmp_path: Path):
    def load(line: str):
        file = tmp_path / "terminal.toml"
        file.write_text(f'service_url = "http://127.0.0.1:1"\nterminal_key = "k"\n{line}\n')
        return load_terminal_config(file).hand_scanner

    return load


def test_none_one_and_several_can_be_named(settings):
    assert settings("") == ()
    assert settings('hand_scanner = "hidpos"') == (HidPosSource(),)
    both = settings('hand_scanner = ["serial:/dev/ttyS0?baud=19200", "hidpos:0C2E:0B61"]')
    assert both == (SerialSource("/dev/ttyS0", 19200), HidPosSource(0x0C2E, 0x0B61))


@pytest.mark.parametrize("line", ['hand_scanner = "usb"', 'hand_scanner = ["hidpos", "com1"]'])
def test_one_written_wrong_is_refused_by_its_key_and_says_how_it_is_written(settings, line):
    with pytest.raises(InvalidSettings, match=r"hand_scanner: .*serial:DEVICE"):
        settings(line)


@pytest.mark.parametrize("line", ["hand_scanner = 1", "hand_scanner = [1]", "hand_scanner = { usb = true }"])
def test_anything_but_texts_is_refused_too(settings, line):
    with pytest.raises(InvalidSettings, match="hand_scanner"):
        settings(line)


def test_the_doctor_says_which_scanner_is_missing_and_what_to_do(tmp_path: Path):
    serial, hid = hand_scanner_checks([SerialSource(str(tmp_path / "none")), HidPosSource(0xFFFF, 0xFFFF)])
    assert (serial.is_fine, hid.is_fine) == (False, False)
    assert "it is not there" in serial.found
    assert hid.found == "there is no HID-POS scanner"
    assert "dialout" in serial.remedy
    assert hand_scanner_checks([]) == []
