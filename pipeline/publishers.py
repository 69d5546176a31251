"""Which province a page's publisher belongs to, as its own small print says.

The table is `corpora/lexicon/publishers.csv`: newspapers, stations and portals with the tags that open their reports
("(QBĐT) -") and their hosts.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.article import Field
from pipeline.page_lines import Line
from pipeline.text import fold

_TAG = re.compile(r"^\(?\s*([^()\s][^()]{0,23}?)\s*(?:\)\s*[-–:.]?|[-–])")
_HOST = re.compile(r"(?<![\w@.-])(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+vn)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:cổng|trang|website|báo|đài|ptth|pt-th|ubnd|ủy ban nhân dân|hđnd|sở|ban|tỉnh ủy|thành ủy|bản quyền|©)\b",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(r"(?:\btỉnh(?: đoàn| ủy| uỷ)?|\() ?([^()|,]+?)\)?$")
_PORTAL = re.compile(r"\((?:cổng(?: ttđt)?|ctt|cttđt|ttđt|báo|đài)[ -]+(?:tỉnh )?([^()]+)\)")
_MASTHEAD_LINES, _MASTHEAD_WORDS = 12, 16
_SMALL_PRINT = frozenset(("site", "footer", "date", "byline", "menu", "counter"))


@dataclass(frozen=True, slots=True)
class Publishers:
    """Provinces by tag (case-folded), by the publisher's name, by host, and by their own names, those two folded."""

    tags: Mapping[str, str]
    names: Mapping[str, str]
    hosts: Mapping[str, str]
    provinces: Mapping[str, str]
    any_province: re.Pattern[str]


@cache
def load_publishers() -> Publishers:
    """Read the bundled table of publishers."""
    text = (files("corpora") / "lexicon" / "publishers.csv").read_text("utf-8")
    tags: dict[str, str] = {}
    names: dict[str, str] = {}
    hosts: dict[str, str] = {}
    provinces: dict[str, str] = {}
    for row in csv.DictReader(text.splitlines()):
        province = row["province"]
        provinces[fold(province)] = province
        names[fold(row["name"])] = province
        tags |= {tag.casefold(): province for tag in row["tags"].split("|") if tag}
        hosts |= {host: province for host in row["hosts"].split("|") if host}
    any_province = "|".join(sorted(map(re.escape, provinces), key=len, reverse=True))
    return Publishers(tags, names, hosts, provinces, re.compile(rf"(?<!\w)(?:{any_province})(?!\w)"))


def province_of_page(lines: Sequence[Line], fields: Sequence[Field]) -> str | None:
    """Return the province that the page's own chrome, byline or agency tag names, where they name one.

    1. The tag before the report's first words ("(QBĐT) -").
    2. A publisher's name, host or portal in the chrome or the byline ("Cổng thông tin điện tử Phú Yên").

    3. A masthead: a short line above the headline that ends with its province ("THANH TRA TỈNH BÌNH THUẬN").

    Related news and the report itself are not read for it.
    """
    publishers = load_publishers()
    for line, field in zip(lines, fields, strict=True):
        if field in {"lead", "body"} and (tag := _TAG.match(line.text) or _HOST.match(line.text)):
            name = tag[1].casefold().strip()
            if province := publishers.tags.get(name) or publishers.hosts.get(name) or _portal_of(line.text, publishers):
                return province
    for line, field in zip(lines, fields, strict=True):
        named = line.look in _SMALL_PRINT or field == "author" or (line.look == "short" and _OFFICE.match(line.text))
        if field in {"chrome", "author"} and named and (province := _province_in(line.text, publishers)):
            return province
    return _province_of_masthead(lines, fields, publishers)


def _portal_of(text: str, publishers: Publishers) -> str | None:
    """Return the province of the portal that the tag before a text names: "(CTT-Đồng Nai)", "(Cổng TTĐT Sóc Trăng)"."""
    named = _PORTAL.match(fold(text[:60]))
    return publishers.provinces.get(named[1].strip()) if named else None


def _province_of_masthead(lines: Sequence[Line], fields: Sequence[Field], publishers: Publishers) -> str | None:
    """Return the province at the end of one of the first lines, where nothing but chrome stands above the headline."""
    for line, field in list(zip(lines, fields, strict=True))[:_MASTHEAD_LINES]:
        if field != "chrome":
            return None
        folded = fold(line.text)
        named = _MASTHEAD.search(folded)
        if named and len(folded.split()) <= _MASTHEAD_WORDS and (found := publishers.provinces.get(named[1])):
            return found
    return None


def _province_in(text: str, publishers: Publishers) -> str | None:
    for host in _HOST.findall(text):
        labels = host.casefold().split(".")
        for i in range(len(labels) - 1):
            if province := publishers.hosts.get(".".join(labels[i:])):
                return province
    folded = fold(text)
    for name, province in publishers.names.items():
        if name in folded:
            return province
    found = set(publishers.any_province.findall(folded))
    return publishers.provinces[found.pop()] if len(found) == 1 and _OFFICE.search(text) else None
