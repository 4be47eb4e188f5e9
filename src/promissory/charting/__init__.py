"""Charts of the ledger: what they show (`CHARTS`), and pictures of them."""

from promissory.charting.drawing import draw
from promissory.charting.plotting import CHARTS, Chart, Row, plot

__all__ = ["CHARTS", "Chart", "Row", "draw", "plot"]
