"""Tell the chart engine where fonts are: the shipped ones, then the machine's own."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path

from platformdirs import user_cache_path

from orgdesign.render.fonts import font_folder

_SYSTEM_FONTS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "${WINDIR}/Fonts",
    "${LOCALAPPDATA}/Microsoft/Windows/Fonts",
)
_EMOJI_FONTS = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")


def fontconfig() -> str:
    """Return a Fontconfig file that does not depend on how the machine is set up.

    Debian's own configuration is left out: the engine's bundled Fontconfig warns about it.
    """
    folders = "".join(f"<dir>{escape(str(path))}</dir>" for path in _folders())
    emoji = "".join(f"<family>{name}</family>" for name in _EMOJI_FONTS)
    cache = escape(str(user_cache_path("orgdesign") / "fontconfig"))
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        f"<fontconfig>{folders}<cachedir>{cache}</cachedir>"
        f"<alias><family>emoji</family><prefer>{emoji}</prefer></alias>"
        '<match target="font"><edit name="hinting"><bool>false</bool></edit></match>'
        "</fontconfig>\n"
    )


def _folders() -> list[Path]:
    places = [Path(os.path.expandvars(os.path.expanduser(place))) for place in _SYSTEM_FONTS]
    return [font_folder(), *(place for place in places if place.is_dir())]
