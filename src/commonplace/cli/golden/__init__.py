"""``commonplace golden``: searches whose answer the staff know, run and kept.

``running`` asks them all, ``keeping`` adds and takes away, ``sharing`` carries them elsewhere.
"""

from commonplace.cli.golden import keeping, sharing
from commonplace.cli.golden.running import app

app.command("add")(keeping.add)
app.command("remove")(keeping.remove)
app.command("list")(keeping.show_all)
app.command("export")(sharing.export)
app.command("import")(sharing.take_in)

__all__ = ["app"]
