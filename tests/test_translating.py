"""The pages in another language: every word of a template is marked, stands in the catalogue, and shows through translated."""

from __future__ import annotations

import gettext
import importlib.util
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from jinja2 import nodes
from starlette.testclient import TestClient

from promissory.settings import Settings
from promissory.web import create_app, rendering, translating

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx`")
ROOT = Path(__file__).parent.parent
POT = ROOT / "src/promissory/web/locale/promissory.pot"
TOLD = ("aria-label", "placeholder", "title", "alt")
#: Names and signs that are the same in every language.
NAMES = re.compile(r"\b(Promissory|CSV|JSONL|SQL|https)\b|\d{4}-\d\d|SLOT=VALUE|date=")
PAGES = ("/", "/commitments", "/claims", "/documents", "/findings", "/timeline", "/search?q=patriot", "/balance?item=patriot", "/partners",
         "/people", "/compare?from=2024-05-01&to=2024-07-15", "/review", "/allocate", "/add", "/signin", "/nowhere")  # fmt: skip

#: Pages whose headings are names of the data.
NAMING = ("/balance", "/partners", "/people", "/allocate", "/review", "/search")


class Words(HTMLParser):
    """The texts of a page, and those of its attributes that are read out; without code, and without what was put in."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code += tag == "code"
        self.found += [value or "" for name, value in attrs if name in TOLD]

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag == "code"

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.found.append(data)


def words_of(page: str) -> list[str]:
    reader = Words()
    reader.feed(page)
    return [" ".join(text.split()) for text in reader.found if re.search("[^\\W\\d_]{2}", NAMES.sub("", text))]


@pytest.mark.parametrize("name", sorted(rendering.environment().list_templates()))
def test_no_text_of_a_template_is_left_unmarked(name: str) -> None:
    environment = rendering.environment()
    assert environment.loader is not None
    parsed = environment.parse(environment.loader.get_source(environment, name)[0])
    assert words_of("\0".join(data.data for data in parsed.find_all(nodes.TemplateData))) == []


def test_the_check_finds_what_is_left_unmarked() -> None:
    assert words_of('<p title="Left">\0</p><code>fine</code> here') == ["Left", "here"]


def test_the_catalogue_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "scripts/catalogue.py")
    assert spec
    assert spec.loader
    script: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    made, held = read_po(BytesIO(script.make().encode())), read_po(BytesIO(POT.read_bytes()))
    assert {str(message.id) for message in made} == {str(message.id) for message in held}, "run make catalogue"


@pytest.fixture
def reader(sample_ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The site in a made-up language, in which every phrase stands in brackets."""
    catalogue = read_po(BytesIO(POT.read_bytes()), locale="en")
    for message in catalogue:
        if message.id:
            message.string = tuple(f"⟦{one}⟧" for one in message.id) if message.pluralizable else f"⟦{message.id}⟧"
    home = tmp_path / "locale" / "xx" / "LC_MESSAGES"
    home.mkdir(parents=True)
    with (home / "promissory.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(translating, "HOME", tmp_path / "locale")
    monkeypatch.setenv(translating.LANGUAGE, "xx")
    for cached in (translating.load_translations, rendering.environment):
        cached.cache_clear()
    with TestClient(create_app(Settings(ledger=str(sample_ledger)))) as client:
        yield client
    monkeypatch.undo()
    for cached in (translating.load_translations, rendering.environment):
        cached.cache_clear()


def test_a_made_up_language_shows_through(reader: TestClient) -> None:
    assert isinstance(translating.load_translations(), gettext.GNUTranslations)
    for path in PAGES:
        page = reader.get(path).text
        assert '<html lang="xx">' in page
        for tag in ("h1", "h2", "label", "button", 'th scope="col"'):
            told = re.findall(rf"<{tag}[^>]*>([^<]*)", page)
            plain = [text for text in told if words_of(f"<p>{text}</p>") and "⟦" not in text]
            assert plain == [] or path.startswith(NAMING), (path, tag, plain)
    assert "⟦signed⟧" in reader.get("/agreements").text
    assert "⟦July⟧" in reader.get("/timeline").text
