"""Spells what the Japanese dictionary reads otherwise than a library means it; everything else is left to the dictionary."""

import re
from collections.abc import Callable

_Spelling = str | Callable[[re.Match[str]], str]
_ERAS = {"明": "めい", "大": "たい", "昭": "しょう", "平": "へい", "令": "れい"}
_DAYS = dict(zip("月火水木金土日", ("げつ", "か", "すい", "もく", "きん", "ど", "にち"), strict=True))
_COUNTS = {"1": "ひと", "2": "ふた", "3": "みっ"}


def _clock(found: re.Match[str]) -> str:
    minutes = int(found[2])
    return f"{int(found[1])}時{minutes}分" if minutes else f"{int(found[1])}時"


def _era(found: re.Match[str]) -> str:
    return _ERAS[found[1]] + " " + " ".join(found[2])


_KANJI = "一-鿿々〆ヶ"
_SPELLINGS: tuple[tuple[re.Pattern[str], _Spelling], ...] = (
    (re.compile(r"(?<!\d)([01]?\d|2[0-4]):([0-5]\d)(?!\d)"), _clock),
    (re.compile(r"([明大昭平令])(\d{6})(?!\d)"), _era),
    (re.compile("〜"), "から"),
    (re.compile("@"), "アットマーク"),
    (re.compile(f"(?<![{_KANJI}])館(?![{_KANJI}])"), "かん"),
    (re.compile(f"(?<![{_KANJI}])方(?=[は、・)」。のだも]|$)"), "かた"),
    (re.compile("巻(?=の順)"), "かん"),
    (re.compile("(?<=取り置き)中"), "ちゅう"),
    (re.compile("(?:(?<=は)|^)空(?=です)"), "から"),
    (re.compile("([月火水木金土日])(?=(?:・[月火水木金土日])+曜)"), lambda found: _DAYS[found[1]]),
    (re.compile("([123])つめ"), lambda found: _COUNTS[found[1]] + "つめ"),
    (re.compile("(?<=いちばん)後"), "あと"),
    (re.compile("日(?=[2２二]けた)"), "ひ"),
    (re.compile("(?<=[・、])人(?=[・、])"), "ひと"),
)
"""方 is somebody before these, and ほう elsewhere; 館 alone is one of several libraries, not a mansion (やかた)."""


def spelled(text: str) -> str:
    """The text with those words in kana."""
    for pattern, spelling in _SPELLINGS:
        text = pattern.sub(spelling, text)
    return text
