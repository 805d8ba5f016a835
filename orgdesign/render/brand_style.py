"""What a brand makes of the look of pages, as a style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orgdesign.model import Brand
from orgdesign.render import style
from orgdesign.render.brand_colours import brand_palette
from orgdesign.render.brand_face import brand_face
from orgdesign.render.glyph_subset import font_families

_LOGO = (
    ".masthead > .brand svg {{ display: none; }}\n"
    '.masthead > .brand::before {{ content: ""; width: 5.5rem; height: 1.7rem; '
    'background: url("{logo}") left center / contain no-repeat; }}\n'
)
_FACE = '@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{font}"); }}\n'
_FAMILY = 'html {{ font-family: "{family}", Inter, system-ui, sans-serif; }}\n'


def brand_css(
    brand: Brand, logo: str = "", family: str = "", fonts: Mapping[int, str] = MappingProxyType({})
) -> str:
    """Return the style sheet of a brand.

    ``logo`` is its address; ``fonts`` are those of its font by weight, and ``family`` its name.
    """
    palette, colours = brand_palette(brand), brand.colours
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    if colours.primary:
        light |= {"deep": palette.primary, "on-deep": style.PAPER}
    if colours.accent:
        light["accent"], dark["accent"] = palette.accent, palette.bright
    if colours.ink:
        light["ink"] = palette.ink
    root = root_css(palette.primary) if colours.primary else ""
    parts = [_scheme("light", light, root), _scheme("dark", dark)]
    parts += [_LOGO.format(logo=logo)] if logo else []
    return "".join([*parts, _font_css(family, fonts)])


def slide_css(brand: Brand, family: str, fonts: Mapping[int, str]) -> str:
    """Return the style sheet of a brand for slides, which have a light and a dark of their own."""
    primary = brand_palette(brand).primary if brand.colours.primary else ""
    root = f":root {{ --brand: {primary}; }}\n{root_css(primary)}\n" if primary else ""
    return root + _font_css(family, fonts)


def _font_css(family: str, fonts: Mapping[int, str]) -> str:
    faces = (_FACE.format(family=family, weight=each, font=fonts[each]) for each in fonts)
    return "".join([*faces, _FAMILY.format(family=family) if family else ""])


def family_css() -> str:
    """Return the rule that sets a page in the company's face that text is set in now."""
    families = font_families("")
    return f"html {{ font-family: {families}, sans-serif; }}\n" if brand_face() else ""


def _scheme(scheme: str, values: dict[str, str], more: str = "") -> str:
    said = " ".join(f"--{name}: {value};" for name, value in values.items())
    rule = f":root {{ {said} }} {more}"
    return f"@media (prefers-color-scheme: {scheme}) {{ {rule}}}\n" if said else ""


def root_css(primary: str) -> str:
    """Return the look of the box that charts hang from."""
    return f"svg .f-root {{ fill: {primary}; }} svg .s-root {{ stroke: {primary}; }} "
