"""Serving the app until it is interrupted."""

from __future__ import annotations

import socket
import sys

import uvicorn

from promissory.errors import UsageError
from promissory.settings import Settings
from promissory.web.app import create_app

#: Seconds for which a connection is kept for the next question of its reader.
IDLE = 60


def serve(settings: Settings, *, host: str = "127.0.0.1", port: int = 8321, proxy: str = "") -> None:
    """Serve the ledger of the settings; `proxy` is the path under which a reverse proxy serves it, `/` for all of its host.

    UsageError if there is no ledger, or the address cannot be had.
    """
    root_path = proxy.rstrip("/")
    app = create_app(settings)
    try:
        door = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as fault:
        raise UsageError(
            f"cannot listen: {fault.strerror or fault}", f"{host}:{port}", "name another --port, or 0 for a free one"
        ) from fault
    with door:
        shown = f"[{host}]" if ":" in host else host
        print(
            f"Promissory serves {settings.ledger} at http://{shown}:{door.getsockname()[1]}{root_path}/ (Ctrl-C ends it)", file=sys.stderr
        )
        config = uvicorn.Config(
            app, log_level="warning", root_path=root_path, server_header=False, proxy_headers=bool(proxy),
            timeout_keep_alive=IDLE,
        )  # fmt: skip
        uvicorn.Server(config).run(sockets=[door])
