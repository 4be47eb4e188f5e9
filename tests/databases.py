"""The places where the tests of the ledger are run: a SQLite file, and a schema of its own in a throw-away PostgreSQL."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

Places = Callable[[], str]
SCRIPT = Path(__file__).parent.parent / "scripts/postgres.sh"
NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server that ends with the tests; they are skipped where there can be none."""
    with tempfile.TemporaryDirectory(prefix="promissory-postgres-", ignore_cleanup_errors=True) as home:
        Path(home).chmod(0o755)  # the server runs under a name of its own
        folder = f"{home}/cluster"
        try:
            started = subprocess.run([SCRIPT, "start", folder], capture_output=True, text=True, timeout=600)
        except (OSError, subprocess.TimeoutExpired) as fault:
            pytest.skip(f"no PostgreSQL: {fault}")
        if started.returncode:
            pytest.skip(f"no PostgreSQL: {(started.stderr.strip().splitlines() or ['it did not start'])[-1]}")
        yield started.stdout.strip()
        subprocess.run([SCRIPT, "stop", folder], check=True, capture_output=True, timeout=60)


def new_schema(server: str) -> str:
    """The address of an empty schema."""
    name = f"ledger_{next(NUMBERS)}"
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{server}?options=-csearch_path%3D{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Places:
    """Gives a place for a new ledger at every call."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"ledger_{next(NUMBERS)}.db")
    server: str = request.getfixturevalue("postgres_server")
    return lambda: new_schema(server)


@pytest.fixture
def place(places: Places) -> str:
    return places()
