"""One writer, killed or failed at each system call, and disks that are full."""

import errno
import os
import random
import resource
import subprocess
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from orgdesign.storage import Conflict, NotSaved, digest, file_save, record_outside_change
from tests.storage.texts import NOON, Room, is_whole, text
from tests.storage.tracing import failed_at, killed_at, run

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


def replace_by_name(path: Path, data: bytes) -> None:
    """Write a file beside it and rename that, as careful editors do."""
    beside = path.with_name("edited-elsewhere")
    beside.write_bytes(data)
    beside.replace(path)


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
