"""The process that speaks: takes commands from its standard input, one JSON array a line, and ends when that does.

It is a process of its own so that a voice that fails takes no terminal with it; commands come in by a pipe because arguments
can be read by anybody on the machine. It answers with the number of the newest utterance whenever all was heard.
"""

import json
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any

from kiosk.speech.player import Player
from kiosk.speech.tones import tone
from kiosk.speech.utterances import Utterances
from kiosk.speech.voices import Voices


def serve(commands: Iterable[str], tell: Callable[[int], None]) -> None:
    """Does as the commands say; the first line holds the settings (see `Speaker`)."""
    lines = iter(commands)
    settings = json.loads(next(lines))
    player = Player(settings["command"], settings["volume"])
    utterances = Utterances(player, Voices(settings["rate"]).speak, tell)
    acts: dict[str, Callable[..., Any]] = {
        "say": utterances.say,
        "stop": utterances.stop,
        "rate": utterances.set_rate,
        "volume": player.set_volume,
        "play": lambda sound: player.sound(tone(sound)),
    }
    utterances.start()
    for line in lines:
        name, *values = json.loads(line)
        acts[name](*values)
    utterances.close()


def _answers() -> Callable[[int], None]:
    """Keeps standard output for answers: libraries that print to it are not heard."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return lambda number: print(number, file=answers, flush=True)


def _log_without_libraries() -> None:
    """Keeps standard error for the log: the voices' libraries print words they were given to it."""
    own = os.fdopen(os.dup(sys.stderr.fileno()), "w", buffering=1)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=own)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


if __name__ == "__main__":
    _log_without_libraries()
    threading.excepthook = lambda _fault: os._exit(1)  # half a process would be mute; the speaker starts a whole one
    serve(sys.stdin, _answers())
