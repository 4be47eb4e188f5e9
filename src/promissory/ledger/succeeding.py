"""Where an id leads that an entry once had: to the entry that now holds the claim it was named by."""

from __future__ import annotations

from sqlalchemy import Connection

from promissory.ledger import statements
from promissory.ledger.rows import decode


def current_entry(connection: Connection, key: str) -> str:
    """The id of the entry that an id, whole and given once, stands for now; the same id if nothing of that entry is left.

    An entry's claims stand in the order of report, the founding one first. Where that was read anew, the next one speaks for it.
    """
    if statements.run(connection, "entries.is_current", id=key).first() is not None:
        return key
    last = statements.run(connection, "entries.told", id=key).scalar_one()
    for claim in decode(last)["claims"]:
        if (heir := statements.run(connection, "entries.holding", claim=claim).scalar()) is not None:
            return str(heir)
    return key
