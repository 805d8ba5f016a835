"""The company's colours, font, logo and footer, where they differ from ours."""

from __future__ import annotations

from orgdesign.documents.archive import Attachment
from orgdesign.documents.logo import logo_picture
from orgdesign.model import Brand
from orgdesign.render import brand_face, brand_palette
from orgdesign.value_objects import value_object
from orgdesign.yamlfile import read_theme


@value_object
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


PLAIN, PLAIN_BRAND = DeckTheme(), Brand()
"""Our own look, and that of an organisation without one of its own."""


def deck_theme(
    theme: Attachment | None, logo: Attachment | None, brand: Brand = PLAIN_BRAND
) -> DeckTheme:
    """Return the theme that a theme file and a picture make.

    What they do not say is that of the organisation's ``brand``, and else ours.

    Raises:
        OrgdesignError: the file has problems, or the logo is no PNG or JPEG of a fair size.
    """
    file = read_theme(theme.data, theme.name) if theme else Brand()
    colours, usual, own = file.colours, brand_palette(brand), brand_face()
    return DeckTheme(
        colours.primary or usual.primary,
        colours.accent or usual.accent,
        colours.ink or usual.ink,
        file.font or brand.font or (own.family if own else PLAIN.font),
        file.footer or brand.footer or PLAIN.footer,
        logo_picture(logo) if logo else b"",
    )


def logo_of(theme: Attachment) -> str | None:
    """Return the path of the logo that a theme file names.

    Raises:
        OrgdesignError: the file has problems.
    """
    return read_theme(theme.data, theme.name).logo
