from collections.abc import Callable
from pathlib import Path

import pytest

from kg.check import check_graph
from kg.errors import InputError, IssuesError, errors_in
from kg.project import Project

HEAD = (
    "id,subject,relation,object,addressee,about,when,where,event,polarity,modality,condition,at,according_to,wording\n"
)
GOOD = "o1,ann,meets,bob,,,,,talks,,,,¶1,,\n"


def messages(project: Project, **options: Path) -> list[str]:
    return [str(issue) for issue in errors_in(project.check(**options))]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("o2,anm,meets,bob,,,,,,,,,,,", "unknown id 'anm' in subject; did you mean ann?"),
        ("o2,ann,meats,bob,,,,,,,,,,,", "unknown relation 'meats'; did you mean meets"),
        (
            "o2,ann,meets,isle,,,,,,,,,,,",
            "the object of meets is Actor; 'isle' is Place; attends or visits would take it",
        ),
        ("o2,isle,believes,that it rains,,,,,,,,,,,", "the subject of believes is Actor; 'isle' is Place"),
        ("o2,ann,meets,Bob the Great,,,,,,,,,,,", "'Bob the Great' is not an id"),
        ("o2,ann,meets,Annie,,,,,,,,,,,", "'Annie' is not an id; did you mean ann?"),
        ("o2,ann,meets,#o9,,,,,,,,,,,", "not a claim"),
        ("o2,ann,requests,#o9,,,,,,,,,,,", "object '#o9' is no row of this file"),
        ("o2,ann,requests,#o2,,,,,,,,,,,", "#o2 leads back to itself"),
        ("o2,ann,hosts,bob,,,May-16,,,,,,,,", "when: 'May-16' is not a date in EDTF; did you mean 2016-05?"),
        ("o2,ann,hosts,bob,isle,,,,,,,,,,", "addressee is Actor; 'isle' is Place"),
        ("o2,ann,hosts,bob,,nowhere,,,,,,,,,", "unknown id 'nowhere' in about"),
        ("o2,ann,hosts,bob,,,,pact,,,,,,,", "where is Place; 'pact' is Document"),
        ("o2,ann,hosts,bob,,,,,isle,,,,,,", "event is Event; 'isle' is Place"),
        ("o2,ann,hosts,bob,,,,,,denyed,,,,,", "polarity 'denyed' is not one of affirmed, denied; did you mean denied?"),
        ("o2,ann,hosts,bob,,,,,,,plan,,,,", "modality 'plan' is not one of"),
        ("o2,ann,hosts,bob,,,,,,,,#x,,,", "condition '#x' is no row"),
        ("o2,ann,hosts,bob,,,,,,,,,page 4,,", "at: 'page 4' is no place in a text"),
        ("o2,ann,hosts,bob,,,,,,,,,,pact2,", "unknown id 'pact2' in according_to; did you mean pact?"),
        ("o2,ann,hosts,bob,,,,,,,,,,,word for word", "wording 'word for word' is not one of"),
        ("o1,ann,hosts,bob,,,,,,,,,,,", "its evidence id 'one-o1' stands already at seeds/claims/one.csv:2"),
        ("o2,ann,meets,bob,,,,,talks,,,,¶1,,", "the same row stands already at seeds/claims/one.csv:2"),
        ("O 2,ann,hosts,bob,,,,,,,,,,,", "id 'O 2' is to be"),
    ],
)
def test_each_mistake_in_a_row_is_one_issue_with_its_line(
    make_project: Callable[..., Project], row: str, words: str
) -> None:
    found = messages(make_project({"claims/one.csv": HEAD + GOOD + row + "\n"}))
    assert len(found) == 1, found
    assert found[0].startswith("seeds/claims/one.csv:3: ")
    assert words in found[0]


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("entities.csv", "Ann,Person,Ann,\n", 9, "id 'Ann' is to be lower-case"),
        ("entities.csv", "ann,Person,Ann,\n", 9, "id 'ann' stands already at seeds/entities.csv:2"),
        ("events.csv", "isle,Isle,Event,2016,isle\n", 3, "id 'isle' stands already at seeds/entities.csv:6"),
        ("sources.bib", "@misc{ann, title = {T}}\n", 12, "id 'ann' stands already at seeds/entities.csv:2"),
        ("entities.csv", "claim-x,Place,X,\n", 9, "begins like the ids"),
        ("entities.csv", "eve,Persson,Eve,\n", 9, "unknown type 'Persson'; did you mean Person?"),
        ("entities.csv", "eve,Person,Eve,isle\n", 9, "side is Actor; 'isle' is Place"),
        ("events.csv", "fair,Fair,Event,2016/05,isle\n", 3, "did you mean 2016-05?"),
        ("events.csv", "fair,Fair,Place,2016,isle\n", 3, "type 'Place' is not a kind of Event"),
        ("names.csv", "eva,Eva,en,alias,,,\n", 4, "unknown id 'eva' in entity"),
        ("names.csv", "ann,Anna,en,nickname,,,\n", 4, "kind 'nickname' is not one of"),
        ("names.csv", "ann,Anna,english,alias,,,\n", 4, "'english' is not a language code"),
        ("names.csv", "ann,Annie,en,alias,,,\n", 4, "the same name stands already"),
        ("names.csv", "ann,Anna,en,alias,,ome,\n", 4, "no source 'ome' in sources.bib; did you mean one?"),
        ("sources.bib", "@misc{three, title = {T}, date = {Sep-16}}\n", 12, "did you mean 2016-09?"),
        ("sources.bib", "@misc{three, date = {2016}}\n", 12, "no title"),
        ("sources.bib", "@misc{author-of-one, title = {T}}\n", 12, "begins like the ids"),
        ("sources.bib", "@misc{three, title = {T}, url = {http://a:port/}}\n", 12, "not an http(s) address"),
        ("names.csv", "ann,Anna,en-a,alias,,,\n", 4, "'en-a' is not a language code"),
        ("entities.csv", "eve,|,Eve,\n", 9, "no type in this row"),
        ("events.csv", "fair,Fair,Event,16,isle\n", 3, "not a date"),
        ("sources.bib", "@misc{three, title = {T}, url = {javascript:alert(1)}}\n", 12, "not an http(s) address"),
    ],
)
def test_each_mistake_in_the_other_files(
    make_project: Callable[..., Project], starter: dict[str, str], name: str, text: str, line: int, words: str
) -> None:
    start = starter[name] + ("\n" if name.endswith(".bib") else "")
    found = messages(make_project({name: start + text}))
    assert [item for item in found if item.startswith(f"seeds/{name}:{line}: ") and words in item], found


def test_evidence_ids_of_two_files_do_not_meet(make_project: Callable[..., Project], starter: dict[str, str]) -> None:
    files = {
        "claims/one.csv": "id,subject,relation,object\nx-1,sud,controls,isle\n",
        "claims/one-x.csv": "id,subject,relation,object\n1,nord,controls,isle\n",
        "sources.bib": starter["sources.bib"] + "\n@misc{one-x, title = {T}}\n",
    }
    assert any("evidence id 'one-x-1' stands already" in message for message in messages(make_project(files)))


def test_claims_inside_claims_have_a_depth_and_their_text_a_length(make_project: Callable[..., Project]) -> None:
    rows = ["id,subject,relation,object,condition", "o0,ann,believes,a thing that is " + "long " * 40 + ","]
    rows += [f"o{number},ann,believes,#o{number - 1},#o{number - 1}" for number in range(1, 400)]
    found = messages(make_project({"claims/one.csv": "\n".join(rows) + "\n", "claims/two.csv": None}))
    assert len(found) == 399 - 12
    assert all("nests claims more than 12 deep" in message for message in found)
    project = make_project({"claims/one.csv": "\n".join(rows[:12]) + "\n", "claims/two.csv": None}, "q")
    project.build()
    lengths = project.store().select("SELECT (MAX(STRLEN(?t)) AS ?n) { ?c kg:text ?t }")
    assert int(str(lengths.rows[0][0])) < 1000


def test_sides_and_wholes_do_not_lead_back_to_themselves(make_project: Callable[..., Project]) -> None:
    entities = "id,type,name,side\nnord,State,Nord,sud\nsud,State,Sud,nord\n"
    found = messages(make_project({"entities.csv": entities, "claims/one.csv": None, "claims/two.csv": None}))
    assert "seeds/entities.csv:2: side of 'nord' leads back to itself" in found


def test_files_that_would_be_passed_over_are_told(make_project: Callable[..., Project]) -> None:
    project = make_project({"name.csv": "entity,name\n", "claims/three.CSV": "x\n", "project.toml": None})
    (project.seeds / "paragraphs.csv").mkdir()
    found = [str(issue) for issue in project.check()]
    assert "seeds/name.csv: no file of this name is read; did you mean names.csv?" in found
    assert "seeds/claims/three.CSV: only files that end in .csv are read here" in found
    assert "seeds/paragraphs.csv: is not a file" in found
    assert any(line.startswith("seeds/project.toml: warning: not there") for line in found)


def test_cells_cannot_write_to_the_terminal(make_project: Callable[..., Project]) -> None:
    rows = "id,subject,relation,object\no1,ann,\u202emeats" + "x" * 500 + ",bob\n"
    (found,) = messages(make_project({"claims/one.csv": rows, "claims/two.csv": None}))
    assert "\u202e" not in found
    assert len(found) < 400


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ('kg:trusts a kg:Relation ; rdfs:label "x" .', "no kg:domain"),
        (
            'kg:trusts a kg:Relation ; kg:domain kg:Actor ; kg:range kg:Actor ; kg:kind "state" ; kg:sign "abc" .',
            "kg:sign",
        ),
        ('kg:text a kg:Relation ; kg:domain kg:Actor ; kg:range kg:Actor ; kg:kind "state" .', "shares its name"),
        ("<http://my.org/trusts> a kg:Relation .", "is to be named in"),
        ("kg:x rdfs:seeAlso [] .", "blank nodes"),
    ],
)
def test_a_faulty_ontology_is_refused(make_project: Callable[..., Project], root: Path, block: str, words: str) -> None:
    project = make_project()
    (project.root / "ontology").mkdir()
    for name in ("kg.ttl", "relations.ttl"):
        text = (root / "ontology" / name).read_text("utf-8")
        (project.root / "ontology" / name).write_text(text + (block if name == "relations.ttl" else ""), "utf-8")
    with pytest.raises(InputError, match=words):
        project.check()


def test_all_issues_are_shown_in_one_run(make_project: Callable[..., Project]) -> None:
    rows = "o2,anm,meets,bob,,,,,,,,,,,\no3,ann,meats,bob,,,May-16,,,,,,,,\n"
    found = messages(make_project({"claims/one.csv": HEAD + rows, "claims/zzz.csv": HEAD + GOOD}))
    assert len(found) == 4
    assert "no source 'zzz' in sources.bib" in found[3]


def test_paragraphs_and_quotes_are_held_against_the_text(make_project: Callable[..., Project], tmp_path: Path) -> None:
    rows = "id,subject,relation,object,at,quote\no1,ann,meets,bob,¶2,met\no2,ann,hosts,bob,¶9,\no3,ann,visits,isle,¶1,met\n"
    project = make_project({"claims/one.csv": rows, "claims/two.csv": None})
    assert messages(project) == []
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("Title\n\nThey met.\n", encoding="utf-8")
    found = messages(project, texts=tmp_path / "texts")
    assert [item.split(": ")[0] for item in found] == ["seeds/claims/one.csv:3", "seeds/claims/one.csv:4"]
    assert "¶9 is not in one.txt, which has 2 paragraphs" in found[0]
    assert "the quote is not in ¶1 of one.txt" in found[1]


def test_a_party_may_use_a_name_in_two_periods(make_project: Callable[..., Project]) -> None:
    names = "entity,name,lang,kind,used_by,when,source,at\nisle,North Isle,en,contested,nord,1998,one,¶2\nisle,North Isle,en,contested,nord,2001,one,¶3\n"
    project = make_project({"names.csv": names})
    assert messages(project) == []
    project.build()
    assert project.store().select(
        "SELECT (COUNT(?e) AS ?n) { ?e kg:evidenceFor ?c . ?c rdf:object 'North Isle' }"
    ).rows == ((2,),)


def test_keep_going_leaves_out_what_is_wrong_and_what_leans_on_it(make_project: Callable[..., Project]) -> None:
    entities = "id,type,name\nann,Person,Ann\nbob,Persson,Bob\nisle,Place,Isle\nnord,State,Nord\n"
    rows = "id,subject,relation,object\no1,ann,meets,bob\no2,ann,visits,isle\n"
    names = "entity,name\nbob,Bobby\nann,Annie\n"
    files = {"entities.csv": entities, "claims/one.csv": rows, "claims/two.csv": None, "names.csv": names}
    project = make_project(files)
    with pytest.raises(IssuesError):
        project.build()
    built = project.build(keep_going=True)
    assert built.figures["claims"] == 1
    assert errors_in(built.issues)


def test_a_shape_of_the_projects_own_is_led_back_to_its_line(make_project: Callable[..., Project], root: Path) -> None:
    project = make_project()
    ontology = project.root / "ontology"
    ontology.mkdir()
    for name in ("kg.ttl", "relations.ttl"):
        (ontology / name).write_text((root / "ontology" / name).read_text("utf-8"), "utf-8")
    (ontology / "shapes.ttl").write_text(
        "@prefix kg: <https://w3id.org/example/kg/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        "kg:S a sh:NodeShape ; sh:targetClass kg:State ;\n"
        ' sh:property [ sh:path kg:note ; sh:minCount 1 ; sh:message "a state here has a note" ] .\n',
        "utf-8",
    )
    found = messages(project)
    assert found == [
        "seeds/entities.csv:4: nord: a state here has a note",
        "seeds/entities.csv:5: sud: a state here has a note",
    ]
    with pytest.raises(IssuesError):
        project.build()
    assert project.build(keep_going=True).figures["entities"] == 2  # the others lean on the two states


@pytest.mark.parametrize(
    ("triple", "words"),
    [
        ("<x:c> a kg:Claim", "a claim has one subject"),
        ("<x:c> a kg:Claim ; kg:polarity kg:perhaps", "affirmed or denied"),
        ("<x:c> a kg:Claim ; kg:earliest '2016'", "earliest day"),
        ("<x:e> a kg:Evidence", "evidence stands in one source"),
        ("<x:t> a kg:Thing", "one neutral name"),
        ("<x:n> a kg:Name", "a name is the name of one thing"),
    ],
)
def test_every_shipped_shape_can_fail(triple: str, words: str) -> None:
    from rdflib import Graph

    from kg.vocabulary import load_vocabulary, shipped_ontology

    graph = Graph().parse(data=f"@prefix kg: <https://w3id.org/example/kg/> . {triple} .", format="turtle")
    found = check_graph(graph, load_vocabulary(shipped_ontology()), {})
    assert any(words in issue.message for issue in found)


def test_a_file_that_cannot_be_read_at_all_is_told_alone(make_project: Callable[..., Project]) -> None:
    project = make_project({"entities.csv": "id;type;name\nann;Person;Ann\n"})
    assert len(messages(project)) == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("one-x0a1b2c3d,acepted", "verdict 'acepted' is not one of accepted, rejected, unsure; did you mean accepted?"),
        ("one-o1,rejected", "evidence 'one-o1' is to be <source>-x and 8 hex digits"),
        ("one-xabcdef0,accepted", "is to be <source>-x and 8 hex digits; did you mean one-xabcdef01?"),
        ("ome-x0a1b2c3d,rejected", "no source 'ome' in sources.bib; did you mean one?"),
        ("one-xabcdef02,accepted", "accepted, but claims/one.csv has no row 'xabcdef02'; did you mean one-xabcdef01?"),
        ("one-xabcdef01,rejected", "rejected, but its row stands at seeds/claims/one.csv:3"),
        ("one-x0a1b2c3d,rejected\none-x0a1b2c3d,unsure", "'one-x0a1b2c3d' is judged already at seeds/judgements.csv:2"),
    ],
)
def test_judgements_are_checked(make_project: Callable[..., Project], line: str, words: str) -> None:
    rows = HEAD + GOOD + "xabcdef01,nord,claims,isle" + "," * 11 + "\n"
    project = make_project({"claims/one.csv": rows, "judgements.csv": f"evidence,verdict\n{line}\n"})
    found = messages(project)
    assert len(found) == 1 and words in found[0] and found[0].startswith("seeds/judgements.csv:"), found
    sound = make_project({"claims/one.csv": rows, "judgements.csv": "evidence,verdict\none-xabcdef01,accepted\n"}, "q")
    assert messages(sound) == []
