"""One page, one address: the canonical form by which a page is known, however a site links to it.

Vietnamese portals hand out many addresses for one page: http and https, with and without `www.`, on mobile and test
hosts, with session keys in path or query, as print and download forms, in composed and decomposed Unicode. In one
corpus of 4.4 million addresses, every sixth row differed from another in scheme or `www.` alone.

A canonical address is an identity and not meant to be fetched; `fetchable` gives the address to ask for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote, unquote_to_bytes, urljoin, urlsplit

from pipeline import ids
from scrapers.source import Source, authority, hosts_of

_MIRROR_PREFIX = re.compile(r"^(?:www|m|amp|e|beta|thunghiem)\.(?=[^.]+\.[^.]+)(?!(?:com|org|net|gov|edu|info)\.vn$)")
"""Hosts that hold another copy of the site: m.baothainguyen.vn, amp.baonghean.vn, thunghiem.baothaibinh.com.vn. The
rest must still be a site's name ("e.gov.vn" is no mirror of the suffix "gov.vn")."""

_SESSION = re.compile(
    r"""^(?:
        p_p_auth | p_auth | p_p_lifecycle | p_p_state | p_p_mode | p_p_col_\w+ | \w*_resetCur     # Liferay
      | (?:\w+_)?redirect | aspxautodetectcookiesupport | jsessionid | phpsessid                  # servers
      | did | _afr\w* | _adf[.\w-]*                                                               # WebCenter
      | utm_\w+ | fbclid | gclid | gidzl | zarsrc                                                 # whence a reader came
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Parameters that tell about the visit and not about the page."""

_DRESS = re.compile(r"^(?:tmpl|print|layout|amp)$", re.IGNORECASE)
"""Parameters that ask for the same page in another dress."""

_SESSION_PATHS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r";jsessionid=[^/?]*", re.IGNORECASE), ""),
    (re.compile(r"/\([A-Z]\([^/()]*\)\)(?=/|$)", re.IGNORECASE), ""),  # /(S(lit3py55t21z5v55vlm25s55))/page.aspx
)
_PATHS: tuple[tuple[re.Pattern[str], str], ...] = (
    *_SESSION_PATHS,
    (re.compile(r"(?<=/news)/(?:print|savefile)(?=/.)", re.IGNORECASE), ""),  # NukeViet: /vi/news/savefile/cat/slug-1
    (re.compile(r"(?<=/)print/(\d+)/*$", re.IGNORECASE), r"node/\1"),  # Drupal: /bm/print/10597
    (re.compile(r"^/print/(?=[^/]+\.html?/*$)", re.IGNORECASE), "/"),  # VCCorp: /print/slug-180240126224239069.htm
    (re.compile(r"(?:[/.]amp/*|/+)$", re.IGNORECASE), ""),
    (re.compile(r"/(?:index\.(?:html?|php|aspx?)|(?:default|home)\.aspx?)$", re.IGNORECASE), ""),
)
"""Rules for the percent-encoded path of every address; each leaves the path shorter or final."""

Query = list[tuple[str, str]]


def canonical(url: str, source: Source | None = None) -> str:
    """Return the form of an address that all addresses of the same page share.

    Applying it twice changes nothing. What is no web address comes back tidied, otherwise as it was.

    Args:
        url: An absolute address.
        source: The site that it belongs to, if known: its mirrors then count as its base host.
    """
    return _canonical(url, source and source.base_url, source.mirrors if source else ())


@lru_cache(maxsize=4096)
def _canonical(url: str, base_url: str | None, mirrors: tuple[str, ...]) -> str:
    text = _tidy(url)
    host = authority(text)
    if not host:
        return text
    parts = urlsplit(text)
    path = _until_stable(_shorten, "/".join(_percent(segment, "=&+") for segment in parts.path.split("/")))
    pairs = _pairs(parts.query)
    query = [(name, value) for name, value in pairs if not _SESSION.match(name) and not _DRESS.match(name)]
    for rule in (_websphere, _joomla, _nukeviet, _dotnetnuke):
        path, query = rule(path, query)
    tail = "&".join(f"{name}={value}" if value else name for name, value in sorted(set(query)))
    return f"https://{_home(host, base_url, mirrors)}{path.rstrip('/') or '/'}{'?' + tail if tail else ''}"


def page_id(url: str, source: Source | None = None) -> str:
    """Return the id of the page that an address leads to, the same for all its addresses and versions."""
    return _page_id(canonical(url, source))


_page_id = lru_cache(maxsize=4096)(ids.page_id)  # asked for by the loop, by the reader, and for each link of a page


def fetchable(href: str, base: str | None = None) -> str | None:
    """Return the address to ask a server for: absolute, without fragment and session junk; None for `mailto:` and such.

    Args:
        href: What stands in a link or feed.
        base: The address of the page that it stands in.
    """
    text = _tidy(href)
    try:
        text = urljoin(base, text) if base else text
        parts = urlsplit(text)
    except ValueError:
        return None
    host = authority(text)
    if not host or len(text) > _LONGEST:
        return None
    path = parts.path
    for pattern, replacement in _SESSION_PATHS:
        path = pattern.sub(replacement, path)
    query = "&".join(
        pair for pair in parts.query.split("&") if pair and not _SESSION.match(_percent(pair.partition("=")[0]))
    )
    return quote(f"{parts.scheme}://{host}{path or '/'}{'?' + query if query else ''}", safe=_AS_WRITTEN)


_LONGEST = 2000  # characters; what is longer is a link that a template has spoilt
_AS_WRITTEN = "%/?:@!$&'()*+,;=[]~-._"  # a server may know a page by its decomposed or half-encoded slug alone


def _home(host: str, base_url: str | None, mirrors: tuple[str, ...]) -> str:
    """Return the host that stands for all mirrors."""
    if base_url is not None and host in hosts_of(base_url, mirrors):
        host = authority(base_url)
    return _until_stable(lambda name: _MIRROR_PREFIX.sub("", name), host)


def _tidy(url: str) -> str:
    """Return an address without fragment and control characters, with `&amp;` read as it was meant."""
    text = _CONTROL.sub("", url)
    text = _until_stable(lambda t: _ESCAPED.sub("&", t), text) if "&" in text else text
    return text.split("#", 1)[0].strip()


_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ESCAPED = re.compile(r"&amp;", re.IGNORECASE)


def _percent(part: str, safe: str = "") -> str:
    """Return one path segment, name or value percent-encoded in one way, with its Unicode composed.

    Bytes that are no UTF-8 (old pages link in windows-1258) are kept as they are.
    """
    if _PLAIN.fullmatch(part):
        return part
    raw = unquote_to_bytes(part.encode("utf-8", "surrogatepass"))
    try:
        return quote(unicodedata.normalize("NFC", raw.decode("utf-8")), safe=_SAFE + safe)
    except UnicodeDecodeError:
        return quote(raw, safe=_SAFE + safe)


_SAFE = "!$'()*,:;@~-._"
_PLAIN = re.compile(rf"[A-Za-z0-9{re.escape(_SAFE)}]*")


def _pairs(query: str) -> Query:
    """Return a query's names and values, percent-encoded in one way; "" for a name without value."""
    pairs = (item.replace("+", "%20").partition("=") for item in query.split("&") if item)
    return [(_percent(name), _percent(value)) for name, _, value in pairs]


def _shorten(path: str) -> str:
    for pattern, replacement in _PATHS:
        path = pattern.sub(replacement, path)
    return path


def _websphere(path: str, query: Query) -> tuple[str, Query]:
    """`/wps/portal/home/tintuc/!ut/p/c4/04_SB8K8.../?WCM_GLOBAL_CONTEXT=/wps/wcm/...`: the path's end is view state."""
    content = [pair for pair in query if pair[0].upper() == "WCM_GLOBAL_CONTEXT"]
    if not content:
        return path, query
    return path.split("/!ut")[0], content


def _joomla(path: str, query: Query) -> tuple[str, Query]:
    """`?option=com_content&view=article&id=926:phat-d-ng&catid=96:thong-bao`: the number before the colon tells."""
    if not query:
        return path, query
    names = dict(query)
    article = names.get("view") == "article" or names.get("task") == "view"
    number = re.match(r"\d+", names.get("id", ""))
    if names.get("option") != "com_content" or not article or not number:
        return path, query
    return path, [("option", "com_content"), ("view", "article"), ("id", number[0])]


def _nukeviet(path: str, query: Query) -> tuple[str, Query]:
    """`index.php?language=vi&nv=news&op=savefile/cat/slug-3313`: print and download forms of `op=cat/slug-3313`."""
    if "nv" not in dict(query):
        return path, query
    plain = re.compile(r"^(?:(?:print|savefile)%2F)+", re.IGNORECASE)
    return path, [(name, plain.sub("", value) if name == "op" else value) for name, value in query]


def _dotnetnuke(path: str, query: Query) -> tuple[str, Query]:
    """`/tabid/74/Entry/3820/Default.aspx` is `/Default.aspx?tabid=74&Entry=3820`, in any case of letters."""
    inside = _TABID.fullmatch(path) if "/tabid/" in path.lower() else None
    if inside:
        words = inside[3].split("/")[1:]
        query = [("tabid", inside[2]), *zip(words[::2], words[1::2], strict=True), *query]
        path = inside[1]
    if "tabid" not in {name.lower() for name, _ in query}:
        return path, query
    return path, [(name.lower(), value) for name, value in query]


_TABID = re.compile(r"(.*?)/tabid/(\d+)((?:/[^/]+/[^/]+)*)", re.IGNORECASE)


def _until_stable(function: Callable[[str], str], text: str) -> str:
    """Apply a rule until it changes nothing, so that what it uncovers is treated too."""
    while (changed := function(text)) != text:
        text = changed
    return text
