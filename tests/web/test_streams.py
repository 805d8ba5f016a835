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

    there = ends[1][1]
    there.settimeout(5)
    told = b""
    while b"data: new" not in told:
        told += there.recv(4096)
    streams.close()
    for pair in ends:
        for end in pair:
            end.close()
