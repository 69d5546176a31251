"""robots.txt: what a site lets a crawler do, and what its absence means."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Literal

from protego import Protego

from scrapers.outcome import Outcome, Response

TOKEN = "Thidua"
"""The name that robots.txt may address this crawler by."""

_LONGEST = 500_000  # bytes; RFC 9309 asks crawlers to read at least 500 KiB
_MARKUP = re.compile(r"^\s*<(?:!doctype|html|head|body|script|\?xml|!--)", re.IGNORECASE)

State = Literal["rules", "none", "unavailable"]


class Robots:
    """The rules of one host.

    Args:
        state: `rules`, `none` (the host has no robots.txt, so everything is allowed), or `unavailable` (nobody knows,
            so nothing is allowed for now).
        text: The file, for `rules`.
        message: Why, where it is `unavailable`.
        cause: The outcome of the request, where it is `unavailable` because that failed.
    """

    def __init__(self, state: State, text: str = "", message: str = "", cause: Outcome | None = None) -> None:
        self.state = state
        self.text = text
        self.message = message
        self.cause = cause
        self._rules = Protego.parse(text) if state == "rules" else None

    def allows(self, url: str) -> bool:
        """Tell whether the address may be asked for."""
        if self._rules is None:
            return self.state == "none"
        return bool(self._rules.can_fetch(url, TOKEN))

    @property
    def delay(self) -> float:
        """Seconds that the host wants between two requests; 0 where it does not say."""
        if self._rules is None:
            return 0.0
        rate = self._rules.request_rate(TOKEN)
        between = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(self._rules.crawl_delay(TOKEN) or 0.0), between)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that the file names."""
        return tuple(self._rules.sitemaps) if self._rules is not None else ()


@dataclass(frozen=True, slots=True)
class HostRecord:
    """What is kept of a host between runs. Times are seconds since 1970 (UTC).

    Attributes:
        robots: The text of robots.txt, "" where the host has none; None where it is not known.
        robots_at: When that was learned.
        paused_until: Ask nothing before.
        plain_http: The host answers on port 80 alone.
    """

    host: str
    robots: str | None = None
    robots_at: float = 0.0
    paused_until: float = 0.0
    plain_http: bool = False


def read_robots(response: Response, *, html_means_none: bool = False) -> Robots:
    """Return the rules that a host's answer for /robots.txt stands for (RFC 9309, 2.3.1).

    4xx means that there are none. Errors, challenges and HTML in its place mean that they are not known: an error
    page sent with status 200 is no permission.

    Args:
        response: The answer, redirects followed.
        html_means_none: Someone has seen that the HTML which this host sends is its page for "not found".
    """
    if response.outcome in (Outcome.GONE, Outcome.REFUSED):
        return Robots("none")
    if response.outcome is not Outcome.FETCHED:
        return Robots("unavailable", message=response.message or response.outcome.value, cause=response.outcome)
    text = response.content[:_LONGEST].removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").lstrip("\ufeff")
    if not _MARKUP.match(text):
        return Robots("rules", text)
    if html_means_none:
        return Robots("none")
    message = "HTML came in its place; if that is the site's page for 'not found', set robots_html = true in its entry"
    return Robots("unavailable", message=message)


def recall(record: HostRecord) -> Robots | None:
    """Return the rules kept from an earlier run, None without any."""
    if record.robots is None:
        return None
    return Robots("rules", record.robots) if record.robots else Robots("none")
