"""A voice that keeps every sentence it was given, with its language."""

from dataclasses import dataclass, field

from kiosk.terminal.annotated import spoken


@dataclass
class HeardVoice:
    """Speaks every language into a list."""

    heard: list[tuple[str, str]] = field(default_factory=list)
    volumes: list[int] = field(default_factory=list)
    stops: int = 0
    is_speaking: bool = False

    def can_speak(self, _language: str) -> bool:
        return True

    def say(self, text: str, language: str, interrupts: bool = True) -> None:
        self.heard.append((spoken(text), language))

    def stop(self) -> None:
        self.stops += 1

    @property
    def volume(self) -> int:
        return self.volumes[-1] if self.volumes else 70

    def set_volume(self, percent: int) -> None:
        self.volumes.append(percent)

    def set_rate(self, rate: float) -> None:
        """As fast as ever."""

    def reset(self) -> None:
        """Nothing to reset."""

    def close(self) -> None:
        """Nothing to close."""

    def said(self, *parts: str) -> bool:
        """Whether every part was said, in one sentence or another."""
        heard = "\n".join(text for text, _ in self.heard)
        return all(part in heard for part in parts)
