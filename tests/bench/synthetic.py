"""A project of invented actors and claims, as large as asked: the same arguments, the same files."""

import random
import sys
from pathlib import Path

RELATIONS = ("meets", "supports", "criticizes", "cooperatesWith", "allyOf", "threatens", "negotiatesWith", "aids")
TYPES = ("State", "Person", "Organization", "Company")
SYLLABLES = ("ka", "lo", "mi", "ren", "tas", "vo", "shu", "bel", "dor", "nia", "gra", "pol")


def synthetic(folder: Path, actors: int, claims: int, sources: int = 60, seed: int = 0) -> Path:
    """Write `seeds/` into a folder: who has many ties gets more, an eighth of the claims are planned or denied.

    Returns:
        The folder.
    """
    draw = random.Random(seed)
    seeds = folder / "seeds"
    (seeds / "claims").mkdir(parents=True)
    (seeds / "project.toml").write_text(
        'title = "Invented"\nbase = "https://example.org/invented/"\n', encoding="utf-8"
    )
    sides = [f"a{number}" for number in range(0, min(actors, 32), 4)]
    entities = ["id,type,name,side"]
    for number in range(actors):
        name = "".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))).title()
        side = "" if number % 4 == 0 else draw.choice(sides)
        entities.append(f"a{number},{TYPES[number % 4]},{name} {number},{side}")
    (seeds / "entities.csv").write_text("\n".join(entities) + "\n", encoding="utf-8")
    keys = [f"source{number}" for number in range(sources)]
    bib = (
        f"@misc{{{key}, title = {{Text {key}}}, date = {{20{draw.randint(10, 24)}-0{draw.randint(1, 9)}}}}}"
        for key in keys
    )
    (seeds / "sources.bib").write_text("\n\n".join(bib) + "\n", encoding="utf-8")
    ends = list(range(actors))  # each as often as it has ties, so that who has many gets more
    rows: dict[str, list[str]] = {key: ["id,subject,relation,object,when,polarity,modality,at"] for key in keys}
    for number in range(claims):
        one = number % actors if number < actors else draw.choice(ends)
        two = draw.choice(ends)
        while two == one:
            two = draw.choice(ends)
        ends += (one, two)
        when = f"{draw.randint(1990, 2024)}-{draw.randint(1, 12):02}" if draw.random() < 0.7 else ""
        how = draw.choice((",planned", "denied,")) if draw.random() < 0.125 else ","
        rows[draw.choice(keys)].append(
            f"c{number},a{one},{draw.choice(RELATIONS)},a{two},{when},{how},¶{draw.randint(1, 40)}"
        )
    for key, lines in rows.items():
        (seeds / "claims" / f"{key}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


if __name__ == "__main__":
    synthetic(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
