"""The commands: one small module each, loaded when it is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from orgdesign import __version__
from orgdesign.cli.lazy_commands import LazyCommands
from orgdesign.cli.terminal import complain, hush, prepare
from orgdesign.problems import OrgdesignError

__all__ = ["main", "program"]

PROBLEMS, UNEXPECTED, INTERRUPTED = 1, 3, 130
_SURPRISE = (
    "orgdesign met something it did not expect ({kind}), and stopped. Your organisation file was"
    " not changed. Please report it, with what ORGDESIGN_DEBUG=1 shows when you try again."
)


@click.group(commands=LazyCommands(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="orgdesign")
def program() -> None:
    """Design an organisation from the desired customer outcome.

    One YAML file in, before and after charts out. Start with:

      orgdesign new my-org.yaml
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; no stack trace ever reaches the user."""
    prepare()
    try:
        code = program.main(arguments, prog_name="orgdesign", standalone_mode=False)
        sys.stdout.flush()
    except Exception as failure:
        if os.environ.get("ORGDESIGN_DEBUG") and not isinstance(failure, click.ClickException):
            raise
        return _code_for(failure)
    return code or 0


def _code_for(failure: Exception) -> int:
    """Tell the user what failed, once for every command, and return the exit code."""
    match failure:
        case click.ClickException():
            failure.show()
            return failure.exit_code
        case click.Abort():
            return INTERRUPTED
        case BrokenPipeError():
            hush(sys.stdout)
            return PROBLEMS
        case OSError():
            hush(sys.stdout)
            complain(f"The result could not be written: {failure.strerror or 'no reason given'}.")
            return PROBLEMS
        case OrgdesignError():
            for line in str(failure).split("\n"):
                complain(line)
            return PROBLEMS
    complain(_SURPRISE.format(kind=type(failure).__name__))
    return UNEXPECTED
