"""Everything by environment, looked at once, with all problems at once."""

from hashlib import sha256
from pathlib import Path

import pytest

from orgdesign.team.settings import SECRET, WrongEnvironment, read_settings

GOOD = {
    "ORGDESIGN_DATABASE_URL": "postgresql://app:pass@db/orgdesign",
    "ORGDESIGN_SECRET": "s" * 40,
    "ORGDESIGN_URL": "https://org.example.com",
}


def test_what_the_environment_says():
    settings = read_settings({**GOOD, "ORGDESIGN_LISTEN": "0.0.0.0:80", "ORGDESIGN_PROCESSES": "3"})

    assert settings.database_url == "postgresql+psycopg://app:pass@db/orgdesign"
    assert settings.url == "https://org.example.com"
    assert settings.listen == ("0.0.0.0", 80)
    assert settings.processes == 3
    assert settings.mirror is None


def test_all_problems_are_told_at_once_and_no_secret_is_repeated():
    wrong = {
        "ORGDESIGN_DATABASE_URL": "mysql://hunter2",
        "ORGDESIGN_SECRET": "short-secret",
        "ORGDESIGN_LISTEN": "8080",
    }

    with pytest.raises(WrongEnvironment) as told:
        read_settings(wrong)

    lines = str(told.value).split("\n")
    names = ["ORGDESIGN_DATABASE_URL", "ORGDESIGN_SECRET", "ORGDESIGN_URL", "ORGDESIGN_LISTEN"]
    assert [line.split()[0] for line in lines] == names
    assert "hunter2" not in str(told.value)
    assert "short-secret" not in str(told.value)


def test_a_secret_may_stand_in_a_file(tmp_path: Path):
    (tmp_path / "secret").write_text("x" * 50 + "\n")
    environment = {"ORGDESIGN_SECRET_FILE": str(tmp_path / "secret")}

    assert read_settings(environment, (SECRET,)).secret == sha256(b"x" * 50).digest()


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(WrongEnvironment, match="ORGDESIGN_SECRET_FILE names cannot be read"):
        read_settings({"ORGDESIGN_SECRET_FILE": str(tmp_path / "none")}, (SECRET,))
