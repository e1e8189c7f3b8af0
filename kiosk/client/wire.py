"""Turns the domain's values into the JSON of the contract and back; both sides of the contract are the same dataclasses."""

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from kiosk.domain.errors import ServiceUnreachable

T = TypeVar("T")


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(Any, kind))


def encode(value: Any) -> Any:
    """The value as JSON data."""
    return _adapter(cast(Hashable, type(value))).dump_python(value, mode="json")


def decode(kind: type[T], data: Any) -> T:
    """JSON data as a value of that kind. Fields not known here are passed over, so that a newer service can be talked to.

    Raises ServiceUnreachable when the data is something else: an answer that cannot be understood is none.
    """
    try:
        answer: T = _adapter(cast(Hashable, kind)).validate_python(data)
    except ValidationError:
        raise ServiceUnreachable("the answer cannot be understood") from None
    return answer
