"""One door to all formats: content → a new file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from promissory.ledger.carrying import fresh_file
from promissory.publishing.gathering import Content

#: format → (module, function): each writes content to a path
FORMATS: Mapping[str, tuple[str, str]] = {
    "csv": ("lines", "write_csv"),
    "xlsx": ("workbooks", "write_xlsx"),
    "jsonl": ("lines", "write_jsonl"),
    "parquet": ("columnar", "write_parquet"),
    "html": ("reports", "write_html"),
    "markdown": ("reports", "write_markdown"),
    "atom": ("feeds", "write_atom"),
    "bibtex": ("citations", "write_bibtex"),
    "csl": ("citations", "write_csl"),
}


def publish(content: Content, format_: str, to: Path) -> None:
    """Write content in a format to a new file.

    UsageError if it is there, LedgerError if it cannot be written, DependencyError without the library of a format.
    """
    module, function = FORMATS[format_]
    write: Callable[[Content, Path], None] = getattr(import_module(f"promissory.publishing.{module}"), function)
    with fresh_file(to) as part:
        write(content, part)
