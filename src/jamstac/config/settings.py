"""One settings file. Everything an installation may change comes from the environment:

JAMSTAC_HOME      folder of the database, files, keys and mail (default ./var)
DATABASE_URL      postgres://… ; without it SQLite in JAMSTAC_HOME
JAMSTAC_ORIGIN    address people type, for example https://sertifikasi.lsp-contoh.id
JAMSTAC_PROXIES   how many reverse proxies stand before the server (default 0): limits are per visitor's address
JAMSTAC_DEMO      1: demo banner, MFA optional, mail on a page
EMAIL_URL         smtp://… ; without it mail is written to JAMSTAC_HOME/mail
"""

from __future__ import annotations

import secrets
from pathlib import Path
from urllib.parse import urlsplit

import environ

env = environ.Env()

BASE = Path(__file__).resolve().parent.parent
HOME = Path(env.str("JAMSTAC_HOME", default="var")).resolve()
HOME.mkdir(parents=True, exist_ok=True)
DEMO = env.bool("JAMSTAC_DEMO", default=False)
DEBUG = False
ORIGIN = env.str("JAMSTAC_ORIGIN", default="http://localhost:8000").rstrip("/")
_HOST = urlsplit(ORIGIN).hostname or "localhost"
SECURE = ORIGIN.startswith("https://")
PROXIES = env.int("JAMSTAC_PROXIES", default=0)


def _secret() -> str:
    """The installation's secret, made once."""
    path = HOME / "secret"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48))
    return path.read_text().strip()


SECRET_KEY = env.str("SECRET_KEY", default="") or _secret()
ALLOWED_HOSTS = [_HOST] if SECURE else [_HOST, "localhost", "127.0.0.1"]
CSRF_TRUSTED_ORIGINS = [ORIGIN]

INSTALLED_APPS = [
    "jamstac.ui",
    "jamstac.ledger",
    "jamstac.parameters",
    "jamstac.messaging",
    "jamstac.bodies",
    "jamstac.people",
    "jamstac.documents",
    "jamstac.findings",
    "jamstac.standards",
    "jamstac.schemes",
    "jamstac.assessors",
    "jamstac.licensing",
    "jamstac.venues",
    "jamstac.instruments",
    "jamstac.impartiality",
    "jamstac.fees",
    "jamstac.applications",
    "jamstac.events",
    "jamstac.assessment",
    "jamstac.certification",
    "jamstac.assurance",
    "jamstac.appeals",
    "jamstac.registry",
    "jamstac.portal",
    "jamstac.config",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_cotton",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "heroicons",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "jamstac.ui.middleware.ContentSecurityPolicy",
    "jamstac.ui.middleware.BodyLimit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "jamstac.ui.language.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jamstac.people.pages.RefusalPages",
]

ROOT_URLCONF = "jamstac.config.urls"
WSGI_APPLICATION = "jamstac.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jamstac.portal.context.shell",
            ],
        },
    }
]

if env.str("DATABASE_URL", default=""):
    DATABASES = {"default": env.db("DATABASE_URL")}
    DATABASES["default"]["CONN_MAX_AGE"] = 600
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
else:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(HOME / "jamstac.sqlite3")}}
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["ENGINE"] = "jamstac.ledger.backends.sqlite3"
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA journal_size_limit=67108864;",
    }
ATOMIC_REQUESTS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "jamstac.people.signing_in.NikOrPhoneBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "jamstac.people.signing_in.NotAboutOneself"},
]
LOGIN_REDIRECT_URL = "portal:start"
LOGIN_URL = "account_login"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_ADAPTER = "jamstac.people.accounts.AccountAdapter"
ACCOUNT_USER_DISPLAY = "jamstac.people.accounts.display"
ACCOUNT_FORMS = {"login": "jamstac.people.signing_in.LoginForm"}
ACCOUNT_RATE_LIMITS = {"slip": "20/m/ip,5/5m/key"}
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SECURE else "http"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE

SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "jamstac.portal.views.csrf_failure"
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
if PROXIES and SECURE:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SECURE
LOCALE_PATHS = [BASE / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/aset/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = HOME / "files"
KEY_ROOT = HOME / "keys"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": MEDIA_ROOT},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
UPLOAD_LIMIT = 10 * 1024 * 1024
BODY_LIMIT = 12 * UPLOAD_LIMIT
UPLOAD_ROOT = HOME / "uploads"
VIDEO_LIMIT = 10 * UPLOAD_LIMIT
UPLOADS_LIMIT = 3 * VIDEO_LIMIT

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

MAIL_FOLDER = HOME / "mail"
MAIL_DOMAIN = _HOST
WHATSAPP_API = env.str("JAMSTAC_WHATSAPP_API", default="https://graph.facebook.com/v24.0").rstrip("/")
if env.str("EMAIL_URL", default=""):
    vars().update(env.email("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = MAIL_FOLDER
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"JAMSTAC <tidak-dibalas@{_HOST}>")

COTTON_DIR = "cotton"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("JAMSTAC_LOG", default="INFO")},
    "loggers": {"fontTools": {"level": "WARNING"}, "django.request": {"level": "ERROR"}},
}
