"""Sources: the packaged list, a user's own entries over it, and what an entry may hold."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.platforms import FAMILIES
from scrapers.source import Source, SourceError, authority, load_sources, own_file, save_source, source_of

PORTAL = Source(key="a.gov.vn", name="Cổng A", base_url="https://www.a.gov.vn", mirrors=("http://m.a.vn",))


def test_the_packaged_list_is_whole() -> None:
    sources = load_sources()
    assert len(sources) == 160
    assert {source.kind for source in sources.values()} == {
        "portal", "department", "district", "union", "party", "tv", "newspaper",
    }  # fmt: skip
    families = {family.name for family in FAMILIES} | {"generic"}
    for key, source in sources.items():
        assert source.key == key
        assert source.province and source.province_2025
        assert source.platform in families
        assert not source.local
        assert source.example is None or source.covers(source.example)
        assert source.rate <= 1
        if source.state in ("frozen", "gone"):
            assert source.note


def test_hosts_are_the_only_ones_that_belong() -> None:
    assert PORTAL.hosts() == {"a.gov.vn", "www.a.gov.vn", "m.a.vn", "www.m.a.vn"}
    assert PORTAL.covers("http://a.gov.vn/x")
    for url in (
        "https://b.gov.vn",
        "https://a.gov.vn.evil.vn/",
        "https://evil.vn/?a.gov.vn",
        "ftp://a.gov.vn/",
        "",
        "x",
    ):
        assert not PORTAL.covers(url)
    here = Source(key="h", name="H", base_url="http://127.0.0.1:8000/")
    assert here.hosts() == {"127.0.0.1:8000"}
    assert not here.covers("http://127.0.0.1:8001/")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://WWW.A.VN:443/x", "www.a.vn"),
        ("http://a.vn:8080", "a.vn:8080"),
        ("http://user:secret@a.vn/", "a.vn"),
        ("http://[2001:db8::1]/", "[2001:db8::1]"),
        ("http://tỉnh.vn", "xn--tnh-dlz.vn"),
        ("http://a.vn:99999/", ""),
        ("http://[::1", ""),
        ("http:///x", ""),
        ("mailto:a@b.vn", ""),
        ("/x", ""),
    ],
)
def test_authority(url: str, expected: str) -> None:
    assert authority(url) == expected


def test_of_several_sources_on_one_host_the_fitting_one_is_meant() -> None:
    court = replace(PORTAL, key="a.gov.vn/toa", base_url="https://a.gov.vn/toa")
    gone = replace(PORTAL, key="old", state="gone")
    assert source_of("https://a.gov.vn/toa/tin-1", [PORTAL, court, gone]) == court
    assert source_of("https://a.gov.vn/x", [gone, court, PORTAL]) in (PORTAL, court)
    assert source_of("https://b.vn/", [PORTAL]) is None


def test_a_users_entry_goes_over_the_packaged_one_field_by_field(tmp_path: Path) -> None:
    own_file(tmp_path).write_text(
        '# mine\n[sources."baogialai.com.vn"]\nrate = 0.5  # slower\n\n[sources."moi.vn"]\nname = "Mới"\nbase_url = "https://moi.vn"\n'
    )
    sources = load_sources(tmp_path)
    assert sources["baogialai.com.vn"].rate == 0.5
    assert sources["baogialai.com.vn"].platform == "epi"
    assert sources["moi.vn"].state == "unverified"
    checked = replace(sources["moi.vn"], state="verified", last_checked=date(2026, 11, 21))
    save_source(checked, tmp_path)
    text = own_file(tmp_path).read_text()
    assert "# mine" in text
    assert "rate = 0.5  # slower" in text
    assert "last_checked = 2026-11-21" in text
    assert load_sources(tmp_path)["moi.vn"] == checked
    save_source(replace(checked, state="unverified"), tmp_path)
    assert own_file(tmp_path).read_text().count('[sources."moi.vn"]') == 1


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    known = load_sources()["baogialai.com.vn"]
    save_source(replace(known, state="unverified"), tmp_path)
    entry = tomllib.loads(own_file(tmp_path).read_text())["sources"]["baogialai.com.vn"]
    assert entry == {"state": "unverified"}
    save_source(known, tmp_path)
    assert load_sources(tmp_path)["baogialai.com.vn"] == known


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@settings(max_examples=30)
@given(
    key=ANY_TEXT,
    name=ANY_TEXT,
    note=st.none() | ANY_TEXT,
    rate=st.floats(0.01, 100),
    mirrors=st.lists(st.sampled_from(["http://m.x.vn", "http://y.vn:81/a"]), max_size=2),
    state=st.sampled_from(["verified", "frozen"]),
    day=st.none() | st.dates(),
    local=st.booleans(),
)
def test_an_entry_comes_back_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, **fields: object) -> None:
    data = tmp_path_factory.mktemp("sources")
    mirrors, day = fields.pop("mirrors"), fields.pop("day")
    source = Source(**fields, base_url="http://x.vn", mirrors=tuple(mirrors), last_checked=day)  # type: ignore[arg-type]
    save_source(PORTAL, data)
    save_source(source, data)
    save_source(source, data)
    loaded = load_sources(data)
    assert loaded[source.key] == source
    if source.key != PORTAL.key:
        assert loaded[PORTAL.key] == PORTAL


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('name = "A"', "base_url must be given"),
        ('name = "A"\nbase_url = "https://a.vn"\ncolour = 1', "unknown field colour"),
        ('name = "A"\nbase_url = "https://a.vn"\nkey = "b"', "unknown field key"),
        ('name = "A"\nbase_url = "a.vn"', "no http"),
        ('name = "A"\nbase_url = "https://a.vn"\nkind = "blog"', "kind must be one of"),
        ('name = "A"\nbase_url = "https://a.vn"\nstate = "dead"', "state must be one of"),
        ('name = "A"\nbase_url = "https://a.vn"\nplatform = "myspace"', "platform must be one of"),
        ('name = "A"\nbase_url = "https://a.vn"\ntls = ["off"]', "tls may hold"),
        ('name = "A"\nbase_url = "https://a.vn"\nrate = 0', "rate is requests a second"),
        ('name = "A"\nbase_url = "https://a.vn"\nlast_checked = "2026-11-21"', "without quotes"),
        ('name = "A"\nbase_url = "https://a.vn"\nfeeds = ["/rss"]', "no http"),
        ('name = "A"\nbase_url = "https://a.vn"\nfeeds = "https://a.vn/rss"', "feeds is a list of texts"),
        ('name = "A"\nbase_url = "https://a.vn"\nlocal = "yes"', "local is true or false"),
        ('name = "A"\nbase_url = "https://a.vn"\nca_file = 1', "ca_file is a text"),
        ('name = "A"\nbase_url = "https://a.vn"\n\n[source."b.vn"]\nname = "B"', "source is not known"),
        ("name = ", "not valid TOML"),
    ],
)
def test_an_entry_that_cannot_be_used_is_named(tmp_path: Path, entry: str, message: str) -> None:
    own_file(tmp_path).write_text(f'[sources."a.vn"]\n{entry}\n')
    with pytest.raises(SourceError, match=message):
        load_sources(tmp_path)


def test_a_list_in_another_encoding_is_named_and_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    text = '[sources."a.vn"]\nname = "Báo A"\nbase_url = "https://a.vn"\n'
    own_file(tmp_path).write_text(text, encoding="utf-16")
    with pytest.raises(SourceError, match="not in UTF-8"):
        load_sources(tmp_path)
    own_file(tmp_path).write_text(text, encoding="utf-8-sig")
    assert load_sources(tmp_path)["a.vn"].name == "Báo A"


def test_a_list_that_is_no_table_is_named(tmp_path: Path) -> None:
    own_file(tmp_path).write_text('sources = ["a.vn"]\n')
    with pytest.raises(SourceError, match="every source is a table"):
        load_sources(tmp_path)
