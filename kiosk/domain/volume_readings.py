"""Finds the reading of a work in those of its volumes, which go on with the number's: えいがざっかん（いち）, （に）."""

import re
from collections.abc import Sequence
from itertools import takewhile

_LEFT_OPEN = re.compile(r"[(（\[［〔【「『][^)）\]］〕】」』]*$")
_JAPANESE = re.compile(r"[^\W_A-Za-zＡ-Ｚａ-ｚ]")
_BEFORE_A_NUMBER = {"第": re.compile("(?:だい|ダイ)$"), "そ": re.compile("(?:その|ソノ)$"), "其": re.compile("(?:その|ソノ)$")}
_SIGNS_AT_END = " 　・:：-－,、."


def work_readings(work: str, volumes: Sequence[tuple[str, str]]) -> list[str]:
    """For the reading and the statement of each volume, the reading without the number; as it was where no more is certain.

    What all readings begin with is that of the work, blanks apart, if it is long enough to be.
    """
    read = [reading for reading, _ in volumes if reading]
    length = len(_common([_dense(reading) for reading in read])) if len(set(read)) > 1 else 0
    if length < len(_JAPANESE.findall(work)) or not length:
        return [reading for reading, _ in volumes]
    return [_cut(reading, length, statement) if reading else "" for reading, statement in volumes]


def _cut(reading: str, length: int, statement: str) -> str:
    """The first characters of a reading, blanks not counted, without what already belongs to the number."""
    end = next((place for place in range(len(reading) + 1) if len(_dense(reading[:place])) == length), len(reading))
    if end == len(reading):
        return reading
    begin = _LEFT_OPEN.sub("", reading[:end])
    if (number := _BEFORE_A_NUMBER.get(statement.lstrip("([（［〔【")[:1])) is not None:
        begin = number.sub("", begin.rstrip(_SIGNS_AT_END))
    return begin.rstrip(_SIGNS_AT_END + "([（［〔【「『")


def _common(texts: Sequence[str]) -> str:
    return "".join(letters[0] for letters in takewhile(lambda each: len(set(each)) == 1, zip(*texts, strict=False)))


def _dense(text: str) -> str:
    return re.sub(r"\s+", "", text)
