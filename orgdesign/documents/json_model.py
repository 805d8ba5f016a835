"""The whole model as JSON, in the shape of the organisation file: orgdesign reads it again."""

from __future__ import annotations

import json
from dataclasses import replace

from orgdesign.redaction import Disclosure
from orgdesign.yamlfile import to_file_data


def model(disclosure: Disclosure) -> bytes:
    """Return the organisation that goes out as JSON; of a design, what it makes of today.

    The shape is that of the file (docs/format.md, ``orgdesign schema``); lists and mappings that
    are empty, and what nobody has said, are not there.
    """
    shown = (
        replace(disclosure.organisation, designs={}) if disclosure.then else disclosure.organisation
    )
    return f"{json.dumps(to_file_data(shown), ensure_ascii=False, indent=2)}\n".encode()
