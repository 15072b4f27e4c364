"""Offices, places and parts: what stands beside a name tells what it is."""

from collections.abc import Iterator, Sequence

from kg.extract.candidate import Candidate, End
from kg.extract.lexicon import Lexicon
from kg.extract.referents import Resolver
from kg.extract.scope import Scope, Sentence
from kg.extract.sentences import Token

_BODIES = ("State", "Organization", "Company")
_STOP = ("V", "AUX", ",", ".", ";", ":", '"', "TO", "SUB", "REL", "THAT", "DATE", "—")


class Roles:
    """Finds them in the words of a sentence, without parsing."""

    def __init__(self, lexicon: Lexicon):
        self.lexicon = lexicon
        self.titles = {tuple(title.replace("-", " ").split()): title for title in lexicon.words.titles}
        self.longest = max((len(title) for title in self.titles), default=1)

    def apply(self, sentence: Sentence, resolver: Resolver, scope: Scope) -> Iterator[Candidate]:
        """All roles in a sentence."""
        tokens = sentence.tokens
        for place, token in enumerate(tokens):
            if token.tag != "NAME":
                continue
            key = resolver.mentions[token.mention].key
            if resolver.is_a(key, "Person") or not resolver.finder.entry(key).types:
                for title, body in self._offices(tokens, place, resolver):
                    other = resolver.mentions[tokens[body].mention]
                    resolver.memory.titles[title.split()[-1]] = key
                    resolver.memory.holders[(title.split()[-1], other.key)] = key
                    if resolver.is_a(other.key, "State"):
                        resolver.memory.states[key] = other.key
                    if self.lexicon.words.titles[title]:
                        yield self._made("office", key, token, other.key, tokens[body], sentence)
                for title in self._bare_title(tokens, place):
                    resolver.memory.titles[title.split()[-1]] = key
                yield from self._led(tokens, place, key, resolver, sentence)
            yield from self._places(tokens, place, resolver, sentence, scope)
            yield from self._possessor(token, key, resolver, sentence)
            self._kinds(tokens, place, key, resolver)

    def _made(
        self, role: str, subject: str, first: Token, object_: str, second: Token, sentence: Sentence, rule: str = ""
    ) -> Candidate:
        return Candidate(
            End(subject, first.start, first.end, role),
            self.lexicon.roles[role],
            End(object_, second.start, second.end, role),
            sentence.start,
            sentence.end,
            sentence.text,
            rule or f"role-{role}",
        )

    # --- offices ----------------------------------------------------------------------------------------------

    def _title_ending(self, tokens: Sequence[Token], last: int) -> tuple[int, str] | None:
        """The longest title whose last word stands here: its first place, and the title."""
        for length in range(min(self.longest, last + 1), 0, -1):
            words = tuple(
                w
                for token in tokens[last - length + 1 : last + 1]
                for w in token.text.casefold().replace("-", " ").split()
            )
            singular = (*words[:-1], tokens[last].lemma) if words else words
            for form in (words, singular):
                if form in self.titles:
                    return last - length + 1, self.titles[form]
        return None

    def _bare_title(self, tokens: Sequence[Token], place: int) -> Iterator[str]:
        if place and (found := self._title_ending(tokens, place - 1)):
            yield found[1]

    def _body(self, token: Token, resolver: Resolver) -> bool:
        if token.tag != "NAME":
            return False
        key = resolver.mentions[token.mention].key
        return resolver.is_a(key, *_BODIES) or not resolver.finder.entry(key).types

    def _offices(self, tokens: Sequence[Token], place: int, resolver: Resolver) -> Iterator[tuple[str, int]]:
        left = list(self._left(tokens, place, resolver))
        yield from left
        yield from self._right(tokens, place, resolver, bool(left))
        comma = place - 1
        if place and self.lexicon.words.has("honorific", tokens[comma].lemma):  # `the emir of X, Sheikh NAME`
            comma -= 1
        if comma > 0 and tokens[comma].tag in (",", "—") and not left:
            # `X's director, NAME` and `the director of X, NAME`
            yield from self._described(tokens, comma - 1, resolver, backwards=True)
        follow = place + 1
        if follow < len(tokens) and tokens[follow].tag in (",", "—"):
            yield from self._described(tokens, follow + 1, resolver, backwards=False)

    def _led(
        self, tokens: Sequence[Token], place: int, key: str, resolver: Resolver, sentence: Sentence
    ) -> Iterator[Candidate]:
        """`X's NAME`: whom newswire names so leads it, or speaks for it."""
        if place > 1 and tokens[place - 1].tag == "POS" and tokens[place - 2].tag == "NAME":
            other = resolver.mentions[tokens[place - 2].mention].key
            if resolver.is_a(other, "State") and resolver.is_a(key, "Person"):
                resolver.memory.states[key] = other
                yield self._made("office", key, tokens[place], other, tokens[place - 2], sentence, "role-led")

    def _left(self, tokens: Sequence[Token], place: int, resolver: Resolver) -> Iterator[tuple[str, int]]:  # noqa: C901
        """`German Chancellor NAME`, `AU trade and industry commissioner NAME`, `US Ambassador to Germany NAME`."""
        k, title, title_at = place - 1, "", -1
        while k >= 0 and k > place - 12:
            token = tokens[k]
            if token.tag in _STOP or (token.tag == "DET" and title and not self._joined(tokens, k)):
                break
            if token.tag == "PREP" and token.lemma not in ("to", "for", "of"):
                break
            ended = self._title_ending(tokens, k)
            if ended and (title_at < 0 or k < title_at):
                # words between the title and the name must be names with `to`, or more titles
                if title_at < 0 and not all(
                    t.tag in ("PREP", "NAME", "DET", "ADJ") or self._title_ending(tokens, place - 1)
                    for t in tokens[k + 1 : place]
                ):
                    break
                title, title_at = ended[1], ended[0]
                k = title_at - 1
                continue
            if title and k == title_at - 1 and place - title_at > 1:  # `President of X NAME`
                named = [n for n in range(title_at + 1, place) if tokens[n].tag == "NAME"]
                between = [n for n in named if tokens[n - 1].lemma in ("of", "the") and self._body(tokens[n], resolver)]
                if (
                    between
                    and "of" in [t.lemma for t in tokens[title_at : between[0]]]
                    and not self._body(token, resolver)
                ):
                    yield title, between[-1]
                    break
            if title and self._body(token, resolver):
                if resolver.is_a(resolver.mentions[token.mention].key, "Person"):
                    break
                yield title, k
                break
            if token.tag == "NAME" and title:
                break
            k -= 1

    def _joined(self, tokens: Sequence[Token], k: int) -> bool:
        return k > 0 and tokens[k - 1].tag == "PREP"

    def _right(self, tokens: Sequence[Token], place: int, resolver: Resolver, had: bool) -> Iterator[tuple[str, int]]:
        """`President NAME of Iran`; also for the first of `Presidents A of B and C of D`."""
        k = place + 1
        if k + 1 < len(tokens) and tokens[k].tag == "PREP" and tokens[k].lemma == "of":
            body = k + 1 if tokens[k + 1].tag == "NAME" else k + 2
            if body < len(tokens) and tokens[body].tag == "NAME" and self._body(tokens[body], resolver):
                title = self._title_ending(tokens, place - 1) if place else None
                back = place - 1
                while title is None and back >= 3 and tokens[back].tag in ("CC", ","):  # coordinated
                    back -= 1
                    while back >= 0 and tokens[back].tag in ("NAME", "PREP", "DET"):
                        back -= 1
                    title = self._title_ending(tokens, back) if back >= 0 else None
                if title is None and resolver.is_a(
                    resolver.mentions[tokens[body].mention].key, "State"
                ):  # `ministers A of B, C of D`
                    plural = [n for n in range(place) if tokens[n].form == "pl" and self._title_ending(tokens, n)]
                    title = self._title_ending(tokens, plural[-1]) if plural else None
                if title:
                    yield title[1], body

    def _described(
        self, tokens: Sequence[Token], start: int, resolver: Resolver, *, backwards: bool
    ) -> Iterator[tuple[str, int]]:
        """`NAME, the foreign minister of X,` and `X's director, NAME`."""
        if backwards:
            first = start
            while first > 0 and start - first < 9 and tokens[first - 1].tag not in (*_STOP,):
                first -= 1
            last = start
        else:
            first, last = start, start
            while last + 1 < len(tokens) and last - start < 11 and tokens[last + 1].tag not in _STOP:
                last += 1
        ends = [k for k in range(first, last + 1) if k < len(tokens) and self._title_ending(tokens, k)]
        if not ends:
            return
        if any(
            t.tag == "NAME" and resolver.is_a(resolver.mentions[t.mention].key, "Person")
            for t in tokens[first : last + 1]
        ):
            return
        if (
            backwards
            and ends[-1] != last
            and not any(t.lemma in ("of", "for", "to", "at") for t in tokens[ends[-1] : last])
        ):
            return
        end = ends[0]
        found = self._title_ending(tokens, end)
        while found and end + 1 in ends:
            end += 1
            found = self._title_ending(tokens, end)
        if not found:
            return
        before = [k for k in range(first, found[0]) if self._body(tokens[k], resolver)]
        after = [
            k
            for k in range(end + 1, last + 1)
            if self._body(tokens[k], resolver) and any(t.lemma in ("of", "for", "at") for t in tokens[end:k])
        ]
        after = [k for k in after if not (k + 2 in after and tokens[k + 1].tag == "POS")]
        for body in before[-1:] or after[:1]:
            yield found[1], body

    # --- places, parts, owners --------------------------------------------------------------------------------

    def _places(  # noqa: C901
        self, tokens: Sequence[Token], place: int, resolver: Resolver, sentence: Sentence, scope: Scope
    ) -> Iterator[Candidate]:
        token = tokens[place]
        key = resolver.mentions[token.mention].key

        def at(k: int) -> Token | None:
            return tokens[k] if 0 <= k < len(tokens) else None

        def name(k: int, *types: str) -> str:
            other = at(k)
            if other is None or other.tag != "NAME":
                return ""
            found = resolver.mentions[other.mention].key
            return found if found != key and (not types or resolver.is_a(found, *types)) else ""

        one, two, three = at(place + 1), at(place + 2), at(place + 3)
        person = resolver.is_a(key, "Person")
        # `Niamey, Niger's capital` and `the capital of Niger, Niamey`
        if one and one.tag == "," and two and name(place + 2, "State") and three and three.tag == "POS":
            fourth = at(place + 4)
            if fourth and fourth.lemma in ("capital", "port"):
                yield self._made("location", key, token, name(place + 2), two, sentence, "role-capital")
        if one and one.tag == "POS" and two and two.lemma == "capital" and resolver.is_a(key, "State"):
            k = place + 4 if three and three.tag == "," else place + 3
            other = at(k)
            if other and name(k):
                yield self._made("location", name(k), other, key, token, sentence, "role-capital")
        # `in Tehran, Iran`
        if (
            one
            and one.tag == ","
            and two
            and name(place + 2, "State")
            and not person
            and not resolver.is_a(key, "State")
        ):
            how = resolver.mentions[two.mention].how
            closes = three is None or three.tag in (",", ".", "PREP", "DATE", "V", ")", ";")
            before = at(place - 1)
            if (
                how in ("name", "alias")
                and closes
                and before
                and before.tag == "PREP"
                and before.lemma in ("in", "at", "near", "to", "from")
            ) and (resolver.is_a(key, "Place") or not resolver.finder.entry(key).types):
                yield self._made("location", key, token, name(place + 2), two, sentence, "role-comma")
        # `the Turkish city of Izmir`, `the Greek island Crete`
        if resolver.is_a(key, "State"):
            k = place + 2 if one and one.tag == "POS" else place + 1
            while (other := at(k)) and other.tag == "ADJ":
                k += 1
            other = at(k)
            if other and self.lexicon.words.is_noun("settlement", other.lemma):
                k += 2 if (at(k + 1) or token).lemma == "of" else 1
                other = at(k)
                if other and name(k) and not resolver.is_a(name(k), "Person", "State"):
                    yield self._made("location", name(k), other, key, token, sentence, "role-settlement")
        # `Berlin's Spree Hospital`
        in_city = one and one.tag == "POS" and two and resolver.is_a(key, "Place") and not resolver.is_a(key, "State")
        if two and in_city and name(place + 2, "Organization", "Place") and not resolver.is_a(name(place + 2), "State"):
            yield self._made("location", name(place + 2), two, key, token, sentence, "role-possessor")
        # `Iran's Quds Force`
        if one and one.tag == "POS" and two and resolver.is_a(key, "State") and name(place + 2, "Organization"):
            words = resolver.finder.entry(name(place + 2)).name.casefold().split()
            if self.lexicon.words.is_noun("bodyword", words[-1]):
                yield self._made("part", name(place + 2), two, key, token, sentence, "role-possessor")
        # `NATO member Turkey`
        if one and one.lemma == "member" and two and not resolver.is_a(key, "State"):
            k = place + 2
            while (other := at(k)) and other.tag == "N" and other.form != "cap":
                k += 1
            if other and name(k, "State") and resolver.mentions[other.mention].how != "demonym":
                yield self._made("member", name(k), other, key, token, sentence, "role-member")
        # a name that says where it is: `the Embassy in Baghdad`, `the Aviation Office of Germany`
        full = resolver.finder.entry(key).name.split()
        for word, role in (("in", "location"), ("of", "part")):
            if word in full[1:-1] and resolver.is_a(key, "Organization") and not resolver.is_a(key, "State"):
                rest = " ".join(full[full.index(word) + 1 :])
                forms = resolver.finder.gazetteer.forms(rest) if rest in token.text else ()
                target = next(
                    (
                        f.key
                        for f in forms
                        if resolver.is_a(f.key, "State") or (role == "location" and resolver.is_a(f.key, "Place"))
                    ),
                    "",
                )
                if target:
                    yield self._made(role, key, token, target, token, sentence, f"role-name-{word}")
        # `Yemen-based Houthi movement`
        if one and one.lemma in ("-based",):
            k = place + 2
            while (other := at(k)) and other.tag in ("N", "ADJ", "CC"):
                k += 1
            if other and name(k, *_BODIES):
                yield self._made("location", name(k), other, key, token, sentence, "role-based")
        # `the movement in Yemen`; a body's own seat
        ahead = at(place - 1)
        shift = (
            1 if one and one.tag == "N" and two and two.lemma == "in" and self.lexicon.words.types.get(one.lemma) else 0
        )
        if shift:
            one = two
        if (
            one
            and one.lemma == "in"
            and one.tag == "PREP"
            and not person
            and not (ahead and ahead.lemma in ("against", "by", "between"))
        ):
            k = place + 2 + shift
            other = at(k)
            target = name(k, "State", "Place")
            if (
                (
                    other
                    and target
                    and not resolver.is_a(key, "State")
                    and resolver.mentions[token.mention].how != "metonym"
                )
                and resolver.mentions[other.mention].how != "demonym"
                and resolver.is_a(key, *_BODIES, "Place")
                and not self._gathered(tokens, place)
            ):
                yield self._made("location", key, token, target, other, sentence, "role-in")
        if one and one.tag == "PREP" and one.lemma == "of" and not person and not resolver.is_a(key, "State"):
            other = at(place + 2)
            target = name(place + 2, "State")
            if other and target and resolver.is_a(key, "Organization"):
                yield self._made("part", key, token, target, other, sentence, "role-of")
        # `Saudi Arabia's state-owned Saudi Aramco`
        owned = [
            k
            for k in range(max(place - 3, 0), place)
            if tokens[k].lemma in ("state-owned", "government-owned", "state-run", "nationalised")
        ]
        if owned and not person:
            k = owned[0] - 1
            if (other := at(k)) and other.tag == "POS":
                k -= 1
                other = at(k)
            if other and name(k, "State"):
                yield self._made("ownership", name(k), other, key, token, sentence, "role-owned")
        # `Finland, a member of NATO`
        if one and one.tag == "," and two and two.lemma in ("a", "an") and three and three.lemma == "member":
            other = at(place + 5) if (at(place + 5) or token).tag == "NAME" else at(place + 6)
            if other and other.tag == "NAME" and (at(place + 4) or token).lemma == "of":
                found = resolver.mentions[other.mention].key
                yield self._made("member", key, token, found, other, sentence, "role-member")

    def _possessor(self, token: Token, key: str, resolver: Resolver, sentence: Sentence) -> Iterator[Candidate]:
        """A name that says whose it is: `the Kenyan Navy's Coastal Fleet`."""
        owner, mark, body = token.text.replace("’", "'").partition("'s ")
        if not mark or body[:1].islower() or not resolver.is_a(key, "Organization"):
            return
        for form in resolver.finder.gazetteer.forms(owner):
            if resolver.is_a(form.key, "State", "Organization") and form.key != key:
                whole = Token(owner, token.start, token.start + len(owner), "NAME", owner)
                yield self._made("part", key, token, form.key, whole, sentence, "role-possessor")
                return

    def _kinds(self, tokens: Sequence[Token], place: int, key: str, resolver: Resolver) -> None:
        """`Iranian airline Mahan Air`: from now on `the airline` is Mahan Air."""
        previous = tokens[place - 1] if place else None
        if previous and previous.tag == "N" and self.lexicon.words.is_noun("orgword", previous.lemma):
            resolver.memory.kinds[previous.lemma] = key
        elif (
            resolver.is_a(key, "Organization", "Company") and resolver.mentions[tokens[place].mention].how != "demonym"
        ):
            last = resolver.finder.entry(key).name.casefold().split()[-1]
            if self.lexicon.words.is_noun("orgword", last):
                resolver.memory.kinds[last] = key

    def _gathered(self, tokens: Sequence[Token], place: int) -> bool:
        """`the summit of the body in Kazan`: it is the summit that is there."""
        before = [token.lemma for token in tokens[max(0, place - 3) : place] if token.lemma != "the"]
        return len(before) > 1 and before[-1] == "of" and self.lexicon.words.is_noun("gathering", before[-2])
