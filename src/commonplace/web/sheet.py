"""The style sheet, and the script that helps while typing: each one file, named by its content."""

from pathlib import Path

from commonplace.web.bundle import Bundle

FOLDER = Path(__file__).parent / "styles"
# Later files may lean on earlier ones; the last speaks of other states of the world.
ORDER = (
    "tokens", "ground", "controls", "desk", "marks", "title", "copies", "people", "voices", "shelf",
    "results", "home", "page", "forms", "staff", "reports", "works",
    "corrections", "golden", "states",
)  # fmt: skip
SHEET = Bundle(FOLDER, ORDER, "css", "text/css; charset=utf-8")
SCRIPT = Bundle(FOLDER.parent / "scripts", ("suggest",), "js", "text/javascript; charset=utf-8")
