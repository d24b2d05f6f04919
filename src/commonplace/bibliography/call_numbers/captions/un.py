"""The bodies whose documents carry United Nations symbols."""

from collections.abc import Mapping
from typing import Final

from commonplace.bibliography.call_numbers.captions import noop

UN: Final[Mapping[str, str]] = {
    "A": noop("General Assembly"),
    "S": noop("Security Council"),
    "E": noop("Economic and Social Council"),
    "T": noop("Trusteeship Council"),
    "ST": noop("Secretariat"),
    "TD": noop("Trade and development"),
    "DP": noop("Development programme"),
    "UNEP": noop("Environment programme"),
    "HRI": noop("Human rights treaties"),
    "CCPR": noop("Civil and political rights"),
    "CERD": noop("Against racial discrimination"),
    "CEDAW": noop("Against discrimination of women"),
    "CRC": noop("Rights of the child"),
    "CAT": noop("Against torture"),
    "CD": noop("Disarmament"),
    "HS": noop("Human settlements"),
    "ID": noop("Industrial development"),
    "WFP": noop("World Food Programme"),
    "FCCC": noop("Climate change"),
}
