"""The bare engine: Graphviz as its Python package offers it, in a process that does nothing else.

    python benchmarks/bare.py chart.dot

Draws the DOT file, which has positions, once for every line that it reads.
"""

import sys
from pathlib import Path

from pygraphviz import AGraph

dot = Path(sys.argv[1]).read_text("utf-8")
for _ in sys.stdin:
    graph = AGraph(string=dot)
    graph.has_layout = True
    picture = graph.draw(format="svg")
    graph.close()
    print(len(picture), flush=True)
