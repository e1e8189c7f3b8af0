"""What a library tells of itself is told in every language of the screens: terms of use, and names that a patron chooses by."""

import pytest

from kiosk import paths
from kiosk.profiles import load_profile
from kiosk.terminal.annotated import plain, runs
from kiosk.terminal.words import EASY_JAPANESE, FIRST_LANGUAGE, Languages

PROFILES = sorted(file.stem for file in paths.PROFILES.glob("*.toml"))
CODES = Languages(paths.LANGUAGES).codes
OTHERS = tuple(code for code in CODES if code not in (FIRST_LANGUAGE, EASY_JAPANESE))


@pytest.mark.parametrize("name", PROFILES)
def test_the_terms_of_use_are_there_in_every_language_with_as_much_to_agree_to(name):
    terms = load_profile(name).registration.terms
    assert sorted(terms) == sorted(CODES)
    assert {terms[code].count("\n") for code in OTHERS} == {terms[FIRST_LANGUAGE].count("\n")}


@pytest.mark.parametrize("name", PROFILES)
def test_the_terms_in_plain_japanese_have_kana_over_every_kanji(name):
    said = Languages(paths.LANGUAGES).words(EASY_JAPANESE).of(load_profile(name).registration.terms)
    assert "《" not in plain(said)
    assert [run.text for run in runs(said) if not run.reading and any("㐀" <= sign <= "鿿" for sign in run.text)] == []


@pytest.mark.parametrize("name", PROFILES)
def test_the_names_of_branches_and_contact_methods_are_there_in_every_other_language(name):
    profile = load_profile(name)
    named = [profile.name, profile.terminal_name]
    named += [each.name for each in (*profile.branches, *profile.contact_methods, *profile.shelf_maps)]
    assert [each[FIRST_LANGUAGE] for each in named if not set(OTHERS) <= set(each)] == []
