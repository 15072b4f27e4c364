"""Review in the terminal: one proposal at a time, one key a decision. Decides nothing itself; the desk does."""

import re
import shutil
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import replace

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.application import Application
from prompt_toolkit.completion import FuzzyWordCompleter
from prompt_toolkit.formatted_text import FormattedText, to_formatted_text
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.shortcuts import clear

from kg.errors import IssuesError, KgError, printable
from kg.model import MODALITIES, POLARITIES, VERDICTS, WORDINGS, ClaimRow, Entity
from kg.review.desk import Decision, Desk
from kg.review.queue import TIERS, Item, New, select

KEYS = {
    "a": "accept",
    "e": "edit",
    "r": "reject",
    "u": "unsure",
    "z": "undo",
    "s": "skip",
    "f": "filter",
    "?": "help",
    "q": "quit",
}
EDIT_KEYS = {
    "s": "subject",
    "r": "relation",
    "o": "object",
    "d": "addressee",
    "t": "about",
    "w": "when",
    "p": "where",
    "x": "event",
    "y": "polarity",
    "m": "modality",
    "c": "condition",
    "v": "according_to",
    "g": "wording",
    "i": "said",
    "n": "note",
}
NEW_KEYS = {
    "a": "make it an entity",
    "e": "edit first",
    "m": "merge into an existing one",
    "r": "reject all that name it",
    "b": "back",
}
HELP = """a  accept: the claim enters the graph as reviewed
e  edit cells first, then accept with Enter
r  reject: it never returns
u  unsure: it comes back at the end of the queue, another time
z  undo the last decision, again and again
s  skip: decide nothing for now
f  filter: entity=… relation=… source=… confidence=…; blank for all
q  quit; all decisions are on disk already"""
_OPEN, _CLOSE = "\ue000", "\ue001"  # marks of a mention until the lines are wrapped


class Screen:
    """A session: shows the queue until it is empty or the person quits."""

    def __init__(self, desk: Desk, items: Iterable[Item]):
        self.desk, self.base = desk, tuple(items)
        self.items = self.base
        self.skipped: set[str] = set()
        self.next = ""  # what was taken back is shown again at once
        self.message = ""
        self.counts = dict.fromkeys(VERDICTS, 0)

    def run(self) -> dict[str, int]:
        """Review until the queue is empty or the person quits; how many of each verdict."""
        while item := self._current():
            clear()
            self._show(item, self.desk.row(item))
            key = self._key(KEYS)
            self.message = ""
            try:
                if key == "q":
                    break
                self._do(key, item)
            except IssuesError as error:
                self.message = f"not written: {error}; {error.consequence}"
            except (KgError, OSError) as error:
                self.message = f"not done: {error}"
        return self.counts

    def _current(self) -> Item | None:
        waiting = [item for item in self.desk.open(self.items) if item.evidence not in self.skipped]
        return next((item for item in waiting if item.evidence == self.next), waiting[0] if waiting else None)

    def _do(self, key: str, item: Item) -> None:
        if key == "a":
            self._accept(item, {})
        elif key == "e":
            self._edit(item)
        elif key in ("r", "u"):
            verdict = "rejected" if key == "r" else "unsure"
            self.desk.decide(Decision(item.evidence, verdict))
            self._count(verdict)
        elif key == "z":
            self._undo()
        elif key == "s":
            self.skipped.add(item.evidence)
        elif key == "f":
            self._filter()
        else:
            self.message = HELP

    # --- decisions ---------------------------------------------------------------------------------------------

    def _accept(self, item: Item, changes: Mapping[str, str]) -> bool:
        """Accept, after each new name was settled; whether that was done."""
        row = self.desk.row(item)
        ends = {name: cell for name, cell in changes.items() if name in ("subject", "object", "according_to")}
        settled: dict[str, Entity | str] = {}
        for new in self.desk.new(replace(row, **ends)):  # type: ignore[arg-type]
            choice = self._settle(new)
            if choice is None:
                return False
            if choice == "":
                count = self.desk.reject_thing(new.key)
                self.counts["rejected"] += count
                self.message = f"rejected {count} that name {new.entity.name}"
                return True
            settled[new.key] = choice
        cells = {name: cell for name, cell in changes.items() if name != "note"}
        self.desk.decide(self.desk.accept(item, cells, settled, changes.get("note", "")))
        self._count("accepted")
        return True

    def _settle(self, new: New) -> Entity | str | None:
        """What a new name is to be: an entity, the id of one that is there, "" for none at all, None to go back."""
        entity = new.entity
        while True:
            kinds, count = ", ".join(entity.types), len(self.desk.naming(new.key))
            self._say(f"\nNew: {entity.name} ({kinds}), named by {_count(count)}; its id: {entity.id}")
            key = self._key(NEW_KEYS)
            if key == "a":
                return entity
            if key == "r":
                return ""
            if key == "m":
                things = {thing.id: thing.name for thing in self.desk.dossier.things}
                if (id_ := self._ask("is the same as (id)", "", things)) in things:
                    return id_
                self._say("no such id")
            elif key == "e":
                id_ = self._ask("id", entity.id, {}) or entity.id
                types = self._ask("type", "|".join(entity.types), dict.fromkeys(self.desk.vocabulary.supertypes, ""))
                name = self._ask("name", entity.name, {}) or entity.name
                entity = replace(entity, id=id_, types=tuple((types or "|".join(entity.types)).split("|")), name=name)
            else:
                return None

    def _edit(self, item: Item) -> None:
        changes: dict[str, str] = {}
        while True:
            row = self.desk.row(item)
            now = {name: str(getattr(row, name, "")) for name in EDIT_KEYS.values()}
            now = {**now, "about": "|".join(row.about), **changes}
            clear()
            self._show(item, replace(row, **{name: cell for name, cell in changes.items() if name not in _NO_CELLS}))  # type: ignore[arg-type]
            for key, name in EDIT_KEYS.items():
                self._say(f"  {key}  {name}: {now[name]}")
            key = self._key({**dict.fromkeys(EDIT_KEYS, ""), "enter": "accept so", "b": "back"})
            self.message = ""
            if key not in ("enter", *EDIT_KEYS):
                return
            if key != "enter":
                name = EDIT_KEYS[key]
                answer = self._ask(name, now[name], self._words(name))
                if answer is not None:
                    changes[name] = answer
                continue
            try:
                if self._accept(item, changes):
                    return
            except IssuesError as error:
                self.message = f"not written: {error}"
            except KgError as error:
                self.message = f"not accepted: {error}"

    def _words(self, name: str) -> dict[str, str]:
        """What may stand in a cell, with its meaning: for completion."""
        fixed = {"polarity": POLARITIES, "modality": MODALITIES, "wording": WORDINGS}
        if name in fixed:
            return dict.fromkeys(fixed[name], "")
        if name == "relation":
            return {relation.name: relation.label for relation in self.desk.vocabulary.relations.values()}
        if name in ("when", "said", "note", "condition"):
            return {}
        return {thing.id: thing.name for thing in self.desk.dossier.things}

    def _undo(self) -> None:
        before = {item.evidence: item.verdict for item in self.desk.dossier.judgements}
        back = self.desk.undo()
        for evidence in back:
            self.counts[before[evidence]] = max(0, self.counts[before[evidence]] - 1)
        here = {item.evidence for item in self.items}
        self.next = next((evidence for evidence in back if evidence in here), "")
        if not back:
            self.message = "nothing to undo"
        elif not self.next:
            self.message = f"taken back: {', '.join(back)}; it waits again next time"

    def _count(self, verdict: str) -> None:
        self.counts[verdict] += 1

    def _filter(self) -> None:
        answer = self._ask("filter (entity= relation= source= confidence=)", "", {})
        if answer is None:
            return
        wanted = dict(part.split("=", 1) for part in answer.split() if "=" in part)
        names = ("entity", "relation", "source")
        unknown = [part for part in answer.split() if part.partition("=")[0] not in (*names, "confidence")]
        sure = wanted.get("confidence", "0")
        if unknown or not re.fullmatch(r"[01]?(\.[0-9]+)?", sure):
            self.message = f"not understood: {' '.join(unknown) or sure}"
            return
        found = select(self.base, **{name: wanted.get(name, "") for name in names}, min_confidence=float(sure or 0))  # type: ignore[arg-type]
        if self.desk.open(found):
            self.items = found
            self.message = f"{len(self.desk.open(found))} wait"
        else:
            self.message = "none is left of these; the filter stays as it was"

    # --- showing and asking ------------------------------------------------------------------------------------

    def _show(self, item: Item, row: ClaimRow) -> None:
        width = min(shutil.get_terminal_size().columns, 110) - 2
        left = len(self.desk.open(self.items))
        counts = " · ".join(f"{count} {verdict}" for verdict, count in self.counts.items())
        proof = item.row.proposal
        rule = f" · rule {proof.rule}, right {proof.confidence:.0%} of the time" if proof else ""
        at = f" {row.at}" if row.at else ""
        self._say(f"{len(self.items) - left + 1} of {len(self.items)} · {counts} · {TIERS[item.tier]}", "bold")
        self._say(f"{row.source}{at} · {item.evidence}{rule}\n", "italic")
        print_formatted_text(marked(row.quote, item.spans, width))
        self._say(f"\n{textwrap.fill(self.desk.known.say(row), width)}", "bold")
        for new in self.desk.new(row):
            self._say(f"new: {new.entity.name} ({', '.join(new.entity.types)})")
        self._say(f"why now: {item.why}\n")
        held = self.desk.known.shown(row)
        self._say("The graph holds of the same two:" if held else "The graph holds nothing of the same two.")
        for line in held:
            self._say(textwrap.fill(printable(line), width, initial_indent="  · ", subsequent_indent="    "))
        if self.message:
            self._say(f"\n{self.message}", "bold")

    def _say(self, text: str, style: str = "") -> None:
        print_formatted_text(to_formatted_text(text, style=style))

    def _key(self, keys: Mapping[str, str]) -> str:
        """One key of these; Escape is b (back), Ctrl-C and Ctrl-D are q."""
        bindings = KeyBindings()
        names = {**{key: key for key in keys}, "escape": "b", "c-c": "q", "c-d": "q"}
        if "enter" in keys:  # pressed while nothing listened, it comes as a line feed
            names["c-j"] = "enter"

        def bind(key: str, result: str) -> None:
            @bindings.add(key, eager=key == "escape")
            def _(event: KeyPressEvent) -> None:
                event.app.exit(result=result)

        for key, result in names.items():
            bind(key, result)
        line = "   ".join(f"{'Enter' if key == 'enter' else key} {text}" for key, text in keys.items() if text)
        window = Window(FormattedTextControl([("reverse", line)]), dont_extend_height=True, wrap_lines=True)
        app: Application[str] = Application(Layout(window), key_bindings=bindings, erase_when_done=True)
        return app.run()

    def _ask(self, what: str, default: str, words: Mapping[str, str]) -> str | None:
        """A line of text; None if the person goes back with Escape or Ctrl-C."""
        bindings = KeyBindings()

        @bindings.add("escape", eager=True)
        def _(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt)

        completer = FuzzyWordCompleter(list(words), dict(words)) if words else None
        session: PromptSession[str] = PromptSession(f"{what}: ", completer=completer, key_bindings=bindings)
        try:
            return session.prompt(default=default).strip()
        except (KeyboardInterrupt, EOFError):
            return None


def _count(number: int) -> str:
    return f"{number} proposal{'' if number == 1 else 's'}"


_NO_CELLS = ("note", "about")


def marked(quote: str, spans: Iterable[tuple[int, int]], width: int) -> FormattedText:
    """A sentence in lines, its mentions in bold between brackets."""
    text = "".join(mark if mark.isprintable() else " " for mark in quote)
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{_OPEN}{text[start:end]}{_CLOSE}{text[end:]}"
    lines = textwrap.fill(text, width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    parts = re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", lines)
    return FormattedText(
        ("bold underline" if part.startswith(_OPEN) else "", part.replace(_OPEN, "[").replace(_CLOSE, "]"))
        for part in parts
    )
