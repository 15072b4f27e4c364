from hypothesis import given
from hypothesis import strategies as st

from kg.duplicates import Alike, containment, near_duplicates, repeated_parts, shingles

WIRE = "The minister of Norland met her colleague of Sudria in the capital on Monday and both spoke of a beginning."
OTHER = "Nobody in the room expected that talks would last beyond the evening, but they went on for two days."


def test_a_copy_an_excerpt_and_a_longer_version_are_told_from_another_text() -> None:
    known = {"wire": WIRE, "other": OTHER}
    assert near_duplicates(WIRE.upper().replace(" ", "\n"), known) == [Alike("wire", 1, 1)]
    (excerpt,) = near_duplicates(WIRE[:58], known)
    assert (excerpt.key, excerpt.of_new, excerpt.of_known < 0.5) == ("wire", 1, True)
    (longer,) = near_duplicates(
        f"{OTHER[:60]} {WIRE} {OTHER[30:]} And that, she said, was that for this year.", {"wire": WIRE}
    )
    assert (longer.of_new < 0.5, longer.of_known) == (True, 1)
    assert near_duplicates("The minister of Sudria met nobody in the capital on Monday.", known) == []
    assert near_duplicates("", known) == near_duplicates(WIRE, {"empty": ""}) == []


def test_soft_hyphens_do_not_hide_a_copy() -> None:
    assert shingles("colla\xadborate with nobody at all") == shingles("collaborate with nobody at all")


@given(st.lists(st.sampled_from("abcdefg"), max_size=30), st.lists(st.sampled_from("abcdefg"), max_size=30))
def test_containment_is_a_share(one: list[str], two: list[str]) -> None:
    first, second = shingles(" ".join(one)), shingles(" ".join(two))
    assert 0 <= containment(first, second) <= 1
    assert containment(first, first) == (1 if one else 0)
    assert containment(shingles(" ".join(one)), shingles(" ".join([*two, *one]))) == (1 if one else 0) or len(one) < 5


def test_a_part_repeats_a_longer_one_or_an_equal_earlier_one() -> None:
    assert repeated_parts([WIRE[:58], OTHER, WIRE, OTHER], share=0.6) == {0: 2, 3: 1}


def test_many_parts_take_no_longer_than_their_words() -> None:
    assert len(repeated_parts([WIRE] * 20_000, share=0.6)) == 19_999
