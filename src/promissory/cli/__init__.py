"""The command line: thin, one command per verb."""

from promissory.cli.commands import main

__all__ = ["main"]
