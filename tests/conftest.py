"""What the tests of extraction share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings

from promissory.extraction import extract
from promissory.model import Claim, Document, Published
from tests.databases import place, places, postgres_server
from tests.webs import sample_ledger, web_ledger

__all__ = ["place", "places", "postgres_server", "sample_ledger", "web_ledger"]

ClaimsOf = Callable[..., list[Claim]]

#: What takes long on a busy machine is not wrong; how fast things are is measured in benchmarks/.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

#: The files that take longest, longest first: begun first, so that no worker is left alone with one of them at the end.
LONG = ("batch", "accuracy", "browser", "weaving", "tallies", "ledger", "openapi", "kills", "ledger_keeping", "build", "cli")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the tests of the long files before all others."""
    ranks = {f"test_{name}": rank for rank, name in enumerate(LONG)}
    items.sort(key=lambda item: ranks.get(item.path.stem, len(LONG)))


def of_kind(claims: list[Claim], kind: str) -> list[Claim]:
    return [c for c in claims if c.kind == kind]


@pytest.fixture
def claims_of() -> ClaimsOf:
    """Reads a text, dated if `published` is given, and returns its claims, those of one kind if `kind` is."""

    def read(text: str, published: str | None = None, kind: str | None = None) -> list[Claim]:
        document = Document(text=text, source="test", published=Published(published, "given") if published else None)
        return [claim for claim in extract(document) if kind in (None, claim.kind)]

    return read
