"""What the papers name exists: they build, their commands and paths are there, their lists say what the code says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

from jamstac.kernel.catalogue import HARD_RULES
from jamstac.portal.management.commands.rules import asked_rules

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    [*ROOT.glob("*.md"), *(page for page in DOCS.rglob("*.md") if {"reference", "_build"}.isdisjoint(page.parts))]
)
FOLDERS = ("src/", "tests/", "tools/", "docs/", "requirements/", "benchmarks/", ".ci/")
SCREENSHOTS = "docs/images/"
COMMANDS = re.compile(r"(?:^[ \t]*|`|[ \t])(?:\.venv/bin/)?jamstac ([a-z]+)(?=[ `\n]|$)", re.MULTILINE)
TARGETS = re.compile(r"(?:^[ \t]*|`)make ([\w./-]+)", re.MULTILINE)


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _code(text: str) -> str:
    """Only what stands between backticks: fenced blocks and inline code."""
    fenced = re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    inline = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", re.sub(r"^ *```.*?^ *```", "", text, flags=re.MULTILINE | re.DOTALL))
    return "\n".join([*fenced, *inline]) + "\n"


def _makes() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(VENV)", ".venv")
    return set(re.findall(r"^([\w./-]+):", makefile, re.MULTILINE))


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def test_the_docs_build_offline_without_a_warning(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-n", "--keep-going", "-q", "-b", "html", "docs", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "reference" / "rules.html").is_file()


def test_the_papers_name_commands_and_paths_at_all() -> None:
    code = "\n".join(_code(_text(page)) for page in PAGES)
    assert {"init", "serve", "ledger", "rules", "schemes", "worker"} <= set(COMMANDS.findall(code))
    assert {"run", "test", "check", "init"} <= set(TARGETS.findall(code))


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_command_on_the_page_exists(page: Path) -> None:
    code = _code(_text(page))
    assert sorted(set(COMMANDS.findall(code)) - set(get_commands())) == []
    assert sorted(set(TARGETS.findall(code)) - _makes()) == []


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_path_on_the_page_exists(page: Path) -> None:
    words = re.findall(r"[^\s`'\"(),;:]+", _code(_text(page)))
    named = {word for word in words if word.startswith(FOLDERS) and not word.startswith(("docs/_build", SCREENSHOTS))}
    assert sorted(word for word in named if not (ROOT / word).exists()) == []


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_link_on_the_page_leads_somewhere(page: Path) -> None:
    links = {link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", _text(page)) if "://" not in link}
    inside = {link for link in links if link and not link.startswith(SCREENSHOTS)}
    assert sorted(link for link in inside if not (page.parent / link).exists()) == []


def test_the_readme_shows_three_screenshots() -> None:
    shown = re.findall(rf"\]\(({SCREENSHOTS}[\w-]+\.png)\)", _text(ROOT / "README.md"))
    assert shown == [f"{SCREENSHOTS}{name}.png" for name in ("daftar-kerja", "ceklis", "periksa")]
    assert [each for each in shown if not (ROOT / each).is_file()] == []


def test_the_changelog_lists_every_rule_that_is_enforced() -> None:
    changed = _text(ROOT / "CHANGELOG.md").split("Aturan berubah / Rules changed")[1]
    asked = asked_rules()
    assert re.findall(r"^- \*\*(HR-\d\d)\*\* ", changed, re.MULTILINE) == [r.id for r in HARD_RULES if r.id in asked]


@pytest.mark.parametrize("name", ["base", "build", "dev"])
def test_every_dependency_is_argued(name: str) -> None:
    argued = re.findall(r"^\| ([^|]+?) \|", _text(DOCS / "developer" / "dependencies.md").lower(), re.MULTILINE)
    lines = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").lower().splitlines()
    needed = [line.split("==")[0].strip() for line in lines if line and not line.startswith(("#", "-"))]
    assert sorted(set(needed) - set(argued)) == []


def test_every_setting_from_the_environment_is_in_the_manual() -> None:
    settings = (ROOT / "src/jamstac/config/settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'env\.\w+\("([A-Z_]+)"', settings))
    manual = set(re.findall(r"^\| `([A-Z_]+)` \|", _text(DOCS / "developer" / "operations.md"), re.MULTILINE))
    assert manual == read | {"PORT"}
