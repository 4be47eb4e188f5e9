"""Who publishes: outlets with their names and web addresses, and the outlet behind a publisher's name or an address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from promissory.errors import PackError

OWNERS = ("public", "private", "state", "party", "agency", "government", "ngo", "unknown")
LETTERS = ("A", "B", "C", "D", "E", "F")
UNJUDGED = "F"
DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.I)


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet: news agency, paper, broadcaster, government, think tank.

    `names` are other names it publishes under, `domains` the ends of its web addresses; `country` an actor's id; `owner` one of
    OWNERS (an `agency` belongs to the media it serves); `reliability` the letter A–F of the Admiralty code, F for "cannot be
    judged"; `agency` marks a news agency, whose reports others print.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    owner: str = "unknown"
    reliability: str = UNJUDGED
    agency: bool = False


class Outlets:
    """Sources by their names and domains; PackError if two share one."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._names: dict[str, Source] = {}
        self._domains: dict[str, Source] = {}
        for source in sources:
            for name in (source.name, *source.names):
                _enter(self._names, name_key(name), source, "name")
            for domain in source.domains:
                _enter(self._domains, domain.lower(), source, "domain")

    def of(self, publisher: str | None, url: str | None) -> Source | None:
        """The outlet of a document; None if neither its publisher nor its address is known.

        Where the two name different outlets it is the site's, whose page it is; a report of an agency is the agency's wherever
        it is printed.
        """
        named, sited = self._named(publisher), self._sited(host_of(url))
        if named and (named.agency or not sited):
            return named
        return sited

    def _named(self, publisher: str | None) -> Source | None:
        if not publisher:
            return None
        return self._names.get(name_key(publisher)) or (self._sited(publisher.lower()) if DOMAIN.fullmatch(publisher) else None)

    def _sited(self, host: str) -> Source | None:
        """The outlet of the longest known end of a host name."""
        parts = host.split(".")
        return next((found for n in range(len(parts)) if (found := self._domains.get(".".join(parts[n:])))), None)


def name_key(name: str) -> str:
    """What spellings of one name have in common: letters and digits, no case, no article before."""
    return re.sub(r"^the (?=.)", "", " ".join(re.findall(r"\w+", name.casefold())))


def host_of(url: str | None) -> str:
    """The host of a web address in lower case; empty if it has none."""
    try:
        return (urlsplit(url).hostname or "") if url else ""
    except ValueError:
        return ""


def _enter(known: dict[str, Source], key: str, source: Source, what: str) -> None:
    if (other := known.setdefault(key, source)).id != source.id:
        raise PackError(f"the {what} {key!r} is that of {other.id} and of {source.id}", "sources", "leave it with one of them")
