"""Several files as one that a browser takes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""What a zip file says of when its files were made: nothing."""


def zipped_files(files: Mapping[str, bytes]) -> bytes:
    """Return a zip file of files by their names."""
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(zipfile.ZipInfo(name, FIRST_MOMENT), data)
        return file.getvalue()
