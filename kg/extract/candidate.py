"""What an extractor proposes."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class End:
    """One end of a candidate: the entry's key, and the words that stand for it."""

    key: str
    start: int
    end: int
    how: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed claim with the sentence that carries it; the gate decides."""

    subject: End
    relation: str
    object: End
    start: int
    end: int
    quote: str
    rule: str
    polarity: str = "affirmed"
    modality: str = "asserted"
    according_to: str = ""
    when: str = ""
    where: str = ""
    addressee: str = ""
    about: tuple[str, ...] = field(default=())
    wording: str = ""
    said: str = ""
    extractor: str = "rules"
    confidence: float | None = None  # its own; else that of its rule
    agreed: float = 0.0  # how likely another extractor holds it to be
