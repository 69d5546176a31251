"""The polite client: with `scrapers.transport` below it, the only module that speaks HTTP.

It asks one host one thing at a time, never faster than the host's rate, says who it is, obeys robots.txt, backs off
when a host is in trouble, and goes nowhere but to the hosts of the source that it works for. What it cannot do, by
intent: solve challenges, pretend to be a browser, or turn certificate checks off.
"""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from importlib import metadata
from typing import Any
from urllib.parse import urljoin

import httpx

from scrapers.addresses import ForbiddenAddress, is_allowed, is_ip, proxy_for, resolve
from scrapers.challenges import challenge
from scrapers.inflate import BadEncoding, Inflater, TooLarge
from scrapers.outcome import PAGES, SETTLED, Outcome, Response
from scrapers.robots import TOKEN, HostRecord, Robots, read_robots, recall
from scrapers.source import Source, SourceError, authority
from scrapers.transport import breakdown, open_transport


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request and one host may cost. Times in seconds, sizes in bytes.

    Attributes:
        connect, read: Longest wait for a connection, and for the next piece of an answer. Vietnamese state servers
            have been seen to need more than 30 s.
        total: Longest time for one answer as a whole, however steadily it drips.
        size: Largest page, packed and unpacked.
        redirects: Longest chain of redirects.
        tries: How often a page is asked for when the server is in trouble.
        backoff: Pause before the second try, doubled for each further one.
        patience: Longest pause (Retry-After) that is sat out within a run.
        give_up: Failures in a row, of whatever pages, after which a host is left alone for `pause`.
        robots_age: How long robots.txt is good for (RFC 9309: a day).
    """

    connect: float = 10.0
    read: float = 60.0
    total: float = 180.0
    size: int = 10_000_000
    redirects: int = 5
    tries: int = 3
    backoff: float = 2.0
    patience: float = 120.0
    give_up: int = 6
    pause: float = 3600.0
    robots_age: float = 86_400.0


_RETRIED = frozenset({Outcome.SERVER_ERROR, Outcome.THROTTLED, Outcome.TIMEOUT, Outcome.CONNECTION_FAILED})
_UNREACHED = frozenset({Outcome.TIMEOUT, Outcome.CONNECTION_FAILED})
_REDIRECTS = (301, 302, 303, 307, 308)
_READABLE = ("text/", "html", "xml", "json", "gzip", "octet-stream")
_RESOLVED_FOR = 60.0  # seconds for which a host's addresses, looked at once, are good
_SLOWEST = 60.0  # seconds: what the gap of a host in trouble grows to
_PLAIN = re.compile(r"https?://[^/?#]+(?!.*/\.)(/(?:[\w/.~=&?:,+;-]|%[\dA-Fa-f]{2})*)", re.ASCII)
_NOTHING = httpx.ByteStream(b"")  # given as a stream, httpx need not find out how to encode it


class Fetcher:
    """Fetches pages for any number of sources, each host at its own pace.

    Args:
        contact: A mail address or web page where a site's owner reaches whoever runs this crawl. It is sent along.
        limits: What requests and hosts may cost.
        records: What earlier runs learned about hosts. `self.records` holds what this one adds too, and `self.learned`
            only that, for whoever keeps it to empty.
    """

    def __init__(self, contact: str, limits: Limits | None = None, records: Mapping[str, HostRecord] = {}) -> None:
        self.limits = limits or Limits()
        self.records = dict(records)
        self.learned: dict[str, HostRecord] = {}
        self._headers = {
            "User-Agent": user_agent(contact),
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
            "Accept-Language": "vi,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "keep-alive",
        }
        self._timeout = httpx.Timeout(self.limits.read, connect=self.limits.connect).as_dict()
        self._hosts: dict[str, _Host] = {}
        self._tls = cache(httpx.create_ssl_context)  # which takes as long as forty pages do, if any host asks for it

    async def fetch(
        self,
        url: str,
        source: Source,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        span: tuple[int, int] | None = None,
    ) -> Response:
        """Ask for a page of a source, unless robots.txt forbids it, and follow redirects within the source.

        Whatever happens is an outcome; nothing is raised for what a server or network does.

        Args:
            url: Its address.
            source: The source whose hosts may be asked.
            etag: Validator of an earlier answer; with one, the request is conditional.
            last_modified: The same, of the other kind.
            span: Only the bytes from the first to the last of these offsets (for records of somebody's archive).
        """
        wanted = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        wanted["Range"] = f"bytes={span[0]}-{span[1]}" if span else None
        headers = {name: value for name, value in wanted.items() if value}
        try:
            return await self._follow(url, source, headers, obey=True)
        except SourceError as error:  # nothing can be asked, robots.txt first
            return replace(_failure(Outcome.ROBOTS_UNAVAILABLE, url, url, str(error)), cause=Outcome.TLS_FAILED)

    async def robots(self, url: str, source: Source) -> Robots:
        """Return the rules of a URL's host, learned once a run at most."""
        host = self._host(url, source)
        async with host.learning:
            if host.robots is None:
                age = time.time() - host.record.robots_at
                kept = recall(host.record) if 0 <= age < self.limits.robots_age else None
                host.robots = kept or await self._learn_robots(host, url, source)
                host.gap = max(host.gap, host.robots.delay)
        return host.robots

    async def aclose(self) -> None:
        """Close all connections."""
        for host in self._hosts.values():
            await host.transport.aclose()

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _learn_robots(self, host: _Host, url: str, source: Source) -> Robots:
        answer = await self._follow(urljoin(url, "/robots.txt"), source, {}, obey=False)
        robots = read_robots(answer, html_means_none=source.robots_html)
        if robots.state != "unavailable":
            self._remember(host, robots=robots.text, robots_at=time.time())
        return robots

    async def _follow(self, url: str, source: Source, headers: dict[str, str], *, obey: bool) -> Response:
        current, seen = url, {url}
        while True:
            if not source.covers(current):
                return _failure(Outcome.FORBIDDEN_HOST, url, current, f"not a host of {source.key}")
            if obey and (refusal := await self._refusal(url, current, source)):
                return refusal
            current = self._reachable(current)
            response = await self._ask(current, source, headers)
            target = _target(response)
            if target is None:
                return response if response.url == url else replace(response, url=url)
            if target.startswith("https://") and current.startswith("http://"):
                self._remember(self._host(current, source), plain_http=False)
            if target in seen or len(seen) > self.limits.redirects:
                return _failure(Outcome.REDIRECT_LOOP, url, target, f"redirect {len(seen)} leads to {target}")
            seen.add(target)
            current = target

    def _reachable(self, url: str) -> str:
        """Return the address with the scheme that its host answers on."""
        record = self.records.get(authority(url))
        return f"http{url[5:]}" if record and record.plain_http and url.startswith("https://") else url

    async def _refusal(self, url: str, current: str, source: Source) -> Response | None:
        """Return the outcome of not asking, None if robots.txt allows the address."""
        robots = await self.robots(current, source)
        if robots.allows(current):
            return None
        if robots.state == "rules":
            return _failure(Outcome.FORBIDDEN_BY_ROBOTS, url, current, "robots.txt disallows it")
        refusal = _failure(Outcome.ROBOTS_UNAVAILABLE, url, current, f"robots.txt: {robots.message}")
        return replace(refusal, cause=robots.cause)

    async def _ask(self, url: str, source: Source, headers: dict[str, str]) -> Response:
        """Ask one address until it answers or the tries are used up."""
        host = self._host(url, source)
        attempt = 0
        while True:
            if host.record.paused_until > time.time():
                until = datetime.fromtimestamp(host.record.paused_until, UTC)
                message = f"{host.name} is not asked before {until:%Y-%m-%d %H:%M} UTC"
                return replace(_failure(Outcome.HOST_PAUSED, url, url, message), retry_at=until)
            attempt += 1
            async with host.turn():
                host.tries = attempt
                response = await self._exchange(host, url, source, headers)
                response = response if response.tries else replace(response, tries=attempt)
            self._judge(host, response)
            wait = self._pause(response, attempt)
            if response.outcome not in _RETRIED or attempt >= self.limits.tries or wait > self.limits.patience:
                return self._plainly(host, url, response) or response
            host.hold(wait)

    def _plainly(self, host: _Host, url: str, response: Response) -> Response | None:
        """Have a host that does not answer on port 443 asked on port 80 instead, by a redirect of our own."""
        if not url.startswith("https://") or response.outcome not in _UNREACHED or host.connected or ":" in host.name:
            return None
        self._remember(host, plain_http=True)
        return replace(response, status=307, headers=(("location", f"http{url[5:]}"),))

    def _pause(self, response: Response, attempt: int) -> float:
        """Return the seconds to wait before the next try: what the server asks for, at least our own back-off."""
        asked = (response.retry_at - datetime.now(UTC)).total_seconds() if response.retry_at else 0.0
        return max(asked, self.limits.backoff * 2.0 ** (attempt - 1))

    def _judge(self, host: _Host, response: Response) -> None:
        """Count failures in a row, slow a failing host down, and leave it alone once they are too many."""
        redirected = _target(response) is not None
        host.failures = 0 if redirected or response.outcome in PAGES | SETTLED else host.failures + 1
        asked = response.retry_at.timestamp() if response.retry_at else 0.0
        until = time.time() + self.limits.pause if host.failures >= self.limits.give_up else 0.0
        if asked > time.time() + self.limits.patience or until:
            self._remember(host, paused_until=max(asked, until))

    async def _exchange(self, host: _Host, url: str, source: Source, headers: dict[str, str]) -> Response:
        """Ask once, and give whatever happens its name."""
        try:
            async with asyncio.timeout(self.limits.total):
                return await self._transfer(host, url, source, headers)
        except TooLarge as error:
            return _failure(Outcome.TOO_LARGE, url, url, str(error))
        except BadEncoding as error:
            return _failure(Outcome.BAD_RESPONSE, url, url, str(error))
        except ForbiddenAddress as error:
            return _failure(Outcome.FORBIDDEN_ADDRESS, url, url, str(error))
        except TimeoutError:
            return _failure(Outcome.TOO_SLOW, url, url, f"not done after {self.limits.total:g} s")
        except httpx.TimeoutException as error:
            return _failure(Outcome.TIMEOUT, url, url, f"no answer in time ({type(error).__name__})")
        except (socket.gaierror, UnicodeError) as error:
            return _failure(Outcome.NO_SUCH_HOST, url, url, f"{host.name}: {error}")
        except httpx.TransportError as error:
            outcome, message = breakdown(error)
            return _failure(outcome, url, url, message)
        except OSError as error:
            return _failure(Outcome.CONNECTION_FAILED, url, url, str(error))
        except Exception as error:  # what a server sends can make any layer below stumble
            return _failure(Outcome.BAD_RESPONSE, url, url, f"{type(error).__name__}: {error}")

    async def _transfer(self, host: _Host, url: str, source: Source, headers: dict[str, str]) -> Response:
        host.connected = False
        requests = await self._requests(host, url, source, headers)
        for number, request in enumerate(requests, 1):
            try:
                reply = await host.transport.handle_async_request(request)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                host.resolved_at = float("-inf")
                if number == len(requests):
                    raise
                continue
            reply.request = request
            host.connected = True
            host.answered()
            try:
                return await self._read(host, url, reply)
            finally:
                await reply.aclose()
        raise OSError("no address")  # resolve() never returns none

    async def _requests(self, host: _Host, url: str, source: Source, headers: dict[str, str]) -> list[httpx.Request]:
        """Return the request, once for each address of the host, pinned to that address."""
        scheme = url.partition(":")[0]
        if host.resolved_at + _RESOLVED_FOR < time.monotonic() or host.scheme != scheme:
            await self._resolve(host, httpx.URL(url), source)
        asked = (httpx.URL(url),) if host.proxied else host.origins
        more = host.extensions if host.proxied else {**host.extensions, "target": _target_of(url)}
        requests = [httpx.Request("GET", to, headers=host.headers, extensions=more, stream=_NOTHING) for to in asked]
        for request in requests:
            request.headers.update(headers)
        return requests

    async def _resolve(self, host: _Host, url: httpx.URL, source: Source) -> None:
        """Learn at which addresses a host is to be asked."""
        timeout = {"timeout": self._timeout}
        if host.proxied:  # the proxy resolves the name; an address is still looked at
            if is_ip(url.host) and not is_allowed(url.host):
                raise ForbiddenAddress(f"{url.host} is not a public address")
            host.extensions = timeout
        else:
            port = url.port or (443 if url.scheme == "https" else 80)
            addresses = await resolve(url.host, port, local=source.local)
            host.origins = tuple(httpx.URL(scheme=url.scheme, host=one, port=port, path="/") for one in addresses)
            host.extensions = timeout if is_ip(url.host) else {**timeout, "sni_hostname": url.host}
        host.headers = httpx.Headers({"Host": host.name, **self._headers})
        host.scheme, host.resolved_at = url.scheme, time.monotonic()

    async def _read(self, host: _Host, url: str, reply: httpx.Response) -> Response:
        """Read an answer as far as its status and type make it worth reading."""
        status = reply.status_code
        headers = tuple((name, value) for name, value in reply.headers.multi_items())

        def made(outcome: Outcome, message: str = "", **more: Any) -> Response:
            return Response(outcome, url, url, status, headers, message=message, tries=host.tries, **more)

        if status in _REDIRECTS or status == 304:
            conditional = {"if-none-match", "if-modified-since"} & set(reply.request.headers)
            same = status == 304 and bool(conditional)
            return made(Outcome.NOT_MODIFIED) if same else made(Outcome.BAD_RESPONSE, f"unexpected status {status}")
        if status >= 400:
            firewall = challenge(await _beginning(reply), status)
            if firewall:
                return made(Outcome.CHALLENGED, f"{firewall} challenge, status {status}")
            return made(_error(status, reply), f"status {status}", retry_at=_retry_at(reply))
        if status not in (200, 203) and not (status == 206 and "range" in reply.request.headers):
            return made(Outcome.BAD_RESPONSE, f"unexpected status {status}")
        kind = reply.headers.get("content-type", "text/html").lower()
        if not any(word in kind for word in _READABLE):
            return made(Outcome.NOT_A_PAGE, f"content type {kind}")
        content = await _body(reply, self.limits.size)
        firewall = challenge(content, status)
        if firewall:
            return made(Outcome.CHALLENGED, f"{firewall} challenge, status {status}")
        return made(Outcome.FETCHED, content=content)

    def _host(self, url: str, source: Source) -> _Host:
        name = authority(url)
        if name not in self._hosts:
            proxy = None if source.local else proxy_for(name)
            # No client around it: that is for cookies, redirects and logins, of which a crawl here has none.
            transport = open_transport(self._tls_for(source), proxy)
            record = self.records.get(name) or HostRecord(host=name)
            self._hosts[name] = _Host(name, transport, record, proxied=proxy is not None)
        host = self._hosts[name]
        host.gap = max(host.gap, 1 / source.rate)
        return host

    def _tls_for(self, source: Source) -> Callable[[], ssl.SSLContext]:
        """Return what gives the source's TLS settings: the common ones, or its own where an exception is declared."""
        if not source.tls and not source.ca_file:
            return self._tls
        context = httpx.create_ssl_context()
        if source.ca_file:
            try:
                context.load_verify_locations(cafile=source.ca_file)
            except OSError as error:  # no such file, or none of certificates
                reason = "it holds no certificates" if isinstance(error, ssl.SSLError) else error.strerror
                raise SourceError(f"source {source.key}: ca_file {source.ca_file}: {reason}") from error
        if "legacy-renegotiation" in source.tls:
            context.options |= 0x4  # OP_LEGACY_SERVER_CONNECT, which `ssl` names from Python 3.12 on
        if "security-level-1" in source.tls:
            context.set_ciphers("DEFAULT@SECLEVEL=1")
        return lambda: context

    def _remember(self, host: _Host, **changes: Any) -> None:
        host.record = replace(host.record, **changes)
        self.records[host.name] = self.learned[host.name] = host.record


class _Host:
    """One host's connection, pace and troubles."""

    def __init__(self, name: str, transport: httpx.AsyncBaseTransport, record: HostRecord, *, proxied: bool) -> None:
        self.name = name
        self.transport = transport
        self.record = record
        self.proxied = proxied
        self.gap = 0.0
        self.failures = 0
        self.tries = 0  # of the page that it is asked for
        self.connected = False
        self.origins: tuple[httpx.URL, ...] = ()  # by its addresses
        self.headers = httpx.Headers()
        self.extensions: dict[str, Any] = {}
        self.resolved_at = float("-inf")  # by the monotonic clock
        self.scheme = ""
        self.robots: Robots | None = None
        self.learning = asyncio.Lock()
        self._busy = asyncio.Lock()
        self._ready_at = 0.0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until the host may be asked again, and keep all others from it meanwhile."""
        async with self._busy:
            clock = asyncio.get_running_loop().time
            while (wait := self._ready_at - clock()) > 0:
                await asyncio.sleep(wait)
            asked_at = clock()
            try:
                yield
            finally:
                if self._ready_at < asked_at:  # no answer at all
                    self.answered()

    def answered(self) -> None:
        """Count the gap from now: the request has certainly arrived, so the host's clock never sees a shorter one."""
        gap = min(self.gap * 2.0**self.failures, max(self.gap, _SLOWEST))
        self.hold(gap)

    def hold(self, seconds: float) -> None:
        """Ask nothing for some time."""
        self._ready_at = max(self._ready_at, asyncio.get_running_loop().time() + seconds)


def user_agent(contact: str) -> str:
    """Return how this crawler introduces itself.

    Raises:
        ValueError: the contact is neither a mail address nor a web address.
    """
    if "@" not in contact and not authority(contact):
        raise ValueError(f"{contact!r} is no contact: give a mail address or a web page that tells who runs this crawl")
    try:
        version = metadata.version("thidua")
    except metadata.PackageNotFoundError:  # run from a source tree that is not installed
        version = "0"
    return f"{TOKEN}/{version} (+{contact})"


def _failure(outcome: Outcome, url: str, final_url: str, message: str) -> Response:
    return Response(outcome, url, final_url, message=message)


def _target_of(url: str) -> bytes:
    """Return path and query as they go over the wire. Nearly all are plain, and httpx need not look for odd letters."""
    plain = _PLAIN.fullmatch(url)
    return plain[1].encode() if plain else httpx.URL(url).raw_path


def _target(response: Response) -> str | None:
    """Return where a redirect leads, None if the answer is none, or leads to what is no address."""
    location = response.header("location")
    if response.status not in _REDIRECTS or not location:
        return None
    try:
        return urljoin(response.final_url, location.strip())
    except ValueError:
        return None


def _error(status: int, reply: httpx.Response) -> Outcome:
    if status in (404, 410):
        return Outcome.GONE
    if status == 429 or (status == 503 and "retry-after" in reply.headers):
        return Outcome.THROTTLED
    if status >= 500 or status in (408, 425):
        return Outcome.SERVER_ERROR
    return Outcome.REFUSED


def _retry_at(reply: httpx.Response) -> datetime | None:
    """Return the time that Retry-After names, in seconds or as a date; None without one that can be read."""
    value = reply.headers.get("retry-after", "").strip()
    if value.isdigit():
        return datetime.now(UTC) + timedelta(seconds=min(int(value), 30 * 86_400))
    try:
        named = parsedate_to_datetime(value)
    except ValueError:
        return None
    return named if named.tzinfo else named.replace(tzinfo=UTC)


async def _body(reply: httpx.Response, cap: int) -> bytes:
    """Return the whole body, unpacked. Raises TooLarge or BadEncoding."""
    declared = reply.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > cap:
        raise TooLarge(f"{int(declared):,} bytes announced, more than {cap:,}")
    inflater = Inflater(reply.headers.get("content-encoding", ""), cap)
    received = 0
    async for piece in reply.aiter_raw():
        received += len(piece)
        if received > cap:
            raise TooLarge(f"more than {cap:,} bytes")
        inflater.feed(piece)
    return inflater.content()


async def _beginning(reply: httpx.Response, enough: int = 20_000) -> bytes:
    """Return the first part of an error page, as much of it as can be read."""
    try:
        inflater = Inflater(reply.headers.get("content-encoding", ""), 10 * enough)
    except BadEncoding:
        return b""
    try:
        async for piece in reply.aiter_raw():
            inflater.feed(piece)
            if inflater.size >= enough:
                break
    except (TooLarge, BadEncoding, httpx.TransportError):
        pass  # the status already tells what happened
    return b"".join(inflater.pieces)
