"""Messages are sent once, whoever fails meanwhile, and say nothing that is confidential."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select, update

from orgdesign.team.database import TeamDatabase
from orgdesign.team.mail.outbox import MAIL_FROM, MOST_TRIES, SMTP_URL, queue_message, send_one
from orgdesign.team.mail.tables import OUTBOX
from orgdesign.team.people.people import add_person, disable_person

URL, SENDER = "https://org.example.com", "orgdesign@example.com"


def queue(database: TeamDatabase, times: int = 1) -> str:
    with database.writing() as connection:
        lea = add_person(connection, "", "lea@example.com", "Lea")
        for _ in range(times):
            queue_message(connection, lea.id, "mention", "Ada\r\nBcc: all@x", "/o/1/comments")
    return lea.id


def waiting(database: TeamDatabase) -> int:
    with database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(OUTBOX)).scalar_one())


def test_a_message_says_who_and_where_alone(database: TeamDatabase):
    sent: list[EmailMessage] = []
    queue(database)

    assert send_one(database, URL, SENDER, sent.append)
    assert not send_one(database, URL, SENDER, sent.append)

    [message] = sent
    assert message["To"] == "lea@example.com"
    assert message["Subject"] == "Ada Bcc: all@x mentioned you in a comment"
    assert message["Bcc"] is None
    assert message.get_content().endswith(f"{URL}/o/1/comments\n")
    assert waiting(database) == 0


def test_what_cannot_be_sent_waits_longer_each_time_and_is_given_up(database: TeamDatabase):
    def refuse(message: EmailMessage) -> None:
        raise smtplib.SMTPServerDisconnected

    queue(database)
    for _ in range(MOST_TRIES):
        assert send_one(database, URL, SENDER, refuse)
        assert not send_one(database, URL, SENDER, refuse)
        with database.writing() as connection:
            connection.execute(update(OUTBOX).values(due_at=func.now()))
    assert waiting(database) == 0


def test_a_process_that_ends_while_it_sends_loses_nothing(database: TeamDatabase):
    def end(message: EmailMessage) -> None:
        raise SystemExit

    queue(database)
    with pytest.raises(SystemExit):
        send_one(database, URL, SENDER, end)
    assert waiting(database) == 1


def test_two_processes_send_each_message_once(database: TeamDatabase):
    sent: list[EmailMessage] = []
    queue(database, 20)
    together = Barrier(4)

    def send_all() -> None:
        together.wait()
        while send_one(database, URL, SENDER, sent.append):
            pass

    threads = [Thread(target=send_all) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sent) == 20
    assert waiting(database) == 0


def test_whoever_is_kept_out_is_sent_nothing(database: TeamDatabase):
    lea = queue(database)
    with database.writing() as connection:
        disable_person(connection, "", lea)

    assert not send_one(database, URL, SENDER, lambda message: None)


@pytest.mark.parametrize(
    "said", ["mail.example.com", "http://mail.example.com", "smtp://", "smtp:mail"]
)
def test_a_wrong_server_is_told(said: str):
    with pytest.raises(ValueError, match="smtp://user:password@host:587"):
        SMTP_URL.parse(said)


def test_a_sender_is_one_address():
    assert MAIL_FROM.parse(SENDER) == SENDER
    with pytest.raises(ValueError, match="write an address"):
        MAIL_FROM.parse("a@b\r\nBcc: c@d")
