"""Build the documents as a site, in build/site: the same Markdown, every link and anchor checked.

python scripts/site.py            needs MkDocs Material, which the dev group brings
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
SOURCE = TOP / "build" / "site-source"
PAGES = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE")
FOLDERS = ("docs", "examples", "benchmarks")
KINDS = {".md", ".png", ".svg", ".yaml", ".csv"}


def gather() -> None:
    """Copy the documents, and what they link to, as they stand to each other."""
    shutil.rmtree(SOURCE, ignore_errors=True)
    for name in PAGES:
        _copy(TOP / name)
    for folder in FOLDERS:
        for path in sorted((TOP / folder).rglob("*")):
            if path.suffix in KINDS or path.name == "organisations.py":
                _copy(path)
    _list_examples()


def _copy(path: Path) -> None:
    target = SOURCE / path.relative_to(TOP)
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".md":  # a folder is a page of a site only where it has one
        text = path.read_text("utf-8").replace("(../examples)", "(../examples/index.md)")
        target.write_text(text.replace("(examples)", "(examples/index.md)"), "utf-8")
    else:
        shutil.copy(path, target)


def _list_examples() -> None:
    files = sorted((SOURCE / "examples").glob("*.yaml"))
    lines = "\n".join(f"- [{path.stem.capitalize()}]({path.name})" for path in files)
    (SOURCE / "examples" / "index.md").write_text(f"# Examples\n\n{lines}\n", "utf-8")


def main() -> int:
    """Gather, and let MkDocs build; any warning is an error."""
    gather()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return subprocess.run(command, cwd=TOP, env=quiet, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
