"""Voices without a verb of saying."""

from collections.abc import Callable

import pytest

Heard = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "claim", "content", "voice"),
    [
        ("In Otto Brandt's view, Chile supports Peru.", "Chile supports Peru", "affirmed asserted", "Otto Brandt"),
        ("From Kenya's perspective, Chile supports Peru.", "Chile supports Peru", "affirmed asserted", "kenya"),
        ("Otto Brandt's argument that Chile supports Peru convinced many.", "Chile supports Peru", "affirmed asserted", "Otto Brandt"),
        ("Otto Brandt's view is that Chile supports Peru.", "Chile supports Peru", "affirmed asserted", "Otto Brandt"),
        ("The strike was interpreted in Kenya as proof of Peru's dependence on Bolivia.", "Peru dependsOn Bolivia", "affirmed asserted", "kenya"),
    ],
)  # fmt: skip
def test_voice(heard: Heard, text: str, claim: str, content: str, voice: str) -> None:
    assert heard(text, claim) == [(content, voice)]
