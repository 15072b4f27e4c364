from kg.extract.document import from_text
from kg.extract.engine import make_extractor


def test_where_about_and_when_it_was_said() -> None:
    extractor = make_extractor()

    def claim(text: str) -> dict[str, object]:
        return extractor.extract(from_text(text, date="2020-06-17")).claims[0]

    assert claim("France met Spain in Kenya.")["where"] == "kenya"
    assert claim("France negotiated with Spain over Mali.")["about"] == ["mali"]
    assert claim("France criticized Spain.")["where"] is None
    told = claim("Italy said on Monday that France had attacked Spain in May 2019.")
    assert (told["said"], told["when"], told["wording"]) == ("2020-06-15", "2019-05", "paraphrase")
