"""The fields of what people name themselves: attributes, sections, words of their own lists."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from marshmallow import ValidationError

from orgdesign.model import AttributeValue, Content, shorten
from orgdesign.yamlfile.schema.fields import Plain, Text, Texts
from orgdesign.yamlfile.schema.messages import AtKey, expected_mapping, expected_message
from orgdesign.yamlfile.schema.nested_shapes import read_each
from orgdesign.yamlfile.tree import Key

LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_OUTSIDE = re.compile(r"[/\\]|[A-Za-z]:|.*(?:^|[/\\])\.\.(?:[/\\]|$)|\w+://")


class OneOrMore(Texts):
    """One text, or a list of texts."""

    hint = "a text, or [one, two]"

    def _deserialize(self, value: Any, *more: Any, **named: Any) -> tuple[str, ...]:
        return (value,) if isinstance(value, str) else super()._deserialize(value)


class ByName(Plain):
    """A mapping of names that people choose to values of one sort; empty ones are absent."""

    hint = "{a name: …}"

    def read_value(self, raw: Any) -> Any:
        """Return what a value means."""
        raise NotImplementedError

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> dict[Key, Any]:
        if type(value) is not dict:
            raise ValidationError(expected_mapping(value, self.hint))
        given = ((key, raw) for key, raw in value.items() if raw is not None)
        return read_each(given, self._named)

    def _named(self, key: str, raw: Any) -> Any:
        if not key.strip():
            raise ValidationError([AtKey("this name is empty; write one")])
        return self.read_value(raw)


class NamedTexts(ByName):
    """A mapping of names to one text each."""

    hint = "{a name: a text}"

    def read_value(self, raw: Any) -> str:
        """Return the text."""
        if not isinstance(raw, str):
            raise ValidationError(expected_message("one text", raw))
        return raw


class AttributesField(ByName):
    """A mapping of names to texts, or to lists of texts."""

    hint = "{a name: a text}"

    def read_value(self, raw: Any) -> AttributeValue:
        """Return the text or texts of one attribute."""
        if isinstance(raw, str):
            return raw
        if type(raw) is not list:
            raise ValidationError(expected_message("a text, or a list of texts,", raw))
        wrong = {
            at: [expected_message("one text", item)]
            for at, item in enumerate(raw)
            if not isinstance(item, str)
        }
        if wrong:
            raise ValidationError(wrong)
        return tuple(raw)


class ContentByName(ByName):
    """A mapping of names to whatever people write: texts, lists, tables."""

    hint = "{a name: a text or a list}"

    def read_value(self, raw: Any) -> Content:
        """Return the content, with nothing in place of what is empty."""
        return content(raw)


def content(raw: Any) -> Content:
    """Return plain data as a value that nobody can change; what is empty is an empty text."""
    if type(raw) is dict:
        return {key: content(value) for key, value in raw.items()}
    if type(raw) is list:
        return tuple(map(content, raw))
    return "" if raw is None else str(raw)


class Language(Text):
    """The name of a language, as the web names it: en, de, pt-BR."""

    hint = "en"

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        return _checked(super()._deserialize(value), _is_language, "a language", "en or pt-BR")


class FilePath(Text):
    """The path of a file beside the organisation's, or below it."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        path = super()._deserialize(value)
        return _checked(path, _is_inside, "a file beside this one", "logo.png or pictures/logo.png")


def _checked(text: str, is_right: Callable[[str], bool], what: str, example: str) -> str:
    if is_right(text):
        return text
    raise ValidationError(f'"{shorten(text)}" is not {what}; write one, as in {example}')


def _is_language(text: str) -> bool:
    return LANGUAGE.fullmatch(text) is not None


def _is_inside(path: str) -> bool:
    return bool(path.strip()) and _OUTSIDE.match(path) is None
