import json
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from kg.cli import COMMANDS
from kg.project import Project

Run = Callable[..., "CompletedProcess[str]"]
MEETINGS = "SELECT ?where ?when { ?c a kg:Fact ; rdf:predicate kg:meets ; kg:between :abe, :putin ; kg:where ?where ; kg:when ?when }"


def test_the_questions_of_the_first_issue(shipped: Project, run_kg: Run) -> None:
    def rows(query: str) -> list[list[str]]:
        done = run_kg("query", query, "--format", "csv", "-p", str(shipped.root))
        assert done.returncode == 0, done.stderr
        short = done.stdout.replace(shipped.settings.base, "")
        return [line.split(",") for line in short.splitlines()[1:]]

    meetings = rows(MEETINGS)
    assert len({tuple(row) for row in meetings}) == len(meetings)
    assert {("sochi", "2016-05"), ("vladivostok", "2016-09"), ("danang", "2017-11?"), ("singapore", "2018-11")} <= {
        tuple(row) for row in meetings
    }
    assert "peru" not in {row[0] for row in meetings}
    for ask in ("ASK { :abe kg:meets :putin }", "ASK { :putin kg:meets :abe }"):
        assert '"boolean":true' in run_kg("query", ask, "--format", "json", "-p", str(shipped.root)).stdout
    assert ["https://w3id.org/example/kg/controls"] in rows("SELECT ?p { :russia ?p :kurils }")


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "json", "xml", "md"])
def test_every_format_of_a_query(shipped: Project, run_kg: Run, format_: str) -> None:
    done = run_kg("query", "SELECT ?p { :russia ?p :kurils }", "--format", format_, "-p", str(shipped.root))
    assert done.returncode == 0
    assert "controls" in done.stdout
    assert done.stderr == ""


def test_turtle_and_the_default_in_a_pipe(shipped: Project, run_kg: Run) -> None:
    project = ("-p", str(shipped.root))
    assert run_kg("query", "SELECT ?p { :russia ?p :kurils }", *project).stdout.startswith("?p\n<https:")
    assert "@prefix kg:" in run_kg("query", "DESCRIBE :sochi", *project).stdout


def test_a_query_from_a_file_from_stdin_and_by_name(shipped: Project, run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text("ASK { :abe kg:meets :putin }")
    project = ("-p", str(shipped.root), "--format", "md")
    assert "True" in run_kg("query", "-f", str(tmp_path / "q.rq"), *project).stdout
    assert "True" in run_kg("query", "-", *project, stdin="ASK { :abe kg:meets :putin }").stdout
    done = run_kg("query", "meetings", "--param", "actor=abe", "--param", "other=putin", *project)
    assert "planned | unknown | 2016-11 | peru" in done.stdout


def test_the_list_of_queries_needs_no_project(run_kg: Run, tmp_path: Path) -> None:
    done = run_kg("query", "--list", cwd=tmp_path)
    assert done.returncode == 0
    for name in ("meetings", "claims-about", "territory", "names-by-party", "plans", "evidence"):
        assert f"\n{name}: " in "\n" + done.stdout


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("query", "SELECT * { ?s ?p }"), 4, "not SPARQL"),
        (("query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), 4, "SERVICE is refused"),
        (("query", "DELETE WHERE { ?s ?p ?o }"), 4, "updates are refused"),
        (("query", "meetings", "--param", "actr=abe"), 2, "did you mean actor"),
        (("query", "meeting"), 2, "did you mean meetings"),
        (("query",), 2, "give a query"),
        (("query", "--format", "pdf", "meetings"), 2, "pdf"),
        (("query", "-f", "nothing.rq"), 3, "nothing.rq"),
        (("query", "SELECT * { BIND(" + "!" * 20_000 + "true AS ?y) }"), 4, "broke the engine|nests|too"),
        (("query", "meetings", "--param", "actor=nobody"), 2, "no id 'nobody'"),
        (("query", "meetings", "--param", "actor=abe", "--param", "actor=putin"), 2, "each name once"),
        (("query", "meetings", "--timeout", "inf"), 2, "timeout"),
        (("show", "²"), 2, "no id '²'"),
        (("show", "--", "-x"), 2, "no id '-x'"),
        (("show", "abbe"), 2, "did you mean abe"),
        (("search", "zzzzzz"), 2, "zzzzzz"),
        (("report", "sumary"), 2, "summary"),
        (("nonsense",), 2, "nonsense"),
        (
            ("query", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--timeout", "0.5"),
            4,
            "longer than 0.5 s",
        ),
    ],
)
def test_what_is_asked_wrongly_is_one_line_and_an_exit_code(
    shipped: Project, run_kg: Run, args: tuple[str, ...], code: int, words: str
) -> None:
    done = run_kg(*args, **({} if args == ("nonsense",) else {"KG_PROJECT": str(shipped.root)}))
    assert done.returncode == code
    assert done.stdout == ""
    assert re.search(words, done.stderr)
    assert "Traceback" not in done.stderr


def test_check_and_build_tell_the_wrong_cell(make_project: Callable[..., Project], run_kg: Run) -> None:
    project = make_project()
    path = ("-p", str(project.root))
    assert run_kg("build", *path).returncode == 0
    (project.seeds / "claims" / "one.csv").write_text("id,subject,relation,object\no1,anm,meets,bob\n")
    done = run_kg("build", *path)
    assert done.returncode == 1
    assert "seeds/claims/one.csv:2: unknown id 'anm' in subject; did you mean ann?" in done.stderr
    assert "True" in run_kg("query", "ASK { :ann kg:meets :bob }", "--format", "md", *path).stdout
    done = run_kg("check", "--format", "json", *path)
    assert done.returncode == 1
    (issue,) = json.loads(done.stdout)
    assert (issue["file"], issue["line"], issue["severity"]) == ("seeds/claims/one.csv", 2, "error")
    assert run_kg("build", "--keep-going", *path).returncode == 0


def test_fmt(make_project: Callable[..., Project], run_kg: Run) -> None:
    project = make_project({"claims/two.csv": "subject,relation,object\nbob,visits,isle\n"})
    path = ("-p", str(project.root))
    assert run_kg("fmt", "--check", *path).returncode == 1
    done = run_kg("fmt", *path)
    assert (done.returncode, "seeds/claims/two.csv" in done.stdout) == (0, True)
    assert run_kg("fmt", "--check", *path).returncode == 0


@pytest.mark.parametrize("name", ["summary", "centrality"])
@pytest.mark.parametrize("format_", ["text", "md", "csv", "json"])
def test_reports_in_every_format(shipped: Project, run_kg: Run, name: str, format_: str) -> None:
    done = run_kg("report", name, "--format", format_, "-p", str(shipped.root), NO_COLOR="1")
    assert done.returncode == 0
    assert "russia" in done.stdout.casefold()
    if format_ == "text":
        assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_options_of_a_report(shipped: Project, run_kg: Run, tmp_path: Path) -> None:
    where = ("-p", str(shipped.root))
    asked = ("--top", "3", "--resample", "--by-year", "--layer", "plan", "--layer", "fact", "--json")
    data = json.loads(run_kg("report", "centrality", *asked, *where).stdout)
    assert data["parameters"] == {"every_layer": True, "top": 3, "resample": 200, "by_year": True}
    assert data["warnings"][0] == "Only what passes --layer plan --layer fact."
    ranking = data["sections"][1]["rows"]
    assert len(ranking) == 3 and {"best", "worst", "low", "high", "eigenvector"} <= set(ranking[0])
    assert "does not take --top" in run_kg("report", "quality", "--top", "3", *where).stderr
    assert run_kg("report", "centrality", "--basis", "hearsay", *where).returncode == 2
    done = run_kg("report", "all", "--top", "3", "-o", str(tmp_path / "memo"), *where)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "memo" / "centrality.md").read_text("utf-8").count("[^centrality-3-") > 2


def test_a_reader_that_has_seen_enough_is_no_error(shipped: Project) -> None:
    import subprocess
    import sys

    for command in ("query 'SELECT * { ?s ?p ?o }'", "report summary", "--help"):
        line = f"{sys.executable} -m kg {command} | true; echo ${{PIPESTATUS[0]}}"
        done = subprocess.run(
            ["bash", "-c", line], capture_output=True, text=True, env={"KG_PROJECT": str(shipped.root)}
        )
        assert (done.stdout, done.stderr) == ("0\n", ""), command


def test_search_and_show(shipped: Project, run_kg: Run) -> None:
    assert "kurils" in run_kg("search", "北方領土", "-p", str(shipped.root)).stdout
    done = run_kg("show", "abe", "--format", "json", "-p", str(shipped.root))
    assert json.loads(done.stdout)["title"] == "Shinzo Abe (abe)"


def test_every_command_has_help_that_loads_nothing_heavy(run_kg: Run) -> None:
    listed = run_kg("--help").stdout
    for name, (_, text) in COMMANDS.items():
        assert name in listed
        assert text
        assert run_kg(name, "--help").returncode == 0


def test_help_stays_light() -> None:
    import subprocess
    import sys

    code = "import sys, kg.cli; heavy = {'rdflib', 'pyoxigraph', 'networkx', 'pyvis', 'igraph', 'rich', 'bibtexparser', 'edtf', 'pyshacl'}; print(heavy & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"
    code = (
        code.replace("import sys, kg.cli;", "import sys, kg.cli.ask;")
        .replace("'pyoxigraph', ", "")
        .replace("'rich', ", "")
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"


def test_extract_tells_each_file_it_cannot_read_and_goes_on(run_kg: Run, tmp_path: Path) -> None:
    good = "France met Spain in Paris on Monday.\n"
    files = {
        "a.txt": good.encode(),
        "binary.txt": b"a\x00b",
        "empty.txt": b"",
        "line.txt": b"x" * 20_000_000,
        "cp1252.txt": "“café”".encode("cp1252"),
        "utf16.txt": good.encode("utf-16"),
        "none.html": b"<html></html>",
        "z.txt": b"\xef\xbb\xbf" + good.replace("\n", "\r\n").encode(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    names = [*list(files)[:-1], "folder", "missing.txt", "z.txt"]
    done = run_kg("extract", *names, "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 3
    assert {json.loads(line)["doc"] for line in done.stdout.splitlines()} == {"a.txt", "z.txt"}
    told = done.stderr.splitlines()
    assert [line.split(":")[:2] for line in told] == [["kg", f" {name}"] for name in names[1:-1]]
    for line, words in zip(
        told, ("binary", "empty", "10 MB", "CP1252", "UTF-16", "HTML", "folder", "No such"), strict=True
    ):
        assert words in line
    assert run_kg("extract", "a.txt", "z.txt", cwd=tmp_path).returncode == 0
    assert run_kg("extract", "a.txt", "--date", "May", cwd=tmp_path).returncode == 2
