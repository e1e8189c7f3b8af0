"""The holds API as one application: joins its parts and its routes. Serving it is `serving`'s work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI

from kiosk.central import problems
from kiosk.central.attempts import Attempts
from kiosk.central.catalogue_index import SqlCatalogueIndex
from kiosk.central.database import Store
from kiosk.central.entrance import Entrance
from kiosk.central.library import Clock, Library
from kiosk.central.routes import patron, staff, terminal
from kiosk.central.routes.access import Central
from kiosk.central.settings import CentralSettings
from kiosk.central.tokens import derived_key, token_hash


def create_app(settings: CentralSettings, clock: Clock) -> FastAPI:
    """The service on its database, whose tables are made when they are not there."""
    store = Store(settings.database_url)
    store.create_tables()
    library = Library(settings.profile, clock)
    attempts = Attempts(library, settings.attempts, derived_key(settings.staff_key, "attempts"))

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        store.close()

    app = _with_routes(FastAPI(lifespan=lifespan, **_DESCRIPTION))
    app.state.central = Central(
        settings=settings,
        store=store,
        library=library,
        index=SqlCatalogueIndex(),
        entrance=Entrance(store, library, settings, attempts),
        terminals={token_hash(known.key): known for known in settings.terminals},
    )
    return app


def openapi_document() -> dict[str, Any]:
    """The contract as an OpenAPI 3.1 document; it needs no settings and no database."""
    return _with_routes(FastAPI(**_DESCRIPTION)).openapi()


_DESCRIPTION: dict[str, Any] = {
    "title": "Central holds API",
    "version": "1.0.0",
    "summary": "What a library terminal asks of the library's holds service",
    "description": "Errors are application/problem+json (RFC 9457) with a stable `code`; times are RFC 3339 with offset.",
    "docs_url": None,
    "redoc_url": None,
}


def _with_routes(app: FastAPI) -> FastAPI:
    @app.get("/v1/health", tags=["health"])
    def read_health() -> dict[str, str]:
        """Whether the service is there."""
        return {"status": "ok"}

    for part in (terminal, patron, staff):
        app.include_router(part.router)
    problems.install(app)
    app.add_middleware(problems.LastResort)
    return app
