"""Every chart, document, finding and page of some organisations, into a folder."""

from __future__ import annotations

import io
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from pathlib import Path

import yaml

import orgdesign
from stills import pages
from stills.normal import as_text, without_chance

Arguments = tuple[str, ...]
VIEWS = ("before", "changes", "after", "both", "journey")
EXPORTS = {
    "roles": ("roles.zip", "role.docx", "role.pdf", "role.md"),
    "advertisement": ("advertisement.zip",),
    "deck": ("deck.pptx",),
    "booklet": ("booklet.pdf",),
    "page": ("page.html",),
    "tables": ("tables.xlsx", "tables.zip"),
    "model": ("model.json",),
}
EXAMPLES = Path(orgdesign.__file__).resolve().parent.parent / "examples"


class Stills:
    """A folder of what was made, with a digest of each in its manifest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)

    def add(self, name: str, data: bytes) -> None:
        """Keep a document, as text where text can be made of it."""
        text = as_text(name, data)
        self._write(
            name if text is None else f"{name}.txt", data if text is None else text.encode()
        )

    def add_text(self, name: str, text: str) -> None:
        """Keep what was said."""
        self._write(f"{name}.txt", without_chance(text).encode())

    def _write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def seal(self) -> None:
        """Write the manifest."""
        paths = sorted(path for path in self.folder.rglob("*") if path.is_file())
        lines = (
            f"{sha256(path.read_bytes()).hexdigest()[:16]} {path.relative_to(self.folder)}"
            for path in paths
            if path.name != "manifest.txt"
        )
        (self.folder / "manifest.txt").write_text("\n".join(lines) + "\n")


def stills(folder: Path, files: list[Path], only: str = "") -> None:
    """Write all that is made of some organisation files, or else of the examples."""
    kept = Stills(folder)
    with tempfile.TemporaryDirectory() as work:
        for file in files or sorted(EXAMPLES.glob("*.yaml")):
            copy = Path(shutil.copy(file, work))
            for part, make in PARTS.items():
                if part.startswith(only):
                    print(f"{file.stem}: {part}", file=sys.stderr, flush=True)
                    make(kept, copy)
    kept.seal()


def run(arguments: Arguments) -> str:
    """Run a command and return all that it says, with its exit code."""
    from orgdesign.cli import main

    out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with redirect_stdout(out), redirect_stderr(out):
        code = main(arguments)
    assert isinstance(out.buffer, io.BytesIO)
    return f"{out.buffer.getvalue().decode()}exit {code}\n"


def checks(kept: Stills, file: Path) -> None:
    """Write what `check` and `diff` say, in every format."""
    for how in ("text", "json", "sarif", "github"):
        said = run(("check", str(file), "--format", how))
        kept.add_text(f"{file.stem}/check/{how}", said.replace(str(file.parent), ""))
    for design, phases in designs(file).items():
        sides = [f"{file}@{design}", *(f"{file}@{design}/{phase}" for phase in phases)]
        for how in ("text", "json"):
            for side in sides:
                said = run(("diff", side, "--format", how)).replace(str(file.parent), "")
                kept.add_text(f"{file.stem}/diff/{slug(side.partition('@')[2])}.{how}", said)


def charts(kept: Stills, file: Path) -> None:
    """Write every chart: SVG of all, PDF and PNG of the whole ones."""
    for name, options in _charts(file):
        endings = (".svg", ".pdf", ".png") if len(options) <= 4 else (".svg",)
        for ending in endings:
            target = file.with_name(f"chart{ending}")
            said = run(("render", str(file), *options, "-o", str(target)))
            _take(kept, f"{file.stem}/charts/{name}{ending}", target, said)


def _charts(file: Path) -> Iterator[tuple[str, Arguments]]:
    functions = list(_said(file).get("functions") or {})
    for view in VIEWS:
        plain = ("--view", view)
        yield view, plain
        for design, phases in designs(file).items() if view != "journey" else ():
            yield f"{view}-{design}", (*plain, "--design", design)
            for phase in phases:
                yield f"{view}-{design}-{phase}", (*plain, "--design", design, "--phase", phase)
            by = ("--design", design, "--by", "reporting-lines")
            yield f"{view}-{design}-lines", (*plain, *by)
        if view in ("before", "after"):
            for depth in ("1", "2"):
                yield f"{view}-depth-{depth}", (*plain, "--depth", depth, "--by", "outcome")
            for function in functions[::7]:
                focus = ("--focus", function, "--by", "outcome")
                yield f"{view}-focus-{slug(function)}", (*plain, *focus)


def documents(kept: Stills, file: Path) -> None:
    """Write every export, of today and of every design, and with parts left out."""
    wishes: list[tuple[str, Arguments]] = [("", ()), ("-public", ("--leave-out", "holders,cost"))]
    for design, phases in designs(file).items():
        wishes.append((f"-{design}", ("--design", design)))
        wishes += [(f"-{design}-{p}", ("--design", design, "--phase", p)) for p in phases[:1]]
    roles = list(_said(file).get("roles") or {})
    for kind, names in EXPORTS.items():
        for suffix, wish in wishes:
            for name in names:
                one: Arguments = ("--role", roles[0]) if name.startswith("role.") and roles else ()
                if kind in ("roles", "advertisement") and name.endswith(".zip"):
                    one = ("--format", "md")
                target = file.with_name(name)
                said = run(("export", str(file), "--as", kind, *one, *wish, "-o", str(target)))
                stem, dot, ending = name.partition(".")
                _take(kept, f"{file.stem}/documents/{stem}{suffix}{dot}{ending}", target, said)


def _take(kept: Stills, name: str, target: Path, said: str) -> None:
    if target.exists():
        kept.add(name, target.read_bytes())
        target.unlink()
    kept.add_text(f"{name}.said", said.replace(str(target.parent), ""))


def crawled(kept: Stills, file: Path) -> None:
    """Write every page that can be reached from the first."""
    for name, html in pages.crawl(file):
        kept.add(f"{file.stem}/pages/{name}.html", html)


def designs(file: Path) -> dict[str, list[str]]:
    """Return the designs of a file with their phases."""
    said = _said(file).get("designs") or {}
    return {name: list(design.get("phases") or {}) for name, design in said.items()}


def _said(file: Path) -> dict[str, dict[str, dict[str, object]]]:
    said: dict[str, dict[str, dict[str, object]]] = yaml.safe_load(file.read_text("utf-8"))
    return said


def slug(words: str) -> str:
    """Return words as part of a file's name."""
    return re.sub(r"[^\w.-]+", "-", words).strip("-")[:60]


PARTS = {"checks": checks, "charts": charts, "documents": documents, "pages": crawled}
