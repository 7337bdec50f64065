"""Scheme files that come with JAMSTAC, written for it: what the demo certifies."""

from __future__ import annotations

from pathlib import Path

WEB_DEVELOPER = Path(__file__).parent / "pengembang_web_muda.json"
