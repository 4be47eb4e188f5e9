"""A join that is made from left to right, so that its rows come in the order of an index of the first table and a page is read at once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Join
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler


class InOrder(Join):
    """The first table's rows in their order, each with those of the second. SQLite is told so (CROSS JOIN); PostgreSQL knows itself."""

    inherit_cache = True


@compiles(InOrder, "sqlite")
def _cross(join: InOrder, compiler: SQLCompiler, **options: Any) -> str:
    options["asfrom"] = True
    left, right = compiler.process(join.left, **options), compiler.process(join.right, **options)
    return f"{left} CROSS JOIN {right} ON {compiler.process(join.onclause, from_linter=options.get('from_linter'))}"  # type: ignore[arg-type]
