from collections.abc import Callable
from pathlib import Path

from kg.project import Project

TEXT = "A title\n\nAnn met Bob.\n\nShe was glad.\n\nRain fell.\n\nNobody came.\n"
ROWS = "id,subject,relation,object,at\no1,ann,meets,bob,¶2\no2,ann,visits,isle,¶3\no3,ann,hosts,bob,¶4\n"
ASIDE = "source,at,kind,note\none,¶1,heading,title\n"


def warnings(project: Project, folder: Path) -> list[str]:
    return [str(issue) for issue in project.check(folder) if issue.severity == "warning"]


def test_parties_that_a_paragraph_does_not_name_and_paragraphs_without_a_claim_are_listed(
    make_project: Callable[..., Project], tmp_path: Path
) -> None:
    project = make_project({"claims/one.csv": ROWS, "claims/two.csv": None, "paragraphs.csv": ASIDE, "names.csv": None})
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    assert warnings(project, tmp_path) == [
        "seeds/claims/one.csv:3: warning: o2: ¶3 does not name 'isle'",
        "seeds/claims/one.csv:4: warning: o3: ¶4 does not name 'ann'",
        "seeds/claims/one.csv:4: warning: o3: ¶4 does not name 'bob'",
        "seeds/sources.bib:1: warning: ¶5 of one has no claim, and paragraphs.csv does not say why",
    ]


def test_an_alias_in_any_typography_names_a_party(make_project: Callable[..., Project], tmp_path: Path) -> None:
    names = "entity,name,kind\nann,the Duke's wife,alias\nbob,Bobby,alias\n"
    rows = "id,subject,relation,object,at\no1,ann,meets,bob,¶1\n"
    project = make_project({"claims/one.csv": rows, "claims/two.csv": None, "names.csv": names})
    (tmp_path / "one.txt").write_text("The Duke’s wife saw bobby.\n", "utf-8")
    assert warnings(project, tmp_path) == []
    (tmp_path / "one.txt").write_text("The Duke’s wife saw Bobbyson.\n", "utf-8")
    assert len(warnings(project, tmp_path)) == 1


def test_a_text_of_another_hash_or_encoding_is_told(make_project: Callable[..., Project], tmp_path: Path) -> None:
    bibliography = "@misc{one, title = {One}, sha256 = {00}}\n@misc{two, title = {Two}}\n"
    project = make_project({"sources.bib": bibliography, "names.csv": None})
    (tmp_path / "one.txt").write_text("Ann met Bob on the isle of Nord and Sud.\n" * 3, "utf-8")
    (tmp_path / "two.txt").write_bytes("Müller".encode("cp1252"))
    found = [str(issue) for issue in project.check(tmp_path)]
    assert "seeds/sources.bib:1: warning: one.txt is not the text that sha256 names" in found
    assert (
        f"{tmp_path / 'two.txt'}: not UTF-8: byte 1 (line 1) is 0xFC; convert it, e.g. iconv -f CP1252 -t UTF-8"
        in found
    )


def test_every_paragraph_of_the_articles_carries_a_claim_or_a_reason(root: Path, shared: Path) -> None:
    issues = Project.open(root).check(shared / "articles")
    assert not [issue for issue in issues if issue.severity == "error"]
    assert not [issue for issue in issues if "has no claim" in issue.message]


def test_a_text_of_which_only_proposals_were_reviewed_need_not_speak_throughout(
    make_project: Callable[..., Project], tmp_path: Path
) -> None:
    rows = "id,subject,relation,object,at\nxabcdef01,ann,meets,bob,¶1\n"
    files = {"claims/one.csv": rows, "claims/two.csv": None, "names.csv": None}
    (tmp_path / "one.txt").write_text("Ann met Bob.\n\nAnd it rained.\n", "utf-8")
    assert len(warnings(make_project(files), tmp_path)) == 1
    judged = {**files, "judgements.csv": "evidence,verdict\none-xabcdef01,accepted\n"}
    assert warnings(make_project(judged, "q"), tmp_path) == []
