"""What a noun phrase stands for: names, those who speak for a state, titles, pronouns; each with how it was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.chunks import Phrase
from kg.extract.lexicon import Words
from kg.extract.mentions import Finder, Mention
from kg.extract.sentences import Token

HUMAN = ("er", "or", "ist", "man", "men", "woman", "ant", "ent", "ian", "ee", "eer", "people", "youth")
ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "cy", "dom", "hood", "al", "ure")


@dataclass(frozen=True, slots=True)
class Referent:
    """A thing that a phrase stands for, the words that say so, and the rule that found it."""

    key: str
    start: int
    end: int
    how: str


@dataclass(slots=True)
class Memory:
    """What a reader of the document keeps in mind."""

    subjects: list[tuple[int, str]] = field(default_factory=list)
    persons: list[tuple[int, str]] = field(default_factory=list)
    bodies: list[tuple[int, str]] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    holders: dict[tuple[str, str], str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    pair: tuple[str, ...] = ()
    speaker: str = ""


class Resolver:
    """Resolves the phrases of a document, sentence by sentence."""

    def __init__(self, finder: Finder, mentions: Sequence[Mention], words: Words):
        self.finder, self.mentions, self.words = finder, mentions, words
        self.memory = Memory()
        self.tokens: Sequence[Token] = ()
        self.number = 0
        self.speaker = ""
        self.local: list[str] = []
        self.crowd = ""  # those of a state who acted in this sentence: `police said they …`
        self.cache: dict[int, list[Referent]] = {}
        self.actors: list[Referent] = []

    def begin(self, tokens: Sequence[Token], number: int) -> None:
        """Go on to the next sentence."""
        self.tokens, self.number, self.speaker, self.local = tokens, number, "", []
        self.cache, self.crowd = {}, ""
        for token in tokens:
            if token.tag == "NAME":
                mention = self.mentions[token.mention]
                if self.is_a(mention.key, "Person"):
                    self.memory.persons.append((number, mention.key))
                elif mention.how != "demonym" and self.is_a(mention.key, "State", "Organization", "Company"):
                    self.memory.bodies.append((number, mention.key))

    def is_a(self, key: str, *types: str) -> bool:
        """Whether an entry has one of these types."""
        return self.finder.is_a(key, *types)

    def heard(self, referents: Sequence[Referent]) -> None:
        """Note the subject of a clause, for pronouns to come."""
        for referent in referents:
            if referent.how not in ("content", "asset"):
                self.memory.subjects.append((self.number, referent.key))
                self.crowd = referent.key if referent.how in ("representative", "national", "demonym") else self.crowd
                self.local.append(referent.key)
        if len({referent.key for referent in referents}) == 2:
            self.memory.pair = tuple(referent.key for referent in referents)

    def all(self, phrases: Iterable[Phrase], content: bool = False, asset: bool = True) -> list[Referent]:
        """What several coordinated phrases stand for."""
        found: list[Referent] = []
        for phrase in phrases:
            for referent in self.resolve(phrase, content, asset):
                if all(referent.key != other.key for other in found):
                    found.append(referent)
        return found

    def resolve(self, phrase: Phrase, content: bool = False, asset: bool = True) -> list[Referent]:
        """What one phrase stands for."""
        token = self.tokens[phrase.head]
        if token.tag == "PRON":
            return self._pronoun(token)
        if [t.lemma for t in self.tokens[phrase.first : phrase.first + 2]] == ["each", "other"]:
            return list(self.actors)
        if phrase.kind == "OWNER":
            return [Referent(self.mentions[token.mention].key, token.start, token.end, "modifier")]
        if token.tag == "NAME":
            found = self._names_at_head(phrase) or (self._shared(phrase, asset) if token.form == "dem" else [])
            if found or phrase.of is None:
                return found
        if token.lemma == "both" and token.tag == "DET":
            return [Referent(key, token.start, token.end, "pair") for key in self.memory.pair]
        if phrase.of is not None and self.words.is_noun("settlement", token.lemma):  # `the port of X` is X
            return [r for r in self.resolve(phrase.of) if not self.is_a(r.key, "State")] or self._by_noun(
                phrase, content, asset
            )
        if phrase.of is not None and (token.tag == "NUM" or self.words.has("partitive", token.lemma)):
            crowd = self.resolve(phrase.of, content, asset)  # `two of its soldiers`
            if crowd:
                return crowd
        named = self._body_with_its_kind(phrase)
        return named or self._by_noun(phrase, content, asset)

    def _shared(self, phrase: Phrase, asset: bool) -> list[Referent]:
        """`Finnish and Estonian ministers`: the noun stands after the last of them, and what that one is, this is."""
        tokens, last = self.tokens, phrase.head
        while last + 2 < len(tokens) and tokens[last + 1].tag in ("CC", ",") and tokens[last + 2].form == "dem":
            last += 2
        head = last
        while head + 1 < len(tokens) and tokens[head + 1].tag in ("N", "ADJ"):
            head += 1
        if last == phrase.head or head == last or tokens[head].tag != "N":
            return []
        token, key = tokens[phrase.head], self.mentions[tokens[last].mention].key
        found = self._by_noun(Phrase("NP", last, head, head), False, asset)
        return [
            Referent(self.mentions[token.mention].key, token.start, token.end, r.how) for r in found if r.key == key
        ]

    def _body_with_its_kind(self, phrase: Phrase) -> list[Referent]:
        """`the Mahan airline`, `the Nairobi treaty`: a name, and after it what kind of thing it is."""
        token = self.tokens[phrase.head]
        if (
            self.words.types.get(token.lemma) in ("Document", "Organization", "Event", "Project")
            and phrase.head > phrase.first
        ):
            before = self.tokens[phrase.head - 1]
            if before.tag == "NAME" and not self.is_a(self.mentions[before.mention].key, "State", "Person", "Place"):
                return [Referent(self.mentions[before.mention].key, before.start, token.end, "name")]
        return []

    def _by_noun(self, phrase: Phrase, content: bool, asset: bool) -> list[Referent]:
        """Whom or what a common noun stands for: those who speak, titles, what was said or done, assets, people."""
        token, lemma = self.tokens[phrase.head], self.tokens[phrase.head].lemma
        if self.words.is_noun("representative", lemma):
            stateless = self.words.is_noun("irregular", lemma)  # `Syrian rebels` do not act for Syria,
            found = self.of_whom(phrase, "representative")  # nor `the African nation` for Africa
            return [r for r in found if not self.is_a(r.key, "Place", "State") or self._speaks(r.key, stateless)]
        if lemma in self.words.titles or token.text.casefold() in self.words.titles:
            return self._title(phrase)
        if content and (self.words.is_noun("content", lemma) or token.tag == "N"):
            found = (
                self.of_whom(phrase, "content")
                if self.words.is_noun("content", lemma)
                else self.modifiers(phrase, "content") or self._authored(phrase)
            )
            if found:
                return found
        if asset and (self.words.is_noun("asset", lemma) or self.words.is_noun("land", lemma)):
            return self.of_whom(phrase, "asset")
        people = self._people(phrase)
        if people and (asset or people[0].how != "asset"):
            return people
        if self._definite(phrase):
            return self._kind(phrase)
        return []

    def _speaks(self, key: str, stateless: bool) -> bool:
        return self.is_a(key, "State") and not stateless

    def of_whom(self, phrase: Phrase, how: str) -> list[Referent]:
        """The possessor, the modifier, or the complement with `of`: whose government, whose proposal."""
        return (
            self.modifiers(phrase, how)
            or (self.resolve(phrase.of) if phrase.of else [])
            or (self._seated(phrase) if how == "representative" else [])
            or (self._authored(phrase) if how == "content" else [])
        )

    def _authored(self, phrase: Phrase) -> list[Referent]:
        """`the move by X`, `a resolution proposed by X`, `an offer from X`: whose it is."""
        ahead = list(self.tokens[phrase.last + 1 : phrase.last + 5])
        if ahead and ahead[0].tag == "V" and self.words.has("propose", ahead[0].lemma):
            del ahead[0]
        sent = self.words.has("opens", self.tokens[phrase.head].lemma)  # `an offer from X`, but `reports from X`
        if not ahead or ahead[0].lemma not in (("by", "from") if sent else ("by",)):
            return []
        named = [token for token in ahead[1:] if token.tag != "DET"][:1]
        return [Referent(self.mentions[t.mention].key, t.start, t.end, "content") for t in named if t.tag == "NAME"]

    def _people(self, phrase: Phrase) -> list[Referent]:
        """`Iraqi students`, `Thai gunners`: people of a state, whatever the noun, if none for a thing or an act.

        One alone is not the state when acting, but is its citizen when something is done to it.
        """
        head = self.tokens[phrase.head]
        many = head.form == "pl"
        kind = self.words.types.get(head.lemma)
        thing = self.words.is_noun("content", head.lemma) or self._abstract(head) or (kind and kind != "Company")
        if head.tag != "N" or thing or self.words.is_noun("adverse", head.lemma):
            return []
        how = "national" if many else "asset"
        found = [r for r in self.modifiers(phrase, how) if self._named(r.start) == "demonym"]
        crowd = self.resolve(phrase.of) if phrase.of is not None else []  # `dozens of Iraqi students`
        return (
            [r for r in found if self.is_a(r.key, "State")]
            or [r for r in crowd if r.how in ("national", "representative", "demonym")]
            or (self._seated(phrase) if many else [])
        )

    def _abstract(self, head: Token) -> bool:
        return head.lemma.endswith(ABSTRACT) or head.lemma in self.words.titles

    def _human(self, lemma: str) -> bool:
        return lemma.endswith(HUMAN) or self.words.is_noun("representative", lemma) or lemma in self.words.titles

    def _seated(self, phrase: Phrase) -> list[Referent]:
        """`officials in Tehran`, `militants from Somalia`: the state in whose place they are."""
        place = next((k for k, token in enumerate(self.tokens) if k > phrase.last and token.tag not in ("ADV",)), -1)
        if place < 0 or place + 1 >= len(self.tokens) or self.tokens[place].lemma not in ("in", "from"):
            return []
        if self.tokens[place].lemma == "in" and self.words.is_noun("abroad", self.tokens[phrase.head].lemma):
            return []
        if not self._human(self.tokens[phrase.head].lemma):
            return []
        found = []
        while place + 1 < len(self.tokens) and (named := self.tokens[place + 1]).tag == "NAME" and named.form != "dem":
            mention = self.mentions[named.mention]
            key = next((key for key in (mention.key, *mention.others) if self.is_a(key, "State")), "")
            found += [Referent(key, named.start, named.end, "seat")] if key else []
            place += 2
            if place >= len(self.tokens) or self.tokens[place].tag not in ("CC", ","):
                break
        return found

    def _named(self, start: int) -> str:
        """How the name that starts here was linked; '' for a pronoun."""
        return next((mention.how for mention in self.mentions if mention.start == start), "")

    def modifiers(self, phrase: Phrase, how: str = "modifier") -> list[Referent]:
        """The possessor, name or demonym before the head of a phrase; a name of a body before that of a person."""
        found = []
        for place in range(phrase.head - 1, phrase.first - 1, -1):
            token = self.tokens[place]
            if token.tag == "NAME":
                following = self.tokens[place + 1]
                led = following.lemma == "-led" and how == "representative"  # `NATO-led troops` are its own
                led = led or self.words.has("belonging", following.lemma)  # as is `a British-flagged tanker`
                if following.tag == "ADJ" and following.lemma.startswith("-") and not led:  # `-backed`
                    continue
                mention = self.mentions[token.mention]
                key = mention.key
                if self.is_a(key, "Person") and how == "representative" and key in self.memory.states:
                    key = self.memory.states[key]
                found.append(Referent(key, token.start, token.end, how))
                break
            if token.tag == "DET" and token.lemma in ("its", "his", "her", "their", "our", "my"):
                owner = self._own(token) or self._pronoun(token)
                if how != "representative":
                    return owner
                return [replace(r, key=self.memory.states.get(r.key, r.key)) for r in owner]  # `his government`
        return found

    def _own(self, token: Token) -> list[Referent]:
        """In the object, `its` is the subject's own."""
        wanted = ("State", "Organization", "Company") if token.lemma == "its" else ("Person",)
        if token.lemma not in ("its", "his", "her"):
            return []
        if token.lemma == "its" and len(self.actors) > 1:  # `A and B expelled its envoys`: that of one named before
            return self.other(token)
        return [Referent(r.key, token.start, token.end, "pronoun") for r in self.actors if self.is_a(r.key, *wanted)][
            :1
        ]

    def other(self, token: Token | Referent) -> list[Referent]:
        """The last state or body before a word that is none of those who act."""
        acting = {referent.key for referent in self.actors}
        for other in reversed(self.tokens):
            key = self.mentions[other.mention].key if other.tag == "NAME" and other.end <= token.start else ""
            if key and key not in acting and self.is_a(key, "State", "Organization", "Company"):
                return [Referent(key, token.start, token.end, "pronoun")]
        return []

    def _names_at_head(self, phrase: Phrase) -> list[Referent]:
        token = self.tokens[phrase.head]
        mention = self.mentions[token.mention]
        if mention.how == "demonym":
            plural = token.text.endswith("s") or (
                phrase.head > phrase.first and self.tokens[phrase.first].lemma in ("the", "both")
            )
            return [Referent(mention.key, token.start, token.end, "demonym")] if plural else []
        if phrase.head + 1 <= phrase.last and self.tokens[phrase.head + 1].tag == "POS" and phrase.of is None:
            return []
        return [Referent(mention.key, token.start, token.end, mention.how)]

    def _title(self, phrase: Phrase) -> list[Referent]:
        token = self.tokens[phrase.head]
        if phrase.of is not None and phrase.of.first < phrase.of.head:  # `Secretary of State NAME`
            person = [r for r in self.resolve(phrase.of) if self.is_a(r.key, "Person")]
            if person and self.tokens[phrase.of.head - 1].lemma not in self.words.titles:
                return person
        for other in self.modifiers(phrase) or (self.resolve(phrase.of) if phrase.of else []):
            held = self.memory.holders.get((token.lemma, other.key))
            if held:
                return [Referent(held, self.tokens[phrase.first].start, token.end, "title")]
            named = self._apposed(phrase)
            if named:
                return named
            former = any(self.words.has("lightadj", t.lemma) for t in self.tokens[phrase.first : phrase.head])
            return [] if former or not self.is_a(other.key, "State") else [replace(other, how="representative")]
        held = self.memory.titles.get(token.lemma, "")
        if held and self._definite(phrase) and phrase.of is None:
            return [Referent(held, self.tokens[phrase.first].start, token.end, "title")]
        if token.form == "pl" and self.tokens[phrase.first].lemma in ("the", "both") and self.memory.pair:
            return [Referent(key, self.tokens[phrase.first].start, token.end, "pair") for key in self.memory.pair]
        return self._seated(phrase) if token.form == "pl" and phrase.of is None else []

    def _apposed(self, phrase: Phrase) -> list[Referent]:
        """`the emir of X, NAME,`: the person that stands beside the title."""
        places = range(phrase.last + 1, min(phrase.last + 4, len(self.tokens)))
        if not places or self.tokens[places[0]].tag not in (",", "—"):
            return []
        for place in places[1:]:
            token = self.tokens[place]
            if token.tag == "NAME" and self.is_a(self.mentions[token.mention].key, "Person"):
                return [Referent(self.mentions[token.mention].key, token.start, token.end, "apposition")]
            if token.lemma not in self.words.titles:
                break
        return []

    def _definite(self, phrase: Phrase) -> bool:
        return self.tokens[phrase.first].lemma in ("the", "this", "both", "that")

    def _kind(self, phrase: Phrase) -> list[Referent]:
        """`the airline`, `the country`, `both sides`: the last thing that was called so."""
        token = self.tokens[phrase.head]
        span = (self.tokens[phrase.first].start, token.end)
        if token.lemma in self.memory.kinds and phrase.of is None and not self.modifiers(phrase):
            return [Referent(self.memory.kinds[token.lemma], *span, "kind")]
        if token.form == "pl" and self.tokens[phrase.first].lemma == "both" and self.memory.pair:
            return [Referent(key, *span, "pair") for key in self.memory.pair]
        return []

    def _pronoun(self, token: Token) -> list[Referent]:
        """Resolved once a sentence, at its first reading."""
        if not self.cache.get(token.start):
            self.cache[token.start] = self._resolve_pronoun(token)
        return self.cache[token.start]

    def _first_person(self, word: str, span: tuple[int, int]) -> list[Referent]:
        """The one who speaks; a minister's `we` is the state's, and not he."""
        speaker = self.speaker
        if speaker and word in ("we", "us", "our") and self.is_a(speaker, "Person"):
            speaker = self.memory.states.get(speaker, "")
        return [Referent(speaker, *span, "speaker")] if speaker else []

    def _resolve_pronoun(self, token: Token) -> list[Referent]:  # noqa: C901
        word = token.lemma
        span = (token.start, token.end)
        if self.words.has("first", word):
            return self._first_person(word, span)
        if self.words.has("person", word):
            wanted: tuple[str, ...] = ("Person",)
        elif self.words.has("thing", word):
            wanted = ("State", "Organization", "Company")
        elif self.words.has("group", word):
            if (
                word == "they"
                and self.memory.pair
                and self.memory.subjects
                and self.memory.subjects[-1][1] in self.memory.pair
            ):
                return [Referent(key, *span, "pronoun") for key in self.memory.pair]
            if word == "they" and self.crowd:
                return [Referent(self.crowd, *span, "pronoun")]
            wanted = ("Organization", "Company")
        else:
            return []
        before = next((t for t in reversed(self.tokens) if t.end <= token.start), None)
        affected = word == "it" and before is not None and before.tag in ("V", "PREP")
        if wanted[0] == "State":  # `the Cuban government's … and its support`: the nearest possessor
            for place, other in enumerate(self.tokens):
                if other.start >= token.start:
                    break
                follow = [t.tag for t in self.tokens[place + 1 : place + 3]]
                if other.tag == "NAME" and "POS" in follow and self.is_a(self.mentions[other.mention].key, *wanted):
                    self.local.append(self.mentions[other.mention].key)
        for key in reversed(self.local):
            if self.is_a(key, *wanted):
                return [Referent(key, *span, "pronoun")]
        if affected:  # `block it`: mostly a thing that was done or said
            return []
        recent = [key for number, key in self.memory.subjects if self.number - number <= 2 and self.is_a(key, *wanted)]
        if recent:
            return [Referent(recent[-1], *span, "pronoun")]
        pool = self.memory.persons if wanted == ("Person",) else self.memory.bodies
        near = {key for number, key in pool if 0 < self.number - number <= 1 and self.is_a(key, *wanted)}
        return [Referent(near.pop(), *span, "pronoun")] if len(near) == 1 else []
