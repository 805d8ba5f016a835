"""Refuse to build a package without the fonts and scripts that it must carry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class VendorBuilt(BuildHookInterface[Any]):
    """Stops a build whose `static/vendor` is missing; an editable install may come before it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Look for the last file that `npm run build` writes."""
        built = Path(self.root, "static", "vendor", "fonts.css").is_file()
        if version != "editable" and not built:
            raise FileNotFoundError("static/vendor is missing: run `npm ci && npm run build` first")
