from kg.pages.claims import claims
from kg.project import Project


def test_a_claim_has_its_evidence_and_what_only_machines_propose_stays_theirs(shipped: Project) -> None:
    found = claims(shipped.store())
    met = next(claim for claim in found.values() if claim.text.startswith("Shinzo Abe meets Vladimir Putin, 2012"))
    assert met.layer == "fact"
    assert [(proof.source, proof.place) for proof in met.evidence] == [("suga2021", "¶3")]
    for claim in found.values():
        methods = {proof.method for proof in claim.evidence}
        assert methods
        assert (methods == {"extracted"}) == (claim.cls == "Candidate"), claim


def test_a_note_is_told_beside_its_paragraph(shipped: Project) -> None:
    proofs = {proof.id: proof for claim in claims(shipped.store()).values() for proof in claim.evidence}
    assert proofs["evidence-brink2016-b108"].place == "¶10, note 2"
