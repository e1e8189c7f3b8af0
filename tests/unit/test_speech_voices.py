"""The voices themselves: every language really makes sound, as long as its text asks, and another text another sound."""

import os
import stat
import sys
from pathlib import Path

import numpy as np
import pytest

from kiosk.speech.audio import RATE, louder, samples, trimmed
from kiosk.speech.japanese import JapaneseVoice
from kiosk.speech.tones import tone
from kiosk.speech.voices import Voices
from kiosk.speech.wording import Passage, Tongue, passages
from kiosk.terminal.ports import Sound

SENTENCES = {
    "ja": ("利用者カードを見せてください。", 16),
    "ja-easy": ("\ufff9本\ufffaほん\ufffbを \ufff9借\ufffaか\ufffbりる", 5),
    "en": ("Please show your library card.", 8),
    "zh-Hant": ("請出示您的借書證。", 8),
    "zh-Hans": ("请出示您的借书证。", 8),
    "ko": ("도서관 카드를 보여 주세요.", 11),
}
"""A sentence of each language and its beats: morae or syllables."""
BEAT_SECONDS = (0.07, 0.4)


@pytest.fixture(scope="module")
def voices() -> Voices:
    return Voices(1.0)


def spoken(voices: Voices, text: str, language: str, rate: float = 1.0) -> np.ndarray:
    return np.concatenate([voices.speak(passage, rate) for passage in passages(text, language)])


def strength(sound: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(sound.astype(float)))))


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_heard_and_takes_the_time_of_its_beats(voices, language):
    sentence, beats = SENTENCES[language]
    sound = spoken(voices, sentence, language)
    shortest, longest = (beats * beat for beat in BEAT_SECONDS)
    assert shortest < len(sound) / RATE < longest
    assert 1000 < strength(sound) < 12000
    assert np.abs(sound).max() > 6000


def test_no_voice_is_much_louder_than_another(voices):
    strengths = [strength(spoken(voices, sentence, language)) for language, (sentence, _) in SENTENCES.items()]
    assert max(strengths) < 2.5 * min(strengths)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ja", "予約しました", "取り消しました"),
        ("en", "Reserved", "Cancelled"),
        ("zh-Hant", "預約", "取消"),
        ("ko", "예약", "취소"),
    ],
)
def test_another_text_sounds_otherwise(voices, language, one, other):
    first, second = (spoken(voices, text, language) for text in (one, other))
    assert len(first) != len(second) or not np.array_equal(first, second)


def test_chinese_is_read_as_chinese_in_both_scripts(voices):
    """eSpeak's plain Mandarin voice reads its own Pinyin as English words, several times as long."""
    traditional, simplified = (spoken(voices, SENTENCES[code][0], code) for code in ("zh-Hant", "zh-Hans"))
    assert np.array_equal(traditional, simplified)


def test_a_higher_rate_takes_less_time(voices):
    for language, (sentence, _) in SENTENCES.items():
        usual, fast = (len(spoken(voices, sentence, language, rate)) for rate in (1.0, 1.6))
        assert fast < 0.85 * usual, language


def test_kana_over_kanji_decide_where_the_dictionary_reads_otherwise():
    voice = JapaneseVoice()

    def sound(text: str, reading: str) -> np.ndarray:
        return voice.speak(Passage(Tongue.JAPANESE, text, reading), 1.0)

    assert np.array_equal(sound("図書館の本", "としょかんのほん"), sound("図書館の本", "図書館の本"))
    assert np.array_equal(sound("上手", "かみて"), sound("かみて", "かみて"))
    assert not np.array_equal(sound("上手", "かみて"), sound("上手", "上手"))


@pytest.mark.parametrize(
    ("written", "read"), [("12:30", "12時30分"), ("9:00", "9時"), ("10時〜12時", "10時から12時"), ("10～12", "10から12")]
)
def test_hours_and_spans_are_read_as_people_say_them(voices, written, read):
    assert np.array_equal(spoken(voices, written, "ja"), spoken(voices, read, "ja"))


def test_the_japanese_voice_is_there_without_a_network(voices, monkeypatch):
    """Nothing is fetched: an address that is asked for ends the test."""

    def refuse(*_address: object, **_options: object) -> None:
        raise AssertionError("the voice asked the network")

    monkeypatch.setattr("socket.socket.connect", refuse)
    assert len(JapaneseVoice().speak(Passage(Tongue.JAPANESE, "図書館", "図書館"), 1.0))


def test_the_text_is_no_argument_of_the_program_that_speaks(voices, tmp_path: Path, monkeypatch):
    """A program of that name notes how it was called, and hands on to the real one."""
    seen = tmp_path / "seen"
    real = next(str(Path(folder) / "espeak-ng") for folder in os.get_exec_path() if (Path(folder) / "espeak-ng").exists())
    watcher = tmp_path / "espeak-ng"
    watcher.write_text(
        f"#!{sys.executable}\n"
        "import os, sys\n"
        f"open({str(seen)!r}, 'a').write(repr(sys.argv + list(os.environ.items())))\n"
        f"os.execv({real!r}, sys.argv)\n"
    )
    watcher.chmod(watcher.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert len(spoken(voices, "Confidential", "en"))
    assert "--stdin" in seen.read_text()
    assert "Confidential" not in seen.read_text()


@pytest.mark.parametrize("sound", Sound)
def test_every_sound_is_short_faded_and_heard(sound):
    wave = tone(sound)
    assert 0.02 < len(wave) / RATE < 0.6
    assert strength(wave) > 2000
    assert max(abs(int(wave[0])), abs(int(wave[-1]))) < 100


def test_good_and_bad_news_differ_in_height():
    """Whoever hears little above or below still hears that they are not the same."""

    def height(sound: Sound) -> float:
        wave = tone(sound).astype(float)
        return float(np.argmax(np.abs(np.fft.rfft(wave))) * RATE / len(wave))

    assert height(Sound.SCANNED) > 3 * height(Sound.ERROR)


def test_sound_is_brought_to_the_players_rate_and_cut_where_too_loud():
    wave = samples(np.full(22050, 20000.0), 22050, gain=2.0)
    assert len(wave) == RATE
    assert wave.max() == 32767


def test_silence_around_a_passage_is_cut_but_for_a_breath():
    quiet = np.zeros(RATE, np.int16)
    word = np.full(RATE // 10, 5000, np.int16)
    assert len(trimmed(np.concatenate([quiet, word, quiet]))) < RATE // 2
    assert len(trimmed(quiet)) == 0


def test_no_volume_is_silence_and_the_full_one_changes_nothing():
    wave = tone(Sound.SCANNED)
    assert not louder(wave, 0).any()
    assert np.array_equal(louder(wave, 100), wave)
    assert 0 < strength(louder(wave, 10)) < strength(louder(wave, 50)) < strength(wave)
