"""Charts as SVG and PNG: the only home of matplotlib."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from promissory.charting.plotting import Chart
from promissory.errors import DependencyError
from promissory.ledger.days import interval

#: Told apart by those who do not see colours too: a full tone and a light one.
TONES = ("#1f5f99", "#a9c9e6")
INK, DIM, LINE = "#1c2630", "#5a6875", "#d9e0e7"
WIDTH, ROW, EDGES = 8.0, 0.3, 1.6
STYLE: Any = {
    "font.size": 10, "font.family": "sans-serif", "text.color": INK, "axes.edgecolor": LINE, "axes.labelcolor": DIM, "xtick.color": DIM,
    "ytick.color": INK, "axes.grid": True, "grid.color": LINE, "grid.linewidth": 0.6, "axes.axisbelow": True, "svg.fonttype": "none",
    "svg.hashsalt": "promissory",
}  # fmt: skip


def draw(chart: Chart, to: Path, format_: str) -> None:
    """Write a chart as `svg` or `png`; the same chart gives the same picture. DependencyError without matplotlib."""
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as fault:
        raise DependencyError("no picture can be drawn", "matplotlib", "pip install 'promissory[exports]'") from fault
    with matplotlib.rc_context(STYLE):
        high = 4.2 if chart.shape == "steps" else EDGES + ROW * max(3, len(chart.rows))
        figure = Figure(figsize=(WIDTH, high), layout="constrained")
        axes = figure.add_subplot()
        {"bars": _bars, "steps": _steps, "spread": _spread}[chart.shape](axes, chart)
        figure.suptitle(chart.title, x=0.01, ha="left", fontweight="bold")
        if chart.note:
            figure.text(0.01, -0.02, chart.note, ha="left", va="top", fontsize=8, color=DIM)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        options = {"metadata": {"Date": None}} if format_ == "svg" else {"dpi": 160, "metadata": {"Software": None}}
        figure.savefig(to, format=format_, bbox_inches="tight", pad_inches=0.15, **options)


def _bars(axes: Any, chart: Chart) -> None:
    """Bars one behind the other where their sum means something (delivered and open), or else side by side."""
    labels, places = [row.label for row in chart.rows], range(len(chart.rows))
    if stacked(chart):
        left = [0.0] * len(labels)
        for n, name in enumerate(chart.series):
            values = [row.values[n] for row in chart.rows]
            axes.barh(places, values, left=left, height=0.66, color=TONES[n], label=name)
            left = [a + b for a, b in zip(left, values, strict=True)]
    else:
        for n, name in enumerate(chart.series):
            bars = axes.barh([p + 0.38 * n - 0.19 for p in places], [row.values[n] for row in chart.rows], 0.36, color=TONES[n], label=name)
            axes.bar_label(bars, padding=3, fontsize=8, color=DIM, fmt="%g")
    axes.set_yticks(places, labels)
    axes.invert_yaxis()
    axes.grid(axis="y", visible=False)
    axes.tick_params(axis="y", length=0)
    _whole(axes.xaxis)
    axes.set_xlabel(chart.unit)
    axes.legend(frameon=False, loc="lower right", fontsize=9)


def stacked(chart: Chart) -> bool:
    """Whether the series are parts of one number."""
    return chart.name == "promised"


def _steps(axes: Any, chart: Chart) -> None:
    days = [_middle(row.label.split(" ")[0]) for row in chart.rows]
    counts = [row.values[0] for row in chart.rows]
    axes.step(days, counts, where="post", color=TONES[0], linewidth=2)
    axes.plot(days, counts, "o", color=TONES[0], markersize=3.5)
    axes.set_ylabel(chart.unit)
    axes.set_ylim(bottom=0)
    _whole(axes.yaxis)


def _spread(axes: Any, chart: Chart) -> None:
    for place, row in enumerate(chart.rows):
        axes.plot(row.values, [place] * len(row.values), "o", color=TONES[0], alpha=0.55, markersize=6, markeredgewidth=0)
        if len(row.values) > 1:
            axes.plot([median(row.values)] * 2, [place - 0.3, place + 0.3], color=INK, linewidth=2)
    axes.set_yticks(range(len(chart.rows)), [f"{row.label} ({len(row.values)})" for row in chart.rows])
    axes.invert_yaxis()
    axes.tick_params(axis="y", length=0)
    axes.set_xlim(left=-0.02 * max(1, *(row.values[-1] for row in chart.rows)))
    axes.set_xlabel(f"{chart.unit} (the bar is the median)")


def _whole(axis: Any) -> None:
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True))


def _middle(value: str) -> date:
    """The day by which something dated to a month or year stands in a picture."""
    first, last = interval(value) or ("1970-01-01", "1970-01-01")
    return date.fromordinal((date.fromisoformat(first).toordinal() + date.fromisoformat(last).toordinal()) // 2)
