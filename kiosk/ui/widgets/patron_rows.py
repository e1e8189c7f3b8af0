"""The rows of the patron's lists: loans, holds, what is about to be held and what became of it, e-mail addresses."""

from unicodedata import east_asian_width

from kivy.properties import ObjectProperty
from kivy.uix.boxlayout import BoxLayout

from kiosk.terminal.presenters.confirm import ConfirmLine
from kiosk.terminal.presenters.done import DoneLine
from kiosk.terminal.presenters.emails import EmailLine
from kiosk.terminal.presenters.holds import HoldView
from kiosk.terminal.presenters.loans import LoanView
from kiosk.terminal.rows import TitleView
from kiosk.terminal.saying import Said

TITLE_ROOM = 96
"""How long a title may be on two lines of a row, in half-width characters."""
NOTE_ROOM = 52
"""How long a note may be beside a badge, in the same measure."""


def _length(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


class PatronRow(BoxLayout):
    """A row of one `item`; it is given another when its page is turned."""

    item = ObjectProperty(None, allownone=True, rebind=True)
    words = ObjectProperty(None, allownone=True)
    presenter = ObjectProperty(None, allownone=True)

    def full_title(self, title: TitleView) -> str:
        """Title and volume; of a title too long for two lines the end is left out, never the volume."""
        room = TITLE_ROOM - _length(title.volume)
        shown = title.title
        while _length(shown) > room:
            shown = shown[:-1]
        if shown != title.title:
            shown = shown.rstrip() + "…"
        return f"{shown} {title.volume}".strip()

    def say(self, refusals: tuple[Said, ...]) -> str:
        """Why not, and what to do instead."""
        between = "" if self.words.language.startswith("zh") else " "
        return "\n".join(f"{said.sentence}{between}{said.remedy}".strip() for said in refusals[:1])


class LoanRow(PatronRow):
    """A loan, with 「延長」 where it can be renewed and the reason where it cannot."""

    item: LoanView


class HoldRow(PatronRow):
    """A hold in its state, with what can be done to it."""

    item: HoldView

    def headline(self, item: HoldView) -> str:
        """The note that stands beside the state: the first, where it is short enough."""
        return item.notes[0] if item.notes and _length(item.notes[0]) <= NOTE_ROOM else ""

    def details(self, item: HoldView) -> str:
        """Everything else about the hold, line by line."""
        notes = item.notes[1:] if self.headline(item) else item.notes
        place = "  ".join((self.words("holds-pickup", branch=item.pickup), self.words("holds-contact", contact=item.contact)))
        return "\n".join(part for part in (*notes, place, self.say(item.refusals)) if part)


class ConfirmRow(PatronRow):
    """A title about to be held, with its place in the order."""

    item: ConfirmLine


class DoneRow(PatronRow):
    """A title and whether its hold was accepted."""

    item: DoneLine


class EmailRow(PatronRow):
    """An address on record, to be changed, deleted or chosen for notices."""

    KINDS = {"notices": "good", "unconfirmed": "care", "undeliverable": "error"}
    item: EmailLine
