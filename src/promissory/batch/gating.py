"""The gate of a crawl: ninety-nine pages of a hundred are passed over before they are cleaned, each for a reason that is counted.

Four looks, each dearer than the one before: the words between the tags, without a tree (is there a name of the domain at all, and may it
be English); the main text of a page as a parser finds it (is the name in the story, is it more than in passing, is it English).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from promissory.extraction import skimmer_of
from promissory.packs import Pack
from promissory.reading import is_english, is_page, main_words, may_be_english, running_words

NOTHING, BESIDE, PASSING = "names nothing of the domain, or next to nothing", "only beside the text", "only in passing"
LANGUAGE, HOST = "another language", "another host"


@dataclass(frozen=True, slots=True)
class Rules:
    """Whether pages of web archives are `gated` at all; the `hosts` whose pages are wanted (all, if none is named; a host stands for those
    under it); and for audit: of the pages that are dropped one in so many is named, chosen by its address alone (0: none)."""

    gated: bool = True
    hosts: frozenset[str] = frozenset()
    one_in: int = 1000

    def to_record(self) -> dict[str, object]:
        """What a shard's manifest says of them."""
        return {"gated": self.gated, "hosts": sorted(self.hosts), "audited": self.one_in}


@dataclass
class Gate:
    """Decides on raw pages; `dropped` counts by reason, `audit` holds a sample of what was dropped: address and reason."""

    pack: Pack
    rules: Rules = Rules()
    seen: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    audit: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, raw: bytes, address: str) -> bool:
        """Whether a page is worth reading; `address` is `FILE#ADDRESS`."""
        self.seen += 1
        reason = HOST if self.rules.hosts and not self._is_of_hosts(address) else self._reason(raw)
        if reason is None:
            return True
        self.dropped[reason] += 1
        if self.rules.one_in and int.from_bytes(hashlib.sha256(address.encode()).digest()[:4]) % self.rules.one_in == 0:
            self.audit.append((address, reason))
        return False

    def _is_of_hosts(self, address: str) -> bool:
        host = urlsplit(address.partition("#")[2]).hostname or ""
        labels = host.split(".")
        return any(".".join(labels[at:]) in self.rules.hosts for at in range(len(labels)))

    def _reason(self, raw: bytes) -> str | None:
        if b"\0" in raw[:400]:
            return None  # not one byte a letter, or no text at all: the reader tells
        words = running_words(raw) if is_page(raw) else raw
        if not skimmer_of(self.pack).skim(words).may_be_beside(words.count(b". ")):
            return NOTHING
        return self._reason_of_story(raw) if may_be_english(words) else LANGUAGE

    def _reason_of_story(self, raw: bytes) -> str | None:
        words = main_words(raw)
        found, sentences = skimmer_of(self.pack).skim(words.encode("utf-8", "replace")), words.count(". ") + words.count("\n")
        if not found.domain:
            return BESIDE
        if not found.may_be_about(sentences):
            return PASSING
        return None if is_english(words) else LANGUAGE
