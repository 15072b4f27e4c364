"""The small project with a text for its first source."""

from collections.abc import Callable

import pytest

from kg.project import Project

TEXT = """\
Annie met Bob on Isle.

Nord claims North Isle. Sud does not.

Ann plans to host Bob in December. Bob wants a treaty.
"""


@pytest.fixture
def curated(make_project: Callable[..., Project]) -> Project:
    """A project to curate `one` in."""
    return make_project({"texts/one.txt": TEXT})
