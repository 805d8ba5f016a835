"""A company's logo as documents hold it: no larger than they need, and without its metadata."""

from __future__ import annotations

import io
import warnings

from PIL import Image

from orgdesign.documents.archive import Attachment
from orgdesign.problems import OrgdesignError

_LARGEST, _PIXELS = 10_000_000, 40_000_000
_KEPT = (1200, 400)


def logo_picture(logo: Attachment) -> bytes:
    """Return a picture drawn anew: as large as a slide needs it, and without its metadata."""
    if len(logo.data) > _LARGEST:
        raise OrgdesignError(f"{logo.name} is too large for a logo; save it with less than 10 MB.")
    try:
        with (
            warnings.catch_warnings(),
            Image.open(io.BytesIO(logo.data), formats=("PNG", "JPEG")) as found,
        ):
            warnings.simplefilter("ignore")
            if found.width * found.height > _PIXELS:
                raise OrgdesignError(
                    f"{logo.name} has {found.width:,} by {found.height:,} pixels, which is too "
                    "much for a logo; save it smaller."
                )
            drawn = found.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        message = f"{logo.name} is not a PNG or JPEG picture; save the logo as one and try again."
        raise OrgdesignError(message) from None
    drawn.thumbnail(_KEPT)
    with io.BytesIO() as data:
        drawn.save(data, "PNG")
        return data.getvalue()


def logo_size(picture: bytes, widest: float, highest: float) -> tuple[float, float]:
    """Return how wide and high a logo is in a room that it fills, in the room's unit."""
    with Image.open(io.BytesIO(picture)) as logo:
        scale = min(widest / logo.width, highest / logo.height)
        return logo.width * scale, logo.height * scale
