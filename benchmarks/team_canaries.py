"""Asks a team server for whatever it shows, as people with random rights, and looks for canaries.

    python benchmarks/team_canaries.py --triples 100000 --seed 1

A triple is an organisation, a grant or a link, and an address or an export. Every field of the
schema holds a canary (`canary_organisation.py`); those that the grant hides must be in no body,
header, drawing, document or message. Addresses are those that somebody sees who sees everything,
so that parts that are hidden are asked for too, and some of them are spoilt.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import shutil
import sys
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from werkzeug.test import TestResponse

from benchmarks.canary_maker import BRANCHES, CanaryFile
from benchmarks.canary_organisation import canary_file, may_see
from orgdesign.documents.kinds import ENDINGS
from orgdesign.redaction import FACT_KINDS, Scope, Sight
from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.migrations import migrate_database
from orgdesign.team.rights.tables import GRANT
from orgdesign.team.trial_database import FAST, TrialDatabase
from orgdesign.yamlfile.quoted_text import quoted_text
from tests.team.pages.team_app import Browser, TeamApp, team_app

WORD = re.compile(rb"zq\d+x\d{4}v")
NUMBER = re.compile(r"(?<!\d)7\d{4}13(?!\d)")
GROUPED = re.compile("(?<=\\d)[,.\u00a0\u202f\u2009' ](?=\\d{3}(?!\\d))")
LINK = re.compile(r'(?:href|src|hx-get|data-src)="([^"#]+)')
EACH = 100
"""How many addresses are asked for with one grant, whose redaction is then made once."""
EXPORTS = 0.03
"""How many of all are exports: about what they are of all the addresses there are."""


@dataclass(slots=True)
class CanaryOrganisation:
    """An organisation on the server, its canaries, and the addresses of its pages."""

    file: CanaryFile
    key: str
    identity: int
    number: int
    addresses: list[str] = field(default_factory=list)


@dataclass(slots=True)
class CanaryRun:
    """What was asked so far, and what leaked."""

    triples: int = 0
    bytes: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    leaks: list[str] = field(default_factory=list)


def texts_of(body: bytes) -> Iterator[bytes]:
    """Yield what a body says: itself, what it packs, and the streams and words of a PDF."""
    yield body
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            for name in packed.namelist():
                yield name.encode()
                for inner in texts_of(packed.read(name)):
                    yield inner
                    yield re.sub(rb"<[^>]*>", b"", inner)
    if body[:5] == b"%PDF-":
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", body, re.DOTALL):
            with suppress(zlib.error):
                yield zlib.decompress(stream)
        with suppress(PyPdfError, ValueError, KeyError):
            for page in PdfReader(io.BytesIO(body)).pages:
                yield page.extract_text().encode()


def canaries_in(said: Iterable[bytes]) -> set[str]:
    """Return the canaries in what was said, numbers also where their thousands are set apart."""
    found: set[str] = set()
    for text in said:
        found |= {word.decode() for word in WORD.findall(text)}
        found |= set(NUMBER.findall(GROUPED.sub("", text.decode("utf-8", "replace"))))
    return found


def said_by(answer: TestResponse) -> Iterator[bytes]:
    """Yield what an answer says: its headers, and its body in every way."""
    yield str(answer.headers).encode()
    yield from texts_of(answer.get_data())


def addresses_of(browser: Browser, key: str, most: int = 400) -> list[str]:
    """Return the addresses that somebody sees who sees everything, page by page."""
    waiting, seen = [f"/o/{key}"], dict[str, None]()
    while waiting and len(seen) < most:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen[path] = None
        answer = browser.get(path)
        if "html" in answer.content_type:
            links = (link.replace("&amp;", "&") for link in LINK.findall(answer.text))
            waiting += [link for link in links if link.startswith(f"/o/{key}")]
    paths = [path for path in seen if "/events" not in path]
    return [*paths, *(f"{path}{'&' if '?' in path else '?'}version=x" for path in paths[::7])]


def random_sight(chance: random.Random) -> Sight:
    """Return some rights: one scope or two, of some facts, in a branch or everywhere."""
    branches = (None, *(f"{branch}-function" for branch in BRANCHES))
    share = chance.choice((0.0, 0.3, 0.6, 0.9))
    return Sight.union(
        Scope(
            frozenset(fact for fact in FACT_KINDS if chance.random() < share),
            chance.choice(branches),
        )
        for _ in range(chance.choice((1, 1, 1, 2)))
    )


class CanaryHunt:
    """A server with organisations full of canaries, and what is asked of it."""

    def __init__(self, team: TeamApp, organisations: int, seed: int, each: int = EACH) -> None:
        self.each = each
        self.team, self.chance, self.run = team, random.Random(seed), CanaryRun()
        root = team.browser(team.admin)
        self.organisations = [self._begin(number, root) for number in range(organisations)]
        self._visitor_person = team.add("Visitor")
        self._visitor_browser = team.browser(self._visitor_person)

    def _begin(self, number: int, root: Browser) -> CanaryOrganisation:
        file = canary_file(number)
        key = self.team.begin(f"canaries-{number}.yaml", quoted_text(file.data).encode())
        made = CanaryOrganisation(file, key, self.team.organisation, number)
        made.addresses = addresses_of(root, key)
        return made

    def ask(self) -> None:
        """Ask for some addresses with one grant or link."""
        chance = self.chance
        organisation = chance.choice(self.organisations)
        sight = random_sight(chance)
        self.team.organisation = organisation.identity
        browser = self._visitor(sight, chance.random() < 0.3)
        hidden = {
            canary.text for canary in organisation.file.canaries if not may_see(canary, sight)
        } - {canary.text for canary in organisation.file.canaries if may_see(canary, sight)}
        for _ in range(self.each):
            self._ask_once(browser, organisation, sight, hidden)

    def _visitor(self, sight: Sight, with_link: bool) -> Browser:
        if with_link and len(sight.scopes) == 1:
            browser = self.team.browser()
            browser.get(f"/l/{self.team.link(scope=sight.scopes[0])[1]}")
            return browser
        with self.team.database.writing() as connection:
            connection.execute(GRANT.delete().where(GRANT.c.may != "manage"))
        for scope in sight.scopes:
            may = self.chance.choice(("read", "propose", "edit"))
            self.team.grant(self._visitor_person, may, scope)
        return self._visitor_browser

    def _ask_once(
        self, browser: Browser, organisation: CanaryOrganisation, sight: Sight, hidden: set[str]
    ) -> None:
        path, form = self._address(organisation)
        answer = browser.get(path) if form is None else browser.post(path, **form)
        said = list(said_by(answer))
        asked = path.encode()
        numbers = {text for text in hidden if text.encode() not in asked}
        found = canaries_in(said)
        others = {
            word
            for word in found
            if word.startswith("zq") and not word.startswith(f"zq{organisation.number}x")
        }
        run = self.run
        run.triples += 1
        run.bytes += sum(map(len, said))
        run.statuses[answer.status_code] += 1
        run.kinds[answer.content_type.partition(";")[0]] += 1
        for leak in sorted((found & numbers) | others):
            scopes = [(scope.branch, sorted(scope.facts)) for scope in sight.scopes]
            run.leaks.append(f"{leak} at {path} {form or ''} with {scopes}")

    def _address(self, organisation: CanaryOrganisation) -> tuple[str, dict[str, Any] | None]:
        chance, key = self.chance, organisation.key
        if chance.random() < EXPORTS:
            kind = chance.choice(list(ENDINGS))
            facts = ["holders", "headcount", "cost", "measures", "designs", "reasons"]
            ending = chance.choice(ENDINGS[kind])
            asked = {"kind": kind, "ending": ending, "asked": "yes", "with": facts}
            return f"/o/{key}/export", asked
        path = chance.choice(organisation.addresses)
        if chance.random() < 0.05:
            at = chance.randrange(len(path))
            path = f"{path[:at]}{chance.choice('x0/%?')}{path[at + 1 :]}".replace("//", "/x")
        return path if path.startswith("/") else f"/{path}", None


def hunt(
    team: TeamApp, triples: int, *, organisations: int = 4, seed: int = 1, minutes: float = 1e9
) -> CanaryRun:
    """Ask for so many triples, or for so many minutes, and return what leaked."""
    found = CanaryHunt(team, organisations, seed, min(EACH, max(1, triples // 4)))
    began = told = time.monotonic()
    while found.run.triples < triples and time.monotonic() - began < 60 * minutes:
        found.ask()
        if time.monotonic() - told > 30:
            told = time.monotonic()
            pace = found.run.triples / (told - began)
            sys.stderr.write(
                f"{found.run.triples} triples, {pace:.0f}/s, {len(found.run.leaks)} leaks\n"
            )
    return found.run


def main() -> None:
    """Hunt on a database of its own, and tell what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--organisations", type=int, default=4)
    parser.add_argument("--minutes", type=float, default=1e9)
    said = parser.parse_args()
    folder = Path(mkdtemp(prefix="canaries-"))
    server = TrialDatabase(folder, FAST)
    server.start()
    try:
        server.create("canaries")
        url = server.url("canaries").replace("postgresql://", "postgresql+psycopg://")
        database = TeamDatabase(url)
        migrate_database(database)
        with Engine() as engine:
            team = team_app(database, engine)
            few = {"organisations": said.organisations, "seed": said.seed}
            run = hunt(team, said.triples, minutes=said.minutes, **few)
        database.close()
    finally:
        server.stop()
        shutil.rmtree(folder)
    print(f"{run.triples} triples, {run.bytes / 1e6:.0f} MB looked at, {len(run.leaks)} leaks")
    print(dict(run.statuses), dict(run.kinds))
    print("\n".join(run.leaks[:40]))
    sys.exit(1 if run.leaks else 0)


if __name__ == "__main__":
    main()
