"""The engines that are compared, each alone in a process of its own, so that its time and memory are its own."""

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import Any, Protocol

from bench.search_catalogue import MONTH, Catalogue
from bench.search_scan import Answer

from kiosk.central.database import Store
from kiosk.central.search.port import CatalogueIndex
from kiosk.domain.search import SearchQuery


class Engine(Protocol):
    """An engine under test. One that also says `suggest` and `near` is measured at those."""

    def build(self, catalogue: Catalogue, folder: Path) -> None:
        """Writes its index into an empty folder."""
        ...

    def open(self, catalogue: Catalogue, folder: Path) -> str:
        """Makes ready for searches; says what is to be told of it in a few words."""
        ...

    def search(self, query: SearchQuery) -> Answer | None:
        """The answer; None when such a query is not this engine's."""
        ...


class _Port:
    """An index behind the service's port, asked as the service asks it: in a session for each search, opened beforehand."""

    def _index(self, store: Store, folder: Path) -> CatalogueIndex:
        raise NotImplementedError

    def build(self, catalogue: Catalogue, folder: Path) -> None:
        self.open(catalogue, folder)
        self._opened.close()

    def open(self, catalogue: Catalogue, folder: Path) -> str:
        self._store = Store(f"sqlite:///{catalogue.database}")
        self._opened = self._index(self._store, folder)
        return ""

    @contextmanager
    def request(self) -> Iterator[None]:
        with self._store.reading() as self._session:
            yield

    def search(self, query: SearchQuery) -> Answer | None:
        found = self._opened.search(self._session, query)
        return Answer(found.total, tuple(found.title_ids), found.counts)

    def suggest(self, text: str) -> int:
        return len(self._opened.suggest(self._session, text, 8))

    def near(self, text: str) -> int:
        return len(self._opened.near(self._session, SearchQuery(text)))


class _Arrays(_Port):
    """The service's own."""

    def _index(self, store: Store, folder: Path) -> CatalogueIndex:
        from kiosk.central.search.array_index import ArrayIndex

        return ArrayIndex(store, lambda: MONTH, folder / "catalogue.index")


class _Groonga(_Port):
    """A Groonga server of its own over HTTP; it ends with the process, so that it is filled when it is opened."""

    def _index(self, store: Store, folder: Path) -> CatalogueIndex:
        from groonga_server import GroongaProcess

        from kiosk.central.search.groonga.index import GroongaIndex

        self._server = GroongaProcess().__enter__()
        return GroongaIndex(store, lambda: MONTH, [self._server.url])

    def build(self, catalogue: Catalogue, folder: Path) -> None:
        """Nothing: see `open`."""

    def open(self, catalogue: Catalogue, folder: Path) -> str:
        super().open(catalogue, folder)
        with self.request():
            self.search(SearchQuery("本"))
        return f"the server's database {self._server.size / 2**20:.0f} MiB; opening is filling it"

    def close(self) -> None:
        """Ends the server."""
        self._server.__exit__()


def _tantivy() -> Engine:
    from bench.search_tantivy import Tantivy

    return Tantivy()


def _limit() -> Engine:
    from bench.search_limit import Limit

    return Limit()


def _following() -> Engine:
    from bench.search_tantivy import FollowingTantivy

    return FollowingTantivy()


ENGINES: dict[str, Callable[[], Engine]] = {
    "arrays": _Arrays,
    "tantivy": _tantivy,
    "limit": _limit,
    "groonga": _Groonga,
    "tantivy-following": _following,
}
USUAL = ("arrays", "tantivy", "limit")
CHECKED = ("arrays", "groonga")
"""Those whose every answer has to be the scan's."""
BASELINE = "tantivy"


@dataclass(frozen=True, slots=True)
class Memory:
    """In MiB: pages of its own, pages mapped from files, and the most it, or a process it ran, ever had of both."""

    own: float
    mapped: float
    peak: float


@dataclass(frozen=True, slots=True)
class Timed:
    """What one call took, on the clock and of the processor, and what came of it (None: not asked of this engine)."""

    wall: float
    processor: float
    answer: Answer | int | None


@dataclass(frozen=True, slots=True)
class Built:
    """What building took; `size` in MiB on disk."""

    seconds: float
    processor: float
    size: float
    memory: Memory


Call = tuple[str, Sequence[SearchQuery | str]]


class EngineProcess:
    """An engine, opened in a process that answers until it is closed."""

    def __init__(self, name: str, catalogue: Catalogue, folder: Path) -> None:
        self.name = name
        context = get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(name, catalogue, folder, theirs), daemon=True)
        self._process.start()
        self.before, self.opened, self.open_seconds, self.note = self._received()

    def ask(self, what: str, asked: Sequence[SearchQuery | str]) -> list[Timed]:
        """Asks one after the other; `what` is `search`, `suggest` or `near`."""
        self._ours.send((what, asked))
        found: list[Timed] = self._received()
        return found

    def memory(self) -> Memory:
        """What it has now."""
        self._ours.send(("memory", ()))
        found: Memory = self._received()
        return found

    def close(self) -> None:
        """Ends the process."""
        with suppress(BrokenPipeError):
            self._ours.send(None)
        self._process.join()

    def _received(self) -> Any:
        try:
            return self._ours.recv()
        except EOFError:
            self._process.join()
            raise SystemExit(f"{self.name}: its process ended with {self._process.exitcode}") from None


def build(name: str, catalogue: Catalogue, folder: Path) -> Built:
    """Builds an engine's index anew, in a process of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_build, args=(name, catalogue, folder, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        seconds, processor, memory = ours.recv()
    except EOFError:
        raise SystemExit(f"{name}: could not be built") from None
    finally:
        process.join()
    return Built(seconds, processor, sum(each.stat().st_size for each in folder.rglob("*") if each.is_file()) / 2**20, memory)


def _build(name: str, catalogue: Catalogue, folder: Path, pipe: Connection) -> None:
    engine = ENGINES[name]()
    began = time.perf_counter()
    engine.build(catalogue, folder)
    pipe.send((time.perf_counter() - began, sum(os.times()[:4]), _memory()))


def _serve(name: str, catalogue: Catalogue, folder: Path, pipe: Connection) -> None:
    engine = ENGINES[name]()
    before, began = _memory(), time.perf_counter()
    note = engine.open(catalogue, folder)
    pipe.send((before, _memory(), time.perf_counter() - began, note))
    request: Callable[[], AbstractContextManager[None]] = getattr(engine, "request", nullcontext)
    while (call := pipe.recv()) is not None:
        what, asked = call
        if what == "memory":
            pipe.send(_memory())
            continue
        answer = getattr(engine, what, None)
        pipe.send([_timed(answer, each, request) if answer else Timed(0, 0, None) for each in asked])
    getattr(engine, "close", lambda: None)()


def _timed(
    answer: Callable[..., Answer | int | None], asked: SearchQuery | str, request: Callable[[], AbstractContextManager[None]]
) -> Timed:
    with request():
        processor, began = time.thread_time(), time.perf_counter()
        found = answer(asked)
        took = time.perf_counter() - began
        return Timed(took, time.thread_time() - processor, found)


def _memory() -> Memory:
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines())
    own, mapped, peak = (int(told[name].split()[0]) / 1024 for name in ("RssAnon", "RssFile", "VmHWM"))
    return Memory(own, mapped, max(peak, getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024))
