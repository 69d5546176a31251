"""Recognise the pages that firewalls serve in place of a site's own: reported, never passed for articles."""

from __future__ import annotations

import re

_TITLED: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    # <title>Just a moment...</title>, <title>Attention Required! | Cloudflare</title>
    ("cloudflare", re.compile(rb"<title>\s*(Just a moment\.\.\.|Attention Required! \|)", re.I)),
    # <title>Access Denied | Viettel WAF</title>
    ("cloudrity", re.compile(rb"<title>[^<]*(Viettel WAF|Cloudrity)", re.I)),
)
"""Told by the title, whatever the size and status."""

_STUBS: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    # <script>document.cookie="D1N=<32 hex>"+"; expires=...; path=/";window.location.reload(true);</script>
    ("cloudrity", re.compile(rb"document\.cookie\s*=\s*[\"']D1N=[0-9a-f]{32}")),
    ("cloudrity", re.compile(rb"Viettel WAF System|cloudrity\.com", re.I)),
    ("cloudflare", re.compile(rb"/cdn-cgi/challenge-platform/")),
    # any other page that is nothing but a script which sets a cookie and loads itself again
    ("script", re.compile(rb"<script[^>]*>[^<]*document\.cookie\s*=[^<]*location[^<]*reload", re.I)),
)
"""Told by a script, in a page too small to be an article or one sent with an error status."""

_STUB_SIZE = 600
_HEAD = 20_000


def challenge(content: bytes, status: int = 200) -> str | None:
    """Return the name of the firewall whose challenge or denial this page is, else None.

    Args:
        content: The page's bytes, decompressed. Its first 20 kB are looked at.
        status: The HTTP status that it came with.
    """
    head = content[:_HEAD]
    signs = _TITLED + _STUBS if status >= 400 or len(content) < _STUB_SIZE else _TITLED
    return next((name for name, sign in signs if sign.search(head)), None)
