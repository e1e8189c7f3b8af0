"""Turns refusals and troubles into sentences: what is so, and what to do instead."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.errors import Refused, ServiceError, ServiceUnreachable, SessionEnded, TooManyAttempts
from kiosk.domain.profile import Profile
from kiosk.domain.reasons import Reason, ReasonCode
from kiosk.domain.wareki import era_year
from kiosk.terminal.words import Words


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and what to do instead (may be empty). `can_retry` offers the same action once more."""

    sentence: str
    remedy: str = ""
    can_retry: bool = False


def say_reason(words: Words, profile: Profile, reason: Reason) -> Said:
    """The library's sentence for a refusal, with its remedy; branch and material codes become names."""
    params = dict(reason.params)
    branch = profile.branch(params.get("branch", ""))
    if branch is not None:
        params["branch"] = words.of(branch.name)
    if "material" in params:
        params["material"] = words(f"material-{params['material']}")
    code = ReasonCode(reason.code)
    return Said(words(f"reason-{code}", **params), words(f"remedy-{code}", **params))


def say_trouble(words: Words, profile: Profile, error: ServiceError, has_typed: bool = False) -> Said:
    """The sentence for a call that failed. An unknown code gets a general sentence, never the code itself. With `has_typed`
    it says as well that what was typed is kept.
    """
    if isinstance(error, ServiceUnreachable):
        return Said(
            words("trouble-unreachable"),
            words("trouble-unreachable-typed" if has_typed else "trouble-unreachable-remedy"),
            can_retry=True,
        )
    if isinstance(error, TooManyAttempts):
        minutes = max(1, -(-error.retry_after_seconds // 60))
        return Said(words("trouble-too_many_attempts", minutes=minutes), words("trouble-ask-desk"))
    if isinstance(error, SessionEnded):
        return Said(words("trouble-session_invalid"), words("trouble-session_invalid-remedy"))
    if isinstance(error, Refused):
        if error.reasons:
            return say_reason(words, profile, error.reasons[0])
        if words.has(f"trouble-{error.code}"):
            remedy = f"trouble-{error.code}-remedy"
            return Said(words(f"trouble-{error.code}"), words(remedy) if words.has(remedy) else words("trouble-ask-desk"))
    return Said(words("trouble-general"), words("trouble-ask-desk"))


def say_date(words: Words, day: date) -> str:
    """A date as people say it, with the weekday."""
    return words("date", year=str(day.year), month=day.month, day=day.day, weekday=words(f"weekday-{day.weekday()}"))


def say_short_date(words: Words, day: date) -> str:
    """A date without the weekday, for what is only about that day."""
    return words("date-short", month=day.month, day=day.day)


def say_full_date(words: Words, day: date) -> str:
    """A date with its year, where it may be long ago or far ahead."""
    return words("date-full", year=str(day.year), month=day.month, day=day.day)


def say_era_date(words: Words, day: date) -> str:
    """A date with the Japanese era year beside the Gregorian one, as for birth dates."""
    in_era = era_year(day)
    if in_era is None:
        return say_full_date(words, day)
    return words("date-era", year=str(day.year), era=in_era.era.value, era_year=in_era.year, month=day.month, day=day.day)
