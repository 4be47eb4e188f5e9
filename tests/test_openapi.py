"""Whatever the description of REST allows to be asked, the app answers without a fault of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from promissory.ledger import open_ledger
from promissory.settings import Settings
from promissory.web import create_app

pytestmark = pytest.mark.filterwarnings("ignore")  # of the libraries beneath, about one another
TRIED = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)


@pytest.mark.parametrize("signed_in", [False, True])
def test_no_question_is_a_server_error(web_ledger: Path, signed_in: bool) -> None:
    with open_ledger(web_ledger) as ledger:
        schema = schemathesis.openapi.from_asgi("/api/openapi.json", create_app(Settings(ledger=ledger.name), ledger))
        headers = {"authorization": f"Bearer {ledger.enrol('A. Tester')}"} if signed_in else {}
        operations: list[Any] = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr]
        assert len(operations) >= 7
        for operation in operations:

            @given(case=operation.as_strategy())
            @TRIED
            def ask(case: Any) -> None:
                answer = case.call(headers=headers)
                assert answer.status_code < 500, f"{case.method} {case.formatted_path} {case.query} {case.body}: {answer.text}"

            ask()
