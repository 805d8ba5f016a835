"""The users of Microsoft Graph with their managers, asked for with a token of the environment."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from orgdesign.cli.terminal import complain
from orgdesign.problems import OrgdesignError

SOURCE = "graph:users"
"""What stands in place of an export's name."""
TOKEN = "ORGDESIGN_GRAPH_TOKEN"  # noqa: S105 - the name of a variable, and no token

_HOST = "https://graph.microsoft.com/"
_FIRST = (
    f"{_HOST}v1.0/users?$select=id,employeeId,displayName,givenName,surname,userPrincipalName,mail,"
    "jobTitle,department,companyName,accountEnabled,employeeHireDate"
    "&$expand=manager($select=id,userPrincipalName)&$top=999"
)
_SECONDS = 60
_MOST_PAGES = 1_000
_LARGEST = 50_000_000


def is_graph(path: Path) -> bool:
    """Return whether an argument asks for the users of Microsoft Graph."""
    return str(path) == SOURCE


def graph_users() -> bytes:
    """Return all users as JSON, as if the answers had been saved.

    Raises:
        OrgdesignError: there is no token, or Graph does not answer.
    """
    token = os.environ.get(TOKEN, "").strip()
    if not token:
        raise OrgdesignError(
            f"There is no token: put one that may read users (User.Read.All) into {TOKEN}, or save"
            " the answer of Graph as a file and import that."
        )
    users: list[Any] = []
    for page in _pages(token):
        users.extend(page.get("value", []))
        complain(f"{SOURCE}: {len(users):,} users read …")
    return json.dumps({"value": users}).encode()


def _pages(token: str) -> Iterator[dict[str, Any]]:
    address: str | None = _FIRST
    for _ in range(_MOST_PAGES):
        if address is None:
            return
        page = _get_page(address, token)
        yield page
        address = page.get("@odata.nextLink")


def _get_page(address: str, token: str) -> dict[str, Any]:
    if not address.startswith(_HOST):  # the token is for nobody else
        raise OrgdesignError(
            "Microsoft Graph names a next page that is elsewhere; nothing is read."
        )
    headers = {"Authorization": f"Bearer {token}", "ConsistencyLevel": "eventual"}
    asked = Request(address.replace(" ", "%20"), headers=headers)  # noqa: S310 - of that host alone
    try:
        with urlopen(asked, timeout=_SECONDS) as answer:  # noqa: S310
            page: dict[str, Any] = json.loads(answer.read(_LARGEST))
            return page
    except HTTPError as error:
        raise OrgdesignError(_refused(error.code)) from None
    except (URLError, OSError, ValueError):
        raise OrgdesignError(
            "Microsoft Graph does not answer; look whether this machine may reach it, or save its"
            " answer as a file and import that."
        ) from None


def _refused(code: int) -> str:
    if code in (401, 403):
        return (
            f"Microsoft Graph refuses the token in {TOKEN} ({code}): take a fresh one that may read"
            " users (User.Read.All)."
        )
    return f"Microsoft Graph answers {code}; try again later, or import a saved answer."
