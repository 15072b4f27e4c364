"""A project's folders, and `build`: read → check → claims → triples → store → reports → pages.

A build works in `output/.next`; when that is whole, its parts are moved into place and the manifest last. If a
build is killed before, the old output stays; if it is killed while moving, the next command finishes the move.
"""

import datetime
import gc
import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from kg.errors import InputError, Issue, IssuesError, UsageError, errors_in
from kg.model import ClaimRow, Dossier, Settings
from kg.prefixes import prefixes

if TYPE_CHECKING:
    from kg.claims import Resolved
    from kg.curate.desk import Curation
    from kg.filters import Filters
    from kg.pages.site import Site
    from kg.review.desk import Desk

PARTS = ("graph.nt", "store", "reports", "places.json", "site")
STEPS = 10
MAX_SHAPING = 5  # rounds of leaving out what SHACL refuses
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: figures for the summary, the hash of the data, and the issues it went on in spite of."""

    figures: dict[str, int]
    dataset: str
    issues: tuple[Issue, ...]


@dataclass(frozen=True)
class Project:
    """A folder that holds `seeds/`, and perhaps an ontology of its own."""

    root: Path

    @classmethod
    def open(cls, path: str | Path) -> "Project":
        """Open the project in a folder.

        Raises:
            UsageError: there is no `seeds/` in the folder.
        """
        root = Path(path)
        if not (root / "seeds").is_dir():
            raise UsageError(f"no seeds/ in {root.resolve()}; kg init DIR makes a new project")
        return cls(root)

    @property
    def seeds(self) -> Path:
        """What is said."""
        return self.root / "seeds"

    @property
    def output(self) -> Path:
        """What is made."""
        return self.root / "output"

    @property
    def ontology(self) -> Path:
        """What may be said: the project's own ontology, or the shipped one."""
        from kg.vocabulary import shipped_ontology

        own = self.root / "ontology"
        return own if own.is_dir() else shipped_ontology()

    @cached_property
    def settings(self) -> Settings:
        """What `project.toml` declares."""
        from kg.settings import read_settings

        return read_settings(self.seeds)[0]

    def text_folders(self, texts: Path | None = None) -> tuple[Path, ...]:
        """Where the texts of sources may lie."""
        return tuple(folder for folder in (self.seeds / "texts", texts) if folder and folder.is_dir())

    def read(self) -> tuple[Dossier, tuple[Issue, ...]]:
        """The records, and the issues of reading them."""
        from kg.seeds import read_dossier

        return read_dossier(self.seeds)

    def check(self, texts: Path | None = None) -> tuple[Issue, ...]:
        """All issues in what people wrote."""
        unreadable = self.read()[1]
        if _whole_files(unreadable):
            return tuple(sorted(unreadable))
        return self._prepare(texts, keep_going=True, progress=lambda _: None)[1]

    def resolved(self) -> "Resolved":
        """The records with their claims and evidence, without a build; what has errors is left out."""
        from kg.check import check_dossier, sound_part
        from kg.claims import resolve
        from kg.vocabulary import load_vocabulary

        vocabulary = load_vocabulary(self.ontology)
        dossier, unreadable = self.read()
        issues = (*unreadable, *check_dossier(dossier, vocabulary))
        return resolve(sound_part(dossier, vocabulary, issues), vocabulary)

    def build(self, texts: Path | None = None, keep_going: bool = False, progress: Progress = lambda _: None) -> Built:
        """Build everything below `output/`.

        Args:
            texts: a folder with texts that may not be shipped.
            keep_going: build from what is sound instead of refusing.
            progress: is told the name of each step.

        Raises:
            IssuesError: the seeds hold errors; the old output stays as it was.
            UsageError: another build is at work.
        """
        self.output.mkdir(exist_ok=True)
        try:
            with FileLock(self.output / ".lock", timeout=0):
                return self._build(texts, keep_going, progress)
        except Timeout as error:
            raise UsageError(f"another build is at work in {self.output}") from error

    def _build(self, texts: Path | None, keep_going: bool, progress: Progress) -> Built:
        graph, issues = self._prepare(texts, keep_going, progress)
        next_ = self.output / ".next"
        if (next_ / "manifest.json").exists():  # a build was killed while moving: its parts are needed
            self._publish()
        shutil.rmtree(next_, ignore_errors=True)
        (next_ / "reports").mkdir(parents=True)
        (next_ / "site").mkdir()
        from kg.pages.graph_data import places_of
        from kg.pages.registry import write_site
        from kg.report.formats import as_markdown
        from kg.report.summary import summary
        from kg.store import open_store, sorted_lines

        progress("writing the graph")
        data = sorted_lines(graph.serialize(format="nt", encoding="utf-8"))
        (next_ / "graph.nt").write_bytes(data)
        dataset = hashlib.sha256(data).hexdigest()
        progress("filling the store")
        store = open_store(next_ / "store", prefixes(self.settings.base), read_only=False)
        store.replace(data)
        progress("writing reports")
        report = summary(store, self.settings.title, dataset)
        (next_ / "reports" / "summary.md").write_text(as_markdown(report), encoding="utf-8")
        progress("drawing the pages")
        site = self.site(store, dataset, texts)
        (next_ / "places.json").write_text(json.dumps(places_of(site), indent=0, sort_keys=True), encoding="utf-8")
        write_site(site, next_ / "site")
        figures = {str(row[0]): int(str(row[1])) for row in report.sections[0].table.rows}
        manifest = {
            "version": 1,
            "base": self.settings.base,
            "dataset": dataset,
            "figures": figures,
            "parts": list(PARTS),
        }
        del store, site
        gc.collect()  # templates leave cycles that keep the store locked for the next build of this process
        (next_ / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")
        progress("putting it in place")
        self._publish()
        return Built(figures, dataset, issues)

    def _prepare(self, texts: Path | None, keep_going: bool, progress: Progress) -> tuple[Any, tuple[Issue, ...]]:
        """The checked graph and all issues."""
        from kg.check import check_dossier, check_graph, sound_part
        from kg.claims import resolve
        from kg.rdf import build_graph, locations
        from kg.texts import locate_quotes
        from kg.vocabulary import load_vocabulary

        progress("reading")
        vocabulary = load_vocabulary(self.ontology)
        dossier, unreadable = self.read()
        folders = self.text_folders(texts)
        progress("checking")
        if _whole_files(unreadable) and not keep_going:
            raise IssuesError(sorted(unreadable))
        issues = (*unreadable, *check_dossier(dossier, vocabulary, folders))
        if errors_in(issues) and not keep_going:
            raise IssuesError(sorted(issues))
        sound = sound_part(dossier, vocabulary, issues)
        progress("extracting")
        proposed = self.propose(sound, folders)
        for _ in range(MAX_SHAPING):
            progress("making claims")
            resolved = resolve(replace(sound, rows=(*sound.rows, *proposed)), vocabulary)
            graph = build_graph(resolved, locate_quotes(sound.sources, resolved.evidence, folders))
            progress("validating shapes")
            shaped = check_graph(graph, vocabulary, locations(sound, resolved.evidence))
            issues = tuple(sorted({*issues, *shaped}))
            smaller = sound_part(sound, vocabulary, shaped)
            if not errors_in(shaped) or smaller == sound:
                return graph, issues
            if not keep_going:
                raise IssuesError(issues)
            sound = smaller  # without what the shapes refuse
        return graph, issues

    def propose(self, dossier: Dossier, folders: Sequence[Path]) -> tuple[ClaimRow, ...]:
        """What the extractor finds between entities of the dossier and nobody has decided on."""
        from kg.claims import evidence_id, rows_by_key
        from kg.extract.rows import propose

        decided = {*dossier.judged("accepted", "rejected"), *rows_by_key(dossier)}
        return tuple(
            item.row
            for item in propose(dossier, folders, self.ontology)
            if not item.unknown and evidence_id(item.row) not in decided
        )

    def desk(self, by: str, texts: Path | None = None) -> "Desk":
        """Where a person decides on what is proposed.

        Raises:
            IssuesError: the seeds hold errors, which are to be mended first.
        """
        from kg.check import check_dossier
        from kg.extract.rows import propose
        from kg.review.desk import Desk
        from kg.vocabulary import load_vocabulary

        vocabulary = load_vocabulary(self.ontology)
        dossier, unreadable = self.read()
        issues = (*unreadable, *check_dossier(dossier, vocabulary))
        if errors_in(issues):
            raise IssuesError(sorted(errors_in(issues)), "nothing can be reviewed before they are mended")
        proposed = tuple(propose(dossier, self.text_folders(texts), self.ontology))
        today = datetime.date.today().isoformat()
        return Desk(self.seeds, dossier, vocabulary, proposed, by, today)

    def curation(self, key: str, texts: Path | None = None) -> "Curation":
        """Where a person writes the rows of one source.

        Raises:
            UsageError: no source has this key.
            IssuesError: a file of the seeds cannot be read whole.
        """
        from kg.curate.desk import Curation
        from kg.vocabulary import load_vocabulary

        return Curation(self.seeds, key, load_vocabulary(self.ontology), self.text_folders(texts))

    @contextmanager
    def reviewing(self) -> Iterator[None]:
        """Keeps a second review or curation from the files.

        Raises:
            UsageError: another one is at work.
        """
        self.output.mkdir(exist_ok=True)
        try:
            with FileLock(self.output / ".review.lock", timeout=0):
                yield
        except Timeout as error:
            raise UsageError(f"another review or curation is at work in {self.root.resolve()}") from error

    def _publish(self) -> None:
        """Move a whole `.next` into place, manifest last; safe to run again after a kill at any point."""
        next_, old = self.output / ".next", self.output / ".old"
        for part in PARTS:
            if (next_ / part).exists():
                _remove(old)
                if (self.output / part).exists():
                    (self.output / part).rename(old)
                (next_ / part).rename(self.output / part)
                _remove(old)
        (next_ / "manifest.json").replace(self.output / "manifest.json")
        shutil.rmtree(next_, ignore_errors=True)

    def manifest(self) -> dict[str, Any]:
        """The manifest of the last whole build; a move that was killed is finished first.

        Raises:
            UsageError: nothing was built yet.
            InputError: the manifest is damaged.
        """
        if (self.output / ".next" / "manifest.json").exists():
            try:
                with FileLock(self.output / ".lock", timeout=10):
                    if (self.output / ".next" / "manifest.json").exists():
                        self._publish()
            except Timeout as error:
                raise UsageError(f"another build is at work in {self.output}") from error
        path = self.output / "manifest.json"
        if not path.is_file():
            raise UsageError(f"nothing is built in {self.root.resolve()} yet; run kg build")
        try:
            data = dict(json.loads(path.read_text(encoding="utf-8")))
            str(data["base"]), str(data["dataset"])
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(f"{path}: damaged; run kg build") from error
        return data

    def store(self, as_of: datetime.date | None = None) -> Any:
        """The built graph, read-only, opened in milliseconds; or what was known on a day, made in memory."""
        from kg.store import open_store

        if as_of is not None:
            from kg.view import known_on

            return known_on(self.resolved(), as_of, self.settings.base)
        return open_store(self.output / "store", prefixes(self.manifest()["base"]))

    def view(self, filters: "Filters") -> Any:
        """The built graph, or what it held on a day, with only the claims that pass; made in memory.

        Raises:
            UsageError: a filter names what the graph does not know.
        """
        from kg.view import narrowed

        return narrowed(self.store(filters.as_of), filters)

    def site(
        self, store: Any, dataset: str, texts: Path | None = None, filters: str = "", names: Sequence[str] = ()
    ) -> "Site":
        """What pages of a store are made of (see `Site`): all pages, or those of these names."""
        from kg.pages.registry import PAGES, files
        from kg.pages.site import Site, read_places

        places = read_places(self.output / "places.json")
        return Site(store, self.read()[0], dataset, self.text_folders(texts), filters, files(names or PAGES), places)

    def dataset(self) -> Any:
        """The built graph as an rdflib `Dataset`, read-only, with the project's prefixes bound."""
        from kg.store import open_dataset

        return open_dataset(self.output / "store", prefixes(self.manifest()["base"]))


def _whole_files(issues: Sequence[Issue]) -> bool:
    """Whether some file cannot be read at all: what follows from that would bury the cause."""
    return any(issue.location.line <= 1 for issue in errors_in(issues))


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def init_project(folder: Path, example: bool = False, empty: bool = False) -> None:
    """Make `seeds/` in a folder: an invented starter, its files without their rows, or a copy of the shipped dossier.

    Raises:
        UsageError: there is a `seeds/` already; nothing is written over.
    """
    from kg.vocabulary import shipped

    seeds = folder / "seeds"
    if seeds.exists():
        raise UsageError(f"{seeds} exists already; nothing was written")
    origin = shipped("example", "seeds") if example else shipped("starter", "kg/starter")
    seeds.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(origin, seeds, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    if empty:
        (seeds / "sources.bib").write_bytes(b"")
        for path in seeds.glob("*.csv"):
            path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
        for path in (seeds / "claims").iterdir():
            path.unlink()


def format_seeds(project: Project, write: bool = True) -> tuple[tuple[str, ...], tuple[Issue, ...]]:
    """Write each CSV file of `seeds/` that is not canonical anew; files with issues are left alone.

    Returns:
        The files that changed (or would), and the issues of those that could not be read.
    """
    from kg.seeds import csv_files, format_file, write_file

    changed: list[str] = []
    issues: list[Issue] = []
    for path in csv_files(project.seeds):
        text, found = format_file(path, project.seeds)
        issues += found
        if text is not None and text.encode() != path.read_bytes():
            changed.append(path.relative_to(project.root).as_posix())
            if write:
                write_file(path, text)
    return tuple(changed), tuple(issues)
