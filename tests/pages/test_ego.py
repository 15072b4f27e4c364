from kg.pages.ego import HEIGHT, MOST, ROOM, WIDTH, Tie, edges, ring


def tie(name: str, positive: int = 0, negative: int = 0, neutral: int = 0, contested: bool = False) -> Tie:
    return Tie(name, name, positive, negative, neutral, 1, contested)


def test_a_sign_is_told_by_more_than_colour() -> None:
    assert [
        (item.kind, item.sign) for item in (tie("a", 2, 1), tie("b", 0, 1), tie("c", 1, 1), tie("d", neutral=1))
    ] == [
        ("cooperative", "+"),
        ("conflictual", "−"),
        ("mixed", "±"),
        ("mixed", ""),
    ]
    assert ring([tie("a", 1, contested=True)])[0].mark == "+≠"


def test_labels_stand_beside_the_ring_and_do_not_meet() -> None:
    for count in range(1, MOST + 5):
        spokes = ring([tie(f"actor with a long name {number}", 1) for number in range(count)])
        assert len(spokes) == min(count, MOST)
        assert all(0 < spoke.x < WIDTH and 0 < spoke.label_y < HEIGHT for spoke in spokes)
        boxes = [box(spoke) for spoke in spokes]
        for index, one in enumerate(boxes):
            for two in boxes[index + 1 :]:
                assert one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1], (count, one, two)


def test_the_picture_ends_where_its_labels_end() -> None:
    for count in (1, 2, 7, 15):
        spokes = ring([tie("an actor of a name too long for any picture", 1)] * count)
        top, bottom = edges(spokes)
        assert all(top < spoke.label_y - 12 and spoke.label_y < bottom for spoke in spokes)
        assert all(len(spoke.label) < len(spoke.full) <= ROOM for spoke in spokes)
    assert edges(ring([tie("a"), tie("b")])) == (HEIGHT / 2 - 30, HEIGHT / 2 + 30)


def box(spoke):  # type: ignore[no-untyped-def]
    width = 6.2 * len(spoke.label)
    left = spoke.label_x - {"start": 0, "middle": width / 2, "end": width}[spoke.anchor]
    return left, spoke.label_y - 10, left + width, spoke.label_y + 2
