"""What every presenter has: the terminal, the question under way, and the trouble to tell."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from kiosk.domain.errors import ServiceError
from kiosk.terminal.ports import HandScan, HoldsApi
from kiosk.terminal.saying import Said, say_trouble

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

T = TypeVar("T")


class Presenter:
    """One step's presenter, made when the step is entered and dropped when it is left, with all that was typed in it.

    A subclass gives `state`, a frozen value made anew from the visit at every look, and commands for the screen to call.
    """

    carries_secrets = False
    """Whether its questions carry passwords: such a question is not kept to be asked again."""

    def __init__(self, terminal: "Terminal") -> None:
        self.terminal = terminal
        self._awaited = ""
        self._error: ServiceError | None = None
        self._retry: Callable[[], None] | None = None

    @property
    def state(self) -> Any:
        """What the screen shows."""
        raise NotImplementedError

    def enter(self) -> None:
        """The step was entered."""

    def leave(self) -> None:
        """The step is left."""

    def tick(self, seconds: float) -> None:
        """Some time has passed; `seconds` is the steady clock."""

    def key_typed(self, character: str) -> None:
        """A character of a plugged-in keyboard; most screens have no use for one."""

    def card_scanned(self, scan: HandScan) -> None:
        """A hand scanner read a card, or something else; most screens have no use for it."""

    @property
    def awaiting(self) -> str:
        """The sentence that says what is awaited, empty when nothing is."""
        return self.terminal.words(self._awaited) if self._awaited else ""

    @property
    def has_typed(self) -> bool:
        """Whether something is typed that a failed question leaves as it is."""
        return False

    @property
    def problem(self) -> Said | None:
        """The trouble of the last question, as a sentence in the language chosen now."""
        if self._error is None:
            return None
        return say_trouble(self.terminal.words, self.terminal.profile, self._error, self.has_typed)

    def ask(
        self,
        awaiting: str,
        work: Callable[[HoldsApi], T],
        then: Callable[[T], None],
        otherwise: Callable[[ServiceError], bool] | None = None,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Asks the service and says so (`awaiting` is a message id). A failure is shown with the chance to try again.

        `otherwise` may take a failure itself by returning True. `again` is what trying again does, where asking the same
        once more is wrong: a write whose answer was lost may have been done, and that must be looked at first.
        """
        self._awaited = awaiting
        self._error = self._retry = None

        def answered(answer: T) -> None:
            self._awaited = ""
            then(answer)
            self.terminal.changed()

        def failed(error: ServiceError) -> None:
            self._awaited = ""
            if otherwise is None or not otherwise(error):
                self._error = error
                if not self.carries_secrets:
                    self._retry = again or (lambda: self.ask(awaiting, work, then, otherwise))
            self.terminal.changed()

        self.terminal.ask(work, answered, failed)
        self.terminal.changed()

    def tell(self, error: ServiceError) -> None:
        """Shows a trouble that came from elsewhere."""
        self._error = error
        self.terminal.changed()

    def retry(self) -> None:
        """Does again what failed; what carried a secret must be typed again."""
        if self._retry is None:
            self.dismiss()
        elif not self.awaiting:
            self._retry()

    def dismiss(self) -> None:
        """Puts the trouble away."""
        self._error = None
        self._retry = None
        self.terminal.changed()
