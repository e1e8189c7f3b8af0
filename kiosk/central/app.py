"""The holds API as one application: joins its parts and its routes. Serving it is `serving`'s work."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from sqlalchemy import make_url

from kiosk import paths
from kiosk.central import problems
from kiosk.central.attempts import Attempts
from kiosk.central.background import Background, once_a_day
from kiosk.central.body_limit import BodyLimit
from kiosk.central.confirmation_page import ConfirmationPage
from kiosk.central.confirmations import Confirmations
from kiosk.central.contract_examples import with_examples
from kiosk.central.database import THREADS, Store
from kiosk.central.entrance import Entrance
from kiosk.central.housekeeping import keep_house
from kiosk.central.library import Clock, Library
from kiosk.central.loan_counts import month_of
from kiosk.central.mail.smtp import Mailer
from kiosk.central.outbox import deliver_due
from kiosk.central.private_records import PrivateRecords
from kiosk.central.routes import bookshelf, notices, patron, shelf_maps, staff, terminal
from kiosk.central.routes import confirmations as confirmation_pages
from kiosk.central.routes.access import Central
from kiosk.central.search.array_index import ArrayIndex
from kiosk.central.search.groonga.index import GroongaIndex
from kiosk.central.search.port import CatalogueIndex
from kiosk.central.settings import CentralSettings, SearchEngine
from kiosk.central.shelf_clearing import ShelfClearing
from kiosk.central.tokens import derived_key, token_hash

WAKE_SECONDS = 3.0
"""How often the service looks for what is due: a mail that is waited for at a terminal should come soon."""
_STOP_SECONDS = 10.0
OPENAPI_FILE = Path(__file__).with_name("openapi.json")
"""Where the contract is checked in."""


def create_app(settings: CentralSettings, clock: Clock, wake_seconds: float = WAKE_SECONDS) -> FastAPI:
    """The service on its database, whose tables are made when they are not there.

    While it is up, it looks every `wake_seconds` for mails that are due.
    """
    store = Store(settings.database_url)
    store.migrate()
    library = Library(settings.profile, clock, sends_mail=settings.mail is not None)
    index = _index(settings, store, library)
    confirmations = Confirmations(library, derived_key(settings.secret_key, "confirmations"), settings.public_url)
    attempts = Attempts(library, settings.attempts, derived_key(settings.secret_key, "attempts"))

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        background = _background(settings, store, library, wake_seconds)
        background.start()
        yield
        await asyncio.to_thread(background.stop, _STOP_SECONDS)
        index.close()
        store.close()

    app = _with_routes(_Api(lifespan=lifespan, **_OPTIONS))
    app.state.confirmation_page = ConfirmationPage(paths.PAGES, settings.profile)
    app.state.central = Central(
        settings=settings,
        store=store,
        library=library,
        records=PrivateRecords(settings.secret_key),
        index=index,
        entrance=Entrance(store, library, settings, attempts, confirmations),
        confirmations=confirmations,
        shelf_clearing=ShelfClearing(store, library),
        terminals={token_hash(known.key): known for known in settings.terminals},
        staff={token_hash(known.key): known for known in settings.staff},
    )
    return app


def _index(settings: CentralSettings, store: Store, library: Library) -> CatalogueIndex:
    """The catalogue's index; beside a database in a file, its arrays are in one too."""
    search, database = settings.search, make_url(settings.database_url)
    if search.engine is SearchEngine.GROONGA:
        return GroongaIndex(store, lambda: month_of(library.today()), search.groonga_urls)
    is_file = database.get_backend_name() == "sqlite" and database.database not in (None, "", ":memory:")
    file = search.index_file or (f"{database.database}.index" if is_file else "")
    return ArrayIndex(store, lambda: month_of(library.today()), Path(file) if file else None)


def _background(settings: CentralSettings, store: Store, library: Library, wake_seconds: float) -> Background:
    """What the service does by itself: mails, where it has a mail server, and what is to be cleared away each day."""
    ending = threading.Event()
    jobs = [once_a_day(library.today, lambda: keep_house(store, library))]
    if (mail := settings.mail) is not None:
        mailer = Mailer(mail, library.now)
        jobs.append(lambda: deliver_due(store, library, mailer, mail, ending.is_set))
    return Background(jobs, wake_seconds, ending)


def openapi_document() -> dict[str, Any]:
    """The contract as an OpenAPI 3.1 document; it needs no settings and no database."""
    return _with_routes(_Api(**_OPTIONS)).openapi()


def openapi_text() -> str:
    """The document as it is checked in at `OPENAPI_FILE`."""
    return json.dumps(openapi_document(), ensure_ascii=False, indent=2) + "\n"


class _Api(FastAPI):
    def openapi(self) -> dict[str, Any]:
        """The document, with what FastAPI cannot say: problems have their own media type, and all keys named are needed."""
        if self.openapi_schema is not None:
            return self.openapi_schema
        document = with_examples(super().openapi())
        for path in document["paths"].values():
            for operation in path.values():
                content = operation["responses"].get(_ANY_PROBLEM, {}).get("content", {})
                if "application/json" in content:
                    content[problems.MEDIA_TYPE] = content.pop("application/json")
                if "security" in operation:
                    operation["security"] = [{name: [] for scheme in operation["security"] for name in scheme}]
        return document


_ANY_PROBLEM = "4XX"


_OPTIONS: dict[str, Any] = {
    "title": "Central holds API",
    "version": "1.0.0",
    "summary": "What a library terminal asks of the library's holds service",
    "description": "Errors are application/problem+json (RFC 9457) with a stable `code`; times are RFC 3339 with offset.",
    "docs_url": None,
    "redoc_url": None,
    # FastAPI's own telemetry hands bodies and refused values to whatever exporter the process has: they are passwords.
    "telemetry": dict.fromkeys(("tracing", "metrics", "logs", "operation_spans", "auto_configure"), False),
    "generate_unique_id_function": lambda route: route.name,
}


def _with_routes(app: FastAPI) -> FastAPI:
    @app.get("/v1/health", tags=["health"])
    def read_health() -> dict[str, str]:
        """Whether the service is there."""
        return {"status": "ok"}

    for part in (terminal, shelf_maps, patron, bookshelf, staff, notices):
        app.include_router(
            part.router, responses={_ANY_PROBLEM: {"model": problems.Problem, "description": "Refused, with a stable code"}}
        )
    app.include_router(confirmation_pages.router)
    problems.install(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(problems.LastResort)
    return app
