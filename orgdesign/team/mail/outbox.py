"""Messages are queued with what they tell of, and sent by whichever process comes to it first.

Nothing confidential is in them: who did something, and where that is to be seen.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from email.message import EmailMessage
from email.utils import formataddr, formatdate, make_msgid
from threading import Event
from typing import Literal
from urllib.parse import unquote, urlsplit

from sqlalchemy import Connection, delete, func, insert, select, update

from orgdesign.team.database import TeamDatabase
from orgdesign.team.mail.tables import OUTBOX
from orgdesign.team.people.tables import PERSON
from orgdesign.team.settings import VARIABLES, TeamSettings, Variable
from orgdesign.value_objects import value_object

Occasion = Literal["mention", "answer", "review", "decided"]
SENTENCES: dict[Occasion, str] = {
    "mention": "{name} mentioned you in a comment",
    "answer": "{name} answered in a thread of yours",
    "review": "{name} asks you to decide about a design",
    "decided": "{name} decided about a design of yours",
}
PACE = 2.0
"""How often messages are looked for, in seconds."""
MOST_TRIES = 8
PATIENCE = 30.0


def _server(said: str) -> str:
    parts = urlsplit(said)
    if said and (parts.scheme not in ("smtp", "smtps") or not parts.hostname):
        raise ValueError("write it as smtp://user:password@host:587, or smtps:// for port 465")
    return said


def _sender(said: str) -> str:
    if said and ("@" not in said or any(letter in said for letter in "\r\n<>")):
        raise ValueError("write an address, such as orgdesign@example.com")
    return said


SMTP_URL = Variable(
    "ORGDESIGN_SMTP_URL", "the server that sends e-mail", _server, "", is_secret=True
)
MAIL_FROM = Variable("ORGDESIGN_MAIL_FROM", "from whom e-mail comes", _sender, "")
VARIABLES.extend([SMTP_URL, MAIL_FROM])


@value_object
class QueuedMessage:
    """A message to somebody about something that somebody else did."""

    id: int
    to: str
    occasion: Occasion
    by_name: str
    address: str
    tries: int


def queue_message(
    connection: Connection, person: str, occasion: Occasion, by_name: str, address: str
) -> None:
    """Let somebody hear of something, in the transaction in which it is done."""
    values = {"person": person, "occasion": occasion, "by_name": by_name, "address": address}
    connection.execute(insert(OUTBOX).values(values))


def message_of(queued: QueuedMessage, url: str, sender: str) -> EmailMessage:
    """Return a message as it is sent; who and where, and nothing of what."""
    name = " ".join(queued.by_name.split()) or "Somebody"
    sentence = SENTENCES[queued.occasion].format(name=name)
    message = EmailMessage()
    message["Subject"] = sentence
    message["From"] = formataddr(("orgdesign", sender))
    message["To"] = queued.to
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=sender.partition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(f"{sentence}:\n\n{url}{queued.address}\n")
    return message


Send = Callable[[EmailMessage], None]


def send_one(database: TeamDatabase, url: str, sender: str, send: Send) -> bool:
    """Send the message that is due first, and tell whether there was one.

    Until it is sent it stays, whoever ends meanwhile; no two processes take the same.
    """
    with database.writing() as connection:
        queued = _due(connection)
        if queued is None:
            return False
        try:
            send(message_of(queued, url, sender))
        except (OSError, smtplib.SMTPException):
            _put_off(connection, queued)
        else:
            connection.execute(delete(OUTBOX).where(OUTBOX.c.id == queued.id))
    return True


def _due(connection: Connection) -> QueuedMessage | None:
    o = OUTBOX.c
    row = connection.execute(
        select(o.id, PERSON.c.email, o.occasion, o.by_name, o.address, o.tries)
        .join(PERSON, PERSON.c.id == o.person)
        .where(o.due_at <= func.now(), PERSON.c.disabled_at.is_(None))
        .order_by(o.due_at, o.id)
        .limit(1)
        .with_for_update(of=OUTBOX, skip_locked=True)
    ).first()
    return QueuedMessage(*row) if row else None


def _put_off(connection: Connection, queued: QueuedMessage) -> None:
    """Try again later, each time twice as long; what cannot be sent for hours is given up."""
    mine = OUTBOX.c.id == queued.id
    if queued.tries + 1 >= MOST_TRIES:
        connection.execute(delete(OUTBOX).where(mine))
        return
    later = func.now() + timedelta(minutes=2**queued.tries)
    connection.execute(update(OUTBOX).where(mine).values(tries=queued.tries + 1, due_at=later))


def smtp_sender(server: str) -> Send:
    """Return what sends a message by a server; its connection is encrypted, or none is made."""
    parts = urlsplit(server)
    host, secure = parts.hostname or "", ssl.create_default_context()

    def send(message: EmailMessage) -> None:
        if parts.scheme == "smtps":
            with smtplib.SMTP_SSL(
                host, parts.port or 465, timeout=PATIENCE, context=secure
            ) as smtp:
                _hand_over(smtp, message)
            return
        with smtplib.SMTP(host, parts.port or 587, timeout=PATIENCE) as smtp:
            smtp.ehlo()
            if smtp.has_extn("starttls") or host not in LOCAL:
                smtp.starttls(context=secure)
            _hand_over(smtp, message)

    def _hand_over(smtp: smtplib.SMTP, message: EmailMessage) -> None:
        if parts.username:
            smtp.login(unquote(parts.username), unquote(parts.password or ""))
        smtp.send_message(message)

    return send


LOCAL = ("localhost", "127.0.0.1", "::1")
"""The hosts to which a message may go in the clear: it does not leave the machine."""


def keep_sending(database: TeamDatabase, settings: TeamSettings, ended: Event) -> None:
    """Send what is due until that has ended; without a server, let nothing pile up."""
    server, sender = settings.value(SMTP_URL), settings.value(MAIL_FROM)
    send = smtp_sender(server) if server and sender else _throw_away
    while not ended.wait(PACE):
        with suppress(Exception):  # the database may be away for a while
            while send_one(database, settings.url, sender or "orgdesign@localhost", send):
                pass


def _throw_away(message: EmailMessage) -> None:
    """Send nothing: no server is named."""
