"""Pages of PDF files put together in one."""

from __future__ import annotations

import io
from collections.abc import Sequence


def joined_pdf(pages: Sequence[bytes]) -> bytes:
    """Return the pages of several PDF files as one file, in their order."""
    if len(pages) == 1:
        return pages[0]
    from pypdf import PdfWriter

    with PdfWriter() as writer, io.BytesIO() as file:
        for page in pages:
            writer.append(io.BytesIO(page))
        writer.metadata = None
        writer.write(file)
        return file.getvalue()
