"""The long proof that no save is torn or lost, on Linux: killed writers, editors, full disks.

    python -m tests.storage.proof --kills 2000

Prints what was tried and ends with 1 if anything was torn or lost. The tests run it in small.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count
from pathlib import Path

from orgdesign.storage import Conflict, digest, record_outside_change
from tests.storage.one_writer import (
    Proof,
    fail_each_call,
    fill_a_disk,
    kill_at_each_call,
    replace_by_name,
    run_out_of_space,
    saves,
)
from tests.storage.texts import NOON, Room, is_whole, text
from tests.storage.tracing import can_fail_calls

RANDOM = "killed at a random moment"


def edit_on(room: Room, name: str, said: int, most: int | None = None) -> str:
    """Read the file and save a new text, again and again; say each save that was acknowledged."""
    random.seed()
    for _ in count() if most is None else range(most):
        found = room.file.read_bytes()
        if is_whole(found):  # a reader may see half of what an editor writes in place
            new = text(name, random.choice((200, 5_000, 60_000)))
            try:
                told = room.save_with_history(digest(found), new)
                os.write(
                    said, f"{'told' if told else 'saved'} {digest(found)} {digest(new)}\n".encode()
                )
            except Conflict:
                os.write(said, b"conflict\n")
        time.sleep(random.random() * 0.004)
    return "done"


def edit_outside(room: Room, said: int) -> str:
    """Write the file as other programs do, in place or by name, each time once it was taken up.

    Says each text that is to be found again: those that it overwrites itself are not.
    """
    random.seed()
    asked_to_stop = []
    signal.signal(signal.SIGTERM, lambda *_: asked_to_stop.append(True))
    while not asked_to_stop:
        new = text("outside", random.choice((200, 5_000, 60_000)))
        (replace_by_name if random.random() < 0.5 else write_in_place)(room.file, new)
        deadline = time.monotonic() + 2
        while is_there(room.file, new):
            if asked_to_stop or time.monotonic() > deadline:
                break
        else:
            os.write(said, f"outside {digest(new)}\n".encode())
        if asked_to_stop and room.file.read_bytes() == new:
            os.write(said, f"outside {digest(new)}\n".encode())
    return "done"


def is_there(path: Path, data: bytes) -> bool:
    """Tell whether a text is in a file, or was put back into it a moment later."""
    if path.read_bytes() != data:
        time.sleep(0.02 + random.random() * 0.02)
    else:
        time.sleep(0.002)
    return path.read_bytes() == data


def let_finish(ledger: "Ledger", children: list[int], pipe: int) -> None:
    """Ask editors to come to an end, so that no text is half written for good."""
    for child in children:
        os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)
    ledger.listen(pipe)


def write_in_place(path: Path, data: bytes) -> None:
    """Truncate and write, in pieces, as the plainest editors do."""
    with path.open("wb", buffering=0) as file:
        for start in range(0, len(data), 16_384):
            file.write(data[start : start + 16_384])


@contextmanager
def processes(works: list[Callable[[int], str]]) -> Iterator[tuple[list[int], int]]:
    """Run works at once; give their process ids and the pipe that all of them write to."""
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    children = []
    for work in works:
        if not (child := os.fork()):
            status = 1
            try:
                work(writer)
                status = 0
            except BaseException as error:
                os.write(writer, f"fault {type(error).__name__} {error}\n".encode())
            finally:
                os._exit(status)
        children.append(child)
    os.close(writer)
    try:
        yield children, reader
    finally:
        for child in children:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
        os.close(reader)


class Ledger:
    """What a room's writers said was saved, held against its file and history."""

    def __init__(self, proof: Proof, room: Room) -> None:
        self.proof, self.room = proof, room
        self.saved: list[tuple[str, str]] = []
        self.outside: list[str] = []
        self._rest = b""

    def listen(self, pipe: int) -> None:
        with suppress(BlockingIOError):
            while got := os.read(pipe, 65_536):
                self._rest += got
        *lines, self._rest = self._rest.split(b"\n")
        for line in lines:
            self._note(*line.decode().split(" ", 2))

    def _note(self, what: str, *digests: str) -> None:
        self.proof.counts[f"{what}"] += 1
        if what == "saved":
            self.saved.append((digests[0], digests[1]))
        elif what == "outside":
            self.outside.append(digests[0])
        elif what != "conflict":
            self.proof.faults.append(f"{what} {digests}")

    def balance(self) -> None:
        """Check that nothing said was lost: all of it is in the chain of the file's history."""
        told = record_outside_change(self.room.journal, self.room.file, NOON)
        self.proof.check(not told, f"history: {told}")
        self.proof.check(is_whole(self.room.file.read_bytes()), "the file is torn")
        journal = self.room.journal
        versions = journal.versions(self.room.file)
        for version in versions:
            data = journal.text(version)
            whole = is_whole(data) and digest(data) == version.digest
            self.proof.check(whole, "a version in the history is torn")
        ids = {version.id: version for version in versions}
        parents = {v.digest: ids[v.parent].digest for v in versions if v.parent}
        chain = set(self.room.chain())
        for before, after in self.saved:
            self.proof.check(after in chain, "an acknowledged edit is lost")
            self.proof.check(parents.get(after) == before, "an edit hangs on another version")
        for edit in self.outside:
            self.proof.check(edit in chain, "an edit made elsewhere is lost")
        self.proof.counts["versions in histories"] += len(versions)


def kill_at_random(proof: Proof, kills: int, per_room: int = 25) -> None:
    """Kill writers at random moments, every other time beside an outside editor."""
    while (left := kills - proof.counts[RANDOM]) > 0:
        room = proof.room()
        ledger = Ledger(proof, room)
        editors = [partial(edit_outside, room)] * random.randrange(2)
        with processes(editors) as (children, outside):
            for _ in range(0, min(per_room, left), 2):
                kill_two(proof, ledger)
                ledger.listen(outside)
            let_finish(ledger, children, outside)
        ledger.balance()


def kill_two(proof: Proof, ledger: "Ledger") -> None:
    """Let two writers work for a moment, and kill both."""
    with processes([partial(edit_on, ledger.room, name) for name in ("a", "b")]) as (
        children,
        pipe,
    ):
        time.sleep(random.random() * 0.05)
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            proof.counts[RANDOM] += 1
        ledger.listen(pipe)


def write_at_once(proof: Proof, writers: int, edits: int) -> None:
    """Let many writers and an outside editor work on one file."""
    room = proof.room()
    ledger = Ledger(proof, room)
    works = [partial(edit_on, room, f"writer-{number}", most=edits) for number in range(writers)]
    with processes([partial(edit_outside, room)]) as (editors, outside):
        with processes(works) as (children, pipe):
            running = set(children)
            while running:
                ledger.listen(pipe)
                ledger.listen(outside)
                running = {child for child in running if not os.waitpid(child, os.WNOHANG)[0]}
                time.sleep(0.01)
            ledger.listen(pipe)
        let_finish(ledger, editors, outside)
    ledger.balance()


def main() -> int:
    """Run the proof, and print what was tried."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--kills", type=int, default=2000, help="writers killed at random")
    options.add_argument("--stride", type=int, default=1, help="try each n-th system call")
    options.add_argument("--writers", type=int, default=12, help="that work on one file at once")
    options.add_argument("--edits", type=int, default=100, help="that each of them tries")
    options.add_argument("--seed", type=int, default=None, help="to repeat the choice of calls")
    asked = options.parse_args()
    random.seed(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        proof = Proof(Path(folder))
        saves(proof.room())  # so that nothing is left to be loaded when calls fail
        kill_at_each_call(proof, asked.stride)
        if can_fail_calls:
            fail_each_call(proof, asked.stride)
        run_out_of_space(proof, asked.stride)
        fill_a_disk(proof, asked.stride)
        kill_at_random(proof, asked.kills)
        write_at_once(proof, asked.writers, asked.edits)
    lines = [f"{number:>8,}  {what}" for what, number in proof.counts.items()]
    faults = [f"{number:>8,}  FAULT {what}" for what, number in Counter(proof.faults).items()]
    sys.stdout.write("\n".join([*lines, *faults, f"{len(proof.faults):>8,}  faults", ""]))
    return 1 if proof.faults else 0


if __name__ == "__main__":
    sys.exit(main())
