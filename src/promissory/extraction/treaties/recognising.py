"""Is a text an agreement itself? Told by its form: title, preamble, numbered parts, final provisions, signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from promissory.extraction.text.gazetteer import Gazetteer, Mention, gazetteer_of
from promissory.extraction.text.splitting import Block, Stretch, split_blocks, split_sentences
from promissory.extraction.treaties.forms import (
    AGREED,
    ARTICLE,
    BETWEEN,
    FINAL,
    GOING_ON,
    HEREINAFTER,
    MATTER,
    OPEN_END,
    RECITAL,
    RELATION,
    SECTION,
    SELF,
    SIGNATORY,
    TELLING,
    TITLE,
    TOGETHER,
    WE,
)
from promissory.extraction.treaties.signatures import At, Signature, find_dateline, find_named_signature, find_signature
from promissory.model import Document
from promissory.packs import Pack

#: A title is sought among the first blocks of a text, a preamble in the characters that follow it.
FIRST_BLOCKS = 14
PREAMBLE = 6000
LONGEST_TITLE = 320
#: What each mark of the form weighs, and how much makes an agreement.
#: A political declaration, which speaks in the first person and has neither articles nor signatures, is read like other texts.
WEIGHTS = {"title": 2, "preamble": 2, "names": 3, "signature": 2, "final": 1, "articles": 1, "bound": 1}
ENOUGH = 5
TYPES = ("state", "bloc", "organisation")


@dataclass(frozen=True, slots=True)
class Treaty:
    """A text that is an agreement: document offsets of its title and of the words that name its parties, and its sentences."""

    title: At
    parties: tuple[str, ...]
    parties_at: At
    signature: Signature | None
    blocks: tuple[Block, ...]
    stretches: tuple[Stretch, ...]
    mentions: tuple[Mention, ...]
    #: where the preamble ends at the latest
    preamble: At


def recognise(document: Document, pack: Pack) -> Treaty | None:
    """The text as an agreement; None where its form is another's, or where nobody known is bound by it."""
    text = document.text
    head = text[: PREAMBLE + 4000]
    if not (HEREINAFTER.search(head) or AGREED.search(head) or WE.search(head) or FINAL.search(text)):
        return None
    blocks = split_blocks(text)
    gazetteer = gazetteer_of(pack)
    title = _find_title(text, blocks)
    signature = find_signature(text, blocks, gazetteer)
    if not _is_agreement(text, blocks, title, signature):
        return None
    return _read(text, pack, blocks, title, signature)


def _is_agreement(text: str, blocks: Sequence[Block], title: At | None, signature: Signature | None) -> bool:
    start = title[1] if title else 0
    opening = text[start : start + PREAMBLE]
    marks = {
        "title": title is not None,
        "preamble": bool(AGREED.search(opening)),
        "names": bool(HEREINAFTER.search(opening) and TOGETHER.search(text)),
        "signature": signature is not None,
        "final": bool(FINAL.search(text, len(text) // 2)) and len(SELF.findall(text)) > 1,
        "articles": sum(bool(b.bullet or ARTICLE.match(text, b.start, b.end)) for b in blocks) > 2,
        "bound": len(list(islice(TOGETHER.finditer(text), 3))) == 3,
    }
    formal = marks["signature"] or marks["final"] or marks["preamble"] or marks["names"]
    weight = sum(WEIGHTS[mark] for mark, found in marks.items() if found)
    return (marks["title"] or marks["preamble"] or marks["names"]) and formal and weight >= ENOUGH


def _find_title(text: str, blocks: Sequence[Block]) -> At | None:
    """The title, over several lines where it runs on; None where no line has the form of one."""
    for number, block in enumerate(blocks[:FIRST_BLOCKS]):
        end = _end_of_title(text, blocks, number)
        words = text[block.start : end]
        if block.bullet or ARTICLE.match(words) or RECITAL.match(words):
            continue
        if TITLE.match(words) and RELATION.search(words) and not TELLING.search(words) and len(words) < LONGEST_TITLE:
            return block.start, end
    return None


def _end_of_title(text: str, blocks: Sequence[Block], number: int) -> int:
    """A title goes on over headings until a section begins or it is complete."""
    end = blocks[number].end
    for block in blocks[number + 1 : number + 5]:
        words = text[block.start : block.end]
        runs_on = OPEN_END.search(text, max(0, end - 12), end) or GOING_ON.match(words)
        if not block.heading or SECTION.match(words) or not runs_on:
            break
        end = block.end
    return end


def _opening(text: str, blocks: Sequence[Block]) -> At:
    return next(((b.start, b.end) for b in blocks if HEREINAFTER.search(text, b.start, b.end)), (blocks[0].start, blocks[0].end))


def _read(text: str, pack: Pack, blocks: list[Block], title: At | None, signature: Signature | None) -> Treaty | None:
    gazetteer = gazetteer_of(pack)
    head = title or _opening(text, blocks)
    start = title[1] if title else head[0]
    preamble = (start, min(len(text), start + PREAMBLE))
    parties, at = _find_parties(text, pack, gazetteer, blocks, title, preamble)
    if not parties:
        return None
    near = [b for b in blocks if head[0] - 200 <= b.start < head[1] + 400]
    signature = signature or find_named_signature(text, head, gazetteer) or find_dateline(text, [*near, *blocks[-6:]], gazetteer)
    stretches = tuple(split_sentences(text, blocks))
    return Treaty(head, tuple(parties), at, signature, tuple(blocks), stretches, tuple(gazetteer.find(text)), preamble)


def _find_parties(
    text: str, pack: Pack, gazetteer: Gazetteer, blocks: Sequence[Block], title: At | None, preamble: At
) -> tuple[list[str], At]:
    """Those bound, from the first place that names at least two of them: title, preamble, signatures; else all that is named."""
    sources = [_named_in_title(text, pack, gazetteer, title)] if title else []
    sources.append(_named_in_preamble(text, pack, gazetteer, preamble))
    sources.append(_named_by_signatures(text, pack, gazetteer, blocks))
    for parties, at in sources:
        if len(parties) > 1:
            return parties, at
    known = [source for source in sources if source[0]]
    return (list(dict.fromkeys(p for parties, _ in known for p in parties)), known[0][1]) if known else ([], preamble)


def _named_in_title(text: str, pack: Pack, gazetteer: Gazetteer, title: At) -> tuple[list[str], At]:
    """Those named after "between", up to the matter; where nothing is between them, all that the title names ("Polish-Ukrainian")."""
    between = list(BETWEEN.finditer(text, *title))
    if not between:
        return _states(pack, gazetteer.find(text[slice(*title)]), ("actor", "adjective")), title
    start = between[-1].end()
    matter = MATTER.search(text, start, title[1])
    at = (start, matter.start() if matter else title[1])
    return _states(pack, gazetteer.find(text[slice(*at)]), ("actor", "demonym", "metonym")), at


def _named_in_preamble(text: str, pack: Pack, gazetteer: Gazetteer, preamble: At) -> tuple[list[str], At]:
    """Those named before "hereinafter", or after "We, the …"."""
    opening = text[preamble[0] : preamble[1]]
    if we := WE.search("\n" + opening):
        at = (preamble[0] + max(0, we.start() - 1), preamble[0] + we.end() - 1)
        return _states(pack, gazetteer.find(text[at[0] : at[1]])[:12], ("actor",)), at
    found = HEREINAFTER.search(opening)
    if found is None:
        return [], preamble
    paragraph = opening.find("\n\n", found.start())
    last = max(m.start() for m in HEREINAFTER.finditer(opening, 0, paragraph if paragraph > 0 else len(opening)))
    start = opening.rfind("\n\n", 0, found.start()) + 1
    return _states(pack, gazetteer.find(opening[start:last]), ("actor",)), (preamble[0] + start, preamble[0] + last)


def _named_by_signatures(text: str, pack: Pack, gazetteer: Gazetteer, blocks: Sequence[Block]) -> tuple[list[str], At]:
    """ "For Ukraine: …", "For the Government of …:", in the last blocks."""
    hits = [m for b in blocks[-16:] if (m := SIGNATORY.match(text, b.start, b.end))]
    parties = [state for hit in hits for state in _states(pack, gazetteer.find(hit["who"]), ("actor",))]
    return list(dict.fromkeys(parties)), (hits[0].start(), hits[-1].end()) if hits else (0, 0)


def _states(pack: Pack, mentions: Iterable[Mention], types: tuple[str, ...]) -> list[str]:
    """The states, blocs and organisations that mentions name; an organ stands for its state."""
    return list(dict.fromkeys(_stands_for(pack, mentions, types)))


def _stands_for(pack: Pack, mentions: Iterable[Mention], types: tuple[str, ...]) -> Iterator[str]:
    for mention in mentions:
        actor = pack.actor.get(mention.id_of(*types) or "")
        if actor is None:
            continue
        if actor.type == "company" or (actor.type in TYPES and not actor.country):
            yield actor.id
        elif actor.country and actor.country in pack.actor:
            yield actor.country
