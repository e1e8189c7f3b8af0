"""The part `[speech]` of a terminal's settings: where it is heard, how loud and how fast."""

from dataclasses import dataclass

NO_JACK = "none"
AUTO_JACK = "auto"


@dataclass(frozen=True, slots=True)
class SpeechSettings:
    """How a terminal speaks and sounds before a patron changes it. Raises ValueError for what cannot be heard.

    Speech tells what a patron alone may know, so it belongs into headphones: `device` is their socket.
    """

    __pydantic_config__ = {"extra": "forbid"}
    enabled: bool = True
    """Whether there is speech at all."""
    sounds: bool = True
    """Whether there are sounds without words."""
    device: str = "default"
    """A name of ALSA's (`aplay -L`)."""
    player: tuple[str, ...] = ()
    """A command that plays the WAV it reads from its standard input, in the place of ALSA's."""
    volume: int = 70
    """Per cent, at the beginning of each visit."""
    rate: float = 1.0
    """How fast, 1.0 as the voices were made."""
    jack: str = AUTO_JACK
    """The input device that tells of plugs (`/dev/input/by-path/...`), `auto` for the first that does, or `none`."""

    def __post_init__(self) -> None:
        if not 0 <= self.volume <= 100:
            raise ValueError("volume is per cent, 0 to 100")
        if not 0.5 <= self.rate <= 2:
            raise ValueError("rate is 0.5 to 2")

    @property
    def command(self) -> tuple[str, ...]:
        """The program that plays a WAV from its standard input."""
        return self.player or ("aplay", "-q", "-D", self.device, "--buffer-time=100000", "-")


SILENT = SpeechSettings(enabled=False, sounds=False)
"""Nothing is heard, nothing is started and no socket is watched."""
