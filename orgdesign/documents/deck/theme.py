"""The company's colours, font, logo and footer, where they differ from ours."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image

from orgdesign.documents.archive import Attachment
from orgdesign.model import Brand
from orgdesign.problems import OrgdesignError
from orgdesign.yamlfile.theme_file import read_theme

_LARGEST, _PIXELS = 10_000_000, 40_000_000
_KEPT = (1200, 400)


@dataclass(frozen=True, slots=True)
class DeckTheme:
    """What a deck looks like beside its charts, whose colours have a meaning.

    ``primary`` is for the title slide and heads of tables, ``accent`` for what stands out,
    ``ink`` for text. Colours are six hexadecimal digits after a ``#``. ``logo`` is a PNG file.
    """

    primary: str = "#0c2f33"
    accent: str = "#0f766e"
    ink: str = "#0f1c24"
    font: str = "Arial"
    footer: str = ""
    logo: bytes = b""


PLAIN = DeckTheme()
"""Our own look."""


def deck_theme(theme: Attachment | None, logo: Attachment | None) -> DeckTheme:
    """Return the theme that a theme file and a picture make; what they do not say is ours.

    Raises:
        OrgdesignError: the file has problems, or the logo is no PNG or JPEG of a fair size.
    """
    file = read_theme(theme.data, theme.name) if theme else Brand()
    colours = file.colours
    return DeckTheme(
        colours.primary or PLAIN.primary,
        colours.accent or PLAIN.accent,
        colours.ink or PLAIN.ink,
        file.font or PLAIN.font,
        file.footer or PLAIN.footer,
        _picture(logo) if logo else b"",
    )


def logo_of(theme: Attachment) -> str | None:
    """Return the path of the logo that a theme file names.

    Raises:
        OrgdesignError: the file has problems.
    """
    return read_theme(theme.data, theme.name).logo


def _picture(logo: Attachment) -> bytes:
    """Return a picture drawn anew: as large as a slide needs it, and without its metadata."""
    if len(logo.data) > _LARGEST:
        raise OrgdesignError(f"{logo.name} is too large for a logo; save it with less than 10 MB.")
    try:
        with (
            warnings.catch_warnings(),
            Image.open(io.BytesIO(logo.data), formats=("PNG", "JPEG")) as found,
        ):
            warnings.simplefilter("ignore")
            if found.width * found.height > _PIXELS:
                raise OrgdesignError(
                    f"{logo.name} has {found.width:,} by {found.height:,} pixels, which is too "
                    "much for a logo; save it smaller."
                )
            drawn = found.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        message = f"{logo.name} is not a PNG or JPEG picture; save the logo as one and try again."
        raise OrgdesignError(message) from None
    drawn.thumbnail(_KEPT)
    with io.BytesIO() as data:
        drawn.save(data, "PNG")
        return data.getvalue()
