"""The commands: one small module each, loaded when it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from orgdesign.cli.terminal import VERSION, prepare, say

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; no stack trace ever reaches the user."""
    prepare()
    try:
        code = _run(sys.argv[1:] if arguments is None else [*arguments])
        sys.stdout.flush()
    except Exception as failure:
        from orgdesign.cli.failures import exit_code

        return exit_code(failure)
    return code


def _run(arguments: list[str]) -> int:
    """Run a command; which version this is, which programs ask often, is said without click."""
    if arguments in (["--version"], ["-V"]):
        say(VERSION)
        return 0
    from orgdesign.process import collect_seldom, end_at_once, use_one_blas_thread

    collect_seldom()
    end_at_once()
    use_one_blas_thread()
    from orgdesign.cli.program import program

    return program.main(arguments, prog_name="orgdesign", standalone_mode=False) or 0
