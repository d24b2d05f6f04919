"""Django's settings, made from the library's home and the environment."""

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from commonplace.config import noting
from commonplace.config.home import home_in_use
from commonplace.config.stores import FILES, databases
from commonplace.policy import read_library

PACKAGE = Path(__file__).resolve().parent.parent

HOME = home_in_use()
LIBRARY = read_library(HOME.library_toml)
DATABASES: dict[str, dict[str, Any]] = databases(HOME)
SCHEMAS = FILES
DATABASE_ROUTERS = ["commonplace.config.stores.Router"]
MIGRATION_MODULES = {"rows": None, "holdings": None, "browse": None}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SECRET_KEY = HOME.secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("COMMONPLACE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "commonplace.catalogue",
    "commonplace.catalogue.rows",
    "commonplace.catalogue.wishes",
    "commonplace.catalogue.golden",
    "commonplace.patrons",
    "commonplace.holdings",
    "commonplace.browse",
    "commonplace.community",
    "commonplace.web",
    "csp",
]
MIDDLEWARE = [
    "commonplace.web.requests.RequestId",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "commonplace.web.languages.PageLanguage",
    "commonplace.web.bounding.BoundedBody",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "commonplace.config.urls"
WSGI_APPLICATION = "commonplace.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "commonplace.web.templating.environment"},
    }
]

LANGUAGE_CODE = LIBRARY.languages[0] if LIBRARY.languages else "en"
LANGUAGES = [
    ("en", "English"),
    ("ar", "العربية"),
    ("es", "Español"),
    ("fr", "Français"),
    ("zh-hans", "简体中文"),
]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = LIBRARY.time_zone

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"

# Signing in. Django's own accounts, permissions and messages are not installed: see decision 8.
AUTH_USER_MODEL = "patrons.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# A cookie is only set by a form, or by signing in. Browsers take a name with the prefix only over
# HTTPS from this very host.
IS_HTTPS = LIBRARY.base_address.startswith("https://")
_PREFIX = "__Host-" if IS_HTTPS else ""
SESSION_ENGINE = "commonplace.patrons.sessions"
SESSION_COOKIE_NAME = f"{_PREFIX}session"
SESSION_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_AGE = 60 * 60
SESSION_LONGEST = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = f"{_PREFIX}form"
CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "commonplace.web.pages.troubles.form_expired"
CSRF_TRUSTED_ORIGINS = ["/".join(LIBRARY.base_address.split("/", 3)[:3])] if IS_HTTPS else []

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
APPEND_SLASH = False

LOGGING = noting.LOGGING
noting.note_on_standard_error()
