"""What differs between two folders of stills, told so that it can be judged."""

from __future__ import annotations

from difflib import unified_diff
from itertools import islice
from pathlib import Path


def tell(before: Path, after: Path, only: str = "", lines: int = 0) -> int:
    """Print what is gone, new and different; return 1 where anything is."""
    old, new = _manifest(before, only), _manifest(after, only)
    differing = sorted(name for name in old.keys() & new.keys() if old[name] != new[name])
    for word, names in (("gone", old.keys() - new.keys()), ("new", new.keys() - old.keys())):
        for name in sorted(names):
            print(f"{word:9} {name}")
    for name in differing:
        changed = _changed(before / name, after / name)
        print(f"different {name} ({len(changed)} lines)" if changed else f"different {name}")
        for line in islice(changed, lines):
            print(f"    {line}")
    same = len(old.keys() & new.keys()) - len(differing)
    print(f"{same} the same, {len(differing)} different, {len(old)} before, {len(new)} after")
    return int(old != new)


def _manifest(folder: Path, only: str) -> dict[str, str]:
    lines = (folder / "manifest.txt").read_text().splitlines()
    entries = (line.split(" ", 1) for line in lines)
    return {name: digest for digest, name in entries if only in name}


def _changed(before: Path, after: Path) -> list[str]:
    if before.suffix != ".txt":
        return []
    sides = (path.read_text("utf-8").splitlines() for path in (before, after))
    return [line for line in unified_diff(*sides, n=0, lineterm="") if not _is_head(line)]


def _is_head(line: str) -> bool:
    return line.startswith(("---", "+++", "@@"))
