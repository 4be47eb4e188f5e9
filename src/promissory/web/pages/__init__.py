"""The pages, one module a subject."""

from promissory.web.pages import (
    adding,
    allocating,
    asking,
    balancing,
    comparing,
    listing,
    looking,
    overview,
    querying,
    relating,
    reviewing,
    signing,
    watching,
)

ROUTERS = tuple(
    page.router
    for page in (
        overview,
        looking,
        balancing,
        comparing,
        relating,
        querying,
        asking,
        reviewing,
        signing,
        allocating,
        adding,
        watching,
        listing,
    )
)

__all__ = ["ROUTERS"]
