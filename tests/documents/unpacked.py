"""All that a file holds, also what no reader shows: entries of archives, metadata, bookmarks."""

import io
from zipfile import ZipFile, is_zipfile

from pypdf import PdfReader


def unpacked(data: bytes) -> str:
    """Return the whole content of a file, of all files in it, and their names."""
    if data.startswith(b"%PDF"):
        return _pdf(data)
    if not is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with ZipFile(io.BytesIO(data)) as file:
        return "\n".join(f"{name}\n{unpacked(file.read(name))}" for name in file.namelist())


def _pdf(data: bytes) -> str:
    reader = PdfReader(io.BytesIO(data))
    marks = [str(each) for each in reader.outline]
    return "\n".join(
        [str(reader.metadata), *marks, *(page.extract_text() for page in reader.pages)]
    )
