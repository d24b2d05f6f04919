"""Django's settings, made from the library's home."""

SECRET_KEY = "unset"  # noqa: S105 -- replaced below
INSTALLED_APPS: list[str] = []
USE_TZ = True
