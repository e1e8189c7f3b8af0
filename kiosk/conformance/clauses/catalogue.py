"""Searching, and whether a title is offered to be held."""

from kiosk.conformance.staging import TitleCase
from kiosk.conformance.trial import Clause, Trial, applies, require
from kiosk.conformance.verdict import NotApplicable
from kiosk.domain.catalogue import Material
from kiosk.domain.circulation import LineOutcome
from kiosk.domain.profile import HoldScope
from kiosk.domain.reasons import ReasonCode
from kiosk.domain.search import SearchFilters, SearchPage, SearchQuery, SearchSort, SuggestionQuery, Suggestions

_SEARCH = "POST /v1/titles/search"
_DETAIL = "GET /v1/titles/{title_id}"
_SUBMIT = "POST /v1/me/hold-requests"
_SUGGEST = "POST /v1/suggestions"


def _found(trial: Trial, query: SearchQuery) -> SearchPage:
    return trial.terminal.ask("POST", "/v1/titles/search", query).value(SearchPage)


def _search(trial: Trial) -> None:
    page = _found(trial, SearchQuery(trial.stage.search_word()))
    require(page.total >= 3, _SEARCH, "at least three titles", f"a total of {page.total}")
    title = page.titles[0]
    shown = trial.terminal.shown(title.title_id)
    require(shown.title == title.title, _DETAIL, "the title that was found", "another")
    require(shown.hold == title.hold, _DETAIL, "the decision on a hold that the search gave", "another")
    nothing = _found(trial, SearchQuery("qqxzqqxzqqxz"))
    require(nothing.total == 0 and not nothing.titles, _SEARCH, "nothing for a word that stands nowhere", "titles")


def _pages(trial: Trial) -> None:
    word = trial.stage.search_word()
    whole = _found(trial, SearchQuery(word, limit=100))
    ids = [title.title_id for title in whole.titles]
    require(len(set(ids)) == len(ids), _SEARCH, "each title once", "one twice")
    for offset in range(min(len(ids), 6)):
        page = _found(trial, SearchQuery(word, offset=offset, limit=2))
        is_part = [title.title_id for title in page.titles] == ids[offset : offset + 2]
        require(is_part, _SEARCH, "pages that are parts of one stable order", f"another order at offset {offset}")
        require(page.total == whole.total and page.offset == offset, _SEARCH, "the total and the offset asked for", "others")
    beyond = _found(trial, SearchQuery(word, offset=whole.total + 10))
    require(not beyond.titles and beyond.total == whole.total, _SEARCH, "no titles beyond the end", "some")


def _filters(trial: Trial) -> None:
    word = trial.stage.search_word()
    whole = _found(trial, SearchQuery(word, has_counts=True))
    if whole.counts is None:
        raise NotApplicable("the service counts nothing")
    materials = whole.counts.materials
    require(
        sum(each.count for each in materials) == whole.total, _SEARCH, "counts by material that make up the total", "others"
    )
    counts = {each.code: each.count for each in materials}
    for material in Material:
        narrowed = _found(trial, SearchQuery(word, filters=SearchFilters(materials=(material,))))
        is_counted = narrowed.total == counts.get(material, 0)
        require(is_counted, _SEARCH, "as many titles of a material as were counted", str(narrowed.total))
        is_kept = all(title.material is material for title in narrowed.titles)
        require(is_kept, _SEARCH, "titles of the material asked for alone", "another")
    for sort in SearchSort:
        ordered = _found(trial, SearchQuery(word, sort=sort))
        is_whole = sort is SearchSort.POPULAR or ordered.total == whole.total
        require(is_whole, _SEARCH, "the same total in any order", f"{ordered.total} by {sort}")


def _suggestions(trial: Trial) -> None:
    title = _found(trial, SearchQuery(trial.stage.search_word())).titles[0]
    typed = SuggestionQuery(title.title[:2], limit=3)
    answer = trial.terminal.ask("POST", "/v1/suggestions", typed).value(Suggestions)
    require(len(answer.suggestions) <= typed.limit, _SUGGEST, "no more suggestions than were asked for", "more")
    require(all(each.text for each in answer.suggestions), _SUGGEST, "suggestions with a text", "an empty one")
    for each in answer.suggestions:
        total = _found(trial, SearchQuery(each.text)).total
        require(total > 0, _SUGGEST, "names that a search finds", "one that finds nothing")
    trial.terminal.ask("POST", "/v1/suggestions", SuggestionQuery("あ" * 201)).expect(422, "invalid_request")


def _offer_is_kept(trial: Trial) -> None:
    title = trial.stage.title()
    shown = trial.terminal.shown(title)
    require(shown.hold.allowed, _DETAIL, "a hold offered on a title on loan", f"refused ({_codes(shown.hold.reasons)})")
    visitor = trial.visitor()
    line = visitor.submit(title).lines[0]
    require(
        line.outcome is LineOutcome.ACCEPTED,
        _SUBMIT,
        "a hold that was offered to be accepted",
        f"refused ({_codes(line.reasons)})",
    )
    require(trial.terminal.shown(title).availability.hold_count >= 1, _DETAIL, "a hold count of one", "none")


def _refused_alike(trial: Trial, title: str, reason: ReasonCode) -> None:
    """The detail and the submission refuse a hold with that reason."""
    shown = trial.terminal.shown(title)
    is_refused = not shown.hold.allowed and reason in {each.code for each in shown.hold.reasons}
    require(
        is_refused, _DETAIL, f"no hold offered, with the reason {reason}", _decision(shown.hold.allowed, shown.hold.reasons)
    )
    line = trial.visitor().submit(title).lines[0]
    is_kept = line.outcome is LineOutcome.REFUSED and reason in {each.code for each in line.reasons}
    came = _decision(line.outcome is LineOutcome.ACCEPTED, line.reasons)
    require(is_kept, _SUBMIT, f"the hold refused with the reason {reason}", came)


def _on_shelf_here(trial: Trial) -> None:
    if trial.profile.holds.scope is HoldScope.IN_STOCK:
        return _accepted_alike(trial, trial.stage.title(TitleCase.ON_SHELF_HERE))
    return _refused_alike(trial, trial.stage.title(TitleCase.ON_SHELF_HERE), ReasonCode.ON_SHELF_HERE)


def _on_shelf_elsewhere(trial: Trial) -> None:
    applies(len(trial.profile.branches) > 1, "the library has one branch only")
    title = trial.stage.title(TitleCase.ON_SHELF_ELSEWHERE)
    if trial.profile.holds.scope is HoldScope.ON_LOAN:
        return _refused_alike(trial, title, ReasonCode.ON_SHELF)
    return _accepted_alike(trial, title)


def _accepted_alike(trial: Trial, title: str) -> None:
    shown = trial.terminal.shown(title)
    require(shown.hold.allowed, _DETAIL, "a hold offered", _decision(False, shown.hold.reasons))
    trial.visitor().place(title)


def _material(trial: Trial) -> None:
    others = [material for material in Material if material not in trial.profile.holds.materials]
    applies(bool(others), "every material can be held")
    _refused_alike(trial, trial.stage.title(TitleCase.OTHER_MATERIAL, others[-1]), ReasonCode.MATERIAL_NOT_HOLDABLE)


def _newest_issue(trial: Trial) -> None:
    if Material.MAGAZINE not in trial.profile.holds.materials:
        raise NotApplicable("no magazine can be held")
    title = trial.stage.title(TitleCase.NEWEST_ISSUE)
    if trial.profile.holds.newest_issue_is_holdable:
        return _accepted_alike(trial, title)
    return _refused_alike(trial, title, ReasonCode.NEWEST_ISSUE)


def _unavailable(trial: Trial) -> None:
    _refused_alike(trial, trial.stage.title(TitleCase.REFERENCE_ONLY), ReasonCode.REFERENCE_ONLY)
    _refused_alike(trial, trial.stage.title(TitleCase.MISSING), ReasonCode.NO_LOANABLE_ITEM)
    _refused_alike(trial, trial.stage.title(TitleCase.WITHOUT_ITEMS), ReasonCode.NOT_OWNED)


def _unknown_title(trial: Trial) -> None:
    trial.terminal.ask("GET", "/v1/titles/no-such-title").expect(404, "not_found")
    line = trial.visitor().submit("no-such-title").lines[0]
    is_told = ReasonCode.UNKNOWN_TITLE in {reason.code for reason in line.reasons}
    require(is_told, _SUBMIT, "unknown_title", _decision(line.outcome is LineOutcome.ACCEPTED, line.reasons))


def _codes(reasons: tuple[object, ...]) -> str:
    return ", ".join(str(getattr(reason, "code", "")) for reason in reasons)


def _decision(allowed: bool, reasons: tuple[object, ...]) -> str:
    return "allowed" if allowed else f"refused ({_codes(reasons)})"


CLAUSES = (
    Clause("C-20", "A search finds titles, and the detail of one agrees with its row.", _search),
    Clause("C-21", "Pages are parts of one stable order, with the total of all.", _pages),
    Clause("C-22", "A hold that is offered on a title on loan is accepted for a patron in good standing.", _offer_is_kept),
    Clause(
        "C-23", "A title on the shelf of the terminal's branch is offered just where the profile's scope says.", _on_shelf_here
    ),
    Clause(
        "C-24", "A title on the shelf of another branch is offered just where the profile's scope says.", _on_shelf_elsewhere
    ),
    Clause("C-25", "A material that cannot be held is refused, with the reason.", _material),
    Clause("C-26", "The newest issue of a magazine is offered just where the profile says.", _newest_issue),
    Clause("C-27", "Reference-only, missing and unowned titles are refused, each with its reason.", _unavailable),
    Clause("C-28", "A title nobody knows is not found, and its line is refused.", _unknown_title),
    Clause("C-100", "Filters narrow to what was counted, and no order changes what is found.", _filters),
    Clause("C-101", "Suggestions are names in the catalogue, no more than asked for.", _suggestions),
)
