"""The command that shows one thing in full, with its evidence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import click

from promissory.cli.commands import plain
from promissory.cli.options import existing_ledger, ledger_option
from promissory.cli.printing import amount_words, item_words
from promissory.ledger import Ledger, Row

Record = dict[str, Any]
#: Fields that are shown in a form of their own, or not as a line.
APART = frozenset(
    ("id", "evidence", "grounds", "inferred", "history", "claims", "text", "message", "title_span", "links", "findings", "reviewed")
)


@click.command()
@click.argument("identity", metavar="ID")
@click.option("--format", "format_", type=click.Choice(("table", "json")), default="table", show_default=True, help="json: the record.")
@ledger_option
def show(identity: str, format_: str, ledger_name: str | None) -> None:
    """Show one document, claim, entry or finding in full, evidence quoted with its source and place in the text.

    The beginning of an id will do as long as it is the only one. The JSON of a document has its text.

    \b
    Examples:
      promissory show e_4f1c09
      promissory show d_09ab --format json
    """
    with existing_ledger(ledger_name) as ledger:
        row = ledger.get(identity)
        if format_ == "json":
            click.echo(json.dumps(row.to_record(), ensure_ascii=False, indent=2))
        else:
            for line in _lines(row, _Texts(ledger)):
                click.echo(line)


class _Texts:
    """Documents and claims of a ledger, each fetched once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[str, Record] = {}

    def get(self, identity: str) -> Record:
        if identity not in self._known:
            self._known[identity] = self._ledger.get(identity).to_record()
        return self._known[identity]

    def decisions_on(self, identity: str) -> Iterable[Record]:
        return self._ledger.decisions_on(identity).to_records()

    def claims_of(self, document: Record) -> Iterable[Record]:
        claims = self._ledger.claims(source=document["source"]).to_records()
        return (claim for claim in claims if claim["doc"] == document["id"])


def _lines(row: Row, texts: _Texts) -> Iterator[str]:
    record = row.to_record()
    yield f"{row.noun} {row.id}"
    if "message" in record:
        yield f"  {plain(record['message'])}"
    yield from (f"  {name:<19} {plain(words)}" for name, value in record.items() if name not in APART and (words := _words(name, value)))
    yield from _rulings(row.id, texts)
    yield from {"claim": _claim, "entry": _entry, "document": _document, "finding": _finding}.get(row.noun, _nothing)(record, texts)


def _rulings(identity: str, texts: _Texts) -> Iterator[str]:
    """What reviewers ruled, the last one last."""
    for ruling in texts.decisions_on(identity):
        change = f" {json.dumps(ruling['change'], ensure_ascii=False)}" if ruling["change"] else ""
        why = f": {plain(ruling['reason'])}" if ruling["reason"] else ""
        yield f"  {'ruled':<19} {ruling['action']}{plain(change)} by {plain(ruling['reviewer'])}, {ruling['at'][:19]}, {ruling['id']}{why}"


def _claim(record: Record, texts: _Texts) -> Iterator[str]:
    document = texts.get(record["doc"])
    yield ""
    yield from _evidence(record["evidence"], document)
    if record["grounds"]:
        yield ""
        yield "grounds"
    for slot, ground in record["grounds"].items():
        because = f" (because {plain(ground['because'])})" if "because" in ground else ""
        yield f"  {slot:<19} “{_quoted(ground['quote'])}”, {_place(ground, document)}{because}"
    for slot, because in record["inferred"].items():
        yield f"  {slot:<19} because {plain(because)}"


def _entry(record: Record, texts: _Texts) -> Iterator[str]:
    for step in record["history"]:
        yield ""
        yield f"{step['status']}, on {step['on'] or 'an unknown day'}, reported {step['reported'] or 'on an unknown day'}"
        for claim in map(texts.get, step["claims"]):
            yield f"  claim {claim['id']}"
            yield from _evidence(claim["evidence"], texts.get(claim["doc"]))
    if record["links"] or record["findings"]:
        yield ""
    yield from (f"{link['type']} {link['entry']}" for link in record["links"])
    yield from (f"finding {key}: {plain(texts.get(key)['message'])}" for key in record["findings"])


def _document(record: Record, texts: _Texts) -> Iterator[str]:
    yield ""
    for claim in texts.claims_of(record):
        yield f"  {claim['id']}  {claim['kind']} {claim['status']}, {_place(claim['evidence'][0], record)}"
    yield ""
    yield from (plain(line) for line in record["text"].split("\n"))


def _finding(record: Record, texts: _Texts) -> Iterator[str]:
    documents = [about for about in record["about"] if about.startswith("d_")]
    documents += [texts.get(about)["doc"] for about in record["about"] if about.startswith("c_")]
    for span in record["evidence"]:
        home = next((d for d in map(texts.get, documents) if d["text"][span["start"] : span["end"]] == span["quote"]), None)
        yield from _evidence([span], home) if home else (f"    “{_quoted(span['quote'])}”",)


def _nothing(_record: Record, _texts: _Texts) -> Iterator[str]:
    yield from ()


def _evidence(spans: Iterable[Record], document: Record) -> Iterator[str]:
    for span in spans:
        yield f"    “{_quoted(span['quote'])}”"
        yield f"    {plain(document['source'])}, {_place(span, document)}, {_published(document)}"


def _quoted(quote: str) -> str:
    return plain(" ".join(quote.split()))


def _place(span: Record, document: Record) -> str:
    line = document["text"].count("\n", 0, span["start"]) + 1
    return f"line {line}, characters {span['start']}–{span['end']}"


def _published(document: Record) -> str:
    published = document["published"]
    return f"published {published['value']} ({published['basis']})" if published else "undated"


def _words(name: str, value: Any) -> str:
    """The value of a field in words; nothing for what is not known."""
    if value is None or value == [] or value == {}:
        return ""
    if name == "amount":
        return amount_words(value)
    if name == "items":
        return ", ".join(map(item_words, value))
    if name == "parties":
        return "; ".join(f"{role} {', '.join(ids)}" for role, ids in value.items())
    if name == "published":
        return f"{value['value']} ({value['basis']}{': ' + '; '.join(value['because']) if value['because'] else ''})"
    if isinstance(value, list) and all(isinstance(member, str) for member in value):
        return ", ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
