"""Every call of the contract as the OpenAPI document describes it, ready to be sent with what its schemas allow."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import requests
from central_world import Caller

from kiosk.central.app import openapi_document

DOCUMENT = openapi_document()
PUBLIC = {"/v1/health"}
"""Calls that tell nothing of anybody."""
KINDS = {
    frozenset({"terminalKey"}): "terminal",
    frozenset({"terminalKey", "patronSession"}): "patron",
    frozenset({"terminalKey", "registrationGrant"}): "grant",
    frozenset({"staffKey"}): "staff",
}
"""Whose credentials a call declares, by the names of its security schemes."""


@dataclass(frozen=True)
class Call:
    """One method of one path, as the document describes it."""

    method: str
    path: str
    operation: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its id in the document."""
        return self.operation["operationId"]

    @property
    def kind(self) -> str:
        """Whose credentials it declares; an unknown set of schemes is an error."""
        (security,) = self.operation.get("security", [{}])
        return KINDS[frozenset(security)]

    @property
    def parameters(self) -> dict[str, Mapping[str, Any]]:
        """The parameters by name, wherever they stand."""
        return {parameter["name"]: parameter for parameter in self.operation.get("parameters", ())}

    def send(self, caller: Caller, **values: object) -> requests.Response:
        """Send it with everything it asks for, made up from its schemas but for the values given."""
        path, query, headers = self.path, [], {}
        for name, parameter in self.parameters.items():
            value = values.get(name, example(parameter["schema"], name))
            if parameter["in"] == "path":
                path = path.replace(f"{{{name}}}", str(value))
            elif parameter["in"] == "query":
                query.append(f"{name}={value}")
            else:
                headers[name] = str(value)
        body = self.operation.get("requestBody", {}).get("content", {}).get("application/json")
        url = path + ("?" + "&".join(query) if query else "")
        answer = caller.call(self.method.upper(), url, body and example(body["schema"]), **headers)
        assert answer.headers["Cache-Control"] == "no-store"
        return answer


def example(schema: Mapping[str, Any], name: str = "") -> Any:
    """The least that a schema allows."""
    if "$ref" in schema:
        return example(DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], name)
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return example(schema["anyOf"][0], name)
    match schema["type"]:
        case "object":
            return {key: example(schema["properties"][key], key) for key in schema.get("required", ())}
        case "array":
            return [example(schema["items"])]
        case "integer":
            return schema.get("minimum", 1)
        case "boolean":
            return True
        case "string":
            return _text(schema, name)
    raise AssertionError(f"tell here how {schema} is made up")


def _text(schema: Mapping[str, Any], name: str) -> str:
    if "pattern" in schema:
        return "A" * 16
    if name.startswith("address"):
        return "someone@example.jp"
    return {"date": "2026-11-24", "date-time": "2026-11-24T10:00:00+09:00"}.get(schema.get("format", ""), "999999")


CALLS = [
    Call(method, path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for method, operation in methods.items()
    if path not in PUBLIC
]
