"""A presenter whose screen is a form: one active field, the keys that go to it, and what of it may be shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.terminal import editing_keys
from kiosk.terminal.form import Field, Form, Keyboard
from kiosk.terminal.kana import half_voiced, small, voiced
from kiosk.terminal.presenters.presenter import Presenter

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

_TURNS = {"dakuten": voiced, "handakuten": half_voiced, "small": small}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field as drawn: secrets are dots unless shown; `hint` says what to type; `fault` what is wrong, or empty.

    `cursor` is its place in the text, from 0; what is composed, from `composed_from` to `composed_to`, is underlined.
    """

    name: str
    label: str
    shown: str
    hint: str
    is_active: bool
    is_secret: bool
    fault: str
    cursor: int = 0
    composed_from: int = 0
    composed_to: int = 0


@dataclass(frozen=True, slots=True)
class FormView:
    """All fields, the keyboard the active one needs, with the keys beside the usual ones, and whether secrets are shown."""

    fields: tuple[FieldView, ...]
    keyboard: str
    shows_secrets: bool
    extra_keys: str = ""
    is_katakana: bool = False


class FormPresenter(Presenter):
    """Keys, erasing and moving between fields; `submit` belongs to the subclass."""

    def __init__(self, terminal: "Terminal", form: Form) -> None:
        super().__init__(terminal)
        self.form = form

    @property
    def has_typed(self) -> bool:
        """Whether a field has text."""
        return any(field.text for field in self.form.fields)

    @property
    def form_view(self) -> FormView:
        """The form as drawn."""
        form, active = self.form, self.form.active_field
        fields = tuple(self._field_view(field) for field in form.fields)
        board = self.board.value
        return FormView(fields, board, form.shows_secrets, active.extra_keys, active.content.is_katakana)

    @property
    def board(self) -> Keyboard:
        """The keys that are shown: those of the active field."""
        return self.form.active_field.keyboard

    def _field_view(self, field: Field) -> FieldView:
        words = self.terminal.words
        hint = f"hint-{field.name}"
        return FieldView(
            name=field.name,
            label=self.label_of(field),
            shown="●" * len(field.text) if field.is_secret and not self.form.shows_secrets else field.text,
            hint=words(hint) if words.has(hint) else "",
            is_active=field.name == self.form.active,
            is_secret=field.is_secret,
            fault=words(field.fault, **dict(field.fault_params)) if field.fault else "",
            cursor=field.content.cursor,
            composed_from=field.content.composed_from,
            composed_to=field.content.composed_to,
        )

    def label_of(self, field: Field) -> str:
        """What stands above a field."""
        return self.terminal.words(f"field-{field.name}")

    def press(self, key: str) -> None:
        """A key of the on-screen or a real keyboard."""
        self._change(self.form.press(key))

    def key_typed(self, character: str) -> None:
        """A plugged-in keyboard does what the one on the screen does."""
        match character:
            case editing_keys.ENTER:
                self.next_field()
            case editing_keys.ERASE:
                self.erase()
            case editing_keys.ERASE_AHEAD:
                self._change(self.form.erase_ahead())
            case editing_keys.BACK:
                self.move(-1)
            case editing_keys.FORWARD:
                self.move(1)
            case editing_keys.TO_START:
                self._change(self.form.move_to(0))
            case editing_keys.TO_END:
                self._change(self.form.move_to(len(self.form.active_field.text)))
            case _:
                self.press(character)

    def turn(self, mark: str) -> None:
        """゛ ゜ or 小 (dakuten, handakuten, small): the kana before the cursor becomes another."""
        self._change(self.form.turn(_TURNS[mark]))

    def turn_script(self) -> None:
        """What is composed, and what comes next, in katakana or back in hiragana."""
        self._change(self.form.turn_script())

    def erase(self) -> None:
        """Takes back the character before the cursor."""
        self._change(self.form.erase())

    def clear(self) -> None:
        """Empties the active field."""
        self._change(self.form.clear())

    def move(self, steps: int) -> None:
        """Moves the cursor so many characters; back where negative."""
        self._change(self.form.move(steps))

    def point(self, name: str, place: int) -> None:
        """A field was touched between its characters: the cursor goes there, or where it was if the field was not active."""
        self._change(self.form.move_to(place) if name == self.form.active else self.form.focus(name))

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
