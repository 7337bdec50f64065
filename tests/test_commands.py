"""The command line, each command in a process of its own on an installation of its own (SQLite)."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(
    bool(os.environ.get("DATABASE_URL")), reason="these installations are SQLite of their own: once is enough"
)

PASSWORD = "sandi-direktur-77"


def jamstac(home: Path, *arguments: str, demo: bool = False) -> subprocess.CompletedProcess[str]:
    inherited = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "SECRET_KEY"}}
    environment = {
        **inherited,
        "JAMSTAC_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "jamstac.config.settings",
        "JAMSTAC_DEMO": "1" if demo else "0",
    }
    return subprocess.run(
        [sys.executable, "-m", "jamstac", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=300,
        check=False,
    )


def init(home: Path, password_file: Path) -> subprocess.CompletedProcess[str]:
    return jamstac(
        home,
        "init",
        "--name=LSP Rekaan",
        "--email=surya@contoh.test",
        "--director=Surya Andaian",
        f"--password-file={password_file}",
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation after `jamstac init`, and a checkpoint of it beside."""
    home = tmp_path_factory.mktemp("instalasi")
    password = home / "sandi"
    password.write_text(PASSWORD)
    made = init(home, password)
    assert made.returncode == 0, made.stderr
    note = jamstac(home, "ledger", "checkpoint", "--out", str(home / "titik"))
    assert note.returncode == 0, note.stderr
    return home


@pytest.fixture
def copy(installed: Path, tmp_path: Path) -> Path:
    """The installation copied, so that a test may damage it."""
    with sqlite3.connect(installed / "jamstac.sqlite3") as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    home = tmp_path / "salinan"
    shutil.copytree(installed, home)
    return home


def test_init_says_what_to_do_next_and_makes_one_lsp(installed: Path, tmp_path: Path) -> None:
    again = init(installed, installed / "sandi")
    assert again.returncode == 0
    assert "/lsp/rekaan/pengaturan/" in again.stdout
    with sqlite3.connect(installed / "jamstac.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM bodies_body").fetchone() == (1,)
        assert database.execute("SELECT count(*) FROM people_appointment").fetchone() == (1,)


def test_init_without_a_terminal_names_the_flag_that_is_missing(tmp_path: Path) -> None:
    bare = jamstac(tmp_path, "init", "--name=LSP Rekaan")
    assert bare.returncode == 1
    assert "--email" in bare.stderr


def test_init_refuses_a_weak_password(tmp_path: Path) -> None:
    weak = tmp_path / "sandi"
    weak.write_text("12345")
    assert "terlalu lemah" in init(tmp_path, weak).stderr


def test_a_whole_ledger_verifies_and_fits_its_checkpoint(installed: Path) -> None:
    told = jamstac(installed, "ledger", "verify", "--json", "--since", str(installed / "titik"))
    assert told.returncode == 0, told.stderr
    report = json.loads(told.stdout)
    assert report["ok"]
    assert [chain["chain"] for chain in report["chains"]] == ["jamstac", "jamstac/rekaan"]


def test_the_checkpoint_key_is_for_the_owner_only(installed: Path) -> None:
    keys = list((installed / "keys" / "ledger").iterdir())
    assert len(keys) == 2
    assert {stat.S_IMODE(key.stat().st_mode) for key in keys} == {0o600}


def test_a_flipped_byte_in_the_file_is_found_with_its_entry(copy: Path) -> None:
    database = copy / "jamstac.sqlite3"
    data = bytearray(database.read_bytes())
    place = data.index(b'"event":"appointment.made"') + len(b'"event":"appo')
    data[place] ^= 1
    database.write_bytes(data)
    told = jamstac(copy, "ledger", "verify", "--json")
    assert told.returncode == 1
    broken = next(chain for chain in json.loads(told.stdout)["chains"] if not chain["ok"])
    assert broken["chain"] == "jamstac/rekaan"
    assert broken["broken"] == {"seq": 3, "reason": "isi entri berubah"}
    with sqlite3.connect(database) as found:
        assert found.execute("SELECT seq FROM ledger_alarm WHERE closed_at IS NULL").fetchone() == (3,)


def test_a_tail_cut_clean_is_found_only_by_the_older_checkpoint(copy: Path) -> None:
    with sqlite3.connect(copy / "jamstac.sqlite3") as database:
        cut_last_entry(database)
    assert jamstac(copy, "ledger", "verify").returncode == 0
    told = jamstac(copy, "ledger", "verify", "--since", str(copy / "titik"))
    assert told.returncode == 1
    assert "jamstac/rekaan: entri 3 rusak: entri yang sudah ada pada titik periksa hilang" in told.stdout


def cut_last_entry(database: sqlite3.Connection) -> None:
    """What an intruder with the whole file would do: drop the triggers, the last entry, and mend the head."""
    for (name,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('ledger_entry', 'ledger_chain')"
    ).fetchall():
        database.execute(f'DROP TRIGGER "{name}"')
    chain, head = database.execute("SELECT id, head_seq FROM ledger_chain WHERE body_id IS NOT NULL").fetchone()
    (kept,) = database.execute(
        "SELECT digest FROM ledger_entry WHERE chain_id = ? AND seq = ?", [chain, head - 1]
    ).fetchone()
    database.execute("DELETE FROM ledger_entry WHERE chain_id = ? AND seq = ?", [chain, head])
    database.execute("UPDATE ledger_chain SET head_seq = ?, head_digest = ? WHERE id = ?", [head - 1, kept, chain])
    database.commit()


def test_a_checkpoint_that_was_edited_is_not_believed(copy: Path) -> None:
    note = (copy / "titik").read_text()
    edited = note.replace("jamstac/rekaan\n3\n", "jamstac/rekaan\n2\n")
    assert edited != note
    (copy / "titik").write_text(edited)
    told = jamstac(copy, "ledger", "verify", "--since", str(copy / "titik"))
    assert told.returncode == 1
    assert "tidak bisa dipakai" in told.stderr


def test_a_broken_ledger_gets_no_checkpoint(copy: Path) -> None:
    database = copy / "jamstac.sqlite3"
    data = database.read_bytes().replace(b'"event":"person.registered"', b'"event":"person.registerex"')
    database.write_bytes(data)
    told = jamstac(copy, "ledger", "checkpoint")
    assert told.returncode == 1
    assert "tidak diberi titik periksa" in told.stderr


def test_verify_of_an_unknown_lsp_says_so(installed: Path) -> None:
    told = jamstac(installed, "ledger", "verify", "--lsp", "tidak-ada")
    assert told.returncode == 1
    assert "Tidak ada LSP dengan alamat singkat tidak-ada" in told.stderr


def test_rules_are_sixty_and_enforced_only_where_a_door_asks(installed: Path) -> None:
    rules = json.loads(jamstac(installed, "rules", "--json").stdout)
    assert [rule["id"] for rule in rules] == [f"HR-{number:02}" for number in range(1, 61)]
    by_id = {rule["id"]: rule for rule in rules}
    everywhere = {"event": "*", "policy": "may_act", "rule": "ledger.nobody_acts_about_oneself"}
    assert everywhere in by_id["HR-15"]["where"]
    assert by_id["HR-14"]["where"][0]["event"] == "appointment.made"
    assert all(rule["enforced"] == bool(rule["where"]) for rule in rules)
    assert all(rule["sentence"] and rule["source"] and rule["override"] in {"none", "doc", "dual"} for rule in rules)
    assert not by_id["HR-57"]["enforced"]


def test_the_demo_is_made_only_in_a_place_of_its_own(installed: Path) -> None:
    told = jamstac(installed, "demo")
    assert told.returncode == 1
    assert "JAMSTAC_DEMO=1" in told.stderr
    mixed = jamstac(installed, "demo", demo=True)
    assert mixed.returncode == 1
    assert "berisi LSP lain" in mixed.stderr


def test_serve_refuses_where_there_is_no_database(tmp_path: Path) -> None:
    told = jamstac(tmp_path, "serve", "--port", "1")
    assert told.returncode == 1
    assert "jamstac init" in told.stderr


def test_the_worker_does_what_waits_and_ends(installed: Path) -> None:
    assert jamstac(installed, "worker", "--once").returncode == 0


@pytest.fixture(scope="module")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("peragaan")
    made = jamstac(home, "demo", demo=True)
    assert made.returncode == 0, made.stderr
    assert "dewi@contoh.test" in made.stdout
    return home


def counts(home: Path, question: str) -> dict[Any, int]:
    with closing(sqlite3.connect(home / "jamstac.sqlite3")) as database:
        return dict(database.execute(question).fetchall())


def test_the_demo_holds_a_case_in_every_state(demo_home: Path) -> None:
    assert counts(demo_home, "SELECT state, count(*) FROM applications_application GROUP BY state") == {
        "accepted": 13,
        "rejected": 1,
        "returned": 1,
        "submitted": 2,
    }
    assert set(counts(demo_home, "SELECT state, count(*) FROM assessment_assessment GROUP BY state")) == {
        "opened",
        "agreed",
        "recommended",
        "signed",
    }
    assert counts(demo_home, "SELECT outcome, count(*) FROM certification_decision GROUP BY outcome") == {
        "K": 3,
        "BK": 1,
    }
    assert counts(demo_home, "SELECT state, count(*) FROM events_attendance GROUP BY state")["absent"] == 1
    valid = "SELECT valid_until < date('now'), count(*) FROM certification_certificate GROUP BY 1"
    assert counts(demo_home, valid) == {0: 1, 1: 1}, "one certificate in force, one expired"


def test_the_ledger_of_the_demo_verifies(demo_home: Path) -> None:
    told = jamstac(demo_home, "ledger", "verify", demo=True)
    assert told.returncode == 0, told.stdout


def test_the_demo_is_made_once(demo_home: Path) -> None:
    before = counts(demo_home, "SELECT 1, count(*) FROM ledger_entry")
    again = jamstac(demo_home, "demo", demo=True)
    assert again.returncode == 0
    assert "Membuat LSP contoh" not in again.stdout
    assert counts(demo_home, "SELECT 1, count(*) FROM ledger_entry") == before


def test_a_demo_that_was_interrupted_is_made_anew(demo_home: Path, tmp_path: Path) -> None:
    home = tmp_path / "putus"
    shutil.copytree(demo_home, home)
    (home / ".demo-sedang-dibuat").touch()
    again = jamstac(home, "demo", "--quiet", demo=True)
    assert "Membuat LSP contoh" in again.stdout
    assert not (home / ".demo-sedang-dibuat").exists()
