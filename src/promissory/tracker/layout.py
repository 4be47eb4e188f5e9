"""The columns of the sheet, and the names under which other versions of it have them."""

from __future__ import annotations

from collections.abc import Mapping

SOURCES = tuple(f"Source of aid {number}" for number in range(1, 5))
#: As the Kiel tracker's main sheet has them; our stage stands apart, since theirs are wider.
COLUMNS = (
    "ID", "Donor", "Announcement date", "Type of aid general", "Type of aid specific", "Explanation", "Source reported currency",
    "Source reported value", "Item", "No. of units", "No. of units delivered", *SOURCES, "Stage",
)  # fmt: skip
#: column → other names of it, as they are compared (see `plain_name`)
OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "ID": ("donation id", "activity id", "identifier", "sub activity id"),
    "Donor": ("country", "countries", "donor country"),
    "Announcement date": ("date", "announcement", "date of announcement", "published"),
    "Type of aid general": ("type", "aid type general", "type of aid", "aid type"),
    "Type of aid specific": ("aid type specific",),
    "Explanation": ("description", "text"),
    "Source reported currency": ("currency", "reporting currency", "original currency"),
    "Source reported value": ("value", "amount", "reported value", "source reported value entry", "total value dummy"),
    "Item": ("items", "item type", "item description"),
    "No. of units": ("units", "number of units", "item numb", "no of units"),
    "No. of units delivered": ("units delivered", "number of units delivered", "item numb deliv", "no of units delivered"),
    "Stage": ("status",),
}
#: "Western partners", "other countries": a donor that is nobody by name.
NAMELESS = "partners"
#: type of aid → the support it is
SUPPORT: Mapping[str, tuple[str, ...]] = {
    "military": ("military", "training", "industrial"), "financial": ("financial",), "humanitarian": ("humanitarian",),
}  # fmt: skip


def plain_name(name: str) -> str:
    """A column's name as names are compared: letters and figures in lower case, single spaces."""
    return " ".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


def column_of(name: str) -> str | None:
    """The column that a heading names; None for one that the layout does not have."""
    return _COLUMN_OF.get(plain_name(name))


_COLUMN_OF = {plain_name(column): column for column in COLUMNS} | {
    plain_name(other): column for column, others in OTHER_NAMES.items() for other in others
}
_COLUMN_OF |= {plain_name(f"source {n}"): column for n, column in enumerate(SOURCES, 1)}
