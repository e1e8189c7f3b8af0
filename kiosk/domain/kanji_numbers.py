"""Numbers as they are said in kanji (二十四, 百万) and as digits (24, 100万), each rewritten as the other."""

import re

_FIGURES = "〇一二三四五六七八九"
_VALUES = {figure: value for value, figure in enumerate(_FIGURES)} | {str(digit): digit for digit in range(10)} | {"零": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIAD = 10_000

_FIGURE = "0-9〇零一二三四五六七八九"
_SAID = re.compile(
    rf"[{_FIGURE}]+[十百千][{_FIGURE}十百千]*|[十百千][{_FIGURE}十百千]+|[十百千](?=[の万人年日月夜時話回冊巻匹歳才本枚頁番号階角])"
)
_MYRIADS = re.compile(rf"([{_FIGURE}]{{1,4}})万([{_FIGURE}]{{1,4}}(?![{_FIGURE}]))?")
_DIGITS = re.compile(r"(?<![0-9.,])[1-9][0-9]+(?![0-9]|[.,][0-9])")
_FIRST_YEAR = 1500
"""Numbers of four digits from here on are years, which nobody says in units in a title."""


def in_digits(text: str) -> str:
    """Numbers with 十, 百 or 千 as digits: 二十四の瞳 as 24の瞳, 百万回 as 100万回. 千 in a name (千葉) is none."""
    return _SAID.sub(lambda found: str(_value(found[0])), text)


def without_myriads(text: str) -> str:
    """Figures before 万 as digits alone: 2万 as 20000."""
    return _MYRIADS.sub(lambda found: str(_value(found[1]) * _MYRIAD + _value(found[2] or "")), text)


def in_kanji(text: str) -> str:
    """Digits as they are said: 24 as 二十四, 1000 as 千, 20000 as 二万. Years, decimals and longer numbers stay."""
    return _DIGITS.sub(lambda found: _spelled(int(found[0])) or found[0], text)


def _value(said: str) -> int:
    total = current = 0
    for figure in said:
        if figure in _UNITS:
            total += max(current, 1) * _UNITS[figure]
            current = 0
        else:
            current = current * 10 + _VALUES[figure]
    return total + current


def _spelled(number: int) -> str:
    if number >= _MYRIAD:
        myriads, rest = divmod(number, _MYRIAD)
        return f"{_under_a_myriad(myriads)}万" if not rest and myriads < _MYRIAD else ""
    return _under_a_myriad(number) if number < _FIRST_YEAR or number % 1000 == 0 else ""


def _under_a_myriad(number: int) -> str:
    said = ""
    for unit, value in reversed(_UNITS.items()):
        count, number = divmod(number, value)
        said += unit if count == 1 else f"{_FIGURES[count]}{unit}" if count else ""
    return said + (_FIGURES[number] if number else "")
