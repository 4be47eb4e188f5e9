"""Web apps over ledgers of the sample reports, for the tests of pages, REST and browsers."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from promissory.ledger import open_ledger
from promissory.pipeline import build
from promissory.settings import Settings
from promissory.web import create_app

REPORTS = Path(__file__).parent.parent / "samples" / "reports"


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the sample reports, to be copied by those who write."""
    path = tmp_path_factory.mktemp("web") / "samples.db"
    with open_ledger(path) as ledger:
        build([str(REPORTS)], ledger, jobs=1)
    return path


@pytest.fixture
def web_ledger(sample_ledger: Path, tmp_path: Path) -> Path:
    """A ledger of the sample reports that a test may change."""
    return Path(shutil.copy(sample_ledger, tmp_path / "ledger.db"))


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """The address of a running app."""
    door = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(Settings(ledger=str(ledger))), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the app did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{door.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
