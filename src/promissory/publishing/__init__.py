"""The ledger in other people's formats: one module a format, all fed from the same content."""

from promissory.publishing.gathering import Content, Evidence, Table, gather
from promissory.publishing.tracking import publish_sheet
from promissory.publishing.writing import FORMATS, publish

__all__ = ["FORMATS", "Content", "Evidence", "Table", "gather", "publish", "publish_sheet"]
