"""The words of every mail: the facts stand in it, nothing of the patron does, and a library may say it in its own words."""

import json
from dataclasses import replace

import pytest

from kiosk import paths
from kiosk.central.mail.params import PARAMS, InvalidNotice
from kiosk.central.mail.texts import RenderedMail, render, wording_faults
from kiosk.central.notice_kinds import NoticeKind
from kiosk.domain.profile import Profile
from kiosk.profiles import load_profile

PROFILES = sorted(file.stem for file in paths.PROFILES.glob("*.toml"))
LINK = "https://library.example.jp/confirm/abc"
SAMPLES: list[tuple[NoticeKind, dict[str, object], list[str]]] = [
    (
        NoticeKind.HOLD_READY,
        {"holds": [{"title": "月と水の本 2", "pickup_branch": "BRANCH", "last_day": "2026-12-01"}]},
        ["月と水の本 2", "BRANCH", "2026年12月1日（火）"],
    ),
    (NoticeKind.HOLD_READY, {"holds": [{"title": "月と水の本", "pickup_branch": "BRANCH"}]}, ["月と水の本", "BRANCH"]),
    (
        NoticeKind.HOLD_ACCEPTED,
        {"titles": ["月と水の本", "星の本 上"], "pickup_branch": "BRANCH"},
        ["・月と水の本", "・星の本 上", "BRANCH", "確定しました"],
    ),
    (
        NoticeKind.HOLD_REQUEST_COPY,
        {"titles": ["月と水の本"], "pickup_branch": "BRANCH", "is_provisional": True},
        ["・月と水の本", "BRANCH", "まだ確定していません"],
    ),
    (
        NoticeKind.HOLD_REQUEST_COPY,
        {"titles": ["月と水の本"], "pickup_branch": "BRANCH", "is_provisional": False},
        ["・月と水の本", "BRANCH", "予約を受け付けました"],
    ),
    (NoticeKind.HOLD_DECLINED, {"titles": ["月と水の本"]}, ["・月と水の本", "ご用意できなくなりました"]),
    (NoticeKind.EMAIL_NOTICE, {"change": "registered"}, ["登録しました"]),
    (NoticeKind.EMAIL_NOTICE, {"change": "deleted"}, ["削除しました"]),
    (NoticeKind.EMAIL_LINK, {"link": LINK, "valid_hours": 24}, [f"\n{LINK}\n", "24時間", "何も変わりません"]),
    (NoticeKind.PASSWORD_LINK, {"link": LINK, "valid_hours": 48}, [f"\n{LINK}\n", "48時間", "何も変わりません"]),
]


@pytest.fixture
def kumamoto() -> Profile:
    return load_profile("kumamoto")


def of_branch(profile: Profile, params: dict[str, object]) -> dict[str, object]:
    """The sample with the code of a branch of that library."""
    filled: dict[str, object] = json.loads(json.dumps(params).replace("BRANCH", profile.branches[-1].code))
    return filled


def with_own_words(profile: Profile, words: dict[str, str]) -> Profile:
    return replace(profile, messages={"ja": words})


def declined(profile: Profile) -> RenderedMail:
    return render(NoticeKind.HOLD_DECLINED, {"titles": ["月と水の本"]}, profile)


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize(("kind", "params", "facts"), SAMPLES)
def test_every_mail_of_every_library_shows_its_facts(
    name: str, kind: NoticeKind, params: dict[str, object], facts: list[str]
) -> None:
    profile = load_profile(name)
    mail = render(kind, of_branch(profile, params), profile)
    for fact in facts:
        assert fact.replace("BRANCH", profile.branches[-1].name["ja"]) in mail.text
    assert profile.name["ja"] in mail.text
    assert "送信専用" in mail.text
    assert "{" not in mail.subject + mail.text
    assert "\n" not in mail.subject
    assert "月と水" not in mail.subject
    assert max(map(len, mail.text.splitlines())) <= 45


def test_there_is_a_sample_and_a_list_of_parameters_for_every_kind() -> None:
    assert {kind for kind, _params, _facts in SAMPLES} == set(NoticeKind) == set(PARAMS)


@pytest.mark.rule("KU-12", "KK-08")
def test_all_holds_that_are_ready_stand_in_one_mail_under_their_branch_and_last_day() -> None:
    profile = load_profile("kitakyushu")
    holds = [
        {"title": "一冊目", "pickup_branch": "moji", "last_day": "2026-12-02"},
        {"title": "二冊目", "pickup_branch": "chuo", "last_day": "2026-12-01"},
        {"title": "三冊目", "pickup_branch": "moji", "last_day": "2026-12-02"},
    ]
    text = render(NoticeKind.HOLD_READY, {"holds": holds}, profile).text
    assert (
        "■中央図書館\n取り置き期限 2026年12月1日（火）\n・二冊目\n\n"
        "■門司図書館\n取り置き期限 2026年12月2日（水）\n・一冊目\n・三冊目\n" in text
    )
    assert text.count("取り消されます") == 1


def test_no_limit_is_told_while_no_period_runs(kumamoto: Profile) -> None:
    text = render(NoticeKind.HOLD_READY, {"holds": [{"title": "月と水の本", "pickup_branch": "main"}]}, kumamoto).text
    assert "期限" not in text


@pytest.mark.rule("KU-23", "CH-13", "KK-19")
@pytest.mark.parametrize("change", ["registered", "deleted"])
def test_the_subject_of_a_change_of_address_is_the_one_the_guide_names(kumamoto: Profile, change: str) -> None:
    assert render(NoticeKind.EMAIL_NOTICE, {"change": change}, kumamoto).subject == "メールアドレス変更の御確認"


@pytest.mark.rule("KT-07", "KT-08")
def test_a_copy_says_already_in_its_subject_that_nothing_is_settled_yet() -> None:
    profile = load_profile("kitsuki")
    params = {"titles": ["月と水の本"], "pickup_branch": profile.branches[0].code}
    provisional = render(NoticeKind.HOLD_REQUEST_COPY, {**params, "is_provisional": True}, profile)
    settled = render(NoticeKind.HOLD_REQUEST_COPY, {**params, "is_provisional": False}, profile)
    assert "まだ確定していません" in provisional.subject
    assert "確定" not in settled.subject + settled.text


def test_a_library_says_it_in_its_own_words(kumamoto: Profile) -> None:
    words = {"mail-hold_declined-body": "ごめんなさい。\n\n{ $titles }", "mail-footer": "{ $library }より"}
    own = with_own_words(kumamoto, words)
    mail = declined(own)
    assert mail.text == "ごめんなさい。\n\n・月と水の本\n\n熊本県立図書館より\n"
    assert wording_faults(own) == ()


@pytest.mark.parametrize("broken", ["{ $title", "{ $nothing }", "", "}", "{ mail-nowhere }"])
def test_own_words_that_cannot_be_used_never_keep_a_mail_back(kumamoto: Profile, broken: str) -> None:
    assert declined(with_own_words(kumamoto, {"mail-hold_declined-body": broken})) == declined(kumamoto)


def test_own_words_that_no_mail_has_are_named(kumamoto: Profile) -> None:
    own = with_own_words(kumamoto, {"mail-hold_decline-body": "x", "mail-footer": "{ $x", "mail-title": "※{ $title }"})
    assert wording_faults(own) == ("mail-hold_decline-body", "mail-footer")
    assert wording_faults(with_own_words(kumamoto, {"mail-title": "※{ $titel }"})) == ("mail-title",)


@pytest.mark.parametrize("name", PROFILES)
def test_no_profile_has_wording_that_cannot_be_used(name: str) -> None:
    assert wording_faults(load_profile(name)) == ()


def test_a_title_is_never_read_as_wording(kumamoto: Profile) -> None:
    title = "{ $library } { mail-footer } \\ *[x]"
    assert f"・{title}\n" in render(NoticeKind.HOLD_DECLINED, {"titles": [title]}, kumamoto).text


@pytest.mark.parametrize(
    ("params", "key"),
    [({}, "titles"), ({"titles": ["秘密の本"], "name": "山田花子"}, "name"), ({"titles": [{"秘密の本": 1}]}, "titles.0")],
)
def test_wrong_parameters_are_refused_by_their_key_and_not_by_their_value(
    kumamoto: Profile, params: dict[str, object], key: str
) -> None:
    with pytest.raises(InvalidNotice) as caught:
        render(NoticeKind.HOLD_DECLINED, params, kumamoto)
    assert str(caught.value) == f"hold_declined: {key}"
    assert caught.value.__context__ is None


def test_a_mail_shows_no_words_in_a_traceback(kumamoto: Profile) -> None:
    assert repr(declined(kumamoto)) == "RenderedMail()"
