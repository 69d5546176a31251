"""A record in Jupyter: marks under the right words, everything escaped, nothing fetched; and no burden elsewhere."""

from __future__ import annotations

import copy
import pickle
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.article import Article, Section
from pipeline.html import COLOURS, MAX_CHARACTERS, MAX_FACTS, VIETNAMESE
from pipeline.pages import read_copied_page
from pipeline.record import ALL_KINDS, Award, Bloc, Evidence, Fact, Leader, Member, Person, Problem, Record

TEXT = "Hôm nay: 708\n\nKhối 1 (mới) bầu “Sở Y tế” làm Trưởng khối; tặng Cờ thi đua cho Sở Y tế & <b>Báo</b>."


def span(slot: str, quote: str, text: str = TEXT, after: int = 0) -> Evidence:
    start = text.index(quote, after)
    return Evidence(slot, start, start + len(quote), quote)


def leader(*evidence: Evidence) -> Leader:
    return Leader(bloc="Khối 1", role="leader", agency="Sở Y tế", status="elected", rule="r", evidence=evidence)


def record(text: str = TEXT, **facts: tuple[Fact, ...]) -> Record:
    chrome = (Section("chrome", 0, 12),) if text == TEXT else ()
    values: dict[str, object] = {"article_id": "a1", "title": "Khối 1 họp", "published": "2024-01-16", **facts}
    return Record(**values, article=Article("a1", text, chrome))  # type: ignore[arg-type]


class Page(HTMLParser):
    """The page's tags, in balance, and its visible text; bars' labels and the list of facts apart."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag != "br":
            self.open.append("label" if "font: bold 9px" in str(dict(attrs).get("style")) else tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() in (tag, "label")

    def handle_data(self, data: str) -> None:
        if "label" not in self.open and "details" not in self.open:
            self.text += data


def labels(html: str) -> list[str]:
    return re.findall(r"font: bold 9px/1 sans-serif\">\s*(\w+)", html)


def test_marks_stand_under_their_words() -> None:
    html = record(
        leaders=(leader(span("trigger", "bầu"), span("agency", "Sở Y tế"), span("bloc", "Khối 1")),),
        awards=(Award(bloc="Khối 1", award="Cờ thi đua", grantor=None, recipient="Sở Y tế", recipient_kind="agency", status="conferred", rule="r",
                      evidence=(span("award", "Cờ thi đua"), span("recipient", "Sở Y tế"), span("recipient", "Sở Y tế", after=70))),),
    )._repr_html_()  # fmt: skip
    assert labels(html) == ["bloc", "leader", "award", "leader", "award", "award"]
    assert " ".join(Page(html).text.split()).endswith(" ".join(TEXT.split()))  # no word or space too many
    assert '<div style="margin: 0.35em 0; opacity: 0.5"><div>Hôm nay: 708' in html
    assert html.count("opacity") == 1


def test_marks_that_overlap_are_both_shown_and_neighbours_of_one_kind_are_one() -> None:
    text = "Chiều, bà Lê Thị A Phó Giám đốc Sở Y tế làm Trưởng khối."
    person = Person(name="Lê Thị A", title="Phó Giám đốc", agency="Sở Y tế", rule="r",
                    evidence=(span("name", "Lê Thị A", text), span("title", "Phó Giám đốc", text), span("agency", "Sở Y tế", text)))  # fmt: skip
    crossing = leader(span("agency", "đốc Sở Y tế làm", text))
    html = record(text, people=(person,), leaders=(crossing,))._repr_html_()
    assert labels(html) == ["person", "leader"]
    for words, bars in (("Phó ", 1), ("đốc ", 2), ("Y ", 2), (" làm", 1)):
        [token] = re.findall(rf"height: \d+px\">{words}(.*?)(?=<span style=\"display: inline-block|$)", html, re.S)
        assert len(set(re.findall(r"top: (\d+)px; height: 4px", token))) == bars, words


def test_everything_is_escaped() -> None:
    evil = "<script>alert(1)</script>{x}\"'&amp;"
    text = f"{evil} Khối {evil} {evil}\n{evil}"
    bloc = Bloc(name=evil, bloc_kind="khối", rule=evil, evidence=(span("name", f"Khối {evil}", text),))
    shown = Record(
        article_id=evil,
        title=evil,
        published=evil,
        blocs=(bloc,),
        problems=(Problem(code="odd", message=evil, where=evil),),
        article=Article(evil, text, (Section("title", 0, 5),)),
    )._repr_html_()
    page = Page(shown)
    assert page.tags <= {"div", "span", "b", "br", "code", "i", "details", "summary", "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
    assert page.attributes <= {"style", "class"}
    assert "<script" not in shown and "http" not in shown and "url(" not in shown
    assert " ".join(text.split()) in " ".join(page.text.split())


@settings(max_examples=60)
@given(st.data())
def test_any_marks_on_any_text_leave_the_text_as_it_is(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab ế.,<&“\n{}\t"), min_size=1, max_size=60))
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=6))
    kinds = data.draw(st.lists(st.sampled_from(["agency", "bloc"]), min_size=6, max_size=6))
    evidence = tuple(Evidence(k, *sorted(s), text[slice(*sorted(s))]) for s, k in zip(spans, kinds, strict=False))
    member = Member(bloc="b", agency="a", rule="r", evidence=evidence)
    html = record(text, members=(member,), leaders=(leader(*evidence[:2]),))._repr_html_()
    assert re.sub(r"\s", "", Page(html).text).endswith(re.sub(r"\s", "", text))
    assert "{text}" not in html and "\u2060" not in html


def test_long_texts_and_many_facts_are_bounded() -> None:
    for text in ("Khối 1 họp.\n" * 20_000, "Khối 1 họp. " * 20_000):
        members = tuple(Member(bloc="Khối 1", agency=f"Xã {n}", rule="r", evidence=(Evidence("agency", n * 12, n * 12 + 6, "Khối 1"),)) for n in range(300))  # fmt: skip
        html = record(text, members=members)._repr_html_()
        assert "more characters are not shown" in html and f"… {300 - MAX_FACTS} more" in html
        assert len(Page(html).text) < MAX_CHARACTERS + 500


def test_without_its_article_a_record_shows_its_facts() -> None:
    html = replace(record(leaders=(leader(span("agency", "Sở Y tế")),)), article=None)._repr_html_()
    assert "1 fact," in html and "agency: “Sở Y tế”" in unescape(html) and not labels(html)
    assert "no facts" in Record(article_id="a", title=None, published=None)._repr_html_()


def test_each_kind_has_its_colour_and_vietnamese_name() -> None:
    assert set(COLOURS) == set(VIETNAMESE) == set(ALL_KINDS)
    assert len(set(COLOURS.values())) == len(ALL_KINDS)
    for colour in COLOURS.values():  # black letters on it: contrast of 4.5 or more (WCAG 2)
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        light = sum(
            share * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
            for share, part in ((0.2126, red), (0.7152, green), (0.0722, blue))
        )
        assert (light + 0.05) / 0.05 >= 4.5, colour


@pytest.mark.parametrize("workers", [1, 2])
def test_extracted_records_have_their_text_and_say_no_more(workers: int, reports: Path) -> None:
    articles = [read_copied_page(path.read_text("utf-8"), path.stem) for path in sorted(reports.glob("*.txt"))[:4]]
    articles.insert(2, Article("long", "x" * 200_001))
    for article, found in zip(articles, pipeline.extract_many(articles, workers=workers), strict=True):
        assert found.article == article
        assert found == replace(found, article=None) and "article=" not in repr(found)
        assert "article" not in found.to_dict() and article.text not in repr(found)
        assert found._repr_html_().startswith("<div")


def test_a_pickle_or_copy_leaves_the_article_behind() -> None:
    full = record(leaders=(leader(span("agency", "Sở Y tế")),))
    bare = replace(full, article=None)
    assert pickle.dumps(full) == pickle.dumps(bare)
    for copied in (pickle.loads(pickle.dumps(full)), copy.deepcopy(full), copy.copy(full)):
        assert copied == full and copied.article is None
    assert hash(full) == hash(bare)
