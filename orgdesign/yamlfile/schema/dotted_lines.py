"""The further lines of functions and roles, beside the one that decides the tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from marshmallow import ValidationError

from orgdesign.model import DottedLine
from orgdesign.yamlfile.schema.fields import Plain, Text, Use
from orgdesign.yamlfile.schema.links import Ref, repetitions
from orgdesign.yamlfile.schema.messages import expected_list, expected_message
from orgdesign.yamlfile.schema.nested_shapes import read_each
from orgdesign.yamlfile.schema.shapes import Shape, shape
from orgdesign.yamlfile.tree import Path

LABEL = "What the line is about."


class DottedLineShape(Shape, noun="a dotted line", builds=DottedLine):
    """A further line, beside the one that decides the tree."""

    kind: ClassVar[str] = ""
    label = Text(LABEL)


class FunctionLineShape(DottedLineShape):
    """A further line of a function."""

    kind = "function"
    to = Ref("The function that it leads to.", "function", required=True)


class RoleLineShape(DottedLineShape):
    """A further line of a role."""

    kind = "role"
    to = Ref("The role that it leads to.", "role", required=True)


class DottedLines(Plain):
    """Further lines to parts of a kind: ids, or an id and a label each."""

    hint = "[an-id]"

    def __init__(self, about: str, line: type[DottedLineShape]) -> None:
        super().__init__(about)
        self.line = line

    @property
    def kind(self) -> str:
        """The kind of part that the lines lead to."""
        return self.line.kind

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield the reference of each line."""
        for at, line in enumerate(value if type(value) is list else ()):
            if isinstance(line, str):
                yield Use((*path, at), self.kind, line)
            else:
                yield from shape(self.line).uses(line, (*path, at))

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> tuple[DottedLine, ...]:
        if type(value) is not list:
            raise ValidationError(expected_list(value))
        lines = tuple(read_each(enumerate(value), self._read).values())
        repeated = repetitions([line.to for line in lines])
        if repeated:
            raise ValidationError(repeated)
        return lines

    def _read(self, at: int, raw: Any) -> DottedLine:
        if isinstance(raw, str):
            return DottedLine(raw)
        if type(raw) is not dict:
            raise ValidationError(expected_message(f"the id of one {self.kind}", raw))
        line: DottedLine = shape(self.line).value_of(raw)
        return line
