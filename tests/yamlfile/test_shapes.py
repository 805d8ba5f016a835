"""A shape reads a mapping itself, in less time than marshmallow, and as marshmallow would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from marshmallow import ValidationError

from orgdesign.yamlfile.schema.file import OrganisationShape
from orgdesign.yamlfile.schema.shapes import Shape, shape
from tests.properties import examples

WORDS = st.sampled_from(["", "a", "yes", "7", "-1", "desired", "#0c2f33", "direct", "two words"])
CONTENT = st.recursive(
    st.none() | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=4,
)


def shapes(kind: type[Shape] = Shape) -> Iterator[type[Shape]]:
    """Yield every shape that a file may hold."""
    for each in kind.__subclasses__():
        yield each
        yield from shapes(each)


@st.composite
def mappings(draw: st.DrawFn) -> tuple[Shape, dict[str, Any]]:
    """Return a shape, and a mapping of some of its keys and of others to whatever there is."""
    kind = shape(draw(st.sampled_from([*dict.fromkeys([OrganisationShape, *shapes()])])))
    keys = st.sampled_from([*sorted(kind.keys), "strange", "_schema"])
    return kind, draw(st.dictionaries(keys, CONTENT, max_size=6))


@settings(max_examples=examples(300))
@given(mappings())
def test_a_shape_reads_what_marshmallow_would(of: tuple[Shape, dict[str, Any]]) -> None:
    kind, raw = of
    assert outcome(kind.values, raw) == outcome(kind.load, raw)


def outcome(read: Callable[[dict[str, Any]], Any], raw: dict[str, Any]) -> Any:
    """Return what comes of a mapping, or all that is wrong with it."""
    try:
        return read(raw)
    except ValidationError as error:
        return error.messages
