"""Labels of documents that stand beside the repository, kept without a word of theirs.

    python -m training.labels unpack CORPUS OUT         gold.jsonl, docs.jsonl and texts/ of all labels, as `promissory evaluate` and
                                                        `train.py` read them; CORPUS is the folder with the documents
    python -m training.labels pack GOLD DOCS FILE CORPUS_FILE
                                                        the way back: labels in the usual form → offsets only

A label file holds one document a line: `doc`, `corpus` (the file it stands in), `digest` of its text, `published`, and `claims`
whose evidence is `[start, end)` in the text with its headline before it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

LABELS = Path(__file__).with_name("labels")
Record = dict[str, Any]


def text_of(document: Record) -> str:
    """The text that offsets count in: the headline, unless the text opens with it, and the text."""
    title, text = document.get("title") or "", str(document["text"])
    return text if not title or text.lstrip().startswith(title) else f"{title}\n\n{text}"


def packed(gold: Record, document: Record, corpus: str) -> Record:
    """A labelled document with offsets in place of quotes."""
    text = text_of(document)
    claims = [claim | {"evidence": [_located(text, span) for span in claim["evidence"]]} for claim in gold["claims"]]
    return {"doc": gold["doc"], "corpus": corpus, "digest": _digest(text), "published": gold["published"], "claims": claims}


def unpacked(label: Record, document: Record) -> tuple[Record, Record]:
    """The labelled document and its input record; ValueError where the text is not the one that was labelled."""
    text = text_of(document)
    if _digest(text) != label["digest"]:
        raise ValueError(f"{label['doc']}: the text in {label['corpus']} is not the one that was labelled")
    claims = [claim | {"evidence": [{"quote": text[a:b]} for a, b in claim["evidence"]]} for claim in label["claims"]]
    return {"doc": label["doc"], "published": label["published"], "findings": [], "claims": claims}, document | {"id": label["doc"]}


def unpack(corpus: Path, out: Path) -> tuple[Path, Path, Path]:
    """Writes `gold.jsonl`, `docs.jsonl` and `texts/` of all labels into a folder, and names the three."""
    gold, docs, texts = out / "gold.jsonl", out / "docs.jsonl", out / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    pairs = [unpacked(label, document) for label, document in _beside(corpus)]
    _write(gold, (label for label, _ in pairs))
    _write(docs, (document for _, document in pairs))
    for label, document in pairs:
        (texts / label["doc"]).write_text(text_of(document), encoding="utf-8")
    return gold, docs, texts


def _beside(corpus: Path) -> Iterator[tuple[Record, Record]]:
    """Each label with the document it is of."""
    labels = [label for path in sorted(LABELS.glob("*.jsonl")) for label in _read(path)]
    files = {name: {f"{d['id']}.txt": d for d in _read(corpus / name)} for name in sorted({label["corpus"] for label in labels})}
    return ((label, files[label["corpus"]][label["doc"]]) for label in labels)


def _located(text: str, span: Record) -> tuple[int, int]:
    start = span.get("start", -1)
    if text[start : start + len(span["quote"])] != span["quote"]:
        start = text.index(span["quote"])
    return start, start + len(span["quote"])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _read(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _write(path: Path, records: Iterable[Record]) -> None:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=("pack", "unpack"))
    parser.add_argument("paths", nargs="+", type=Path)
    options = parser.parse_args()
    if options.verb == "unpack":
        corpus, out = options.paths
        print(*unpack(corpus, out), sep="\n")
    else:
        gold, docs, file, corpus_file = options.paths
        documents = {d["id"]: d for d in _read(docs)}
        _write(file, (packed(label, documents[label["doc"]], corpus_file.name) for label in _read(gold)))


if __name__ == "__main__":
    main()
