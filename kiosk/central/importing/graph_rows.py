"""Takes JSON-LD files with an `@graph` apart into nodes, read by small paths: `publisher`, `name[@language=ja-hrkt]`, `a.b`."""

import json
import re
from collections.abc import Iterator
from typing import IO, Any

from kiosk.central.importing.mapping import Values
from kiosk.central.importing.report import Refusal, UnreadableFile

_STEP = re.compile(r"^(?P<key>[^\[\]]+)(?:\[@language=(?P<language>[^\]]+)\])?$")
_TYPE = re.compile(rb'"@type"\s*:\s*"([^"]+)"')
_BEGINNING_BYTES = 4096


def graph_rows(stream: IO[bytes]) -> Iterator[tuple[str, Values] | Refusal]:
    """The nodes of the graph with their places. Raises UnreadableFile when it is not JSON or has no `@graph`."""
    try:
        nodes = json.load(stream)["@graph"]
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(f"no JSON-LD with an @graph: {error}") from error
    for number, node in enumerate(nodes, start=1):
        place = f"record {number}"
        yield (place, _Node(node)) if isinstance(node, dict) else Refusal(place, "not a JSON object")


def types_of(stream: IO[bytes]) -> tuple[str, ...]:
    """The `@type`s named in the beginning of a file."""
    return tuple(found.decode(errors="replace") for found in _TYPE.findall(stream.read(_BEGINNING_BYTES)))


def is_path(text: str) -> bool:
    """Whether a map's column is a path that can be followed."""
    return all(_STEP.match(step) for step in text.split("."))


class _Node:
    def __init__(self, node: dict[str, Any]) -> None:
        self._node = node

    def __call__(self, path: str) -> list[str]:
        """What stands at a path. Without a language asked for, texts that have none."""
        values: list[Any] = [self._node]
        for step in path.split("."):
            found = _STEP.match(step)
            values = [each for value in values if found for each in _step(value, found["key"], found["language"])]
        return [str(value) for value in values if isinstance(value, str | int | float)]


def _step(value: Any, key: str, language: str | None) -> Iterator[Any]:
    held = value.get(key) if isinstance(value, dict) else None
    for each in held if isinstance(held, list) else [held]:
        if isinstance(each, dict) and "@value" in each:
            if each.get("@language") == language:
                yield each["@value"]
        elif each is not None and language is None:
            yield each
