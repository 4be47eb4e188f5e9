"""The commands, loaded when called, and what becomes of errors: one line each on standard error, and the exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

import click

from promissory.errors import PromissoryError, SourceError

DONE, SOME_UNREAD, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

#: New objects after which the collector looks for cycles: to load a command makes many hundred thousand, and they stay.
NEW_OBJECTS = 20_000
#: command → (module, one line for the list of commands)
COMMANDS = {
    "build": ("building", "Read, extract and reconcile sources into the ledger."),
    "watch": ("watching", "Keep the ledger current from feeds."),
    "batch": ("batching", "Read and extract a crawl, shard by shard, into Parquet."),
    "load": ("batching", "Load what batch wrote into the ledger."),
    "documents": ("listing", "List the documents of the ledger."),
    "claims": ("listing", "List what the documents say, claim by claim."),
    "entries": ("listing", "List the things in the world that the claims are about."),
    "findings": ("listing", "List what a careful reader would object to."),
    "show": ("showing", "Show one document, claim, entry or finding in full."),
    "search": ("registering", "Find words in evidence and in reports."),
    "timeline": ("registering", "List what happened and what was said, in order of time."),
    "agreements": ("registering", "The register of agreements: partners, signatures, terms."),
    "meetings": ("registering", "The register of meetings: who met whom, where, and what came of it."),
    "posts": ("registering", "The register of posts: who held what, and when."),
    "needs": ("registering", "The register of needs, and what answers them."),
    "conditions": ("registering", "The register of conditions, with their state."),
    "attacks": ("registering", "The register of attacks as reported, with the figures of each source."),
    "initiatives": ("registering", "The register of initiatives and funds."),
    "statements": ("registering", "The register of statements: who said what."),
    "balance": ("balancing", "Show what was promised, what arrived and what is missing."),
    "chart": ("charting", "Draw a chart on the terminal, or as a picture."),
    "compare": ("comparing", "Line the ledger up with the sheet of an aid tracker."),
    "allocate": ("allocating", "Rank scarce supply against open needs, and say why."),
    "review": ("reviewing", "Rule on what the machine read: the queue, and decisions on the record."),
    "serve": ("serving", "Serve the ledger as a web app and as REST."),
    "user": ("enrolling", "Make and end the tokens of reviewers in the web app."),
    "backup": ("keeping", "Copy the ledger to a file, also while it is in use."),
    "export": ("exporting", "Write the ledger in other people's formats."),
    "import": ("keeping", "Read an exported ledger into a new one."),
    "check": ("keeping", "Check that the ledger is whole."),
    "evaluate": ("evaluating", "Score extraction against annotated documents."),
    "demo": ("demonstrating", "Build the shipped sample reports and show what the ledger knows."),
}


class Commands(click.Group):
    """Commands in the order of the table, each imported only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"promissory.cli.{COMMANDS[name][0]}"), name + "_" * iskeyword(name))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="promissory", message="promissory %(version)s")
def promissory() -> None:
    """An evidence-backed ledger of support: what was promised, what arrived, what is missing, and how do we know?

    \b
    Begin with the shipped sample, or with reports of your own:
      promissory demo
      promissory build reports/
      promissory entries --kind commitment --item patriot
      promissory show e_4f1c

    The ledger is the file promissory.db in the working folder; --ledger or the variable PROMISSORY_LEDGER names another.
    Exit codes: 0 done, 1 some sources could not be read (the rest is in the ledger), 2 wrong use.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    gc.set_threshold(NEW_OBJECTS)
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code. Errors are told in one line each."""
    try:
        code = promissory.main(args=arguments, prog_name="promissory", standalone_mode=False)
        sys.stdout.flush()
    except PromissoryError as fault:
        tell(fault)
        return SOME_UNREAD if isinstance(fault, SourceError) else WRONG_USE
    except click.ClickException as fault:
        tell(_as_error(fault))
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        tell(PromissoryError("interrupted", cure="what is stored stays; the same command goes on from there"))
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # the reader of our output has left (`| head`), for which click ends the process; nothing is to be told, and nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
        return DONE
    return code if isinstance(code, int) else DONE


def tell(fault: PromissoryError) -> None:
    """One line on standard error: what, where, the cure."""
    click.echo(f"promissory: {plain(str(fault))}", err=True)


def plain(text: str) -> str:
    """Text without the control characters that could steer a terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def _as_error(fault: click.ClickException) -> PromissoryError:
    context = getattr(fault, "ctx", None)
    where = context.command_path.removeprefix("promissory").strip() if context else ""
    help_line = f"promissory {where} --help".replace("  ", " ")
    return PromissoryError(" ".join(fault.format_message().rstrip(".").split()), where, f"see {help_line}")
