"""A company's colours where they can be read: mended for contrast, and told apart from gaps."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model import Brand
from orgdesign.render import style
from orgdesign.render.colour_sight import contrast, least_difference
from orgdesign.value_objects import value_object

READABLE = 4.5
"""The contrast of text with its ground (WCAG 2.2 AA)."""
APART = 8.0
"""How far a colour is at least from the red of gaps, in any sight."""
ACCENT, DARK = "#0f766e", "#121f21"
"""Our own accent, and the ground of pages in the dark."""
_STEPS = 40


@value_object
class BrandPalette:
    """The colours that are used, and what was mended, in sentences.

    White can be read on ``primary``; ``accent`` and ``ink`` on paper, ``bright`` in the dark.
    """

    primary: str = style.ROOT.strong
    accent: str = ACCENT
    ink: str = style.INK
    bright: str = "#6bd0c3"
    mended: tuple[str, ...] = ()


def brand_palette(brand: Brand) -> BrandPalette:
    """Return the colours of a brand as they can be used; those that it does not name are ours."""
    said = brand.colours
    asked = {"primary": said.primary, "accent": said.accent, "ink": said.ink}
    named = {name: colour for name, colour in asked.items() if colour}
    used = {name: readable(colour, style.PAPER) for name, colour in named.items()}
    bright = readable(said.accent, DARK) if said.accent else BrandPalette().bright
    return BrandPalette(**used, bright=bright, mended=tuple(_mending_sentences(named, used)))


def heading_colour(brand: Brand) -> str:
    """Return the colour of headings of documents; empty where the brand names none."""
    colours = brand.colours
    return brand_palette(brand).primary if colours.primary else ""


def _mending_sentences(named: dict[str, str], used: dict[str, str]) -> Iterator[str]:
    for name, colour in named.items():
        if used[name] == colour:
            continue
        if contrast(colour, style.PAPER) < READABLE:
            why = "on white it is too pale to be read"
        else:
            why = "not everybody can tell it from the red of gaps"
        yield f"{name.capitalize()} {colour} is used as {used[name]}: {why}."


def readable(colour: str, ground: str) -> str:
    """Return the nearest colour that can be read on a ground, and told from the red of gaps."""
    towards = "#000000" if contrast(ground, "#000000") > contrast(ground, "#ffffff") else "#ffffff"
    for step in range(_STEPS + 1):
        mixed = mix(colour, towards, step / _STEPS)
        if contrast(mixed, ground) >= READABLE and _is_apart(mixed):
            return mixed
    return towards


def _is_apart(colour: str) -> bool:
    return least_difference(colour, style.GAP.strong) >= APART


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two, so far on the way to the other."""
    parts = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)
