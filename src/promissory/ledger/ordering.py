"""A join that is made from left to right, so that its rows come in the order of an index of the first table and a page is read at once."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Join
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class InOrder(Join):
    """The first table's rows in their order, each with those of the second. SQLite is told so (CROSS JOIN); PostgreSQL knows itself."""

    inherit_cache = True


@compiles(InOrder, "sqlite")
def _cross(join: InOrder, compiler: SQLCompiler, **options: Any) -> str:
    options["asfrom"] = True
    left, right = compiler.process(join.left, **options), compiler.process(join.right, **options)
    return f"{left} CROSS JOIN {right} ON {compiler.process(join.onclause, from_linter=options.get('from_linter'))}"  # type: ignore[arg-type]


class Beside(FunctionElement[str]):
    """A column that only sorts out rows and is not looked up: SQLite would read the rows of its index again for each of the first table."""

    inherit_cache = True
    name = "beside"

    def __init__(self, column: ColumnElement[str]) -> None:
        super().__init__(column)
        self.type = column.type


@compiles(Beside)
def _plain(element: Beside, compiler: SQLCompiler, **options: Any) -> str:
    return str(compiler.process(element.clauses, **options))


@compiles(Beside, "sqlite")
def _signed(element: Beside, compiler: SQLCompiler, **options: Any) -> str:
    return f"+{compiler.process(element.clauses, **options)}"
