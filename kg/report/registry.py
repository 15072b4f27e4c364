"""The reports by name, and how they are asked."""

import inspect
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from kg.dates import DateError, interval
from kg.errors import UsageError
from kg.lookup import require_id
from kg.report import Maker, Report
from kg.report.balance import balance
from kg.report.centrality import centrality_report
from kg.report.conditions import conditions
from kg.report.contested import contested, perspectives
from kg.report.coverage import coverage
from kg.report.difference import difference, is_period
from kg.report.dossier import actor, pair
from kg.report.networks import brokerage, groups
from kg.report.path import path
from kg.report.position import position
from kg.report.quality import quality
from kg.report.silence import silence
from kg.report.standing import corroboration, sources
from kg.report.summary import summary
from kg.report.timeline import timeline
from kg.store import Queryable
from kg.table import Value

REPORTS: dict[str, Maker] = {
    "summary": summary,
    "coverage": coverage,
    "centrality": centrality_report,
    "balance": balance,
    "brokerage": brokerage,
    "communities": groups,
    "timeline": timeline,
    "actor": actor,
    "pair": pair,
    "position": position,
    "conditions": conditions,
    "contested": contested,
    "perspectives": perspectives,
    "silence": silence,
    "corroboration": corroboration,
    "sources": sources,
    "path": path,
    "diff": difference,
    "quality": quality,
}
DATES = {"since": "--from", "until": "--to"}
PLACES = {"one": "ONE", "two": "TWO"}
"""Parameters that are a period or a side, and no option."""


def parameters(name: str) -> dict[str, bool]:
    """The parameters of a report, in order, and whether it needs them."""
    return {item.name: item.default is item.empty for item in _keywords(name)}


def switches(name: str) -> dict[str, Any]:
    """Those parameters of a report that name no thing and no time, with their types: numbers, flags, choices."""
    return {item.name: item.annotation for item in _keywords(name) if item.annotation is not str}


def _keywords(name: str) -> list[inspect.Parameter]:
    signature = inspect.signature(REPORTS[name]).parameters.values()
    return [item for item in signature if item.kind is item.KEYWORD_ONLY]


def missing(name: str, values: Mapping[str, Value]) -> list[str]:
    """The parameters that a report needs and nobody gave."""
    return [parameter for parameter, needed in parameters(name).items() if needed and not values.get(parameter)]


def option(parameter: str) -> str:
    """A parameter as it is written on the command line."""
    return {**DATES, **PLACES}.get(parameter, f"--{parameter.replace('_', '-')}")


def make_report(name: str, store: Queryable, title: str, dataset: str, values: Mapping[str, Value]) -> Report:
    """Make a report.

    Args:
        name: which one.
        store: what to ask.
        title: the project's.
        dataset: the hash of the data.
        values: parameters; blank ones count as not given.

    Raises:
        UsageError: a parameter that the report does not take or lacks, an unknown id or a wrong date.
    """
    given = {key: value for key, value in values.items() if value}
    known = parameters(name)
    if unknown := [key for key in given if key not in known]:
        offered = ", ".join(option(key) for key in known) or "no options"
        raise UsageError(f"{name} does not take {option(unknown[0])}; it takes {offered}")
    if lacking := missing(name, given):
        raise UsageError(f"{name} needs {' and '.join(option(key) for key in lacking)}")
    own = switches(name)
    for key, value in given.items():
        if key in own:
            if get_args(own[key]) and value not in get_args(own[key]):
                raise UsageError(f"{option(key)} is one of {', '.join(get_args(own[key]))}")
            continue
        named = str(value).removeprefix(":")
        if key in DATES or (key in PLACES and is_period(named)):
            _check_date(option(key), named)
        else:
            require_id(store, named)
            given[key] = named
    return replace(REPORTS[name](store, title, dataset, **given), parameters=tuple(given.items()))


def _check_date(name: str, value: str) -> None:
    try:
        interval(value)
    except DateError as error:
        raise UsageError(f"{name}: {error}") from error
