"""``orgdesign schema``: the file format for editors."""

from __future__ import annotations

import json

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of the file format."""
    click.echo(schema_text(), nl=False)


def schema_text() -> str:
    """Return the JSON Schema of the file format as text."""
    from orgdesign.yamlfile import json_schema

    return json.dumps(json_schema(), indent=2) + "\n"
