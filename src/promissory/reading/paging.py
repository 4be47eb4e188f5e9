"""Keeps the program that reads PDF pages, and ends it when a file makes it loop."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from promissory.errors import SourceError
from promissory.reading.context import Limits, Line

PROGRAM = Path(__file__).with_name("pages.py")
AS_TEXT = "save it as plain text"
#: What the library says of a file → what the user is told, and the cure.
FAULTS = {
    "missing": ("PDF files need the library pypdfium2", "pip install 'promissory[formats]'"),
    "password": ("a PDF file locked with a password", "save it without a password"),
    "memory": ("a PDF file that needs too much memory", AS_TEXT),
}


class PageReader:
    """Reads PDF files in a process of its own, started with the first file and used for all; `close` ends it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def __call__(self, raw: bytes, where: str) -> tuple[list[list[Line]], dict[str, str]]:
        """The lines of every page, and what the file says of itself; SourceError where it cannot be read within the limits."""
        pages: list[list[Line]] = []
        deadline = time.monotonic() + self._limits.file_seconds
        self._send(raw)
        while True:
            answer = self._answer(min(self._limits.page_seconds, deadline - time.monotonic()), where)
            if "fault" in answer:
                raise _fault(str(answer["fault"]), where)
            if "done" in answer:
                return pages, {str(name): str(value) for name, value in answer["done"].items()}
            pages.append([Line(*line) for line in answer["lines"]])

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        process.communicate()

    def _send(self, raw: bytes) -> None:
        if self._process is None:
            # -P: the folder of the program has modules named like those of the standard library
            command = [sys.executable, "-P", str(PROGRAM)]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # it ended: there will be no answer either
            self._process.stdin.write(len(raw).to_bytes(8, "big") + raw)
            self._process.stdin.flush()

    def _answer(self, seconds: float, where: str) -> dict[str, Any]:
        """The next answer; no answer in time ends the process."""
        process = self._process
        assert process is not None
        assert process.stdout is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(max(seconds, 0.0), end)
        timer.start()
        try:
            line = process.stdout.readline()
        finally:
            timer.cancel()
        if line.endswith(b"\n"):
            return dict(json.loads(line))
        self.close()
        if late.is_set():
            raise SourceError("a PDF file whose pages take too long to read: it may loop without end", where, AS_TEXT)
        raise SourceError("a PDF file that ends its reader: it is broken or needs too much memory", where, AS_TEXT)


def _fault(words: str, where: str) -> SourceError:
    what, cure = next((told for sign, told in FAULTS.items() if sign in words.lower()), ("", ""))
    return SourceError(what or f"a PDF file that cannot be read, cut off or broken: {words}", where, cure or "copy it again")
