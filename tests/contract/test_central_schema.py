"""Every operation called with whatever its schema allows and forbids: no failure, and every answer as documented."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import jsonschema_rs
import pytest
import schemathesis
from central_world import PatronCaller
from conftest import Served
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kiosk.central.app import openapi_document

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
ENDS_THE_SESSION = ("DELETE /v1/sessions/current", "DELETE /v1/me/password", "PUT /v1/me/password", "PUT /v1/registrations")
BOUNDED = settings(
    max_examples=5,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@dataclass
class Library:
    """A served library with something of every kind in it, so that an id in a path can be one that is there."""

    served: Served
    patron: PatronCaller
    known: dict[str, object]

    def headers(self, operation: schemathesis.APIOperation) -> dict[str, str]:
        """The credentials of whoever may call the operation."""
        if operation.label.startswith(ENDS_THE_SESSION):
            return self.served.log_in().headers
        if operation.path.startswith("/v1/staff"):
            return self.served.desk.headers
        if "/me" in operation.path or "current" in operation.path:
            return self.patron.headers
        return self.served.terminal().headers


@pytest.fixture
def library(serve: Callable[..., Served]) -> Library:
    """Okegawa offers most of what the contract has."""
    served = serve("okegawa")
    world = served.world
    person = world.add_patron(email="someone@example.com")
    patron = served.log_in(person)
    title = world.add_title()
    hold = patron.submit(title, pickup=world.home, contact="email", key="a-known-key")["lines"][0]["hold"]["hold_id"]
    lent = world.item_of(world.add_title(on_loan=False))
    loan = world.lend(lent, person)
    known = {"title_id": title, "hold_id": hold, "loan_id": loan, "item_id": lent, "key": "a-known-key", "slot": 1}
    return Library(served, patron, known)


def calling(library: Library, operation: schemathesis.APIOperation, has_known_ids: bool) -> Callable[[schemathesis.Case], None]:
    """Makes one call of the operation and looks at its answer."""

    def call(case: schemathesis.Case) -> None:
        if has_known_ids and case.path_parameters:
            known = {name: library.known.get(name, any_id) for name, any_id in case.path_parameters.items()}
            case.path_parameters.update(known)
        case.call_and_validate(headers=library.headers(operation), checks=CHECKS)

    return call


def test_no_request_makes_the_service_fail_and_every_answer_is_as_documented(library, subtests):
    schema = schemathesis.openapi.from_url(f"{library.served.base_url}/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]
    modes = schemathesis.GenerationMode
    for operation in operations:
        for mode, has_known_ids in ((modes.POSITIVE, True), (modes.POSITIVE, False), (modes.NEGATIVE, False)):
            called = given(operation.as_strategy(generation_mode=mode))(calling(library, operation, has_known_ids))
            with subtests.test(operation.label), suppress(Unsatisfiable):  # an operation without any input forbids none
                BOUNDED(called)()
    assert len(operations) > 50


def test_every_body_and_answer_has_an_example_that_its_own_schema_takes():
    document = openapi_document()
    schemas = document["components"]["schemas"]
    without = [name for name, schema in schemas.items() if schema.get("type") == "object" and not schema.get("examples")]
    assert without == []
    for name, schema in schemas.items():
        takes = jsonschema_rs.validator_for({**document, "$ref": f"#/components/schemas/{name}"})
        for example in schema.get("examples", ()):
            takes.validate(example)


def test_the_document_is_openapi_3_1_and_shows_no_address_that_could_be_somebodys():
    document = openapi_document()
    assert document["openapi"].startswith("3.1")
    shown = json.dumps([schema.get("examples") for schema in document["components"]["schemas"].values()])
    assert set(re.findall(r"@([a-z.]+)", shown)) == {"example.com"}
