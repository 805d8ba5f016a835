"""The glyphs that a file carries, so that it looks the same where no such font is installed."""

from __future__ import annotations

import base64
import io
import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from orgdesign.render.brand_face import brand_face
from orgdesign.render.fontconfig import cache_folder, write_once
from orgdesign.render.typefaces import (
    FONT_FAMILY,
    ShippedFace,
    Typeface,
    shipped_typeface,
    typefaces_for,
)

_UNSAFE = re.compile("[^\\w .-]")
SIGNS = "←→◆◇"
EVERYDAY = "".join(map(chr, range(ord(" "), ord("~") + 1)))
"""What every subset holds, some 3 kB, so that most texts share one: to cut another takes 0.3 s."""
KEPT = 60
"""How many subsets are kept from one run to the next."""
_JOINERS = "\u200c\u200d\ufe0f"
_SHIPPED_FEATURES = ["ccmp", "kern", "locl", "mark", "mkmk"]


def embedded_font_css(text: str) -> str:
    """Return style rules that carry the glyphs for this text and for everyday letters, no others.

    What the shipped face lacks comes from the machine's fonts, each under its own family: those
    of ``font_families``.
    """
    used = "".join(sorted({*EVERYDAY, *text}))
    shipped = "".join(
        _rule(FONT_FAMILY, face.weight, subset_woff2(face, used)) for face in ShippedFace
    )
    return shipped + "".join((*_brand_rules(text), *_further_rules(text)))


def font_families(text: str) -> str:
    """Return the families that a text is set in, best first, as CSS and Graphviz ask for them."""
    further = (face.family for bold in (False, True) for face in typefaces_for(text, bold)[1:])
    safe = (_UNSAFE.sub("", family) for family in further)
    own = brand_face()
    return ",".join(dict.fromkeys([*([safe_family(own)] if own else []), FONT_FAMILY, *safe]))


def safe_family(face: Typeface) -> str:
    """Return the family of a company's face as style sheets and drawings can name it unquoted."""
    family = _UNSAFE.sub("", face.family)
    return family if family[:1].isalpha() else f"Brand {family}".strip()


def _brand_rules(text: str) -> Iterator[str]:
    """Yield the rules that carry the letters of a company's own face, and of its bold."""
    own, bold = brand_face(), brand_face(bold=True)
    if own is None or bold is None:
        return
    for face, weight in {bold: 700, own: 400}.items():
        held = "".join(sorted(each for each in {*EVERYDAY, *text} if ord(each) in face.characters))
        yield _rule(safe_family(own), weight, _subset(face, held, ["*"]))


def _further_rules(text: str) -> Iterator[str]:
    regular, bold = (typefaces_for(text, is_bold)[1:] for is_bold in (False, True))
    for face in regular:
        yield _further_rule(face, 400, _own_characters(face, text))
    for face in bold:
        if face not in regular:
            yield _further_rule(face, 700, _own_characters(face, text))


def _own_characters(face: Typeface, text: str) -> str:
    """Return the characters of a text that are drawn from a face, and what joins them."""
    shipped = shipped_typeface().characters
    own = (each for each in set(text) if ord(each) not in shipped or each in _JOINERS)
    return "".join(sorted(each for each in own if ord(each) in face.characters))


@lru_cache(maxsize=32)
def _further_rule(face: Typeface, weight: int, used: str) -> str:
    return _rule(_UNSAFE.sub("", face.family), weight, _subset(face, used, ["*"]))


def _rule(family: str, weight: int, font: bytes) -> str:
    data = base64.b64encode(font).decode("ascii")
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};'
        f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
    )


@lru_cache(maxsize=16)
def sign_font(weight: int) -> bytes:
    """Return the arrows and diamonds of the charts, which are in no WOFF2 file that is shipped."""
    face = next(face for face in ShippedFace if face.weight == weight)
    return subset_woff2(face, SIGNS)


def subset_woff2(face: ShippedFace, text: str) -> bytes:
    """Return a shipped face as a WOFF2 file with no more than the glyphs that this text needs."""
    return _subset(Typeface(face.path), text, _SHIPPED_FEATURES)


def _subset(face: Typeface, text: str, features: list[str]) -> bytes:
    """Return a subset of a face; one that was made before is taken from the user's cache."""
    made_of = (str(face.path), face.number, face.path.stat().st_mtime_ns, text, features)
    kept = cache_folder() / "subsets" / f"{sha256(repr(made_of).encode()).hexdigest()}.woff2"
    with suppress(OSError):
        if _is_whole(subset := kept.read_bytes()):
            return subset
    made = _made_subset(face, text, features)
    with suppress(OSError):
        _make_room(kept.parent)
        write_once(kept, made)
    return made


def _is_whole(subset: bytes) -> bool:
    """Return whether a WOFF2 file is as long as it says, as it may not be after a crash."""
    return subset[:4] == b"wOF2" and int.from_bytes(subset[8:12], "big") == len(subset)


def _make_room(folder: Path) -> None:
    """Forget the oldest subsets where there are many."""
    folder.mkdir(exist_ok=True)
    subsets = sorted(folder.glob("*.woff2"), key=lambda file: file.stat().st_mtime_ns)
    for file in subsets[:-KEPT]:
        file.unlink(missing_ok=True)


def _made_subset(face: Typeface, text: str, features: list[str]) -> bytes:
    from fontTools import subset

    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)  # of tables that it leaves out
    options = subset.Options(flavor="woff2", hinting=False, notdef_outline=True)
    options.layout_features = features
    options.font_number = face.number
    with subset.load_font(str(face.path), options) as font, io.BytesIO() as file:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=text)
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(file)
        return file.getvalue()
