"""When to ask a host again: a pace for each host, and waits after an answer that says "not now"."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: Answers that say: not now.
BUSY = frozenset((429, 502, 503, 504))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How an address is asked for. Times in seconds, sizes in bytes.

    `interval` lies between two requests to one host; a longer Crawl-delay is kept up to `longest_delay`. A request is tried
    `tries` times, after `first_wait`, twice that, and so on; a host that asks for more than `longest_wait` is not waited for.
    A robots.txt holds for `robots_seconds`; a host that does not give its own is left alone for `fault_seconds`.
    """

    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    total_seconds: float = 60.0
    body_bytes: int = 50_000_000
    robots_bytes: int = 512_000
    robots_seconds: float = 86_400.0
    fault_seconds: float = 120.0
    redirections: int = 5
    interval: float = 1.0
    longest_delay: float = 30.0
    tries: int = 3
    first_wait: float = 1.0
    longest_wait: float = 60.0


class Pace:
    """Keeps requests to one host apart. `clock` gives seconds, `sleep` waits so many."""

    def __init__(
        self, manners: Manners, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._manners, self._clock, self._sleep = manners, clock, sleep
        self._last: dict[str, float] = {}
        self._delays: dict[str, float] = {}

    def slow_down(self, host: str, delay: float) -> None:
        """Keep requests to a host so many seconds apart, as its robots.txt asks."""
        self._delays[host] = min(delay, self._manners.longest_delay)

    def wait(self, host: str) -> None:
        """Wait until the host may be asked, and note that it is."""
        apart = max(self._manners.interval, self._delays.get(host, 0.0))
        left = self._last.get(host, -apart) + apart - self._clock() if host in self._last else 0.0
        if left > 0:
            self._sleep(left)
        self._last[host] = self._clock()

    def rest(self, seconds: float) -> None:
        """Wait before another try."""
        self._sleep(seconds)


def backoff(attempt: int, manners: Manners) -> float:
    """Seconds to wait after the attempt of that number, the first being 1."""
    return float(min(manners.first_wait * 2 ** (attempt - 1), manners.longest_wait))


def asked_wait(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds that Retry-After asks for; None if it is not there or cannot be read."""
    written = headers.get("retry-after", "").strip()
    if written.isdecimal():
        return float(written[:9])
    try:
        moment = parsedate_to_datetime(written)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds())
