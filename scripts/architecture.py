"""Draw the rooms of the house as the import rules have them: docs/images/architecture.svg.

python scripts/architecture.py
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from orgdesign.render import Engine

TOP = Path(__file__).resolve().parent.parent
PICTURE = TOP / "docs" / "images" / "architecture.svg"
WIDTH, HEIGHT, GAP, LAYER = 120, 34, 14, 52
LABELS = {
    "cli": "the commands",
    "team": "a server for several",
    "web": "the app",
    "assistant": "for assistants",
    "interface": "from Python",
    "workspace": "open files",
    "documents": "exports",
    "plates": "large sheets",
    "render": "pictures",
    "redaction": "what is left out",
    "imports": "HR exports",
    "library": "typical organisations",
    "tables": "spreadsheets",
    "proposals": "moves to look at",
    "charts": "what to draw",
    "diagnosis": "findings",
    "designs": "redesigns",
    "yamlfile": "text ⇄ organisation",
    "model": "the organisation",
    "storage": "files and history",
    "sandbox": "foreign files",
    "problems": "what is wrong",
    "process": "how it runs",
    "resources": "what is shipped",
    "value_objects": "what a value is",
}


def layers() -> list[list[str]]:
    """Return the rooms of each layer, the highest first, as the import rules say."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    [house] = [each for each in contracts if each.get("containers") == ["orgdesign"]]
    rows = [[room.strip() for room in layer.split("|")] for layer in house["layers"]]
    return [row for row in rows if row != ["__main__"]]


def dot() -> str:
    """Return the picture as DOT: a row of boxes for each layer."""
    rows = layers()
    lines = [line for number, row in enumerate(rows) for line in _row(row, len(rows) - number)]
    return "digraph rooms {\n" + "\n".join(lines) + "\n}\n"


def _row(rooms: list[str], height: int) -> list[str]:
    left = -(len(rooms) - 1) * (WIDTH + GAP) / 2
    return [
        _box(room, left + number * (WIDTH + GAP), height * LAYER)
        for number, room in enumerate(rooms)
    ]


def _box(room: str, x: float, y: float) -> str:
    label = f'<<B>{room}</B><BR/><FONT POINT-SIZE="8">{LABELS.get(room, "")}</FONT>>'
    size = f"width={WIDTH / 72:.3f} height={HEIGHT / 72:.3f} fixedsize=true"
    look = 'shape=box style="rounded,filled" fillcolor="#eef2f7" color="#5b6b7f"'
    return f'{room} [label={label} pos="{x},{y}" {size} {look} fontname="Inter" fontsize=11]'


def main() -> None:
    """Draw it."""
    with Engine() as engine:
        PICTURE.write_bytes(engine.draw(dot(), "svg"))


if __name__ == "__main__":
    main()
