"""Kana over kanji in lines: no run is parted from its kana, and neither kana nor base crowd their neighbours."""

from kiosk.domain.furigana import Ruby
from kiosk.ui.ruby import SetRun, spread, stand_ins
from kiosk.ui.typesetting import break_lines

TITLE = (Ruby("銀河", "ぎんが"), Ruby("鉄道", "てつどう"), Ruby("の"), Ruby("夜", "よる"))


def lines_of(*runs: Ruby, width: float, most: int = 0) -> list[str]:
    """The lines as they are read; characters are 10 wide, kana over them 5."""
    text, found = stand_ins(runs, lambda _: 10, lambda _: 5, width)
    lines = break_lines(text, width, lambda each: found[each].width if each in found else 10, most).lines
    return ["".join(found[each].ruby.text if each in found else each for each in line) for line in lines]


def set_runs(*runs: Ruby, widest: float = 1000) -> list[SetRun]:
    return list(stand_ins(runs, lambda _: 10, lambda _: 5, widest)[1].values())


def test_a_line_ends_between_runs_and_never_within_one():
    assert lines_of(*TITLE, width=60) == ["銀河鉄道の夜"]
    assert lines_of(*TITLE, width=35) == ["銀河", "鉄道の", "夜"]


def test_a_mark_that_may_not_begin_a_line_stays_with_the_run_before_it():
    assert lines_of(Ruby("夜", "よる"), Ruby("、"), Ruby("朝", "あさ"), width=20) == ["夜、", "朝"]


def test_more_lines_than_there_is_room_for_end_in_an_ellipsis():
    assert lines_of(*TITLE, width=35, most=2) == ["銀河", "鉄道…"]


def test_a_run_takes_the_room_of_its_kana_where_they_are_wider_but_for_what_reaches_over_kana_beside_it():
    assert [run.width for run in set_runs(Ruby("承", "うけたまわ"), Ruby("知"))] == [25]
    assert [run.width for run in set_runs(Ruby("承", "うけたまわ"), Ruby("る"))] == [21]
    assert [run.width for run in set_runs(Ruby("を"), Ruby("承", "うけたま"), Ruby("る"))] == [12]
    assert [run.width for run in set_runs(Ruby("銀河", "ぎんが"))] == [20]


def test_a_run_wider_than_the_line_is_parted_with_its_kana_in_proportion():
    parts = set_runs(Ruby("図書館政策", "としょかんせいさく"), widest=30)
    assert [run.ruby.text for run in parts] == ["図書", "館政策"]
    assert "".join(run.ruby.reading for run in parts) == "としょかんせいさく"


def test_characters_are_spread_evenly_over_their_room_but_not_out_of_sight_of_each_other():
    assert (spread(3, 15, 24, 10).start, spread(3, 15, 24, 10).gap) == (1.5, 3)
    assert (spread(2, 10, 100, 10).start, spread(2, 10, 100, 10).gap) == (42.5, 5)
    assert spread(3, 15, 15.6, 10).gap == 0
    assert spread(4, 20, 10, 5).start == -5
