"""Scripts in which nothing marks where words end: Han, kana, hangul, Thai, a word for each sign.

``search.analysis`` keeps their signs one by one; whoever mends what was typed needs them together.
"""

import re

SIGN = "[㐀-䶿一-鿿豈-\ufaff々〇ぁ-ゖーゝゞ가-힣ก-\u0e4e\U00020000-\U0003ffff]"
HAS_SIGN = re.compile(SIGN)
RUN = re.compile(f"{SIGN}+")
# Between the words of a text an index keeps more blanks than between the signs of one.
RUN_OF_WORDS = re.compile(rf"(?<!\S){SIGN}(?: {{1,2}}{SIGN}(?!\S))+")
