"""What can be had online: the record's addresses that are safe to link to."""

from dataclasses import dataclass

from commonplace.bibliography import Description, Link
from commonplace.web.addresses import web_address
from commonplace.web.blocks.copies import Copies
from commonplace.web.words.formats import online_deed


@dataclass(frozen=True, slots=True)
class Online:
    """An address outside that the record gives; ``label`` says what is there."""

    address: str
    label: str
    is_resource: bool


def links_of(description: Description) -> tuple[Online, ...]:
    """The links of a record, the thing itself first."""
    links = [online for link in description.links if (online := _online(link))]
    return tuple(sorted(links, key=lambda online: not online.is_resource))


def resource_of(description: Description) -> Online | None:
    """Where the thing itself can be read, heard or seen; ``None`` where it cannot."""
    return next((online for online in links_of(description) if online.is_resource), None)


def standing(description: Description, copies: Copies) -> tuple[str, str]:
    """Whether an edition can be had, as a shape and briefly in words."""
    if not copies.total and resource_of(description):
        return "in", online_deed(description.format)
    return copies.mark, copies.brief


def _online(link: Link) -> Online | None:
    address = web_address(link.url)
    if not address:
        return None
    return Online(address, link.label or address, link.relation == "resource")
