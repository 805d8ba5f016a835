"""Every edit in ``tests/edits``: a text, the edits, and the text after them or the refusal."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from orgdesign.problems import OrgdesignError
from orgdesign.yamlfile import read
from orgdesign.yamlfile.editing import Add, Move, Remove, Set, apply, renaming
from orgdesign.yamlfile.tree import to_plain_data

START = "organization: Northwind\noutcome: {statement: My claim is settled}\n"
"""What files start with where they do not say it themselves."""

KINDS = {"set": Set, "add": Add, "remove": Remove, "move": Move}
_CASE = re.compile(
    r"## (?P<title>.*)\n\n```yaml before(?P<flags>.*)\n(?P<before>[^`]*)```\n\n"
    r"```json\n(?P<edits>[^`]*)```\n\n```(?P<kind>yaml after|text refused)\n(?P<after>[^`]*)```\n"
)


class Case(NamedTuple):
    title: str
    flags: str
    before: str
    edits: str
    kind: str
    after: str

    def written(self, text: str) -> bytes:
        """Return a text as the case's file holds it."""
        whole = text if "organization:" in text else START + text
        if "no-last-break" in self.flags:
            whole = whole.removesuffix("\n")
        line_break = {"crlf": "\r\n", "cr": "\r"}.get(
            self.flags.split()[0] if self.flags else "", "\n"
        )
        mark = b"\xef\xbb\xbf" if "bom" in self.flags else b""
        return mark + whole.replace("\n", line_break).encode()

    def edited(self) -> bytes:
        reading = read(self.written(self.before), "f")
        said = to_plain_data(reading.source.tree.root)
        edits = [one for line in self.edits.splitlines() for one in meant(said, *json.loads(line))]
        return apply(reading, edits).data


def meant(said, kind, *more):
    if kind == "rename":
        return renaming(said, more[0], tuple(more[1]), more[2])
    return [edit(kind, *more)]


def edit(kind, path, *more):
    if kind == "move":
        return Move(tuple(path), tuple(more[0]), *more[1:])
    return KINDS[kind](tuple(path), *more)


def cases():
    for path in sorted((Path(__file__).parents[2] / "edits").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        found = [Case(**match.groupdict()) for match in _CASE.finditer(text)]
        assert len(found) == text.count("\n## "), f"a case of {path.name} is not understood"
        yield from (pytest.param(case, id=f"{path.stem}: {case.title}") for case in found)


@pytest.mark.parametrize("case", list(cases()))
def test_edit(case):
    if case.kind == "yaml after":
        assert case.edited() == case.written(case.after)
        return
    with pytest.raises(OrgdesignError) as failure:
        case.edited()
    assert f"{type(failure.value).__name__}: {failure.value}\n" == case.after
