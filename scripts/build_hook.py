"""What a package must carry beside the code: fonts and scripts, with a bill, and what is learnt."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NAME = "orgdesign-vendor.cdx.json"


class BuildHook(BuildHookInterface[Any]):
    """Stops a build whose `static/vendor` is missing; an editable install may come before it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Look for the last file that `npm run build` writes, and list the packages it is of."""
        if version == "editable":
            return
        if not Path(self.root, "static", "vendor", "fonts.css").is_file():
            raise FileNotFoundError("static/vendor is missing: run `npm ci && npm run build` first")
        self._learn()
        if self.target_name == "wheel":
            bill = Path(mkdtemp(), NAME)
            bill.write_text(bill_of_materials(Path(self.root)), "utf-8")
            build_data["sbom_files"].append(str(bill))

    def _learn(self) -> None:
        """Learn from the examples, unless that was done; without the encoder users do."""
        learning = subprocess.run(
            [sys.executable, "scripts/learn.py"], cwd=self.root, capture_output=True, check=False
        )
        if learning.returncode:
            self.app.display_warning(
                "Nothing is learnt from the examples without the sentence encoder installed here:"
                " the first check on each machine will take a quarter of a minute."
            )


def bill_of_materials(root: Path) -> str:
    """Return which npm packages are in `static/vendor`, as CycloneDX (PEP 770).

    What a Python package depends on stands in its metadata; this is about what it carries.
    """
    lock = json.loads((root / "package-lock.json").read_text("utf-8"))
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "orgdesign", "bom-ref": "orgdesign"}
        },
        "components": [
            _component(path.removeprefix("node_modules/"), package)
            for path, package in sorted(lock["packages"].items())
            if path and not package.get("dev")
        ],
    }
    return json.dumps(bill, indent=2) + "\n"


def _component(name: str, package: dict[str, str]) -> dict[str, object]:
    address = f"pkg:npm/{name.replace('@', '%40')}@{package['version']}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": package["version"],
        "purl": address,
        "licenses": [{"expression": package["license"]}],
    }
