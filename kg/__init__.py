"""Claims on international politics: each with its source, asked with SPARQL, shown as pages and reports.

>>> import kg
>>> dataset = kg.open_project(".").dataset()   # doctest: +SKIP
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.project import Project

__version__ = "0.1.0"
__all__ = ["__version__", "open_project"]


def open_project(path: str = ".") -> "Project":
    """Open the project in a folder: the one that holds `seeds/`.

    Raises:
        kg.errors.UsageError: there is no `seeds/` in the folder.
    """
    from kg.project import Project  # rdflib and Oxigraph are loaded only when a project is opened

    return Project.open(path)
