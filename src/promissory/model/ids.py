"""Content hashes: the same content has the same id on every machine."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def content_id(prefix: str, content: Any) -> str:
    """`prefix` and 80 bits of the SHA-256 of the canonical JSON of `content`."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{prefix}_{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"
