"""How colours are seen: contrast, and what those see who tell some colours apart less well.

Contrast is that of WCAG 2.2. The matrices are those of Machado, Oliveira and Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at severity 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import dist

Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]
Light = tuple[float, float, float]
_GREY = (0.2126, 0.7152, 0.0722)
SIGHTS: Mapping[str, Matrix] = {
    "grey": (_GREY, _GREY, _GREY),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What becomes of red, green and blue light in each kind of sight."""
_AS_IT_IS: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def light_of(colour: str) -> Light:
    """Return the red, green and blue light of a colour such as ``#0c2f33``, each from 0 to 1."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else pow((value + 0.055) / 1.055, 2.4)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted(_luminance(light_of(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def _luminance(light: Light) -> float:
    return sum(share * value for share, value in zip(_GREY, light, strict=True))


def seen_light(light: Light, sight: Matrix) -> Light:
    """Return a light as it is seen."""
    red, green, blue = (
        min(1.0, max(0.0, sum(share * value for share, value in zip(row, light, strict=True))))
        for row in sight
    )
    return red, green, blue


def difference(one: str, other: str, sight: Matrix = _AS_IT_IS) -> float:
    """Return how far two colours are from each other as they are seen; 2.3 can just be told."""
    first, second = (_lab(seen_light(light_of(colour), sight)) for colour in (one, other))
    return dist(first, second)


def least_difference(one: str, other: str) -> float:
    """Return the least difference of two colours in any sight that sees colours."""
    sights = (_AS_IT_IS, *(matrix for name, matrix in SIGHTS.items() if name != "grey"))
    return min(difference(one, other, sight) for sight in sights)


def _lab(light: Light) -> Light:
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (_root(value) for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _root(value: float) -> float:
    return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
