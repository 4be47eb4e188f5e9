"""Page furniture that still stands in a text: asks to subscribe or to read on, labels of players, rows of headlines said twice.

Reading takes out whole lines that are nothing else. What is found here stands beside true words, or is worded in a way that only
a reader of the whole page would know; it stays in the text and is pointed out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from promissory.extraction.text.splitting import Block, split_sentences
from promissory.model import Span

_NETWORK = r"(?:telegram|viber|whatsapp|facebook|instagram|twitter|youtube|tiktok|rss|newsletters?|(?:google )?news feed|podcast)"
_CHANNEL = rf"(?:{_NETWORK}\b|our (?:\w+ )?channels?\b)"
#: Wordings at the opening of a sentence that speak to the visitor of a page and not of the world.
OPENINGS = re.compile(
    r"(?:please |click here to |you can )?(?:"
    r"(?:sign up|subscribe|register)(?: now| here| today| for free)? (?:to|for|with|via)\b(?! the (?:agreement|treaty|deal|convention)\b)"
    r"|(?:sign up|subscribe)(?: now| here| today)?[.!]?$"
    rf"|(?:follow|join|like|find|watch|read) us (?:on|in|at|via)\b|(?:follow|join)\b.{{0,40}}\bon {_CHANNEL}"
    r"|read (?:our|the (?:full|latest|report of)|more (?:about|on|here|from|in)|also|next|the original)\b"
    r"|(?:see|watch) (?:also|more|our|the video|(?:\w+ ){0,2}live (?:on|at|here))\b"
    r"|(?:want|like) more (?:stories|news)\b|(?:support|help) (?:us|our (?:work|journalism|newsroom))\b"
    r"|are you on telegram|do not fall for fakes|don['’]t (?:miss|forget to subscribe)\b|(?:loading )?something is loading\b"
    r"|this article (?:was|is) (?:originally )?(?:published|available) (?:in|on|by|under)\b.{0,40}\blicen[cs]e"
    r"|(?:last )?updated:? \d.{0,40}\bread\b|advertisement\b|thank you for (?:reading|registering|subscribing|signing up)\b"
    r")",
    re.I,
)
#: Wordings that are furniture wherever in a sentence they stand.
ANYWHERE = re.compile(
    r"(?=[abcdefjmsty])(?:"  # what none of them begins with is passed over at once
    r"by (?:clicking|signing up|subscribing|continuing)\b.{0,60}\byou (?:agree|accept|consent)\b"
    rf"|\bsubscribe to (?:our|the|[\w.]+['’]s?)\b.{{0,40}}\b(?:{_NETWORK}|channels?|updates)\b"
    rf"|\b(?:available|find it|first|more|join us|follow us) on (?:our |[\w.]+ )?{_NETWORK}(?: channel)?\b"
    r"|\byou have (?:\w+ ){1,4}(?:free )?articles? (?:left|remaining)\b|\bclick here\b|\ball rights reserved\b"
    r"|\bdelivered (?:right |straight )?to your inbox\b|\bemail address\b.{0,60}\bsign up\b"
    r"|\bthis (?:site|website) uses cookies\b|\bcookie (?:policy|settings)\b|\b(?:enable|disable) javascript\b|\bad ?blocker\b"
    r")",
    re.I,
)
#: "01:11 Rockets hit the port – video": the label of a player.
PLAYER = re.compile(r"\d{1,2}:\d{2}\s.{10,200}\s[–—-]\s(?:video|audio|podcast|gallery|in pictures)$", re.I)
#: A headline of fewer words may be said twice for other reasons ("Background").
FEWEST_WORDS = 5


def standing_furniture(text: str, blocks: list[Block]) -> tuple[Span, ...]:
    """The stretches of a text that belong to the page, in the order of the text."""
    return tuple(sorted({*_worded(text, blocks), *_repeated(text, blocks)}))


def _worded(text: str, blocks: list[Block]) -> Iterator[Span]:
    for stretch in split_sentences(text, blocks):
        words = text[stretch.start : stretch.end]
        if OPENINGS.match(words) or ANYWHERE.search(words) or PLAYER.match(words):
            yield Span.cut(text, stretch.start, stretch.end)


def _repeated(text: str, blocks: list[Block]) -> Iterator[Span]:
    """Headlines of other stories: unended lines after the first, of which two or more are said again word for word."""
    lines = [b for b in blocks[1:] if _is_headline(text[b.start : b.end])]
    said = Counter(text[b.start : b.end] for b in lines)
    if sum(times > 1 for times in said.values()) > 1:
        yield from (Span.cut(text, b.start, b.end) for b in lines if said[text[b.start : b.end]] > 1)


def _is_headline(line: str) -> bool:
    return len(line.split()) >= FEWEST_WORDS and len(line) < 200 and line.rstrip()[-1].isalnum()
