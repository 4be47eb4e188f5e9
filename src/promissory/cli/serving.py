"""The command that serves the web app."""

from __future__ import annotations

import click

from promissory.cli.options import ledger_option, log_option, private_option, settings_with, store_option
from promissory.errors import DependencyError
from promissory.logs import log_as_json


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen; other machines reach 0.0.0.0.")
@click.option("--port", type=click.IntRange(0, 65535), default=8321, show_default=True, metavar="N", help="0 takes a free one.")
@click.option("--behind", "proxy", metavar="PATH", default="", help="The path of a reverse proxy: /ledger, or /.")
@click.option("--sql", is_flag=True, help="Let readers ask in SQL, read-only, five seconds at most.  [default: $PROMISSORY_SQL, or off]")
@log_option
@store_option
@private_option
@ledger_option
def serve(host: str, port: int, proxy: str, sql: bool, store: str | None, allow_private: bool, log: str, ledger_name: str | None) -> None:
    """Serve the ledger as a web app and as REST under /api, until interrupted.

    Anybody who reaches the address may read. Ruling and adding reports take a token, made by `promissory user add`.

    \b
    Examples:
      promissory serve
      promissory serve --ledger postgresql://localhost/aid --host 0.0.0.0 --port 80
    """
    try:
        from promissory.web import serve as serve_app
    except ImportError as missing:
        raise DependencyError(f"{missing.name} is not installed", "serve", "pip install 'promissory[web]'") from missing
    settings = settings_with(ledger_name, store=store, allow_private=allow_private, sql=sql)
    if log == "json":
        log_as_json()
    serve_app(settings, host=host, port=port, proxy=proxy)
