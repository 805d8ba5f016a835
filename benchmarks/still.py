"""Hold the product still: write all that it makes of the examples, and compare two such folders.

    python benchmarks/still.py write FOLDER [FILE.yaml …]     every chart, export, finding and page
    python benchmarks/still.py compare BEFORE AFTER [--show 40] [--only PART]

Run `write` with the Python of either tree. What is written is text wherever text can be made of
it: documents are unpacked, SVG and HTML broken into a tag a line, keys and digests replaced by a
word; pictures stay bytes. `manifest.txt` says a digest for each. `compare` tells what is gone,
new and different, and exits with 1 where anything is.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from stills import compare, write


def main() -> int:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    writing = commands.add_parser("write", help="write all that is made of the examples")
    writing.add_argument("folder", type=Path)
    writing.add_argument("files", type=Path, nargs="*")
    writing.add_argument("--only", default="", help="checks, charts, documents or pages")
    comparing = commands.add_parser("compare", help="say what differs between two folders")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("--show", type=int, default=0, help="how many lines of each difference")
    comparing.add_argument("--only", default="", help="only names that contain this")
    options = parser.parse_args()
    if options.command == "compare":
        return compare.tell(options.before, options.after, options.only, options.show)
    with tempfile.TemporaryDirectory() as state:
        os.environ["XDG_STATE_HOME"] = state
        write.stills(options.folder, options.files, options.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
