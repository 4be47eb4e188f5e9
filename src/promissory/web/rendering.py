"""From a template and what it shows to a page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.responses import HTMLResponse

from promissory.model import KINDS, STATUSES
from promissory.web.asking import Asked
from promissory.web.sessions import key_of, reviewer
from promissory.web.site import site_of
from promissory.web.translating import language, load_translations, say
from promissory.web.wording import Wording

STATIC = Path(str(files("promissory.web"))) / "static"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates. Everything is escaped; a name that is missing is an error, not nothing."""
    made = Environment(
        loader=PackageLoader("promissory.web"), autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    made.install_gettext_translations(load_translations(), newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {"KINDS": KINDS, "STATUSES": STATUSES}
    made.globals |= {"say": say, "language": language()}
    made.filters["plural"] = plural
    return made


def render(
    request: Request, template: str, /, status: int = 200, headers: Mapping[str, str] | None = None, *, kept: bool = True, **shown: Any
) -> HTMLResponse:
    """A page; one that is not whole yet is not `kept`.

    Every template has the request's `asked`, the `words`, the signed-in reviewer `me` and the `key` of forms.
    """
    site = site_of(request)
    common = {
        "asked": shown.pop("asked", None) or _asked(request), "words": Wording(site.pack), "me": reviewer(request, site),
        "key": key_of(request), "root": request.scope.get("root_path", ""), "here": request.url.path,
        "asks_sql": site.settings.sql,
    }  # fmt: skip
    body = environment().get_template(template).render(common | shown)
    return HTMLResponse(body, status, {"cache-control": "private, no-cache" if kept else "no-store", **(headers or {})})


def render_waiting(request: Request, asked: Asked) -> HTMLResponse:
    """The page of an answer that is still being made; it asks again by itself."""
    return render(request, "waiting.html", status=202, headers={"retry-after": "2"}, asked=asked)


def plural(name: str) -> str:
    """The word for several of a kind."""
    irregular = {"tenure": "posts", "entry": "entries"}
    return irregular.get(name, f"{name}s")


def _asked(request: Request) -> Asked:
    """The address; one that asks nonsense still gets a page that says so."""
    return Asked(request.url.path, tuple((k, v) for k, v in request.query_params.multi_items() if k == "as_of" and len(v) <= 10))
