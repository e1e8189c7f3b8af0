"""The sentences a patron reads: language files in Fluent, with the library's own wording laid over them.

A new language is one more file in `assets/languages`. Message ids are those of `ja.ftl`, which has every one. Where a file
of Japanese gives kana for its kanji the texts are `annotated`.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from kiosk.domain.localised import Localised, in_language
from kiosk.terminal.annotated import from_aozora

FIRST_LANGUAGE = "ja"
LANGUAGE_ORDER = (FIRST_LANGUAGE, "ja-easy", "en", "zh-Hant", "zh-Hans", "ko")
"""How the languages stand side by side; others follow by their codes. `ja-easy` is plain Japanese with kana over its kanji."""
EASY_JAPANESE = "ja-easy"
JAPANESE = frozenset({FIRST_LANGUAGE, EASY_JAPANESE})
"""The languages of somebody who types and reads kana. Their files give kana in 《》, which in Chinese are a title's marks."""
_LOCALES = {EASY_JAPANESE: "ja"}


class Words:
    """The sentences of one language. Calling it with a message id and its parameters gives the text."""

    def __init__(self, language: str, bundles: Sequence[FluentBundle]) -> None:
        self.language = language
        self._bundles = bundles

    def __call__(self, message_id: str, **params: Any) -> str:
        """The sentence; a message that the language lacks is said in Japanese. Raises KeyError for an unknown id."""
        for bundle in self._bundles:
            if bundle.has_message(message_id):
                pattern = bundle.get_message(message_id).value
                text, _faults = bundle.format_pattern(pattern, params)
                return str(text)
        raise KeyError(message_id)

    def of(self, text: Localised) -> str:
        """What a profile says in this language, with kana over its kanji where the language has them."""
        found = in_language(text, self.language)
        return from_aozora(found) if self.language in JAPANESE else found

    def has(self, message_id: str) -> bool:
        """Whether this language or Japanese has that message."""
        return any(bundle.has_message(message_id) for bundle in self._bundles)


class Languages:
    """Every language of a folder of `.ftl` files, Japanese first; a file is read when its language is first spoken."""

    def __init__(self, folder: Path, own_words: Mapping[str, Mapping[str, str]] | None = None) -> None:
        order = {code: place for place, code in enumerate(LANGUAGE_ORDER)}
        files = sorted(folder.glob("*.ftl"), key=lambda file: (order.get(file.stem, len(order)), file.stem))
        self._files = {file.stem: file for file in files}
        self._own_words = own_words or {}
        self._read: dict[str, FluentBundle] = {}
        self.codes = tuple(self._files)

    def words(self, language: str) -> Words:
        """The sentences of that language, or of the first when there is no such file."""
        code = language if language in self._files else FIRST_LANGUAGE
        return Words(code, [self._bundle(code), self._bundle(FIRST_LANGUAGE)])

    def _bundle(self, code: str) -> FluentBundle:
        if code not in self._read:
            self._read[code] = _bundle(self._files[code], self._own_words.get(code, {}))
        return self._read[code]


def _bundle(file: Path, own_words: Mapping[str, str]) -> FluentBundle:
    bundle = FluentBundle([_LOCALES.get(file.stem, file.stem)], use_isolating=False)
    bundle.add_resource(_sentences(file.read_text(encoding="utf-8"), file.stem in JAPANESE))
    own = "\n".join(f"{message} = {text.replace(chr(10), chr(10) + '    ')}" for message, text in own_words.items())
    bundle.add_resource(_sentences(own, file.stem in JAPANESE), allow_overrides=True)
    return bundle


@lru_cache(maxsize=2 * len(LANGUAGE_ORDER))
def _sentences(text: str, is_annotated: bool) -> FluentResource:
    """Read once, though a terminal asks again when it knows its library.

    Kana are read in the file's own text only: a 《 that comes with a parameter, as in a title, stays what it is.
    """
    return FluentResource(from_aozora(text) if is_annotated else text)
