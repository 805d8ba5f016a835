"""The text of a new organisation's file: the starter, or that of a sector."""

from __future__ import annotations

import re

from orgdesign.library.sectors import text_of
from orgdesign.problems import OrgdesignError
from orgdesign.resources import starter
from orgdesign.yamlfile import TextManner, block_text, read

EXAMPLE = "It comes from the library, so what stands in it is typical or invented, not yet yours"
"""What a file says of itself that begins as an example."""

_NAME = re.compile(r"^organization:.*$", re.MULTILINE)
_SCHEMA_LINE = re.compile(r"\A# yaml-language-server:.*\n#\n")


class UnusableName(OrgdesignError):  # noqa: N818 - what a user calls it
    """An organisation cannot be called so."""


def beginning(sector: str = "", name: str | None = None, schema: str = "") -> str:
    """Return a file to start from: of a sector, or the starter; ``name`` is the organisation's.

    ``schema`` is where editors find the schema; without it, no line of the file points there.

    Raises:
        UnusableName: the name is empty, or holds what a file cannot.
    """
    text = text_of(sector) if sector else starter().read_text("utf-8")
    text = text.replace("{schema}", schema) if schema else _SCHEMA_LINE.sub("", text)
    text = _NAME.sub(lambda line: f"{line[0]}\nexample: {EXAMPLE}", text, count=1)
    return text if name is None else _named(text, " ".join(name.split()))


def _named(text: str, name: str) -> str:
    if not name:
        raise UnusableName("Write what the organisation is called.")
    line = f"organization:{block_text(name, None, TextManner())}"
    named = _NAME.sub(lambda _: line, text, count=1)
    organisation = read(named.encode("utf-8", "replace"), "the new file").organisation
    if organisation is None or organisation.name != name:
        raise UnusableName("That name cannot stand in a file. Write it in plain letters, shorter.")
    return named
