"""The font file of a brand: found and looked at in one place, and what text is set in meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.problems import OrgdesignError

if TYPE_CHECKING:
    from orgdesign.model import Brand
    from orgdesign.render.typefaces import Typeface

LARGEST_FONT = 4 * 1024 * 1024
_FONT_STARTS = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_NEEDED = ("cmap", "glyf", "head", "hmtx", "name")

_CHOSEN: ContextVar[Typeface | None] = ContextVar("brand_face", default=None)


def brand_face(bold: bool = False) -> Typeface | None:
    """Return the company's face that text is set in now, where there is one.

    Bold is the file beside it that is named so, and else the same.
    """
    face = _CHOSEN.get()
    if face is None or not bold:
        return face
    from orgdesign.render.typefaces import bold_face

    return bold_face(face) or face


@contextmanager
def set_in(face: Typeface | None) -> Iterator[None]:
    """Measure and set all text in a company's face, where it has the letters, and then no more."""
    token = _CHOSEN.set(face)
    try:
        yield
    finally:
        _CHOSEN.reset(token)


def find_brand_face(brand: Brand, folder: Path | None) -> Typeface | None:
    """Return the face of the file that a brand names, seen from the folder of its organisation.

    Raises:
        OrgdesignError: there is no such file, or it is no TrueType font that can be read.
    """
    if not (folder and brand.font_file):
        return None
    from fontTools.ttLib import TTFont

    from orgdesign.render.typefaces import Typeface

    face = Typeface(_font_path(folder.resolve(), brand.font_file))
    try:
        with face.path.open("rb") as file, TTFont(file, lazy=True) as font:
            can_be_set = all(table in font for table in _NEEDED) and bool(font.getBestCmap())
            can_be_set = can_be_set and bool(face.family and face.advances)
    except Exception as error:  # whatever a broken font makes of the library
        raise _unusable(brand.font_file, "cannot be read as a font") from error
    if not can_be_set:
        raise _unusable(brand.font_file, "is no TrueType font with letters in it")
    return face


def usable_brand_face(brand: Brand, folder: Path | None) -> Typeface | None:
    """Return the face of a brand's font file; None where there is none that can be used."""
    try:
        return find_brand_face(brand, folder)
    except OrgdesignError:
        return None


def _font_path(folder: Path, named: str) -> Path:
    try:
        path = (folder / named).resolve()
        if not (path.is_relative_to(folder) and path.is_file()):
            raise _unusable(named, "is not beside the organisation")
        if path.stat().st_size > LARGEST_FONT:
            raise _unusable(named, "is larger than 4 MB")
        with path.open("rb") as file:
            starts_like_one = file.read(4).startswith(_FONT_STARTS)
    except (OSError, ValueError) as error:
        raise _unusable(named, "cannot be read") from error
    if not starts_like_one:
        raise _unusable(named, "is no TrueType font")
    return path


def _unusable(named: str, why: str) -> OrgdesignError:
    return OrgdesignError(
        f"{named}, which brand: font_file: names, {why}; "
        "put a TrueType file (.ttf) there, or take the line out."
    )
