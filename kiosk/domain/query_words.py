"""Says which words a query has where it looks; their form is `text`'s, what they must do in a record `search_record`'s."""

import re
from typing import Final

from kiosk.domain.search import SearchField
from kiosk.domain.text import half_width, words

_OF_NUMBERS: Final = frozenset({SearchField.ISBN, SearchField.NDC, SearchField.CALL_NUMBER})
_ON_A_LABEL = re.compile(r"\s*[0-9]{3}(?:\.[0-9]+)?[\s/]+[ぁ-ゖァ-ヺ]\s*")
"""A class and one kana: what stands on the back of a Japanese book (913.6/ナ)."""


def is_one_word(within: SearchField) -> bool:
    """Whether all that is typed in a field is one number, however it is parted."""
    return within in _OF_NUMBERS


def query_words(text: str, within: SearchField) -> tuple[str, ...]:
    """The folded words of a query, all of which must match: `UE11 J6` is one where a call number is looked for."""
    folded = words(text)
    if len(folded) > 1 and (is_one_word(within) or _ON_A_LABEL.fullmatch(half_width(text))):
        return ("".join(folded),)
    return folded
