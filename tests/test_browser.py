"""The web app in a real browser: the ways that readers and reviewers go, by mouse and by keyboard, on wide screens and phones."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from promissory.ledger import open_ledger
from tests.webs import served

SCRIPT = Path(__file__).parent.parent / "scripts" / "chromium.sh"
#: A test machine has no display, and its browser asks nobody for news.
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, installed where root can; the tests are skipped where there is none."""
    try:
        found = subprocess.run([SCRIPT], capture_output=True, text=True, timeout=600)
    except (OSError, subprocess.TimeoutExpired) as fault:
        pytest.skip(f"no Chromium: {fault}")
    if found.returncode:
        pytest.skip(f"no Chromium: {(found.stderr.strip().splitlines() or ['it was not found'])[-1]}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(sample_ledger: Path) -> Iterator[str]:
    """One app for all who only read."""
    with served(sample_ledger) as address:
        yield address


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Open]:
    """Opens pages of the app that all read."""
    with visiting(browser, address) as visit:
        yield visit


@pytest.fixture
def opened_to_write(browser: Browser, web_ledger: Path) -> Iterator[Open]:
    """Opens pages of an app of the test's own ledger."""
    with served(web_ledger) as address, visiting(browser, address) as visit:
        yield visit


@contextmanager
def visiting(browser: Browser, address: str) -> Iterator[Open]:
    """Opens pages; at the end, nothing may have been asked of another machine, and no script may have failed."""
    contexts: list[BrowserContext] = []
    asked: list[str] = []
    faults: list[str] = []

    def visit(path: str = "/", **options: Any) -> Page:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(address + path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(address)] == []
    assert faults == []


def sign_in(page: Page, ledger: Path, name: str) -> None:
    with open_ledger(ledger) as held:
        token = held.enrol(name)
    page.goto(re.sub(r"(https?://[^/]+).*", r"\1/signin", page.url))
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Review desk")).to_be_visible()


def test_from_the_overview_to_the_sentence_in_three_clicks(opened: Open) -> None:
    page = opened()
    page.get_by_role("row", name=re.compile("^Patriot ")).get_by_role("link", name="Patriot", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Patriot")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Romania", exact=True)).filter(has_text="delivered")
    row.get_by_role("link", name="Romania", exact=True).click()
    expect(page.locator("blockquote mark").first).to_be_visible()
    link = page.locator("figcaption a").last
    words = page.locator("blockquote mark").last.inner_text()
    link.click()
    shown = page.locator(f"a.anchor[id='{page.url.partition('#')[2]}'] ~ mark").first
    expect(shown).to_be_in_viewport()
    assert words.startswith(shown.inner_text()[:40])


def test_who_with_whom_leads_to_the_agreement(opened: Open) -> None:
    page = opened("/agreements")
    page.get_by_role("link", name="The same as a matrix").click()
    page.get_by_role("link", name=re.compile("^France, Ukraine: signed")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("France")
    expect(page.locator("blockquote mark").first).to_be_visible()


def test_another_day_gives_other_numbers(opened: Open) -> None:
    page = opened("/agreements?status=signed")
    expect(page.get_by_role("table")).to_be_visible()
    now = page.locator("tbody tr").count()
    page.get_by_label("As of", exact=True).first.fill("2024-04-12")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".then")).to_contain_text("12 April 2024")
    assert 0 < page.locator("tbody tr").count() < now
    page.get_by_role("link", name="Overview").click()
    expect(page.locator(".then")).to_contain_text("12 April 2024")


def test_the_slider_moves_the_day_by_keyboard(opened: Open) -> None:
    page = opened("/balance?item=patriot&as_of=2024-07-15")
    page.get_by_role("slider", name="As of").press("ArrowLeft")
    page.wait_for_url("**as_of=2024-07-14*")
    assert "item=patriot" in page.url


def test_search_filter_and_download(opened: Open) -> None:
    page = opened()
    page.get_by_role("searchbox").fill("Patriot")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("heading", name="In the evidence of claims")).to_be_visible()
    page.get_by_text("Registers", exact=True).first.click()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Commitments").click()
    page.get_by_label("Item").fill("Patriot")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("complementary").get_by_role("link", name="delivered").click()
    rows = page.locator("tbody tr").count()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert len(Path(download.value.path()).read_text(encoding="utf-8").splitlines()) == rows + 1


def test_two_reviewers_at_one_entry(opened_to_write: Open, web_ledger: Path) -> None:
    one, other = opened_to_write(), opened_to_write()
    for page, name in ((one, "A. Reader"), (other, "B. Reader")):
        sign_in(page, web_ledger, name)
    key = one.locator(".rule input[name=about]").input_value()
    one.get_by_label("Why").fill("read both reports")
    one.get_by_role("button", name="Accept").click()
    expect(one.get_by_role("status")).to_contain_text("accept")
    other.get_by_role("button", name="Reject").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("Somebody was faster")
    with open_ledger(web_ledger) as ledger:
        assert [ruling["action"] for ruling in ledger.decisions_on(key)] == ["accept"]


def test_reviewing_by_keyboard(opened_to_write: Open, web_ledger: Path) -> None:
    page = opened_to_write()
    sign_in(page, web_ledger, "A. Reader")
    first = page.locator(".rule input[name=about]").input_value()
    page.keyboard.press("j")
    page.wait_for_url("**entry=*")
    second = page.locator(".rule input[name=about]").input_value()
    assert second != first
    page.keyboard.press("e")
    expect(page.get_by_label("Edit")).to_be_focused()
    page.keyboard.type("place=Oslo")
    page.get_by_role("button", name="Edit").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("edit")
    with open_ledger(web_ledger) as ledger:
        assert ledger.get(second)["place"] == "Oslo"


def test_the_first_stop_of_the_keyboard_skips_to_the_content(opened: Open) -> None:
    page = opened("/timeline")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_report_is_looked_at_and_kept(opened_to_write: Open, web_ledger: Path, tmp_path: Path) -> None:
    page = opened_to_write()
    sign_in(page, web_ledger, "A. Reader")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Add").click()
    report = tmp_path / "report.txt"
    report.write_text("Oslo, 8 May 2024\n\nNorway has delivered eleven minesweepers to Ukraine, its defence ministry said on Wednesday.\n")
    page.get_by_label("HTML, PDF").set_input_files(report)
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_role("status")).to_contain_text("nothing is kept yet", timeout=20_000)
    expect(page.get_by_text("eleven minesweepers")).to_be_visible()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("status")).to_contain_text("1 new", timeout=30_000)


def test_a_weight_moves_the_plan(opened: Open) -> None:
    page = opened("/allocate")
    page.get_by_label("Needs (CSV)").fill("id,item,count,weight\ncities,patriot,2,1\nports,patriot,2,3\n")
    page.get_by_label("Supply (CSV)").fill("id,item,count\nlot,patriot,2\n")
    page.get_by_role("button", name="Plan").click()
    expect(page.locator("tbody tr")).to_contain_text("ports")
    page.get_by_label("Needs (CSV)").fill("id,item,count,weight\ncities,patriot,2,9\nports,patriot,2,3\n")
    page.get_by_role("button", name="Plan").click()
    expect(page.locator("tbody tr")).to_contain_text("cities")


def test_claims_light_up_with_their_words(opened: Open, sample_ledger: Path) -> None:
    with open_ledger(sample_ledger) as ledger:
        claim = ledger.entries(kind="commitment", item="patriot")[0]["claims"][0]
    page = opened(f"/claim/{claim}")
    page.locator("mark").first.hover()
    assert page.locator(".notes li.lit").count() >= 1


def test_pages_are_read_without_scripts(opened: Open) -> None:
    page = opened("/", java_script_enabled=False)
    page.get_by_role("link", name="Patriot", exact=True).click()
    page.get_by_role("rowheader", name="Romania").last.get_by_role("link").click()
    page.locator("figcaption a").first.click()
    expect(page.locator("mark").first).to_be_visible()


PLACES = (
    "/", "/entries", "/commitments", "/claims", "/documents", "/findings", "/timeline", "/search?q=patriot", "/balance?item=patriot",
    "/compare?from=2024-05-01&to=2024-07-15", "/partners", "/people", "/review", "/allocate",
    "/add", "/signin", "/nowhere", "ENTRY", "DOCUMENT", "FINDING",
)  # fmt: skip


def path_of(place: str, ledger: Path) -> str:
    """The address of a page type; that of one thing by an example from the ledger."""
    with open_ledger(ledger) as held:
        entry = max(held.entries(kind="commitment"), key=lambda row: len(row["history"]))
        document = held.get(entry["claims"][0])["doc"]
        finding = next(row.id for row in held.findings() if row["kind"] == "double_count")
    return {"ENTRY": f"/entry/{entry.id}", "DOCUMENT": f"/document/{document}", "FINDING": f"/finding/{finding}"}.get(place, place)


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What is checked in which light.
SCHEMES: tuple[tuple[Literal["light", "dark"], list[str]], ...] = (("light", RULES), ("dark", ["color-contrast"]))


def test_axe_finds_nothing(opened_to_write: Open, web_ledger: Path) -> None:
    """In the light by all rules, in the dark by that of colours: nothing else differs."""
    page = opened_to_write("/")
    sign_in(page, web_ledger, "A. Reader")
    home = page.url.partition("/review")[0]
    faults = []
    for place in PLACES:
        page.goto(home + path_of(place, web_ledger))
        for scheme, rules in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            violations = Axe().run(page, options={"runOnly": rules}).response["violations"]
            faults += [f"{place} {scheme} {v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations]
    assert "\n".join(faults) == ""


def test_a_phone_scrolls_only_down(opened: Open, address: str, sample_ledger: Path) -> None:
    page = opened("/", viewport={"width": 360, "height": 740}, has_touch=True)
    wide = []
    for place in PLACES:
        page.goto(address + path_of(place, sample_ledger))
        width = page.evaluate("document.documentElement.scrollWidth")
        wide += [f"{place}: {width}"] if width > 360 else []
    assert wide == []


def test_filters_stand_aside_on_a_phone(opened: Open) -> None:
    page = opened("/commitments", viewport={"width": 360, "height": 740}, has_touch=True)
    expect(page.get_by_role("button", name="Filter")).not_to_be_visible()
    expect(page.locator("tbody tr").first).to_be_in_viewport()
    page.get_by_text("Filters", exact=True).click()
    expect(page.get_by_role("button", name="Filter")).to_be_visible()
