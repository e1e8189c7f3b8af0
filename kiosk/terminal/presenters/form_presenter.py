"""A presenter whose screen is a form: one active field, the keys that go to it, and what of it may be shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.terminal.form import Field, Form
from kiosk.terminal.presenters.presenter import Presenter

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field as drawn: secrets are dots unless shown; `hint` says what to type; `fault` what is wrong, or empty."""

    name: str
    label: str
    shown: str
    hint: str
    is_active: bool
    is_secret: bool
    fault: str


@dataclass(frozen=True, slots=True)
class FormView:
    """All fields, the keyboard the active one needs, with the keys beside the usual ones, and whether secrets are shown."""

    fields: tuple[FieldView, ...]
    keyboard: str
    shows_secrets: bool
    extra_keys: str = ""


class FormPresenter(Presenter):
    """Keys, erasing and moving between fields; `submit` belongs to the subclass."""

    def __init__(self, terminal: "Terminal", form: Form) -> None:
        super().__init__(terminal)
        self.form = form

    @property
    def form_view(self) -> FormView:
        """The form as drawn."""
        form, active = self.form, self.form.active_field
        fields = tuple(self._field_view(field) for field in form.fields)
        return FormView(fields, active.keyboard.value, form.shows_secrets, active.extra_keys)

    def _field_view(self, field: Field) -> FieldView:
        words = self.terminal.words
        hint = f"hint-{field.name}"
        return FieldView(
            name=field.name,
            label=words(f"field-{field.name}"),
            shown="●" * len(field.text) if field.is_secret and not self.form.shows_secrets else field.text,
            hint=words(hint) if words.has(hint) else "",
            is_active=field.name == self.form.active,
            is_secret=field.is_secret,
            fault=words(field.fault, **dict(field.fault_params)) if field.fault else "",
        )

    def press(self, key: str) -> None:
        """A key of the on-screen or a real keyboard."""
        self._change(self.form.press(key))

    def key_typed(self, character: str) -> None:
        """A plugged-in keyboard does what the one on the screen does."""
        if character == "\r":
            self.next_field()
        elif character == "\b":
            self.erase()
        else:
            self.press(character)

    def replace_text(self, text: str) -> None:
        """The active field's whole text, as when a keyboard turns the last kana into another."""
        self._change(self.form.with_text(self.form.active, text[: self.form.active_field.max_length]))

    def erase(self) -> None:
        """Takes back the last character."""
        self._change(self.form.erase())

    def clear(self) -> None:
        """Empties the active field."""
        self._change(self.form.clear())

    def focus(self, name: str) -> None:
        """A field was touched."""
        self._change(self.form.focus(name))

    def show_secrets(self, is_shown: bool) -> None:
        """Shows or hides what is typed into secret fields."""
        self._change(Form(self.form.fields, self.form.active, is_shown))

    def next_field(self) -> None:
        """Enter: the next field, or at the last one the form is submitted."""
        if self.form.active == self.form.fields[-1].name:
            self.submit()
        else:
            self._change(self.form.next_field())

    def submit(self) -> None:
        """Sends what was typed."""
        raise NotImplementedError

    def leave(self) -> None:
        """Forgets what was typed."""
        self.form = Form((), "")

    def _change(self, form: Form) -> None:
        if not self.awaiting:
            self.form = form
            self.terminal.changed()
