"""The kinds of field that an organisation file is made of, each with its own messages.

Every value arrives as the text that is written, or as a mapping or list of such texts; an
empty plain value arrives as None and means that the field is absent.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from marshmallow import ValidationError, fields

from orgdesign.reading.suggestions import plainly
from orgdesign.reading.tree import Path

_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_YES = frozenset(("yes", "true"))
_NO = frozenset(("no", "false"))


class AtKey(str):
    """A message whose place is the key, not the value under it."""

    __slots__ = ()


class Use(NamedTuple):
    """One place where a file refers to another part of it by id."""

    path: Path
    kind: str
    id: str


class Plain(fields.Field[Any]):
    """A field and what the file's readers are told about it."""

    default_error_messages = {"null": "", "required": ""}  # noqa: RUF012 - marshmallow's own way

    def __init__(self, about: str, *, required: bool = False, **more: Any) -> None:
        super().__init__(required=required, allow_none=not required, **more)
        self.about = about

    def make_error(self, key: str, **_: Any) -> ValidationError:
        """Return what is wrong; only a missing value is ever told this way."""
        noun = getattr(self.parent, "noun", "part")
        return ValidationError(
            AtKey(f'{noun} needs "{self.key}"; add {self.key}: {self.hint()} under it')
        )

    @property
    def key(self) -> str:
        """The key that the field has in the file."""
        return self.data_key or self.name

    def hint(self) -> str:
        """Say in a few words what to write."""
        return "a text"

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference in a value, also where other parts of it are wrong."""
        yield from ()


class Text(Plain):
    """A text, exactly as written."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(expected("one text", value))
        if self.required and not value.strip():
            raise ValidationError(f'"{self.key}" is empty; write {self.hint()}')
        return value


class Number(Plain):
    """A finite number between two bounds."""

    def __init__(
        self, about: str, *, least: float | None = None, most: float | None = None
    ) -> None:
        super().__init__(about)
        self.least, self.most = least, most

    def hint(self) -> str:
        """Say in a few words what to write."""
        return "a number"

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> float:
        if not isinstance(value, str):
            raise ValidationError(expected("a number", value))
        text = value.strip()
        number = float(text) if _NUMBER.fullmatch(text) else math.nan
        if not math.isfinite(number):
            raise ValidationError(_not_a_number(text))
        self._check_bounds(number, text)
        return number

    def _check_bounds(self, number: float, text: str) -> None:
        if self.most is not None and not (self.least or 0) <= number <= self.most:
            raise ValidationError(
                f"{text} is out of range; write a number from {self.least:g} to {self.most:g}"
            )
        if self.least is not None and number < self.least:
            raise ValidationError(f"{text} is too small; write {self.least:g} or more")


class Flag(Plain):
    """Yes or no."""

    def hint(self) -> str:
        """Say in a few words what to write."""
        return "yes or no"

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> bool:
        if not isinstance(value, str):
            raise ValidationError(expected("yes or no", value))
        word = value.strip().lower()
        if word not in _YES and word not in _NO:
            raise ValidationError(f'"{_cut(value)}" is neither yes nor no; write yes or no')
        return word in _YES


class Choice(Plain):
    """One of a few words."""

    def __init__(self, about: str, options: Sequence[str], **more: Any) -> None:
        super().__init__(about, **more)
        self.options = tuple(options)

    def hint(self) -> str:
        """Say in a few words what to write."""
        return listed(self.options)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(expected(f"one of {listed(self.options)}", value))
        if value not in self.options:
            raise ValidationError(unknown_word(value, self.options))
        return value


class Ref(Plain):
    """The id of another part of the file."""

    def __init__(self, about: str, kind: str, **more: Any) -> None:
        super().__init__(about, **more)
        self.kind = kind

    def hint(self) -> str:
        """Say in a few words what to write."""
        return f"the id of {article(self.kind)}"

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield the reference."""
        if isinstance(value, str):
            yield Use(path, self.kind, value)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(expected(f"the id of one {self.kind}", value))
        return value


class NewId(Plain):
    """The id of a part that a change brings into being."""

    def hint(self) -> str:
        """Say in a few words what to write."""
        return "a new id"

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(expected("one id", value))
        wrong = wrong_id(value)
        if wrong:
            raise ValidationError(wrong)
        return value


class Texts(Plain):
    """A list of texts."""

    item = "one text"

    def hint(self) -> str:
        """Say in a few words what to write."""
        return "a list, like [one, two]"

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> tuple[str, ...]:
        if type(value) is not list:
            raise ValidationError(_expected_list(value))
        errors = {at: [wrong] for at, each in enumerate(value) if (wrong := self.wrong_item(each))}
        if errors:
            raise ValidationError(errors)
        return tuple(value)

    def wrong_item(self, value: Any) -> str | None:
        """Say what is wrong with one item of the list, if anything is."""
        if value is None:
            return "this item is empty; write something after it, or delete it"
        return None if isinstance(value, str) else expected(self.item, value)


class Refs(Texts):
    """A list of ids of other parts of the file, each once."""

    def __init__(self, about: str, kind: str, *, least: int = 0, **more: Any) -> None:
        super().__init__(about, **more)
        self.kind, self.least = kind, least
        self.item = f"the id of one {kind}"

    def hint(self) -> str:
        """Say in a few words what to write."""
        return f"a list of ids, like [{self.kind}-one, {self.kind}-two]"

    def uses(self, value: Any, path: Path) -> Iterator[Use]:
        """Yield each reference of the list."""
        if type(value) is list:
            for at, each in enumerate(value):
                if isinstance(each, str):
                    yield Use((*path, at), self.kind, each)

    def _deserialize(self, value: Any, *more: Any, **named: Any) -> tuple[str, ...]:
        ids = super()._deserialize(value, *more, **named)
        if len(ids) < self.least:
            raise ValidationError(f"list at least {self.least} {self.kind}s here")
        if len(set(ids)) < len(ids):
            raise ValidationError(_repeated(ids))
        return ids


def expected(what: str, value: Any) -> str:
    """Say that something else stands where ``what`` should, and how to mend it."""
    if value is None:
        return f"{what} is expected here; write it, or delete this"
    if isinstance(value, str):
        spaced = re.match(r"([^\s:]+):(\S.*)", value)
        if spaced and what.startswith("a mapping"):
            return f"put a space after the colon: {spaced[1]}: {_cut(spaced[2], 30)}"
        return f'{what} is expected here, not the text "{_cut(value)}"'
    if type(value) is dict:
        quotes = "; if the colon belongs to a text, put the text in quotes"
        return f"{what} is expected here, not a mapping (key: value){quotes}"
    return f"{what} is expected here, not a list{_only_item(value)}"


def _only_item(value: list[Any]) -> str:
    if len(value) == 1 and isinstance(value[0], str):
        return f"; write {_cut(value[0])} without the brackets or dash"
    return ""


def _expected_list(value: Any) -> str:
    if isinstance(value, str) and "," not in value:
        return f"a list is expected here; write [{_cut(value)}]"
    return f"{expected('a list', value)}; write it like [one, two]"


def wrong_id(value: str) -> str | None:
    """Say why a text cannot be an id, if it cannot."""
    wrong = next((char for char in value if not _id_character(char)), None)
    if wrong is None:
        return None if value else "this id is empty; write one"
    name = "a space" if wrong.isspace() else f'"{wrong}"'
    better = re.sub(r"-+", "-", "".join(c if _id_character(c) else "-" for c in value)).strip("-")
    hint = f"; write {_cut(better)}" if better else ""
    return f"an id is made of letters, digits, - and _, without {name}{hint}"


def _id_character(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in "-_"
    category = _category(char)
    return category[0] in "LM" or category == "Nd"


def _category(char: str) -> str:
    import unicodedata

    return unicodedata.category(char)


def _repeated(ids: Sequence[str]) -> dict[int, list[str]]:
    seen: set[str] = set()
    errors = {}
    for at, each in enumerate(ids):
        if each in seen:
            errors[at] = [f'"{_cut(each)}" is listed twice; delete one of the two']
        seen.add(each)
    return errors


def _not_a_number(text: str) -> str:
    if re.fullmatch(r"[-+]?[0-9]{1,3}([,'_ .\u00a0\u202f][0-9]{3})+", text) or "_" in text:
        digits = re.sub(r"[^0-9+-]", "", text)
        return f'"{_cut(text)}" is not a number here; write it without separators: {digits}'
    if re.fullmatch(r"[-+]?[0-9]+,[0-9]+", text):
        return f'"{text}" is not a number here; write it with a point: {text.replace(",", ".")}'
    found = _NUMBER.search(text)
    if found:
        return f'"{_cut(text)}" is not a number; write the digits alone, as in {found[0]}'
    return f'"{_cut(text)}" is not a number; write one, as in 120 or 9.5'


def unknown_word(value: str, options: Sequence[str]) -> str:
    """Say that a word is not one of the options, and which may be meant."""
    from difflib import get_close_matches

    near = get_close_matches(plainly(value)[:60], options, 1, 0.6)
    if near:
        return f'"{_cut(value)}" is not known here; did you mean "{near[0]}"?'
    return f'"{_cut(value)}" is not known here; write one of {listed(options)}'


def listed(words: Sequence[str]) -> str:
    """Return words as they are listed in a sentence."""
    return ", ".join(words[:-1]) + f" or {words[-1]}" if len(words) > 1 else words[0]


def article(noun: str) -> str:
    """Return a noun with a or an before it."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _cut(text: str, most: int = 60) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= most else line[: most - 1] + "…"
