"""What happens, as lines of JSON on standard error, for programs that collect logs."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TextIO

LOGGER = logging.getLogger("promissory.events")


class AsJson(logging.Formatter):
    """One line a record: `time`, `level`, `event`, what the event is about, `logger` if it is a library's, and `fault` if there was one."""

    def format(self, record: logging.LogRecord) -> str:
        told = {"time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"), "level": record.levelname.lower()}
        told |= {"event": record.getMessage()} | ({} if record.name == LOGGER.name else {"logger": record.name})
        told |= getattr(record, "facts", {})
        if record.exc_info:
            told["fault"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def log_as_json(stream: TextIO | None = None) -> None:
    """From now on events, and warnings of libraries, go to a stream (standard error) as lines of JSON."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(AsJson())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    LOGGER.setLevel(logging.INFO)


def log(event: str, **facts: object) -> None:
    """Something happened; nothing is written unless `log_as_json` was called."""
    LOGGER.info(event, extra={"facts": facts})
