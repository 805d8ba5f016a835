"""The long proof that no save is torn or lost, on Linux: killed writers, editors, full disks.

    python -m tests.storage.proof --kills 2000

Prints what was tried and ends with 1 if anything was torn or lost. The tests run it in small.
"""

import argparse
import errno
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count
from pathlib import Path

from orgdesign.storage import Conflict, NotSaved, digest, file_save, record_outside_change
from tests.storage.texts import NOON, Room, is_whole, text
from tests.storage.tracing import can_fail_calls, failed_at, killed_at, run

RANDOM = "killed at a random moment"
OLD, NEW, NEXT, OUTSIDE = (text(name) for name in ("old", "new", "next", "outside"))


class Proof:
    """What was tried, how often, and what went wrong."""

    def __init__(self, base: Path) -> None:
        self.base, self.counts, self.faults = base, Counter[str](), list[str]()
        self._rooms = count()

    def room(self, data: bytes = OLD) -> Room:
        return Room(self.base / f"room-{next(self._rooms)}").furnish(data)

    def check(self, holds: bool, fault: str) -> None:
        self.counts["checks"] += 1
        if not holds:
            self.faults.append(fault)


# -- one writer, stopped or failed at one system call ------------------------------------------


def saves(room: Room) -> str:
    """Save a new text over the old one; say how that ended."""
    try:
        told = room.save_with_history(digest(OLD), NEW)
    except Conflict:
        return "conflict"
    except NotSaved:
        return "not saved"
    return "history" if told else "saved"


def saves_a_new_file(room: Room) -> str:
    """Save where there is no file yet."""
    room.file.unlink()
    room.save_with_history(None, NEW)
    return "saved"


def saves_while_an_editor_slips_in(room: Room) -> str:
    """Save while somebody else's text arrives at the last moment, just before the exchange."""
    exchange = file_save.exchange_names

    def late(one: Path, other: Path) -> bool:
        file_save.exchange_names = exchange
        replace_by_name(other, OUTSIDE)
        return exchange(one, other)

    file_save.exchange_names = late
    return saves(room)


def kill_at_each_call(proof: Proof, stride: int) -> None:
    """Kill a writer before and after each of its system calls, files and history alike."""
    for work in (saves, saves_a_new_file, saves_while_an_editor_slips_in):
        for stop in count(random.randrange(stride), stride):
            room = proof.room()
            ended = killed_at(lambda: work(room), stop)  # noqa: B023
            settle(proof, room, work, ended.said, f"{work.__name__} killed {ended.call} ({stop})")
            if not ended.reached:
                break
            proof.counts["killed at a system call"] += 1


def settle(proof: Proof, room: Room, work: Callable[[Room], str], said: str, where: str) -> None:
    """Open the file again after a kill, and edit it: old or new, and everything in its history."""
    raw = room.file.read_bytes() if room.file.exists() else None
    proof.check(raw is None or is_whole(raw), f"{where}: torn")
    proof.check(said in ("saved", "conflict", ""), f"{where}: {said}")
    told = record_outside_change(room.journal, room.file, NOON)
    proof.check(not told, f"{where}: {told}")
    found = room.file.read_bytes() if room.file.exists() else None
    allowed = {saves: (OLD, NEW), saves_a_new_file: (OLD, None, NEW)}.get(work, (OLD, OUTSIDE))
    if said == "saved":
        allowed = (NEW,)
    if raw == OUTSIDE or said == "conflict":
        allowed = (OUTSIDE,)
    proof.check(found in allowed, f"{where}: the file says something else")
    room.save_with_history(digest(found) if found is not None else None, NEXT)
    proof.check(room.file.read_bytes() == NEXT, f"{where}: the next save failed")
    proof.check(not room.leftovers(), f"{where}: left {room.leftovers()}")
    chain = room.chain()
    kept = found is None or digest(found) in chain
    proof.check(kept and chain[0] == digest(NEXT), f"{where}: the history misses a version")


def fail_each_call(proof: Proof, stride: int) -> None:
    """Let each call of a save to the disk fail, as a full or a broken disk does."""
    for work in (saves, saves_while_an_editor_slips_in):
        for error in (errno.ENOSPC, errno.EIO):
            for call in count(random.randrange(stride), stride):
                room = proof.room()
                ended = failed_at(lambda: work(room), call, error)  # noqa: B023
                if not ended.reached:
                    break
                where = f"{work.__name__} {errno.errorcode[error]} {ended.call} ({call})"
                proof.counts["failed calls"] += 1
                proof.counts[f"… ended as: {ended.said or 'answer lost'}"] += 1
                judge(proof, room, ended.said, where)


def judge(proof: Proof, room: Room, said: str, where: str) -> None:
    """Check that a save which failed left the file alone, and one which did not is there."""
    found = room.file.read_bytes()
    allowed = {
        "saved": (NEW,),
        "history": (NEW,),
        "not saved": (OLD, OUTSIDE),
        "conflict": (OUTSIDE,),
        "": (OLD, NEW, OUTSIDE),
    }
    proof.check(found in allowed.get(said, ()), f"{where}: {said}, but the file says otherwise")
    with suppress(Conflict, NotSaved):
        room.save_with_history(digest(found), NEXT)
    proof.check(room.file.read_bytes() == NEXT, f"{where}: the next save failed")
    proof.check(not room.leftovers(), f"{where}: left {room.leftovers()}")


# -- real full disks ---------------------------------------------------------------------------


def run_out_of_space(proof: Proof, stride: int) -> None:
    """Save against a limit on the size of files that is met at every possible point."""
    for limit in range(0, len(NEW) + 40_000, 512 * stride):
        room = proof.room()
        said = run(lambda: limited(room, limit))()  # noqa: B023
        judge(proof, room, said, f"limit of {limit} bytes")
        proof.counts["limits on a file's size"] += 1
        proof.counts[f"… ended as: {said}"] += 1


def limited(room: Room, limit: int) -> str:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    return saves(room)


def fill_a_disk(proof: Proof, stride: int) -> None:
    """Save on a small disk with ever less room left; skipped where none may be mounted."""
    disk = proof.base / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    with suppress(OSError):
        if subprocess.run(mount, capture_output=True).returncode == 0:
            try:
                fill(proof, disk, stride)
            finally:
                subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(proof: Proof, disk: Path, stride: int) -> None:
    file = disk / "northwind.yaml"
    for left in range(0, 40, stride):
        file.write_bytes(OLD)
        with suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
            while filler.write(b"x" * 4096):
                pass
        os.truncate(disk / "filler", max(0, (disk / "filler").stat().st_size - left * 1024))
        try:
            file_save.save(file, digest(OLD), NEW)
        except NotSaved as failure:
            proof.check("disk is full" in str(failure), f"full disk: {failure}")
            proof.check(file.read_bytes() == OLD, "full disk: the file was touched")
            proof.counts["real full disks"] += 1
        else:
            proof.check(file.read_bytes() == NEW, "full disk: saved, but not there")
        proof.check(len(list(disk.iterdir())) == 2, "full disk: something was left")
        (disk / "filler").unlink()


# -- many writers, an outside editor, and kills at random moments --------------------------------


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


def replace_by_name(path: Path, data: bytes) -> None:
    """Write a file beside it and rename that, as careful editors do."""
    beside = path.with_name("edited-elsewhere")
    beside.write_bytes(data)
    beside.replace(path)


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
