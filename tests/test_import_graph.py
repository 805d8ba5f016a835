"""Users of Microsoft Graph and of SCIM 2.0: recorded answers, and no network."""

import io
import json
from urllib.error import HTTPError, URLError

import pytest

from orgdesign.cli import graph_users, main
from orgdesign.yamlfile import read_file

NEXT = "https://graph.microsoft.com/v1.0/users?$skiptoken=2"
PAGES = [
    {
        "value": [
            {
                "id": "a",
                "displayName": "Ada Quill",
                "jobTitle": "CEO",
                "department": "Executive",
                "accountEnabled": True,
            },
            {
                "id": "b",
                "displayName": "Ben Rowe",
                "jobTitle": "Head of Claims",
                "department": "Claims",
                "accountEnabled": True,
                "manager": {"id": "a"},
            },
        ],
        "@odata.nextLink": NEXT,
    },
    {
        "value": [
            {
                "id": "c",
                "displayName": "Cara Stone",
                "jobTitle": "Handler",
                "department": "Claims",
                "accountEnabled": False,
                "manager": {"id": "b"},
            },
            {
                "id": "d",
                "displayName": "Dan Moss",
                "jobTitle": "Handler",
                "department": "Claims",
                "accountEnabled": True,
                "manager": {"id": "b"},
            },
        ]
    },
]


@pytest.fixture
def recorded(monkeypatch, tmp_path):
    """Answer with what Graph once answered, and note what was asked."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(graph_users.TOKEN, "secret")
    asked, pages = [], [*PAGES]

    def answer(request, timeout):
        asked.append((request.full_url, request.get_header("Authorization")))
        return io.BytesIO(json.dumps(pages.pop(0)).encode())

    monkeypatch.setattr(graph_users, "urlopen", answer)
    return asked


def test_users_come_with_their_managers_page_by_page(recorded, tmp_path, capsys):
    assert main(["import", "graph:users", "-o", "it.yaml"]) == 0
    organisation = read_file(tmp_path / "it.yaml").organisation
    functions = organisation.functions
    assert {f.name: (f.reports_to, f.headcount) for f in functions.values()} == {
        "Executive": (None, 1),
        "Claims": ("executive", 2),
    }
    assert [address for address, _ in recorded][1] == NEXT
    assert {token for _, token in recorded} == {"Bearer secret"}
    assert "mobilePhone" not in recorded[0][0]
    assert "secret" not in capsys.readouterr().out


def test_without_a_token_it_says_where_to_put_one(monkeypatch, capsys):
    monkeypatch.delenv(graph_users.TOKEN, raising=False)
    assert main(["import", "graph:users"]) == 1
    assert graph_users.TOKEN in capsys.readouterr().err


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (HTTPError("x", 401, "no", {}, None), "refuses the token"),
        (HTTPError("x", 503, "no", {}, None), "answers 503"),
        (URLError("no route"), "does not answer"),
    ],
)
def test_what_graph_refuses_is_told(recorded, monkeypatch, capsys, failure, told):
    def refuse(request, timeout):
        raise failure

    monkeypatch.setattr(graph_users, "urlopen", refuse)
    assert main(["import", "graph:users"]) == 1
    assert told in capsys.readouterr().err


def test_the_token_goes_nowhere_else(recorded, monkeypatch, capsys):
    elsewhere = json.dumps({"value": [], "@odata.nextLink": "https://example.org/"}).encode()
    monkeypatch.setattr(graph_users, "urlopen", lambda request, timeout: io.BytesIO(elsewhere))
    assert main(["import", "graph:users"]) == 1
    assert "elsewhere" in capsys.readouterr().err
