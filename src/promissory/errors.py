"""Every error of Promissory has one root and one JSON shape.

PromissoryError
├── UsageError            wrong use: exit code 2
├── SourceError           a source that cannot be read: exit code 1, the rest goes on
├── PackError             a pack file that breaks its schema
├── GroundingError        a quote that does not stand in its text
├── LedgerError           the ledger cannot be opened, written or trusted
│   └── StatementError    one named SQL statement failed
└── DependencyError       an optional library or model is missing
"""

from __future__ import annotations


class PromissoryError(Exception):
    """What went wrong, where, and the cure; printed as one line.

    `what` is the fault, `where` the file, line, id or statement it concerns, `cure` what the user can do.
    """

    def __init__(self, what: str, where: str = "", cure: str = "") -> None:
        super().__init__(what, where, cure)
        self.what, self.where, self.cure = what, where, cure

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        cure = f" ({self.cure})" if self.cure else ""
        return " ".join(f"{place}{self.what}{cure}".split())

    def to_record(self) -> dict[str, str]:
        """The JSON shape of every error: `error`, `what`, `where`, `cure`."""
        return {"error": type(self).__name__, "what": self.what, "where": self.where, "cure": self.cure}


class UsageError(PromissoryError):
    """The command or call was used wrongly."""


class SourceError(PromissoryError):
    """A source could not be read."""


class PackError(PromissoryError):
    """A pack file breaks its schema."""


class GroundingError(PromissoryError):
    """A quote does not stand in the text it is said to come from."""


class LedgerError(PromissoryError):
    """The ledger cannot be opened, written or trusted."""


class StatementError(LedgerError):
    """A named SQL statement failed."""


class DependencyError(PromissoryError):
    """An optional library or a model is missing."""
