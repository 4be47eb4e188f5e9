"""The country that an outlet writes for: whose government a national paper calls "the government"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from promissory.extraction.names.authoring import PARLIAMENT
from promissory.extraction.scene import SIDES
from promissory.extraction.text.gazetteer import Mention
from promissory.model import Document
from promissory.packs import Pack

#: Agencies whose reports are written for readers everywhere, and the countries whose press is.
EVERYWHERE = frozenset("reuters ap afp dpa efe xinhua upi bloomberg dow-jones anadolu".split())
AMERICA = "US"
#: What other countries call chambers of theirs as well.
CHAMBERS = ("US-House-of-Representatives", "US-Senate")
WORLDLY = frozenset(("GB", "US", *SIDES))


def land_of(document: Document, pack: Pack, mentions: Iterable[Mention]) -> str | None:
    """The country of the outlet, where the text names that country too; none where the outlet tells of all the world, or of the war."""
    outlet = pack.source_of(document.publisher, document.url)
    if outlet is None or outlet.id in EVERYWHERE or outlet.country is None or outlet.country in WORLDLY:
        return None
    named = any(outlet.country in m.ids_of("actor", "adjective", "metonym", "demonym") for m in mentions)
    return outlet.country if named and outlet.country in pack.actor else None


def state_in_title(pack: Pack, title: Iterable[Mention]) -> str | None:
    """The one state besides the two at war that a headline names ("Sweden presents its largest package to Ukraine")."""
    named = {i for m in title for i in m.ids_of("actor", "adjective", "metonym", "demonym") if i in pack.actor}
    states = {i for i in named if pack.actor[i].type == "state" and i not in SIDES}
    return states.pop() if len(states) == 1 else None


def at_home(pack: Pack, state: str | None, mentions: Iterable[Mention]) -> dict[str, str]:
    """The chambers called after America's in a country whose texts never name America, and what each is there."""
    if state is None or state == AMERICA or any(AMERICA in m.ids_of("actor", "adjective", "metonym", "demonym") for m in mentions):
        return {}
    return dict.fromkeys(CHAMBERS, house_of(pack, state) or state)


def renamed(mentions: tuple[Mention, ...], names: Mapping[str, str]) -> tuple[Mention, ...]:
    """The mentions, with some actors taken for others."""
    if not names:
        return mentions
    return tuple(replace(m, names=tuple(replace(n, id=names.get(n.id, n.id)) for n in m.names)) for m in mentions)


def house_of(pack: Pack, land: str | None) -> str | None:
    """The parliament of a country, where the pack has one of it and no houses beside it."""
    own = [a for a in pack.actors if a.type == "body" and a.country == land]
    houses = [a.id for a in own if PARLIAMENT.search(f"{a.name} {' '.join(a.names)}")]
    return houses[0] if land and len(houses) == 1 else None
