"""How much a file may hold before it is refused: far beyond any organisation, short of harm."""

MAX_BYTES = 64_000_000
"""The largest file, in bytes; 100,000 functions with all that can be said take 57 million."""

MAX_DEPTH = 100
"""How deep values may nest, the outcomes' tree included."""

MAX_LINES = 2_000_000
"""How many lines a file may have."""

MAX_NODES = 8_000_000
"""How many values and keys a file may write."""

CROWD = 200_000
"""From how many values on a file must spend some characters on each, as real ones do."""

LEAST_CHARACTERS = 4
"""How many characters a value takes on average in a file of many; real files take nine."""

MAX_ALIASED = 100_000
"""How many values the aliases (``*name``) of a file may repeat, all together."""

MAX_TEXT = 50_000
"""The longest single text, in characters."""

MAX_ITEMS = 20_000
"""The most items of one list."""

MAX_ENTRIES = 250_000
"""The most keys of one mapping."""

MAX_PROBLEMS = 1_000
"""How many problems of a file are told; a last one says that there are more."""
