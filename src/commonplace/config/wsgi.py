"""The web application as a server runs it (PEP 3333)."""

import os

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.template import engines

from commonplace.cli.processes import end_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commonplace.config.settings")

application: WSGIHandler = get_wsgi_application()
engines.all()  # each reads its templates now rather than with the first page
end_with_parent()
