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

from orgdesign.render.fonts import Face

_SYSTEM_FONTS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "${WINDIR}/Fonts",
)
_EMOJI_FONTS = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")


def fontconfig_file() -> Path:
    """Write a Fontconfig file that does not depend on how the machine is set up.

    Debian's own configuration is left out: the engine's bundled Fontconfig warns about it. So are
    the fonts in people's own folders, where it would leave a file of its own; the shipped fonts
    are copied for the same reason.
    """
    home = _home()
    for face in Face:
        _write(home / "fonts" / face.value, face.path.read_bytes())
    file = home / "fonts.conf"
    _write(file, _settings(home).encode())
    return file


@cache
def _home() -> Path:
    """Return the user's folder for what can be made again, or one that ends with the app."""
    home = user_cache_path("orgdesign", appauthor=False)
    with suppress(OSError):
        (home / "fonts").mkdir(parents=True, exist_ok=True)
        if os.access(home, os.W_OK) and os.access(home / "fonts", os.W_OK):
            return home
    passing = TemporaryDirectory(prefix="orgdesign-")
    atexit.register(passing.cleanup)
    home = Path(passing.name)
    (home / "fonts").mkdir()
    return home


def _write(file: Path, content: bytes) -> None:
    """Write a file unless it is there, in one step for others that start at the same time."""
    if not file.is_file() or file.read_bytes() != content:
        fresh = file.with_name(f".{file.name}.{os.getpid()}")
        fresh.write_bytes(content)
        fresh.replace(file)


def _settings(home: Path) -> str:
    system = (Path(os.path.expandvars(place)) for place in _SYSTEM_FONTS)
    places = [home / "fonts", *(place for place in system if place.is_dir())]
    folders = "".join(f"<dir>{escape(str(place))}</dir>" for place in places)
    emoji = "".join(f"<family>{name}</family>" for name in _EMOJI_FONTS)
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        f"<fontconfig>{folders}<cachedir>{escape(str(home / 'fontconfig'))}</cachedir>"
        f"<alias><family>emoji</family><prefer>{emoji}</prefer></alias>"
        '<match target="font"><edit name="hinting"><bool>false</bool></edit></match>'
        "</fontconfig>\n"
    )
