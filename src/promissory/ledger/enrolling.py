"""Reviewers who may rule over the web: a name, and the hash of a token that only they have.

The table is append-only as all are: a name's last row counts, and one without a token says that the reviewer has left. It stays
with its ledger: neither exports nor imports carry it.
"""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy import Connection, Engine

from promissory.errors import UsageError
from promissory.ledger import statements
from promissory.ledger.opening import now, reading, writing

PREFIX = "prm_"
NAME_LENGTH = 80


def enrol(engine: Engine, name: str) -> str:
    """A new token for a reviewer, the only time it is seen; an older one of the same name no longer counts."""
    name = _checked(name)
    token = PREFIX + secrets.token_urlsafe(32)
    _append(engine, name, hash_of(token))
    return token


def dismiss(engine: Engine, name: str) -> None:
    """End a reviewer's token; UsageError for one who has none."""
    if name not in enrolled(engine):
        raise UsageError("no such reviewer", name, "promissory user list names them")
    _append(engine, name, "")


def enrolled(engine: Engine) -> dict[str, str]:
    """Reviewer → since when, of those whose token counts."""
    with reading(engine) as connection:
        return {name: at for name, token, at in _last(connection) if token}


def reviewer_of(engine: Engine, token: str) -> str | None:
    """Whose token this is; None if it is nobody's."""
    wanted = hash_of(token)
    with reading(engine) as connection:
        return next((name for name, known, _ in _last(connection) if known and secrets.compare_digest(known, wanted)), None)


def hash_of(token: str) -> str:
    """What is stored of a token. It is random and long, so that a plain hash cannot be tried out."""
    return hashlib.sha256(token.encode()).hexdigest()


def _append(engine: Engine, name: str, token: str) -> None:
    with writing(engine) as connection:
        seq = int(statements.run(connection, "reviewers.newest").scalar_one()) + 1
        statements.append(connection, "reviewers", [{"seq": seq, "name": name, "token": token, "at": now()}])


def _last(connection: Connection) -> list[tuple[str, str, str]]:
    rows = {name: (name, token, at) for name, token, at in statements.run(connection, "reviewers.all")}
    return list(rows.values())


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > NAME_LENGTH or not name.isprintable():
        raise UsageError("is no name", name[:NAME_LENGTH], f"give 1 to {NAME_LENGTH} printable characters")
    return name
