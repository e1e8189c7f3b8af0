"""The conformance suite against our own service: every clause holds under every profile, and each deliberate break is caught."""

import random

import pytest
from central_world import STAFF_KEY, terminal_key

from kiosk.central.app import openapi_document
from kiosk.conformance.contract import Contract
from kiosk.conformance.suite import Report, Target, examine
from kiosk.conformance.verdict import Verdict

PROFILES = ("kumamoto", "okegawa", "chiba", "kitakyushu", "kitsuki")


def examined(served, only=(), fixture=None) -> Report:
    """What the suite finds at a served library, staged through the staff routes."""
    first = served.world.home
    keys = terminal_key(f"{first}-1"), terminal_key(f"{first}-2")
    target = Target(served.base_url, *keys, STAFF_KEY, fixture)
    return examine(target, random.Random(7), only, Contract(openapi_document()))


@pytest.mark.parametrize("profile", PROFILES)
def test_every_clause_holds_at_our_own_service(serve, profile):
    report = examined(serve(profile))

    told = [finding for finding in report.findings if finding.verdict in (Verdict.BROKEN, Verdict.NOT_TRIED)]
    assert told == []
    assert report.left_behind == 0
