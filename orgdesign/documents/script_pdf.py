"""A PDF in whatever script its text is: the shipped font, and those of the machine for the rest."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from unicodedata import category

from fpdf import FPDF, ViewerPreferences
from fpdf.fonts import TTFFont

from orgdesign.documents.archive import EPOCH
from orgdesign.documents.kinds import Note
from orgdesign.render import (
    FONT_FAMILY,
    ShippedFace,
    Typeface,
    brand_face,
    missing_characters,
    missing_fonts_advice,
    one_line,
    runs_right_to_left,
    text_width,
    typefaces_for,
)

_SHIPPED = "shipped"
"""The family of the shipped font where a company's own comes before it."""
_PLAIN_LETTERS = range(0x0590)
"""Letters before these stand beside each other as they are: Latin, Greek, Cyrillic, Armenian."""
_SIMPLE = ((0x2000, 0x2C00), (0x2E80, 0xA4D0), (0xAC00, 0xD7A4), (0xF900, 0xFB00), (0xFF00, 0xFFF0))
"""So do punctuation, and the letters of Chinese, Japanese and Korean."""


class ScriptPdf(FPDF):
    """Pages that hold a text, told beforehand, in the fonts that it needs; nothing of its making.

    Letters that no font has are told of, and shown as a question mark.
    """

    def __init__(
        self, title: str, language: str, texts: Iterable[str], note: Note, **paper: object
    ) -> None:
        super().__init__(**paper)  # type: ignore[arg-type]
        self.set_lang(language)
        self.set_producer("orgdesign")
        self.set_creation_date(EPOCH)
        self.set_title(unbroken(title))
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        letters = dict.fromkeys("".join((title, *texts)))
        text = "".join(filter(str.isprintable, letters))
        self.unknown: dict[int, str | None] = {
            ord(letter): "?" if text_width(letter, 1) else None
            for letter in letters
            if not letter.isprintable() and letter != "\n" and category(letter) not in ("Zs", "Cf")
        }
        self.unknown |= dict.fromkeys(map(ord, missing_characters(text)), "?")
        if advice := missing_fonts_advice(text):
            note(advice)
        self._take_fonts(text)

    def _take_fonts(self, text: str) -> None:
        families: dict[str, None] = {}
        for style, shipped in (("", ShippedFace.REGULAR), ("B", ShippedFace.BOLD)):
            if own := brand_face(bold=bool(style)):
                families[_SHIPPED] = None
                self._add_further(FONT_FAMILY, style, own)
                self.add_font(_SHIPPED, style, shipped.path)
            else:
                self.add_font(FONT_FAMILY, style, shipped.path)
        for style in ("", "B"):
            for face in typefaces_for(text, bold=bool(style))[1:]:
                family = f"{face.path.stem}-{face.number}"
                self._add_further(family, style, face)
                families[family] = None
        if families:
            self.set_fallback_fonts([*families], exact_match=False)
        if any(map(_is_shaped, text)):
            self.set_text_shaping(True)

    def _add_further(self, family: str, style: str, face: Typeface) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a font lacks that is not used
            self.add_font(family, style, face.path, collection_font_number=face.number)

    def whole(self) -> bytes:
        """Return the file, and close the fonts that it was set in."""
        data = bytes(self.output())
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()
        return data

    def drawable(self, text: str) -> str:
        """Return a text with question marks for what no font has."""
        return text.translate(self.unknown) if self.unknown else text


def unbroken(text: str) -> str:
    """Return a text as readers of PDF show it beside the pages: on one line, of whole letters."""
    return one_line(text).encode("utf-8", "replace").decode()


def side_of(text: str) -> str:
    """Return on which side a text begins: ``L``, or ``R`` where it runs from right to left."""
    return "R" if runs_right_to_left(text) else "L"


def _is_shaped(letter: str) -> bool:
    code = ord(letter)
    return code not in _PLAIN_LETTERS and not any(low <= code < high for low, high in _SIMPLE)
