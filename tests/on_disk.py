"""What a file on disk is, for tests that hold that nothing has written to it."""

from pathlib import Path


def on_disk(path: Path) -> tuple[bytes, int, int]:
    """Bytes, inode and time of writing; not of reading, for the program may read when it likes."""
    state = path.stat()
    return path.read_bytes(), state.st_ino, state.st_mtime_ns
