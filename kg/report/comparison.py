"""New texts beside the graph: findings by kind, each with what the text says and what is known."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.claims import Resolved, sentences
from kg.compare import KINDS, Compared, Finding, compare_document
from kg.extract.document import Document
from kg.extract.engine import make_extractor
from kg.model import Claim, Evidence
from kg.report import Report, Section
from kg.report.sentences import Sentences
from kg.table import Table, Value

COLUMNS = ("no", "differs", "side", "says", "sentence", "at", "voice")
HEADINGS = {
    "contradicts": "Contradicts the graph",
    "settles": "Settles a plan",
    "more precise": "More precise than the graph",
    "new": "New",
    "known": "Known",
}


def comparison_report(
    resolved: Resolved,
    ontology: Path,
    documents: Sequence[Document],
    names: Path | None,
    folders: Sequence[Path],
    only: Sequence[str] = (),
) -> Report:
    """What the extractor hears in each document, held against the project's claims.

    Args:
        resolved: what the project holds.
        ontology: the folder of its ontology.
        documents: the new texts.
        names: a CSV of more names.
        folders: where the texts of the project's sources may lie.
        only: kinds of findings to tell; none means all.
    """
    extractor = make_extractor(resolved.dossier, names, ontology)
    compared = [compare_document(resolved, extractor, document) for document in documents]
    kinds = [kind for kind in KINDS if not only or kind in only]
    teller = _Teller(resolved, folders)
    sections = [Section("Texts", _counts(compared, kinds))]
    number = 0
    for kind in kinds:
        rows: list[Sequence[Value]] = []
        for finding in (finding for text in compared for finding in text.of(kind)):
            number += 1
            rows += teller.rows(number, finding)
        if rows:
            sections.append(Section(HEADINGS[kind], Table.of(COLUMNS, rows)))
    title = f"{resolved.dossier.settings.title}: {', '.join(document.name for document in documents)} beside the graph"
    return Report("compare", title, "", tuple(sections), tuple(_heard(text) for text in compared))


def _counts(compared: Sequence[Compared], kinds: Sequence[str]) -> Table:
    rows: list[Sequence[Value]] = []
    for text in compared:
        rows += [(text.name, "sentences", text.sentences), (text.name, "sentences that gave a claim", text.heard)]
        rows += [(text.name, kind, len(text.of(kind))) for kind in kinds]
    return Table.of(("text", "what", "count"), rows)


def _heard(text: Compared) -> str:
    share = f" ({100 * text.heard / text.sentences:.0f} %)" if text.sentences else ""
    return (
        f"{text.name}: {text.heard} of {text.sentences} sentences{share} gave a claim; "
        "the others may say what the rules do not hear. Silence is not agreement."
    )


class _Teller:
    """Tells each finding with the sentences on both sides."""

    def __init__(self, resolved: Resolved, folders: Sequence[Path]):
        self.resolved = resolved
        self.evidence: dict[str, list[Evidence]] = {}
        for item in resolved.checked().evidence:
            self.evidence.setdefault(item.claim, []).append(item)
        self.names = {thing.id: thing.name for thing in resolved.dossier.things}
        self.words = sentences(resolved.claims, self.names, resolved.vocabulary)
        self.sentences = Sentences(resolved.dossier, folders)

    def rows(self, number: int, finding: Finding) -> Iterator[Sequence[Value]]:
        """A row for the text, then one for each piece of evidence of each claim that it was held against."""
        row, differs = finding.row, ", ".join(finding.differs)
        new = {end.value: end.value for end in (finding.claim.subject, finding.claim.object)}
        words = sentences((finding.claim,), {**new, **self.names}, self.resolved.vocabulary)[finding.claim.id]
        yield number, differs, "text", words, row.quote, f"{row.source} {row.at}".strip(), row.according_to
        for claim in finding.known:
            for item in self.evidence[claim.id]:
                place = " ".join(f"¶{paragraph}" for paragraph in item.paragraphs) or item.page
                at = f"{item.source} {place}".strip()
                yield number, differs, "graph", self.words[claim.id], self._sentence(claim, item), at, item.according_to

    def _sentence(self, claim: Claim, item: Evidence) -> str:
        """The quote, or the one sentence of the paragraph that names both ends, or blank."""
        if item.quote:
            return item.quote
        ends = (claim.subject.value, claim.object.value)
        found = self.sentences.both(ends, item.source, item.paragraphs)
        return found[0] if len(found) == 1 else ""
