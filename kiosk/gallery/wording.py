"""Whether a screen speaks one language: kana in another than Japanese must come from the library's data."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kiosk import paths
from kiosk.gallery import states
from kiosk.terminal.words import JAPANESE, Words
from kiosk.ui.structure import Seen

LEAST = 3
"""So many kana in a row are a word and no key of a keyboard."""
_KANA = re.compile(f"[ぁ-ゖァ-ヺー]{{{LEAST},}}")


def foreign_texts(seen: Seen, words: Words) -> Iterator[str]:
    """Texts that are written in the Japanese language file, on a screen in another language."""
    if words.language in JAPANESE:
        return
    for each in seen.texts:
        if not _is_a_language(each.text, words) and any(run in _written() for run in _KANA.findall(each.text)):
            yield f"Japanese: {each.text}"


@cache
def _written() -> frozenset[str]:
    """The kana of the Japanese file, without those that are in the examples' titles and names too."""
    said = _KANA.findall((paths.LANGUAGES / "ja.ftl").read_text(encoding="utf-8"))
    return frozenset(said) - frozenset(run for text in _data() for run in _KANA.findall(text))


def _data() -> Iterator[str]:
    """Every text written in the modules of the example states."""
    for module in Path(states.__file__).parent.glob("*.py"):
        for part in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value


def _is_a_language(text: str, words: Words) -> bool:
    return any(text in (words(f"language-{code}"), words(f"language-short-{code}")) for code in JAPANESE)
