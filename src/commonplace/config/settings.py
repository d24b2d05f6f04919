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
    "commonplace.holdings",
    "commonplace.browse",
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
    "django.middleware.common.CommonMiddleware",
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
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
APPEND_SLASH = False

LOGGING = noting.LOGGING
noting.note_on_standard_error()
