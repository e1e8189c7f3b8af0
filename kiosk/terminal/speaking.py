"""Makes sentences of what a focus stands on, for those who do not see it; leaves finding that out, and the voice, to others."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from kiosk.terminal.words import Words


class Role(StrEnum):
    """What kind of thing the focus is on."""

    BUTTON = "button"
    KEY = "key"
    FIELD = "field"
    ROW = "row"
    CHOICE = "choice"
    CHECK = "check"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Element:
    """What is known of the thing in focus. `value` is what a field holds, `note` what there is to know of it before going on.

    `is_on` is None where nothing can be chosen; `place` is its number, from 1, among how many. `around` says of what thing a
    button is one of several. `is_secret` values are told by their length only.
    """

    role: Role
    label: str
    value: str = ""
    note: str = ""
    fault: str = ""
    around: str = ""
    is_on: bool | None = None
    is_unavailable: bool = False
    is_secret: bool = False
    place: tuple[int, int] | None = None


def say_element(words: Words, element: Element, speaks_secrets: bool = False) -> str:
    """The sentence for the thing in focus: its name first, then what it is, how it stands, and what to know of it."""
    parts = [element.label]
    if element.role is Role.FIELD:
        parts += [words("spoken-field"), _say_value(words, element, speaks_secrets)]
    elif element.role not in (Role.TEXT, Role.KEY):
        parts.append(words(f"spoken-{element.role}"))
    if element.is_on is not None:
        parts.append(words("spoken-on" if element.is_on else "spoken-off"))
    if element.is_unavailable:
        parts.append(words("spoken-unavailable"))
    if element.place is not None:
        number, total = element.place
        parts.append(words("spoken-place", number=number, total=total))
    return in_one(words, [*parts, element.fault, element.note, element.around])


def _say_value(words: Words, element: Element, speaks_secrets: bool) -> str:
    if not element.value:
        return words("spoken-empty")
    if element.is_secret and not speaks_secrets:
        return words("spoken-masked", count=len(element.value))
    return say_characters(words, element.value) if element.is_secret else element.value


def in_one(words: Words, parts: list[str]) -> str:
    """Those of the parts that say anything, with a short silence between them."""
    pause = words("spoken-pause")
    lines = dict.fromkeys(line.strip() for part in parts for line in part.splitlines())
    return pause.join(line.removesuffix(pause.strip()) for line in lines if line)


_SIGNS = {
    " ": "space", "-": "hyphen", ".": "dot", ":": "colon", "'": "apostrophe", "&": "ampersand", "+": "plus", "#": "hash",
    "/": "slash", ",": "comma", "!": "exclamation", "@": "at", "_": "underscore", "$": "dollar",
    "ー": "long", "・": "middle-dot",
}  # fmt: skip
"""Characters that no voice reads by themselves, by the ends of their messages' ids."""


def say_character(words: Words, character: str) -> str:
    """The name of a character by itself. Letters are told from capitals, katakana from hiragana, small kana from large ones."""
    if character in _SIGNS:
        return words(f"spoken-sign-{_SIGNS[character]}")
    name = unicodedata.name(character, "")
    if character.isascii() and character.isupper():
        return words("spoken-capital", letter=character)
    if name.startswith(("HIRAGANA LETTER SMALL", "KATAKANA LETTER SMALL")):
        large = unicodedata.lookup(name.replace("LETTER SMALL", "LETTER"))
        return words("spoken-small-kana", kana=large)
    if name.startswith("KATAKANA LETTER"):
        return words("spoken-katakana", kana=character)
    return character


def say_characters(words: Words, text: str) -> str:
    """A text spelled."""
    return words("spoken-pause").join(say_character(words, character) for character in text)


def say_typed(words: Words, before: str, after: str, is_secret: bool, speaks_secrets: bool) -> str:
    """What happened to the text of a field; empty where nothing did. Of a secret only how much there is of it is told."""
    is_masked = is_secret and not speaks_secrets
    if before == after:
        return ""
    if not after:
        return words("spoken-cleared")
    if after.startswith(before):
        added = after[len(before) :]
        if is_masked:
            return words("spoken-masked", count=len(after))
        return say_characters(words, added) if is_secret or len(added) == 1 else added
    if before.startswith(after):
        gone = before[len(after) :]
        return words(
            "spoken-erased-masked" if is_masked else "spoken-erased", text="" if is_masked else _say_short(words, gone)
        )
    return words("spoken-masked", count=len(after)) if is_masked else after


def _say_short(words: Words, text: str) -> str:
    return say_character(words, text) if len(text) == 1 else text
