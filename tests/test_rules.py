"""`thidua rules report`: what each rule made and how right it is, where rules meet, and the sentences that none took."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from reading_rows import language
from running import thidua
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.article import Article
from pipeline.commands.errors import ExitCode
from pipeline.commands.rules import WIDTH
from pipeline.evaluate import read_gold, score
from pipeline.language import doc_of, load_language
from pipeline.lexicon import shared_lexicon
from pipeline.pages import read_copied_page
from pipeline.record import KINDS
from pipeline.rules import MENTIONS, SPEAKS_OF, Chance, Findings, as_json, gold_beside, study

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "corpora" / "reports"

HEAD = "Khối thi đua số 5 tỉnh Cà Mau tổng kết công tác thi đua năm 2022.\n\n"
TAKEN = "Hội nghị bầu Sở Y tế làm Trưởng khối năm 2023."
LEFT = "Sau khi tín nhiệm cao, cờ luân lưu về với Sở Nội vụ."


def study_texts(*texts: str, gold: dict[str, Any] | None = None) -> Findings:
    articles = [(f"r{n}", Article(article_id=f"r{n}", text=text), gold) for n, text in enumerate(texts)]
    return study(articles, language())


def record_of(text: str) -> dict[str, Any]:
    nlp = language()
    record: dict[str, Any] = nlp(doc_of(nlp, Article(article_id="r0", text=text)))._.record
    return record


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six bundled reports with their gold, and one without."""
    path = tmp_path_factory.mktemp("rules")
    for name in ("da-001", "da-002", "db-001", "db-003", "db-009", "db-014"):
        for suffix in (".txt", ".json"):
            shutil.copy(REPORTS / f"{name}{suffix}", path)
    (path / "plain.txt").write_text(f"Tiêu đề của bài\n\n{HEAD}{TAKEN}\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, Any]:
    done = thidua("rules", "report", "--json", "--missed", "-1", folder, cwd=folder)
    assert done.returncode == ExitCode.OK, done.stderr.decode()
    findings: dict[str, Any] = json.loads(done.stdout)
    return findings


def test_frames_are_counted_as_the_evaluator_counts(folder: Path, told: dict[str, Any]) -> None:
    nlp, predictions = language(), {}
    for gold in read_gold(folder):
        name = gold["article_id"]
        predictions[name] = nlp(
            doc_of(nlp, read_copied_page((folder / f"{name}.txt").read_text("utf-8"), name))
        )._.record
    scores = score(read_gold(folder), predictions)
    for kind in KINDS:
        rows = [row for row in told["frames"] if row["kind"] == kind]
        assert sum(row["wrong"] for row in rows) == scores.kinds[kind].fp, kind
        assert sum(row["right"] for row in rows) == scores.kinds[kind].tp, kind
    assert (told["reports"], told["with_gold"]) == (7, 6)


def test_every_fact_is_counted_under_its_rule(told: dict[str, Any]) -> None:
    rows = {(row["kind"], row["rule"]): row for row in told["frames"]}
    assert len(rows) == len(told["frames"])
    of_gold = sum(row["right"] + row["wrong"] + row["left_open"] for row in rows.values())
    of_plain = sum(len(record_of(HEAD + TAKEN)[cls]) for cls in ("blocs", "meetings", "leaders"))
    assert sum(row["found"] for row in rows.values()) == of_gold + of_plain
    for row in (*told["frames"], *told["mentions"]):
        judged = row["right"] + row["wrong"]
        assert row["precision"] == (round(row["right"] / judged, 4) if judged else None)
        assert 0 < row["reports"] <= min(row["found"], 7) and row["shared"] <= row["found"]


def test_rules_stand_in_the_order_of_kinds_and_of_what_they_made(told: dict[str, Any]) -> None:
    for name, kinds in (("frames", KINDS), ("mentions", MENTIONS)):
        keys = [(kinds.index(row["kind"]), -row["found"], row["rule"]) for row in told[name]]
        assert keys == sorted(keys)
    assert all(row["used"] <= row["found"] for row in told["mentions"])
    assert any(row["used"] for row in told["mentions"] if row["kind"] == "AGENCY")


def test_a_wrong_fact_counts_against_its_rule_and_its_mentions() -> None:
    gold = record_of(HEAD + TAKEN)
    right = study_texts(HEAD + TAKEN, gold=gold)
    gold["leaders"][0]["agency"] = "Sở Nội vụ"
    wrong = study_texts(HEAD + TAKEN, gold=gold)
    rule = next(rule for rule in right.frames if rule[0] == "leader")
    assert (right.frames[rule].right, right.frames[rule].wrong) == (1, 0)
    assert (wrong.frames[rule].right, wrong.frames[rule].wrong) == (0, 1)
    assert (wrong.mentions["AGENCY", "lexicon"].right, wrong.mentions["AGENCY", "lexicon"].wrong) == (0, 1)


def test_what_gold_leaves_open_is_neither_right_nor_wrong() -> None:
    text = f"{HEAD}Khối gồm các đơn vị: Sở Y tế, Sở Tư pháp, Sở Nội vụ. {TAKEN}"
    gold = record_of(text)
    assert len(gold["members"]) == 3
    gold["members_optional"] = [gold["members"].pop()["agency"]]
    figures = [figures for rule, figures in study_texts(text, gold=gold).frames.items() if rule[0] == "member"]
    assert [(f.found, f.right, f.wrong, f.left_open) for f in figures] == [(3, 2, 0, 1)]


def test_without_gold_nothing_is_right_or_wrong() -> None:
    findings = study_texts(HEAD + TAKEN)
    assert findings.frames and all(f.precision is None and not f.left_open for f in findings.frames.values())


def test_facts_that_contradict_each_other() -> None:
    text = f"{HEAD}{TAKEN} Hội nghị bầu Sở Nội vụ làm Trưởng khối năm 2023."
    findings = study_texts(text)
    assert sum(findings.contradictory.values()) == 1
    assert sum(figures.conflicts for figures in findings.frames.values()) == 2


def test_mentions_of_two_kinds_over_the_same_words() -> None:
    findings = study_texts(f"{HEAD}Đề nghị Chủ tịch UBND tỉnh tặng Cờ thi đua cho Sở Y tế.")
    pairs = {(one[0], other[0]) for one, other in findings.overlapping}
    assert ("AGENCY", "GRANTOR") in pairs
    assert all(one[0] != other[0] for one, other in findings.overlapping)


def missed_of(*texts: str, gold: dict[str, Any] | None = None) -> list[Chance]:
    return study_texts(*texts, gold=gold).missed


def test_a_sentence_that_a_frame_took_is_not_listed() -> None:
    assert not any(TAKEN in chance.text and chance.category == "elect" for chance in missed_of(HEAD + TAKEN))


def test_a_sentence_with_a_trigger_that_no_frame_took_is_listed() -> None:
    found = [chance for chance in missed_of(f"{HEAD}{TAKEN} {LEFT}") if chance.text == LEFT]
    assert [(chance.category, chance.trigger) for chance in found] == [("elect", "tín nhiệm")]
    chance = found[0]
    assert f"{HEAD}{TAKEN} {LEFT}"[chance.start : chance.end] == LEFT
    assert not chance.gold and 0 <= chance.telling < 1


def test_missed_facts_of_gold_come_first() -> None:
    text = f"{HEAD}{TAKEN} {LEFT} Hội nghị thống nhất nhiều nội dung."
    gold = record_of(text)
    gold["leaders"].append({**gold["leaders"][0], "agency": "Sở Nội vụ", "role": "deputy"})
    first, *others = missed_of(text, gold=gold)
    assert first.text == LEFT and [line.split(" | ")[1] for line in first.gold] == ["sở nội vụ"]
    assert not any(chance.gold for chance in others)
    telling = [chance.telling for chance in others]
    assert telling == sorted(telling, reverse=True)


def test_a_sentence_is_listed_once(told: dict[str, Any]) -> None:
    places = [(row["report"], row["start"]) for row in told["missed"]]
    assert len(places) == len(set(places)) == told["missed_in_all"]


def test_categories_are_categories_of_the_lexicon_and_their_kinds_are_kinds() -> None:
    assert set(SPEAKS_OF) <= {"meeting", *shared_lexicon().triggers}
    assert {kind for kinds in SPEAKS_OF.values() for kind in kinds} <= set(KINDS)


def test_so_many_sentences_as_were_asked_for() -> None:
    findings = study_texts(f"{HEAD}{TAKEN} {LEFT} Đề nghị các đơn vị thực hiện tốt. Hội nghị nhất trí cao.")
    assert len(findings.missed) >= 3
    assert [len(as_json(findings, most)["missed"]) for most in (0, 2, -1)] == [0, 2, len(findings.missed)]


def test_the_same_reports_give_the_same_bytes(folder: Path, told: dict[str, Any]) -> None:
    again = thidua("rules", "report", "--json", "--missed", "-1", folder, cwd=folder, PYTHONHASHSEED="7")
    assert json.loads(again.stdout) == told


def test_the_table_is_for_people(folder: Path) -> None:
    done = thidua("rules", "report", folder, "--missed", "3", cwd=folder)
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "7 reports, 6 with gold" and max(map(len, lines)) <= WIDTH
    assert any(line.startswith("leader  leader-holder-then-role") for line in lines)
    assert any(line.startswith("3. ") for line in lines) and not any(line.startswith("4. ") for line in lines)
    assert b"7 report(s) read, 6 with gold" in done.stderr


def test_a_folder_without_reports_or_with_broken_gold(tmp_path: Path) -> None:
    done = thidua("rules", "report", ".", cwd=tmp_path)
    assert done.returncode == ExitCode.FAILED and b"no report in" in done.stderr
    (tmp_path / "a.txt").write_text(HEAD + TAKEN, encoding="utf-8")
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    done = thidua("rules", "report", ".", cwd=tmp_path)
    assert done.returncode == ExitCode.FAILED and b"a.json: no JSON" in done.stderr and b"Traceback" not in done.stderr
    (tmp_path / "a.json").write_text("[1]", encoding="utf-8")
    with pytest.raises(ValueError, match="no record"):
        gold_beside(tmp_path, "a.txt")
    assert thidua("rules", "report", "nowhere", cwd=tmp_path).returncode == ExitCode.USAGE


def test_what_cannot_be_read_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HEAD + TAKEN, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "long.txt").write_text("".join(f"Câu số {n} của bài này. " for n in range(12_000)), encoding="utf-8")
    done = thidua("rules", "report", ".", "--strict", "--json", cwd=tmp_path)
    assert done.returncode == ExitCode.PROBLEMS and b"[empty-file]" in done.stderr and b"[text-too-long]" in done.stderr
    assert json.loads(done.stdout)["reports"] == 1


def test_a_text_on_which_the_reading_fails_stops_nothing() -> None:
    broken = load_language()

    @Language.component("fails_on_a_word")
    def fail(doc: Doc) -> Doc:
        if "sai" in doc.text:
            raise ValueError("as it was told to")
        return doc

    broken.add_pipe("fails_on_a_word", first=True)
    texts = {"good": HEAD + TAKEN, "bad": f"{HEAD}sai", "other": HEAD + TAKEN}
    findings = study([(name, Article(article_id=name, text=text), None) for name, text in texts.items()], broken)
    assert findings.reports == 2
    assert [(problem.code, problem.where) for problem in findings.problems] == [("reading-failed", "bad")]


def test_reports_of_several_folders_are_told_apart(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"{HEAD}{TAKEN} {LEFT}", encoding="utf-8")
    told = json.loads(thidua("rules", "report", "one", "two", "--json", cwd=tmp_path).stdout)
    assert {row["report"] for row in told["missed"]} == {"one/a.txt", "two/a.txt"}
    assert all(row["reports"] == 2 for row in told["frames"])
