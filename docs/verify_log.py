"""Verify an exported log: python verify_log.py log.jsonl [ends.json]. Needs Python alone.

Each line is {"chain", "number", "entry", "digest"}; the digest is the SHA-256 of the digest of
the entry before (64 zeros before the first), a line break, and the entry, in UTF-8. Within a
chain, numbers go up by one from 1. What `orgdesign team audit ends` printed at some time, kept
elsewhere, shows that nothing before it was cut off or written anew.
"""

import hashlib
import json
import sys
from pathlib import Path


def verify(lines, ends):
    """Return what is wrong with a log, a sentence each, and how many entries it has."""
    last, wrong, seen = {}, [], 0
    for at, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            chain, number = int(row["chain"]), int(row["number"])
            entry, digest = row["entry"], row["digest"]
            told = json.loads(entry)["number"]
        except (ValueError, KeyError, TypeError):
            wrong.append(f"line {at}: this is not an entry")
            continue
        seen += 1
        before, previous = last.get(chain, (0, "0" * 64))
        if number != before + 1 or told != number:
            wrong.append(f"line {at}: entry {before + 1} of chain {chain} is missing")
        if hashlib.sha256(f"{previous}\n{entry}".encode()).hexdigest() != digest:
            wrong.append(f"line {at}: entry {number} of chain {chain} is not what was written")
        if ends.get(str(chain), [0])[0] == number and ends[str(chain)][1] != digest:
            wrong.append(f"line {at}: chain {chain} was written anew up to entry {number}")
        last[chain] = (number, digest)
    for chain, (number, _) in ends.items():
        if last.get(int(chain), (0,))[0] < number:
            wrong.append(f"chain {chain}: entries up to {number} are missing at the end")
    return wrong, seen


if __name__ == "__main__":
    log = Path(sys.argv[1]).read_text("utf-8").split("\n")[:-1]
    kept = json.loads(Path(sys.argv[2]).read_text("utf-8")) if len(sys.argv) > 2 else {}
    problems, count = verify(log, kept)
    sys.stdout.write(("\n".join(problems) or f"{count} entries, each what was written") + "\n")
    sys.exit(1 if problems else 0)
