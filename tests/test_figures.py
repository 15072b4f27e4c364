import pytest

from kg.figures import Figure, figures, figures_agree


def test_numbers_with_their_units() -> None:
    assert figures("1,200 soldiers and €2 million") == (Figure(1200, "soldiers"), Figure(2_000_000, "€"))
    assert figures("56 per cent, or 56 percent, or 56%") == (Figure(56, "%"),) * 3
    assert figures("a treaty of 1956 and one since 2014") == ()
    assert figures("2000 troops") == (Figure(2000, "troops"),)


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        ("32 % of voters", "32 percent of voters", True),
        ("32 % of voters", "41 % of voters", False),
        ("32 % of voters", "41 % of all voters", False),
        ("32 % of voters", "41 % of farmers", None),
        ("32 % of voters", "32 members", None),
        ("1,200 soldiers", "1.2 thousand soldiers", True),
        ("two million euros", "2 million euros", None),
        ("no number", "no number", None),
    ],
)
def test_whether_two_phrases_give_one_figure(one: str, two: str, agree: bool | None) -> None:
    assert figures_agree(one, two) is agree
    assert figures_agree(two, one) is agree
