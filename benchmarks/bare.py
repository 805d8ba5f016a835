"""The bare engine: Graphviz as its Python package offers it, in a process that does nothing else.

    python benchmarks/bare.py chart.dot …

Draws the DOT files, which have positions, once for every line that it reads.
"""

import sys
from pathlib import Path

from pygraphviz import AGraph

dots = [Path(each).read_text("utf-8") for each in sys.argv[1:]]
for _ in sys.stdin:
    drawn = 0
    for dot in dots:
        graph = AGraph(string=dot)
        graph.has_layout = True
        drawn += len(graph.draw(format="svg"))
        graph.close()
    print(drawn, flush=True)
