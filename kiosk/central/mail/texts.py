"""The words of every mail, in Fluent, with the library's own laid over them; what they name comes from `params`.

A profile replaces any message of `assets/mail/ja.ftl` under `[messages.ja]`. Wording of a library's own that cannot be used (it
is not Fluent, or names what is not there) never keeps a mail from going out: the house's words stand in for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from kiosk import paths
from kiosk.central.mail.params import (
    ConfirmationLink,
    EmailNotice,
    HoldAccepted,
    HoldDeclined,
    HoldReady,
    HoldRequestCopy,
    InvalidNotice,
    Params,
    ReadyHold,
    read_params,
)
from kiosk.central.notice_kinds import NoticeKind
from kiosk.domain.localised import in_language
from kiosk.domain.profile import Profile

_LANGUAGE = "ja"
_PREFIX = "mail-"


@dataclass(frozen=True, slots=True)
class RenderedMail:
    """The subject and the plain text of a mail. The subject names no title: it may light up on a locked screen."""

    subject: str = field(repr=False)
    text: str = field(repr=False)


def render(kind: NoticeKind, params: Mapping[str, object], profile: Profile) -> RenderedMail:
    """The mail that tells of a notice of this kind. Raises InvalidNotice when `params` are not those of its kind (`params`)."""
    says = _Wording(profile)
    name, values = _said(says, kind, read_params(kind, params))
    subject = says.first((f"{name}-subject", f"{_PREFIX}{kind.value}-subject"), values)
    return RenderedMail(subject, f"{says(f'{name}-body', **values)}\n\n{says('mail-footer')}\n")


def wording_faults(profile: Profile) -> tuple[str, ...]:
    """The ids of a library's own mail wording that cannot be used: no mail has them, they are not Fluent, or they name what is
    not there. Empty when all is well; to be asked when the service starts."""
    house = _variables(_resource())
    own = {name: _variables(_own_resource(name, text)) for name, text in _own_words(profile).items()}
    return tuple(name for name, found in own.items() if not (name in house and name in found and found[name] <= house[name]))


class _Wording:
    """The messages of one library. Calling it with a message id and its parameters gives the text."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._house, self._own = _bundle(), _bundle()
        for name, text in _own_words(profile).items():
            self._own.add_resource(_own_resource(name, text), allow_overrides=True)

    def __call__(self, message_id: str, **values: str) -> str:
        values["library"] = in_language(self.profile.name, _LANGUAGE)
        for bundle in (self._own, self._house):
            pattern = bundle.get_message(message_id).value if bundle.has_message(message_id) else None
            if pattern is not None:
                text, faults = bundle.format_pattern(pattern, values)
                if not faults:
                    return str(text)
        raise InvalidNotice(f"{message_id}: no wording")

    def first(self, message_ids: tuple[str, ...], values: Mapping[str, str]) -> str:
        """The first of these messages that there is."""
        return self(next(name for name in message_ids if self._house.has_message(name)), **values)

    def branch(self, code: str) -> str:
        """The name of a branch; one that the profile has no more is shown as it was kept."""
        found = self.profile.branch(code)
        return in_language(found.name, _LANGUAGE) if found else code

    def day(self, day: date) -> str:
        """2026年12月1日(火)"""
        weekday = self(f"mail-weekday-{day.weekday()}")
        return self("mail-date", year=str(day.year), month=str(day.month), day=str(day.day), weekday=weekday)

    def titles(self, titles: tuple[str, ...]) -> str:
        """One title a line."""
        return "\n".join(self("mail-title", title=title) for title in titles)


def _said(says: _Wording, kind: NoticeKind, params: Params) -> tuple[str, dict[str, str]]:
    """Which message says it, and what the message names."""
    name = f"{_PREFIX}{kind.value}"
    match params:
        case HoldReady(holds):
            return name, {"holds": _ready_holds(says, holds)}
        case HoldRequestCopy(titles, pickup_branch, is_provisional):
            values = {"titles": says.titles(titles), "branch": says.branch(pickup_branch)}
            return f"{name}-provisional" if is_provisional else name, values
        case HoldAccepted(titles, pickup_branch):
            return name, {"titles": says.titles(titles), "branch": says.branch(pickup_branch)}
        case HoldDeclined(titles):
            return name, {"titles": says.titles(titles)}
        case EmailNotice(change):
            return f"{name}-{change.value}", {}
        case ConfirmationLink(link, valid_hours):
            return name, {"link": link, "hours": str(valid_hours)}


def _ready_holds(says: _Wording, holds: tuple[ReadyHold, ...]) -> str:
    """The titles under the branch where they wait and the day until which they do, the nearest day first; what happens then."""

    def place(hold: ReadyHold) -> tuple[date, str]:
        return hold.last_day or date.max, hold.pickup_branch

    parts = []
    for (day, branch), there in groupby(sorted(holds, key=place), key=place):
        name = says.branch(branch)
        is_open = day == date.max
        heading = (
            says("mail-hold_ready-place", branch=name)
            if is_open
            else says("mail-hold_ready-place-until", branch=name, day=says.day(day))
        )
        parts.append(f"{heading}\n{says.titles(tuple(hold.title for hold in there))}")
    if any(hold.last_day for hold in holds):
        parts.append(says("mail-hold_ready-limit"))
    return "\n\n".join(parts)


def _own_words(profile: Profile) -> dict[str, str]:
    return {name: text for name, text in profile.messages.get(_LANGUAGE, {}).items() if name.startswith(_PREFIX)}


def _own_resource(name: str, text: str) -> ast.Resource:
    indented = text.strip().replace("\n", "\n    ")
    return FluentResource(f"{name} =\n    {indented}\n")


def _resource() -> ast.Resource:
    return FluentResource((paths.ASSETS / "mail" / f"{_LANGUAGE}.ftl").read_text(encoding="utf-8"))


def _bundle() -> FluentBundle:
    bundle = FluentBundle([_LANGUAGE], use_isolating=False)
    bundle.add_resource(_resource())
    return bundle


def _variables(resource: ast.Resource) -> dict[str, set[str]]:
    """The variables that each message of a resource names; what is not Fluent is left out."""
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            names = _Variables()
            names.visit(entry)
            found[entry.id.name] = names.found - {"library"}
    return found


class _Variables(Visitor):  # type: ignore[misc]  # fluent has no types
    """Gathers the names of variables."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)
