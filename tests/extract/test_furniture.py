from kg.extract.document import from_text


def kinds(*paragraphs: str) -> list[str]:
    return [paragraph.kind for paragraph in from_text("\n\n".join(paragraphs)).paragraphs]


BODY = (
    "The minister of Norland met her colleague of Sudria in the capital on Monday, and both spoke of a new beginning."
)
MORE = (
    "Nobody in the room expected the talks to last beyond the evening, but they went on for two days and three nights."
)
LAST = (
    "The treaty now goes to both parliaments, where it needs a majority of two thirds before the summer of next year."
)
TEASER = (
    "A rocket was launched from the coast of another continent, and scholars ask what this means for everyone else."
)


def test_share_bars_newsletters_and_disclaimers_are_boilerplate_wherever_they_stand() -> None:
    for line in (
        *("Share", "Facebook | Twitter | Email", "Sign up for our newsletter", "Read more: Another story"),
        *("The views expressed here are the author's own.", "5 min read", "© The Weekly 2020", "Follow us on Twitter"),
    ):
        assert kinds("A title", BODY, line, MORE, LAST) == ["heading", "body", "boilerplate", "body", "body"], line


def test_words_that_only_begin_like_boilerplate_are_body() -> None:
    for line in (
        "Printing presses stood still in Norland.",
        "Shares fell in Norland.",
        "Relatedly, Norland left the pact.",
    ):
        assert kinds(BODY, line, MORE)[1] == "body", line


def test_from_related_articles_on_all_is_boilerplate() -> None:
    found = kinds("A title", BODY, MORE, LAST, "Topics and regions", "Related articles", "Another rocket", TEASER)
    assert found == ["heading", "body", "body", "body", *["boilerplate"] * 4]


def test_a_section_with_paragraphs_of_its_own_is_no_tail() -> None:
    found = kinds("A title", BODY, MORE, "More from the talks", LAST, TEASER)
    assert found == ["heading", "body", "body", "heading", "body", "body"]


def test_a_pull_quote_repeats_a_longer_paragraph_without_its_hedges() -> None:
    pulled = BODY.replace(", and both", ". Both").replace("The minister", "However, the minister")
    assert kinds("A title", pulled[9:90], BODY, MORE) == ["heading", "pull quote", "body", "body"]
    assert kinds(BODY, MORE, BODY) == ["body", "body", "pull quote"]


def test_notes_are_numbered_and_cite_or_stand_below_their_heading() -> None:
    notes = ["1. “A Speech,” The Weekly, https://example.org/a.", "2. Bureau of Surveys, 8 August 2016.", "3. Ibid."]
    assert kinds("A title", BODY, MORE, *notes) == ["heading", "body", "body", "note", "note", "note"]
    assert kinds("A title", BODY, MORE, LAST, "Notes", "[1] J. Doe in conversation.") == [
        *("heading", "body", "body", "body", "heading", "note")
    ]
    assert kinds("A title", BODY, "1. Norland should ratify the treaty.", "2. Sudria should do the same.")[2:] == [
        *("body", "body")
    ]


def test_a_question_that_opens_a_text_is_its_title() -> None:
    assert kinds("Will the treaty of the two neighbours bear fruit this time?", BODY) == ["heading", "body"]
