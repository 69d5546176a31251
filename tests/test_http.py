"""The polite client against a server that has every bad day at once: each case has its recorded outcome."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.addresses import ForbiddenAddress, is_allowed, resolve
from scrapers.challenges import challenge
from scrapers.http import Fetcher, Limits, user_agent
from scrapers.inflate import BadEncoding, Inflater, TooLarge
from scrapers.outcome import PAGES, SETTLED, TROUBLE, UNASKED, Outcome, Response
from scrapers.robots import HostRecord, read_robots
from scrapers.source import Source
from tests import hostile
from tests.hostile import Page, Server, in_turn, packed, redirect, robots, serving

CONTACT = "thu@example.org"
QUICK = Limits(connect=1, read=0.5, total=1.5, size=1_000_000, tries=3, backoff=0.01, patience=1, give_up=4, pause=60)


def fetch(server: Server, path: str, limits: Limits = QUICK, **source: object) -> Response:
    """Ask once for one page of a server."""

    async def ask() -> Response:
        async with Fetcher(CONTACT, limits) as fetcher:
            return await fetcher.fetch(f"{server.base}{path}", server.source(**source))

    return asyncio.run(ask())


PAGE = Page("<h1>Khối thi đua số 1</h1>")

CASES: list[tuple[str, hostile.Answer, Outcome]] = [
    ("plain", PAGE, Outcome.FETCHED),
    ("empty", Page(""), Outcome.FETCHED),
    ("packed", packed(b"<p>" * 1000), Outcome.FETCHED),
    ("not found", Page("", 404), Outcome.GONE),
    ("removed", Page("", 410), Outcome.GONE),
    ("login wanted", Page("", 401), Outcome.REFUSED),
    ("refused", Page("Cấm", 403), Outcome.REFUSED),
    ("legal reasons", Page("", 451), Outcome.REFUSED),
    ("storm of 500", Page("Server Error", 500), Outcome.SERVER_ERROR),
    ("storm of 502", Page("", 502), Outcome.SERVER_ERROR),
    ("503 once", in_turn(Page("", 503), PAGE), Outcome.FETCHED),
    ("503 with Retry-After", in_turn(Page("", 503, headers=(("Retry-After", "0"),)), PAGE), Outcome.FETCHED),
    ("429 for ever", Page("", 429), Outcome.THROTTLED),
    ("429 for an hour", Page("", 429, headers=(("Retry-After", "3600"),)), Outcome.THROTTLED),
    ("429 once", in_turn(Page("", 429, headers=(("Retry-After", "0"),)), PAGE), Outcome.FETCHED),
    ("silence", hostile.silence, Outcome.TIMEOUT),
    ("slow drip", hostile.slow_drip, Outcome.TOO_SLOW),
    ("reset in mid-body", hostile.reset_in_body, Outcome.CONNECTION_FAILED),
    ("cut short", hostile.cut_short, Outcome.CONNECTION_FAILED),
    ("gibberish", hostile.gibberish, Outcome.BAD_RESPONSE),
    ("100 MB", hostile.endless_page, Outcome.TOO_LARGE),
    ("100 MB announced", hostile.announced, Outcome.TOO_LARGE),
    ("two lengths", Page("x", headers=(("Content-Length", "100000000"),)), Outcome.BAD_RESPONSE),
    ("gzip bomb", hostile.gzip_bomb(), Outcome.TOO_LARGE),
    ("torn gzip", Page(gzip.compress(b"x" * 9999)[:-9], headers=(("Content-Encoding", "gzip"),)), Outcome.BAD_RESPONSE),
    ("no gzip at all", Page("<p>chữ", headers=(("Content-Encoding", "gzip"),)), Outcome.BAD_RESPONSE),
    ("unasked brotli", Page("x", headers=(("Content-Encoding", "br"),)), Outcome.BAD_RESPONSE),
    ("304 to nobody's question", Page("", 304), Outcome.BAD_RESPONSE),
    ("part of a page", Page("x", 206), Outcome.BAD_RESPONSE),
    ("nothing to show", Page("", 204), Outcome.BAD_RESPONSE),
    ("redirect to nowhere", Page("", 302), Outcome.BAD_RESPONSE),
    ("picture", Page(b"\xff\xd8", content_type="image/jpeg"), Outcome.NOT_A_PAGE),
    ("scan", Page(b"%PDF", content_type="application/pdf"), Outcome.NOT_A_PAGE),
    ("D1N challenge", Page(hostile.D1N), Outcome.CHALLENGED),
    ("denied by a firewall", Page("<title>Access Denied | Viettel WAF</title>" + " " * 5000, 403), Outcome.CHALLENGED),
    ("waiting room", Page("<title>Just a moment...</title>" + " " * 5000, 503), Outcome.CHALLENGED),
    ("redirect to itself", redirect("/case"), Outcome.REDIRECT_LOOP),
    ("redirect to the inside", redirect("http://127.0.0.1:1/"), Outcome.FORBIDDEN_HOST),
    ("redirect to localhost", redirect("http://localhost/"), Outcome.FORBIDDEN_HOST),
    ("redirect to metadata", redirect("http://169.254.169.254/latest/meta-data/"), Outcome.FORBIDDEN_HOST),
    ("redirect to another site", redirect("https://example.org/"), Outcome.FORBIDDEN_HOST),
    ("redirect to a file", redirect("file:///etc/passwd"), Outcome.FORBIDDEN_HOST),
    ("broken redirect", redirect("http://[::1"), Outcome.BAD_RESPONSE),
    ("redirect to a page", redirect("/plain"), Outcome.FETCHED),
]


@pytest.mark.parametrize(("answer", "outcome"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_every_case_has_its_outcome(answer: hostile.Answer, outcome: Outcome) -> None:
    with serving({"/case": answer, "/plain": PAGE}) as server:
        response = fetch(server, "/case")
    assert response.outcome is outcome, response.message
    assert response.url == f"{server.base}/case"
    assert bool(response.message) is (outcome is not Outcome.FETCHED)
    if outcome is not Outcome.FETCHED:
        assert response.content == b""


def test_the_outcomes_fall_into_four_kinds() -> None:
    assert set(Outcome) == PAGES | SETTLED | UNASKED | TROUBLE
    assert len(Outcome) == sum(map(len, (PAGES, SETTLED, UNASKED, TROUBLE)))


def test_a_page_comes_as_it_was_sent() -> None:
    body = "<h1>Khối thi đua</h1>".encode("cp1258", "ignore")
    with serving({"/x": Page(body, content_type="text/html; Charset='windows-1258'")}) as server:
        response = fetch(server, "/x")
    assert response.content == body
    assert response.charset == "windows-1258"
    assert response.status == 200


def test_the_crawler_introduces_itself() -> None:
    with serving({"/x": PAGE}) as server:
        fetch(server, "/x")
    for request in server.log:
        assert request.headers["user-agent"].startswith("Thidua/")
        assert CONTACT in request.headers["user-agent"]
        assert request.headers["host"] == f"127.0.0.1:{server.port}"
    with pytest.raises(ValueError, match="contact"):
        user_agent("nobody")


def test_a_page_in_trouble_is_tried_again_and_then_left() -> None:
    with serving({"/x": Page("", 500)}) as server:
        response = fetch(server, "/x")
        assert response.tries == 3
        assert server.paths().count("/x") == 3
        assert fetch(server, "/x", replace(QUICK, tries=1)).tries == 1


@pytest.mark.parametrize("how", ["seconds", "date"])
def test_retry_after_is_obeyed(how: str) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)
    busy = Page("", 429, headers=(("Retry-After", "1" if how == "seconds" else soon),))
    with serving({"/x": in_turn(busy, PAGE)}) as server:
        assert fetch(server, "/x", replace(QUICK, patience=5)).outcome is Outcome.FETCHED
    first, second = (request.at for request in server.log if request.path == "/x")
    assert second - first >= 1


def test_a_long_retry_after_pauses_the_host() -> None:
    with serving({"/x": Page("", 429, headers=(("Retry-After", "3600"),)), "/y": PAGE}) as server:

        async def ask() -> None:
            source = server.source()
            async with Fetcher(CONTACT, QUICK) as fetcher:
                first = await fetcher.fetch(f"{server.base}/x", source)
                assert first.outcome is Outcome.THROTTLED
                assert first.retry_at and first.retry_at > datetime.now(UTC) + timedelta(minutes=50)
                second = await fetcher.fetch(f"{server.base}/y", source)
                assert second.outcome is Outcome.HOST_PAUSED
                records = fetcher.records
            async with Fetcher(CONTACT, QUICK, records) as later:  # the next run knows
                assert (await later.fetch(f"{server.base}/y", source)).outcome is Outcome.HOST_PAUSED

        asyncio.run(ask())
        assert "/y" not in server.paths()


def test_a_host_that_only_fails_is_left_alone() -> None:
    with serving({"*": Page("", 500), "/robots.txt": robots("")}) as server:

        async def ask() -> list[Outcome]:
            async with Fetcher(CONTACT, QUICK) as fetcher:
                source = server.source()
                return [(await fetcher.fetch(f"{server.base}/{n}", source)).outcome for n in range(20)]

        outcomes = asyncio.run(ask())
    assert outcomes[0] is Outcome.SERVER_ERROR
    assert set(outcomes[2:]) == {Outcome.HOST_PAUSED}
    assert len(server.log) <= 1 + QUICK.give_up


# robots.txt


@pytest.mark.parametrize(
    ("answer", "path", "outcome"),
    [
        (robots("User-agent: *\nDisallow: /cam/"), "/cam/x", Outcome.FORBIDDEN_BY_ROBOTS),
        (robots("User-agent: *\nDisallow: /cam/"), "/x", Outcome.FETCHED),
        (robots("\ufeffUser-agent: *\nDisallow: /cam/"), "/cam/x", Outcome.FORBIDDEN_BY_ROBOTS),  # BOM
        (robots("User-agent: *\nDisallow: /*/print$"), "/x/print", Outcome.FORBIDDEN_BY_ROBOTS),
        (robots("User-agent: thidua\nDisallow: /\n\nUser-agent: *\nAllow: /"), "/x", Outcome.FORBIDDEN_BY_ROBOTS),
        (robots("User-agent: GPTBot\nDisallow: /"), "/x", Outcome.FETCHED),
        (robots(""), "/x", Outcome.FETCHED),
        (Page("", 404), "/x", Outcome.FETCHED),
        (Page("", 403), "/x", Outcome.FETCHED),  # RFC 9309: 4xx means that there are no rules
        (Page("<!DOCTYPE html><title>Trang chủ</title>"), "/x", Outcome.ROBOTS_UNAVAILABLE),
        (Page("", 500), "/x", Outcome.ROBOTS_UNAVAILABLE),
        (Page("", 429), "/x", Outcome.ROBOTS_UNAVAILABLE),
        (hostile.silence, "/x", Outcome.ROBOTS_UNAVAILABLE),
        (redirect("https://example.org/robots.txt"), "/x", Outcome.ROBOTS_UNAVAILABLE),
        (redirect("/r.txt"), "/cam/x", Outcome.FORBIDDEN_BY_ROBOTS),
        (Page(hostile.D1N), "/x", Outcome.ROBOTS_UNAVAILABLE),
    ],
)
def test_robots_txt(answer: hostile.Answer, path: str, outcome: Outcome) -> None:
    pages = {"/robots.txt": answer, "/r.txt": robots("User-agent: *\nDisallow: /cam/"), "*": PAGE}
    with serving(pages) as server:
        response = fetch(server, path, replace(QUICK, give_up=9))
    assert response.outcome is outcome, response.message
    assert (path in server.paths()) is (outcome is Outcome.FETCHED)


def test_html_in_place_of_robots_counts_as_none_where_someone_said_so() -> None:
    with serving({"/robots.txt": Page("<html>Không tìm thấy</html>"), "/x": PAGE}) as server:
        assert fetch(server, "/x", robots_html=True).outcome is Outcome.FETCHED


def test_robots_txt_is_asked_for_once_a_day() -> None:
    with serving({"/robots.txt": robots("User-agent: *\nCrawl-delay: 0.2"), "*": PAGE}) as server:

        async def ask(records: dict[str, HostRecord]) -> dict[str, HostRecord]:
            async with Fetcher(CONTACT, QUICK, records) as fetcher:
                for n in range(3):
                    await fetcher.fetch(f"{server.base}/{n}", server.source())
                return fetcher.records

        records = asyncio.run(ask({}))
        asyncio.run(ask(records))
        assert server.paths().count("/robots.txt") == 1
        old = {name: replace(record, robots_at=time.time() - 90_000) for name, record in records.items()}
        asyncio.run(ask(old))
        assert server.paths().count("/robots.txt") == 2
    assert min(server.gaps()[1:3]) >= 0.2  # its Crawl-delay is slower than the source's rate


def test_sitemaps_and_delay_of_robots_txt() -> None:
    text = "Sitemap: http://a.vn/s.xml\nUser-agent: *\nRequest-rate: 1/10\nCrawl-delay: 2"
    found = read_robots(Response(Outcome.FETCHED, "u", "u", content=text.encode()))
    assert found.sitemaps == ("http://a.vn/s.xml",)
    assert found.delay == 10


# pace


def test_a_host_is_never_asked_faster_than_its_rate() -> None:
    answers = {"/0": redirect("/1"), "/5": Page("", 500), "/6": hostile.reset_in_body, "*": PAGE}
    with serving(answers) as server:

        async def ask() -> None:
            async with Fetcher(CONTACT, QUICK) as fetcher:
                source = server.source(rate=20.0)
                await asyncio.gather(*(fetcher.fetch(f"{server.base}/{n}", source) for n in range(10)))

        asyncio.run(ask())
    assert len(server.log) >= 12
    assert min(server.gaps()) >= 1 / 20


def test_hosts_run_side_by_side() -> None:
    pages: dict[str, hostile.Answer] = {"*": replace(PAGE, delay=0.2), "/robots.txt": robots("")}
    with serving(pages) as one, serving(pages) as two:

        async def ask() -> None:
            async with Fetcher(CONTACT, QUICK) as fetcher:
                await asyncio.gather(*(fetcher.fetch(f"{s.base}/x", s.source()) for s in (one, two)))

        asyncio.run(ask())
    ended = one.log[-1].at + 0.2
    assert two.log[-1].at < ended  # the second was asked while the first still thought


# conditional requests


def test_an_unchanged_page_is_not_sent_again() -> None:
    with serving({"/x": PAGE}) as server:

        async def ask() -> Response:
            async with Fetcher(CONTACT, QUICK) as fetcher:
                first = await fetcher.fetch(f"{server.base}/x", server.source())
                validators = {"etag": first.header("etag"), "last_modified": first.header("last-modified")}
                return await fetcher.fetch(f"{server.base}/x", server.source(), **validators)

        second = asyncio.run(ask())
    assert second.outcome is Outcome.NOT_MODIFIED
    assert server.log[-1].conditional


# where a name may lead


@pytest.mark.parametrize(
    ("address", "allowed", "local"),
    [
        ("203.162.0.11", True, True),
        ("2001:dc8::1", True, True),
        ("127.0.0.1", False, True),
        ("127.8.8.8", False, True),
        ("::1", False, True),
        ("::ffff:127.0.0.1", False, True),
        ("0.0.0.0", False, False),
        ("10.1.2.3", False, False),
        ("172.16.0.1", False, False),
        ("192.168.1.1", False, False),
        ("169.254.169.254", False, False),
        ("100.64.0.1", False, False),
        ("224.0.0.1", False, False),
        ("255.255.255.255", False, False),
        ("fe80::1", False, False),
        ("fe80::1%eth0", False, False),
        ("fd00::1", False, False),
        ("::ffff:10.0.0.1", False, False),
        ("64:ff9b::a9fe:a9fe", False, False),  # NAT64 form of 169.254.169.254
        ("2002:a9fe:a9fe::1", False, False),  # 6to4 form
        ("64:ff9b::cba2:b", True, True),
    ],
)
def test_addresses(address: str, allowed: bool, local: bool) -> None:
    assert is_allowed(address) is allowed
    assert is_allowed(address, local=True) is local


def test_a_name_that_leads_inside_is_not_followed() -> None:
    with pytest.raises(ForbiddenAddress, match="127"):
        asyncio.run(resolve("localhost", 80))
    assert "127.0.0.1" in asyncio.run(resolve("localhost", 80, local=True))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_real_source_may_not_be_on_loopback(host: str) -> None:
    with serving({"*": PAGE}, host=host) as server:
        response = fetch(server, "/x", local=False)
        assert (response.outcome, response.cause) == (Outcome.ROBOTS_UNAVAILABLE, Outcome.FORBIDDEN_ADDRESS)
        assert "not a public address" in response.message
        assert server.log == []
        assert fetch(server, "/x").outcome is Outcome.FETCHED  # declared as a test server


def test_only_the_sources_own_hosts_are_asked() -> None:
    with serving({"*": PAGE}) as other, serving({"/x": redirect(f"{other.base}/y"), "/y": PAGE}) as server:
        assert fetch(server, "/x").outcome is Outcome.FORBIDDEN_HOST
        assert other.log == []
        mirrored = fetch(server, "/x", mirrors=(other.base,))
        assert mirrored.outcome is Outcome.FETCHED
        assert mirrored.final_url == f"{other.base}/y"


def test_names_and_ports_without_a_server() -> None:
    with serving() as server:
        port = server.port
    gone = Server({}, port=port)
    assert fetch(gone, "/x").outcome is Outcome.ROBOTS_UNAVAILABLE
    lost = Server({}, port=80, host="khong-co.invalid")
    assert fetch(lost, "/x").cause is Outcome.NO_SUCH_HOST


def test_the_environments_proxy_is_not_used_on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving({"*": PAGE}) as server:
        assert fetch(server, "/x").outcome is Outcome.FETCHED


def test_a_proxy_for_real_hosts_gets_the_name_and_never_an_inner_address(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"*": PAGE}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.base)
        monkeypatch.setenv("no_proxy", "")
        portal = Server({}, port=80, host="cong.example.vn")
        assert fetch(portal, "/x", local=False).outcome is Outcome.FETCHED
        assert proxy.paths() == ["http://cong.example.vn/robots.txt", "http://cong.example.vn/x"]
        inner = Server({}, port=80, host="169.254.169.254")
        assert "not a public address" in fetch(inner, "/x", local=False).message
        assert len(proxy.log) == 2


def test_a_host_without_https_is_asked_on_port_80_and_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    moved = [redirect("https://cong.example.vn/moi"), PAGE]
    answers: dict[str, hostile.Answer] = {
        "cong.example.vn:443": Page("", 502),  # what a proxy says to CONNECT when nobody listens
        "http://cong.example.vn/moved": lambda _: moved.pop(0),
        "*": PAGE,
    }
    with serving(answers) as proxy:
        monkeypatch.setenv("http_proxy", proxy.base)
        monkeypatch.setenv("https_proxy", proxy.base)
        monkeypatch.setenv("no_proxy", "")
        source = Source(key="c", name="C", base_url="https://cong.example.vn", rate=100.0)

        async def ask() -> list[Response]:
            async with Fetcher(CONTACT, replace(QUICK, tries=1)) as fetcher:
                first = await fetcher.fetch("https://cong.example.vn/x", source)
                second = await fetcher.fetch("https://cong.example.vn/y", source)
                assert fetcher.records["cong.example.vn"].plain_http
                await fetcher.fetch("https://cong.example.vn/moved", source)  # now it sends us to https
                assert proxy.paths().count("cong.example.vn:443") == 2
                return [first, second]

        responses = asyncio.run(ask())
    assert [response.outcome for response in responses] == [Outcome.FETCHED, Outcome.FETCHED]
    assert [response.final_url for response in responses] == ["http://cong.example.vn/x", "http://cong.example.vn/y"]


# parts


@given(st.binary(max_size=3000), st.integers(1, 400), st.sampled_from(["gzip", "deflate", "raw", "members", ""]))
def test_unpacking_in_pieces_gives_the_whole(body: bytes, step: int, how: str) -> None:
    half = len(body) // 2
    raw = zlib.compressobj(wbits=-15)
    sent, encoding = {
        "gzip": (gzip.compress(body), "gzip"),
        "deflate": (zlib.compress(body), "deflate"),
        "raw": (raw.compress(body) + raw.flush(), "deflate"),
        "members": (gzip.compress(body[:half]) + gzip.compress(body[half:]) + b"\0\0", "x-gzip"),
        "": (body, ""),
    }[how]
    inflater = Inflater(encoding, cap=len(body))
    for start in range(0, len(sent), step):
        inflater.feed(sent[start : start + step])
    assert inflater.content() == body
    if body:
        with pytest.raises(TooLarge):
            Inflater(encoding, cap=len(body) - 1).feed(sent)


@given(st.binary(min_size=1, max_size=300))
def test_unpacking_rubbish_is_an_error_or_bytes(rubbish: bytes) -> None:
    inflater = Inflater("gzip", cap=10_000)
    try:
        inflater.feed(rubbish)
        inflater.content()
    except (BadEncoding, TooLarge):
        pass


@pytest.mark.parametrize(
    ("content", "status", "name"),
    [
        (hostile.D1N, 200, "cloudrity"),
        ("<html><head><script>document.cookie='a=1';window.location.reload()</script></head></html>", 200, "script"),
        ("<title>Just a moment...</title>" + "x" * 9000, 403, "cloudflare"),
        ("<title>Access Denied | Viettel WAF</title>", 200, "cloudrity"),
        ("<p>Bài viết</p>" * 100 + hostile.D1N, 200, None),  # an article that quotes the script
        ("<title>Just a moment in Huế</title>", 200, None),
        ("<p>Khối thi đua</p>", 200, None),
        ("", 403, None),
    ],
)
def test_challenges(content: str, status: int, name: str | None) -> None:
    assert challenge(content.encode(), status) == name


@pytest.fixture(autouse=True)
def no_proxy_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    yield
