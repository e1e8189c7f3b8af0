"""Follows what a terminal shows and says what has changed for those who do not see it; leaves the focus to the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kiosk.terminal.idle import IdlePhase
from kiosk.terminal.saying import Said
from kiosk.terminal.speaking import in_one, say_typed

if TYPE_CHECKING:
    from kiosk.terminal.terminal import Terminal

_COUNTED_DOWN = (10, 5)
"""So many seconds before the end of a visit it is said again how many are left."""


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to hear of a terminal at one moment, besides the focus. Texts of fields are kept by the fields' names."""

    problem: tuple[str, str] = ("", "")
    awaiting: str = ""
    notice: str = ""
    guidance: str = ""
    total: int | None = None
    offered: int = 0
    """How many names are suggested for what was typed."""
    in_cart: int = 0
    outcomes: tuple[str, ...] = ()
    fields: Mapping[str, tuple[str, bool]] = field(default_factory=dict, repr=False)
    faults: Mapping[str, str] = field(default_factory=dict)


def told(terminal: "Terminal") -> Told:
    """What the terminal shows now."""
    presenter: Any = terminal.presenter
    state = presenter.state
    form = getattr(state, "form", None)
    views = form.fields if form is not None else ()
    speaks_secrets = terminal.visit.comfort.speaks_passwords
    guidance = getattr(state, "guidance", None)
    return Told(
        problem=_both(getattr(state, "problem", None)),
        awaiting=getattr(state, "awaiting", ""),
        notice=getattr(state, "notice", ""),
        guidance=guidance.sentence if guidance is not None and not getattr(state, "has_card", False) else "",
        total=getattr(state, "total", None),
        offered=len(getattr(state, "suggestions", ())),
        in_cart=len(terminal.visit.cart),
        outcomes=tuple(_outcomes(getattr(state, "lines", ()))),
        fields={
            view.name: (presenter.form[view.name] if view.is_secret and speaks_secrets else view.shown, view.is_secret)
            for view in views
        },
        faults={view.name: view.fault for view in views if view.fault},
    )


def _both(said: Said | None) -> tuple[str, str]:
    return (said.sentence, said.remedy) if said is not None else ("", "")


def _outcomes(lines: Sequence[Any]) -> list[str]:
    """What became of each title of a request, with why not and what to do instead."""
    said = []
    for line in lines:
        if hasattr(line, "outcome"):
            said += [line.title, line.outcome, *(part for refusal in line.refusals for part in _both(refusal))]
    return said


class Telling:
    """Says what is new since it was asked last."""

    def __init__(self, terminal: "Terminal") -> None:
        self._terminal = terminal
        self._before = Told()
        self._last_counted: int | None = None

    def whole(self) -> str:
        """All there is to tell of a screen just opened: what went wrong, is awaited, became of it, and how much there is."""
        now = self._before = told(self._terminal)
        return in_one(
            self._terminal.words, [*now.problem, now.awaiting, now.notice, now.guidance, *now.outcomes, self._count(now)]
        )

    def changes(self) -> str:
        """What is new on a screen that stays; empty where nothing is."""
        before, now = self._before, told(self._terminal)
        self._before = now
        words = self._terminal.words
        parts = [self._typed(name, before, now) for name in now.fields]
        parts += [fault for name, fault in now.faults.items() if before.faults.get(name) != fault]
        for one, other in ((before.problem, now.problem), (before.outcomes, now.outcomes)):
            parts += other if one != other else ()
        for was, text in ((before.awaiting, now.awaiting), (before.notice, now.notice), (before.guidance, now.guidance)):
            parts.append(text if text != was else "")
        if now.total != before.total or (before.awaiting and not now.awaiting):
            parts.append(self._count(now))
        if now.offered and now.offered != before.offered:
            parts.append(words("spoken-offered", count=now.offered))
        if now.in_cart != before.in_cart:
            parts.append(words("spoken-cart", count=now.in_cart))
        return in_one(words, parts)

    def idle_left(self) -> str:
        """The warning before the end of the visit, when it begins and shortly before; empty else."""
        idle, words = self._terminal.idle, self._terminal.words
        if idle.phase is not IdlePhase.WARNING:
            self._last_counted = None
            return ""
        left, before = idle.seconds_left, self._last_counted
        self._last_counted = left
        if before is None:
            return in_one(words, [words("idle-title"), words("spoken-idle", seconds=left), words("idle-note")])
        return words("spoken-seconds", seconds=left) if any(left <= mark < before for mark in _COUNTED_DOWN) else ""

    def _typed(self, name: str, before: Told, now: Told) -> str:
        text, is_secret = now.fields[name]
        if is_secret and not text:  # it is emptied by every request that carried it
            return ""
        was, _ = before.fields.get(name, ("", False))
        return say_typed(self._terminal.words, was, text, is_secret, self._terminal.visit.comfort.speaks_passwords)

    @property
    def is_awaiting(self) -> bool:
        """Whether an answer is awaited, as was told last."""
        return bool(self._before.awaiting)

    def forget(self) -> None:
        """Nothing was told yet; what was is dropped."""
        self._before, self._last_counted = Told(), None

    def _count(self, now: Told) -> str:
        if now.total is None or now.awaiting:
            return ""
        return self._terminal.words("spoken-results", total=now.total)
