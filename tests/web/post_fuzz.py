"""Post the app's own forms with random values for a long time, one edit upon the other.

    python -m tests.web.post_fuzz --minutes 10 [--seed 1] [FILE …]

Each round opens a copy of a file in the app, and walks: a random page, one of its forms, fields
left, taken from elsewhere in the form, or odd; now and then another program writes the file in
between. Prints the answers by status, and ends with 1 where one is a failure of the app, or where
the app left a file that it cannot read.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from orgdesign.render import Engine
from orgdesign.web.app import create_app
from orgdesign.web.kit import Settings
from orgdesign.workspace import Workspace
from orgdesign.yamlfile import read_file
from tests.web.conftest import Said, Sheet, Site
from tests.web.test_every_form import FORM, LINK, WHOLE, kind_of, listed, post

EXAMPLES = Path(__file__).parents[2] / "examples"
STEPS_A_ROUND = 60
RARELY, FROM_OUTSIDE = 0.05, 0.03
ODD = (
    "",
    "+",
    "0",
    "-1",
    "1e309",
    "9" * 4301,
    "x" * 70_000,
    "null",
    "yes",
    "- a: [b",
    "{x}",
    "\u202eשלום",
    "顧客 ",
    "a\r\nb",
    "\x00",
    "\ud83d",
    "../../etc/passwd",
    "<script>",
    "2026-02-30",
    "12:60",
    " ",
)


class Walk:
    """One round: an app over a copy of a file, and what its forms answered."""

    def __init__(self, path: Path, engine: Engine, chance: random.Random) -> None:
        settings = Settings(port=8123)
        app = create_app(Workspace(path, engine), settings)
        self.site = Site(path, settings, app.test_client())
        self.site.admit()
        self._chance = chance
        self._address_of_kind = {"": self.site.address}

    def step(self) -> tuple[int, str] | None:
        """Post a form of a random page; return the answer's status and the form's address."""
        address = self._chance.choice([*self._address_of_kind.values()])
        answer = self.site.get(address)
        if answer.status_code >= 500:
            return answer.status_code, address
        html = answer.text if answer.mimetype == "text/html" else ""
        self._learn(html)
        posted = [Sheet(each) for each in FORM.findall(html) if 'method="post"' in each]
        sheets = [each for each in posted if "/leave" not in each.address]
        weights = [RARELY if each.address.endswith(("/undo", "/redo")) else 1 for each in sheets]
        if not sheets:
            return None
        sheet = self._chance.choices(sheets, weights)[0]
        headers = {"HX_Request": "true"} if self._chance.random() < 0.5 else {}
        return post(self.site, sheet, self._filled_in(sheet.said()), **headers), sheet.address

    def _learn(self, html: str) -> None:
        """Remember an address of each kind that a page leads to, the newest of it."""
        for link in {unescape(each).partition("#")[0] for each in LINK.findall(html)}:
            if link.startswith("/o/"):
                self._address_of_kind[kind_of(self.site, link)] = link

    def _filled_in(self, said: Said) -> Said:
        values = [each for value in said.values() for each in listed(value)] + [*ODD]
        return {
            name: self._chance.choice(values) if self._is_changed(name) else value
            for name, value in said.items()
            if self._chance.random() > 0.02
        }

    def _is_changed(self, name: str) -> bool:
        return self._chance.random() < (0.05 if name in ("base", "submission") else 0.25)


def fuzz(
    files: Sequence[Path], seed: int, is_over: Callable[[int], bool]
) -> tuple[Counter[int], list[str]]:
    """Return how often each status was answered, and what failed, until ``is_over``."""
    statuses, failures, chance = Counter[int](), list[str](), random.Random(seed)
    with Engine() as engine:
        while not is_over(statuses.total()):
            with TemporaryDirectory() as folder:
                for status, failure in _round(Path(folder), files, engine, chance):
                    statuses[status] += bool(status)
                    failures += [failure] * bool(failure)
                    if is_over(statuses.total()):
                        break
    return statuses, failures


def _round(
    folder: Path, files: Sequence[Path], engine: Engine, chance: random.Random
) -> Iterator[tuple[int, str]]:
    path = folder / "organisation.yaml"
    original = chance.choice([WHOLE.encode(), *(each.read_bytes() for each in files)])
    path.write_bytes(original)
    walk = Walk(path, engine, chance)
    for _ in range(STEPS_A_ROUND):
        if chance.random() < FROM_OUTSIDE:
            path.write_bytes(original)
        if answered := walk.step():
            status, address = answered
            yield status, f"{status} {address}" if status >= 500 else ""
        if problems := read_file(path).problems:
            yield 0, f"the file cannot be read any more: {problems[0].message}"
            return


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz as asked, and print what was answered."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    files = asked.files or sorted(EXAMPLES.glob("*.yaml"))
    end = time.monotonic() + asked.minutes * 60
    statuses, failures = fuzz(files, asked.seed, lambda _: time.monotonic() > end)
    print(f"{statuses.total()} posts:", ", ".join(f"{n} × {s}" for s, n in statuses.most_common()))
    print(*failures or ["No answer was a failure, and every file can be read."], sep="\n")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
