"""Which sounds without words are heard, and when: a card was read, something was refused, holds were placed."""

from typing import TYPE_CHECKING

from kiosk.terminal.ports import Sound
from kiosk.terminal.presenters.form_presenter import FormPresenter
from kiosk.terminal.presenters.presenter import Presenter
from kiosk.terminal.visit import Step

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

_ENDS_WELL = frozenset({Step.DONE, Step.REGISTER_DONE})


class Sounding:
    """Sounds for this patron, unless switched off. `follow` is to be called after every change of what there is to see."""

    def __init__(self, terminal: "Terminal") -> None:
        self._terminal = terminal
        self._step = Step.REST
        self._troubles: frozenset[str] = frozenset()

    def scanned(self) -> None:
        """A card was read, by the camera or a hand scanner."""
        self._play(Sound.SCANNED)

    def follow(self) -> None:
        """What is new sounds once; what stays is silent, also when it is said in another language."""
        step, troubles = self._terminal.visit.step, _troubles(self._terminal.presenter)
        has_trouble = bool(troubles - self._troubles) or (step is Step.DONE is not self._step and self._has_refusals)
        if has_trouble:
            self._play(Sound.ERROR)
        elif step in _ENDS_WELL and step is not self._step:
            self._play(Sound.DONE)
        self._step, self._troubles = step, troubles

    @property
    def _has_refusals(self) -> bool:
        outcome = self._terminal.visit.outcome
        return outcome is not None and any(line.hold is None for line in outcome.lines)

    def _play(self, sound: Sound) -> None:
        if self._terminal.visit.comfort.has_sounds:
            self._terminal.outside.sounds.play(sound)


def _troubles(presenter: Presenter) -> frozenset[str]:
    """What is wrong, by names and message ids; a trouble with the service has none."""
    found = {""} if presenter.problem is not None else set()
    if isinstance(presenter, FormPresenter):
        found |= {f"{field.name} {field.fault}" for field in presenter.form.fields if field.fault}
    return frozenset(found)
