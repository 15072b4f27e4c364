"""Every report on a project whose every text is out to break it."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from kg.cli.report import report
from kg.project import Project
from kg.report.registry import REPORTS, parameters

SIC = "[sic]"
HOSTILE = f"{SIC} [/b] [red]x[/red] `y` *z* <b>&amp; \u202etxt.exe | $1$ {{{{7*7}}}}"
LONG = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle-und-mehr"
VALUES = {
    "actor": "ann",
    "other": "bob",
    "side": "nord",
    "about": "isle",
    "one": "2016",
    "two": "2017",
}
ENTITIES = f"""id,type,name,side
ann,Person,Ann {HOSTILE},nord
bob,Person,Bob {HOSTILE},sud
cy,Person,{LONG} {SIC},sud
nord,State,Nord {HOSTILE},
sud,State,Sud {HOSTILE},
isle,Place,Isle {HOSTILE},
premier,Position,Premier {HOSTILE},nord
pact,Document,Pact {HOSTILE},
"""
HEAD = "id,subject,relation,object,about,when,event,polarity,modality,condition,at,according_to,quote,note\n"
ONE = f"""{HEAD}o1,ann,meets,bob,,,talks,,,,¶1,,"=HYPERLINK(1) {HOSTILE}",
o2,nord,claims,isle,,,,,,,¶2,,,{HOSTILE}
o3,sud,controls,isle,,1998/..,,,,,¶2,nord,,
o4,ann,hosts,bob,isle,2016-12,,,planned,,¶3,,,
o5,ann,states,that {HOSTILE},isle,2016-05,,,,,¶3,,,
o6,bob,opposes,pact,isle,2017,,,,if it rains {HOSTILE},¶3,,,
o7,ann,holdsOffice,premier,,2014/2018,,,,,¶4,,,
o8,nord,seeks,more of {LONG} {SIC},isle,,,,,,¶4,bob,,
o9,nord,allyOf,sud,,,,,,,¶5,,,
o10,nord,attacks,sud,,2017-03,,,,,¶5,,,
o11,sud,attacks,cy,,2017-04,,,,,¶5,,,
o12,cy,meets,nord,,2017-05,,,,,¶5,,,
"""
TWO = (
    f"{HEAD}t1,bob,meets,ann,,,talks,,,,¶1,,,\nt2,nord,allyOf,sud,,,,denied,,,¶1,,,\nt3,nord,claims,isle,,,,,,,¶2,,,\n"
)
NAMES = f"""entity,name,lang,kind,used_by,source,at
ann,Annie {HOSTILE},en,alias,,,
isle,North Isle {HOSTILE},en,contested,nord,one,¶2
isle,South Isle {HOSTILE},en,contested,sud,one,¶2
"""
BIB = "\n".join(
    f"@misc{{{key},\n\ttitle = {{{key} [sic] [/b] <b> {LONG}}},\n\tauthor = {{Ann [sic] Onymous}},\n\tdate = {{{date}}}\n}}\n"
    for key, date in (("one", "2016-06"), ("two", "2017"))
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project, built."""
    seeds = tmp_path_factory.mktemp("hostile") / "seeds"
    files = {
        "project.toml": f'title = "T {SIC} [/b] \\u001b[31mred\\u009b {LONG}"\nbase = "https://example.org/t/"\n',
        "entities.csv": ENTITIES,
        "events.csv": f"id,name,type,when,where\ntalks,talks {HOSTILE},Event,2016-05,isle\n",
        "names.csv": NAMES,
        "sources.bib": BIB,
        "conflicts.csv": f"first,second,type,note\none-o2,one-o3,framing,{HOSTILE}\n",
        "claims/one.csv": ONE,
        "claims/two.csv": TWO,
    }
    for name, text in files.items():
        path = seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    project = Project.open(seeds.parent)
    project.build()
    return project


@pytest.fixture
def say(hostile: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What a report prints in a pipe of 80 columns, with every parameter that it takes."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    def said(name: str, format_: str) -> str:
        values = {key: VALUES[key] for key, needed in parameters(name).items() if needed}
        if name == "silence":
            values = {}
        places = [values.pop(key) for key in ("one", "two") if key in values]
        options = [part for key, value in values.items() for part in (f"--{key}", value)]
        arguments = [name, *places, *options, "--format", format_, "-p", str(hostile.root)]
        done = CliRunner().invoke(report, arguments, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.output

    return said


def controls(text: str) -> list[str]:
    return [
        character
        for character in text
        if (unicodedata.category(character) == "Cc" and character != "\n") or character in "\u202a\u202b\u202d\u202e"
    ]


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_stands_hostile_text(name: str, say: Callable[..., str]) -> None:
    data = json.loads(say(name, "json"))
    assert data["schema"] == f"kg.{name}/1"
    assert {"title", "dataset", "parameters", "filters", "warnings", "lead", "sections"} <= set(data)
    sections = [(section["heading"], [list(row.values()) for row in section["rows"]]) for section in data["sections"]]
    wanted = json.dumps([data["title"], data["lead"], data["warnings"], sections]).count(SIC)

    text = say(name, "text")
    assert max(map(len, text.splitlines())) <= 80
    assert not controls(text)
    assert text.count(SIC) >= wanted > 0
    squeezed = re.sub(r"\s", "", text)
    for part in (data["title"], *data["lead"], *data["warnings"]):
        shown = "".join(c for c in part if unicodedata.category(c) != "Cc").replace("\u202e", "\ufffd")
        assert re.sub(r"\s", "", shown) in squeezed

    page = say(name, "md")
    assert not controls(page)
    assert not [mark for mark in ("<b>", "`y`", "*z*", "$1$", " &amp;", " [sic]") if mark in page]
    assert page.count(r"\[sic\]") >= wanted

    table = say(name, "csv")
    rows = list(csv.reader(io.StringIO(table)))
    assert len({len(row) for row in rows}) == 1
    assert all(cell[:1] not in ("=", "@", "\t", "\r") for row in rows for cell in row)
    assert not [mark for mark in controls(table) if unicodedata.category(mark) == "Cc"]
