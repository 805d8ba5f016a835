"""A fault: what is wrong at a path of the data, before its place in the text is looked up."""

from __future__ import annotations

from typing import NamedTuple

from orgdesign.yamlfile.tree import Path


class Fault(NamedTuple):
    """What is wrong with the value at a path, or with its key."""

    path: Path
    message: str
    at_key: bool = False
