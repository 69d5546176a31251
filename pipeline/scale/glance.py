"""A glance at a page's source: most pages of a web archive name no bloc anywhere and need not be parsed."""

from __future__ import annotations

import html
import re
import unicodedata

_TAG = re.compile(r"<[^>]*>")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def may_name_a_bloc(content: bytes) -> bool:
    """Whether the article of a page may be about a bloc (see `pipeline.mentions.blocs`); only a no is certain.

    The syllables are looked for wherever they stand, in menus too, and across tags, for a first letter may have one of
    its own. What is not UTF-8 is parsed rather than guessed at.

    Args:
        content: the page as it was fetched.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return True
    text = _INVISIBLE.sub("", html.unescape(_TAG.sub("", text)))
    folded = unicodedata.normalize("NFC", text).lower()
    return "đua" in folded and any(syllable in folded for syllable in ("khối", "cụm", "khu"))
