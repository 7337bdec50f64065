"""`jamstac standards import FILE --dry-run --json`, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jamstac.standards.skkni import Reason, read_decree
from jamstac.standards.skkni.report import report
from tests.standards.decrees import listing, pdf, three

UNITS = three("J.620100")


def jamstac(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "JAMSTAC_HOME": str(home), "DJANGO_SETTINGS_MODULE": "jamstac.config.settings"}
    return subprocess.run(
        [sys.executable, "-m", "jamstac", "standards", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )


@pytest.fixture
def decree(tmp_path: Path) -> Path:
    path = tmp_path / "keputusan.pdf"
    path.write_bytes(pdf(UNITS, listed=listing(UNITS)[:2]))
    return path


def test_the_json_and_nothing_else_goes_to_standard_output(decree: Path, tmp_path: Path) -> None:
    done = jamstac(tmp_path, "import", str(decree), "--dry-run", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == report(read_decree(decree))


def test_without_json_it_tells_what_it_read_and_what_to_check(decree: Path, tmp_path: Path) -> None:
    done = jamstac(tmp_path, "import", str(decree), "--dry-run")
    assert done.returncode == 0
    assert "3 unit, 6 elemen, 14 KUK, 1 hal untuk diperiksa." in done.stdout
    assert "periksa  halaman 5 J.620100.003.01" in done.stdout


def test_a_refusal_is_a_sentence_on_standard_error_and_code_1(tmp_path: Path) -> None:
    path = tmp_path / "surat.txt"
    path.write_text("Surat biasa tentang kebun.\n")
    for arguments, sentence in (
        (["import", str(path), "--dry-run", "--json"], Reason.NO_UNIT.value),
        (["import", str(tmp_path / "tidak-ada.pdf"), "--dry-run", "--json"], "tidak bisa dibaca."),
        (["import", str(path), "--json"], "Pakai --dry-run."),
    ):
        done = jamstac(tmp_path, *arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert sentence in done.stderr
