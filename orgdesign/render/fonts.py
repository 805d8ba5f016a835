"""How wide text is in the shipped font, so that every card fits its text on every machine.

Widths are upper bounds: kerning mostly draws letters closer, and characters that Inter lacks are
drawn by whatever font a machine has, so they are estimated on the wide side.
"""

from __future__ import annotations

import base64
import io
import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from orgdesign.problems import OrgdesignError
from orgdesign.resources import folder

FAMILY = "Inter"
ELLIPSIS = "…"

_KERNING = 1.01  # A few pairs, as in "start", are drawn apart.
_EM_RTL, _EM_WIDE, _EM_EMOJI, _EM_OTHER = 0.7, 1.0, 1.4, 1.0
_EMOJI_LOOK = "\ufe0f"
_ZERO_WIDTH_JOINER = "\u200d"
_SEPARATORS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_PARTS = re.compile("[^-/\u2010\u2013\u2014]*[-/\u2010\u2013\u2014]+|[^-/\u2010\u2013\u2014]+")


class Face(Enum):
    """One of the two shipped faces, named by its file."""

    REGULAR = "Inter-Regular.ttf"
    BOLD = "Inter-Bold.ttf"

    @property
    def path(self) -> Path:
        """Where the face's file lies."""
        return font_folder() / self.value

    @property
    def weight(self) -> int:
        """The face's weight as CSS counts it."""
        return 700 if self is Face.BOLD else 400


def font_folder() -> Path:
    """Return the folder of the shipped fonts.

    Raises:
        OrgdesignError: the fonts have not been built yet, as in a fresh checkout.
    """
    fonts = folder("static") / "vendor" / "fonts"
    if not fonts.is_dir():
        raise OrgdesignError(
            "The fonts that charts are drawn with are missing: run `npm ci` and `npm run build`."
        )
    return fonts


class _Advances(dict[str, float]):
    """Each character's advance in ems, filled in as characters are met."""

    def __init__(self, face: Face) -> None:
        from fontTools.ttLib import TTFont

        with TTFont(face.path, lazy=True) as font:
            widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
            super().__init__(
                (chr(code), widths[glyph][0] / em * _KERNING)
                for code, glyph in font.getBestCmap().items()
            )
        self[_EMOJI_LOOK] = _EM_EMOJI - _EM_RTL

    def __missing__(self, char: str) -> float:
        advance = self[char] = _estimate(char)
        return advance


def _estimate(char: str) -> float:
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    if char >= "\U0001f000" or (category == "So" and unicodedata.east_asian_width(char) == "W"):
        return _EM_EMOJI
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return _EM_WIDE
    letters = len(unicodedata.normalize("NFKC", char))
    return letters * (_EM_RTL if unicodedata.bidirectional(char) in {"R", "AL"} else _EM_OTHER)


class _Ruler:
    """Measures text in one face, in ems; words come again and again, so their widths are kept."""

    def __init__(self, face: Face) -> None:
        self._advances = _Advances(face)
        self.space = self._advances[" "]
        self.word = lru_cache(maxsize=32768)(self.text)

    def text(self, text: str) -> float:
        return sum(map(self._advances.__getitem__, text))


@cache
def _ruler(bold: bool) -> _Ruler:
    return _Ruler(Face.BOLD if bold else Face.REGULAR)


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return how wide a line of text is at most, in points, at a font size in points."""
    return _ruler(bold).text(text) * size


def one_line(text: str) -> str:
    """Return the text with line breaks, tabs and control characters folded into single spaces."""
    if not text.isprintable() or "  " in text:
        text = _SEPARATORS.sub(" ", text)
    return text.strip(" ")


def wrap(
    text: str, width: float, size: float, bold: bool = False, lines: int | None = None
) -> tuple[str, ...]:
    """Return the text in lines no wider than `width` points.

    Lines break at spaces; a word too long for a line breaks at its hyphens and slashes, and else
    anywhere between two characters as readers see them. Text that needs more than `lines` lines is
    cut and ends in an ellipsis.
    """
    text = one_line(text)
    if not text:
        return ()
    ruler, ems = _ruler(bold), width / size
    filled = _fill(text, ems, ruler)
    if lines is not None and len(filled) > lines:
        for line in filled[: lines - 1]:
            text = text[len(line) :].lstrip(" ")
        filled[lines - 1 :] = [_cut(text, ems, ruler)]
    return tuple(filled)


def _fill(text: str, ems: float, ruler: _Ruler) -> list[str]:
    """Set words into lines, as many on each as fit."""
    filled: list[str] = []
    left = -1.0
    for word in text.split(" "):
        wide = ruler.word(word)
        if wide + ruler.space <= left:
            filled[-1] += " " + word
            left -= wide + ruler.space
        elif wide <= ems:
            filled.append(word)
            left = ems - wide
        else:
            filled += _break(word, ems, ruler)
            left = ems - ruler.text(filled[-1])
    return filled


def _break(word: str, ems: float, ruler: _Ruler) -> list[str]:
    """Break a word that is wider than a line: at its hyphens and slashes, and else anywhere."""
    filled, left = [""], ems
    for part in _PARTS.findall(word):
        for piece in [part] if ruler.text(part) <= ems else _characters(part):
            wide = ruler.text(piece)
            if filled[-1] and wide > left:
                filled.append("")
                left = ems
            filled[-1] += piece
            left -= wide
    return filled


def _cut(text: str, ems: float, ruler: _Ruler) -> str:
    left, kept = ems - ruler.text(ELLIPSIS), ""
    for character in _characters(text):
        left -= ruler.text(character)
        if left < 0:
            break
        kept += character
    return kept.rstrip(" -/,;:") + ELLIPSIS


def _characters(text: str) -> Iterator[str]:
    """Yield characters as readers see them: marks, joined emoji and flags stay in one piece."""
    start, flags = 0, 0
    for end, (before, after) in enumerate(pairwise(text), start=1):
        flags = flags + 1 if _is_flag_half(before) else 0
        if not (_continues(before, after) or (flags % 2 and _is_flag_half(after))):
            yield text[start:end]
            start = end
    yield text[start:]


def _continues(before: str, after: str) -> bool:
    return (
        before == _ZERO_WIDTH_JOINER
        or unicodedata.category(after) in {"Mn", "Mc", "Me", "Cf"}
        or "\U0001f3fb" <= after <= "\U0001f3ff"
        or "\u1160" <= after <= "\u11ff"
    )


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def embedded_font_css(text: str) -> str:
    """Return style rules that carry the shipped font's glyphs for this text, and no others.

    A standalone SVG file that holds them looks the same where Inter is not installed.
    """
    used = "".join(sorted(set(text)))
    return "".join(_font_face(face, used) for face in Face)


@lru_cache(maxsize=16)
def _font_face(face: Face, used: str) -> str:
    data = base64.b64encode(subset_woff2(face, used)).decode("ascii")
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{face.weight};'
        f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
    )


def subset_woff2(face: Face, text: str) -> bytes:
    """Return a face as a WOFF2 file with no more than the glyphs that this text needs."""
    from fontTools import subset

    options = subset.Options(flavor="woff2", hinting=False, notdef_outline=True)
    options.layout_features = ["ccmp", "kern", "locl", "mark", "mkmk"]
    with subset.load_font(str(face.path), options) as font, io.BytesIO() as file:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=text)
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(file)
        return file.getvalue()
