"""Tell the chart engine where fonts are: the shipped ones, then the machine's own."""

from __future__ import annotations

import atexit
import os
from contextlib import suppress
from functools import cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_cache_path

from orgdesign.render.brand_face import brand_face
from orgdesign.render.typefaces import ShippedFace, Typeface, bold_face, font_folders
from orgdesign.render.whole_file import write_whole

_FACTOR = "<name>pixelsizefixupfactor</name>"
_FITTED_BITMAPS = (
    '<match target="font"><test name="outline" compare="eq"><bool>false</bool></test>'
    '<edit name="pixelsizefixupfactor" mode="assign"><divide>'
    '<name target="pattern">pixelsize</name><name target="font">pixelsize</name></divide></edit>'
    '<edit name="matrix" mode="assign"><times><name>matrix</name>'
    f"<matrix>{_FACTOR}<double>0</double><double>0</double>{_FACTOR}</matrix></times></edit>"
    f'<edit name="size" mode="assign"><divide><name>size</name>{_FACTOR}</divide></edit></match>'
)
"""Draws fonts of pictures, as those of emoji are, in the size of the text and not in their own."""
_EMOJI_FONTS = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")


def fontconfig_file() -> Path:
    """Write a Fontconfig file that does not depend on how the machine is set up.

    Debian's own configuration is left out: the engine's bundled Fontconfig warns about it. So are
    the fonts in people's own folders, where it would leave a file of its own; the shipped fonts
    are copied for the same reason.
    """
    try:
        return _written_in(cache_folder())
    except OSError:  # its disk is full
        return _written_in(_passing_folder())


def _written_in(home: Path) -> Path:
    for face in ShippedFace:
        write_once(home / "fonts" / face.value, face.path.read_bytes())
    own = brand_face()
    further = _passing_copies(own) if own else None
    file = (further or home) / "fonts.conf"
    write_once(file, _settings(home, further).encode())
    return file


@cache
def _passing_copies(own: Typeface) -> Path:
    """Return a folder, which ends with the app, of a company's own face and its bold."""
    passing = TemporaryDirectory(prefix="orgdesign-")
    atexit.register(passing.cleanup)
    for face in (own, bold_face(own)):
        if face:
            write_once(Path(passing.name, face.path.name), face.path.read_bytes())
    return Path(passing.name)


@cache
def cache_folder() -> Path:
    """Return the user's folder for what can be made again, or one that ends with the app."""
    home = user_cache_path("orgdesign", appauthor=False)
    with suppress(OSError):
        (home / "fonts").mkdir(parents=True, exist_ok=True)
        if os.access(home, os.W_OK) and os.access(home / "fonts", os.W_OK):
            return home
    return _passing_folder()


@cache
def _passing_folder() -> Path:
    passing = TemporaryDirectory(prefix="orgdesign-")
    atexit.register(passing.cleanup)
    home = Path(passing.name)
    (home / "fonts").mkdir()
    return home


def write_once(file: Path, content: bytes) -> None:
    """Write a file unless it is there, in one step for others that start at the same time."""
    if not file.is_file() or file.read_bytes() != content:
        write_whole(file, content)


def _settings(home: Path, further: Path | None) -> str:
    places = [*([further] if further else []), home / "fonts", *font_folders()]
    folders = "".join(f"<dir>{escape(str(place))}</dir>" for place in places)
    emoji = "".join(f"<family>{name}</family>" for name in _EMOJI_FONTS)
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        f"<fontconfig>{folders}<cachedir>{escape(str(home / 'fontconfig'))}</cachedir>"
        f"<alias><family>emoji</family><prefer>{emoji}</prefer></alias>"
        '<match target="font"><edit name="hinting"><bool>false</bool></edit></match>'
        f"{_FITTED_BITMAPS}</fontconfig>\n"
    )
