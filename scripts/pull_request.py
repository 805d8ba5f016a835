"""What a pull request changes in organisation files: pictures and a comment, in a folder.

    python scripts/pull_request.py BASE FOLDER PICTURES FILE…

BASE is the commit that it starts from; PICTURES the address under which the pictures will be found.
Writes FOLDER/comment.md and FOLDER/pictures/*.png; no comment where nothing differs.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

MARK = "<!-- orgdesign -->"
"""Stands first in the comment, so that the next run finds it and writes it anew."""
VIEWS = ("before", "changes", "after")


def main(arguments: Sequence[str]) -> int:
    """Write the report of every file that differs."""
    base, folder, address, *files = arguments
    target = Path(folder)
    (target / "pictures").mkdir(parents=True, exist_ok=True)
    sections = [
        section for name in files for section in _section(base, target, address, Path(name))
    ]
    if sections:
        (target / "comment.md").write_text("\n\n".join((MARK, *sections)) + "\n", "utf-8")
    return 0


def _section(base: str, target: Path, address: str, file: Path) -> Iterator[str]:
    """Yield the part of one file: what differs in sentences, and the three charts."""
    old = _old_text(base, file)
    if old is None or old == file.read_bytes():
        return
    before = target / f"before-{file.name}"
    before.write_bytes(old)
    told = _orgdesign("diff", str(before), str(file))
    yield f"### {file}"
    if told.returncode:
        yield f"```\n{told.stderr.strip()}\n```"
        return
    sentences = told.stdout.partition("\n")[2].strip()
    yield _pictures(target / "pictures", before, file, address)
    yield f"<details open><summary>What differs</summary>\n\n```\n{sentences}\n```\n\n</details>"


def _old_text(base: str, file: Path) -> bytes | None:
    """Return what the file said, None where it is new."""
    shown = subprocess.run(
        ["git", "show", f"{base}:./{file.as_posix()}"], capture_output=True, check=False
    )
    return None if shown.returncode else shown.stdout


def _pictures(folder: Path, before: Path, after: Path, address: str) -> str:
    names = {view: f"{after.stem}-{view}.png" for view in VIEWS}
    _orgdesign("render", str(before), "--view", "before", "-o", str(folder / names["before"]))
    _orgdesign("diff", str(before), str(after), "-o", str(folder / names["changes"]))
    _orgdesign("render", str(after), "--view", "before", "-o", str(folder / names["after"]))
    drawn = [view for view in VIEWS if (folder / names[view]).exists()]
    heading = " | ".join(view.capitalize() for view in drawn)
    cells = " | ".join(f"![{view}]({address}/{names[view]}?raw=true)" for view in drawn)
    return f"| {heading} |\n|{' --- |' * len(drawn)}\n| {cells} |"


def _orgdesign(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "orgdesign", *arguments]
    return subprocess.run(command, text=True, capture_output=True, check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
