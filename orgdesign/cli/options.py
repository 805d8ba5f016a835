"""Options that several commands have, each said once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import click

Command = Callable[..., Any]

phase_option = click.option(
    "--phase", metavar="PHASE", help="The last phase that is done; otherwise all of it."
)


def output_option(about: str, *, required: bool = False) -> Callable[[Command], Command]:
    """Return the option that names the file to write."""
    path = click.Path(path_type=Path, dir_okay=False)
    return click.option("-o", "--output", type=path, required=required, help=about)


def format_option(formats: object, about: str) -> Callable[[Command], Command]:
    """Return the option that chooses how an answer is told: for people, unless said otherwise."""
    choice = click.Choice(get_args(formats))
    return click.option(
        "--format", "asked", type=choice, default="text", show_default=True, help=about
    )
