"""The second factor of whoever signs in with a password: codes of an authenticator.

A code works once, and so does each of the codes for the day on which the authenticator is lost.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256

import pyotp
import segno
from cryptography.fernet import Fernet, InvalidToken
from sqlalchemy import Connection, delete, func, insert, select, update

from orgdesign.team.log.chain import append_entry
from orgdesign.team.people.tables import RECOVERY_CODE, SECOND_FACTOR
from orgdesign.team.people.tokens import token_digest

PERIOD = 30
"""For how many seconds a code holds; the one before and after are taken too."""
RECOVERY_CODES = 10
ISSUER = "orgdesign"


class SecondFactors:
    """The second factors of a server, whose secrets are kept encrypted."""

    def __init__(self, secret: bytes) -> None:
        key = sha256(b"second factors\0" + secret).digest()
        self._box = Fernet(base64.urlsafe_b64encode(key))

    def is_set(self, connection: Connection, person: str) -> bool:
        """Tell whether somebody has a second factor that they have confirmed."""
        kept = select(SECOND_FACTOR.c.confirmed_at).where(SECOND_FACTOR.c.person == person)
        return connection.execute(kept).scalar() is not None

    def begin(self, connection: Connection, person: str) -> str:
        """Return a new secret for an authenticator, which holds once it is confirmed."""
        secret = pyotp.random_base32()
        connection.execute(delete(SECOND_FACTOR).where(SECOND_FACTOR.c.person == person))
        sealed = self._box.encrypt(secret.encode())
        connection.execute(insert(SECOND_FACTOR).values(person=person, secret=sealed))
        return secret

    def begun_secret(self, connection: Connection, person: str) -> str | None:
        """Return the secret that waits to be confirmed, if any."""
        kept = select(SECOND_FACTOR.c.secret).where(
            SECOND_FACTOR.c.person == person, SECOND_FACTOR.c.confirmed_at.is_(None)
        )
        return self._opened(connection.execute(kept).scalar())

    def confirm(self, connection: Connection, person: str, code: str) -> Sequence[str]:
        """Let a second factor hold from now on; return the codes for when it is lost.

        They are shown this once. Empty where the code is not that of the authenticator.
        """
        if self.is_set(connection, person) or not self._is_code(connection, person, code):
            return ()
        mine = SECOND_FACTOR.c.person == person
        connection.execute(update(SECOND_FACTOR).where(mine).values(confirmed_at=func.now()))
        append_entry(connection, person, "second factor set")
        return self._new_recovery_codes(connection, person)

    def _new_recovery_codes(self, connection: Connection, person: str) -> Sequence[str]:
        connection.execute(delete(RECOVERY_CODE).where(RECOVERY_CODE.c.person == person))
        codes = [recovery_code() for _ in range(RECOVERY_CODES)]
        rows = [{"person": person, "digest": token_digest(plain_code(each))} for each in codes]
        connection.execute(insert(RECOVERY_CODE), rows)
        return codes

    def is_right(self, connection: Connection, person: str, code: str) -> bool:
        """Tell whether a code is of somebody's authenticator or one of those for its loss: once."""
        if not self.is_set(connection, person):
            return False
        return self._is_code(connection, person, code) or _is_recovery(connection, person, code)

    def _is_code(self, connection: Connection, person: str, code: str) -> bool:
        """Take a code of the authenticator, if it is later than the one taken last."""
        kept = select(SECOND_FACTOR).where(SECOND_FACTOR.c.person == person).with_for_update()
        row = connection.execute(kept).one_or_none()
        secret = self._opened(row.secret) if row else None
        if row is None or secret is None:
            return False
        step = _step_of(secret, plain_code(code))
        if step is None or step <= row.last_step:
            return False
        mine = SECOND_FACTOR.c.person == person
        connection.execute(update(SECOND_FACTOR).where(mine).values(last_step=step))
        return True

    def remove(self, connection: Connection, actor: str, person: str) -> None:
        """Take somebody's second factor away."""
        for table in (SECOND_FACTOR, RECOVERY_CODE):
            connection.execute(delete(table).where(table.c.person == person))
        append_entry(connection, actor, "second factor removed", person=person)

    def _opened(self, sealed: bytes | None) -> str | None:
        try:
            return self._box.decrypt(sealed).decode() if sealed else None
        except InvalidToken:
            return None


def people_with_second_factor(connection: Connection) -> set[str]:
    """Return the ids of those who have a second factor."""
    kept = select(SECOND_FACTOR.c.person).where(SECOND_FACTOR.c.confirmed_at.is_not(None))
    return {*connection.execute(kept).scalars()}


def _step_of(secret: str, code: str) -> int | None:
    """Return the period of which a code is, of the three that are taken now."""
    authenticator = pyotp.TOTP(secret, interval=PERIOD)
    now = int(datetime.now(UTC).timestamp()) // PERIOD
    steps = (now - 1, now, now + 1)
    found = [
        step for step in steps if secrets.compare_digest(authenticator.at(step * PERIOD), code)
    ]
    return found[-1] if found else None


def _is_recovery(connection: Connection, person: str, code: str) -> bool:
    mine = (
        RECOVERY_CODE.c.person == person,
        RECOVERY_CODE.c.digest == token_digest(plain_code(code)),
    )
    if connection.execute(delete(RECOVERY_CODE).where(*mine)).rowcount != 1:
        return False
    append_entry(connection, person, "recovery code used")
    return True


def recovery_code() -> str:
    """Return a code of 80 random bits, in groups that can be copied from paper."""
    text = base64.b32encode(secrets.token_bytes(10)).decode().lower()
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def plain_code(typed: str) -> str:
    """Return a code as it is kept, however it was typed."""
    plain = "".join(each for each in typed.lower() if each.isalnum())
    return plain.encode("ascii", "ignore").decode()


def authenticator_picture(secret: str, email: str) -> str:
    """Return what an authenticator scans, as SVG."""
    address = pyotp.TOTP(secret, interval=PERIOD).provisioning_uri(name=email, issuer_name=ISSUER)
    return segno.make_qr(address).svg_inline(scale=5, border=2, dark="#000", light="#fff")
