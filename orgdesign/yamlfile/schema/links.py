"""The fields that tie a file's parts together by their ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from marshmallow import ValidationError

from orgdesign.model import shorten, with_article
from orgdesign.yamlfile.schema.fields import Plain, Texts, Use
from orgdesign.yamlfile.schema.messages import expected_message, wrong_id
from orgdesign.yamlfile.tree import Path


class Ref(Plain):
    """The id of another part of the file, of a kind."""

    def __init__(self, about: str, kind: str, *, may_be_gone: bool = False, **more: Any) -> None:
        super().__init__(about, **more)
        self.kind, self.may_be_gone = kind, may_be_gone
        self.hint = f"the id of {with_article(kind)}"

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield the reference."""
        if isinstance(value, str):
            yield Use(path, self.kind, value, may_be_gone=self.may_be_gone)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(expected_message(f"the id of one {self.kind}", value))
        return value


class Refs(Texts):
    """A list of ids of other parts of the file, each once."""

    def __init__(
        self, about: str, kind: str, *, least: int = 0, may_be_gone: bool = False, **more: Any
    ) -> None:
        super().__init__(about, **more)
        self.kind, self.least, self.may_be_gone = kind, least, may_be_gone
        self.item = f"the id of one {kind}"

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference of the list."""
        if type(value) is list:
            for at, each in enumerate(value):
                if isinstance(each, str):
                    yield Use((*path, at), self.kind, each, may_be_gone=self.may_be_gone)

    def _deserialize(self, value: Any, *more: Any, **named: Any) -> tuple[str, ...]:
        ids = super()._deserialize(value, *more, **named)
        if len(ids) > 1 and len(set(ids)) < len(ids):
            raise ValidationError(repetitions(ids))
        if len(ids) < self.least:
            raise ValidationError(f"list at least {self.least} {self.kind}s here")
        return ids


class NewId(Plain):
    """The id of a part that a change brings into being."""

    hint = "a new id"

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(expected_message("one id", value))
        wrong = wrong_id(value)
        if wrong:
            raise ValidationError(wrong)
        return value


def repetitions(ids: Sequence[str]) -> dict[int, list[str]]:
    """Return what is wrong with each id that stands in a list for the second time."""
    first = {each: at for at, each in reversed(list(enumerate(ids)))}
    return {
        at: [f'"{shorten(each)}" is listed twice; keep one of the two']
        for at, each in enumerate(ids)
        if first[each] < at
    }
