"""The terminal's voice as a whole: real synthesis in its process, a real player, and an ear at the player's end."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from ear import Ear, found_in, heard_in, until

from kiosk.speech.audio import RATE, Samples, louder
from kiosk.speech.mixer import Mixer
from kiosk.speech.speaker import Speaker
from kiosk.speech.tones import tone
from kiosk.speech.voices import Voices
from kiosk.speech.wording import passages
from kiosk.terminal.ports import Sound

SHORT = "予約しました。"
LONG = "書名や著者名や件名など、さがしたい本について知っていることばを、順に入れてみてください。" * 4
SECRET = "ひみつのなまえ"


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Ear]:
    with Ear(tmp_path) as ear:
        yield ear


@pytest.fixture
def speaker(ear: Ear) -> Iterator[Speaker]:
    speaker = Speaker(ear.settings())
    yield speaker
    speaker.close()


def sound_of(text: str, language: str = "ja") -> Samples:
    voices = Voices(1.0)
    return np.concatenate([voices.speak(passage, 1.0) for passage in passages(text, language)])


def workers(parent: int) -> list[int]:
    """The processes that speak for that one."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            is_worker = b"kiosk.speech.worker" in (entry / "cmdline").read_bytes()
            of = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if is_worker and of == parent:
            found.append(int(entry.name))
    return found


@pytest.mark.parametrize(
    ("language", "text"),
    [("ja", SHORT), ("en", "Your hold is placed."), ("zh-Hant", "已預約。"), ("zh-Hans", "已预约。"), ("ko", "예약했습니다.")],
)
def test_what_is_said_reaches_the_player_sample_by_sample(ear, speaker, language, text):
    assert speaker.can_speak(language)
    speaker.say(text, language)
    assert speaker.is_speaking
    assert heard_in(ear.next().rest(), sound_of(text, language))
    until(lambda: not speaker.is_speaking)


def test_a_new_sentence_ends_the_old_one_at_once(ear, speaker):
    speaker.say(LONG, "ja")
    first = ear.next()
    assert len(first.some(0.5)) == RATE // 2
    speaker.say(SHORT, "ja")
    second = ear.next()
    assert heard_in(second.rest(), sound_of(SHORT))
    assert len(first.rest()) < len(sound_of(LONG)) // 2, "the player of the old one is gone, and most was never given to it"


def test_of_sentences_that_overtake_one_another_only_the_newest_is_heard_to_its_end(ear, speaker):
    for number in range(20):
        speaker.say(f"{number}番目の行、" + LONG, "ja")
    speaker.say(SHORT, "ja")
    until(lambda: not speaker.is_speaking)
    newest = sound_of(SHORT)
    hearing = ear.next()
    while not heard_in(hearing.rest(), newest):
        hearing = ear.next()


def test_a_sentence_that_does_not_interrupt_comes_after_the_one_before(ear, speaker):
    speaker.say(SHORT, "ja")
    speaker.say("Three books.", "en", interrupts=False)
    whole = ear.next().rest()
    first, second = found_in(whole, sound_of(SHORT)), found_in(whole, sound_of("Three books.", "en"))
    assert 0 <= first < second


def test_silence_is_at_once_and_nothing_comes_after_it(ear, speaker):
    speaker.say(LONG, "ja")
    speaker.say(LONG, "ja", interrupts=False)
    hearing = ear.next()
    hearing.some(0.5)
    speaker.stop()
    assert not speaker.is_speaking
    assert len(hearing.rest()) < len(sound_of(LONG)) // 2
    speaker.play(Sound.SCANNED)
    assert heard_in(ear.next().rest(), tone(Sound.SCANNED))


def test_a_sound_lies_over_speech_and_takes_no_time_of_its_own():
    mixer = Mixer(100, waiting=4800)
    speech, sound = np.full(9600, 1000, np.int16), np.full(4800, 500, np.int16)
    mixer.speak(speech)
    mixer.take(2400)
    mixer.sound(sound)
    assert np.array_equal(mixer.take(4800), np.full(4800, 1500))
    assert np.array_equal(mixer.take(2400), np.full(2400, 1000))
    assert mixer.is_empty


def test_speech_and_a_sound_are_both_heard(ear, speaker):
    speaker.say(SHORT, "ja")
    hearing = ear.next()
    speaker.play(Sound.DONE)
    assert len(hearing.rest()) >= len(sound_of(SHORT))


def test_a_sound_that_speech_follows_at_once_is_heard_to_its_end():
    """What was taken and not played yet goes with the player that is ended."""
    mixer = Mixer(100, waiting=4800)
    sound = np.arange(1, 6001, dtype=np.int16)
    mixer.sound(sound)
    mixer.take(6000)
    mixer.hush()
    assert not mixer.is_empty
    assert np.array_equal(mixer.take(4800), sound[1200:])
    mixer.take(4800)
    mixer.hush()
    assert not mixer.take(4800).any(), "what was heard is not heard again"


def test_the_volume_is_the_terminals_until_it_is_changed_and_again_after_the_visit(ear):
    speaker = Speaker(ear.settings(volume=50))
    try:
        heard = []
        for change in (lambda: None, lambda: speaker.set_volume(90), lambda: speaker.set_volume(500), speaker.reset):
            change()
            heard.append(speaker.volume)
            speaker.say(SHORT, "ja")
            assert heard_in(ear.next().rest(), louder(sound_of(SHORT), speaker.volume))
        assert heard == [50, 90, 100, 50]
    finally:
        speaker.close()


def test_a_change_of_volume_is_heard_within_the_sentence(ear, speaker):
    speaker.say(LONG, "ja")
    hearing = ear.next()
    hearing.some(0.5)
    speaker.set_volume(0)
    assert not hearing.rest()[-RATE:].any()


def test_a_higher_rate_is_heard_from_the_next_sentence_and_ends_with_the_visit(ear, speaker):
    speaker.set_rate(2.0)
    speaker.say(SHORT, "ja")
    fast = np.concatenate([Voices(1.0).speak(passage, 2.0) for passage in passages(SHORT, "ja")])
    assert len(fast) < 0.8 * len(sound_of(SHORT))
    assert heard_in(ear.next().rest(), fast)
    speaker.reset()
    speaker.say(SHORT, "ja")
    assert heard_in(ear.next().rest(), sound_of(SHORT))


def test_nothing_that_is_said_is_an_argument_a_variable_or_a_file(ear, tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    speaker = Speaker(ear.settings())
    try:
        speaker.say(f"{SECRET}さん、{LONG}", "ja")
        speaker.say(f"{SECRET} {LONG}", "en", interrupts=False)
        hearing = ear.next()
        hearing.some(0.5)
        assert workers(os.getpid()), "it is speaking while it is looked at"
        for entry in Path("/proc").glob("[0-9]*"):
            for name in ("cmdline", "environ"):
                try:
                    told = (entry / name).read_bytes()
                except OSError:
                    continue
                assert SECRET.encode() not in told, f"{name} of {entry.name}"
    finally:
        speaker.close()
    assert list(scratch.iterdir()) == []


def test_the_process_starts_with_the_first_word_stays_and_goes_with_the_speaker(ear):
    speaker = Speaker(ear.settings())
    assert workers(os.getpid()) == []
    speaker.say(SHORT, "ja")
    ear.next().rest()
    (first,) = workers(os.getpid())
    speaker.say(SHORT, "ja")
    ear.next().rest()
    assert workers(os.getpid()) == [first]
    speaker.close()
    assert workers(os.getpid()) == []


def test_a_process_that_broke_down_is_started_anew_with_the_volume_of_the_visit(ear, speaker):
    speaker.say(SHORT, "ja")
    ear.next().rest()
    speaker.set_volume(40)
    (worker,) = workers(os.getpid())
    end = os.pidfd_open(worker)
    os.kill(worker, signal.SIGKILL)
    assert select.select([end], [], [], 20)[0]
    os.close(end)
    speaker.say(SHORT, "ja")
    assert heard_in(ear.next().rest(), louder(sound_of(SHORT), 40))


def test_a_terminal_that_is_killed_leaves_nobody_speaking(ear):
    script = (
        "import sys, time\n"
        "from kiosk.speech.speaker import Speaker\n"
        "from kiosk.speech.settings import SpeechSettings\n"
        f"speaker = Speaker(SpeechSettings(player={ear.player!r}))\n"
        f"speaker.say({LONG!r}, 'ja')\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE) as terminal:
        hearing = ear.next()
        hearing.some(0.2)
        (worker,) = workers(terminal.pid)
        gone = os.pidfd_open(worker)
        terminal.kill()
    assert select.select([gone], [], [], 20)[0]
    os.close(gone)
    assert len(hearing.rest()) < len(sound_of(LONG))


def test_without_a_player_there_is_no_speech_and_no_fault(ear):
    speaker = Speaker(ear.settings(player=("/nowhere/player",)))
    assert not speaker.can_speak("ja")
    speaker.say(SHORT, "ja")
    speaker.play(Sound.SCANNED)
    speaker.stop()
    speaker.reset()
    speaker.close()
    assert not speaker.is_speaking


def test_a_player_that_cannot_play_is_told_once_and_without_the_text(ear, capfd):
    speaker = Speaker(ear.settings(player=("false",)))
    for _ in range(3):
        speaker.say(SECRET, "ja")
        until(lambda: not speaker.is_speaking)
    speaker.close()
    told = capfd.readouterr().err
    assert told.count("nothing can be played by false") == 1
    assert SECRET not in told


def test_the_log_keeps_what_the_voices_libraries_print_out(ear, capfd):
    speaker = Speaker(ear.settings())
    speaker.say(f"ーー、{SECRET}ーッー゛", "ja")
    ear.next().rest()
    speaker.close()
    assert capfd.readouterr().err == ""


def test_a_player_that_hangs_holds_nobody_up_and_keeps_no_visit_alive(ear):
    """The time that a sentence may take is the most that idle time waits for it."""
    now = [100.0]
    speaker = Speaker(ear.settings(player=("sleep", "1000")), seconds=lambda: now[0])
    speaker.say(LONG, "ja")
    assert speaker.is_speaking
    now[0] += 4 + len(LONG)
    assert not speaker.is_speaking
    speaker.say(SHORT, "ja")
    speaker.play(Sound.SCANNED)
    until(lambda: workers(os.getpid()))
    speaker.close()
    assert workers(os.getpid()) == []


def test_speech_and_sounds_can_be_switched_off_apart(ear):
    mute, soundless = Speaker(ear.settings(enabled=False)), Speaker(ear.settings(sounds=False))
    try:
        assert not mute.can_speak("ja")
        mute.say(SHORT, "ja")
        mute.play(Sound.ERROR)
        assert heard_in(ear.next().rest(), tone(Sound.ERROR))
        assert soundless.can_speak("ja")
        soundless.play(Sound.ERROR)
        soundless.say(SHORT, "ja")
        assert heard_in(ear.next().rest()[: len(sound_of(SHORT))], sound_of(SHORT))
    finally:
        mute.close()
        soundless.close()


def test_speech_stops_when_it_is_to_be_kept_silent_and_sounds_do_not(ear, speaker):
    speaker.say(LONG, "ja")
    hearing = ear.next()
    hearing.some(0.3)
    speaker.keep_silent(True)
    assert not speaker.can_speak("ja")
    assert len(hearing.rest()) < len(sound_of(LONG)) // 2
    speaker.say(LONG, "ja")
    speaker.play(Sound.ERROR)
    assert any(heard_in(ear.next().rest(), tone(Sound.ERROR)) for _player in range(2))
    speaker.keep_silent(False)
    speaker.say(SHORT, "ja")
    assert heard_in(ear.next().rest(), sound_of(SHORT))


def test_a_language_without_a_voice_is_silence(ear, speaker):
    speaker.say(LONG, "ja")
    hearing = ear.next()
    hearing.some(0.3)
    speaker.say("?", "xx")
    assert len(hearing.rest()) < len(sound_of(LONG)) // 2
