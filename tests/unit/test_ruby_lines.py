"""Kana over kanji in lines: no run is parted from its kana, and nothing is wider than the line."""

from kiosk.domain.furigana import Ruby
from kiosk.ui.ruby_lines import RubyLines, break_ruby


def broken(*runs: Ruby, width: float, most: int = 0) -> RubyLines:
    """Characters 10 wide, kana over them 5."""
    return break_ruby(runs, width, lambda _: 10, lambda _: 5, most)


def texts(lines: RubyLines) -> list[str]:
    return ["".join(run.ruby.text for run in line) for line in lines.lines]


TITLE = (Ruby("銀河", "ぎんが"), Ruby("鉄道", "てつどう"), Ruby("の"), Ruby("夜", "よる"))


def test_a_line_ends_between_runs_and_never_within_one():
    assert texts(broken(*TITLE, width=60)) == ["銀河鉄道の夜"]
    assert texts(broken(*TITLE, width=35)) == ["銀河", "鉄道の", "夜"]


def test_a_run_is_as_wide_as_its_kana_where_they_are_wider():
    lines = broken(Ruby("承", "うけたまわ"), Ruby("る"), width=100)
    assert [run.width for run in lines.lines[0]] == [25, 10]


def test_a_run_wider_than_the_line_is_parted_with_its_kana_in_proportion():
    lines = broken(Ruby("図書館政策", "としょかんせいさく"), width=30)
    assert texts(lines) == ["図書", "館政策"]
    assert "".join(run.ruby.reading for line in lines.lines for run in line) == "としょかんせいさく"
    assert all(sum(run.width for run in line) <= 30 for line in lines.lines)


def test_a_mark_that_may_not_begin_a_line_stays_with_the_run_before_it():
    assert texts(broken(Ruby("夜", "よる"), Ruby("、"), Ruby("朝", "あさ"), width=20)) == ["夜、", "朝"]


def test_more_lines_than_there_is_room_for_end_in_an_ellipsis():
    lines = broken(*TITLE, width=35, most=2)
    assert lines.is_shortened
    assert texts(lines) == ["銀河", "鉄道…"]


def test_neighbours_without_kana_are_drawn_as_one():
    lines = broken(Ruby("こども"), Ruby("のほん"), width=100)
    assert len(lines.lines[0]) == 1


def test_nothing_is_no_run():
    assert broken(width=10).lines == ((),)
