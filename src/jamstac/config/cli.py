"""`jamstac`: the one command line. Django's management commands stand behind it."""

from __future__ import annotations

import os
import sys

from django.core.management import ManagementUtility


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jamstac.config.settings")
    command = ManagementUtility(["jamstac", *sys.argv[1:]])
    command.prog_name = "jamstac"
    command.execute()
