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


@pytest.fixture
def claims_of() -> ClaimsOf:
    """Reads a text, dated if `published` is given, and returns its claims, those of one kind if `kind` is."""

    def read(text: str, published: str | None = None, kind: str | None = None) -> list[Claim]:
        document = Document(text=text, source="test", published=Published(published, "given") if published else None)
        return [claim for claim in extract(document) if kind in (None, claim.kind)]

    return read
