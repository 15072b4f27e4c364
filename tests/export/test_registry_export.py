from kg.export.registry import EXPORTS
from kg.filters import Filters
from kg.project import Project


def test_every_form_is_there_and_can_tell_of_nothing(shipped: Project) -> None:
    assert list(EXPORTS) == ["turtle", "jsonld", "ntriples", "graphml", "gexf", "csv", "jsonl"]
    empty = shipped.view(Filters(actor=("obama",), layer=("denied",), source=("suga2021",)))
    assert not empty.select("SELECT ?c WHERE { ?c a kg:Claim }").rows
    for form in EXPORTS.values():
        assert isinstance(form(empty), bytes)
