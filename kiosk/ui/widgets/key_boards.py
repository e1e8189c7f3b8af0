"""Where each key of the on-screen keyboard stands, in columns and rows; leaves sizes, drawing and touches to the keyboard.

The kana board is the 五十音 table as it hangs in every classroom: columns read downwards, あ at the right. Patrons find a kana
by its place in that table, not by a typist's skill, and the terminals they know (cash machines, car navigation) show it so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

ERASE, CLEAR, ENTER, SPACE, SHIFT = "erase", "clear", "enter", "space", "shift"
LEFT, RIGHT = "left", "right"
VOICED, HALF_VOICED, SMALL, SCRIPT = "dakuten", "handakuten", "small", "script"
LAYOUT = "layout-"
"""Before the name of the board that the key shows."""
CHOICE = ("kana", "romaji", "letters", "digits")
"""The boards between which free text can choose."""

_COLUMNS, _ROWS = 12, 5
"""Of every board of free text, above the row of choice."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key: `code` is the character it types or one of the names above; place and size count columns and rows from the
    upper left.
    """

    code: str
    column: float
    row: float
    width: float = 1.0
    height: float = 1.0

    @property
    def is_character(self) -> bool:
        """Whether the key types its own code."""
        return len(self.code) == 1 or self.code in _EMAIL_ENDINGS


@dataclass(frozen=True, slots=True)
class Board:
    """All keys of one layout, and how many columns and rows they take. The keys that choose a board come first on each."""

    columns: float
    rows: float
    keys: tuple[Key, ...]


def _row(characters: str, column: float, row: float) -> tuple[Key, ...]:
    """Keys side by side; a space leaves a place free."""
    return tuple(Key(each, column + at, row) for at, each in enumerate(characters) if each != " ")


_KANA_ROWS = (
    "わらやまはなたさかあ",
    "をり みひにちしきい",
    "んるゆむふぬつすくう",
    "ーれ めへねてせけえ",
    "・ろよもほのとそこお",
)
_DIGIT_ROW = "1234567890"
_LETTER_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SIGN_ROW = "-.:'&+#/,!"
_EMAIL_ENDINGS = ("@docomo.ne.jp", "@gmail.com", "@yahoo.co.jp", ".ne.jp")
_PAD_ROWS = ("123", "456", "789")


def _kana(choice: bool) -> Board:
    keys = [key for row, characters in enumerate(_KANA_ROWS) for key in _row(characters, 1, row)]
    keys += [Key(VOICED, 0, 0), Key(HALF_VOICED, 0, 1), Key(SMALL, 0, 2), Key(SCRIPT, 0, 3, height=2)]
    keys += [Key(ERASE, 11, 0, height=3), Key(CLEAR, 11, 3, height=2)]
    last = _choice_row() if choice else (Key(LEFT, 0, 5, width=2), Key(RIGHT, 2, 5, width=2), Key(ENTER, 8, 5, width=4))
    return Board(_COLUMNS, _ROWS + 1, (*last, *keys))


def _choice_row() -> tuple[Key, ...]:
    """The last row of every board of free text: the boards to choose from, space and the cursor, always in the same places.

    There is no enter among them: what it would do is the screen's primary action, just below.
    """
    layouts = tuple(Key(LAYOUT + name, at * 1.75, _ROWS, width=1.75) for at, name in enumerate(CHOICE))
    return (*layouts, Key(SPACE, 7, _ROWS, width=3), Key(LEFT, 10, _ROWS), Key(RIGHT, 11, _ROWS))


def _with_choice(keys: Iterable[Key], columns: float, rows: float, across: float = _COLUMNS) -> Board:
    """The keys of a smaller board spread above the row of choice, `across` so many of its columns and in their middle."""
    x, y, left = across / columns, _ROWS / rows, (_COLUMNS - across) / 2
    spread = (Key(key.code, left + key.column * x, key.row * y, key.width * x, key.height * y) for key in keys)
    return Board(_COLUMNS, _ROWS + 1, (*_choice_row(), *spread))


def _qwerty(is_shifted: bool) -> tuple[Key, ...]:
    """Digits and letters in four rows of ten columns, each row of letters half a key or a whole one further in."""
    rows = [row.upper() if is_shifted else row for row in _LETTER_ROWS]
    return (*_row(_DIGIT_ROW, 0, 0), *_row(rows[0], 0, 1), *_row(rows[1], 0.5, 2), *_row(rows[2], 1.5, 3))


def _romaji() -> Board:
    keys = [*_qwerty(False), Key("ー", 10, 0, height=2), Key("・", 10, 2), Key("'", 10, 3), Key(SCRIPT, 0, 3, width=1.5)]
    keys += [Key(ERASE, 11, 0, height=2), Key(CLEAR, 11, 2, height=2)]
    return _with_choice(keys, _COLUMNS, 4)


def _letters(is_shifted: bool, choice: bool) -> Board:
    keys = [*_qwerty(is_shifted), Key(SHIFT, 0, 3, width=1.5)]
    if choice:
        keys += [*_row(_SIGN_ROW, 0, 4), Key(ERASE, 10, 0, height=3), Key(CLEAR, 10, 3, height=2)]
        return _with_choice(keys, 11, 5)
    keys += [Key(CLEAR, 8.5, 3, width=1.5), Key(ERASE, 10, 0, height=4)]
    return Board(11, 5, (*keys, Key(LEFT, 0, 4, width=1.5), Key(RIGHT, 1.5, 4, width=1.5), Key(ENTER, 7, 4, width=4)))


def _email() -> Board:
    keys = [*_row(_DIGIT_ROW, 0, 0), *_row(_LETTER_ROWS[0], 0, 1), *_row(_LETTER_ROWS[1], 0, 2), *_row(_LETTER_ROWS[2], 0, 3)]
    keys += [*_row("@", 9, 2), *_row(".-_", 7, 3), *_row("+/", 0, 5), Key(LEFT, 2, 5, width=2), Key(RIGHT, 4, 5, width=2)]
    keys += [Key(ERASE, 10, 0, height=2), Key(CLEAR, 10, 2, height=2)]
    keys += [Key(ending, at * 2.75, 4, width=2.75) for at, ending in enumerate(_EMAIL_ENDINGS)]
    return Board(11, 6, (*keys, Key(ENTER, 7, 5, width=4)))


def _digits(choice: bool, extra_keys: str, has_enter: bool) -> Board:
    """The number pad; the extra keys stand in columns of their own beside it, so that it takes no more height."""
    keys = [key for row, characters in enumerate(_PAD_ROWS) for key in _row(characters, 0, row)]
    keys += [Key("0", 0, 3, width=3), *(Key(each, 3 + at // 4, at % 4) for at, each in enumerate(extra_keys))]
    last = 3 + ceil(len(extra_keys) / 4)
    keys += [Key(ERASE, last, 0, height=2), Key(CLEAR, last, 2, height=2)]
    if choice:
        return _with_choice(keys, last + 1, 4, across=min(_COLUMNS, (last + 1) * 1.8))
    return Board(last + 1, 5, (*keys, Key(ENTER, 0, 4, width=last + 1))) if has_enter else Board(last + 1, 4, tuple(keys))


def board(
    layout: str, is_shifted: bool = False, has_choice: bool = False, extra_keys: str = "", has_enter: bool = True
) -> Board:
    """The board of a layout (kana, romaji, letters, digits, email). `has_choice` puts the keys on it that show the other
    boards, and the signs that free text needs; `extra_keys` are characters for the number pad, which has room for twelve;
    without `has_enter` that pad has no key for it.

    Raises KeyError for another name.
    """
    makers = {
        "kana": lambda: _kana(has_choice),
        "romaji": _romaji,
        "letters": lambda: _letters(is_shifted, has_choice),
        "digits": lambda: _digits(has_choice, extra_keys, has_enter),
        "email": _email,
    }
    return makers[layout]()
