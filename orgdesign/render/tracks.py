"""Lines side by side in one gutter: each on a track that it shares with none that it meets."""

from __future__ import annotations

from collections.abc import Mapping

STEP = 8.0
"""Between two tracks, in points."""
EDGE = 12.0
"""Between the outermost tracks and the edges of their gutter."""

Span = tuple[float, float]


def tracks(spans: Mapping[str, Span]) -> dict[str, int]:
    """Return the number of each line's track, by its name; lines on one track do not touch."""
    ends: list[float] = []
    found: dict[str, int] = {}
    for name in sorted(spans, key=lambda name: sorted(spans[name])):
        low, high = sorted(spans[name])
        free = (track for track, end in enumerate(ends) if end < low)
        track = next(free, len(ends))
        ends[track : track + 1] = [high]
        found[name] = track
    return found


def breadth(found: Mapping[str, int]) -> float:
    """Return how wide a gutter is with its tracks, in points."""
    return 2 * EDGE + STEP * max(found.values(), default=0)


def place(track: int) -> float:
    """Return how far a track is from its gutter's edge, in points."""
    return EDGE + STEP * track
