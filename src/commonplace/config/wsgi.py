"""The web application as a server runs it (PEP 3333)."""

import os

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application

from commonplace.cli.processes import end_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonplace.config.settings")

application: WSGIHandler = get_wsgi_application()
end_with_parent()
