"""The program as click knows it: a group of commands."""

from __future__ import annotations

import click

from orgdesign import __version__
from orgdesign.cli.lazy_commands import LazyCommands
from orgdesign.cli.terminal import VERSION


@click.group(commands=LazyCommands(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message=VERSION)
def program() -> None:
    """Design an organisation from the desired customer outcome.

    One YAML file in, before and after charts out. Start with:

      orgdesign new my-org.yaml
    """
