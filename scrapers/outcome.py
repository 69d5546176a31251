"""What can come of asking for a page: a closed list, so that no failure passes for a page or for silence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum


class Outcome(StrEnum):
    """How a request ended. Every request ends in exactly one of these."""

    FETCHED = "fetched"
    """The page came, whole."""
    NOT_MODIFIED = "not-modified"
    """The server says that the page is as it was (304)."""
    GONE = "gone"
    """404 or 410."""
    REFUSED = "refused"
    """Another 4xx: the server does not want to give this page to us."""
    CHALLENGED = "challenged"
    """A firewall's page came in place of the site's own."""
    THROTTLED = "throttled"
    """429, or 503 with Retry-After: we were asked to come later."""
    SERVER_ERROR = "server-error"
    """5xx, after all tries."""
    FORBIDDEN_BY_ROBOTS = "forbidden-by-robots"
    """robots.txt disallows the address; it was not asked for."""
    ROBOTS_UNAVAILABLE = "robots-unavailable"
    """What robots.txt says could not be learned, so nothing else was asked for."""
    FORBIDDEN_HOST = "forbidden-host"
    """The address, or a redirect's, is on no host of the source; it was not asked for."""
    FORBIDDEN_ADDRESS = "forbidden-address"
    """The host's name leads to a loopback, private or link-local address; it was not asked."""
    REDIRECT_LOOP = "redirect-loop"
    """Redirects go round or on for too long."""
    TOO_LARGE = "too-large"
    """The page, as sent or unpacked, is above the cap; the rest was not read."""
    TOO_SLOW = "too-slow"
    """The page came in drips, beyond the time that one page may take."""
    TIMEOUT = "timeout"
    """No connection, or no answer, in time."""
    NO_SUCH_HOST = "no-such-host"
    """The name cannot be resolved."""
    CONNECTION_FAILED = "connection-failed"
    """The connection was refused or broke off."""
    TLS_FAILED = "tls-failed"
    """The server's certificate or protocol is not acceptable; see `tls` and `ca_file` of its source."""
    NOT_A_PAGE = "not-a-page"
    """An image, a PDF, an archive: nothing that is read here. The body was not fetched."""
    BAD_RESPONSE = "bad-response"
    """What came is not HTTP as it should be."""
    HOST_PAUSED = "host-paused"
    """The host failed too often in a row or asked for a longer pause; it was not asked."""


PAGES = frozenset({Outcome.FETCHED, Outcome.NOT_MODIFIED})
"""The page is known as it is now."""

SETTLED = frozenset({
    Outcome.GONE, Outcome.REFUSED, Outcome.FORBIDDEN_BY_ROBOTS, Outcome.FORBIDDEN_HOST, Outcome.FORBIDDEN_ADDRESS,
    Outcome.REDIRECT_LOOP, Outcome.TOO_LARGE, Outcome.NOT_A_PAGE,
})  # fmt: skip
"""About this page alone, and asking again soon would not help."""

UNASKED = frozenset({Outcome.HOST_PAUSED, Outcome.ROBOTS_UNAVAILABLE})
"""About the host: the page itself was never asked for, and its turn comes in another run."""

TROUBLE = frozenset(Outcome) - PAGES - SETTLED - UNASKED
"""May be better next time: the page is tried again, later each time."""


@dataclass(frozen=True, slots=True)
class Response:
    """What came of one request, redirects followed.

    Attributes:
        url: The address asked for; `final_url` the one that answered.
        headers: As sent, in order. `content` is the unpacked body, b"" unless the page was fetched.
        message: For people: what happened. "" where nothing did.
        tries: How often the server was asked, redirects not counted.
        retry_at: When to ask again at the earliest, if the server said so.
        cause: Where robots.txt could not be had: what came of asking for it.
    """

    outcome: Outcome
    url: str
    final_url: str
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    content: bytes = b""
    message: str = ""
    tries: int = 0
    retry_at: datetime | None = None
    cause: Outcome | None = None
    fetched_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def header(self, name: str) -> str | None:
        """Return a header's first value, None without one."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def charset(self) -> str | None:
        """The charset that Content-Type declares (which may be wrong), None without one."""
        parameters = (self.header("content-type") or "").split(";")[1:]
        names = (part.strip().partition("=") for part in parameters)
        return next((value.strip("\"' ") or None for name, _, value in names if name.lower() == "charset"), None)
