"""The classes of the National Library of Medicine: QS–QZ its sciences, W–WZ medicine itself."""

from collections.abc import Mapping
from typing import Final

from commonplace.bibliography.call_numbers.captions import noop

NLM: Final[Mapping[str, str]] = {
    "QS": noop("Anatomy of the human body"),
    "QT": noop("How the body works"),
    "QU": noop("Biochemistry, cells and genes"),
    "QV": noop("Medicines and poisons"),
    "QW": noop("Microbes and immunity"),
    "QX": noop("Parasites"),
    "QY": noop("Laboratory tests"),
    "QZ": noop("Causes of disease, and tumours"),
    "W": noop("Medicine in general and as a profession"),
    "WA": noop("Public health"),
    "WB": noop("The practice of medicine"),
    "WC": noop("Infectious diseases"),
    "WD": noop("Diseases of nutrition, metabolism and surroundings"),
    "WE": noop("Bones, joints and muscles"),
    "WF": noop("Lungs and breathing"),
    "WG": noop("Heart and blood vessels"),
    "WH": noop("Blood and lymph"),
    "WI": noop("Digestion"),
    "WJ": noop("Kidneys and urinary organs"),
    "WK": noop("Glands and hormones"),
    "WL": noop("Brain and nerves"),
    "WM": noop("The mind and its illnesses"),
    "WN": noop("X-rays and other imaging"),
    "WO": noop("Surgery"),
    "WP": noop("Women’s health"),
    "WQ": noop("Pregnancy and birth"),
    "WR": noop("The skin"),
    "WS": noop("Children’s health"),
    "WT": noop("Health in old age, and long illness"),
    "WU": noop("Teeth and mouth"),
    "WV": noop("Ear, nose and throat"),
    "WW": noop("Eyes"),
    "WX": noop("Hospitals"),
    "WY": noop("Nursing"),
    "WZ": noop("History of medicine"),
}
