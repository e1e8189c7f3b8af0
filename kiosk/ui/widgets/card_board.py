"""The first half of the login: the camera that waits for a card, and beside it the number pad that is always there."""

from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.presenters.form_presenter import FormView
from kiosk.terminal.presenters.guidance import CardGuidance
from kiosk.terminal.presenters.login import LoginState


class CardBoard(BoxLayout):
    """Shows a `LoginState` whose card is asked for."""

    state: LoginState | None = ObjectProperty(None, allownone=True)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)
    guidance: CardGuidance | None = ObjectProperty(None, allownone=True)
    kind = StringProperty("")
    offers_keys = BooleanProperty(False)
    is_camera_on = BooleanProperty(False)
    can_register = BooleanProperty(False)
    can_submit = BooleanProperty(False)
    is_for_holds = BooleanProperty(False)
    sight = ObjectProperty(None)
    """What the camera sees."""

    def on_state(self, _board: "CardBoard", state: LoginState | None) -> None:
        """Keeps to the state while it is the card's turn; the form of the password is not this board's."""
        if state is None or state.has_card:
            return
        self.guidance, self.is_camera_on = state.guidance, state.is_camera_on
        self.kind, self.offers_keys = state.guidance.kind.value, state.guidance.offers_keys
        self.can_register, self.can_submit = state.can_register, state.can_submit
        self.is_for_holds = state.is_for_holds
        self._show(state.form)

    def _show(self, form: FormView) -> None:
        field, pad = self.ids.number, self.ids.pad
        field.view, pad.extra_keys = form.fields[0], form.extra_keys


class KeysOffer(BoxLayout):
    """The number pad with a line above it; framed and said plainly once the keys are the way to go on. Takes the same room."""

    text = StringProperty("")
    is_offered = BooleanProperty(False)
