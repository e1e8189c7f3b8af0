"""How what happened changes a visit: pure, one new `Visit` for every event."""

from dataclasses import replace

from kiosk.terminal.gathering import offered_counts, with_page
from kiosk.terminal.visit import (
    BoardChosen,
    CardShown,
    CartChanged,
    ComfortChosen,
    ComfortSheetMoved,
    Event,
    HoldOpened,
    HoldsAnswered,
    IdentityProved,
    KeepWished,
    KeptLearned,
    LanguageChosen,
    LoggedIn,
    LoginAsked,
    MeLearned,
    PageGathered,
    PasswordRegistered,
    PickupChosen,
    ResultsCounted,
    ResultsLeft,
    SearchAnswered,
    SearchBegun,
    SessionLost,
    ShelfWalked,
    Step,
    StepOpened,
    TitleShown,
    Visit,
    VisitEnded,
    WentBack,
)


def advance(visit: Visit, event: Event) -> Visit:
    """The visit after the event."""
    match event:
        case StepOpened(step, replaces):
            return _at(visit, step, replaces)
        case WentBack():
            step = visit.history[-1] if visit.history else Step.REST
            return replace(visit, step=step, history=visit.history[:-1])
        case LanguageChosen(language):
            return replace(visit, language=language)
        case ComfortChosen(comfort):
            return replace(visit, comfort=comfort)
        case ComfortSheetMoved(is_open):
            return replace(visit, is_choosing_comfort=is_open)
        case BoardChosen(board):
            return replace(visit, board=board)
        case SearchAnswered(query, page):
            offered = offered_counts(visit.query, visit.offered, query, page)
            answered = replace(visit, query=query, page=page, pages=(page,), offered=offered, first_row=page.offset)
            return _at(answered, Step.RESULTS)
        case PageGathered(page, first_row):
            return replace(visit, pages=with_page(visit.pages, page, first_row))
        case ResultsCounted(counts):
            return replace(
                visit, offered=visit.offered or counts, page=replace(visit.page, counts=counts) if visit.page else None
            )
        case ResultsLeft(first_row):
            return replace(visit, first_row=first_row)
        case SearchBegun(query):
            return _at(replace(visit, query=query, page=None), Step.SEARCH)
        case ShelfWalked(place):
            return replace(visit, childrens_shelf=place) if visit.step is Step.CHILDREN else replace(visit, shelf=place)
        case TitleShown(detail):
            return _at(replace(visit, detail=detail), Step.DETAIL)
        case CartChanged(cart):
            return replace(visit, cart=cart)
        case PickupChosen(pickup):
            return replace(visit, pickup=pickup)
        case HoldOpened(hold_id):
            return _at(replace(visit, hold_id=hold_id), Step.HOLD_CHANGE)
        case HoldsAnswered(outcome):
            accepted = frozenset(line.title_id for line in outcome.lines if line.hold is not None)
            return replace(visit, step=Step.DONE, history=(), outcome=outcome, cart=visit.cart.without(accepted))
        case VisitEnded(next_visit_id, language, step, comfort):
            return Visit(next_visit_id, language, step, comfort=comfort)
        case _:
            return _advance_patron(visit, event)


def _advance_patron(visit: Visit, event: Event) -> Visit:
    match event:
        case LoginAsked(after):
            card_number = visit.card_number if visit.step is Step.LOGIN else None
            return _at(replace(visit, after_login=after, card_number=card_number), Step.LOGIN)
        case CardShown(card_number):
            return replace(visit, card_number=card_number)
        case LoggedIn(session, me, step):
            return _at(replace(visit, session=session, me=me, card_number=None), step, replaces=True)
        case MeLearned(me):
            return replace(visit, me=me)
        case IdentityProved(grant):
            return _at(replace(visit, grant=grant), Step.REGISTER_PASSWORD, replaces=True)
        case PasswordRegistered(registration):
            return _at(replace(visit, grant=None, registration=registration), Step.REGISTER_DONE, replaces=True)
        case KeepWished(title_id):
            return replace(visit, to_keep=title_id)
        case KeptLearned(title_ids):
            return replace(visit, kept=title_ids)
        case SessionLost():
            return _at(replace(visit, session=None, me=None, kept=frozenset(), after_login=visit.step), Step.LOGIN)
        case _:
            raise TypeError(f"no such event: {type(event).__name__}")


def _at(visit: Visit, step: Step, replaces: bool = False) -> Visit:
    """The visit at another step. A step that is on the way already is gone back to, so that the way never runs in a ring."""
    if step is visit.step:
        return visit
    if step is Step.REST:
        return replace(visit, step=step, history=())
    way = visit.history if replaces else (*visit.history, visit.step)
    if step in way:
        way = way[: way.index(step)]
    return replace(visit, step=step, history=way)
