"""The sentences behind claims, where the texts of the sources are at hand."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kg.errors import InputError
from kg.model import Dossier
from kg.report import STORY, Report
from kg.store import Queryable
from kg.table import Table, Value
from kg.textcheck import name_patterns, plain
from kg.texts import Text, find_text, read_text

_END = re.compile(r"(?<=[.!?][”\"])\s+|(?<=[.!?])\s+")
_ENDS = """
SELECT ?claim ?end {
  ?claim a kg:Claim ; rdf:subject|rdf:object ?end FILTER NOT EXISTS { ?claim a kg:Candidate }
} ORDER BY ?claim ?end
"""


class Sentences:
    """Finds sentences by the names in them."""

    def __init__(self, dossier: Dossier, folders: Sequence[Path]):
        self.forms = name_patterns(dossier)
        self.texts: dict[str, Text] = {}
        for source in dossier.sources:
            if path := find_text(source, folders):
                with suppress(InputError):  # told by `kg check`
                    self.texts[source.key] = read_text(path)

    def naming(self, ends: Iterable[str], source: str, paragraphs: Iterable[int]) -> list[str]:
        """The sentences of these paragraphs that name all of the ends that have a name."""
        text, forms = self.texts.get(source), [self.forms[end] for end in ends if end in self.forms]
        if text is None or not forms:
            return []
        spoken = [text.paragraph(number) for number in paragraphs if 1 <= number <= len(text.spans)]
        every = [sentence for paragraph in spoken for sentence in _END.split(paragraph)]
        return [sentence for sentence in every if all(form.search(plain(sentence)) for form in forms)]

    def both(self, ends: Iterable[str], source: str, paragraphs: Iterable[int]) -> list[str]:
        """The sentences that name two ends; none where one of them has no name to look for, as a phrase or a claim."""
        two = dict.fromkeys(ends)
        return self.naming(two, source, paragraphs) if len(two) > 1 and two.keys() <= self.forms.keys() else []


def with_sentences(report: Report, store: Queryable, sentences: Sentences) -> Report:
    """The report where each entry has the one sentence it cites that names both ends of its claim, if just one does."""
    ends: dict[str, list[str]] = defaultdict(list)
    for claim, end in store.select(_ENDS).rows:
        ends[str(claim)].append(str(end))

    def told(row: tuple[Value, ...]) -> tuple[Value, ...]:
        when, text, note, cite, claim = row
        named = [end for end in ends.get(str(claim), ()) if end in sentences.forms]
        found: list[str] = []
        for part in str(cite).split("; ") if len(named) > 1 else ():
            source, _, places = part.partition(" ")
            found += sentences.naming(named, source, map(int, re.findall(r"¶(\d+)", places)))
        if len(found) != 1:  # two would leave open which is meant
            return row
        return when, text, " · ".join(item for item in (f"text: “{found[0]}”", str(note)) if item), cite, claim

    sections = tuple(
        replace(section, table=Table.of(STORY, map(told, section.table.rows))) if section.story else section
        for section in report.sections
    )
    warning = "What stands after 'text:' is the one sentence there that names both; without one, read the paragraph."
    return replace(report, sections=sections, warnings=(*report.warnings, warning))
