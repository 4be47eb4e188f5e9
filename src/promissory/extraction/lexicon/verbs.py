"""Verbs that many rules ask for, each listed once: of handing over, of naming to a post, of telling."""

from __future__ import annotations

#: By which something goes to somebody else.
HANDING = frozenset("provide deliver give send supply donate transfer hand ship lend grant".split())
#: By which somebody is given a post.
NAMING = frozenset("appoint reappoint elect name nominate install instal promote confirm choose pick select tap designate".split())
#: By which somebody tells what is so.
TELLING = frozenset(
    "say note stress emphasise emphasize underline underscore point add state argue explain tell inform recall reiterate reaffirm "
    "affirm announce declare insist warn acknowledge admit claim believe confirm remark observe highlight assure mention maintain".split()
)
#: Forms of such verbs by which a sentence says who tells it, before or behind it.
SAID = frozenset(
    "said says announced announces added adds wrote writes noted notes warned warns stated states "
    "explained explains declared argued insisted stressed".split()
)
