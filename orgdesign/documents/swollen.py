"""Templates that would unpack to far more than a template holds, refused before they are opened."""

from __future__ import annotations

import io
from zipfile import ZipFile

from orgdesign.documents.attached import Attached
from orgdesign.problems import OrgdesignError

_LARGEST = 300 * 1024 * 1024


def refuse_swollen(template: Attached) -> None:
    """Refuse a template that takes too much memory.

    Raises:
        OrgdesignError: it would; the sentence says how much.
        BadZipFile: it is no Office document at all.
    """
    with ZipFile(io.BytesIO(template.data)) as packed:
        unpacked = sum(each.file_size for each in packed.infolist())
    if unpacked > _LARGEST:
        raise OrgdesignError(
            f"{template.name} unpacks to {unpacked / 1e6:,.0f} MB, which is too much for a "
            "template; take the large pictures out of it."
        )
