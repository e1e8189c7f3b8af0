"""Example states of the screens of what is a patron's alone: bookshelf, loan history, reading goal."""

from dataclasses import replace
from datetime import date

from kiosk.gallery.states.examples import LONG, TITLES, States, form, said_date, title, unreachable
from kiosk.terminal.presenters.bookshelf import BookshelfState, ShelfView
from kiosk.terminal.presenters.reading_goal import GoalView, ReadingGoalState
from kiosk.terminal.presenters.reading_history import HistoryView, Question, ReadingHistoryState
from kiosk.terminal.rows import Choice
from kiosk.terminal.saying import say_full_date
from kiosk.terminal.words import Words


def period(words: Words, months: int = 12, year: int = 2026) -> dict[str, str]:
    """The first and the last day of a goal."""
    last = {3: date(year + 1, 2, 19), 12: date(year + 1, 11, 19)}[months]
    return {"first": say_full_date(words, date(year, 11, 20)), "last": say_full_date(words, last)}


def bookshelf(words: Words) -> States:
    """The shelf."""
    kept = words("bookshelf-kept_on", date=said_date(words, 11, 24))
    views = tuple(ShelfView(title(at, words), kept, True, False, "") for at in range(12))
    here = replace(views[2].title, badge=words("availability-on_shelf"), badge_kind="on_shelf", shelf="2F 日本文学の棚 913.6ナ")
    stuck = ShelfView(
        here, kept, False, False, words("reason-on_shelf_here", location="2F 日本文学の棚", call_number="913.6ナ")
    )
    usual = BookshelfState((views[0], stuck, replace(views[3], is_in_cart=True)), True, True, True, False, "", "", None)
    return {
        "usual": usual,
        "in_cart": replace(usual, is_any_in_cart=True),
        "many": replace(usual, entries=(*usual.entries, *views[4:]), has_history=False, has_goal=False),
        "taken_out": replace(
            usual,
            entries=(usual.entries[0], usual.entries[2]),
            can_put_back=True,
            notice=words("bookshelf-taken_out", title=LONG),
        ),
        "empty": replace(usual, entries=()),
        "awaiting": replace(usual, entries=(), is_known=False, awaiting=words("awaiting-bookshelf")),
        "unreachable": replace(usual, entries=(), is_known=False, problem=unreachable(words)),
    }


def reading_history(words: Words) -> States:
    """The loan history, and the consent to it."""
    lent = words("reading-history-lent_on", date=period(words)["first"])
    views = tuple(
        HistoryView(f"e{at}", f"{name} {volume}".strip(), creators, lent)
        for at, (name, volume, creators, _) in enumerate(TITLES * 3)
    )
    off = ReadingHistoryState(True, False, (), None, "", "", None)
    kept = replace(off, is_consented=True, entries=views[:3])

    def question(kind: str, subject: str = "") -> Question:
        heading, text, do, keep = (words(f"reading-history-{kind}-{part}") for part in ("title", "note", "do", "keep"))
        return Question(heading, subject, text, do, keep)

    return {
        "off": off,
        "stopped": replace(off, notice=words("reading-history-stopped")),
        "kept": kept,
        "many": replace(kept, entries=views),
        "begun": replace(kept, entries=(), notice=words("reading-history-begun")),
        "asking_entry": replace(kept, asking=question("entry", LONG)),
        "asking_all": replace(kept, asking=question("clear")),
        "asking_stop": replace(kept, asking=question("stop")),
        "deleting": replace(kept, awaiting=words("awaiting-delete")),
        "awaiting": replace(off, is_known=False, awaiting=words("awaiting-reading-history")),
        "unreachable": replace(off, is_known=False, problem=unreachable(words)),
    }


def reading_goal(words: Words) -> States:
    """The goal."""

    def goal(borrowed: int, titles: int, kind: str = "left", year: int = 2026) -> GoalView:
        return GoalView(
            words("reading-goal-borrowed", count=borrowed),
            words("reading-goal-titles", count=titles),
            words(f"reading-goal-{kind}", count=titles - borrowed),
            words("reading-goal-period", **period(words, year=year)),
            min(1.0, borrowed / titles),
            borrowed >= titles,
        )

    empty = form(words, ("goal_titles", "", ""), keyboard="digits")
    twenty = form(words, ("goal_titles", "20", ""), keyboard="digits")
    wrong = form(words, ("goal_titles", "0", words("reading-goal-wrong_number", limit="1000")), keyboard="digits")
    usual = ReadingGoalState(
        is_known=True,
        needs_history=False,
        goal=goal(12, 20),
        is_editing=False,
        form=empty,
        periods=tuple(Choice(str(n), words("reading-goal-months", months=n), n == 3) for n in (1, 3, 6, 12)),
        period=words("reading-goal-period", **period(words, months=3)),
        can_submit=False,
        is_asking=False,
        notice="",
        awaiting="",
        problem=None,
    )
    editing = replace(usual, goal=None, is_editing=True)
    nothing = replace(usual, is_known=False, goal=None)
    return {
        "usual": usual,
        "begun": replace(usual, goal=goal(0, 1000), notice=words("reading-goal-set")),
        "reached": replace(usual, goal=goal(23, 20, "reached")),
        "over": replace(usual, goal=goal(18, 20, "over", 2025)),
        "asking": replace(usual, is_asking=True),
        "editing": editing,
        "faulty": replace(editing, form=wrong, can_submit=True),
        "saving": replace(editing, form=twenty, awaiting=words("awaiting-change")),
        "failed": replace(editing, form=twenty, can_submit=True, problem=unreachable(words, has_typed=True)),
        "needs_history": replace(nothing, needs_history=True),
        "awaiting": replace(nothing, awaiting=words("awaiting-reading-goal")),
        "unreachable": replace(nothing, problem=unreachable(words)),
    }
