"""The language files beside each other: the same messages with the same parameters, at a like length, and kana over kanji."""

import re
import unicodedata
from datetime import date

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from sudachipy import Dictionary

from kiosk import paths
from kiosk.profiles import load_profile
from kiosk.terminal.annotated import from_aozora, plain
from kiosk.terminal.kana import to_hiragana
from kiosk.terminal.saying import say_date, say_era_date, say_full_date
from kiosk.terminal.words import EASY_JAPANESE, FIRST_LANGUAGE, LANGUAGE_ORDER, Languages

PROFILES = sorted(file.stem for file in paths.PROFILES.glob("*.toml"))
OTHERS = [language for language in LANGUAGE_ORDER if language != FIRST_LANGUAGE]


def entries(language: str) -> list[ftl.Entry]:
    """Whatever stands in a language file."""
    return FluentParser().parse((paths.LANGUAGES / f"{language}.ftl").read_text(encoding="utf-8")).body


def messages(language: str) -> dict[str, ftl.Message]:
    """The messages of a language by their ids."""
    return {entry.id.name: entry for entry in entries(language) if isinstance(entry, ftl.Message)}


def parameters(pattern: ftl.Pattern, beside: dict[str, ftl.Message]) -> set[str]:
    """What a caller must give for a text, with what the messages it names must have."""
    found: set[str] = set()
    for part in pattern.elements:
        if isinstance(part, ftl.TextElement):
            continue
        expression = part.expression
        if isinstance(expression, ftl.SelectExpression):
            found.add(expression.selector.id.name)
            for variant in expression.variants:
                found |= parameters(variant.value, beside)
        elif isinstance(expression, ftl.VariableReference):
            found.add(expression.id.name)
        elif isinstance(expression, ftl.MessageReference):
            found |= parameters(beside[expression.id.name].value, beside)
    return found


def longest(pattern: ftl.Pattern, beside: dict[str, ftl.Message]) -> str:
    """The longest text that a pattern can become, with two digits for every parameter."""
    text = ""
    for part in pattern.elements:
        if isinstance(part, ftl.TextElement):
            text += plain(from_aozora(part.value))
            continue
        match part.expression:
            case ftl.SelectExpression(variants=variants):
                text += max((longest(variant.value, beside) for variant in variants), key=width)
            case ftl.MessageReference(id=name):
                text += longest(beside[name.name].value, beside)
            case ftl.StringLiteral(value=value):
                text += value
            case _:
                text += "00"
    return text


def width(text: str) -> int:
    """How wide a text is, in half-width characters."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


JA = messages(FIRST_LANGUAGE)


def test_there_is_a_file_for_every_language_in_the_bar():
    assert {file.stem for file in paths.LANGUAGES.glob("*.ftl")} == set(LANGUAGE_ORDER)


@pytest.mark.parametrize("language", LANGUAGE_ORDER)
def test_a_language_file_has_no_line_that_is_no_message_and_no_message_twice(language):
    found = entries(language)
    assert [entry.content for entry in found if isinstance(entry, ftl.Junk)] == []
    ids = [entry.id.name for entry in found if isinstance(entry, ftl.Message)]
    assert sorted({each for each in ids if ids.count(each) > 1}) == []
    assert [entry.id.name for entry in found if isinstance(entry, ftl.Message) and entry.attributes] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_the_same_with_the_same_parameters(language):
    other = messages(language)
    assert sorted(set(JA) ^ set(other)) == []
    needs = {each: (parameters(JA[each].value, JA), parameters(other[each].value, other)) for each in JA}
    assert {each: pair for each, pair in needs.items() if pair[0] != pair[1]} == {}


@pytest.mark.parametrize("language", LANGUAGE_ORDER)
def test_a_language_names_every_language_as_its_own_speakers_do(language):
    said = messages(language)
    for code in LANGUAGE_ORDER:
        for named in (f"language-{code}", f"language-short-{code}"):
            assert longest(said[named].value, said) == longest(JA[named].value, JA)


MAY_BE_LONGER: dict[str, set[str]] = {}
"""What was looked at on its screen and has the room, by language."""


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_is_much_longer_than_the_japanese_for_which_the_screens_are_laid_out(language):
    """A label may be wider by seven full-width characters, a sentence twice as wide."""
    other, too_long = messages(language), {}
    for each in (JA.keys() & other.keys()) - MAY_BE_LONGER.get(language, set()):
        first, text = (longest(said[each].value, said) for said in (JA, other))
        if not each.startswith("spoken-") and width(text) > max(width(first) + 14, width(first) * 2):
            too_long[each] = (first, text)
    assert too_long == {}


KANJI = "㐀-鿿豈-﫿々〆"
MARKED = re.compile(rf"(?:｜([^《》｜{{}}\n]+)|([{KANJI}]+))《([ぁ-ゖァ-ヺー]+)》|(.)")
IN_ITS_OWN_NAME = re.compile(r"language-(short-)?[A-Za-z-]+ = ")


def pieces_of(text: str) -> list[tuple[str, str]]:
    """A text of plain Japanese in pieces, each with its reading where it has one."""
    return [(base or run or other, kana) for base, run, kana, other in MARKED.findall(text)]


def has_bare_kanji(text: str) -> bool:
    """Whether a kanji stands without its reading, or a mark without its kanji."""
    return any(not kana and re.search(f"[{KANJI}｜《》]", piece) for piece, kana in pieces_of(text))


def lines_with_kana() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every line of a message of plain Japanese in pieces, each with its reading where it has one."""
    lines = []
    for line in (paths.LANGUAGES / f"{EASY_JAPANESE}.ftl").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and not IN_ITS_OWN_NAME.match(line):
            lines.append((line, pieces_of(line)))
    return lines


def test_plain_japanese_has_kana_over_every_kanji():
    assert [line for line, _pieces in lines_with_kana() if has_bare_kanji(line)] == []


@pytest.mark.parametrize("name", PROFILES)
def test_a_library_names_itself_its_branches_and_its_ways_of_contact_in_every_language(name):
    profile = load_profile(name)
    named = [profile.name, profile.terminal_name, profile.registration.terms]
    named += [each.name for each in (*profile.branches, *profile.contact_methods, *profile.shelf_maps)]
    for texts in named:
        plain_japanese = texts.get(EASY_JAPANESE, texts[FIRST_LANGUAGE])
        assert not has_bare_kanji(plain_japanese), plain_japanese
        assert {*LANGUAGE_ORDER} - {EASY_JAPANESE} <= texts.keys(), texts[FIRST_LANGUAGE]
    assert [text for text in profile.messages.get(EASY_JAPANESE, {}).values() if has_bare_kanji(text)] == []


def test_plain_japanese_uses_the_words_of_everyday():
    """No honorific or humble verbs, and no words of the trade that have a plain one."""
    hard = re.compile(
        "いただ|くださいませ|おります|ございま|でき[ま]?かね|くださる|なさ[いっ]|お(?:選び|待ち|確かめ|試し|使い)|ご(?:利用|用意|覧|登録|確認)|貸出|返却|所蔵|書誌"
    )
    found = [plain(from_aozora(line)) for line, _pieces in lines_with_kana()]
    assert [line for line in found if hard.search(line)] == []


def test_a_sentence_of_plain_japanese_is_short():
    """At most 45 characters to a full stop, without the spaces between its phrases."""
    said = messages(EASY_JAPANESE)
    sentences = [part for each in said.values() for part in re.split(r"[。\n]", longest(each.value, said))]
    assert [part for part in sentences if len(part.replace(" ", "")) > 45] == []


READ_OTHERWISE = {
    # days of the week, counters and days of the month by themselves, where a dictionary sees a noun
    ("月", "げつ"), ("火", "か"), ("水", "すい"), ("木", "もく"), ("土", "ど"), ("日", "にち"), ("月", "がつ"), ("人", "にん"),
    ("分", "ぷん"), ("1回", "いっかい"), ("4月", "しがつ"), ("7月", "しちがつ"), ("9月", "くがつ"), ("何日", "なんにち"),
    ("1日", "ついたち"), ("2日", "ふつか"), ("4日", "よっか"), ("7日", "なのか"), ("10日", "とおか"), ("14日", "じゅうよっか"),
    ("20日", "はつか"), ("24日", "にじゅうよっか"),
    # two readings are right, and the dictionary has the other one
    ("日本", "にほん"), ("日本語", "にほんご"), ("年", "とし"), ("数", "かず"), ("何", "なに"), ("間", "あいだ"),
    ("空", "から"), ("体", "からだ"), ("一度", "いちど"), ("開", "あ"), ("行", "ぎょう"), ("大文字", "おおもじ"),
}  # fmt: skip


def test_the_kana_over_kanji_are_those_that_a_dictionary_reads():
    tokenizer, odd = Dictionary(dict="small").tokenizer(), {}
    for line, pieces in lines_with_kana():
        for base, kana, read in compared(tokenizer, pieces):
            if kana != read and (base, kana) not in READ_OTHERWISE:
                odd[base, kana] = (read, line)
    assert odd == {}


def compared(tokenizer, pieces):
    """Each base with its kana, and with the kana that the dictionary gives the words in which it stands."""
    text, starts = "", {}
    for base, kana in pieces:
        starts[len(text)] = (base, kana or to_hiragana(base))
        text += base
    words = [
        (word.begin(), word.end(), to_hiragana(word.reading_form())) for word in tokenizer.tokenize(text.replace(" ", "　"))
    ]
    for at, (base, kana) in starts.items():
        if not re.search(f"[{KANJI}]", base):
            continue
        over = [word for word in words if word[0] < at + len(base) and word[1] > at]
        first, last = over[0][0], over[-1][1]
        given = "".join(starts[place][1] for place in range(first, last) if place in starts)
        read = "".join(word[2] for word in over)
        yield base, kana, kana if given == read else read


@pytest.mark.parametrize(
    ("language", "day", "year", "born", "hits"),
    [
        ("ja", "11月4日（水）", "2026年11月4日", "1989年（平成元年）1月8日", "123,456件"),
        ("ja-easy", "11月4日（水）", "2026年11月4日", "1989年（平成元年）1月8日", "123,456件"),
        ("en", "Wed 4 Nov", "4 Nov 2026", "8 Jan 1989 (Heisei 1)", "123,456 titles"),
        ("zh-Hant", "11月4日（週三）", "2026年11月4日", "1989年（平成元年）1月8日", "123,456筆"),
        ("zh-Hans", "11月4日（周三）", "2026年11月4日", "1989年（平成元年）1月8日", "123,456条"),
        ("ko", "11월 4일(수)", "2026년 11월 4일", "1989년(헤이세이 1년) 1월 8일", "123,456건"),
    ],
)
def test_dates_and_numbers_are_written_as_each_language_writes_them(language, day, year, born, hits):
    words = Languages(paths.LANGUAGES).words(language)
    assert plain(say_date(words, date(2026, 11, 4))) == day
    assert plain(say_full_date(words, date(2026, 11, 4))) == year
    assert plain(say_era_date(words, date(1989, 1, 8))) == born
    assert plain(words("results-count", total=123_456)) == hits
