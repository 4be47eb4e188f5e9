"""The documents behind the entries as BibTeX and CSL JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from promissory.ledger.days import interval
from promissory.publishing.gathering import Content, Record

SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def write_bibtex(content: Content, to: Path) -> None:
    """An `@online` for each document, in the order of their dates (BibLaTeX; BibTeX reads `year` and `howpublished`)."""
    to.write_text("\n".join(_bibtex(document) for document in content.documents), "utf-8")


def write_csl(content: Content, to: Path) -> None:
    """A list of CSL items, for citation managers."""
    to.write_text(json.dumps([_csl(document) for document in content.documents], ensure_ascii=False, indent=1) + "\n", "utf-8")


def _bibtex(document: Record) -> str:
    day = (document["published"] or {}).get("value")
    fields = {
        "title": document["title"] or document["source"],
        "author": " and ".join(f"{{{escaped(name)}}}" for name in document["authors"]),
        "organization": document["publisher"],
        "date": day,
        "year": day[:4] if day else None,
        "url": document["url"],
        "note": f"{document['source']}, {document['id']}" + (_because(document)),
    }
    lines = [f"  {name} = {{{value if name in ('author', 'url') else escaped(value)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{document['id']},", *lines, "}", ""])


def _because(document: Record) -> str:
    dated = document["published"]
    return f"; date inferred: {'; '.join(dated['because'])}" if dated and dated["basis"] == "inferred" else ""


def escaped(text: str) -> str:
    """Text as TeX prints it."""
    return re.sub(r"[\\{}&%$#_~^]", lambda found: SPECIAL[found[0]], " ".join(text.split()))


def _csl(document: Record) -> dict[str, Any]:
    item: dict[str, Any] = {"id": document["id"], "type": "webpage" if document["url"] else "document"}
    item["title"] = document["title"] or document["source"]
    if document["authors"]:
        item["author"] = [{"literal": name} for name in document["authors"]]
    for field, name in (("container-title", "publisher"), ("URL", "url"), ("language", "language")):
        if document[name]:
            item[field] = document[name]
    if issued := _issued(document):
        item["issued"] = issued
    return item | {"note": f"{document['source']}{_because(document)}"}


def _issued(document: Record) -> dict[str, Any] | None:
    """The date as parts: one of the precision that it has, two for an interval."""
    value = (document["published"] or {}).get("value")
    if not interval(value):
        return None
    return {"date-parts": [[int(part) for part in day.split("-")] for day in dict.fromkeys(str(value).split("/"))]}
