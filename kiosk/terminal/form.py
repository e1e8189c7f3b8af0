"""What a patron types into the fields of one screen, key by key, and what the screen may show of it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.terminal.composition import Composition, Turn


class Keyboard(StrEnum):
    """Which keys a field needs, or a patron has chosen."""

    KANA = "kana"
    ROMAJI = "romaji"
    LETTERS = "letters"
    DIGITS = "digits"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `name` is also the tail of its label's message id (`field-<name>`). `fault` is a message id or empty."""

    name: str
    keyboard: Keyboard
    content: Composition = field(default_factory=Composition, repr=False)
    is_secret: bool = False
    max_length: int = 100
    extra_keys: str = ""
    """Characters that the field needs beside those of its keyboard."""
    fault: str = ""
    fault_params: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """What has been typed."""
        return self.content.text


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a screen, one of them active. A new value for every key, so that dropping it forgets everything."""

    fields: tuple[Field, ...]
    active: str
    shows_secrets: bool = False

    @classmethod
    def of(cls, *fields: Field) -> "Form":
        """A form whose first field is active."""
        return cls(fields, fields[0].name)

    def __getitem__(self, name: str) -> str:
        return self.field(name).text

    def field(self, name: str) -> Field:
        """The field of that name."""
        return next(each for each in self.fields if each.name == name)

    @property
    def active_field(self) -> Field:
        """The field that the next key goes to."""
        return self.field(self.active)

    @property
    def is_filled(self) -> bool:
        """Whether every field has something in it."""
        return all(each.text for each in self.fields)

    def press(self, key: str) -> "Form":
        """The form after a key; what goes past a field's length is dropped."""
        return self._edited(self._content.typed(key, self.active_field.max_length))

    def compose(self, kana: str) -> "Form":
        """The form after a kana that may still become kanji."""
        return self._edited(self._content.composing(kana, self.active_field.max_length))

    def spell(self, letter: str) -> "Form":
        """The form after a letter of romaji."""
        return self._edited(self._content.spelled(letter, self.active_field.max_length))

    def spell_out(self) -> "Form":
        """The form with no letter of romaji waiting for another."""
        return self._edited(self._content.spelled_out())

    def choose(self, candidate: str) -> "Form":
        """The form with what is composed replaced by a candidate."""
        return self._edited(self._content.chosen(candidate, self.active_field.max_length))

    def settle(self) -> "Form":
        """The form with nothing being composed."""
        return self._edited(self._content.settled())

    def turn(self, turn: Turn) -> "Form":
        """The form with the kana before the cursor turned by ゛ ゜ or 小."""
        return self._edited(self._content.turned(turn))

    def turn_script(self) -> "Form":
        """The form with what is composed, and what comes next, in katakana or back in hiragana."""
        return self._edited(self._content.in_other_script())

    def erase(self) -> "Form":
        """The form without the character before the cursor."""
        return self._edited(self._content.erased())

    def erase_ahead(self) -> "Form":
        """The form without the character after the cursor."""
        return self._edited(self._content.erased_ahead())

    def clear(self) -> "Form":
        """The form with the active field empty."""
        return self._edited(self._content.cleared())

    def move(self, steps: int) -> "Form":
        """The form with the cursor so many characters further; back where negative."""
        return self.move_to(self._content.cursor + steps)

    def move_to(self, place: int) -> "Form":
        """The form with the cursor at that place of the active field."""
        return self._with(self.active, content=self._content.moved_to(place))

    def with_text(self, name: str, text: str) -> "Form":
        """The form with other text in one field, and that field's fault gone."""
        return self._with(name, content=Composition.of(text), fault="", fault_params=())

    def with_fault(self, name: str, fault: str, **params: str) -> "Form":
        """The form with a fault at one field, which becomes active; everything typed stays."""
        return replace(self._with(name, fault=fault, fault_params=tuple(params.items())), active=name)

    def focus(self, name: str) -> "Form":
        """The form with that field active."""
        return replace(self, active=name)

    def next_field(self) -> "Form":
        """The form with the field after the active one active, or unchanged at the last."""
        names = [each.name for each in self.fields]
        return replace(self, active=names[min(names.index(self.active) + 1, len(names) - 1)])

    def without_secrets(self) -> "Form":
        """The form with its secret fields emptied, as after every request that carried them."""
        emptied = (replace(each, content=Composition()) if each.is_secret else each for each in self.fields)
        return replace(self, fields=tuple(emptied))

    @property
    def _content(self) -> Composition:
        return self.active_field.content

    def _edited(self, content: Composition) -> "Form":
        """With other content in the active field, and that field's fault gone."""
        return self._with(self.active, content=content, fault="", fault_params=())

    def _with(self, name: str, **changes: object) -> "Form":
        changed = (replace(each, **changes) if each.name == name else each for each in self.fields)  # type: ignore[arg-type]  # names are Field's
        return replace(self, fields=tuple(changed))
