"""What a patron types into the fields of one screen, key by key, and what the screen may show of it."""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Keyboard(StrEnum):
    """Which keys a field needs."""

    KANA = "kana"
    LETTERS = "letters"
    DIGITS = "digits"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `name` is also the tail of its label's message id (`field-<name>`). `fault` is a message id or empty."""

    name: str
    keyboard: Keyboard
    text: str = field(default="", repr=False)
    is_secret: bool = False
    max_length: int = 100
    extra_keys: str = ""
    """Characters that the field needs beside those of its keyboard."""
    fault: str = ""
    fault_params: tuple[tuple[str, str], ...] = ()


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
        active = self.active_field
        return self.with_text(active.name, (active.text + key)[: active.max_length])

    def erase(self) -> "Form":
        """The form after the last character of the active field was taken away."""
        return self.with_text(self.active, self.active_field.text[:-1])

    def clear(self) -> "Form":
        """The form with the active field empty."""
        return self.with_text(self.active, "")

    def with_text(self, name: str, text: str) -> "Form":
        """The form with other text in one field, and that field's fault gone."""
        return self._with(name, text=text, fault="", fault_params=())

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
        return replace(self, fields=tuple(replace(each, text="") if each.is_secret else each for each in self.fields))

    def _with(self, name: str, **changes: object) -> "Form":
        changed = (replace(each, **changes) if each.name == name else each for each in self.fields)  # type: ignore[arg-type]  # names are Field's
        return replace(self, fields=tuple(changed))
