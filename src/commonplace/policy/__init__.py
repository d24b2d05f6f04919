"""The library's own decisions: ``library.toml`` as frozen values.

Nothing here opens a database or a connection. Secrets are not in the file; they come from the
environment.
"""

from commonplace.policy.library import Branch, Hours, Library
from commonplace.policy.reading import Fault, PolicyError, read_library

__all__ = ["Branch", "Fault", "Hours", "Library", "PolicyError", "read_library"]
