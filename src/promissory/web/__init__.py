"""The web app: pages for readers and reviewers, and REST under `/api`. The only home of the web framework."""

from promissory.web.app import create_app
from promissory.web.serving import serve

__all__ = ["create_app", "serve"]
