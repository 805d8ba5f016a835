"""The shape of a theme file: a company's colours, font, logo and footer."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import ValidationError

from orgdesign.model import Brand, BrandColours, shorten
from orgdesign.yamlfile.schema.fields import Plain, Text
from orgdesign.yamlfile.schema.free import FilePath
from orgdesign.yamlfile.schema.messages import expected_message
from orgdesign.yamlfile.schema.nested_shapes import NestedShape
from orgdesign.yamlfile.schema.shapes import Shape

COLOUR = re.compile("#?([0-9A-Fa-f]{6})")
_FONT = re.compile(r"[^\W_][\w .-]{0,60}")


class Colour(Plain):
    """A colour, in quotes or without its ``#``, as a ``#`` after a space starts a comment."""

    hint = '"#0c2f33"'

    def deserialize(self, value: Any, *more: Any, **given: Any) -> Any:
        """Return a colour; a key without one is most often a colour taken for a comment."""
        if value is None:
            raise ValidationError(
                'a colour is missing here; write it in quotes, as in "#0c2f33", '
                "as # starts a comment otherwise"
            )
        return super().deserialize(value, *more, **given)

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        if not isinstance(value, str):
            raise ValidationError(expected_message("a colour", value))
        found = COLOUR.fullmatch(value.strip())
        if not found:
            raise ValidationError(
                f'"{shorten(value)}" is not a colour here; write six digits, as in "#0c2f33"'
            )
        return f"#{found[1].lower()}"


class Font(Text):
    """The name of a font family."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> str:
        name = super()._deserialize(value).strip()
        if not _FONT.fullmatch(name):
            raise ValidationError(
                f'"{shorten(name)}" is not the name of a font; write one, as in Calibri'
            )
        return name


class ColoursShape(Shape, noun="this theme", builds=BrandColours):
    """The colours of a theme."""

    primary = Colour("The ground of the title slide and the heads of tables.")
    accent = Colour("What stands out: bars of today and after, links.")
    ink = Colour("Titles and text.")


class ThemeShape(Shape, noun="this theme", builds=Brand):
    """What a deck looks like beside its charts, whose colours have a meaning."""

    colours = NestedShape("The company's colours.", ColoursShape)
    font = Font("The font of all text; one that every reader's machine has.")
    logo = Text("A PNG or JPEG file, seen from where the theme lies.")
    footer = Text("What stands at the foot of every slide.")


class BrandShape(ThemeShape, noun="this brand"):
    """What all that is made of this organisation looks like, beside the colours of charts."""

    logo = FilePath("A PNG or JPEG file, beside this file or in a folder below.")
    font_file = FilePath("A TrueType file of the font, beside this file or in a folder below.")
