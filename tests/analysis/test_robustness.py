from kg.analysis.brokerage import constraint
from kg.analysis.degree import degree
from kg.analysis.robustness import Jackknife, bootstrap, concentration, ranking
from kg.network import Material, Proof, Statement, View

STRENGTH = ranking(degree, "strength")


def material(*ties: tuple[str, str]) -> Material:
    """Ties like `ab`, each told by the sources that follow; a source told twice is another paragraph."""
    statements = [
        Statement(f"c{number}", *pair, proofs=tuple(Proof(source, source, number) for source in sources.split()))
        for number, (pair, sources) in enumerate(ties)
    ]
    actors = {
        actor: {"name": actor, "side": "", "type": "Actor"} for actor in {end for pair, _ in ties for end in pair}
    }
    return Material(actors, tuple(statements))


def test_a_ranking_that_no_source_moves() -> None:
    found = Jackknife(material(("ab", "one two"), ("ac", "one two")), STRENGTH)
    assert found.ranges().rows == (
        (1, 1, "a", 2.0, 1, 1, "", ""),
        (2, 2, "b", 1.0, 2, 2, "", ""),
        (2, 2, "c", 1.0, 2, 2, "", ""),
    )
    assert found.reversals().rows == (("b", "c", ""),)


def test_several_rankings_are_those_made_one_by_one() -> None:
    found = material(("ab", "one"), ("ab", "two"), ("ac", "two"), ("cd", "one"))
    every = (STRENGTH, ranking(constraint, "constraint", largest_first=False))
    for one, alone in zip(Jackknife.several(found, every), every, strict=True):
        other = Jackknife(found, alone)
        assert (one.full, one.without) == (other.full, other.without)


def test_who_rests_on_one_source_falls_without_it() -> None:
    found = Jackknife(material(("ab", "one"), ("ab", "two"), ("ac", "two"), ("ad", "two"), ("cd", "one")), STRENGTH)
    rows = {row["actor"]: row for row in found.ranges().records()}
    assert (rows["a"]["best"], rows["a"]["worst"]) == (1, 1)
    assert (rows["c"]["rank"], rows["c"]["tied"], rows["c"]["best"], rows["c"]["worst"]) == (2, 3, 1, 2)
    only = Jackknife(material(("ab", "one two"), ("bc", "two"), ("bd", "one")), STRENGTH).ranges()
    gone = {row["actor"]: (row["gone_without"], row["worst"]) for row in only.records()}
    assert gone == {"b": ("", 1), "a": ("", 2), "c": ("two", 4), "d": ("one", 4)}


def test_an_order_that_one_source_makes_is_named_with_it() -> None:
    found = Jackknife(material(("ab", "one"), ("ac", "one"), ("bd", "two"), ("ad", "three"), ("ae", "three")), STRENGTH)
    told = found.reversals().rows
    assert ("a", "b", "three") in told and ("a", "b", "two") not in told


def test_origins_are_left_out_whole() -> None:
    copies = Material(
        {},
        (
            Statement("c", "a", "b", proofs=(Proof("paper", "agency"), Proof("site", "agency"))),
            Statement("d", "a", "c"),
        ),
    )
    assert Jackknife(copies, STRENGTH, over="origins").without["agency"] == {"a": 1, "c": 1}
    assert Jackknife(copies, STRENGTH).without["site"] == {"a": 2, "b": 1, "c": 1}


def test_sources_and_origins_at_once() -> None:
    proofs = (Proof("paper", "agency"), Proof("site", "agency"))
    copies = Material(
        {}, (Statement("c", "a", "b", proofs=proofs), Statement("d", "a", "c", proofs=(Proof("x", "x"),)))
    )
    assert set(Jackknife(copies, STRENGTH, over="both").without) == {"agency", "paper", "site", "x"}


def test_without_its_only_source_there_is_no_ranking() -> None:
    found = Jackknife(material(("ab", "one"), ("ac", "one")), STRENGTH)
    assert [row[4:] for row in found.ranges().rows] == [(1, 1, "", "one"), (2, 2, "", "one"), (2, 2, "", "one")]


def test_the_smallest_may_lead() -> None:
    found = Jackknife(
        material(("ab", "one"), ("ac", "one two")), ranking(constraint, "constraint", largest_first=False)
    )
    assert found.ranges().rows[0][:3] == (1, 1, "a")


def test_bootstrap_draws_whole_paragraphs_and_repeats_itself() -> None:
    many = material(*((pair, "one") for pair in ("ab", "ac", "ad", "ae", "bc")))
    table = bootstrap(many, STRENGTH, draws=100)
    assert table == bootstrap(many, STRENGTH, draws=100)
    rows = {row["actor"]: row for row in table.records()}
    assert rows["a"]["rank"] == rows["a"]["low"] == 1
    assert rows["b"]["low"] < rows["b"]["high"]
    assert 0.2 < rows["e"]["missing"] < 0.5  # (4/5)^5 = 0.33
    same = tuple(Statement(f"c{n}", "a", other, proofs=(Proof("one", "one", 1),)) for n, other in enumerate("bcd"))
    assert {row[2:] for row in bootstrap(Material({}, same), STRENGTH, draws=10).rows} == {(1, 1, 0.0), (2, 2, 0.0)}


def test_concentration() -> None:
    table = concentration(material(("ab", "one two"), ("ac", "one"), ("ad", "one")))
    assert table.rows == (("one", 3, 0.75, 0.75, 1.6), ("two", 1, 0.25, 1.0, 1.6))
    assert concentration(Material({}, ()), View()).rows == ()
