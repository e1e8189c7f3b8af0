"""One field's text while it is typed: the cursor in it, and the kana that may still become kanji; leaves keys to the form."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.domain import romaji
from kiosk.terminal.kana import is_kana, to_hiragana, to_katakana

Turn = Callable[[str], str]
"""Gives a text with its last kana in another form (`kiosk.terminal.kana`)."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A text, the place of the cursor in it (from 0 to its length), and the part being composed, empty where there is none.

    A new value for every key. The cursor stands in the composed part or at its ends; going elsewhere ends the composing.
    """

    text: str = field(default="", repr=False)
    cursor: int = 0
    composed_from: int = 0
    composed_to: int = 0
    is_katakana: bool = False
    """What is composed next is written in katakana."""

    @classmethod
    def of(cls, text: str) -> "Composition":
        """A text with the cursor at its end, nothing being composed."""
        return cls(text, len(text), len(text), len(text))

    @property
    def composed(self) -> str:
        """The part being composed."""
        return self.text[self.composed_from : self.composed_to]

    @property
    def composed_kana(self) -> str:
        """The part being composed without letters of romaji that wait for another."""
        return self.composed[: self._into].rstrip(_LETTERS) + self.composed[self._into :]

    @property
    def certain(self) -> str:
        """The text without letters of romaji that wait for another."""
        return self.text[: self.composed_from] + self.composed_kana + self.text[self.composed_to :]

    def typed(self, characters: str, longest: int) -> "Composition":
        """With characters inserted at the cursor; what would make the text longer than `longest` is dropped."""
        kept = self._room_for(characters, longest)
        return self._settled_with(self.text[: self.cursor] + kept, self.text[self.cursor :])

    def composing(self, characters: str, longest: int) -> "Composition":
        """With characters inserted at the cursor as part of what is composed."""
        kept = self._room_for(self._in_script(characters), longest)
        return self._in_composed(self.composed[: self._into] + kept, self.composed[self._into :])

    def spelled(self, letter: str, longest: int) -> "Composition":
        """With a letter of romaji at the cursor: kana where letters before it make them certain, else it waits for another."""
        before = self.composed[: self._into]
        kana = before.rstrip(_LETTERS)
        if len(self.text) >= longest:
            return self
        spelled = self._in_script("".join(romaji.typed(before[len(kana) :], letter)))
        room = longest - (len(self.text) - (len(before) - len(kana)))
        return self._in_composed(kana + spelled[:room], self.composed[self._into :])

    def spelled_out(self) -> "Composition":
        """With the letters before the cursor that wait for more as the kana they are if nothing follows (n as ん)."""
        before = self.composed[: self._into]
        kana = before.rstrip(_LETTERS)
        return self._in_composed(kana + self._in_script(romaji.finished(before[len(kana) :])), self.composed[self._into :])

    def erased(self) -> "Composition":
        """Without the character before the cursor."""
        if not self.cursor:
            return self
        if self._into:
            return self._in_composed(self.composed[: self._into - 1], self.composed[self._into :])
        return self._settled_with(self.text[: self.cursor - 1], self.text[self.cursor :])

    def erased_ahead(self) -> "Composition":
        """Without the character after the cursor."""
        if self.cursor < self.composed_to:
            return self._in_composed(self.composed[: self._into], self.composed[self._into + 1 :])
        return self._settled_with(self.text[: self.cursor], self.text[self.cursor + 1 :])

    def cleared(self) -> "Composition":
        """Empty; the script stays."""
        return Composition(is_katakana=self.is_katakana)

    def turned(self, turn: Turn) -> "Composition":
        """With the kana before the cursor in the form that ゛ ゜ 小 gives it."""
        before, after = turn(self.text[: self.cursor]), self.text[self.cursor :]
        if len(before) != self.cursor:
            raise ValueError("a kana turns into one kana")
        return replace(self, text=before + after)

    def moved_to(self, place: int) -> "Composition":
        """With the cursor at that place, or at the end it lies beyond."""
        place = max(0, min(place, len(self.text)))
        if self.composed_from <= place <= self.composed_to:
            return replace(self, cursor=place)
        return replace(self, cursor=place, composed_from=place, composed_to=place)

    def in_other_script(self) -> "Composition":
        """What is composed, and what is typed next, in katakana; back in hiragana where it is."""
        other = replace(self, is_katakana=not self.is_katakana)
        turned = to_katakana(self.composed) if other.is_katakana else to_hiragana(self.composed)
        return replace(other, text=self.text[: self.composed_from] + turned + self.text[self.composed_to :])

    def chosen(self, candidate: str, longest: int) -> "Composition":
        """With the composed part replaced and done; unchanged where the candidate has no room."""
        before, after = self.text[: self.composed_from], self.text[self.composed_to :]
        if len(before) + len(candidate) + len(after) > longest:
            return self
        return self._settled_with(before + candidate, after)

    def settled(self) -> "Composition":
        """The same text with nothing being composed."""
        return self._settled_with(self.text[: self.cursor], self.text[self.cursor :])

    @property
    def _into(self) -> int:
        """How far the cursor is into the composed part."""
        return self.cursor - self.composed_from

    def _room_for(self, characters: str, longest: int) -> str:
        return characters[: max(0, longest - len(self.text))]

    def _in_script(self, characters: str) -> str:
        return to_katakana(characters) if self.is_katakana else characters

    def _in_composed(self, before: str, after: str) -> "Composition":
        """With that composed part, the cursor between its halves."""
        head, tail = self.text[: self.composed_from], self.text[self.composed_to :]
        cursor = len(head) + len(before)
        return replace(self, text=head + before + after + tail, cursor=cursor, composed_to=cursor + len(after))

    def _settled_with(self, before: str, after: str) -> "Composition":
        place = len(before)
        return replace(self, text=before + after, cursor=place, composed_from=place, composed_to=place)


_LETTERS = "abcdefghijklmnopqrstuvwxyz'"


def composes(character: str) -> bool:
    """Whether a key starts or goes on with what is composed: kana, and the marks that stand among them."""
    return len(character) == 1 and (is_kana(character) or character in "ー・")


def is_romaji(character: str) -> bool:
    """Whether a key spells kana where romaji is typed."""
    return len(character) == 1 and character in _LETTERS
