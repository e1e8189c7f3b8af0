"""A form and its keyboard: fields at the left and keys at the right, or one above the other on a screen that stands."""

from typing import Any

from kivy.factory import Factory
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from kiosk.terminal.presenters.form_presenter import FormView
from kiosk.terminal.presenters.guidance import CardGuidance


class FormBoard(BoxLayout):
    """Shows a `FormView` and sends keys and touches to its presenter.

    `submit_text` stands on the enter key at the last field; before, the key leads to the next one. `frames` shows a camera
    above the keys while `is_camera_on`, with the `guidance` for the card below it. `side_text` and `second_text` are two quiet
    actions of the screen below the fields, named `side_name` and `second_name`; empty: not there.
    """

    form: FormView | None = ObjectProperty(None, allownone=True)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    heading = StringProperty("")
    lead = StringProperty("")
    submit_text = StringProperty("")
    state = ObjectProperty(None, allownone=True)
    side_text = StringProperty("")
    side_name = StringProperty("")
    second_text = StringProperty("")
    second_name = StringProperty("")
    frames = ObjectProperty(None, allownone=True)
    is_camera_on = BooleanProperty(False)
    shows_camera = BooleanProperty(False)
    """There is room for it beside the keys."""
    sight = ObjectProperty(None)
    """What the camera sees."""
    guidance: CardGuidance | None = ObjectProperty(None, allownone=True)
    keyboard_layout = StringProperty("letters")
    extra_keys = StringProperty("")
    is_last_field = BooleanProperty(False)
    has_secrets = BooleanProperty(False)
    shows_secrets = BooleanProperty(False)
    field_names = ListProperty([])
    label_height = NumericProperty(0)
    has_fault = BooleanProperty(False)
    has_most_keys = BooleanProperty(False)
    """The tallest keyboard stands below large words."""
    is_pressed = BooleanProperty(False)
    """Where there is little height, these keys, many fields or what has to be told take the place of the heading."""

    def __init__(self, **kwargs: Any) -> None:
        self._fields: dict[str, Widget] = {}
        self.register_event_type("on_side")
        self.register_event_type("on_second")
        super().__init__(**kwargs)

    def on_side(self) -> None:
        """The quiet action beside the fields."""

    def on_second(self) -> None:
        """The quiet action below them."""

    def on_form(self, _board: "FormBoard", form: FormView | None) -> None:
        """Another value of the form: new fields where the names changed, else new texts in those there are."""
        if form is None or not form.fields:
            return
        names = [field.name for field in form.fields]
        if names != self.field_names:
            self._put_up(names)
        for widget, field in zip(reversed(self.ids.fields.children), form.fields, strict=True):
            widget.view = field
        active = next((field for field in form.fields if field.is_active), form.fields[0])
        self.keyboard_layout, self.extra_keys = form.keyboard, form.extra_keys
        self.is_last_field = active is form.fields[-1]
        self.has_fault = any(field.fault for field in form.fields)
        self.ids.column.show(self._fields[active.name])
        self.has_secrets, self.shows_secrets = any(field.is_secret for field in form.fields), form.shows_secrets

    def _put_up(self, names: list[str]) -> None:
        self.field_names = names
        self._fields = {}
        self.ids.fields.clear_widgets()
        for name in names:
            widget = Factory.TextField(name_id=f"field-{name}", pos_hint={"top": 1})
            widget.bind(on_point=lambda _widget, place, name=name: self.presenter.point(name, place))
            self.ids.fields.add_widget(widget)
            self._fields[name] = widget
        self._fields[names[0]].bind(label_height=self.setter("label_height"))
