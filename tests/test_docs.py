"""The documentation says what the code does: every command, option, field and link."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

import promissory
from promissory.cli.balancing import FIELDS
from promissory.cli.commands import COMMANDS, Commands
from promissory.cli.options import FILTERS
from promissory.model import KINDS, ROLES, STATUSES
from promissory.model.findings import FINDINGS
from promissory.publishing.listings import FIELDS as LISTED
from promissory.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs/guide.md").read_text("utf-8")
PAGES = sorted(page.relative_to(ROOT) for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md")))
FILTER_NAMES = {name for name, _ in FILTERS}
GROUP_OPTIONS = {"--help", "-h", "--version"}


def command(name: str) -> click.Command:
    found = Commands("promissory").get_command(click.Context(Commands("promissory")), name)
    assert found is not None
    return found


def options_of(name: str) -> set[str]:
    """The options of a command and of the commands under it."""
    found = command(name)
    params = [*found.params, *(param for part in getattr(found, "commands", {}).values() for param in part.params)]
    return {opt for param in params if isinstance(param, click.Option) for opt in param.opts} | GROUP_OPTIONS


def section(name: str) -> str:
    """The guide's words on a command. Commands that share their words have their headings one after the other."""
    found = re.search(rf"^### promissory {name}\n(?:### [^\n]*\n)*(.*?)(?=^##)", GUIDE, re.M | re.S)
    assert found, f"docs/guide.md has no heading '### promissory {name}'"
    return found.group(1)


def calls(page: str) -> Iterator[list[str]]:
    """The words of every call of promissory in a page's code: blocks, and `promissory …` in a line."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", page, re.M | re.S)
    lines = [line for block in blocks for line in block.splitlines()]
    prose = re.sub(r"^```.*?^```", "", page, flags=re.M | re.S)
    lines += re.findall(r"`((?:\S*/)?promissory [^`]+)`", prose)
    for line in lines:
        for part in re.split(r"\s(?:&&|\|)\s", line):
            if call := re.match(r"(?:[A-Z_]+=\S+ )?(?:\S*/)?promissory (.+)", part.strip()):
                yield shlex.split(call.group(1), comments=True)


@pytest.mark.parametrize("name", COMMANDS)
def test_guide_tells_every_option_of(name: str) -> None:
    told = set(re.findall(r"--[a-z][a-z-]*", section(name)))
    if "(#filters)" in section(name) or name in ("documents", "claims", "entries", "findings"):
        told |= FILTER_NAMES
    assert options_of(name) - GROUP_OPTIONS <= told


@pytest.mark.parametrize("name", COMMANDS)
def test_guide_tells_every_command_under(name: str) -> None:
    assert set(getattr(command(name), "commands", {})) <= set(re.findall(r"`([a-z]+)(?: [^`]*)?`", section(name)))


@pytest.mark.parametrize("name", COMMANDS)
def test_guide_tells_no_option_that_is_not_there_of(name: str) -> None:
    rows = re.findall(r"^\| (`--.*?) \|", section(name).replace("\\|", "/"), re.M)
    assert {option for row in rows for option in re.findall(r"--[a-z][a-z-]*", row)} <= options_of(name)


def test_guide_tells_every_filter() -> None:
    listed = GUIDE.split("\n## Filters\n")[1].split("\n## ")[0]
    assert set(re.findall(r"`(--[a-z-]+)", listed)) >= FILTER_NAMES


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "CHANGELOG.md"], ids=str)
def test_calls_in_pages_are_right(page: Path) -> None:
    for name, *words in calls((ROOT / page).read_text("utf-8")):
        if name == "COMMAND" or name in GROUP_OPTIONS:
            continue
        assert name in COMMANDS, f"{page}: promissory {name}"
        given = {word.split("=")[0] for word in words if word.startswith("--")}
        assert given <= options_of(name), f"{page}: promissory {name}"


def test_calls_are_found() -> None:
    page = "Run `promissory demo`.\n```\n.venv/bin/promissory show ID  # one\nX=1 promissory build a && promissory claims\n```\n"
    assert list(calls(page)) == [["show", "ID"], ["build", "a"], ["claims"], ["demo"]]


@pytest.mark.parametrize("name", COMMANDS)
def test_examples_in_help_are_right(name: str) -> None:
    for other, *words in calls("```\n" + (command(name).help or "").replace("\b", "") + "\n```\n"):
        assert {word for word in words if word.startswith("--")} <= options_of(other)


@pytest.mark.parametrize("noun", LISTED)
def test_guide_tells_every_field_of(noun: str) -> None:
    told = GUIDE.split("\n## JSON\n")[1].split("\n## ")[0]
    assert set(LISTED[noun]) <= set(re.findall(r"`([a-z_]+)`", told))


def test_guide_tells_every_field_of_a_balance() -> None:
    told = next(line for line in GUIDE.splitlines() if line.startswith("**Balance**"))
    assert re.findall(r"`([a-z_]+)`", told) == list(FIELDS)


@pytest.mark.parametrize("kind", KINDS)
def test_guide_tells_statuses_and_roles_of(kind: str) -> None:
    row = next(line for line in GUIDE.splitlines() if line.startswith(f"| `{kind}` |"))
    *_, statuses, roles, _ = (cell.strip() for cell in row.split("|"))
    assert (statuses, roles) == tuple(", ".join(f"`{value}`" for value in values) for values in (STATUSES[kind], ROLES[kind]))


def test_guide_tells_kinds_of_findings_variables_and_verbs() -> None:
    told = set(re.findall(r"`([A-Za-z_]+)`", GUIDE))
    assert set(FINDINGS) <= told
    assert {PREFIX + field.name.upper() for field in fields(Settings)} <= told
    assert all(f"p.{verb}(" in GUIDE for verb in promissory.__all__)


def test_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/one.txt").write_text("Germany promised Ukraine two more Patriot systems on 4 July 2024.", "utf-8")
    (tmp_path / "report.html").write_text("<html><body><p>Poland has delivered 14 tanks to Ukraine.</p></body></html>", "utf-8")
    example = re.findall(r"^```python\n(.*?)^```", GUIDE, re.M | re.S)[0]
    lines = [line for line in example.splitlines() if "needs pandas" not in line]
    exec("\n".join(lines), {})
    assert "14 tanks" in capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    text = (ROOT / page).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    anchors = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in re.findall(r"^#+ (.+)$", text, re.M)}
    for link in links:
        path, _, anchor = link.partition("#")
        assert not path or (ROOT / page.parent / path).exists(), link
        assert path or anchor in anchors, link


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md", "THIRD_PARTY.md"])
def test_named_files_exist(page: str) -> None:
    """Paths in backticks, told from the root or from the package; `a/b.py`, `c.py` names c.py beside b.py, and `a/`, `c.py` c.py in a."""
    folder = inside = ROOT
    for named in re.findall(r"`([\w./-]+(?:\.(?:py|csv|md|toml)|/))`", (ROOT / page).read_text("utf-8")):
        homes = (ROOT, ROOT / "src/promissory", folder, inside)
        found = next((home / named for home in homes if (home / named).exists()), None)
        assert found, f"{page} names {named}"
        folder = found.parent if "/" in named else folder
        inside = found if found.is_dir() else inside
