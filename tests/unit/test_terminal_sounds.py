"""Sounds without words: for a card that was read, for what goes wrong, when all is done; none for who wants none."""

from dataclasses import dataclass, field, replace

import pytest
from terminal_stand import Stand

from kiosk.terminal.ports import Sound
from kiosk.terminal.visit import Step


@dataclass
class Heard:
    """Every sound, in order."""

    sounds: list[Sound] = field(default_factory=list)

    def play(self, sound: Sound) -> None:
        self.sounds.append(sound)

    def new(self) -> list[Sound]:
        """What was heard since it was asked last."""
        new, self.sounds = self.sounds, []
        return new


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def stand(heard: Heard) -> Stand:
    return Stand(sounds=heard)


def test_a_card_that_was_read_is_heard_once(stand, heard):
    patron = stand.library.add_patron()
    stand.presenter.show_card()
    assert heard.new() == []
    stand.reader.show(patron.card)
    assert heard.new() == [Sound.SCANNED]


def test_a_wrong_password_is_heard_each_time_and_not_again_in_another_language(stand, heard):
    patron = stand.library.add_patron()
    stand.presenter.show_card()
    stand.reader.show(patron.card)
    heard.new()
    for language in ("en", "ko"):
        stand.background.is_held = True
        stand.keys("Wrong9")
        stand.presenter.submit()
        stand.background.release()
        assert heard.new() == [Sound.ERROR]
        stand.terminal.choose_language(language)
        stand.terminal.changed()
        assert heard.new() == []


def test_holds_that_were_placed_are_heard(stand, heard):
    patron = stand.library.add_patron()
    title = stand.library.add_title("かもめの本")
    stand.to_login(title)
    stand.log_in(patron.card)
    stand.presenter.submit()
    assert stand.step is Step.DONE
    assert heard.new() == [Sound.SCANNED, Sound.DONE]


def test_who_wants_no_sounds_hears_none(stand, heard):
    patron = stand.library.add_patron()
    stand.terminal.choose_comfort(replace(stand.terminal.visit.comfort, has_sounds=False))
    stand.from_rest(patron.card, "Wrong9")
    assert heard.new() == []
    stand.terminal.end_visit()
    stand.from_rest(patron.card)
    assert heard.new() == [Sound.SCANNED]
