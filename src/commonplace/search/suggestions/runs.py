"""Scripts in which nothing marks where words end: Han, kana, hangul, Thai, a word for each sign.

``search.analysis`` keeps their signs one by one; whoever mends what was typed needs them together.
"""

import re

from commonplace.search.analysis.tokens import HAS_CJK as HAS_SIGN

SIGN = HAS_SIGN.pattern
RUN = re.compile(f"{SIGN}+")
# Between the words of a text an index keeps more blanks than between the signs of one.
RUN_OF_WORDS = re.compile(rf"(?<!\S){SIGN}(?: {{1,2}}{SIGN}(?!\S))+")

__all__ = ["HAS_SIGN", "RUN", "RUN_OF_WORDS"]
