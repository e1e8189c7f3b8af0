"""Example states of the screens of a patron's loans, holds and record."""

from dataclasses import replace

from kiosk.gallery.states.examples import LONG, LONG_ADDRESS, States, branch_at, contact_by, form, said_date, title, unreachable
from kiosk.terminal.presenters.account import AccountState
from kiosk.terminal.presenters.emails import EmailLine, EmailsState
from kiosk.terminal.presenters.form_presenter import FormView
from kiosk.terminal.presenters.holds import HoldsState, HoldView
from kiosk.terminal.presenters.loans import LoansState, LoanView
from kiosk.terminal.presenters.menu import MenuState
from kiosk.terminal.presenters.password_change import PasswordChangeState
from kiosk.terminal.saying import Said
from kiosk.terminal.words import Words


def menu(words: Words) -> States:
    """The menu."""
    usual = MenuState(3, 0, 4, 10, 0, "", None)
    return {
        "usual": usual,
        "busy": MenuState(12, 2, 10, 10, 3, "", None),
        "nothing": MenuState(0, 0, 0, 10, 0, "", None),
        "awaiting": replace(usual, awaiting=words("awaiting-menu")),
        "unreachable": replace(usual, problem=unreachable(words)),
        "bookshelf": MenuState(12, 2, 10, 10, 3, "", None, offers_bookshelf=True),
    }


def loans(words: Words) -> States:
    """The list of loans."""
    due = words("loan-due", date=said_date(words, 11, 30))
    held = (Said(words("reason-held_by_others"), words("remedy-held_by_others")),)
    overdue = (Said(words("reason-loan_overdue"), words("remedy-loan_overdue")),)
    renewable = tuple(LoanView(f"l{at}", title(at, words), due, (), False, True, ()) for at in range(10))
    past = words("loan-due", date=said_date(words, 11, 15))
    late = LoanView("late", title(2, words), past, (words("loan-overdue"), words("loan-held")), True, False, overdue)
    wanted = LoanView("held", title(1, words), due, (words("loan-held"), words("loan-was_renewed")), False, False, held)
    longer = words("loan-due", date=said_date(words, 12, 6))
    extended = LoanView("late", title(2, words), longer, (words("loan-was_renewed"),), False, False, ())
    usual = LoansState((late, wanted, *renewable[:1]), True, "", "", None)
    return {
        "usual": usual,
        "many": replace(usual, loans=(late, wanted, *renewable)),
        "renewed": replace(
            usual, loans=(extended, *usual.loans[1:]), notice=words("loan-renewed", title=LONG, date=said_date(words, 12, 6))
        ),
        "renewing": replace(usual, awaiting=words("awaiting-renewal")),
        "empty": replace(usual, loans=()),
        "awaiting": replace(usual, loans=(), is_known=False, awaiting=words("awaiting-loans")),
        "unreachable": replace(usual, loans=(), is_known=False, problem=unreachable(words)),
    }


def hold(words: Words, number: int, state: str, *notes: str, can: bool = False, why: str = "") -> HoldView:
    """One hold; with `why`, a code of the reasons against changing it."""
    refusals = (Said(words(f"reason-{why}"), words(f"remedy-{why}")),) if why else ()
    return HoldView(
        f"h{number}",
        title(number, words),
        words(f"hold-state-{state}"),
        state,
        notes,
        branch_at(words),
        contact_by(words),
        can,
        can,
        refusals,
    )


def holds(words: Words) -> States:
    """The list of holds."""
    first, second = (words("sequence-turn", size=2, place=1), words("sequence-waits", size=2, place=2, former="上"))
    wait = words("hold-wait", earliest=words("date-short", month=11, day=24), latest=words("date-short", month=12, day=20))
    position = "  ".join((words("hold-position", position=12), wait))
    ended = words("hold-ended-note", days=30)
    listed = (
        hold(words, 4, "ready", words("hold-expires", date=said_date(words, 11, 29)), why="hold_ready"),
        hold(words, 0, "waiting", first, position, can=True),
        hold(words, 1, "waiting", second, can=True),
        hold(words, 2, "in_transit", wait, why="hold_in_transit"),
        hold(words, 3, "waiting", position, can=True),
        hold(words, 2, "provisional", words("hold-provisional-note"), can=True),
        hold(words, 5, "cancelled", ended),
        hold(words, 6, "declined", ended, words("hold-declined-note")),
    )
    limits = ((("book", "picture_book", "magazine"), 10), (("kamishibai",), 2), (("cd",), 2))
    parts = [
        words("holds-limit-of", materials=words("weekday-and").join(words(f"material-{each}") for each in of), limit=limit)
        for of, limit in limits
    ]
    by_material = words("holds-count-by-material", count=6, limits=words("holds-limit-and").join(parts))
    ended_two = words("holds-ended", count=2)
    usual = HoldsState(
        listed, True, 6, 10, None, "", "", None, can_order=True, count=words("holds-count", count=6, limit=10) + ended_two
    )
    with_long = (*listed[:3], hold(words, 2, "waiting", position, can=True), *listed[4:])
    return {
        "usual": usual,
        "one": replace(usual, holds=listed[1:2], open_count=1, can_order=False, count=words("holds-count", count=1, limit=10)),
        "by_material": replace(usual, count=by_material + ended_two),
        "asking": replace(usual, holds=with_long, asking=with_long[3]),
        "cancelled": replace(
            usual,
            holds=(*listed[:3], *listed[4:]),
            count=words("holds-count", count=5, limit=10) + ended_two,
            notice=words("hold-cancelled", title=LONG),
        ),
        "cancelling": replace(usual, awaiting=words("awaiting-cancel")),
        "empty": replace(usual, holds=(), open_count=0, can_order=False, count=words("holds-count", count=0, limit=10)),
        "awaiting": replace(usual, holds=(), is_known=False, can_order=False, count="", awaiting=words("awaiting-holds")),
        "unreachable": replace(usual, holds=(), is_known=False, can_order=False, count="", problem=unreachable(words)),
    }


def account(words: Words) -> States:
    """The patron's record."""
    usual = AccountState(False, False, 1, "", None)
    return {
        "usual": usual,
        "temporary": replace(usual, has_temporary=True, email_count=0),
        "asking": replace(usual, is_asking_delete=True),
        "awaiting": replace(usual, awaiting=words("awaiting-delete")),
    }


def password_change(words: Words) -> States:
    """The change of the password."""

    def typed(current: str, new: str, again: str, fault: str = "") -> FormView:
        names = ("current_password", "new_password", "new_password_again")
        faults = ("", "", fault)
        return form(words, *zip(names, (current, new, again), faults, strict=True), active=names[2] if again else "")

    empty, new = typed("", "", ""), "●" * 8
    differ = typed("●●●●●●", new, "●" * 20, words("password-not_equal"))
    usual = PasswordChangeState(empty, False, False, False, "", None, words("password-rule", shortest="6", longest="20"))
    return {
        "empty": usual,
        "temporary": replace(usual, is_temporary=True),
        "differ": replace(usual, form=differ, can_submit=True, is_temporary=True),
        "awaiting": replace(usual, form=typed("●●●●●●", new, new), awaiting=words("awaiting-change")),
        "done": replace(usual, is_done=True),
        "unreachable": replace(usual, problem=unreachable(words)),
    }


def emails(words: Words) -> States:
    """The e-mail addresses."""
    typed = form(
        words,
        ("email", "hanako.yamada,library@dokomo.ne.jp", words("email-comma")),
        ("email_again", "hanako.yamada,library@dokomo.ne.jp", ""),
        keyboard="email",
    )
    right = form(words, ("email", LONG_ADDRESS, ""), ("email_again", LONG_ADDRESS, ""), keyboard="email")
    three = tuple(
        EmailLine(slot, address) for slot, address in enumerate(("hanako.yamada@example.jp", LONG_ADDRESS, "h@b.jp"), 1)
    )
    marked = (
        EmailLine(1, "hanako.yamada@example.jp", "notices", words("email-mark-notices")),
        EmailLine(2, LONG_ADDRESS, can_choose=True),
    )
    waiting = (
        EmailLine(
            1,
            "hanako.yamada@example.jp",
            "notices",
            words("email-mark-notices"),
            words("email-note-replacing", address="hanako@example.ne.jp"),
        ),
        EmailLine(2, "h@b.jp", "unconfirmed", words("email-mark-unconfirmed"), words("email-note-unconfirmed")),
    )
    back = EmailLine(1, LONG_ADDRESS, "undeliverable", words("email-mark-undeliverable"), words("email-note-undeliverable"))
    none = EmailsState(
        (), True, form(words, ("email", "", ""), ("email_again", "", ""), keyboard="email"), False, 0, False, "", "", None
    )
    return {
        "none": none,
        "one": replace(none, emails=three[:1], can_add=False),
        "three": replace(none, emails=three, can_add=False),
        "two": replace(none, emails=three[:2], notice=words("email-saved")),
        "saved_mail": replace(none, emails=three[:1], can_add=False, notice=words("email-saved-mail")),
        "one_of_two": replace(none, emails=marked, can_add=False, notice=words("email-chosen")),
        "waiting": replace(none, emails=waiting, can_add=False, notice=words("email-to_be_confirmed")),
        "undeliverable": replace(none, emails=(back,), can_add=False),
        "editing": replace(none, is_editing=True),
        "faulty": replace(none, is_editing=True, form=typed, can_submit=True),
        "awaiting": replace(none, emails=three[:1], can_add=False, awaiting=words("awaiting-change")),
        "unreachable": replace(none, is_editing=True, form=right, can_submit=True, problem=unreachable(words, has_typed=True)),
    }
