"""Reading a page strictly: every tag closed where it was opened, every id once."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
DRAWN = frozenset({"path", "rect", "line", "circle"})
LOADED = {"src", "srcset", "data", "poster", "background"}
LINKS_LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


@dataclass
class Tag:
    """One opening tag."""

    name: str
    attributes: dict[str, str]


@dataclass
class Markup(HTMLParser):
    """A page taken apart. ``faults`` says what a browser would have to mend."""

    html: str
    tags: list[Tag] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)
        self.close()
        if self.open:
            self.faults.append(f"left open: {self.open}")
        ids = Counter(tag.attributes["id"] for tag in self.tags if "id" in tag.attributes)
        self.faults += [f"id twice: {name}" for name, count in ids.items() if count > 1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the tag and that it is open."""
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"attribute twice in <{tag}>")
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A drawing's part closes itself."""
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))
        if tag not in DRAWN | VOID:
            self.faults.append(f"<{tag}/> does not close itself in HTML")

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-3:]}")
        elif self.open:
            self.open.pop()

    def all(self, name: str) -> list[Tag]:
        """Every tag of this name."""
        return [tag for tag in self.tags if tag.name == name]

    @property
    def loaded(self) -> list[str]:
        """Every address the page makes a browser load."""
        found = [v for tag in self.tags for n, v in tag.attributes.items() if n in LOADED]
        links = (tag.attributes for tag in self.all("link"))
        return found + [a["href"] for a in links if LINKS_LOADED & set(a.get("rel", "").split())]
