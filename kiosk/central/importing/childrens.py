"""Whether a record is of something for children, which catalogues say in many places."""

import re
from collections.abc import Iterable

from kiosk.domain.catalogue import Material

_FOR_CHILDREN = (Material.PICTURE_BOOK, Material.KAMISHIBAI)
# Japanese libraries put K or 児 before the class of a children's book and E before a picture book's; NDL's own classes
# (KH811, EC211) begin with two letters.
_SHELVED_APART = re.compile(r"^\s*(?:NDC\s*)?[KEＫＥ児](?![A-Za-z])")
_C_CODE = re.compile(r"\bC8\d{3}\b")
"""The trade's code beside an ISBN: readers are children where it begins with 8."""
_AUDIENCE = re.compile("児童|幼児|小学|中学|子ども|こども|子供|絵本|juvenile|children", re.IGNORECASE)


def is_shelved_for_children(material: Material, numbers: Iterable[str]) -> bool:
    """Whether the material is for children, or one of the numbers (classes, call numbers, trade codes) says so."""
    return material in _FOR_CHILDREN or any(_SHELVED_APART.match(text) or _C_CODE.search(text) for text in numbers)


def names_children(statements: Iterable[str]) -> bool:
    """Whether a statement about the audience or the form names children."""
    return any(_AUDIENCE.search(text) for text in statements)
