import gc
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import InputError, IssuesError, UsageError
from kg.project import PARTS, Project, format_seeds, init_project

ONE_MORE = {"claims/two.csv": "id,subject,relation,object\nt1,bob,visits,isle\n"}


def whole(project: Project) -> bool:
    """Whether the manifest names the data that graph.nt and the store hold."""
    data = (project.output / "graph.nt").read_bytes()
    return project.manifest()["dataset"] == hashlib.sha256(data).hexdigest() and project.store().dump() == data


def test_a_build_leaves_four_outputs_and_a_manifest(make_project: Callable[..., Project]) -> None:
    project = make_project()
    built = project.build()
    assert built.figures["claims"] == 5
    for part in ("graph.nt", "store", "reports/summary.md", "site/graph.html", "manifest.json"):
        assert (project.output / part).exists()
    assert whole(project)
    assert not (project.output / ".next").exists()


def test_a_refused_build_leaves_the_old_output_and_it_still_answers(make_project: Callable[..., Project]) -> None:
    project = make_project()
    project.build()
    before = {path: path.read_bytes() for path in sorted(project.output.rglob("*")) if path.is_file()}
    (project.seeds / "claims" / "one.csv").write_text("subject,relation,object\nann,meats,bob\n")
    with pytest.raises(IssuesError, match=r"one\.csv:2: unknown relation 'meats'; did you mean meets"):
        project.build()
    assert {path: path.read_bytes() for path in before} == before
    assert project.store().select("ASK { :ann kg:meets :bob }").rows == ((True,),)


@pytest.mark.parametrize("moves", range(9))
def test_a_kill_while_moving_is_finished_by_the_next_command(
    make_project: Callable[..., Project], monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    project = make_project()
    project.build()
    (project.seeds / "claims" / "two.csv").write_text(ONE_MORE["claims/two.csv"])
    rename, left = Path.rename, [moves]

    def killed_later(path: Path, target: Path) -> Path:
        if left[0] == 0:
            raise KeyboardInterrupt
        left[0] -= 1
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", killed_later)
    try:
        project.build()
    except KeyboardInterrupt:
        monkeypatch.undo()
        if (project.output / "store").exists():
            pass  # a reader that opens now finds a whole store, old or new
        project.manifest()
    monkeypatch.undo()
    assert whole(project)
    assert project.store().select("ASK { :bob kg:visits :isle }").rows == ((True,),)


def test_kill_9_at_any_moment_leaves_a_whole_output(make_project: Callable[..., Project], root: Path) -> None:
    project = make_project()
    project.build()
    first = project.manifest()["dataset"]
    (project.seeds / "claims" / "two.csv").write_text(ONE_MORE["claims/two.csv"])
    killed_in_the_middle = 0
    for pause in (0.0, 0.02, 0.05, 0.1, 0.2, 0.3):
        process = subprocess.Popen([sys.executable, "-m", "kg", "build", "-q", "-p", str(project.root)], cwd=root)
        while not (project.output / ".next").exists() and process.poll() is None:
            time.sleep(0.002)
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        killed_in_the_middle += process.wait() == -signal.SIGKILL
        assert whole(project)
        assert project.store().select("ASK { :ann kg:meets :bob }").rows == ((True,),)
    assert killed_in_the_middle
    assert project.build().dataset != first
    assert whole(project)


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(make_project: Callable[..., Project]) -> None:
    project, outputs = make_project(), []
    for seed in ("0", "1", "4242"):
        subprocess.run(
            [sys.executable, "-m", "kg", "build", "-q", "-p", str(project.root)],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
        )
        files = ("graph.nt", "reports/summary.md", "site/graph.html", "manifest.json")
        outputs.append([(project.output / name).read_bytes() for name in files])
    assert outputs[0] == outputs[1] == outputs[2]


def test_a_build_after_a_killed_move_keeps_the_old_parts(
    make_project: Callable[..., Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project()
    project.build()
    rename, left = Path.rename, [3]

    def killed_later(path: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", killed_later)  # between the two moves of the store
    with pytest.raises(KeyboardInterrupt):
        project.build()
    monkeypatch.undo()
    assert not (project.output / "store").exists()
    (project.seeds / "claims" / "one.csv").write_text("subject,relation,object\nann,meats,bob\n")
    with pytest.raises(IssuesError):
        project.build()
    assert whole(project)


def test_answers_stand_on_the_base_that_was_built(make_project: Callable[..., Project]) -> None:
    project = make_project()
    project.build()
    (project.seeds / "project.toml").write_text('title = "T"\nbase = "https://example.org/other/"\n')
    assert Project.open(project.root).store().select("ASK { :ann kg:meets :bob }").rows == ((True,),)


def test_readers_go_on_during_builds(make_project: Callable[..., Project], root: Path) -> None:
    project = make_project()
    project.build()
    builder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"from kg.project import Project\nfor _ in range(6): Project.open({str(project.root)!r}).build()",
        ],
        cwd=root,
    )
    answers = []
    while builder.poll() is None:
        answers.append(project.store().select("ASK { :ann kg:meets :bob }").rows)
        time.sleep(0.005)
    assert builder.returncode == 0
    assert len(answers) > 10
    assert set(answers) == {((True,),)}


def test_two_builds_at_once(make_project: Callable[..., Project]) -> None:
    from filelock import FileLock

    project = make_project()
    project.output.mkdir()
    with FileLock(project.output / ".lock"), pytest.raises(UsageError, match="another build"):
        project.build()


def test_asking_before_building_and_damage_are_told(make_project: Callable[..., Project], tmp_path: Path) -> None:
    project = make_project()
    with pytest.raises(UsageError, match="run kg build"):
        project.store()
    project.build()
    (project.output / "manifest.json").write_text("{")
    with pytest.raises(InputError, match="damaged"):
        project.store()
    with pytest.raises(UsageError, match="no seeds/"):
        Project.open(tmp_path / "nowhere")


def test_the_dataset_for_library_users(make_project: Callable[..., Project]) -> None:
    import rdflib

    import kg

    project = make_project()
    project.build()
    dataset = kg.open_project(str(project.root)).dataset()
    assert isinstance(dataset, rdflib.Dataset)
    assert bool(dataset.query("ASK { :ann kg:meets :bob }").askAnswer)
    count = next(iter(dataset.query("SELECT (COUNT(*) AS ?n) { ?c a kg:Claim }")))[0]
    assert int(count) == 5


def test_a_new_project_builds_at_once_and_is_never_written_over(tmp_path: Path) -> None:
    init_project(tmp_path / "mine")
    project = Project.open(tmp_path / "mine")
    assert project.check() == ()
    assert project.build().figures["claims"] == 7
    with pytest.raises(UsageError, match="exists already"):
        init_project(tmp_path / "mine")


def test_an_empty_project_has_the_columns_and_builds(tmp_path: Path) -> None:
    init_project(tmp_path / "mine", empty=True)
    project = Project.open(tmp_path / "mine")
    assert project.check() == ()
    assert project.build().figures["claims"] == 0
    assert (project.seeds / "entities.csv").read_text("utf-8") == "id,type,name,side,wikidata,note\n"


def test_the_example_is_the_shipped_dossier(tmp_path: Path, root: Path) -> None:
    init_project(tmp_path / "mine", example=True)
    assert (tmp_path / "mine" / "seeds" / "entities.csv").read_bytes() == (root / "seeds/entities.csv").read_bytes()


def test_fmt_fills_ids_writes_the_canonical_form_and_leaves_faulty_files_alone(
    make_project: Callable[..., Project],
) -> None:
    faulty = b"subject,relation,object\nann,meets,bob,extra,cells\n"
    messy = "Object,subject,relation,note,id\r\nbob ,ann,meets,,\r\n\r\nisle,ann,visits,,q4\r\n"
    project = make_project({"claims/one.csv": messy, "claims/two.csv": faulty})
    warnings = [issue for issue in project.check() if issue.severity == "warning"]
    assert [str(issue) for issue in warnings if "no id" in issue.message] == [
        "seeds/claims/one.csv:2: warning: a row has no id yet; kg fmt writes them"
    ]
    changed, issues = format_seeds(project)
    assert changed == ("seeds/claims/one.csv",)
    assert [str(issue.location) for issue in issues] == ["seeds/claims/two.csv:2"]
    text = (project.seeds / "claims" / "one.csv").read_text()
    assert text == "id,subject,relation,object,note\nq5,ann,meets,bob,\nq4,ann,visits,isle,\n"
    assert (project.seeds / "claims" / "two.csv").read_bytes() == faulty
    assert format_seeds(project)[0] == ()


def test_fmt_keeps_links_and_reads_old_line_ends(make_project: Callable[..., Project], tmp_path: Path) -> None:
    project = make_project({"claims/one.csv": "subject,relation,object\rann,meets,bob\r", "claims/two.csv": None})
    real = tmp_path / "real.csv"
    (project.seeds / "claims" / "one.csv").rename(real)
    (project.seeds / "claims" / "one.csv").symlink_to(real)
    format_seeds(project)
    assert (project.seeds / "claims" / "one.csv").is_symlink()
    assert real.read_text() == "id,subject,relation,object\no1,ann,meets,bob\n"


def test_the_shipped_seeds_are_canonical_and_without_issues(root: Path) -> None:
    project = Project.open(root)
    assert format_seeds(project, write=False) == ((), ())
    assert project.check() == ()


def test_the_manifest_names_its_parts(make_project: Callable[..., Project]) -> None:
    project = make_project()
    project.build()
    data = json.loads((project.output / "manifest.json").read_text())
    assert data["version"] == 1
    assert data["parts"] == list(PARTS)


def test_a_build_extracts_from_the_texts_at_hand_and_keeps_it_apart(make_project, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    texts = tmp_path / "elsewhere"
    texts.mkdir()
    (texts / "two.txt").write_text("Sud controls Isle.\n\nNord annexed Isle.\n\nAnn met Carl Unknown in May 2016.\n")
    project: Project = make_project()
    plain = project.build()
    assert plain.figures["extracted, not reviewed"] == 0
    built = project.build(texts)
    assert built.figures["claims"] == plain.figures["claims"]
    store = project.store()
    found = store.select(
        "SELECT ?text ?quote ?start ?by { ?e kg:method kg:extracted ; kg:evidenceFor ?c ; kg:quote ?quote ; kg:start ?start . "
        "?c kg:text ?text OPTIONAL { ?e kg:confirmedBy ?by } } ORDER BY ?start"
    ).rows
    assert [row[:3] for row in found] == [
        ("Sud controls Isle", "Sud controls Isle.", 0),
        ("Nord annexes Isle", "Nord annexed Isle.", 20),
    ]
    assert [bool(row[3]) for row in found] == [True, False]  # the first source says the one, too
    assert built.figures["of these confirmed by another origin"] == 1
    assert not store.select("ASK { :nord kg:annexes :isle }").rows[0][0]


def test_a_process_builds_twice_without_waiting_for_its_garbage(make_project: Callable[..., Project]) -> None:
    project = make_project()
    gc.disable()
    try:
        assert project.build().dataset == project.build().dataset
    finally:
        gc.enable()
