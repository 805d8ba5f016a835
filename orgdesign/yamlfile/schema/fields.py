"""The plain fields of an organisation file: texts, numbers, yes or no, one of a few words.

Every value arrives as the text that is written, or as a mapping or list of such texts; an
empty plain value arrives as None and means that the field is absent.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from copy import copy
from typing import Any, NamedTuple, Self

from orgdesign.model import shorten
from orgdesign.yamlfile.schema.messages import (
    NUMBER,
    AtKey,
    expected_list,
    expected_message,
    not_a_number,
    one_of,
    unknown_word,
)
from orgdesign.yamlfile.tree import Path

_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


class Use(NamedTuple):
    """One place where a file refers to a part of it, of a kind, by its id.

    A reference that ``may_be_gone`` counts for nothing when there is no such part.
    """

    path: Path
    kind: str
    id: str
    is_key: bool = False
    may_be_gone: bool = False


MISSING = object()
"""What an empty value means: nothing is said."""


class WrongShape(Exception):  # noqa: N818 - no failure, but what is told of a file
    """What is wrong with a value: messages, or those of what it holds by key or position."""

    def __init__(self, wrong: str | list[str] | dict[Any, Any]) -> None:
        super().__init__(wrong)
        self.messages = [wrong] if isinstance(wrong, str) else wrong


class Plain:
    """A field of a shape, and what ``about`` it is told to those who write the file.

    Its ``key`` in the file is its name in the shape, unless another is given.
    """

    hint = "…"
    name = ""
    noun = "this part"

    def __init__(self, about: str, *, required: bool = False, key: str = "") -> None:
        self.about, self.required, self.key = about, required, key

    def within(self, noun: str, name: str) -> Self:
        """Return the field as it is called in a shape, which its noun tells."""
        field = copy(self)
        field.noun, field.name, field.key = noun, name, self.key or name
        return field

    def read(self, value: Any) -> Any:
        """Return what a value means, ``MISSING`` for none."""
        if value is None:
            if self.required:
                message = f'{self.noun} needs "{self.key}"; add {self.key}: {self.hint}'
                raise WrongShape([AtKey(message)])
            return MISSING
        return self._read_value(value)

    def _read_value(self, value: Any) -> Any:
        """Return what something that is said means."""
        raise NotImplementedError

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in a value, also where other parts of it are wrong."""
        yield from ()


class Text(Plain):
    """A text, exactly as written."""

    def _read_value(self, value: Any) -> str:
        if not isinstance(value, str):
            raise WrongShape(expected_message("one text", value))
        if self.required and not value.strip():
            raise WrongShape(f'"{self.key}" is empty; write something in it')
        return value


class Number(Plain):
    """A finite number, from ``least`` to ``most`` where those are given."""

    hint = "a number"

    def __init__(
        self, about: str, *, least: float | None = None, most: float | None = None
    ) -> None:
        super().__init__(about)
        self.least, self.most = least, most

    def _read_value(self, value: Any) -> float:
        if not isinstance(value, str):
            raise WrongShape(expected_message("a number", value))
        text = value.strip()
        number = float(text) if NUMBER.fullmatch(text) else math.nan
        if not math.isfinite(number):
            raise WrongShape(not_a_number(text))
        self._check_bounds(number, shorten(text, 20))
        return number

    def _check_bounds(self, number: float, text: str) -> None:
        if self.most is not None and number > self.most:
            raise WrongShape(f"{text} is too large; write {self.most:g} or less")
        if self.least is not None and number < self.least:
            raise WrongShape(f"{text} is too small; write {self.least:g} or more")


class Flag(Plain):
    """Yes or no."""

    hint = "yes or no"

    def _read_value(self, value: Any) -> bool:
        if not isinstance(value, str):
            raise WrongShape(expected_message("yes or no", value))
        flag = _FLAGS.get(value.strip().lower())
        if flag is None:
            raise WrongShape(f'"{shorten(value)}" is neither yes nor no; write yes or no')
        return flag


class ChoiceField(Plain):
    """One of a few words."""

    def __init__(self, about: str, options: Sequence[str], **more: Any) -> None:
        super().__init__(about, **more)
        self.options = tuple(options)

    def _read_value(self, value: Any) -> str:
        if not isinstance(value, str):
            raise WrongShape(expected_message(one_of(self.options), value))
        if value not in self.options:
            raise WrongShape(unknown_word(value, self.options))
        return value


class Texts(Plain):
    """A list of texts."""

    hint = "[one, two]"
    item = "one text"

    def _read_value(self, value: Any) -> tuple[str, ...]:
        if type(value) is not list:
            raise WrongShape(expected_list(value))
        errors = {
            at: [expected_message(self.item, each)]
            for at, each in enumerate(value)
            if not isinstance(each, str)
        }
        if errors:
            raise WrongShape(errors)
        return tuple(value)
