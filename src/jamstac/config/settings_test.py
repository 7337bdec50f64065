"""Settings of the tests: fast hasher, plain static files, no worker; the database is made by tests/conftest.py."""

import os
import tempfile

os.environ.setdefault("JAMSTAC_HOME", tempfile.mkdtemp(prefix="jamstac-test-"))
os.environ.setdefault("SECRET_KEY", "only-for-the-tests")

from jamstac.config.settings import *  # noqa: F403

if "sqlite3" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405  # each test process its own
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
