"""The files for teams call commands and options that there are, and ask addresses that the app answers."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from promissory.web.operating import router
from tests.test_docs import options_of

DEPLOY = Path(__file__).parent.parent / "deploy"
TEXTS = {path.name: path.read_text("utf-8") for path in sorted(DEPLOY.iterdir())}
UNITS = {name: re.findall(r"^ExecStart=\S+/promissory (.+)$", text, re.M) for name, text in TEXTS.items() if name.endswith(".service")}
SERVICES = {"compose.yaml": re.findall(r"^    command: (.+)$", TEXTS["compose.yaml"], re.M)}


@pytest.mark.parametrize("call", [call for calls in (UNITS | SERVICES).values() for call in calls])
def test_calls_name_commands_and_options_that_there_are(call: str) -> None:
    name, *words = shlex.split(call)
    assert {word for word in words if word.startswith("--")} <= options_of(name)


def test_each_unit_and_the_services_call_something() -> None:
    assert all((UNITS | SERVICES).values())


def test_what_is_kept_from_readers_is_what_serves_those_who_run_it() -> None:
    [hidden] = re.findall(r"@inside path (.+)", TEXTS["Caddyfile"])
    assert set(hidden.split()) == {getattr(route, "path", "") for route in router.routes}
    asked = re.findall(r"http://127\.0\.0\.1:8321(/\w+)", TEXTS["compose.yaml"]) + re.findall(r"health_uri (\S+)", TEXTS["Caddyfile"])
    assert asked
    assert set(asked) <= set(hidden.split())
