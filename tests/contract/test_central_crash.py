"""Kills at random moments lose no hold that was told as accepted, and make none twice."""

import pytest
from bench.holds_crash import CrashOptions, crash
from postgresql import NoPostgres

SUBMISSIONS = 160


@pytest.mark.rule("TE-04")
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_what_was_told_as_accepted_outlives_every_kill_and_nothing_else_is_there(database):
    try:
        report = crash(
            CrashOptions(submissions=SUBMISSIONS, database=database, processes=1 if database == "sqlite" else 2, seed=7)
        )
    except NoPostgres as reason:
        pytest.skip(str(reason))
    assert len(report.told.outcomes) == SUBMISSIONS
    assert report.kills >= 1
    assert (report.lost, report.doubled, report.told.contradicted, report.broken) == (0, 0, 0, [])
