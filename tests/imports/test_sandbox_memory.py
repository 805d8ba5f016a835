"""The worker counts what it holds itself, whatever the app held that started it."""

import subprocess
import sys

CHILD = """
import sys
held = bytearray(300_000_000)
for at in range(0, len(held), 4096):
    held[at] = 1
from orgdesign.sandbox import OpenTables
from orgdesign.sandbox import process
process.MEMORY = 250_000_000
tables = OpenTables(b"a,b\\n1,2\\n")
print([*tables.rows(0)])
"""


def test_a_large_app_can_read_a_small_file():
    run = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True)
    assert run.stdout == "[['a', 'b'], ['1', '2']]\n", run.stderr
