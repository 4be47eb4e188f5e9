"""Adding reports: a text, a file or an address, looked at before it is kept."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, File, Form, Request, UploadFile
from starlette.responses import HTMLResponse, RedirectResponse, Response

from promissory.errors import UsageError
from promissory.web.jobs import Jobs, store_file, store_text
from promissory.web.rendering import render
from promissory.web.sessions import FromForm, from_form, signed_in
from promissory.web.site import Site, site_of

router = APIRouter(include_in_schema=False)
AT_MOST = 2_000_000


def jobs_of(request: Request) -> Jobs:
    """The jobs of the running app."""
    if not hasattr(request.app.state, "jobs"):
        request.app.state.jobs = Jobs()
    jobs: Jobs = request.app.state.jobs
    return jobs


@router.get("/add", response_class=HTMLResponse)
def ask(request: Request) -> HTMLResponse:
    return render(request, "add.html")


@router.post("/add")
def look(
    request: Request, site: Annotated[Site, Depends(site_of)], me: FromForm, jobs: Annotated[Jobs, Depends(jobs_of)],
    text: Annotated[str, Form(max_length=AT_MOST)] = "", title: Annotated[str, Form(max_length=500)] = "",
    publisher: Annotated[str, Form(max_length=200)] = "", published: Annotated[str, Form(max_length=10)] = "",
    url: Annotated[str, Form(max_length=2000)] = "", file: Annotated[UploadFile | None, File()] = None,
) -> Response:  # fmt: skip
    source = _source(site, text, title, publisher, published, url, file)
    job = jobs.look(site, source, me)
    return RedirectResponse(f"{request.scope.get('root_path', '')}/add/{job.id}", 303)


@router.get("/add/{key}", response_class=HTMLResponse, dependencies=[Depends(signed_in)])
def progress(request: Request, key: str, jobs: Annotated[Jobs, Depends(jobs_of)]) -> HTMLResponse:
    return render(request, "added.html", job=jobs.get(key))


@router.post("/add/{key}/keep", dependencies=[Depends(from_form)])
def keep(request: Request, key: str, site: Annotated[Site, Depends(site_of)], jobs: Annotated[Jobs, Depends(jobs_of)]) -> Response:
    jobs.keep(site, key)
    return RedirectResponse(f"{request.scope.get('root_path', '')}/add/{key}", 303)


def _source(site: Site, text: str, title: str, publisher: str, published: str, url: str, file: UploadFile | None) -> str:
    """The one source that a form names; UsageError for none or an address that is no web page's."""
    if text.strip():
        return store_text(site, text, title.strip(), publisher.strip(), published.strip())
    if file is not None and file.filename:
        return store_file(site, file.filename, file.file.read())
    if not url.strip():
        raise UsageError("nothing to add", "add", "paste a text, choose a file or give an address")
    if urlsplit(url.strip()).scheme not in ("http", "https"):
        raise UsageError("is no web address", url.strip()[:200], "begin it with https://")
    return url.strip()
