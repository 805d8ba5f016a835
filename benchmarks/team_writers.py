"""Writers in several processes on one organisation: no acknowledged edit is lost, and none twice.

    python -m benchmarks.team_writers [EDITS] [KILLS] [--minutes M]   100,000 and 200 without them

Four processes with sixteen writers each change one organisation in PostgreSQL. Meanwhile a process
or PostgreSQL itself is killed at random moments; a writer that heard nothing sends its edit again,
as a person does. In the end every version is read: each changes one value, by one; each edit that
was acknowledged is one version; and the text says what the last of each writer said. It says every
15 seconds how far it is; after so many minutes, or when it is interrupted, it stops the writers and
checks what they did until then.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock, Thread

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from orgdesign.problems import OrgdesignError
from orgdesign.render import Engine
from orgdesign.team.database import TeamDatabase
from orgdesign.team.migrations import migrate_database
from orgdesign.team.organisations import records
from orgdesign.team.organisations.tables import VERSION
from orgdesign.team.organisations.team_workspace import TeamResources
from orgdesign.team.trial_database import NoPostgres, TrialDatabase
from orgdesign.team.viewer import SYSTEM, OpenAccess, Viewer
from orgdesign.workspace import SavedEdit
from orgdesign.yamlfile import read
from orgdesign.yamlfile.editing import Set

PROCESSES, WRITERS = 4, 16
TOLD_EVERY = 15.0
PRELOADED = ["orgdesign.team.migrations", "orgdesign.team.organisations.team_workspace"]
"""What a process has read before it starts: nothing of a database, which each opens itself."""
NAME = "writers.yaml"


@dataclass
class Outcome:
    """What a run came to: edits acknowledged, kills, seconds, and whatever is wrong."""

    edits: int
    kills: int
    seconds: float
    wrong: list[str] = field(default_factory=list)


def organisation_of(writers: int) -> str:
    """Return an organisation with a function for each writer."""
    functions = "".join(
        f"  w{number}:\n    name: Writer {number}\n    headcount: 0\n" for number in range(writers)
    )
    return (
        f"organization: Writers\noutcome: {{statement: Nothing is lost}}\nfunctions:\n{functions}"
    )


def write(url: str, numbers: dict[int, int], most: int, told: Connection) -> None:
    """Write as several writers, each from where it was, and tell what was acknowledged."""
    database = TeamDatabase(url)
    resources, lock = TeamResources(database, Engine(), OpenAccess()), Lock()

    def run(writer: int, done: int) -> None:
        viewer = Viewer(f"w{writer}", f"Writer {writer}")
        while done < most:
            if _edit(resources, viewer, writer, done + 1):
                done += 1
                with lock:
                    told.send((writer, done))

    threads = [Thread(target=run, args=one, daemon=True) for one in numbers.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told.send(None)
    database.close()


def _edit(resources: TeamResources, viewer: Viewer, writer: int, number: int) -> bool:
    """Send one edit, as a page would; tell whether it was acknowledged."""
    path = ("functions", f"w{writer}", "headcount")
    try:
        [file] = resources.workspace_for(viewer).files()
        said = f"{writer}:{number}"
        done = file.edit([Set(path, number)], file.now().digest, said, submission=said)
    except (OrgdesignError, SQLAlchemyError):
        time.sleep(0.05)
        return False
    return isinstance(done, SavedEdit)


class Trial:
    """The processes of one run, started anew when they are killed."""

    def __init__(self, postgres: TrialDatabase, url: str, each: int, processes: int) -> None:
        self._postgres, self._url, self._each = postgres, url, each
        self.done = dict.fromkeys(range(processes * WRITERS), 0)
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(PRELOADED)
        self.is_stopped = False
        self._running: dict[Connection, tuple[BaseProcess, int]] = {}
        for number in range(processes):
            self._start(number)

    def _start(self, number: int) -> None:
        ours, theirs = self._context.Pipe(duplex=False)
        mine = {w: self.done[w] for w in range(number * WRITERS, (number + 1) * WRITERS)}
        process = self._context.Process(target=write, args=(self._url, mine, self._each, theirs))
        process.start()
        theirs.close()
        self._running[ours] = process, number

    def run(self, kills: int, seconds: float) -> int:
        """Let everybody write to the end, and kill so many times; return how often it was done.

        Ends after so many seconds, or when somebody stops it: with all writers killed.
        """
        total, killed = self._each * len(self.done), 0
        marks = sorted(random.sample(range(1, total), kills)) if kills else []
        began = told = time.monotonic()
        while self._running and not self.is_stopped and time.monotonic() < began + seconds:
            for pipe in wait(list(self._running), timeout=1):
                assert isinstance(pipe, Connection)
                self._hear(pipe)
            done = sum(self.done.values())
            if killed < len(marks) and done >= marks[killed]:
                killed += 1
                self._kill(killed)
            if time.monotonic() > told + TOLD_EVERY:
                told = time.monotonic()
                sys.stderr.write(f"{done} edits, {killed} kills, {done / (told - began):.0f}/s\n")
        self._end()
        return killed

    def stop(self, *_: object) -> None:
        """End the run as soon as may be."""
        self.is_stopped = True

    def _end(self) -> None:
        """Kill whoever still writes, and hear what they were told until then."""
        for process, _ in self._running.values():
            process.kill()
            process.join()
        for pipe in self._running:
            with suppress(EOFError, OSError):
                while said := pipe.recv():
                    self.done[said[0]] = max(said[1], self.done[said[0]])

    def _hear(self, pipe: Connection) -> None:
        process, number = self._running[pipe]
        try:
            said = pipe.recv()
        except (EOFError, OSError):
            said = None
        if said is not None:
            self.done[said[0]] = max(said[1], self.done[said[0]])
            return
        del self._running[pipe]
        process.join()
        if process.exitcode:
            self._start(number)

    def _kill(self, count: int) -> None:
        if count % 4:
            process, _ = random.choice(list(self._running.values()))
            if process.pid:
                with suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGKILL)
            return None
        self._postgres.kill()
        while True:
            try:
                return self._postgres.start()
            except NoPostgres:
                time.sleep(0.2)


def check(database: TeamDatabase, done: dict[int, int]) -> list[str]:
    """Return what is wrong with the versions, by reading every one of them."""
    wrong, values = [], dict.fromkeys(done, 0)
    with database.reading() as connection:
        rows = connection.execute(
            select(VERSION.c.sentence, VERSION.c.digest).order_by(VERSION.c.number)
        ).all()
        sentences = Counter(row.sentence for row in rows)
        for row in rows[1:]:
            writer, number = map(int, row.sentence.split(":"))
            values[writer] += 1
            if values[writer] != number:
                wrong.append(f"{row.sentence} came as number {values[writer]}")
            text = records.content(connection, row.digest).decode()
            if text != _expected(values):
                wrong.append(f"after {row.sentence} the text does not say what was written")
    wrong += [f"{said} came {count} times" for said, count in sentences.items() if count > 1]
    wrong += [
        f"{writer}:{number} was acknowledged and is lost"
        for writer, number in done.items()
        if values[writer] < number
    ]
    return wrong[:10]


def _expected(values: dict[int, int]) -> str:
    text = organisation_of(len(values))
    for writer, number in values.items():
        mark = f"Writer {writer}\n    headcount: "
        text = text.replace(f"{mark}0\n", f"{mark}{number}\n")
    return text


def prove(
    edits: int, kills: int, processes: int = PROCESSES, seconds: float = float("inf")
) -> Outcome:
    """Let everybody write so many edits together, killing so many times, and check it all."""
    folder = Path(mkdtemp(prefix="orgdesign-"))
    postgres = TrialDatabase(folder)
    postgres.start()
    try:
        postgres.create("team")
        database = TeamDatabase(postgres.url("team").replace("postgresql:", "postgresql+psycopg:"))
        migrate_database(database)
        text = organisation_of(processes * WRITERS)
        assert read(text.encode(), NAME).organisation
        workspace = TeamResources(database, Engine(), OpenAccess()).workspace_for(SYSTEM)
        workspace.create(NAME, text.encode(), "Begun")
        started = time.monotonic()
        each = max(1, -(-edits // (processes * WRITERS)))
        trial = Trial(postgres, database.url, each, processes)
        kept = {sign: signal.signal(sign, trial.stop) for sign in (signal.SIGINT, signal.SIGTERM)}
        killed = trial.run(kills, seconds)
        taken = time.monotonic() - started
        database.close()
        wrong = check(database, trial.done)
        for sign, before in kept.items():
            signal.signal(sign, before)
        return Outcome(sum(trial.done.values()), killed, taken, wrong)
    finally:
        database.close()
        postgres.stop()
        shutil.rmtree(folder)


def main() -> int:
    """Prove it for as many edits and kills as are asked for, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("edits", type=int, nargs="?", default=100_000)
    parser.add_argument("kills", type=int, nargs="?", default=200)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    asked = parser.parse_args()
    outcome = prove(asked.edits, asked.kills, seconds=60 * asked.minutes)
    print(
        f"{outcome.edits:,} edits acknowledged by {PROCESSES} processes of {WRITERS} writers,"
        f" {outcome.kills} kills, {outcome.seconds:.0f} s"
    )
    print("\n".join(outcome.wrong) or "none lost, none twice, each version one change")
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
