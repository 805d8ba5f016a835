"""The faces that text is set in: the shipped ones, and those of the machine for what they lack."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from orgdesign.problems import OrgdesignError
from orgdesign.render.brand_face import brand_face
from orgdesign.render.kept_widths import kept_widths
from orgdesign.render.scripts import needs_glyph, packages_for, script_of
from orgdesign.resources import folder

FONT_FAMILY = "Inter"
FONTS_VARIABLE = "ORGDESIGN_FONTS"
"""The environment variable that names a folder of fonts to use before those of the machine."""

SYSTEM_FONTS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "${WINDIR}/Fonts",
)
_SUFFIXES = {".ttf", ".otf", ".ttc", ".otc"}
_OTHER_STYLES = ("bold", "italic", "oblique", "light", "thin", "black", "medium", "condensed",
                 "heavy", "extra", "semi", "demi", "mono", "display", "lastresort")  # fmt: skip
_HINTS = {
    "CJK": ("cjk", "gothic", "meiryo", "hei", "pingfang", "hiragino"),
    "HIRAGANA": ("cjk", "jp", "gothic", "meiryo", "hiragino"),
    "HANGUL": ("cjk", "kr", "malgun", "nanum", "gothic"),
}
_HINTS["KATAKANA"] = _HINTS["HIRAGANA"]
_HINTS |= dict.fromkeys(("IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH", "BOPOMOFO"), _HINTS["CJK"])
_LANGUAGES = (("JP", "\u3041", "\u30ff"), ("KR", "\uac00", "\ud7a3"), ("SC", "\u4e00", "\u9fff"))
_BOLD_NAMES = (("Regular", "Bold"), ("regular", "bold"), ("", "-Bold"), ("", "bd"), ("", "b"))
_JOINING = {"init", "medi", "fina"}


class ShippedFace(Enum):
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
        return 700 if self is ShippedFace.BOLD else 400


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


@dataclass(frozen=True)
class Typeface:
    """A face of a font file; ``number`` counts the faces of a collection from 0."""

    path: Path
    number: int = 0

    @cached_property
    def family(self) -> str:
        """The name by which a drawing asks for the face."""
        with self.open_font() as font:
            return str(font["name"].getDebugName(16) or font["name"].getDebugName(1))

    @cached_property
    def characters(self) -> Mapping[int, str]:
        """The name of the glyph of each character that the face has, by code."""
        with suppress(Exception), self.open_font() as font:  # a broken file has none
            return dict(font.getBestCmap() or {})
        return {}

    @cached_property
    def advances(self) -> Mapping[int, float]:
        """How wide each character is at most, in ems, in whichever form it joins its neighbours."""
        return kept_widths(self.path, self.number, self._measure)

    def _measure(self) -> Mapping[int, float]:
        with self.open_font() as font:
            widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
            forms = _joining_forms(font)
            return {
                code: max(widths[form][0] for form in (glyph, *forms.get(glyph, ()))) / em
                for code, glyph in self.characters.items()
            }

    def open_font(self) -> Any:
        """Return the face as fontTools opens it, read as far as it is asked."""
        from fontTools.ttLib import TTFont

        return TTFont(self.path, lazy=True, fontNumber=self.number)


def _joining_forms(font: Any) -> dict[str, list[str]]:
    """Return the glyphs that stand for a glyph within a word of a script that joins letters."""
    forms: dict[str, list[str]] = {}
    table = font["GSUB"].table if "GSUB" in font else None
    if table is None or table.FeatureList is None:
        return forms
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag in _JOINING
        for index in record.Feature.LookupListIndex
    }
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            inner = getattr(subtable, "ExtSubTable", subtable)
            for glyph, form in getattr(inner, "mapping", {}).items():
                forms.setdefault(glyph, []).append(form)
    return forms


def font_folders() -> list[Path]:
    """Return where fonts are looked for: a folder that is named for us, then the machine's."""
    named = os.environ.get(FONTS_VARIABLE)
    places = [*([named] if named else []), *map(os.path.expandvars, SYSTEM_FONTS)]
    return [Path(place) for place in places if Path(place).is_dir()]


def typefaces_for(text: str, bold: bool = False) -> tuple[Typeface, ...]:
    """Return the faces that a text is set in: the shipped one, then the machine's that it needs.

    A character that no face has needs none; ``missing_characters`` tells which those are.
    """
    language = _language(text)
    further = {typeface_of(character, language, bold) for character in _beyond_shipped(text)}
    found = sorted((face for face in further if face), key=lambda face: (face.path, face.number))
    return shipped_typeface(bold), *found


@cache
def shipped_typeface(bold: bool = False) -> Typeface:
    """Return the face that is shipped, in its regular or its bold weight."""
    return Typeface((ShippedFace.BOLD if bold else ShippedFace.REGULAR).path)


def _language(text: str) -> str:
    """Return in whose forms the ideographs of a text are drawn: ``JP``, ``KR`` or ``SC``."""
    if text.isascii():
        return "SC"
    return next(
        (name for name, low, high in _LANGUAGES if any(low <= each <= high for each in text)), "SC"
    )


def _beyond_shipped(text: str) -> list[str]:
    """Return the characters to be seen that the shipped face lacks, each once, in their order."""
    if text.isascii():
        return []
    shipped, own = shipped_typeface().advances, brand_face()
    held = {*shipped, *own.characters} if own else shipped
    return [each for each in dict.fromkeys(text) if ord(each) not in held and needs_glyph(each)]


def missing_characters(text: str) -> str:
    """Return the characters of a text that no font on this machine has, each once."""
    return "".join(each for each in _beyond_shipped(text) if typeface_of(each) is None)


def missing_fonts_advice(text: str) -> str:
    """Return which characters no font has and what to install, as one line; empty where all are."""
    missing = missing_characters(text)
    if not missing:
        return ""
    shown = missing if len(missing) <= 24 else f"{missing[:24]}…"
    packages = " ".join(packages_for(missing))
    return (
        f"No font on this machine has {shown}: such characters are drawn as boxes. Install one "
        f"that has them, on Debian or Ubuntu with `apt-get install {packages}`, "
        f"or name a folder of fonts in {FONTS_VARIABLE}."
    )


def typeface_of(character: str, language: str = "SC", bold: bool = False) -> Typeface | None:
    """Return the machine's best face that has a character, or None."""
    return _typeface_of(character, language, bold, tuple(font_folders()))


@cache
def _typeface_of(
    character: str, language: str, bold: bool, folders: tuple[Path, ...]
) -> Typeface | None:
    having = (
        f for f in _candidates(script_of(character), folders) if ord(character) in f.characters
    )
    found = next(having, None)
    if found is None:
        return None
    face = _in_language(found.path, language) or found
    return (bold_face(face) if bold else None) or face


def _candidates(script: str, folders: tuple[Path, ...]) -> Iterator[Typeface]:
    """Yield the machine's faces, those whose name says that they are for a script first."""
    hints = _HINTS.get(script, (script.lower(),) if script else ())
    faces = _regular_faces(folders)
    for hint in hints:
        yield from (face for face in faces if hint in face.path.stem.lower())
    yield from faces


@cache
def _regular_faces(folders: tuple[Path, ...]) -> tuple[Typeface, ...]:
    """Return the upright, regular faces in folders: those of the first, without serifs, first."""
    found = (
        (number, path)
        for number, place in enumerate(folders)
        for path in _font_files(place)
        if not any(style in path.stem.lower() for style in _OTHER_STYLES)
    )
    ranked = sorted(found, key=lambda item: (item[0], _plainness(item[1].stem.lower()), item[1]))
    return tuple(Typeface(path) for _, path in ranked)


def _plainness(stem: str) -> int:
    """Return how far a font is from what charts are set in, by the name of its file."""
    if "serif" in stem or "kufi" in stem or "nastaliq" in stem:
        return 3
    return 0 if "notosans" in stem else 1 if "sans" in stem else 2


def _font_files(place: Path) -> Iterable[Path]:
    for root, _, names in os.walk(place):
        yield from (Path(root, name) for name in names if Path(name).suffix.lower() in _SUFFIXES)


@cache
def _in_language(path: Path, language: str) -> Typeface | None:
    """Return the face of a collection that draws ideographs as a language does."""
    if path.suffix.lower() not in {".ttc", ".otc"}:
        return None
    from fontTools.ttLib import TTCollection

    with TTCollection(path, lazy=True) as collection:
        faces = [Typeface(path, number) for number in range(len(collection.fonts))]
    named = (face for face in faces if face.family.endswith(f" {language}"))
    return next(named, None)


@cache
def bold_face(face: Typeface) -> Typeface | None:
    """Return the bold face that lies beside a face, named like it."""
    stem = face.path.stem
    for usual, bold in _BOLD_NAMES:
        if usual in stem:
            name = stem.replace(usual, bold) if usual else stem + bold
            path = face.path.with_name(name + face.path.suffix)
            if path.is_file():
                return Typeface(path, face.number)
    return None
