"""Tell the chart engine where fonts are: the shipped ones, then the machine's own."""

from __future__ import annotations

import filecmp
import os
import shutil
from html import escape
from pathlib import Path

from platformdirs import user_cache_path

from orgdesign.render.fonts import Face, font_folder

_SYSTEM_FONTS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "${WINDIR}/Fonts",
)
_EMOJI_FONTS = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")


def fontconfig() -> str:
    """Return a Fontconfig file that does not depend on how the machine is set up.

    Debian's own configuration is left out: the engine's bundled Fontconfig warns about it. So are
    the fonts in people's own folders, where it would leave a file of its own.
    """
    cache = user_cache_path("orgdesign", appauthor=False)
    folders = "".join(f"<dir>{escape(str(path))}</dir>" for path in _folders(cache))
    emoji = "".join(f"<family>{name}</family>" for name in _EMOJI_FONTS)
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        f"<fontconfig>{folders}<cachedir>{escape(str(cache / 'fontconfig'))}</cachedir>"
        f"<alias><family>emoji</family><prefer>{emoji}</prefer></alias>"
        '<match target="font"><edit name="hinting"><bool>false</bool></edit></match>'
        "</fontconfig>\n"
    )


def _folders(cache: Path) -> list[Path]:
    system = [Path(os.path.expandvars(place)) for place in _SYSTEM_FONTS]
    return [_copied(cache), *(place for place in system if place.is_dir())]


def _copied(cache: Path) -> Path:
    """Copy the shipped fonts, so that Fontconfig leaves its file beside the copies."""
    copies = cache / "fonts"
    try:
        copies.mkdir(parents=True, exist_ok=True)
        for face in Face:
            _copy(face.path, copies / face.value, cache / f"{face.value}.{os.getpid()}")
    except OSError:
        return font_folder()
    return copies


def _copy(source: Path, target: Path, fresh: Path) -> None:
    """Copy a file unless it is there, in one step for others that start at the same time."""
    if not target.is_file() or not filecmp.cmp(source, target, shallow=False):
        shutil.copyfile(source, fresh)
        fresh.replace(target)
