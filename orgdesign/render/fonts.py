"""How wide text is in the face that draws it, and how it breaks to lines, in every script.

Widths are upper bounds: kerning mostly draws letters closer. Characters that the shipped face lacks
are measured in the machine's font that has them; where none has, they are estimated on the wide
side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from orgdesign.render.brand_face import brand_face
from orgdesign.render.glyph_subset import embedded_font_css, subset_woff2
from orgdesign.render.scripts import breakable_parts, is_emoji, runs_right_to_left
from orgdesign.render.typefaces import (
    Typeface,
    font_folder,
    missing_characters,
    missing_fonts_advice,
    shipped_typeface,
    typeface_of,
    typefaces_for,
)

__all__ = [
    "ELLIPSIS",
    "Typeface",
    "embedded_font_css",
    "font_folder",
    "missing_characters",
    "missing_fonts_advice",
    "one_line",
    "runs_right_to_left",
    "subset_woff2",
    "text_width",
    "typefaces_for",
    "wrap",
]

ELLIPSIS = "…"

_KERNING = 1.01  # A few pairs, as in "start", are drawn apart.
_THICKENED = 1.06  # A face that is made bold because none is drawn so.
_EM_RTL, _EM_WIDE, _EM_EMOJI, _EM_OTHER = 0.7, 1.0, 1.4, 1.0
_EMOJI_LOOK = "\ufe0f"
_ZERO_WIDTH_JOINER = "\u200d"
_SEPARATORS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_PARTS = re.compile("[^-/\u2010\u2013\u2014]*[-/\u2010\u2013\u2014]+|[^-/\u2010\u2013\u2014]+")


class _Advances(dict[str, float]):
    """Each character's advance in ems, filled in as characters are met."""

    def __init__(self, bold: bool, own: Typeface | None) -> None:
        self._bold = bold
        shipped = shipped_typeface(bold).advances
        super().__init__((chr(code), advance * _KERNING) for code, advance in shipped.items())
        if own:
            wider = _KERNING * (_THICKENED if bold else 1.0)
            self.update((chr(code), advance * wider) for code, advance in own.advances.items())
        self[_EMOJI_LOOK] = _EM_EMOJI - _EM_RTL

    def __missing__(self, char: str) -> float:
        face = typeface_of(char, bold=self._bold) if _advances(char) else None
        measured = face.advances.get(ord(char)) if face else None
        advance = self[char] = _estimate(char) if measured is None else measured * _KERNING
        return advance


def _advances(char: str) -> bool:
    """Whether a character takes room: marks stand on the letter before, and controls nowhere."""
    return unicodedata.category(char) not in {"Mn", "Me", "Cf", "Cc"}


def _estimate(char: str) -> float:
    if not _advances(char):
        return 0.0
    if is_emoji(char):
        return _EM_EMOJI
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return _EM_WIDE
    letters = len(unicodedata.normalize("NFKC", char))
    return letters * (_EM_RTL if unicodedata.bidirectional(char) in {"R", "AL"} else _EM_OTHER)


class _Ruler:
    """Measures text in one face, in ems; words come again and again, so their widths are kept."""

    def __init__(self, bold: bool, own: Typeface | None) -> None:
        self._advances = _Advances(bold, own)
        self.space = self._advances[" "]
        self.word = lru_cache(maxsize=32768)(self.text)

    def text(self, text: str) -> float:
        return sum(map(self._advances.__getitem__, text))


def _ruler(bold: bool) -> _Ruler:
    """Return what measures in the face that text is set in now."""
    return _ruler_of(bold, brand_face(bold))


@cache
def _ruler_of(bold: bool, own: Typeface | None) -> _Ruler:
    return _Ruler(bold, own)


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

    Lines break at spaces, and between the characters of scripts written without them; a word too
    long for a line breaks at its hyphens and slashes, and else anywhere between two characters as
    readers see them. Text that needs more than `lines` lines is
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
        filled[lines - 1 :] = [_truncate(text, ems, ruler)]
    return tuple(filled)


def _fill(text: str, ems: float, ruler: _Ruler) -> list[str]:
    """Set words into lines, as many on each as fit."""
    filled: list[str] = []
    left = -1.0
    words = [(" ", word) for word in text.split(" ")] if text.isascii() else _words(text)
    for joint, word in words:
        wide, space = ruler.word(word), ruler.space if joint else 0.0
        if wide + space <= left:
            filled[-1] += joint + word
            left -= wide + space
        elif wide <= ems:
            filled.append(word)
            left = ems - wide
        else:
            filled += _break(word, ems, ruler)
            left = ems - ruler.text(filled[-1])
    return filled


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a line may not break within, each with what joins it to what stands before."""
    for word in text.split(" "):
        joint = " "
        for part in breakable_parts(word, _characters(word)):
            yield joint, part
            joint = ""


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


def _truncate(text: str, ems: float, ruler: _Ruler) -> str:
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
