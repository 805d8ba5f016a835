"""Running a piece of work and stopping it, or failing it, at one system call of our choice.

Linux only; failing a call needs x86-64 besides. A stop is the entry to a call or the return from
it, so that killing at every stop kills before and after every call.
"""

import ctypes
import os
import platform
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass

TRACEME, PEEKUSER, POKEUSER, SYSCALL, SETOPTIONS = 0, 3, 6, 24, 0x4200
SYSGOOD, EXITKILL = 1, 1 << 20
AT_CALL = signal.SIGTRAP | 0x80
RESULT, NUMBER = 10 * 8, 15 * 8
DISK_CALLS = {
    1: "write", 18: "pwrite64", 20: "writev", 2: "open", 257: "openat", 74: "fsync",
    75: "fdatasync", 77: "ftruncate", 82: "rename", 264: "renameat", 316: "renameat2",
    86: "link", 265: "linkat", 87: "unlink", 263: "unlinkat", 90: "chmod", 91: "fchmod",
    268: "fchmodat", 93: "fchown", 188: "setxattr", 280: "utimensat", 0: "read", 17: "pread64",
    5: "fstat", 262: "newfstatat", 73: "flock",
}  # fmt: skip
"""The calls that a disk can fail, by their x86-64 numbers."""

can_trace = sys.platform == "linux"
can_fail_calls = can_trace and platform.machine() == "x86_64"

_libc = ctypes.CDLL(None, use_errno=True)
if can_trace:
    _libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    _libc.ptrace.restype = ctypes.c_long


@dataclass(frozen=True)
class Ended:
    """How a piece of work ended: what it said, and the call it was killed or failed at."""

    said: str
    reached: bool
    call: str = ""


def run(work: Callable[[], str]) -> Callable[[], str]:
    """Start work in a process of its own; the answer waits for what it says."""
    reader, writer = os.pipe()
    child = _fork(work, writer, traced=False)
    os.close(writer)
    return lambda: _said(reader, child)


def killed_at(work: Callable[[], str], stop: int) -> Ended:
    """Do work, and kill it at its stop of that number, from 0, if it has as many."""
    return _traced(work, lambda child, entering, count, number: count == stop, kill=True)


def failed_at(work: Callable[[], str], call: int, error: int) -> Ended:
    """Do work, and let its disk call of that number, from 0, fail with an error."""
    seen = iter(range(sys.maxsize))

    def chosen(child: int, entering: bool, count: int, number: int) -> bool:
        return entering and number in DISK_CALLS and next(seen) == call

    return _traced(work, chosen, error=error)


def _traced(work, chosen, kill: bool = False, error: int = 0) -> Ended:
    reader, writer = os.pipe()
    child = _fork(work, writer, traced=True)
    os.close(writer)
    os.waitpid(child, 0)
    _ptrace(SETOPTIONS, child, data=SYSGOOD | EXITKILL)
    count, entering, number, reached, failing = 0, True, -1, "", False
    deliver = 0
    while True:
        _ptrace(SYSCALL, child, data=deliver)
        status = os.waitpid(child, 0)[1]
        if not os.WIFSTOPPED(status):
            break
        deliver = 0
        if os.WSTOPSIG(status) != AT_CALL:
            deliver = os.WSTOPSIG(status)
            continue
        if entering and can_fail_calls:
            number = _libc.ptrace(PEEKUSER, child, NUMBER, None)
        if failing:
            _ptrace(POKEUSER, child, RESULT, -error)
            failing = False
        elif not reached and chosen(child, entering, count, number):
            reached = f"{'before' if entering else 'after'} {DISK_CALLS.get(number, number)}"
            if kill:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                break
            _ptrace(POKEUSER, child, NUMBER, -1)  # no such call: nothing is done
            failing = True
        count, entering = count + 1, not entering
    return Ended(_read(reader), bool(reached), reached)


def _ptrace(request: int, child: int, address: int = 0, data: int = 0) -> None:
    if _libc.ptrace(request, child, address, ctypes.c_void_p(data)) == -1:
        raise OSError(ctypes.get_errno(), "ptrace")


def _fork(work: Callable[[], str], writer: int, traced: bool) -> int:
    child = os.fork()
    if child:
        return child
    try:
        if traced:
            _libc.ptrace(TRACEME, 0, None, None)
            os.kill(os.getpid(), signal.SIGSTOP)
        said = work()
    except BaseException as error:
        said = f"{type(error).__name__}: {error}"
    try:
        os.write(writer, said.encode())
    finally:
        os._exit(0)


def _said(reader: int, child: int) -> str:
    said = _read(reader)
    os.waitpid(child, 0)
    return said


def _read(reader: int) -> str:
    with open(reader, "rb") as pipe:
        return pipe.read().decode()
