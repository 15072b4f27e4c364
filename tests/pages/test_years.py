from kg.pages.years import BREAK, axis, bars


def test_years_without_anything_are_left_out_and_the_break_shows() -> None:
    found = axis([2016, 2017, 1956, 2016])
    assert found.places == {1956: 0, 2016: 1 + BREAK, 2017: 2 + BREAK}
    assert found.breaks == [1 + BREAK / 2]
    assert found.width == 3 + BREAK
    assert found.at("2016-01-01") == 1 + BREAK
    assert 1 + BREAK + 0.49 < found.at("2016-07-01") < 1 + BREAK + 0.51
    assert found.at("1990-01-01") == 1 + BREAK / 2
    assert found.at("2030-01-01") == found.width


def test_a_long_time_has_wider_bins() -> None:
    found = axis(range(1700, 2000))
    assert found.step == 10
    assert found.label(1990) == "1990–99"
    assert axis([]).width == 0
    assert axis([1, 9999]).at("0001-06-01") > 0


def test_bars_are_stacked_in_order_of_layers() -> None:
    found = axis([2016])
    parts = bars(found, [(2016, "Fact"), (2016, "Plan"), (2016, "Fact")], ("Fact", "Plan", "Denial"))
    assert [(part.layer, part.bottom, part.count) for part in parts] == [
        ("Fact", 0, 2),
        ("Plan", 2, 1),
        ("Denial", 3, 0),
    ]
