"""The labelled texts as the trainings see them: scenes with their drafts, and what the labels say of each sentence and draft."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from promissory.evaluation import GoldDocument, is_unread, load_gold, mark, told_in
from promissory.extraction.claims.assembling import build_claim, distinct
from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft, Scene
from promissory.model import Document
from promissory.packs import load_pack
from promissory.reading import read

#: Articles of the project's own of which each sentence is labelled by itself.
SENTENCES = Path(__file__).with_name("sentences")

Pair = tuple[Path, Path]
Kinds = frozenset[str]


@dataclass(frozen=True)
class Text:
    """A labelled text, read: `told` and `open` hold for each sentence the kinds of its claims and of those that readers may differ on.

    `whole` says whether its claims are labelled, parties and all, or its sentences only.
    """

    name: str
    scene: Scene
    drafts: list[Draft]
    marks: list[str]
    told: list[Kinds]
    open: list[Kinds]
    labels: list[str]
    whole: bool


def gather(pairs: list[Pair], whole: list[Path]) -> Iterator[Text]:
    """The labelled documents but those of the unread third, except of a gold that is `whole`; then the articles of labelled sentences."""
    for gold_path, docs in pairs:
        gold = {g.name: g for g in load_gold(gold_path) if gold_path in whole or not is_unread(g.name)}
        for document in read(str(docs)):
            if (name := _name(document)) in gold:
                yield _of_claims(gold[name], document)
    for path in sorted(SENTENCES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            yield _of_sentences(article["id"], [(text, frozenset(told), frozenset(may)) for text, told, may in article["sentences"]])


def _name(document: Document) -> str:
    """The file name by which the labels know a document."""
    return document.source.replace("#", "/").rsplit("/", 1)[-1]


def _of_claims(gold: GoldDocument, document: Document) -> Text:
    scene = set_scene(document, load_pack())
    drafts = distinct(list(find_drafts(scene)))
    claims = told_in(gold, [(s.start, s.end) for s in scene.sentences], document.text)
    told = [frozenset(c.kind for c in here if not c.optional) for here in claims]
    may = [frozenset(c.kind for c in here if c.optional) - known for here, known in zip(claims, told, strict=True)]
    labels = [claim.kind for claim in gold.claims if not claim.optional]
    return Text(gold.name, scene, drafts, _marks(gold, scene, drafts), told, may, labels, whole=True)


def _marks(gold: GoldDocument, scene: Scene, drafts: list[Draft]) -> list[str]:
    """What each draft is against the labels, those of a kind and sentence being paired with them together."""
    records = [build_claim(scene, draft, 0.5).to_record() for draft in drafts]
    groups: dict[tuple[str, tuple[int, int]], list[int]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        groups[draft.kind, draft.evidence[0]].append(n)
    marks = [""] * len(drafts)
    for members in groups.values():
        for n, said in zip(members, mark(gold, [records[n] for n in members], scene.document.text), strict=True):
            marks[n] = said
    return marks


def _of_sentences(name: str, labelled: list[tuple[str, Kinds, Kinds]]) -> Text:
    """An article of which the sentences are labelled, each a paragraph of its own; its drafts are claims where the kind is right."""
    text, spans = "", []
    for sentence, told, may in labelled:
        spans.append((len(text), len(text) + len(sentence), told, may))
        text += sentence + "\n\n"
    scene = set_scene(Document(text=text, source=name), load_pack())
    drafts = distinct(list(find_drafts(scene)))
    here = [[(t, m) for a, b, t, m in spans if a < s.end and s.start < b] for s in scene.sentences]
    told_here = [frozenset().union(*(t for t, _ in of)) for of in here]
    may_here = [frozenset().union(*(m for _, m in of)) - known for of, known in zip(here, told_here, strict=True)]
    marks = []
    for draft in drafts:
        at = [n for n, s in enumerate(scene.sentences) if any(a < s.end and s.start < b for a, b in draft.evidence)]
        told, may = (any(draft.kind in kinds[n] for n in at) for kinds in (told_here, may_here))
        marks.append("found" if told else "optional" if may else "extra")
    return Text(name, scene, drafts, marks, told_here, may_here, [kind for _, told, _ in labelled for kind in told], whole=False)
