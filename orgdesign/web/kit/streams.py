"""Open pages that are told when what they show changes: one quiet connection each, and no thread.

A page asks for its stream like for any page, and is admitted like to any; then the server hands the
connection over (`orgdesign.web.http_server`), and one thread per process holds all of them. It
writes only when a topic has a new version, which another thread looks at: whenever a file may have
changed, or whenever the database says so.
"""

from __future__ import annotations

import selectors
import socket
import time
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Lock, Thread

from orgdesign.value_objects import value_object

HAND_OVER = "orgdesign.hand_over"
"""What the server tells the app of a request: how its connection is taken over."""
HEARTBEAT = 20.0
"""After how many seconds of silence a stream says that it is still there."""
MOST_PENDING = 64_000
"""How many bytes may wait for a page that does not read; one that is slower is let go."""
PACE = 0.2
"""How often topics are looked at where nobody tells of changes, in seconds."""


@value_object
class Topic:
    """Something that pages show: its version changes whenever they have to ask anew.

    ``name`` is what the page calls it; ``key`` is the same for all whose version is the same, and
    ``source`` is what a database names when it tells of a change. Where nobody tells, it is looked
    at every so many seconds, ``every``, or oftener.
    """

    name: str
    key: str
    version: Callable[[], str]
    source: str = ""
    every: float = 0.0


@dataclass(eq=False, slots=True)
class Stream:
    """One open page: its connection, what it follows, and whose it is."""

    connection: socket.socket
    topics: tuple[Topic, ...]
    subject: str
    is_chunked: bool
    pending: bytearray = field(default_factory=bytearray)
    last: float = field(default_factory=time.monotonic)


def event(name: str, version: str) -> bytes:
    """Return what a page is told of a topic."""
    return f"event: {name}\ndata: {version}\n\n".encode()


class Streams:
    """The streams of one process; safe to use from any thread.

    ``is_told`` says that somebody calls ``look`` when something changes; else it looks by itself.
    ``on_open`` and ``on_close`` are told of each stream, and must not take long.
    """

    def __init__(self) -> None:
        self.is_told = False
        self.on_open: list[Callable[[Stream], None]] = []
        self.on_close: list[Callable[[Stream], None]] = []
        self._streams: set[Stream] = set()
        self._seen: dict[str, tuple[str, float]] = {}
        self._waiting: deque[tuple[Stream, bytes]] = deque()
        self._lock, self._looking = Lock(), Lock()
        self._thread: Thread | None = None
        self._ended, self._is_open = Event(), False

    def add(self, stream: Stream) -> None:
        """Hold a stream until its page is closed."""
        with self._lock:
            if self._ended.is_set():
                stream.connection.close()
                return
            if self._thread is None:
                self._start()
            self._streams.add(stream)
        for opened in self.on_open:
            opened(stream)
        # Each topic may have changed since the page was made. Whoever looks at this moment may have
        # begun without this stream, and tells it nothing: it is told what is so after that look.
        # That is a look as well: what it finds new is told to all.
        with self._looking:
            for topic in stream.topics:
                version = topic.version()
                before, _ = self._seen.get(topic.key, (version, 0.0))
                self._seen[topic.key] = version, time.monotonic()
                told = [stream] if version == before else self._following(topic.key)
                self._tell(told, topic, version)

    def drop(self, subject: str | None = None) -> None:
        """End the streams of somebody, or all: the page may no longer be theirs."""
        with self._lock:
            ended = [one for one in self._streams if subject is None or one.subject == subject]
        for stream in ended:
            self._waiting.append((stream, b""))
        self._wake()

    def look(self, source: str | None = None) -> None:
        """See which topics have a new version, of one source or of all, and tell their pages."""
        with self._looking:
            now = time.monotonic()
            for topic, streams in self._followed(source):
                before, when = self._seen.get(topic.key, ("", 0.0))
                if source is None and now - when < topic.every:
                    continue
                version = topic.version()
                self._seen[topic.key] = version, now
                if version != before:
                    self._tell(streams, topic, version)

    def _keep_looking(self) -> None:
        while not self._ended.wait(PACE):
            with suppress(Exception):  # a file that cannot be read now can be in a moment
                self.look()

    def close(self) -> None:
        """End every stream, and the thread that holds them."""
        self._ended.set()
        self._wake()
        if self._thread:
            self._thread.join(5)

    def _followed(self, source: str | None) -> Iterable[tuple[Topic, list[Stream]]]:
        with self._lock:
            streams = list(self._streams)
        found: dict[str, tuple[Topic, list[Stream]]] = {}
        for stream in streams:
            for topic in stream.topics:
                if source is None or topic.source == source:
                    found.setdefault(topic.key, (topic, []))[1].append(stream)
        return found.values()

    def _following(self, key: str) -> list[Stream]:
        with self._lock:
            return [one for one in self._streams if any(topic.key == key for topic in one.topics)]

    def _tell(self, streams: Iterable[Stream], topic: Topic, version: str) -> None:
        told = event(topic.name, version)
        self._waiting.extend((stream, told) for stream in streams)
        self._wake()

    def _start(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._ear, self._mouth = socket.socketpair()
        for end in (self._ear, self._mouth):
            end.setblocking(False)
        self._selector.register(self._ear, selectors.EVENT_READ, None)
        self._is_open = True
        self._thread = Thread(target=self._run, name="streams", daemon=True)
        self._thread.start()
        if not self.is_told:
            Thread(target=self._keep_looking, name="changes", daemon=True).start()

    def _wake(self) -> None:
        if self._is_open:
            with suppress(OSError):  # a full pipe wakes it as well
                self._mouth.send(b".")

    def _run(self) -> None:
        rested = time.monotonic()
        while not self._ended.is_set():
            for key, ready in self._selector.select(HEARTBEAT / 4):
                self._answer(key.data, ready)
            while self._waiting:
                stream, told = self._waiting.popleft()
                self._write(stream, told) if told else self._end(stream)
            if time.monotonic() - rested > HEARTBEAT / 4:
                rested = time.monotonic()
                self._beat(rested)
        for stream in list(self._streams):
            self._end(stream)
        self._is_open = False
        for end in (self._ear, self._mouth, self._selector):
            end.close()

    def _answer(self, stream: Stream | None, ready: int) -> None:
        if stream is None:
            with suppress(OSError):
                self._ear.recv(4096)
        elif ready & selectors.EVENT_WRITE:
            self._flush(stream)
        else:
            self._listen(stream)

    def _listen(self, stream: Stream) -> None:
        """Notice that a page was closed; it has nothing to say."""
        try:
            if stream.connection.recv(4096):
                return
        except BlockingIOError:
            return
        except OSError:
            pass
        self._end(stream)

    def _beat(self, now: float) -> None:
        for stream in [one for one in self._streams if now - one.last > HEARTBEAT]:
            self._write(stream, b":\n\n")

    def _write(self, stream: Stream, told: bytes) -> None:
        if stream.connection.fileno() < 0:
            return
        stream.pending += b"%X\r\n%b\r\n" % (len(told), told) if stream.is_chunked else told
        stream.last = time.monotonic()
        if len(stream.pending) > MOST_PENDING:
            self._end(stream)
        else:
            self._flush(stream)

    def _flush(self, stream: Stream) -> None:
        try:
            del stream.pending[: stream.connection.send(stream.pending)]
        except BlockingIOError:
            pass
        except OSError:
            self._end(stream)
            return
        self._watch(stream)

    def _watch(self, stream: Stream) -> None:
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if stream.pending else 0)
        registered = self._selector.get_map().get(stream.connection)
        if registered is None:
            self._selector.register(stream.connection, wanted, stream)
        elif registered.events != wanted:
            self._selector.modify(stream.connection, wanted, stream)

    def _end(self, stream: Stream) -> None:
        with self._lock:
            was_open = stream in self._streams
            self._streams.discard(stream)
        for closed in self.on_close if was_open else ():
            closed(stream)
        if stream.connection.fileno() >= 0:
            with suppress(KeyError, ValueError):
                self._selector.unregister(stream.connection)
            with suppress(OSError):
                stream.connection.shutdown(socket.SHUT_RDWR)
            stream.connection.close()
