"""Quotation marks: the stretches of a text that stand between them, across sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promissory.extraction.lexicon.punctuation import ENDS, PAIRS
from promissory.extraction.text.splitting import Block

OPENING = re.compile(r"(?<![\w])[“«„\"‘'](?=[^\s])|(?:(?<=\s)|^)”(?=\w)|(?<![\w.,!?…])»(?=\w)")
#: The marks of other languages, where they open and where they close.
FOREIGN = "„«»“"
FOREIGN_OPENING = re.compile(r"„|(?<![\w.,!?…])[«»](?=\w)")
FOREIGN_CLOSING = re.compile(r"[«»]|(?<=[\w.,!?…])“(?!\w)")
SINGLE = "'‘"
PARTICLES = frozenset("of the and for in on to a an de la".split())
#: A single mark that closes stands after a stop or before a space, a stop or the end.
AFTER = re.compile(r"[\s,.;:!?)\]—–…”\"-]|$")
#: "- We shall see - said the minister": dashes in place of marks, as in texts translated from Slavic languages.
SAYS = (
    r"(?:sa(?:id|ys)|add(?:ed|s)|t(?:old|ells)|w(?:rote|rites)|announc(?:ed|es)|emphasi[sz](?:ed|es)|stress(?:ed|es)|continu(?:ed|es)|"
    r"not(?:ed|es)|explain(?:ed|s)|conclud(?:ed|es)|ask(?:ed|s)|repli(?:ed|es)|stat(?:ed|es)|assess(?:ed|es)|warn(?:ed|s)|comment(?:ed|s)|"
    r"argu(?:ed|es)|claim(?:ed|s)|remind(?:ed|s)|point(?:ed|s)|declar(?:ed|es)|admit(?:ted|s)|assur(?:ed|es)|appeal(?:ed|s)|"
    r"sum(?:med|s) up|believ(?:ed|es)|thinks?|thought|report(?:ed|s)|recall(?:ed|s)|indicat(?:ed|es)|underlin(?:ed|es)|answer(?:ed|s)|"
    r"evaluat(?:ed|es)|confirm(?:ed|s)|reveal(?:ed|s)|suggest(?:ed|s)|predict(?:ed|s)|maintain(?:ed|s)|reads?|tweet(?:ed|s)|post(?:ed|s))"
)
SAID = r"(?P<said>[A-Z“\"][^\n]*?)(?:\s[-–—]\s|,?\s?[\"”]\s?(?=he |she |[A-Z]))(?=(?:[\w’'-]+ ){0,9}?" + SAYS + r"\b)"
DASHED = re.compile(r"(?:^|(?<=[.!?…”\"]))\s*[-–—] ?" + SAID, re.MULTILINE)
#: The same in a block whose opening dash was taken for that of a list.
LISTED = re.compile(SAID)
#: The same where a comma closes what is said at the end of the paragraph: "– We shall see, the minister said."
COMMA = re.compile(r"(?P<said>[A-Z“\"][^\n]*?),\s(?=[A-Z][\w’'.-]*(?: [\w’'.-]+){0,6} " + SAYS + r"\.?$|" + SAYS + r" [^.,]{3,60}\.?$)")
#: What a dash opens in the middle of a paragraph and its end closes.
REST = re.compile(r"[.!?…] [-–—] (?P<said>[A-Z][^\n]*[.!?…])$")
DASHES = "-–—"
#: A paragraph that leads to the next one with a verb of saying and a colon.
LEADS = re.compile(r"\b(?:said|says|wrote|writes|tweeted|posted|added|told [^.:]{3,40}|replied|continued)\b[^.!?:\n]{0,60}:\s*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words at `[start, end)` of the text, marks included; `open` if the closing mark is missing (it runs on)."""

    start: int
    end: int
    open: bool = False


def with_english_marks(line: str) -> str:
    """A line in which the marks of other languages are curly ones, letter for letter of the same length: the parser knows no others."""
    return FOREIGN_CLOSING.sub("”", FOREIGN_OPENING.sub("“", line)) if any(mark in line for mark in FOREIGN) else line


def find_quotations(text: str, blocks: list[Block]) -> tuple[Quotation, ...]:
    """The quotations of each block, in order; a block that opens a quotation and does not close it is quoted to its end."""
    found: list[Quotation] = []
    for number, block in enumerate(blocks):
        running = bool(found) and found[-1].open
        here = _in_block(text, block, running)
        if not here and number and LEADS.search(text, blocks[number - 1].start, blocks[number - 1].end) and _is_spoken(text, block):
            here = [Quotation(block.start, block.end)]
        found += here
    return tuple(sorted([*found, *_after_dashes(text, blocks, found)], key=lambda q: q.start))


def _is_spoken(text: str, block: Block) -> bool:
    """Whether a paragraph reads like sentences."""
    return not block.heading and not block.bullet and text[block.start : block.end].rstrip()[-1:] in ENDS


def _after_dashes(text: str, blocks: list[Block], found: list[Quotation]) -> Iterator[Quotation]:
    """In a text that opens speech with dashes: the paragraphs, or their rests, that a dash opens and no verb of saying closes."""
    opened = [b for b in blocks if text[: b.start].rstrip(" ")[-1:] in DASHES and b.bullet]
    if not any(q.start == b.start for q in found for b in opened):
        return
    for number, block in enumerate(blocks):
        beside = [b for b in blocks[max(0, number - 1) : number + 2] if b is not block and b.bullet]
        inside = [q for q in found if q.start < block.end and block.start < q.end]
        rest = REST.search(text, block.start, block.end)
        if block in opened and not beside and not inside and _is_spoken(text, Block(block.start, block.end)):
            yield Quotation(block.start, block.end)
        elif rest and not any(q.end > rest.start("said") for q in inside):
            yield Quotation(*rest.span("said"))


def _in_block(text: str, block: Block, running: bool) -> list[Quotation]:
    """The quotations of a block; `running` if the block before left one open, which this one may close without opening it again."""
    found = list(_marked(text, block.start, block.end, running))
    found += [d for d in _dashed(text, block.start, block.end, block.bullet) if not any(q.start < d.end and d.start < q.end for q in found)]
    return sorted(found, key=lambda q: q.start)


def _marked(text: str, start: int, end: int, running: bool) -> Iterator[Quotation]:
    at = start
    if running and (closed := _closes(text, start, end)):
        yield Quotation(start, closed)
        at = closed
    while match := OPENING.search(text, at, end):
        mark = match[0]
        close = _closing(text, match.end(), end, mark)
        if close is None and (mark in SINGLE or mark == "”"):
            at = match.end()
            continue
        if close is None and mark == "“":
            close = _closing(text, match.end(), end, '"')
        if close is None or not _is_name(text, start, match.start(), close):
            yield Quotation(match.start(), close or end, open=close is None)
        at = close or end


def _is_name(text: str, block: int, start: int, end: int) -> bool:
    """Whether marks set off a name ("Satan 2", "The Daily Star") that runs on into the sentence around it."""
    words = text[start + 1 : end - 1].split()
    if len(words) > 5 or not all(w[0].isupper() or w[0].isdigit() or w.lower() in PARTICLES for w in words):
        return False
    before = text[max(block, start - 3) : start].rstrip()
    stopped = text[end - 2] in ",.!?…"
    return before[-1:].isalnum() or (len(words) > 1 and not stopped and text[end : end + 1] == " " and before[-1:] not in (":", ","))


def _closes(text: str, start: int, end: int) -> int | None:
    """The offset after a curly closing mark that stands before any opening one."""
    close = text.find("”", start, end)
    opening = text.find("“", start, end)
    return close + 1 if close > start and (opening < 0 or close < opening) else None


def _closing(text: str, start: int, end: int, mark: str) -> int | None:
    """The offset after the closing mark; an apostrophe inside a word closes nothing."""
    for at in range(start, end):
        if text[at] in PAIRS[mark] and _is_closing(text, at, end, mark):
            return at + 1
    return None


def _is_closing(text: str, at: int, end: int, mark: str) -> bool:
    if mark not in SINGLE:
        return True
    return not text[at - 1].isspace() and AFTER.match(text, at + 1, end) is not None


def _dashed(text: str, start: int, end: int, bullet: bool) -> Iterator[Quotation]:
    dashed = bullet and text[:start].rstrip(" ")[-1:] in DASHES  # "• Russia struck, the minister said" is a list, not speech
    first = (LISTED.match(text, start, end) or COMMA.match(text, start, end)) if dashed else None
    if first:
        yield Quotation(*first.span("said"))
    for match in DASHED.finditer(text, first.end() if first else start, end):
        yield Quotation(*match.span("said"))
