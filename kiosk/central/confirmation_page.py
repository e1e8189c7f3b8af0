"""The page behind the link in a mail: plain HTML in Japanese and English, with nothing that runs and nothing from elsewhere."""

import base64
import hashlib
from html import escape
from pathlib import Path
from string import Template

from fluent.runtime import FluentBundle, FluentResource

from kiosk.domain.localised import in_language
from kiosk.domain.profile import Profile

_LANGUAGES = ("ja", "en")


class ConfirmationPage:
    """Draws the page from the template, the style and the words in a folder."""

    def __init__(self, folder: Path, profile: Profile) -> None:
        self._template = Template((folder / "confirmation.html").read_text(encoding="utf-8"))
        self._style = (folder / "confirmation.css").read_text(encoding="utf-8")
        self._profile = profile
        self._bundles = {language: _bundle(folder, language) for language in _LANGUAGES}

    @property
    def headers(self) -> dict[str, str]:
        """What keeps the page to itself: no script, no frame, no cache, no telling another site of the link."""
        style = base64.b64encode(hashlib.sha256(self._style.encode()).digest()).decode()
        return {
            "Cache-Control": "no-store",
            "Content-Security-Policy": (
                f"default-src 'none'; style-src 'sha256-{style}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            ),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Robots-Tag": "noindex",
        }

    def html(self, name: str, *, has_button: bool = False) -> str:
        """The page whose words begin with `confirmation-<name>-`; its button sends it to where it came from."""
        parts = {"style": self._style, "form": self._form(name) if has_button else ""}
        for language in _LANGUAGES:
            parts[f"library_{language}"] = escape(in_language(self._profile.name, language))
            for part in ("title", "text"):
                parts[f"{part}_{language}"] = self._word(language, f"confirmation-{name}-{part}")
        return self._template.substitute(parts)

    def _form(self, name: str) -> str:
        label = " / ".join(self._word(language, f"confirmation-{name}-button") for language in _LANGUAGES)
        return f'<form method="post"><button>{label}</button></form>'

    def _word(self, language: str, message: str) -> str:
        bundle = self._bundles[language]
        text, _faults = bundle.format_pattern(bundle.get_message(message).value)
        return escape(str(text))


def _bundle(folder: Path, language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((folder / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle
