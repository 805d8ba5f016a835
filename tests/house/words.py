"""The words that the house is written in: which names say too little, and where they stand.

python -m tests.house.words            what is left, room by room
python -m tests.house.words --shrink   take what is mended out of the list
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parents[2] / "orgdesign"
LEFT = Path(__file__).with_name("words_left.txt")

_VAGUE = """
all also among and are at by each every for found from here how in is it its many more most of on
one other others out over page part rest same several so that there these thing things this to
untold was way what when where which who whom whose why with
"""
_IRREGULAR = """
begun born brought built chosen come cut done drawn fed found given gone grown held hidden kept
known laid led left lost made meant met paid put said seen sent shown sold spent split spread stood
swollen taken taught told understood undone won worn written
"""
_NOUNS = "bed embed exceed feed id need seed shed speed"
_GERUNDS = """
drawing editing exporting finding heading importing merging ordering paging presenting settling
spacing wording
"""
VAGUE = frozenset((*_VAGUE.split(), *_IRREGULAR.split()))
OF_LIBRARIES = frozenset({"received"})
"""Methods that a library calls so, and that ours take the place of: waitress's."""
NOUNS = frozenset(_NOUNS.split())
"""What ends like a participle and is none."""
GERUNDS = frozenset(_GERUNDS.split())
"""Activities and things that the field itself calls so."""


class Name(NamedTuple):
    """A name that says too little: in which room, of what, and the name."""

    room: str
    kind: str
    name: str


@cache
def names_that_say_too_little() -> Counter[Name]:
    """Return every such name of the tree, with how often it stands."""
    return Counter([*_of_modules(), *_of_functions(), *_of_classes()])


def _of_modules() -> Iterator[Name]:
    for path in _modules():
        name = path.parent.name if path.name == "__init__.py" else path.stem
        if is_vague(name) or (name.endswith("ing") and name not in GERUNDS and "_" not in name):
            yield Name(_room(path), "module", name)


def _of_functions() -> Iterator[Name]:
    """Yield vague functions; one that only its own module calls may be a participle."""
    for path, node in _nodes():
        if isinstance(node, ast.FunctionDef):
            is_private, name = node.name.startswith("_"), node.name.strip("_")
            if node.name in OF_LIBRARIES:
                continue
            if name in VAGUE or (not is_private and is_vague(name)):
                yield Name(_room(path), "function", node.name)


def _of_classes() -> Iterator[Name]:
    classes = [(path, node.name) for path, node in _nodes() if isinstance(node, ast.ClassDef)]
    often = Counter(name for _, name in classes)
    for path, name in classes:
        if often[name] > 1:
            yield Name(_room(path), "class that stands twice", name)
        elif len(re.findall("[A-Z]", name)) == 1 and is_vague(name.strip("_").lower()):
            yield Name(_room(path), "class", name)


def is_vague(name: str) -> bool:
    """Say whether a name is one word that does not say of what: a participle or less."""
    return name in VAGUE or (name.endswith("ed") and "_" not in name and name not in NOUNS)


@cache
def _nodes() -> tuple[tuple[Path, ast.AST], ...]:
    trees = ((path, ast.parse(path.read_text("utf-8"))) for path in _modules())
    kinds = (ast.FunctionDef, ast.ClassDef)
    return tuple(
        (path, node) for path, tree in trees for node in ast.walk(tree) if isinstance(node, kinds)
    )


def _modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py")


def _room(path: Path) -> str:
    first, *rest = path.relative_to(PACKAGE).parts
    return f"web/{rest[0]}" if first == "web" and len(rest) > 1 else first.removesuffix(".py")


def listed() -> Counter[Name]:
    """Return the names that are known to be left; the list only shrinks."""
    rows = (line.split(" | ") for line in LEFT.read_text("utf-8").splitlines() if " | " in line)
    return Counter({Name(room, kind, name): int(count) for room, kind, name, count in rows})


def write(left: Counter[Name]) -> None:
    """Write the list, a name a line."""
    rows = (" | ".join((*name, str(count))) for name, count in sorted(left.items()))
    LEFT.write_text("".join(f"{row}\n" for row in rows), "utf-8")


def main(arguments: list[str]) -> None:
    """Print what is left, or take out of the list what is mended."""
    now = names_that_say_too_little()
    if "--first" in arguments:
        write(now)
    if "--shrink" in arguments:
        write(now & listed())
    rooms = Counter[tuple[str, str]]()
    for name, count in now.items():
        rooms[name.room, name.kind] += count
    for (room, kind), count in sorted(rooms.items()):
        sys.stdout.write(f"{count:4} {room:20} {kind}\n")
    new = ", ".join(" ".join(name) for name in now - listed())
    sys.stdout.write(f"{now.total():4} altogether; new: {new or 'none'}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
