"""How much a file may hold before it is refused: far beyond any organisation, short of harm."""

MAX_BYTES = 16_000_000
"""The largest file, in bytes; 50,000 functions take about 10 million."""

MAX_DEPTH = 100
"""How deep values may nest, the outcomes' tree included."""

MAX_NODES = 3_000_000
"""How many values and keys a file may write."""

MAX_ALIASED = 100_000
"""How many values the aliases (``*name``) of a file may repeat, all together."""

MAX_TEXT = 50_000
"""The longest single text, in characters."""

MAX_ITEMS = 20_000
"""The most items of one list."""

MAX_PROBLEMS = 1_000
"""How many problems of a file are told; a last one says how many more there are."""
