"""Example states of the patron's screens, by screen and name, with what is hardest to set: long, many, none, wrong."""

from dataclasses import replace

from kiosk import paths
from kiosk.domain.card import CardFormat
from kiosk.domain.check_digit import CheckDigit
from kiosk.profiles import load_profile
from kiosk.terminal.presenters.account import AccountState
from kiosk.terminal.presenters.confirm import ConfirmLine, ConfirmState
from kiosk.terminal.presenters.done import DoneLine, DoneState
from kiosk.terminal.presenters.emails import EmailLine, EmailsState
from kiosk.terminal.presenters.form_presenter import FieldView, FormView
from kiosk.terminal.presenters.guidance import CardGuidance, SightKind
from kiosk.terminal.presenters.holds import HoldsState, HoldView
from kiosk.terminal.presenters.loans import LoansState, LoanView
from kiosk.terminal.presenters.login import LoginState
from kiosk.terminal.presenters.menu import MenuState
from kiosk.terminal.presenters.out_of_service import OutOfServiceState
from kiosk.terminal.presenters.password_change import PasswordChangeState
from kiosk.terminal.presenters.register import IdentityState, RegisterDoneState, RegisterPasswordState, TermsState
from kiosk.terminal.rows import TitleView
from kiosk.terminal.saying import Said
from kiosk.terminal.words import Languages, Words

LONG = "これからの図書館と地域社会を考えるための資料集 ―― 全国公共図書館調査報告とその分析、および今後の課題に関する覚え書き"
TITLES = (
    ("吾輩は猫である", "上", "夏目漱石", "9"),
    ("吾輩は猫である", "下", "夏目漱石", "9"),
    (LONG, "第十二巻 資料編", "図書館政策研究会編、地域文化調査委員会編、全国図書館史料集成刊行会監修", "0"),
    ("The Library of the Future: Public Terminals, Reading Habits and Quiet Rooms", "vol. 2", "A. Reader; B. Writer", "0"),
    ("そらいろのたね", "", "中川李枝子文、大村百合子絵", "7"),
    ("𠮷野家の森鷗外", "", "髙橋﨑", "2"),
)
LONG_ADDRESS = "a.very.long.address.of.a.patron.with.many.names@mail.library.example.ne.jp"
LONG_TEXTS = (LONG[:12], TITLES[2][2][:8], TITLES[3][0][:12], LONG_ADDRESS[:20])
"""How what may end in … begins: texts of the catalogue and the patron, never the terminal's own."""


def title(number: int, words: Words) -> TitleView:
    """One of the example titles."""
    name, volume, creators, ndc = TITLES[number % len(TITLES)]
    return TitleView(
        title_id=f"t{number}",
        title=name,
        volume=volume,
        creators=creators,
        imprint="岩波書店 1990",
        material=words("material-book"),
        material_kind="book",
        ndc_class=ndc,
        badge=words("availability-on_loan", holds=number),
        badge_kind="on_loan",
        shelf="",
        is_holdable=True,
    )


def unreachable(words: Words) -> Said:
    """The trouble every screen can have."""
    return Said(words("trouble-unreachable"), words("trouble-unreachable-remedy"), can_retry=True)


EVERY_EXTRA_KEY = CardFormat(keep_start_stop=True, check_digit=CheckDigit.MODULUS_16).further_characters


def form(words: Words, *fields: tuple[str, str, str], keyboard: str = "letters", active: str = "", secret: bool = False):
    """A form of (name, shown text, fault) with its first field active, unless another is named."""
    views = []
    for name, shown, fault in fields:
        hint = words(f"hint-{name}", shortest="6", longest="20") if words.has(f"hint-{name}") else ""
        is_active = name == (active or fields[0][0])
        views.append(FieldView(name, words(f"field-{name}"), shown, hint, is_active, "password" in name, fault, len(shown)))
    return FormView(tuple(views), keyboard, secret)


SIGHTS = {
    "code_seen": SightKind.READING,
    "read": SightKind.READ,
    "too_far": SightKind.ADVICE,
    "blurred": SightKind.ADVICE,
    "glare": SightKind.ADVICE,
    "dark": SightKind.ADVICE,
    "book": SightKind.WRONG,
    "wrong_card": SightKind.WRONG,
    "wrong_code": SightKind.WRONG,
    "two_cards": SightKind.ADVICE,
    "left_lying": SightKind.WRONG,
    "no_camera": SightKind.NO_CAMERA,
}


def sight(words: Words, name: str, offers_keys: bool = False) -> CardGuidance:
    """What is said of a sight."""
    return CardGuidance(words(f"sight-{name}"), SIGHTS.get(name, SightKind.ASKING), offers_keys)


def login(words: Words):
    """The login: card, then password."""
    card = form(words, ("card_number", "", ""), keyboard="digits")
    asked = LoginState(
        has_card=False,
        form=card,
        is_camera_on=True,
        guidance=sight(words, "nothing"),
        can_submit=False,
        can_register=True,
        is_for_holds=False,
        awaiting="",
        problem=None,
    )
    wrong = form(words, ("card_number", "123456789", words("card-wrong_length", digits="10")), keyboard="digits")
    password = replace(
        asked, has_card=True, is_camera_on=False, is_for_holds=True, form=form(words, ("password", "", "")), can_submit=False
    )
    failed = Said(words("trouble-login_failed"), words("trouble-login_failed-remedy"))
    return {
        "card": asked,
        **{f"card_{each}": replace(asked, guidance=sight(words, each)) for each in SIGHTS},
        "card_for_holds": replace(asked, guidance=sight(words, "wrong_card"), is_for_holds=True),
        "card_keys_offered": replace(asked, guidance=sight(words, "glare", offers_keys=True)),
        "card_keys_only": replace(asked, guidance=sight(words, "no_camera", offers_keys=True), is_for_holds=True),
        "card_letters_and_signs": replace(
            asked, form=replace(card, extra_keys=EVERY_EXTRA_KEY), guidance=sight(words, "nothing", offers_keys=True)
        ),
        "card_faulty": replace(asked, form=wrong, can_submit=True, guidance=sight(words, "nothing", offers_keys=True)),
        "password": password,
        "password_typed": replace(password, form=form(words, ("password", "●●●●●●●●", "")), can_submit=True),
        "password_shown": replace(password, form=form(words, ("password", "abcDEF123", ""), secret=True), can_submit=True),
        "password_awaiting": replace(password, awaiting=words("awaiting-login")),
        "password_failed": replace(password, problem=failed, is_for_holds=False, can_register=False),
    }


def confirm(words: Words):
    """The confirmation."""
    lines = tuple(ConfirmLine(title(at, words), 0) for at in range(10))
    one = ConfirmState(lines[:1], "熊本県立図書館", "メール", "", "", (), True, "", None)
    series = tuple(ConfirmLine(title(at, words), at + 1) for at in range(3))
    note = words("sequence-release-return", first="上", second="下")
    unknown = Said(words("submission-unknown"), words("submission-unknown-remedy"))
    own = Languages(paths.LANGUAGES, load_profile("chiba").messages).words(words.language)  # the longest there is
    carried = words("carried-weekdays", branch="西部図書館", times=2, weekdays="火・金")
    return {
        "one": one,
        "series": replace(one, lines=(*series, ConfirmLine(title(4, words), 0)), order_note=note),
        "many": replace(one, lines=lines),
        "provisional": replace(one, lines=lines[:3], copy=words("pickup-copy-no"), notes=(own("confirm-provisional"), carried)),
        "awaiting": replace(one, lines=series, can_submit=False, awaiting=words("awaiting-submission")),
        "unknown": replace(one, problem=unknown),
    }


def done(words: Words):
    """What became of the cart."""
    position = words("hold-position", position=3)
    refusals = (Said(words("reason-hold_limit", limit=10), words("remedy-hold_limit")),)
    here = Said(words("reason-on_shelf_here", location="2階 文学", call_number="913.6ナ"), words("remedy-on_shelf_here"))
    wait = words(
        "hold-wait", earliest=words("date-short", month="11", day="24"), latest=words("date-short", month="12", day="20")
    )
    told, no = "  ".join((words("done-accepted"), position, wait)), words("done-refused")
    accepted = tuple(DoneLine(f"{name} {volume}".strip(), True, told, ()) for name, volume, _, _ in TITLES)
    refused = tuple(DoneLine(f"{name} {volume}".strip(), False, no, refusals) for name, volume, _, _ in TITLES)
    own = Languages(paths.LANGUAGES, load_profile("chiba").messages).words(words.language)
    asked = tuple(replace(line, outcome=words("done-provisional")) for line in accepted)
    return {
        "one": DoneState(accepted[:1], 1, 0, "中央図書館", "メール"),
        "all": DoneState(accepted * 2, 12, 0, "中央図書館", "メール"),
        "some": DoneState((*accepted[:3], refused[2], replace(refused[3], refusals=(here,))), 3, 2, "中央図書館", "連絡不要"),
        "none": DoneState(refused[:2], 0, 2, "中央図書館", "電話1"),
        "provisional": DoneState(asked[:4], 4, 0, "中央図書館", "メール", own("confirm-provisional")),
    }


def menu(words: Words):
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


def loans(words: Words):
    """The list of loans."""
    due = words("loan-due", date="11月30日(月)")
    held = (Said(words("reason-held_by_others"), words("remedy-held_by_others")),)
    overdue = (Said(words("reason-loan_overdue"), words("remedy-loan_overdue")),)
    renewable = tuple(LoanView(f"l{at}", title(at, words), due, (), False, True, ()) for at in range(10))
    late = LoanView("late", title(2, words), due, (words("loan-overdue"), words("loan-held")), True, False, overdue)
    wanted = LoanView("held", title(1, words), due, (words("loan-held"), words("loan-was_renewed")), False, False, held)
    usual = LoansState((late, wanted, *renewable[:1]), True, "", "", None)
    return {
        "usual": usual,
        "many": replace(usual, loans=(late, wanted, *renewable)),
        "renewed": replace(usual, notice=words("loan-renewed", title=LONG, date="12月6日(日)")),
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
        "中央図書館",
        "メール",
        can,
        can,
        refusals,
    )


def holds(words: Words):
    """The list of holds."""
    first, second = (words("sequence-turn", size=2, place=1), words("sequence-waits", size=2, place=2, former="上"))
    wait = words(
        "hold-wait", earliest=words("date-short", month="11", day="24"), latest=words("date-short", month="12", day="20")
    )
    position = "  ".join((words("hold-position", position=12), wait))
    ended = words("hold-ended-note", days=30)
    listed = (
        hold(words, 4, "ready", words("hold-expires", date="11月29日(日)"), why="hold_ready"),
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
    by_material = words("holds-count-by-material", count=5, limits=words("holds-limit-and").join(parts))
    usual = HoldsState(listed, True, 5, 10, None, "", "", None, can_order=True, count=words("holds-count", count=5, limit=10))
    return {
        "usual": usual,
        "one": replace(usual, holds=listed[1:2], open_count=1),
        "by_material": replace(usual, count=by_material),
        "asking": replace(usual, asking=listed[3]),
        "cancelled": replace(usual, notice=words("hold-cancelled", title=LONG)),
        "cancelling": replace(usual, awaiting=words("awaiting-cancel")),
        "empty": replace(usual, holds=(), open_count=0, count=words("holds-count", count=0, limit=10)),
        "awaiting": replace(usual, holds=(), is_known=False, awaiting=words("awaiting-holds")),
        "unreachable": replace(usual, holds=(), is_known=False, problem=unreachable(words)),
    }


def account(words: Words):
    """The patron's record."""
    usual = AccountState(False, False, 1, "", None)
    return {
        "usual": usual,
        "temporary": replace(usual, has_temporary=True, email_count=0),
        "asking": replace(usual, is_asking_delete=True),
        "awaiting": replace(usual, awaiting=words("awaiting-change")),
    }


def password_change(words: Words):
    """The change of the password."""
    empty = form(words, ("current_password", "", ""), ("password", "", ""), ("password_again", "", ""))
    differ = form(
        words,
        ("current_password", "●●●●●●", ""),
        ("password", "●●●●●●●●", ""),
        ("password_again", "●●●●●●●●●●●●●●●●●●●●", words("password-not_equal")),
        active="password_again",
    )
    usual = PasswordChangeState(empty, False, False, False, "", None, words("password-rule", shortest="6", longest="20"))
    return {
        "empty": usual,
        "temporary": replace(usual, is_temporary=True),
        "differ": replace(usual, form=differ, can_submit=True, is_temporary=True),
        "awaiting": replace(usual, form=differ, awaiting=words("awaiting-change")),
        "done": replace(usual, is_done=True),
        "unreachable": replace(usual, problem=unreachable(words)),
    }


def emails(words: Words):
    """The e-mail addresses."""
    typed = form(
        words,
        ("email", "hanako.yamada,library@dokomo.ne.jp", words("email-comma")),
        ("email_again", "", ""),
        keyboard="email",
    )
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
        "awaiting": replace(none, emails=three[:1], awaiting=words("awaiting-change")),
        "unreachable": replace(none, is_editing=True, form=typed, problem=unreachable(words)),
    }


_TERMS = {
    "ja": "図書館カードとパスワードで、予約、貸出・予約状況の確認、延長ができます。\n"
    "パスワードは1つで、ホームページと館内の端末で同じものを使います。\n"
    "図書館カードの番号と、ご本人の生年月日、登録している電話番号を確認します。\n"
    "カード番号など、ご自身の個人情報の管理には十分ご注意ください。",
    "en": "With your library card and a password you can place holds, see your loans and holds, and renew.\n"
    "There is one password for the web site and for the terminals in the libraries.\n"
    "We check your card number, your date of birth and the phone number you registered.\n"
    "Please take good care of your card number and other personal information.",
}


def register_terms(words: Words):
    """The terms of use."""
    terms = _TERMS[words.language]
    return {
        "asked": TermsState(terms, False),
        "agreed": TermsState(terms, True),
        "long": TermsState("\n".join([terms] * 8), False),
    }


def register_identity(words: Words):
    """The proof of identity."""
    empty = form(words, ("card_number", "", ""), ("birth_date", "", ""), ("phone", "", ""), keyboard="digits")
    typed = form(
        words,
        ("card_number", "1234567890", ""),
        ("birth_date", "19851342", words("birth_date-not_a_date")),
        ("phone", "09012345678", ""),
        keyboard="digits",
        active="birth_date",
    )
    kana = form(
        words,
        ("card_number", "1234567890", ""),
        ("name_kana", "としょかんはなこ", ""),
        ("birth_date", "19850412", ""),
        ("phone", "", ""),
        keyboard="kana",
        active="name_kana",
    )
    failed = Said(words("trouble-identity_failed"), words("trouble-identity_failed-remedy"))
    usual = IdentityState(empty, True, sight(words, "nothing"), False, "", None)
    return {
        "empty": usual,
        **{f"empty_{each}": replace(usual, guidance=sight(words, each)) for each in ("too_far", "wrong_code", "no_camera")},
        "faulty": replace(usual, form=typed, is_camera_on=False, can_submit=True),
        "letters_and_signs": replace(usual, form=replace(empty, extra_keys=EVERY_EXTRA_KEY)),
        "kana": replace(usual, form=kana, is_camera_on=False),
        "awaiting": replace(usual, form=typed, is_camera_on=False, awaiting=words("awaiting-identity")),
        "failed": replace(usual, form=typed, is_camera_on=False, problem=failed, can_submit=True),
    }


def register_password(words: Words):
    """The new password twice."""
    empty = form(words, ("password", "", ""), ("password_again", "", ""))
    short = form(words, ("password", "●●●", words("password-too_short", shortest=6)), ("password_again", "●●●", ""))
    usual = RegisterPasswordState(empty, False, "", None, words("password-rule", shortest="6", longest="20"))
    return {
        "empty": usual,
        "short": replace(usual, form=short, can_submit=True),
        "awaiting": replace(usual, awaiting=words("awaiting-change")),
        "unreachable": replace(usual, problem=unreachable(words)),
    }


def register_done(words: Words):
    """The end of the registration."""
    return {
        "usual": RegisterDoneState(False, False),
        "for_holds": RegisterDoneState(True, False),
        "to_confirm": RegisterDoneState(False, True),
        "to_confirm_for_holds": RegisterDoneState(True, True),
    }


def out_of_service(words: Words):
    """No service."""
    return {"starting": OutOfServiceState(True), "out": OutOfServiceState(False)}


STATES = {
    each.__name__: each
    for each in (
        login, confirm, done, menu, loans, holds, account, password_change, emails,
        register_terms, register_identity, register_password, register_done, out_of_service,
    )
}  # fmt: skip
"""The makers of states by screen; each gives its states by name in the language of the words given."""
