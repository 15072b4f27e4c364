"""Sentences and tagged words, by rule.

Names and dates are one word each before tagging: that alone removes most of what makes parsing newswire hard. For
the rest, `lemminflect`'s dictionary tells what a word can be (a wheel of 0.8 MB, no model), closed classes are data
in `ontology/lexicon/words.csv`, and a dozen rules of context choose.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from kg.extract.lexicon import Words

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)+(?![\w-])|(?<=\w)[-–][a-zà-ž]+|[nN][’']t\b|\w+?(?=n[’']t\b)|\w+(?:[-–/]\w+)*(?:\.(?=\w\.)\w\.?)*|[’']s\b|[’'](?:re|ve|ll|m|d)\b|\.\.\.|[^\w\s]"
)
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|No|vs|etc|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|"
    r"U\.S|U\.K|U\.N|a\.m|p\.m|A\.M|P\.M|Kft|e\.g|i\.e)\.$"
)
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9À-Ž])|\n+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name or a date: its place, what it is, and its lemma.

    Tags: NAME, DATE, N, V (with `form`: base, s, past, part, ing), AUX, TO, ADJ, ADV, DET, PRON, POS, PREP, CC, SUB,
    REL, NEG, NUM, and the mark itself for punctuation.
    """

    text: str
    start: int
    end: int
    tag: str
    lemma: str
    form: str = ""
    mention: int = -1


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch of text."""
    found, begin = [], start
    for match in _END.finditer(text, start, end):
        if _ABBREVIATION.search(text[max(begin, match.start() - 8) : match.start() + 1]):
            continue
        found.append((begin, match.end()))
        begin = match.end()
    found.append((begin, end))
    trimmed = []
    for first, last in found:
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            trimmed.append((first, last))
    return trimmed


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[tuple[str, str, str], ...]:
    """What a word can be: (tag, lemma, form)."""
    import lemminflect

    found = []
    for upos, lemmas in sorted(lemminflect.getAllLemmas(word).items()):
        tag = {"NOUN": "N", "PROPN": "N", "VERB": "V", "ADJ": "ADJ", "ADV": "ADV"}.get(upos)
        if tag and lemmas:
            form = ""
            if tag == "V":
                lemma = lemmas[0]
                if word == lemma and lemma.endswith("ing") is False:
                    past = word in lemminflect.getAllInflections(lemma, "VERB").get("VBD", ())
                    form = "both" if past else "base"  # `cut`, `hit`
                elif word.endswith("ing"):
                    form = "ing"
                elif word.endswith("s") and not lemma.endswith(word):
                    form = "s"
                else:
                    forms = lemminflect.getAllInflections(lemma, "VERB")
                    part, past = word in forms.get("VBN", ()), word in forms.get("VBD", ())
                    if "VBN" not in forms:  # the dictionary leaves it out where it is the past
                        part = past
                    form = "both" if part and past else "part" if part else "past"
                found.append((tag, lemma, form))
            else:
                found.append((tag, lemmas[0], "pl" if tag == "N" and lemmas[0] != word else ""))
    if not found and word.endswith("ed"):  # `torched`, `bankrolled`: the dictionary has the noun only
        stem = next((w for w in (word[:-2], word[:-1]) if lemminflect.getAllLemmas(w)), "")
        return (("V", stem, "both"),) if stem else ()
    return tuple(found)


def noun_of(token: Token) -> str:
    """The lemma of a word; of a name of several words, that of its last: `Joint Naval Drills` are drills."""
    if token.tag != "NAME" or " " not in token.text:
        return token.lemma
    last = token.text.split()[-1].casefold()
    return next((lemma for tag, lemma, _ in readings(last) if tag == "N"), last)


def tokenize(text: str, start: int, end: int, masks: Sequence[tuple[int, int, str, int]], words: Words) -> list[Token]:
    """The words of a sentence, tagged; `masks` are the names and dates in it (start, end, tag, number), in order."""
    tokens: list[Token] = []
    place = start
    for first, last, tag, number in masks:
        if first >= place and last <= end:
            tokens += _words(text, place, first)
            words_of = text[first:last]
            form = "dem" if tag == "DEM" and not words_of.endswith("s") else ""
            tokens.append(Token(words_of, first, last, "NAME" if tag == "DEM" else tag, words_of, form, number))
            place = last
    tokens += _words(text, place, end)
    return _tag(tokens, words)


def _words(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if len(word) > 1 and word[0] in "-–":  # what hangs on a name: `-led`, `-based`
            found.append(Token(word, match.start(), match.end(), "ADJ", "-" + word[1:].lower()))
            continue
        tag = "" if word[0].isalnum() else "POS" if word[1:] == "s" and word[0] in "’'" else word
        tag = {"–": "—", "“": '"', "”": '"', "’": "'", "‘": "'"}.get(tag, tag)
        found.append(Token(word, match.start(), match.end(), tag, word.lower().replace("’", "'")))
    return found


def _lacks_verb(tokens: list[Token], place: int, done: list[Token]) -> bool:
    """Whether the rest of the sentence has no other word that must be a finite verb."""
    if any(token.tag in ("V", "AUX") for token in done):
        return False
    for before, token in pairwise(tokens[place:]):
        found = readings(token.lemma) if token.tag == "" else ()
        if token.lemma in ("is", "are", "was", "were", "has", "had", "have", "will", "would", "can", "could", "may"):
            return False
        finite = ("past", "both") if "ADJ" in _tags(before.lemma) else ("past", "both", "s")  # `hostile acts`
        if found and all(tag == "V" and form in finite for tag, _, form in found):
            return False
    return True


@lru_cache(maxsize=4096)
def _is_past_too(lemma: str) -> bool:
    """`set`, `put`, `hit`: verbs whose past is their base."""
    import lemminflect

    return lemma in lemminflect.getInflection(lemma, "VBD")


def _asked(done: list[Token], words: Words) -> bool:
    """`demanded that X open …`: after a verb of asking the clause stands in the base form."""
    place = next((k for k in range(len(done) - 1, max(len(done) - 6, 0), -1) if done[k].tag == "THAT"), 0)
    asking = place and any(t.tag == "V" and words.has("propose", t.lemma) for t in done[max(place - 2, 0) : place])
    return bool(asking) and all(t.tag not in ("V", "AUX", ",") for t in done[place + 1 :])


_OPEN = ("DET", "ADJ", "NUM", "POS", "DEM")


def _tag(tokens: list[Token], words: Words) -> list[Token]:
    done: list[Token] = []
    for place, token in enumerate(tokens):
        if token.tag in ("", "'") or (token.tag == "POS" and not done):
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            if token.tag == "'" and done and done[-1].text.endswith("s") and following and following.text[:1].isalpha():
                token = replace(token, tag="POS")
            elif token.tag == "":
                token = _choose(token, done, following, words)
                if (
                    token.tag == "N"
                    and token.form != "cap"
                    and done
                    and done[-1].tag == "NAME"
                    and done[-1].form != "dem"
                    and _lacks_verb(tokens, place, done)
                ):
                    verb = next(
                        (r for r in readings(token.text.lower()) if r[0] == "V" and r[2] in ("s", "both", "past")), None
                    )
                    closed = following and words.kinds(following.lemma) & {"prep", "det", "pron"}
                    dated = following and (following.tag == "DATE" or following.lemma == "back")
                    if verb and following and (closed or dated or _nounish(following, words)):
                        token = replace(token, tag="V", lemma=verb[1], form=verb[2])
        done.append(token)
    return done


def _choose(token: Token, done: list[Token], following: Token | None, words: Words) -> Token:  # noqa: C901 a rule each
    word, last = token.lemma, done[-1].tag if done else ""
    ahead = following.lemma if following else ""
    kinds = words.kinds(word)

    def made(tag: str, lemma: str = word, form: str = "") -> Token:
        return replace(token, tag=tag, lemma=lemma, form=form)

    if word[0].isdigit() or words.has("number", word):
        return made("NUM")
    if word == "to":
        can_be_verb = any(
            tag == "V" and form in ("base", "both") and base == ahead for tag, base, form in readings(ahead)
        )
        be = ahead in ("be", "have", "do")
        return made("TO") if (can_be_verb or be) and following and following.tag == "" else made("PREP")
    if kinds & {"be", "have", "do", "modal"}:
        lemma = next(kind for kind in ("be", "have", "do", "modal") if kind in kinds)
        return made("AUX", word if lemma == "modal" else lemma, word)
    if word == "no" and ahead == "longer":
        return made("ADV")
    if word == "longer" and done and done[-1].lemma == "no":
        return made("NEG")
    if word == "neither" and following and (following.tag == "NAME" or _nounish(following, words)):
        return made("DET")
    if "neg" in kinds and "cc" not in kinds:
        return made("NEG")
    if "rel" in kinds:
        return made("REL")
    if word == "that":
        told = next((t for t in reversed(done[-8:]) if t.tag in ("V", "REL", "THAT")), None)
        noun_before = last in ("N", "NAME", ")") and not (told and words.has("tell", told.lemma))
        return made("REL" if noun_before else "THAT")
    if "cc" in kinds:
        return made("CC")
    if word.endswith(("self", "selves")) and last in ("NAME", "N"):  # `Abe himself`
        return made("ADV")
    if word == "than" and ahead[:1].isdigit() and done and done[-1].lemma in ("more", "less", "fewer"):
        return made("DET")  # `more than 300 soldiers`
    if (word == "at" and ahead == "least") or (
        word == "to" and ahead[:1].isdigit() and done[-1:] and done[-1].lemma == "up"
    ):
        return made("ADV")
    if "pron" in kinds and not (word == "her" and following and following.tag == "" and not words.kinds(ahead)):
        return made("PRON")
    if word == "such" and ahead == "as":
        return made("ADV")
    if "det" in kinds:
        return made("DET")
    if "sub" in kinds and not (word == "once" and last == "AUX"):
        return made("SUB")
    if "prep" in kinds and not (word in ("like",) and last in ("AUX", "TO")):
        rough = word in ("about", "around", "over") and ahead[:1].isdigit()  # `about 300 soldiers`
        return made("ADV" if rough and last in ("", "PREP", "CC", ",", '"', "THAT") else "PREP")
    if "stopadj" in kinds:
        return made("ADJ")
    if "adv" in kinds and not (last == "DET" and following and _nounish(following, words) and "ADJ" in _tags(word)):
        return made("ADV")
    if "adv" in kinds:
        return made("ADJ")
    return _by_context(token, done, following, words)


def _by_context(token: Token, done: list[Token], following: Token | None, words: Words) -> Token:  # noqa: C901
    word = token.lemma
    found = {tag: (lemma, form) for tag, lemma, form in readings(word)}
    k = len(done) - 1
    while k >= 0 and done[k].tag in ("ADV", "NEG"):
        k -= 1
    before = done[k] if k >= 0 else None
    last = before.tag if before else ""
    capital = token.text[:1].isupper() and bool(done)

    def made(tag: str) -> Token:
        lemma, form = found.get(tag, (word, ""))
        return replace(token, tag=tag, lemma=lemma, form=form)

    if "-" in word and not found:
        return made("ADJ")
    if not found:
        if word.endswith("s") and not capital and not word.endswith(("ss", "us", "is")):
            return replace(token, tag="N", lemma=word[:-1], form="pl")
        return replace(token, tag="N" if not word.endswith(("ly",)) else "ADV", form="cap" if capital else "")
    if capital and "N" in found and len(done) and done[-1].tag not in ('"',):
        return replace(made("N"), form="cap")
    if "V" in found:
        form = found["V"][1]
        if form in ("both", "part") and not done and following and not following.tag and _nounish(following, words):
            return replace(made("V"), tag="ADJ", form=form)  # `Strained relations …`
        if (
            form in ("both", "part")
            and last == "V"
            and before is not None
            and before.form == "ing"
            and following
            and following.tag == "NAME"
        ):
            return replace(made("V"), tag="ADJ", form=form)
        if _verb_here(form, last, before, done, following, found, words):
            return made("V")
        if form in ("both", "part", "ing") and "N" not in found:
            if (last in _OPEN and following and _nounish(following, words)) or (
                (following and following.tag in ("NAME",) and last in ("PREP", "CC", "")) and form != "ing"
            ):
                return replace(made("V"), tag="ADJ", form=form)
            return made("V")
    for tag in ("N", "ADJ", "ADV") if last in ("PREP", "POS", "") or "ADJ" not in found else ("ADJ", "N", "ADV"):
        if tag in found:
            if tag == "ADJ" and "N" in found and not (following and _nounish(following, words)):
                tag = "N"
            return made(tag)
    verb = made("V")
    if last in (*_OPEN, "PREP") and verb.form in ("base", "s"):  # `hostile acts`: the dictionary has the verb only
        return replace(verb, tag="N", form="pl" if verb.form == "s" else "")
    return verb


def _tags(word: str) -> set[str]:
    return {tag for tag, _, _ in readings(word)}


def _nounish(token: Token, words: Words) -> bool:
    if token.tag == "NAME":
        return True
    if token.tag or words.kinds(token.lemma):
        return False
    return any(tag in ("N", "ADJ") for tag, _, _ in readings(token.lemma))


def _verb_here(  # noqa: C901
    form: str,
    last: str,
    before: Token | None,
    done: list[Token],
    following: Token | None,
    found: dict[str, tuple[str, str]],
    words: Words,
) -> bool:
    if last == "TO" or last == "AUX":
        return not (last == "AUX" and form in ("s",)) and not (
            before is not None and before.lemma in ("be", "have") and form == "base"
        )
    if last in _OPEN or (last == "PRON" and before is not None and words.kinds(before.lemma) & {"det"}):
        return False
    if before is not None and before.form == "dem" and ({"N", "ADJ"} & set(found)):
        return False
    ahead = following.tag if following else "."
    kinds = words.kinds(following.lemma) if following and not ahead else frozenset()
    object_ahead = ahead in ("NAME", '"') or bool(kinds & {"det", "pron"})
    only_verb = not ({"N", "ADJ"} & set(found))
    if form == "ing":
        return only_verb or object_ahead or last in ("AUX",)
    if last == "PREP":
        return False
    if form in ("both", "past", "part"):
        return (only_verb and (last in ("N", "NAME", "PRON", "REL", "CC", ",", ")", "DATE", "V", "", "—", '"'))) or (
            last in ("N", "NAME", "PRON", "REL", ")", "DATE", ",", "CC")
            and (
                "N" not in found
                or object_ahead
                or bool(kinds & {"prep", "sub", "adv"})
                or (following is not None and following.lemma in ("that", "to"))
            )
        )
    finite = any((token.tag == "V" and token.form in ("s", "past", "both")) or token.tag == "AUX" for token in done)
    if last in ("REL", "PRON"):
        return True
    if form == "s":
        if last in ("NAME", "N") and not finite and following is not None and following.lemma == "to" and ahead == "":
            return True
        if last in ("NAME", "N", ")", ",", "DATE") and (only_verb or object_ahead):
            return not (last == "N" and finite and not only_verb)
        return (
            last in ("NAME", "N", "CC") and not finite and bool(kinds & {"prep"}) is False and ahead == "" and only_verb
        )
    if form == "base":
        if object_ahead and _asked(done, words):
            return True
        joint = [t.tag for t in done[-4:]][-3:] == ["NAME", "CC", "NAME"] and done[-4:][0].lemma != "between"
        if joint and not finite and (object_ahead or (following is not None and following.lemma == "to")):
            return True  # `X and Y pledge to …`
        helped = any(token.tag == "V" and token.lemma in ("help", "let", "make") for token in done[-3:])
        if helped and last in ("NAME", "PRON") and (object_ahead or only_verb):  # `helping X keep Y`
            return True
        if last in ("NAME", "PRON") and _is_past_too(found["V"][0]) and (object_ahead or kinds & {"prep", "adv"}):
            return True
        plural = before is not None and (before.form == "pl" or (before.tag == "NAME" and before.text.endswith("s")))
        return last in ("N", "NAME", "CC") and (plural or (last == "CC" and only_verb)) and (object_ahead or only_verb)
    return False
