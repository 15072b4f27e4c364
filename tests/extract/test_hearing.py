"""Whose words a sentence tells. The sentences are the project's own."""

from collections.abc import Callable

import pytest

Heard = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "claim", "content", "voice"),
    [
        ("Chilean officials fear that Peru may attack Bolivia.", "Peru attacks Bolivia", "affirmed hypothetical", "Chilean officials"),
        ("Kenyan officials fear that Peru depends on Bolivia.", "Peru dependsOn Bolivia", "affirmed hypothetical", "Kenyan officials"),
        ("Otto Brandt argues that Chile supports Peru and that Oman supports Qatar.", "Oman supports Qatar", "affirmed asserted", "Otto Brandt"),
        ('Otto Brandt was blunt. "Chile supports Peru."', "Chile supports Peru", "affirmed asserted", "Otto Brandt"),
        ('Otto Brandt spoke on Monday. "Chile attacked Peru," he said.', "Chile attacks Peru", "affirmed asserted", "Otto Brandt"),
        ("Otto Brandt would reassure Kenya that Chile supports Peru.", "Chile supports Peru", "affirmed hypothetical", "Otto Brandt"),
        ("Otto Brandt doubts that Chile supports Peru.", "Chile supports Peru", "denied asserted", "Otto Brandt"),
        ("According to Otto Brandt, Chile supports Peru. Oman, he adds, attacked Qatar.", "Oman attacks Qatar", "affirmed asserted", "Otto Brandt"),
        ("Otto Brandt believes that Chile depends on Peru.", "Chile dependsOn Peru", "affirmed asserted", "Otto Brandt"),
        ("Many in Kenya believe that Chile depends on Peru.", "Chile dependsOn Peru", "affirmed asserted", "Many"),
        ("Otto Brandt, for his part, insists that Chile depends on Peru.", "Chile dependsOn Peru", "affirmed asserted", "Otto Brandt"),
        ("As Otto Brandt argues, Chile depends on Peru.", "Chile dependsOn Peru", "affirmed asserted", "Otto Brandt"),
        ("Chile, Otto Brandt argues, depends on Peru.", "Chile dependsOn Peru", "affirmed asserted", "Otto Brandt"),
        ('"Chile depends on Peru," argues Otto Brandt.', "Chile dependsOn Peru", "affirmed asserted", "Otto Brandt"),
        ("Otto Brandt denies that Chile depends on Peru.", "Chile dependsOn Peru", "denied asserted", "Otto Brandt"),
    ],
)  # fmt: skip
def test_voice(heard: Heard, text: str, claim: str, content: str, voice: str) -> None:
    assert heard(text, claim) == [(content, voice)]
