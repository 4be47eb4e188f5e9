"""Verbs that many rules ask for, each listed once: of handing over, of naming to a post."""

from __future__ import annotations

#: By which something goes to somebody else.
HANDING = frozenset("provide deliver give send supply donate transfer hand ship lend grant".split())
#: By which somebody is given a post.
NAMING = frozenset("appoint reappoint elect name nominate install instal promote confirm choose pick select tap designate".split())
