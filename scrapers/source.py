"""What a source is: a site that publishes reports, declared in TOML, not coded.

The list of real ones is the packaged `sources.toml`. A user's own file, `DATA/sources.toml`, is merged over it entry by
entry and field by field, so that it holds only what differs: new sources, and what a check found out about known ones.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import SplitResult, urlsplit

Kind = Literal["portal", "department", "district", "union", "party", "tv", "newspaper", "sample"]
"""Who publishes. `sample` is a demonstration or test site; it never mixes with real ones."""

State = Literal["verified", "unverified", "frozen", "gone"]
"""`verified`: seen alive with reports that can be read. `frozen`: answers, but publishes nothing new. `gone`: moved or
switched off; only archives still hold its pages. `unverified`: nobody has looked yet, or the last look failed."""

TlsException = Literal["legacy-renegotiation", "security-level-1"]
"""What an old server needs beyond a modern default: RFC 5746 absent, or keys and ciphers below OpenSSL's level 2."""

Platform = Literal[
    "webcenter", "sharepoint", "liferay", "vnpt", "websphere", "dotnetnuke", "nukeviet", "drupal", "joomla",
    "wordpress", "aspnet", "yyyymm", "epi", "vccorp", "mastercms", "aid", "bmain", "generic",
]  # fmt: skip
"""The portal families; `generic` where none is known."""


class SourceError(ValueError):
    """A source's entry in TOML cannot be used; the message names the entry, the field and what is allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One site.

    Attributes:
        key: Short, unique and stable: the host without `www.`, and a path where several sources share the host.
        name: The publisher's name, as it is known.
        base_url: The home page.
        mirrors: Other home pages of the same site: old domains, mobile and test copies.
        province: The bare name of the province that the publisher served when it was founded, "Trung ương" for
            national ones; `province_2025` after the mergers of 1 July 2025.
        platform: The portal's family, a module of `scrapers.platforms`.
        feeds, sitemaps, listings: Addresses to begin from. Where all are empty, they are discovered.
        searches: Addresses with `{query}` in place of the percent-encoded words searched for.
        example: One known article, for checks.
        rate: Requests a second, at most. robots.txt can only lower it.
        tls: What the host's old server needs, for this host alone.
        ca_file: PEM file with certificates to trust for this host alone (an intermediate that the server forgets).
        local: The host may resolve to a loopback address. For demonstration and test servers only.
        robots_html: The site answers /robots.txt with its HTML error page, and someone has seen that it has none.
        last_checked: The day of the last check.
        last_known: When the site was last known to be alive, as far as anyone wrote it down ("2026-09", "2019-21").
        note: Anything a reader of the list should know.
    """

    key: str
    name: str
    base_url: str
    mirrors: tuple[str, ...] = ()
    province: str | None = None
    province_2025: str | None = None
    kind: Kind = "newspaper"
    platform: Platform = "generic"
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    example: str | None = None
    rate: float = 1.0
    tls: tuple[TlsException, ...] = ()
    ca_file: str | None = None
    local: bool = False
    robots_html: bool = False
    state: State = "unverified"
    last_checked: date | None = None
    last_known: str | None = None
    note: str | None = None

    def hosts(self) -> frozenset[str]:
        """Return the hosts that belong to this source, with and without `www.`; the port is part of it if unusual.

        Nothing outside of this set is ever fetched for the source, redirects included.
        """
        return hosts_of(self.base_url, self.mirrors)

    def covers(self, url: str) -> bool:
        """Tell whether a URL is on one of the source's hosts."""
        return authority(url) in self.hosts()


@lru_cache(maxsize=4096)
def hosts_of(base_url: str, mirrors: tuple[str, ...]) -> frozenset[str]:
    """Return the hosts of a source, see `Source.hosts`."""
    bare = {authority(url).removeprefix("www.") for url in (base_url, *mirrors)}
    return frozenset(bare | {f"www.{host}" for host in bare if not _is_numeric(host)})


def authority(url: str) -> str:
    """Return a URL's host in lower case, with its port only if that is not the scheme's own ("" for no web address)."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return _authority(parts.scheme, parts.netloc)


@lru_cache(maxsize=4096)
def _authority(scheme: str, netloc: str) -> str:
    parts = SplitResult(scheme, netloc, "", "", "")
    try:
        port, host = parts.port, (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:  # UnicodeError too: no name that IDNA allows
        return ""
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[\w.-]+|[\da-f:.]+", host):
        return ""
    usual = {"http": 80, "https": 443}[parts.scheme]
    host = f"[{host}]" if ":" in host else host
    return host if port in (None, usual) else f"{host}:{port}"


def load_sources(data: Path | None = None) -> dict[str, Source]:
    """Return every declared source by key: the packaged ones, with `data/sources.toml` merged over them.

    Raises:
        SourceError: an entry has an unknown field or value.
    """
    entries = _read(files("scrapers").joinpath("sources.toml").read_text(encoding="utf-8"), "scrapers/sources.toml")
    own = own_file(data) if data else None
    if own and own.exists():
        for key, entry in _read(_text_of(own), str(own)).items():
            entries[key] = {**entries.get(key, {}), **entry}
    return {key: _build(key, entry) for key, entry in entries.items()}


def own_file(data: Path) -> Path:
    """Return where a user's own sources are declared."""
    return data / "sources.toml"


def save_source(source: Source, data: Path) -> Path:
    """Write a source to the user's file, see `save_sources`."""
    return save_sources([source], data)


def save_sources(sources: Iterable[Source], data: Path) -> Path:
    """Write sources to the user's file, as far as they differ from the packaged entries; return the file.

    Other entries and their comments stay as they are. The file is replaced in one step, so that a reader never sees
    half of it.
    """
    path, sources = own_file(data), list(sources)
    if not sources:
        return path
    packaged = load_sources()
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for source in sources:
        lines = [f"[sources.{_toml(source.key)}]"]
        for field in fields(Source):
            value, known = getattr(source, field.name), _known(packaged.get(source.key), field)
            if field.name != "key" and value != known:
                lines.append(f"{field.name} = {_toml(value)}")
        text = f"{_without(text, source.key).rstrip()}\n\n".lstrip() + "\n".join(lines) + "\n"
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
    return path


def source_of(url: str, sources: Iterable[Source]) -> Source | None:
    """Return the source that a URL belongs to, None if no source has its host.

    Of several on one host it is the one with the longest fitting path, and a living one before one that is gone.
    """
    host = authority(url)
    fitting = [source for source in sources if host in source.hosts()]
    return max(fitting, key=lambda s: (_path_fit(s, url), s.state != "gone"), default=None)


def _path_fit(source: Source, url: str) -> int:
    path = urlsplit(source.base_url).path.rstrip("/")
    return len(path) if path and urlsplit(url).path.startswith(path) else 0


def _is_numeric(host: str) -> bool:
    return host.startswith("[") or bool(re.fullmatch(r"[\d.]+(:\d+)?|localhost(:\d+)?", host))


def _text_of(own: Path) -> str:
    try:
        return own.read_text(encoding="utf-8-sig")  # some editors put a mark before UTF-8
    except UnicodeDecodeError as error:
        raise SourceError(f"{own} is not in UTF-8; save it as UTF-8, or move it away") from error


def _read(text: str, where: str) -> dict[str, dict[str, Any]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(f"{where} is not valid TOML ({error}); mend it or move it away") from error
    unknown = set(tables) - {"sources"}
    if unknown:
        raise SourceError(
            f'{where}: {", ".join(sorted(unknown))} is not known; every source begins [sources."its.host"]'
        )
    entries = tables.get("sources", {})
    if not isinstance(entries, dict) or not all(isinstance(entry, dict) for entry in entries.values()):
        raise SourceError(f'{where}: every source is a table, [sources."its.host"]')
    return entries


def _build(key: str, entry: Mapping[str, Any]) -> Source:
    known = {field.name: field for field in fields(Source)}
    unknown = set(entry) - set(known) | {"key"} & set(entry)
    if unknown:
        raise SourceError(f"source {key}: unknown field {', '.join(sorted(unknown))}; known are {', '.join(known)}")
    missing = {"name", "base_url"} - set(entry)
    if missing:
        raise SourceError(f"source {key}: {' and '.join(sorted(missing))} must be given")
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
    source = Source(key=key, **values)
    _check(source)
    return replace(source, rate=float(source.rate))


def _check(source: Source) -> None:
    """Raise SourceError for a value that no code could use."""
    for field in fields(Source):
        value = getattr(source, field.name)
        if field.name not in ("rate", "last_checked") and value is not None and not _is_of_type(value, field.default):
            raise SourceError(f"source {source.key}: {field.name} is {_type_wanted(field.default)}")
    for name, allowed in (("kind", Kind), ("state", State), ("platform", Platform)):
        if getattr(source, name) not in get_args(allowed):
            raise SourceError(f"source {source.key}: {name} must be one of {', '.join(get_args(allowed))}")
    if set(source.tls) - set(get_args(TlsException)):
        raise SourceError(f"source {source.key}: tls may hold {', '.join(get_args(TlsException))}")
    for url in (source.base_url, *source.mirrors, *source.feeds, *source.sitemaps, *source.listings, *source.searches):
        if not authority(url):
            raise SourceError(f"source {source.key}: {url!r} is no http(s) address")
    if not isinstance(source.rate, int | float) or not 0 < source.rate <= 100:
        raise SourceError(f"source {source.key}: rate is requests a second, more than 0 and at most 100")
    if source.last_checked is not None and type(source.last_checked) is not date:
        raise SourceError(f"source {source.key}: last_checked is a day, as in 2026-11-30, without quotes")


def _is_of_type(value: Any, default: Any) -> bool:
    """Whether a value is a list of texts, a truth value or a text, as the field's default is."""
    if isinstance(default, tuple):
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    return isinstance(value, bool if isinstance(default, bool) else str)


def _type_wanted(default: Any) -> str:
    if isinstance(default, tuple):
        return 'a list of texts, as in ["https://..."]'
    return "true or false" if isinstance(default, bool) else "a text, in quotes"


def _known(packaged: Source | None, field: Any) -> Any:
    if packaged is not None:
        return getattr(packaged, field.name)
    return None if field.default is MISSING else field.default


def _without(text: str, key: str) -> str:
    """Return a TOML text without one source's table."""
    header = re.escape(f"[sources.{_toml(key)}]")
    return re.sub(rf"(?ms)^{header}[^\n]*\n.*?(?=^\[|\Z)", "", text)


def _toml(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
