"""Draws docs/demo.svg: what `promissory demo` prints, as a terminal shows it. Run by `make picture`."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

WIDTH = 108
TARGET = Path(__file__).parent / "demo.svg"
PROGRAM = "from promissory.cli import main; main()"
#: rich's picture loads its font from the network; the reader's own will do
FONT_FACE = re.compile(r"@font-face \{\{.*?\}\}", re.S)


def main() -> None:
    """Run the demo in a terminal of fixed width and draw its output; CalledProcessError if it fails."""
    environment = os.environ | {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "PROMISSORY_LEDGER": ""}
    run = subprocess.run([sys.executable, "-c", PROGRAM, "demo"], check=True, capture_output=True, text=True, env=environment)
    TARGET.write_text(draw(f"$ promissory demo\n{run.stdout}"), encoding="utf-8")


def draw(output: str) -> str:
    """The SVG of a terminal's output."""
    from rich._export_format import CONSOLE_SVG_FORMAT

    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(output.rstrip()), soft_wrap=False)
    template = FONT_FACE.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono")
    drawn = console.export_svg(title="promissory demo", theme=DIMMED_MONOKAI, code_format=template, unique_id="demo")
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"


if __name__ == "__main__":
    main()
