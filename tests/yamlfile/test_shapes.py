"""What a shape makes of a mapping: its fields, those of the shapes above it, and what is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from orgdesign.yamlfile.schema.fields import Number, Text, WrongShape
from orgdesign.yamlfile.schema.messages import UnknownKey
from orgdesign.yamlfile.schema.shapes import Shape, shape


class PlaceShape(Shape):
    """A shape that others are made of."""

    noun = "this place"
    name = Text("What it is called.", required=True)
    values = Text("A field that is called as something a shape does.")


class HotelShape(PlaceShape):
    """A shape with one field more, and another under a key of its own."""

    noun = "this hotel"
    rooms = Number("How many rooms.", least=0)
    chain = Text("Whose it is.", key="of")
    values = Number("The same name in other words.")


def wrong(kind: type[Shape], raw: dict[str, Any]) -> Any:
    """Return all that is wrong with a mapping."""
    with pytest.raises(WrongShape) as raised:
        shape(kind).built(raw)
    return raised.value.messages


def test_fields_come_in_the_order_of_the_shapes_that_say_them_first() -> None:
    assert [each.key for each in shape(HotelShape).parts] == ["name", "values", "rooms", "of"]
    assert [each.key for each in shape(PlaceShape).parts] == ["name", "values"]


def test_values_are_read_by_key_and_given_by_name() -> None:
    said = shape(HotelShape).built({"name": "Ritz", "of": "A", "rooms": "9", "values": "1"})

    assert said == {"name": "Ritz", "chain": "A", "rooms": 9.0, "values": 1.0}


def test_what_is_empty_is_not_said() -> None:
    assert shape(HotelShape).built({"name": "Ritz", "rooms": None}) == {"name": "Ritz"}


def test_what_is_needed_is_asked_for_in_the_words_of_the_shape() -> None:
    assert wrong(PlaceShape, {})["name"] == ['this place needs "name"; add name: …']
    assert wrong(HotelShape, {"name": None})["name"] == ['this hotel needs "name"; add name: …']


def test_all_that_is_wrong_is_told_at_once() -> None:
    found = wrong(HotelShape, {"name": "Ritz", "rooms": "-1", "values": "x", "room": "1"})

    assert set(found) == {"rooms", "values", "room"}
    assert found["rooms"] == ["-1 is too small; write 0 or more"]
    assert isinstance(found["room"][0], UnknownKey)


def test_what_is_no_mapping_is_refused() -> None:
    assert wrong(PlaceShape, ["Ritz"]) == [  # type: ignore[arg-type]
        "a mapping is expected here, not a list; write it like {name: …}"
    ]
