"""What stands in the cells of an export: no names when persons are left out, no formulas, no more than a cell holds."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import openpyxl
import pytest
from exporting import errors, published, rows
from hypothesis import given
from hypothesis import strategies as st
from sample_pages import award, bloc, evidence, leader, page

from pipeline.export import workbook
from pipeline.export.formats import FORMULA, guarded
from pipeline.export.persons import MASK, masker
from pipeline.export.workbook import cut_to
from pipeline.export.write import Options, export
from pipeline.record import Person

# Persons.

NAMES = ["Nguyễn Văn Thuý", "H'Yim Kđoh", "Trần Thị Hoà", "Hùng", "Nguyễn Văn An", "Nguyễn Văn"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("đồng chí Nguyễn Văn Thúy, Giám đốc", "đồng chí […], Giám đốc"),
        ("ông NGUYỄN VĂN THUÝ và bà Trần  Thị Hòa.", "ông […] và bà […]."),
        (unicodedata.normalize("NFD", "bà Trần Thị Hoà nói"), unicodedata.normalize("NFD", "bà […] nói")),
        ("H’Yim Kđoh và H'Yim\nKđoh", "[…] và […]"),
        ("anh hùng Hùng", "anh hùng […]"),
        ("Nguyễn Văn Anh, Nguyễn Văn An", "[…] Anh, […]"),
        ("Nguyễn, Văn Thuý; Trần Thị (Hoà)", "Nguyễn, Văn Thuý; Trần Thị (Hoà)"),
        ("Trần Thị Hoàn, Phan Trần Thị", "Trần Thị Hoàn, Phan Trần Thị"),
        ("", ""),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_names_are_masked_however_they_are_typed(text: str, masked: str) -> None:
    assert masker(NAMES)(text) == masked


@given(st.lists(st.sampled_from(["Nguyễn Văn Thuý", "Sở Y tế", ", ", " và ", "\n", "Hùng", "🏆", "hùng", "A"])))
def test_a_text_without_its_names_is_left_as_it_is(parts: list[str]) -> None:
    text = " ".join(parts)
    masked = masker(["Nguyễn Văn Thuý"])(text)
    assert masked == text.replace("Nguyễn Văn Thuý", MASK)


def test_a_person_without_post_and_a_name_in_another_report_are_masked(tmp_path: Path) -> None:
    text = "Khối thi đua số 2\n\nbầu Sở Y tế. Trần Thị Hoà phát biểu."
    person = Person(name="Trần Thị Hòa", title="Giám đốc", agency="Sở Y tế", rule="test", evidence=evidence(text, name="Trần Thị Hoà"))  # fmt: skip
    other = "Khối thi đua số 2\n\nông Trần Thị Hoà bầu Sở Y tế."
    quote = evidence(other, trigger="Trần Thị Hoà bầu", agency="Sở Y tế")
    data = published(
        tmp_path / "data",
        [
            page("a.txt", bloc(text), leader(text), person, text=text),
            page("b.txt", bloc(other), leader(other, evidence=quote), text=other, title="Trần Thị Hoà"),
        ],
    )
    export(data, tmp_path / "out", Options(persons=False))
    assert {row["quote"] for row in rows(tmp_path / "out" / "leaderships.csv")} == {"bầu Sở Y tế", "[…] bầu Sở Y tế"}
    assert MASK in {row["title"] for row in rows(tmp_path / "out" / "articles.csv")}


# Spreadsheets.

ATTACKS = ["=HYPERLINK(\"http://x\")", "+1+1", "-2", "@SUM(A1)", "\tx", "\r=1", "＝1+1", "\n=1"]  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports whose values begin like formulas, and one whose quote is a list's line."""
    text = "Khối thi đua số 2 tổng kết năm 2023\n\n- Sở Y tế làm Trưởng khối, đề nghị UBND tỉnh tặng Cờ thi đua cho Sở Tài chính.\nbầu -"  # fmt: skip
    quote = evidence(text, trigger="- Sở Y tế")
    made = [
        page(f"{i}.txt", bloc(text), leader(text, agency=attack, evidence=quote), award(text), text=text)
        for i, attack in enumerate(ATTACKS)
    ]
    return published(tmp_path_factory.mktemp("hostile"), made)


@given(st.text())
def test_a_guarded_text_is_never_a_formula(text: str) -> None:
    assert not guarded(text).startswith(tuple(FORMULA)) and guarded(text).removeprefix("'") in (text, text[1:])


def test_formulas_are_text_in_csv_and_numbers_numbers(hostile: Path, tmp_path: Path) -> None:
    export(hostile, tmp_path / "out", Options())
    found = rows(tmp_path / "out" / "leaderships.csv")
    assert {row["agency"] for row in found} == {guarded(attack) for attack in ATTACKS} == {f"'{attack}" for attack in ATTACKS}  # fmt: skip
    assert {row["quote"][:2] for row in found} == {"'-"}
    assert {row["year"] for row in found} == {"2024"}
    cells = [cell for path in (tmp_path / "out").glob("*.csv") for row in rows(path) for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(tuple(FORMULA))] == []
    assert errors(tmp_path / "out") == []


def test_formulas_are_text_in_workbooks_and_numbers_numbers(hostile: Path, tmp_path: Path) -> None:
    export(hostile, tmp_path / "out", Options("xlsx", only=("leaderships", "leadership_timeline", "agencies")))
    book = openpyxl.load_workbook(tmp_path / "out" / "thidua.xlsx")
    sheet = book["leaderships"]
    header = [cell.value for cell in sheet[1]]
    agencies = [row[header.index("agency")] for row in sheet.iter_rows(min_row=2)]
    written = {cell.value.replace("_x000D_", "\r").strip() for cell in agencies}
    assert written == {attack.strip() for attack in ATTACKS}
    assert {cell.data_type for cell in agencies} == {"s"} and all(cell.quotePrefix for cell in agencies)
    years = [row[header.index("year")] for row in sheet.iter_rows(min_row=2)]
    assert {cell.value for cell in years} == {2024} and {cell.data_type for cell in years} == {"n"}
    assert not [cell for ws in book for row in ws.iter_rows() for cell in row if cell.data_type == "f"]


def test_a_cell_that_excel_cannot_hold_is_cut_and_counted(tmp_path: Path) -> None:
    text = "Khối thi đua số 2\n\nbầu Sở Y tế. " + "🏆" * 20_000
    data = published(tmp_path / "data", [page("a.txt", bloc(text), leader(text), text=text)])
    done = export(data, tmp_path / "out", Options("xlsx", with_text=True, only=("articles",)))
    assert done.cut_cells == 1
    sheet = openpyxl.load_workbook(tmp_path / "out" / "thidua.xlsx")["articles"]
    header = [cell.value for cell in sheet[1]]
    kept = sheet.cell(2, header.index("text") + 1).value
    assert kept.endswith(workbook.CUT) and len(kept.encode("utf-16-le")) // 2 <= workbook.MAX_CELL
    assert "1 cell(s) were longer" in (tmp_path / "out" / "README.md").read_text("utf-8")


@given(st.text(alphabet="aạ🏆\n", max_size=40), st.integers(10, 30))
def test_a_cut_text_fits_and_begins_as_the_whole(text: str, limit: int) -> None:
    kept = cut_to(text, limit)
    assert len(kept.encode("utf-16-le")) // 2 <= limit
    assert kept == text or text.startswith(kept.removesuffix(workbook.CUT))
    assert (kept == text) == (len(text.encode("utf-16-le")) // 2 <= limit)
