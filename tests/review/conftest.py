"""A project with a text that gives some thirty proposals, new names among them."""

from collections.abc import Callable

import pytest

from kg.project import Project
from kg.review.desk import Desk
from kg.review.queue import Item

TEXT = """\
Sud does not control Isle.

Ann hosted Bob in December 2016. Nord annexed Isle. Nord threatened Sud. Ann visited Sud in May 2017.

Foreign Minister Carl Osten met Ann in June 2016. Osten criticized Nord. Carl Osten visited Isle.

President Dora Halvorsen met Bob. President Dora Halvorsen criticized Sud. Dora Halvorsen visited Sud.

Prime Minister Anna Nordstrom met Bob in 2015. Anna Nordstrom visited Sud in 2016.

Peru supports Nord. Peru criticized Sud. Nord sanctioned Peru.

The Harbour Group met Ann. The Harbour Group criticized Nord. Bob threatened the Harbour Group.

Nord attacked Sud. Sud invaded Nord. Bob criticized Ann. Nord claims Isle. Sud supports Peru.

Bob visited Nord in 2015. Sud sanctioned Nord in 2014. Nord cooperates with Sud. Ann warned Sud. Nord rejected the Pact.
"""


@pytest.fixture
def review_project(make_project: Callable[..., Project]) -> Callable[..., Project]:
    """The small project with a text; keyword arguments as for `make_project`."""

    def make(files: dict[str, str | bytes | None] | None = None, folder: str = "p") -> Project:
        return make_project({"texts/two.txt": TEXT, **(files or {})}, folder)

    return make


@pytest.fixture
def find() -> Callable[[Desk, str], Item]:
    """The proposal whose quote begins so."""

    def found(desk: Desk, quote: str) -> Item:
        (item,) = [item for item in desk.items if item.row.quote.startswith(quote)]
        return item

    return found
