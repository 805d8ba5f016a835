"""Open pages are told of every change, whenever they open."""

from __future__ import annotations

import socket
from threading import Event, Thread

from orgdesign.web.kit.streams import Stream, Streams, Topic


def test_a_page_that_opens_while_changes_are_looked_at_hears_of_what_is_found():
    streams, asked, looking = Streams(), Event(), Event()
    streams.is_told = True  # nobody looks but the test
    ends = [socket.socketpair() for _ in range(2)]
    is_changed = False

    def version() -> str:
        nonlocal is_changed
        if looking.is_set() and not asked.is_set():
            asked.set()  # the look has begun, without the second page
            second.start()
            second.join(0.2)  # which asks now, if it may
            is_changed = True
        return "new" if is_changed else "old"

    topic = Topic("version", "file", version)
    first, later = (Stream(here, (topic,), "", is_chunked=False) for here, _ in ends)
    second = Thread(target=streams.add, args=(later,))
    streams.add(first)

    looking.set()
    streams.look()
    second.join()
    streams.look()

    heard(ends[1][1], "new")
    streams.close()
    for pair in ends:
        for end in pair:
            end.close()


def heard(end: socket.socket, version: str) -> str:
    """Return what a page is told until it hears of a version."""
    end.settimeout(5)
    told = ""
    while f"data: {version}\n" not in told:
        told += end.recv(4096).decode()
    return told


def test_what_changed_before_a_page_opened_and_back_after_is_told_to_all():
    streams, now = Streams(), "old"
    streams.is_told = True  # nobody looks but the test
    topic = Topic("version", "file", lambda: now)
    pairs = [socket.socketpair() for _ in range(2)]
    for here, there in pairs:
        streams.add(Stream(here, (topic,), "", is_chunked=False))
        heard(there, now)
        now = "new"  # before the second page opens, and nobody has looked since the first did
    assert "old" not in heard(pairs[0][1], "new")

    now = "old"
    streams.look()

    for _, there in pairs:
        heard(there, "old")
    streams.close()
    for here, there in pairs:
        here.close()
        there.close()
