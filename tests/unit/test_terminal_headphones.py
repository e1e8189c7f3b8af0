"""Headphones at the terminal: plugging them in begins speech, pulling them out ends it, and it never outlives the visit."""

from collections.abc import Callable
from dataclasses import replace

from terminal_stand import Stand

from kiosk.terminal.silence import NoVoice
from kiosk.terminal.visit import Step


class Socket:
    """A socket for headphones, in the test's hand."""

    def __init__(self) -> None:
        self.tell: Callable[[bool], None] = lambda _is_plugged: None
        self.is_watched = False

    def start(self, on_change: Callable[[bool], None]) -> None:
        self.tell, self.is_watched = on_change, True
        self.tell(False)

    def stop(self) -> None:
        self.is_watched = False


class Voice(NoVoice):
    """Speaks every language, and counts how often it was silenced."""

    stops = 0

    def can_speak(self, language: str) -> bool:
        return True

    def stop(self) -> None:
        self.stops += 1


def stand_with_headphones() -> tuple[Stand, Socket, Voice]:
    socket, voice = Socket(), Voice()
    return Stand(headphones=socket, voice=voice), socket, voice


def test_speech_begins_when_headphones_are_plugged_in_and_ends_when_they_are_pulled_out():
    stand, socket, voice = stand_with_headphones()
    socket.tell(True)
    assert stand.terminal.visit.comfort.is_spoken
    stand.terminal.choose_comfort(replace(stand.terminal.visit.comfort, speaks_passwords=True))
    socket.tell(False)
    assert not stand.terminal.visit.comfort.is_spoken
    assert not stand.terminal.visit.comfort.speaks_passwords
    assert voice.stops == 1


def test_what_was_typed_stays_when_headphones_are_plugged_in():
    stand, socket, _voice = stand_with_headphones()
    stand.terminal.open(Step.SEARCH)
    stand.keys("かもめ")
    typed = stand.state.form
    socket.tell(True)
    assert stand.step is Step.SEARCH
    assert stand.state.form == typed


def test_headphones_left_plugged_in_do_not_speak_to_the_next_patron():
    stand, socket, _voice = stand_with_headphones()
    socket.tell(True)
    stand.terminal.end_visit()
    assert not stand.terminal.visit.comfort.is_spoken
    socket.tell(False)
    socket.tell(True)
    assert stand.terminal.visit.comfort.is_spoken


def test_speech_that_was_chosen_on_the_screen_needs_no_socket():
    stand, socket, _voice = stand_with_headphones()
    stand.terminal.choose_comfort(replace(stand.terminal.visit.comfort, is_spoken=True))
    socket.tell(False)
    assert stand.terminal.visit.comfort.is_spoken


def test_a_terminal_without_a_voice_promises_none():
    socket = Socket()
    stand = Stand(headphones=socket)
    socket.tell(True)
    assert not stand.terminal.visit.comfort.is_spoken


def test_the_socket_is_let_go_with_the_camera():
    stand, socket, _voice = stand_with_headphones()
    assert socket.is_watched
    stand.terminal.close()
    assert not socket.is_watched
