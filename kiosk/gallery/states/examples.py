"""What the example states are made of: titles that are hard to set, forms, troubles, sights of a card."""

from datetime import date
from functools import cache
from typing import Any

from kiosk.domain.card import CardFormat
from kiosk.domain.check_digit import CheckDigit
from kiosk.domain.profile import Profile
from kiosk.profiles import load_profile
from kiosk.terminal.presenters.form_presenter import FieldView, FormView
from kiosk.terminal.presenters.guidance import CardGuidance, SightKind
from kiosk.terminal.rows import TitleView, branch_name, contact_name
from kiosk.terminal.saying import Said, say_date
from kiosk.terminal.title_kana import kana_over
from kiosk.terminal.today import Today
from kiosk.terminal.words import EASY_JAPANESE, Words

States = dict[str, Any]
"""The states of one screen, by name."""

LONG = "これからの図書館と地域社会を考えるための資料集 ―― 全国公共図書館調査報告とその分析、および今後の課題に関する覚え書き"
TITLES = (
    ("吾輩は猫である", "上", "夏目漱石", "9"),
    ("吾輩は猫である", "下", "夏目漱石", "9"),
    (LONG, "第十二巻 資料編", "図書館政策研究会編、地域文化調査委員会編、全国図書館史料集成刊行会監修", "0"),
    ("The Library of the Future: Public Terminals, Reading Habits and Quiet Rooms", "vol. 2", "A. Reader; B. Writer", "0"),
    ("そらいろのたね", "", "中川李枝子文、大村百合子絵", "7"),
    ("𠮷野家の森鷗外", "", "髙橋﨑", "2"),
)
READINGS = {"吾輩は猫である": "ワガハイ ワ ネコ デ アル", "𠮷野家の森鷗外": "ヨシノヤ ノ モリ オウガイ"}
LONG_ADDRESS = "a.very.long.address.of.a.patron.with.many.names@mail.library.example.ne.jp"
LONG_KANA = "これから の としょかん"
LONG_TEXTS = (LONG[:12], LONG_KANA, TITLES[2][2][:8], TITLES[3][0][:12], LONG_ADDRESS[:20])
"""How what may end in … begins: texts of the catalogue and the patron, never the terminal's own."""
EVERY_EXTRA_KEY = CardFormat(keep_start_stop=True, check_digit=CheckDigit.MODULUS_16).further_characters
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


def title(number: int, words: Words) -> TitleView:
    """One of the example titles."""
    name, volume, creators, ndc = TITLES[number % len(TITLES)]
    return TitleView(
        title_id=f"t{number}",
        title=kana_over(name, READINGS.get(name, "")) if words.language == EASY_JAPANESE else name,
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


def unreachable(words: Words, has_typed: bool = False) -> Said:
    """The trouble every screen can have."""
    remedy = "trouble-unreachable-typed" if has_typed else "trouble-unreachable-remedy"
    return Said(words("trouble-unreachable"), words(remedy), can_retry=True)


def form(
    words: Words, *fields: tuple[str, str, str], keyboard: str = "letters", active: str = "", secret: bool = False
) -> FormView:
    """A form of (name, shown text, fault) with its first field active, unless another is named."""
    views = []
    for name, shown, fault in fields:
        hint = words(f"hint-{name}", shortest="6", longest="20") if words.has(f"hint-{name}") else ""
        is_active = name == (active or fields[0][0])
        views.append(FieldView(name, words(f"field-{name}"), shown, hint, is_active, "password" in name, fault, len(shown)))
    return FormView(tuple(views), keyboard, secret)


def sight(words: Words, name: str, offers_keys: bool = False) -> CardGuidance:
    """What is said of a sight."""
    return CardGuidance(words(f"sight-{name}"), SIGHTS.get(name, SightKind.ASKING), offers_keys)


def a_day(words: Words) -> Today:
    """A day on which the library is open."""
    date = words("date", year="2026", month=11, day=22, weekday=words("weekday-6"))
    return Today(date, True, words("today-hours", opens="9:30", closes="17:00"))


def closed_until(words: Words) -> str:
    """What is said on a day on which it is closed."""
    return words("today-closed-until", date=words("date", year="2026", month=11, day=25, weekday=words("weekday-2")))


def said_date(words: Words, month: int, day: int) -> str:
    """A day of that year, as people say it."""
    return say_date(words, date(2026, month, day))


@cache
def library() -> Profile:
    """The library in which the example terminal stands."""
    return load_profile("kitakyushu")


def branch_at(words: Words, branch: str = "chuo") -> str:
    """What one of its branches is called."""
    return branch_name(words, library(), branch)


def contact_by(words: Words, contact: str = "email") -> str:
    """What one of its ways to tell a patron is called."""
    return contact_name(words, library(), contact)


def twice_a_week(words: Words) -> str:
    """The days on which books are carried."""
    return words("weekday-and").join((words("weekday-1"), words("weekday-4")))
