"""The pictures of those who hold roles: files beside the organisation's, named by an attribute."""

from __future__ import annotations

from pathlib import Path

from orgdesign.model import Organisation, Role

PHOTO = "photo"
"""The attribute that names a picture, where no other is declared to hold one."""
LARGEST = 4 * 1024 * 1024
_STARTS = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF8": "image/gif",
}


def photo_path(role: Role, organisation: Organisation) -> str:
    """Return the path of the picture of who holds a role, as the file says it; or nothing."""
    declared = [one.id for one in organisation.attributes.values() if one.type == "picture"]
    named = (role.attributes.get(name) for name in (*declared, PHOTO))
    return next((path for path in named if isinstance(path, str) and path.strip()), "")


def read_photo(folder: Path, path: str) -> tuple[bytes, str] | None:
    """Return a picture and its type; None where it is none, too large, or outside the folder."""
    inside = folder.resolve()
    try:
        file = (inside / path).resolve()
        if not file.is_relative_to(inside) or not file.is_file() or file.stat().st_size > LARGEST:
            return None
        data = file.read_bytes()
    except (OSError, ValueError):
        return None
    mime = next((mime for start, mime in _STARTS.items() if data.startswith(start)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        mime = "image/webp"
    return (data, mime) if mime else None
