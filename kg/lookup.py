"""Finding things by what they are called, and claims by what they say; case and accents do not matter."""

import re
from difflib import get_close_matches

from kg.errors import UsageError
from kg.store import Queryable
from kg.table import Table
from kg.texts import fold

_NAMES = "SELECT ?id ?name WHERE { ?id a kg:Thing ; kg:name ?name } ORDER BY ?id"
_FORMS = "SELECT ?id ?name ?form WHERE { ?node kg:nameOf ?id ; kg:form ?form . ?id kg:name ?name } ORDER BY ?id ?form"
_TEXTS = """
SELECT ?claim ?text WHERE {
  ?claim a kg:Claim ; kg:text ?text FILTER NOT EXISTS { ?claim a kg:Candidate }
} ORDER BY ?claim
"""


def forms(store: Queryable) -> list[tuple[str, str, str]]:
    """All (id, neutral name, form) of things; the neutral name is a form too."""
    rows = [(str(id_), str(name), str(name)) for id_, name, *_ in store.select(_NAMES).rows]
    rows += [(str(id_), str(name), str(form)) for id_, name, form in store.select(_FORMS).rows]
    return rows


def search_entities(store: Queryable, text: str, limit: int = 20) -> Table:
    """Things of which some name contains the text; whole matches first."""
    wanted = fold(text)
    found: dict[str, tuple[int, str, str, str]] = {}
    for id_, name, form in forms(store):
        folded = fold(form)
        if wanted in folded or wanted == fold(id_):
            score = 0 if wanted in (folded, fold(id_)) else 1 if folded.startswith(wanted) else 2
            best = found.get(id_)
            if best is None or score < best[0]:
                found[id_] = (score, id_, name, form)
    rows = sorted(found.values())[:limit]
    return Table.of(("id", "name", "found as"), [row[1:] for row in rows])


def search_claims(store: Queryable, text: str, limit: int = 20) -> Table:
    """Claims whose text contains all the words."""
    words = fold(text).split()
    rows = [row for row in store.select(_TEXTS).rows if all(word in fold(str(row[1])) for word in words)]
    return Table.of(("claim", "text"), rows[:limit])


def require_id(store: Queryable, id_: str) -> None:
    """Make sure that the graph knows an id.

    Raises:
        UsageError: it does not; the message proposes near ones.
    """
    known = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]*", id_) and store.select(f"ASK {{ {iri(id_)} ?p ?o }}").rows[0][0]
    if not known:
        raise unknown_id(store, id_)


def unknown_id(store: Queryable, id_: str) -> UsageError:
    """What to tell of an id that the graph does not know."""
    near = " or ".join(near_ids(store, id_))
    return UsageError(f"no id '{id_}'" + (f"; did you mean {near}?" if near else "; kg search finds ids by name"))


def iri(id_: str) -> str:
    """An id as a prefixed name; dots are escaped, as SPARQL asks."""
    return ":" + id_.replace(".", "\\.")


def near_ids(store: Queryable, text: str) -> list[str]:
    """Ids whose own form, or one of whose names, is near to the text."""
    by_form = {fold(form): id_ for id_, _, form in reversed(forms(store))}
    by_form |= {id_: id_ for id_ in set(by_form.values())}
    near = get_close_matches(fold(text), by_form, n=3, cutoff=0.7)
    return list(dict.fromkeys(by_form[match] for match in near))
