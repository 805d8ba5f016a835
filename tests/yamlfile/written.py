"""Small organisation files, written in place, and what is told about them."""

from textwrap import dedent

from orgdesign.model import Organisation
from orgdesign.yamlfile import read

START = "organization: Northwind\noutcome: {statement: My claim is settled}\n"


def told(text: str | bytes) -> list[str]:
    """Read a text, and return its problems as people see them."""
    return [problem.format("f") for problem in read(as_bytes(text), "f").problems]


def told_after_start(text: str) -> list[str]:
    """Read a text after the two lines that every file needs; its first line is line 3."""
    return told(START + dedent(text).lstrip("\n"))


def organisation_of(text: str | bytes) -> Organisation:
    """Read a text that has no problems."""
    reading = read(as_bytes(text), "f")
    assert reading.organisation is not None, reading.problems
    return reading.organisation


def organisation_after_start(text: str) -> Organisation:
    """Read a text without problems after the two lines that every file needs."""
    return organisation_of(START + dedent(text).lstrip("\n"))


def as_bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
