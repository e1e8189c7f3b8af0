"""The language files: complete, alike, and nothing on a screen is said without them."""

import ast
import re
from itertools import chain

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from kiosk import paths
from kiosk.central import problems
from kiosk.central.mail.texts import wording_faults
from kiosk.domain.card import CardFormat, CardNumber
from kiosk.domain.catalogue import AvailabilityKind, ItemState, Material
from kiosk.domain.circulation import HoldState, ReleaseOn
from kiosk.domain.contact_method import ContactNeed
from kiosk.domain.email_address import EmailFault
from kiosk.domain.errors import Refused, ServiceError, ServiceUnreachable, SessionEnded, TooManyAttempts
from kiosk.domain.password import PasswordFault
from kiosk.domain.reasons import Reason, ReasonCode
from kiosk.domain.search import SearchField
from kiosk.profiles import load_profile
from kiosk.scanner.sight import Sight
from kiosk.terminal.annotated import from_aozora
from kiosk.terminal.saying import say_reason, say_trouble
from kiosk.terminal.words import EASY_JAPANESE, Languages

FILES = sorted(paths.LANGUAGES.glob("*.ftl"))
PROFILES = sorted(file.stem for file in paths.PROFILES.glob("*.toml"))
KUMAMOTO = load_profile("kumamoto")
PLAIN = Languages(paths.LANGUAGES)


class Variables(Visitor):
    """Collects the parameters a message names."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  # the name that the visitor calls
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Every message id of a language with the parameters it names."""
    resource = FluentParser().parse((paths.LANGUAGES / f"{language}.ftl").read_text(encoding="utf-8"))
    found = {}
    for entry in resource.body:
        if isinstance(entry, ftl.Message):
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


JA = messages("ja")


PARAMS = {"branch": "main", "location": "2F", "call_number": "913.6ナ", "limit": "10", "material": "cd"}


@pytest.mark.parametrize("name", PROFILES)
def test_every_refusal_says_why_and_what_to_do_instead_in_every_library_and_language(name):
    profile = load_profile(name)
    languages = Languages(paths.LANGUAGES, profile.messages)
    for language in languages.codes:
        own = {*messages(language), *profile.messages.get(language, {})}
        assert [f"{part}-{code}" for code in ReasonCode for part in ("reason", "remedy") if f"{part}-{code}" not in own] == []
        for code in ReasonCode:
            said = say_reason(languages.words(language), profile, Reason(code, PARAMS))
            assert said.sentence
            assert said.remedy
            assert "{" not in said.sentence + said.remedy
            assert code.value not in said.sentence + said.remedy


NOT_FOR_PATRONS = {
    # a terminal or a desk that is set up wrongly
    "terminal_key_invalid", "staff_key_invalid", "scope_insufficient", "invalid_request",
    # told to staff only
    "temporary_password_not_offered", "notice_not_mailable", "title_has_items", "title_has_holds", "item_on_loan",
    "item_set_aside", "card_number_taken", "card_number_invalid", "patron_has_loans",
    # the terminal settles a lost request instead of asking about it, and an action refused says its reasons
    "hold_request_unknown", "action_refused",
}  # fmt: skip


TROUBLES = {
    "unreachable": ServiceUnreachable("x"),
    "too_many_attempts": TooManyAttempts(120),
    "session_invalid": SessionEnded("x"),
}


@pytest.mark.parametrize("name", PROFILES)
def test_every_problem_that_a_patron_can_meet_says_what_is_wrong_and_what_to_do_in_every_library_and_language(name):
    profile = load_profile(name)
    languages = Languages(paths.LANGUAGES, profile.messages)
    for language in languages.codes:
        words, own = languages.words(language), {*messages(language), *profile.messages.get(language, {})}
        for code in sorted({*problems.PROBLEM_CODES, *TROUBLES} - NOT_FOR_PATRONS):
            assert f"trouble-{code}" in own, language
            said = say_trouble(words, profile, TROUBLES.get(code, Refused(code)))
            assert said.sentence
            assert said.remedy
            assert "{" not in said.sentence + said.remedy
            assert said.sentence != words("trouble-general"), code


@pytest.mark.parametrize("name", PROFILES)
def test_what_a_library_says_otherwise_than_the_rest_it_says_in_every_language(name):
    """What its English says otherwise is a fact of the library; its Japanese may merely be its own wording."""
    own = load_profile(name).messages
    assert {code: lacks for code in PLAIN.codes if (lacks := set(own.get("en", {})) - set(own.get(code, {})))} == {}


def ids_of_families() -> list[str]:
    """The ids that are put together from a value."""
    card = CardFormat(min_length=4, max_length=4, prefix="2")
    card_faults = set()
    for typed in ("", "x", "1", "12345", "1111"):
        with pytest.raises(Exception) as caught:  # noqa: PT011  # whichever the format gives
            CardNumber.parse(typed, card)
        card_faults.add(caught.value.code)
    families = {
        "material": Material,
        "availability": AvailabilityKind,
        "item": ItemState,
        "hold-state": HoldState,
        "sequence-release": ReleaseOn,
        "search-in": SearchField,
        "password": PasswordFault,
        "email": EmailFault,
        "sight": Sight,
        "contact-needs": [need for need in ContactNeed if need is not ContactNeed.NOTHING],
        "card": [*sorted(card_faults), "wrong_check_digit"],
        "weekday": range(7),
        "language": [file.stem for file in FILES],
    }
    return [f"{family}-{value}" for family, values in families.items() for value in values]


@pytest.mark.parametrize("message_id", ids_of_families())
def test_every_value_that_can_be_shown_has_its_word(message_id):
    assert message_id in JA


FAMILIES_OF_SIGNS = ("spoken-sign-",)
ICONS = set(
    re.findall(r"^\| ([a-z0-9-]+) \| U\+", (paths.ASSETS / "icons" / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
)


def literal_ids_of_the_terminal() -> set[tuple[str, str]]:
    """Strings in the terminal that look like message ids, whole ones only, with the file they stand in."""
    found = set()
    for file in sorted((paths.ROOT / "kiosk" / "terminal").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts
            if is_text and re.fullmatch(r"[a-z][a-z_]*(-[a-z0-9_]+)+", node.value) and node.value != "utf-8":
                found.add((file.name, node.value))
    return found


def ids_asked_for_on_screens() -> set[tuple[str, str]]:
    """The ids that screens and kv files ask `words` for by name."""
    files = chain((paths.ROOT / "kiosk" / "ui").rglob("*.py"), paths.KV.rglob("*.kv"))
    asked = re.compile(r"""words\(\s*["']([a-z0-9_-]+[a-z0-9_])["']""")
    return {(file.name, each) for file in files for each in asked.findall(file.read_text(encoding="utf-8"))}


def test_every_message_that_the_program_names_exists():
    named = literal_ids_of_the_terminal() | ids_asked_for_on_screens()
    assert len(named) > 30, "the search must find them"
    ends = {each.removeprefix(start) for each in JA for start in FAMILIES_OF_SIGNS}
    assert sorted((file, each) for file, each in named if each not in {*JA, *ends, *ICONS, *PLAIN.codes}) == []


def own_text(language: str, text: str) -> str:
    """A library's own text as `Words` gives it."""
    return from_aozora(text) if language == EASY_JAPANESE else text


@pytest.mark.parametrize("name", PROFILES)
def test_a_library_lays_its_own_words_over_sentences_that_exist(name):
    profile = load_profile(name)
    languages = Languages(paths.LANGUAGES, profile.messages)
    for language, own in profile.messages.items():
        of_screens = {message_id: text for message_id, text in own.items() if not message_id.startswith("mail-")}
        assert sorted(set(of_screens) - set(JA)) == []
        for message_id, text in of_screens.items():
            words = languages.words(language)
            assert words(message_id) == own_text(language, text) if "{" not in text else words.has(message_id)
    assert wording_faults(profile) == ()


@pytest.mark.rule("KK-05")
@pytest.mark.rule("KK-10")
def test_the_words_of_one_library_are_not_those_of_another():
    own = Languages(paths.LANGUAGES, load_profile("kitakyushu").messages)
    assert own.words("ja")("hold-state-in_transit") == "取寄・準備中です"
    assert own.words("en")("hold-state-in_transit") == PLAIN.words("en")("hold-state-in_transit")
    assert PLAIN.words("ja")("hold-state-in_transit") == "受取館へ運んでいます"


def test_what_a_language_lacks_is_said_in_japanese(tmp_path):
    (tmp_path / "ja.ftl").write_text("both = 両方\nonly-here = ここだけ\n", encoding="utf-8")
    (tmp_path / "fr.ftl").write_text("both = les deux\n", encoding="utf-8")
    languages = Languages(tmp_path)
    assert languages.codes == ("ja", "fr")
    words = languages.words("fr")
    assert (words("both"), words("only-here"), words.has("only-here"), words.has("nowhere")) == (
        "les deux",
        "ここだけ",
        True,
        False,
    )
    assert languages.words("xx").language == "ja"
    with pytest.raises(KeyError):
        words("nowhere")


def test_that_what_was_typed_is_kept_is_said_only_where_something_was_typed():
    words, lost = PLAIN.words("ja"), ServiceUnreachable("x")
    assert "入力はそのままです" in say_trouble(words, KUMAMOTO, lost, has_typed=True).remedy
    assert "入力" not in say_trouble(words, KUMAMOTO, lost).remedy


def test_a_librarys_own_words_may_run_over_several_lines(tmp_path):
    (tmp_path / "ja.ftl").write_text("greeting = やあ\n", encoding="utf-8")
    words = Languages(tmp_path, {"ja": {"greeting": "こんにちは\nようこそ"}}).words("ja")
    assert words("greeting") == "こんにちは\nようこそ"


@pytest.mark.parametrize(
    ("error", "sentence", "can_retry"),
    [
        (ServiceUnreachable("x"), "図書館のコンピューターにつながりません。", True),
        (TooManyAttempts(61), "安全のため、しばらくお使いになれません。2分ほどお待ちください。", False),
        (TooManyAttempts(0), "安全のため、しばらくお使いになれません。1分ほどお待ちください。", False),
        (Refused("login_failed"), "カード番号かパスワードが違うようです。", False),
        (Refused("a_code_of_tomorrow"), "うまくいきませんでした。", False),
        (SessionEnded("x"), "時間がたったため、ログアウトしました。", False),
        (Refused("action_refused", (Reason(ReasonCode.HOLD_READY),)), None, False),
        (ServiceError("x"), "うまくいきませんでした。", False),
    ],
)
def test_every_trouble_is_a_sentence_with_a_remedy_and_never_a_code(error, sentence, can_retry):
    said = say_trouble(PLAIN.words("ja"), KUMAMOTO, error)
    assert said.sentence == (sentence or "ご用意できた予約は、ここでは変更・取消ができません。")
    assert said.remedy
    assert said.can_retry is can_retry
