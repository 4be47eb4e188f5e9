"""A report to read: one HTML file that needs nothing else, or a Markdown brief."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from promissory.errors import DependencyError
from promissory.model import KINDS, ROLES, STATUSES
from promissory.model.naming import in_quotes
from promissory.publishing.flattening import headline, name_of, words
from promissory.publishing.gathering import Content, Record

if TYPE_CHECKING:
    from jinja2 import Environment

TITLES: Mapping[str, str] = {
    "commitment": "Commitments", "agreement": "Agreements", "need": "Needs", "meeting": "Meetings", "initiative": "Initiatives and funds",
    "condition": "Conditions", "proposal": "Proposals", "attack": "Attacks", "tenure": "Posts", "statement": "Statements",
}  # fmt: skip
#: Whose entries a group is about: the first role of each kind that names somebody.
NOBODY = "nobody named"


@dataclass(frozen=True)
class Section:
    """The entries of one kind by who they are of, and how many there are at each status."""

    title: str
    kind: str
    counts: tuple[tuple[str, int], ...]
    groups: tuple[tuple[str, tuple[Record, ...]], ...]


def write_html(content: Content, to: Path) -> None:
    """One page with all entries, their histories, quotes and sources; it loads nothing, prints well, is light or dark."""
    to.write_text(_render("report.html", content), "utf-8")


def write_markdown(content: Content, to: Path) -> None:
    """The same as a brief in Markdown: each entry with its first quote of every step."""
    to.write_text(re.sub(r"\n{3,}", "\n\n", _render("brief.md", content)), "utf-8")


def _render(template: str, content: Content) -> str:
    numbers = {document["id"]: n for n, document in enumerate(content.documents, 1)}
    cited = {key: [(item, numbers[item.document["id"]]) for item in items] for key, items in content.evidence.items()}
    shown = {entry["id"]: _headline(entry, content) for entry in content.entries}
    return _environment().get_template(template).render(content=content, sections=_sections(content), cited=cited, shown=shown)


@cache
def _environment() -> Environment:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as fault:
        raise DependencyError("no report can be written", "jinja2", "pip install 'promissory[exports]'") from fault
    environment = Environment(
        loader=PackageLoader("promissory.publishing"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        autoescape=lambda name: bool(name and name.endswith(".html")),
    )  # fmt: skip
    environment.filters.update(md=plain_markdown, web=is_address, words=words, in_quotes=in_quotes)
    return environment


def _sections(content: Content) -> list[Section]:
    sections = []
    for kind in (kind for kind in TITLES if kind in KINDS):
        entries = [entry for entry in content.entries if entry["kind"] == kind]
        if entries:
            counted = Counter(entry["status"] for entry in entries)
            counts = tuple((status, counted[status]) for status in STATUSES[kind] if counted[status])
            sections.append(Section(TITLES[kind], kind, counts, _groups(entries, content)))
    return sections


def _groups(entries: list[Record], content: Content) -> tuple[tuple[str, tuple[Record, ...]], ...]:
    """Entries by who is first in them, those with most first and those of nobody last."""
    found: dict[str, list[Record]] = {}
    for entry in entries:
        found.setdefault(_whose(entry, content), []).append(entry)
    ordered = sorted(found.items(), key=lambda group: (group[0] == NOBODY, -len(group[1]), group[0]))
    return tuple((name, tuple(sorted(group, key=lambda e: (e["date"] or "9999", e["id"])))) for name, group in ordered)


def _whose(entry: Record, content: Content) -> str:
    first = ROLES[entry["kind"]][0]
    named = [key for key in entry["parties"].get(first) or () if entry["kind"] != "agreement" or key != "UA"]
    return ", ".join(name_of(content.pack, key) for key in named) or NOBODY


def _headline(entry: Record, content: Content) -> str:
    evidence = content.evidence[entry["id"]]
    return headline(entry, evidence[0].quote if evidence else "", content.pack)


def is_address(source: str | None) -> bool:
    """Whether a source can be linked to; nothing but web addresses is."""
    return bool(source and source.startswith(("http://", "https://")))


def plain_markdown(text: object) -> str:
    """Text that Markdown shows as it stands, on one line."""
    return re.sub(r"([\\`*_\[\]<>|#~])", r"\\\1", " ".join(str(text).split()))
