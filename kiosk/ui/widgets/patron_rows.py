"""The rows of the patron's lists: loans, holds, what is about to be held and what became of it, e-mail addresses."""

from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.presenters.confirm import ConfirmLine
from kiosk.terminal.presenters.done import DoneLine
from kiosk.terminal.presenters.holds import HoldView
from kiosk.terminal.presenters.loans import LoanView
from kiosk.terminal.rows import TitleView
from kiosk.terminal.saying import Said


class PatronRow(BoxLayout):
    """A row of one `item`; it is given another when its page is turned."""

    item = ObjectProperty(None, allownone=True, rebind=True)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)

    def full_title(self, title: TitleView) -> str:
        """Title and volume as one line of text."""
        return f"{title.title} {title.volume}".strip()

    def say(self, refusals: tuple[Said, ...]) -> str:
        """Why not, and what to do instead."""
        return "\n".join(f"{said.sentence} {said.remedy}".strip() for said in refusals[:1])


class LoanRow(PatronRow):
    """A loan, with 「延長」 where it can be renewed and the reason where it cannot."""

    item: LoanView


class HoldRow(PatronRow):
    """A hold in its state, with what can be done to it."""

    item: HoldView

    def details(self, item: HoldView) -> str:
        """Everything about the hold but its first note, line by line."""
        place = "  ".join((self.words("holds-pickup", branch=item.pickup), self.words("holds-contact", contact=item.contact)))
        return "\n".join(part for part in (*item.notes[1:], place, self.say(item.refusals)) if part)


class ConfirmRow(PatronRow):
    """A title about to be held, with its place in the order."""

    item: ConfirmLine


class DoneRow(PatronRow):
    """A title and whether its hold was accepted."""

    item: DoneLine


class EmailRow(PatronRow):
    """An address on record, to be changed or deleted."""
