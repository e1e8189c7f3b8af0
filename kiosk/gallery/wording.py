"""Whether a screen speaks one language: kana in another than Japanese must come from the library's data."""

import re
from collections.abc import Iterator
from functools import cache

from kiosk import paths
from kiosk.gallery.states import examples
from kiosk.terminal.words import JAPANESE, Words
from kiosk.ui.structure import Seen

_KANA = re.compile(r"[ぁ-ゖァ-ヺー]{2,}")
_FIXED = re.compile(r"[ぁ-ゖァ-ヺー]{2,}[^{}\n]*")
LEAST = 3
"""So many kana in a row are a word and no key of a keyboard."""


def foreign_texts(seen: Seen, words: Words) -> Iterator[str]:
    """Texts with kana that are written in the Japanese language file."""
    if words.language in JAPANESE:
        return
    for each in seen.texts:
        kana = [run for run in _KANA.findall(each.text) if len(run) >= LEAST]
        if any(run in _written() for run in kana) and not _is_data(each.text) and not _is_a_language(each.text, words):
            yield f"Japanese: {each.text}"


@cache
def _written() -> str:
    """All that the Japanese file says."""
    return (paths.LANGUAGES / "ja.ftl").read_text(encoding="utf-8")


def _is_data(text: str) -> bool:
    return any(title[0] in text for title in examples.TITLES) or any(text in title for title in examples.TITLES)


def _is_a_language(text: str, words: Words) -> bool:
    return any(text in (words(f"language-{code}"), words(f"language-short-{code}")) for code in JAPANESE)
