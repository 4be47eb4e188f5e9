"""The main sheet of an aid tracker: read from a file, made from a ledger, and lined up with one."""

from promissory.tracker.activities import Activity, activities_of, passes
from promissory.tracker.comparing import Comparison, Pairing, compare
from promissory.tracker.layout import COLUMNS
from promissory.tracker.sheets import read_sheet
from promissory.tracker.writing import sheet_of

__all__ = ["COLUMNS", "Activity", "Comparison", "Pairing", "activities_of", "compare", "passes", "read_sheet", "sheet_of"]
