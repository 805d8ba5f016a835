"""What a command that fails says, and its exit code: the same for every command."""

from __future__ import annotations

import os
import sys

import click

from orgdesign.cli.terminal import complain, hush
from orgdesign.problems import OrgdesignError

PROBLEMS, UNEXPECTED, INTERRUPTED = 1, 3, 130
_SURPRISE = (
    "orgdesign met something it did not expect ({kind}), and stopped. Your organisation file was"
    " not changed. Please report it, with what ORGDESIGN_DEBUG=1 shows when you try again."
)


def exit_code(failure: Exception) -> int:
    """Tell the user what failed and return the exit code; whoever looks for a fault gets all."""
    if os.environ.get("ORGDESIGN_DEBUG") and not isinstance(failure, click.ClickException):
        raise failure
    return _tell_failure(failure)


def _tell_failure(failure: Exception) -> int:
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
