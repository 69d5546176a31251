"""The tokenizer changes no character, and the pipeline survives bytes, disk, pickle and other processes."""

from __future__ import annotations

import json
import multiprocessing
import os
import pickle
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from reading_rows import language
from spacy.language import Language
from spacy.tokens import Doc

from pipeline import Article, extract, extract_many, load_language
from pipeline.article import Section
from pipeline.language import doc_of
from pipeline.pages import read_copied_page
from pipeline.reading import Reading
from pipeline.tokenizer import NAME

REPORTS = Path(__file__).resolve().parent.parent / "corpora" / "reports"

REPORT = (
    "Ngày 12/01/2023, Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua năm 2022.\n\n"
    "Hội nghị bầu Sở Y tế làm Trưởng khối năm 2023; đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Tư pháp."
)

NAUGHTY = [
    "",
    " ",
    "  ",
    "\n",
    " \n ",
    "\t\t\tSở Y tế",
    "Sở  Y   tế",
    " Sở Y tế ",
    "Sở\u00a0Y\u00a0tế",  # no-break spaces
    "Sở\u200bY\u200btế",  # zero-width spaces
    "Sở\u2009Y\u202ftế\u3000tỉnh",  # thin, narrow, ideographic
    "\ufeffKhối thi đua",  # byte order mark
    "Khối\r\nthi\rđua\x0bsố\x0c5\x85tỉnh\u2028Cà\u2029Mau",  # every kind of line end
    "a\x00b\x01c\x1fd\x7f",  # control characters
    "thi\u00adđua",  # soft hyphen
    "Thể thao-Du lịch–Báo chí—Xuất bản",
    '“Đơn vị dẫn đầu” ‘xuất sắc’ «tiêu biểu» "nhất"',
    "QĐ-UBND/2023/NĐ-CP; 08/1/2023; 1.234,5%; 50.000đ",
    "P.T./.",
    "…………………",
    "((([[[{{{}}}]]])))",
    "_____gạch_dưới_____",
    "https://vi.example.org/tin?a=b&c=d#e ten@example.org",
    "Sở Y tế𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🏳️‍🌈 👩‍👩‍👧‍👦 ✋🏿",
    "ក្រុមប្រឹក្សា ທີ່ປະຊຸມ กระทรวง 部門 부서 министерство وزارة",
    "\u202eoud iht iốhK\u202c",  # right to left
    "e\u0302\u0323 o\u031b\u0301",  # decomposed ệ, ớ
    "\u0301\u0323\u0302",  # marks without a letter
    "ệ" * 5,
    "Z̷̢̧͓͎a̶͖͔l̸̤̫g̵̨̛o̶",
    "١٢٣ ²³ ½ Ⅷ ㊤",
    "đĐðÐ",
    "ﬁ ﬀ ǅ ß ẞ İ ı",
    "\ud7ff\ue000\uffff",
    "Công an tỉnh,Thanh tra tỉnh;Sở Y tế.Báo Cà Mau",
    "<script>alert('khối')</script><!-- ]]>",
    "'; DROP TABLE leaders; --",
    "NULL None nan undefined",
]


def tokens_of(nlp: Language, text: str) -> list[str]:
    return [token.text for token in nlp.make_doc(text)]


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_strings_come_back_whole(text: str) -> None:
    doc = language().make_doc(text)
    assert doc.text == text
    assert "".join(token.text_with_ws for token in doc) == text


@pytest.mark.parametrize("text", [*NAUGHTY, REPORT])
def test_decomposed_text_comes_back_whole(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert "".join(token.text_with_ws for token in language().make_doc(decomposed)) == decomposed


# Everything that Python can hold but lone surrogates, which no decoded file has.
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_whole_with_true_offsets(text: str) -> None:
    doc = language().make_doc(text)
    assert "".join(token.text_with_ws for token in doc) == text
    assert all(text[token.idx : token.idx + len(token.text)] == token.text for token in doc)


@given(
    st.lists(st.sampled_from(["Sở", " ", "  ", "\n", ",", ", ", "Y", "tế", "-", "\u00a0", "\u0323", "e"])).map("".join)
)
def test_any_spacing_comes_back_whole(text: str) -> None:
    assert "".join(token.text_with_ws for token in language().make_doc(text)) == text


@given(
    st.lists(
        st.sampled_from(["Sở", "Khối", "a\u0301", " ", "  ", "\t", "\n", "\u00a0", "\u200b", "-", "TPHCM", "(", "."])
    )
)
def test_a_reading_has_the_documents_tokens(parts: list[str]) -> None:
    text = "".join(parts)
    reading = Reading(Article(article_id="r", text=text))
    assert [text[start:end] for start, end in zip(reading.starts, reading.ends, strict=True)] == reading.raw
    tokens = {(token.idx, token.idx + len(token)) for token in language().make_doc(text)}
    assert tokens >= set(zip(reading.starts, reading.ends, strict=True))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Sở Y tế, Sở Tư pháp", ["Sở", "Y", "tế", ",", "Sở", "Tư", "pháp"]),
        ("Sở GD&ĐT", ["Sở", "GD", "&", "ĐT"]),
        ("Sở LĐ-TB&XH", ["Sở", "LĐ", "-", "TB", "&", "XH"]),
        ("ngày 08/1/2023", ["ngày", "08", "/", "1", "/", "2023"]),
        ("(Khối trưởng)", ["(", "Khối", "trưởng", ")"]),
        ("Công an tỉnh;Sở Y tế", ["Công", "an", "tỉnh", ";", "Sở", "Y", "tế"]),
    ],
)
def test_tokens_are_syllables_and_marks(text: str, tokens: list[str]) -> None:
    assert tokens_of(language(), text) == tokens


def test_a_decomposed_syllable_is_one_token() -> None:
    assert tokens_of(language(), unicodedata.normalize("NFD", "Khối thi đua")) == [
        unicodedata.normalize("NFD", syllable) for syllable in ("Khối", "thi", "đua")
    ]


@pytest.mark.parametrize("text", NAUGHTY)
def test_the_whole_pipeline_reads_naughty_strings(text: str) -> None:
    doc = language()(text)
    assert doc.text == text
    assert doc._.record["blocs"] == []


def record(nlp: Language) -> object:
    return nlp(doc_of(nlp, Article(article_id="r", text=REPORT)))._.record


@pytest.fixture(scope="module")
def expected() -> object:
    found = record(language())
    assert isinstance(found, dict)
    assert [fact["agency"] for fact in found["leaders"]] == ["Sở Y tế"]
    return found


def test_bytes(expected: object) -> None:
    assert record(load_language().from_bytes(language().to_bytes())) == expected


def test_disk(expected: object, tmp_path: Path) -> None:
    language().to_disk(tmp_path / "vi_thidua")
    assert record(load_language().from_disk(tmp_path / "vi_thidua")) == expected
    assert record(spacy.load(tmp_path / "vi_thidua")) == expected


def test_a_fresh_process_can_load_the_saved_pipeline(tmp_path: Path) -> None:
    """The factories and the tokenizer are found by their entry points, without an import of ours."""
    if not entry_points(group="spacy_tokenizers", name=NAME):
        pytest.skip("thidua is not installed here (pip install -e .), so spaCy cannot find its entry points")
    language().to_disk(tmp_path / "vi_thidua")
    script = "import sys, spacy; print(spacy.load(sys.argv[1])('Sở Y tế').text)"
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "vi_thidua")], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "Sở Y tế"


def test_pickle(expected: object) -> None:
    assert record(pickle.loads(pickle.dumps(language()))) == expected


def test_a_document_survives_bytes_and_pickle() -> None:
    nlp = language()
    doc = nlp(doc_of(nlp, Article(article_id="r", text=REPORT)))
    for copy in (pickle.loads(pickle.dumps(doc)), spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())):
        assert copy.text == REPORT
        assert copy._.record == doc._.record
        assert {name: [span.text for span in group] for name, group in copy.spans.items()} == {
            name: [span.text for span in group] for name, group in doc.spans.items()
        }


def articles() -> list[Article]:
    texts = [REPORT.replace("số 5", f"số {number}") for number in range(1, 40)] + ["", "Không có gì.", *NAUGHTY]
    return [Article(article_id=f"r{number}", text=text) for number, text in enumerate(texts)]


@pytest.mark.parametrize("name", ["da-001", "db-002", "", "chrome"])
def test_a_document_says_what_is_read_without_one(name: str) -> None:
    texts = {"": "", "chrome": f"{REPORT}\n\nXem thêm"}
    article = Article(article_id=name, text=texts.get(name, ""))
    if name == "chrome":
        article = replace(article, sections=(Section("chrome", 0, len(article.text) + 5),))
    elif name:
        article = read_copied_page((REPORTS / f"{name}.txt").read_text("utf-8"), name)
    nlp = language()
    record = extract(article)
    assert nlp(doc_of(nlp, article))._.record == record.to_dict()
    assert extract(article, nlp) == record
    assert bool(record.blocs) == name.startswith("d")


def test_a_pipeline_without_frames_makes_no_record() -> None:
    nlp = load_language()
    nlp.remove_pipe("thidua_frames")
    [problem] = extract(Article(article_id="r", text=REPORT), nlp).problems
    assert "lacks the component thidua_frames" in problem.message


def test_half_a_character_is_a_problem() -> None:
    [problem] = extract(Article(article_id="r", text=f"{REPORT} \ud83d")).problems
    assert problem.message.startswith("tokenizer failed on this text (UnicodeEncodeError")


def test_two_processes_give_the_same_records() -> None:
    nlp = language()
    alone = [nlp(doc_of(nlp, article))._.record for article in articles()]
    together = nlp.pipe((doc_of(nlp, article) for article in articles()), n_process=2, batch_size=8)
    assert [doc._.record for doc in together] == alone


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes_may_start_in_any_way(method: str, tmp_path: Path) -> None:
    """macOS spawns, and so do notebooks' and schedulers' own pools; a spawned process gets the pipeline by pickle."""
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system has no {method}")
    script = tmp_path / "read.py"
    script.write_text(
        "import json, multiprocessing, sys\n"
        "from pipeline import Article, extract_many\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method(sys.argv[1])\n"
        "    articles = [Article(article_id=f'{i}', text=sys.argv[2].replace('5', f'{i}')) for i in range(70)]\n"
        "    for workers in (1, 2):\n"
        "        with open(f'{workers}.jsonl', 'w') as stream:\n"
        "            for record in extract_many(articles, workers):\n"
        "                print(json.dumps(record.to_dict()), file=stream)\n",
        encoding="utf-8",
    )
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, str(script), method, REPORT],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    alone = (tmp_path / "1.jsonl").read_bytes()
    records = [json.loads(line) for line in alone.splitlines()]
    assert [(r["article_id"], r["leaders"][0]["agency"]) for r in records] == [(f"{i}", "Sở Y tế") for i in range(70)]
    assert (tmp_path / "2.jsonl").read_bytes() == alone


@Language.component("fails_on_a_text")
def fails_on_a_text(doc: Doc) -> Doc:
    """A component with a defect: it takes every text for a report."""
    {"Khối": doc}[doc[1].text.title()]
    return doc


def failing() -> Language:
    """The pipeline with a component in its midst that fails on each text but those whose second word is "khối"."""
    nlp = load_language()
    nlp.add_pipe("fails_on_a_text", after="thidua_people")
    return nlp


def mixed() -> list[Article]:
    """Articles of which the even ones can be read; "\\ud83d" is half of an emoji, which no tokenizer takes."""
    bad = [REPORT, "Thi đua theo khối.", "Cụm thi đua", f"{REPORT} \ud83d"]
    pairs = [(f"Tin khối {REPORT}", bad[number % 4]) for number in range(40)]
    return [Article(article_id=f"r{n}", text=text) for n, text in enumerate(text for pair in pairs for text in pair)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_is_the_problem_of_its_article_alone(workers: int) -> None:
    records = list(extract_many(mixed(), workers, failing()))
    assert [record.article_id for record in records] == [f"r{number}" for number in range(80)]
    for record in records[::2]:
        assert [leader.agency for leader in record.leaders] == ["Sở Y tế"]
        assert record.problems == ()
    for record in records[1::2]:
        [problem] = record.problems
        assert (problem.code, problem.where) == ("reading-failed", record.article_id)
        assert list(record.facts()) == []
    messages = [record.problems[0].message for record in records[1:8:2]]
    assert [re.split("[(:]", message)[:2] for message in messages] == [
        ["fails_on_a_text failed on this text ", "KeyError"],
        ["fails_on_a_text failed on this text ", "KeyError"],
        ["fails_on_a_text failed on this text ", "KeyError"],
        ["tokenizer failed on this text ", "UnicodeEncodeError"],
    ]
    assert all("report it" in message for message in messages)


def test_a_text_of_another_subject_does_not_reach_the_components() -> None:
    for text in ("", "Không có gì.", "Khối 10 thi đấu bóng đá", "\ud83d"):
        article = Article(article_id="r", text=text, title="Tin")
        record = extract(article, failing())
        assert (record.title, record.problems, list(record.facts())) == ("Tin", (), [])


def test_a_failure_is_told_with_the_address_of_the_page() -> None:
    record = extract(Article(article_id="r", text=REPORT, url="https://example.org/1"), failing())
    assert [problem.where for problem in record.problems] == ["https://example.org/1"]


def test_the_processes_leave_the_pipeline_as_it_was() -> None:
    nlp = failing()
    list(extract_many(mixed(), 2, nlp))
    with pytest.raises(ValueError, match="fails_on_a_text"):
        nlp(REPORT)
