"""Example states of the screens at which a patron shows who they are, and of the terminal out of service."""

from dataclasses import replace

from kiosk import paths
from kiosk.domain.shelf_map import Point
from kiosk.gallery.states.examples import (
    EVERY_EXTRA_KEY,
    SIGHTS,
    States,
    a_day,
    form,
    sight,
    unreachable,
)
from kiosk.profiles import load_profile
from kiosk.terminal.finding import MapView
from kiosk.terminal.presenters.login import LoginState
from kiosk.terminal.presenters.out_of_service import FloorTab, OutOfServiceState
from kiosk.terminal.presenters.register import ERA_KEYS, IdentityState, RegisterDoneState, RegisterPasswordState, TermsState
from kiosk.terminal.saying import Said
from kiosk.terminal.words import FIRST_LANGUAGE, Words


def login(words: Words) -> States:
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
        "password_awaiting": replace(
            password, form=form(words, ("password", "●●●●●●●●", "")), awaiting=words("awaiting-login")
        ),
        "password_failed": replace(password, problem=failed, is_for_holds=False),
    }


def register_terms(words: Words) -> States:
    """The terms of use."""
    terms = words.of(load_profile("kitakyushu").registration.terms)
    return {
        "asked": TermsState(terms, False),
        "agreed": TermsState(terms, True),
        "long": TermsState("\n".join([terms] * 8), False),
    }


def register_identity(words: Words) -> States:
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
    eras = "".join(ERA_KEYS) if words.language == FIRST_LANGUAGE else ""
    right = form(
        words,
        ("card_number", "1234567890", ""),
        ("birth_date", "19850412", ""),
        ("phone", "09012345678", ""),
        keyboard="digits",
        active="phone",
    )
    kana = form(
        words,
        ("card_number", "1234567890", ""),
        ("name_kana", "トショカンハナコ", ""),
        ("birth_date", "19850412", ""),
        ("phone", "", ""),
        keyboard="kana",
        active="name_kana",
    )
    by_era = form(
        words,
        ("card_number", "1234567890", ""),
        ("birth_date", "昭600412", ""),
        ("phone", "", ""),
        keyboard="digits",
        active="birth_date",
    )
    born = words("field-birth_date-typed", date=words("date-era", year="1985", era="showa", era_year=60, month=4, day=12))
    fields = (by_era.fields[0], replace(by_era.fields[1], label=born), by_era.fields[2])
    failed = Said(words("trouble-identity_failed"), words("trouble-identity_failed-remedy"))
    usual = IdentityState(empty, True, sight(words, "nothing"), False, "", None)
    return {
        "empty": usual,
        **{f"empty_{each}": replace(usual, guidance=sight(words, each)) for each in ("too_far", "wrong_code", "no_camera")},
        "faulty": replace(usual, form=replace(typed, extra_keys=eras), is_camera_on=False, can_submit=True),
        "letters_and_signs": replace(usual, form=replace(empty, extra_keys=EVERY_EXTRA_KEY)),
        "kana": replace(usual, form=replace(kana, is_katakana=True), is_camera_on=False),
        "by_era": replace(usual, form=replace(by_era, fields=fields, extra_keys=eras), is_camera_on=False),
        "awaiting": replace(usual, form=right, is_camera_on=False, awaiting=words("awaiting-identity")),
        "failed": replace(usual, form=right, is_camera_on=False, problem=failed, can_submit=True),
    }


def register_password(words: Words) -> States:
    """The new password twice."""
    empty = form(words, ("password", "", ""), ("password_again", "", ""))
    short = form(words, ("password", "●●●", words("password-too_short", shortest=6)), ("password_again", "●●●", ""))
    right = form(words, ("password", "●●●●●●●●", ""), ("password_again", "●●●●●●●●", ""))
    usual = RegisterPasswordState(empty, False, "", None, words("password-rule", shortest="6", longest="20"))
    return {
        "empty": usual,
        "short": replace(usual, form=short, can_submit=True),
        "awaiting": replace(usual, form=right, awaiting=words("awaiting-change")),
        "unreachable": replace(usual, problem=unreachable(words)),
    }


def register_done(words: Words) -> States:
    """The end of the registration."""
    return {
        "usual": RegisterDoneState(False, False),
        "for_holds": RegisterDoneState(True, False),
        "to_confirm": RegisterDoneState(False, True),
        "to_confirm_for_holds": RegisterDoneState(True, True),
    }


def out_of_service(words: Words) -> States:
    """No service."""
    tabs = tuple(FloorTab(f"floor-{number}.png", name, number == 2) for number, name in ((1, "1F"), (2, "2F"), (3, "3F")))
    floor = MapView("2F", "", None, Point(0.6, 0.77), (paths.SHELF_MAPS / "floor-2.png").read_bytes())
    return {
        "starting": OutOfServiceState(True),
        "out": OutOfServiceState(False),
        "with_hours": OutOfServiceState(False, a_day(words)),
        "with_floors": OutOfServiceState(False, a_day(words), tabs, floor),
    }
