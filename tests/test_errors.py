from kg.errors import Issue, IssuesError, Location, did_you_mean, errors_in


def test_an_issue_reads_as_file_line_message() -> None:
    assert str(Issue(Location("seeds/claims/a.csv", 4), "no such id")) == "seeds/claims/a.csv:4: no such id"
    assert str(Issue(Location("a.bib"), "empty", "warning")) == "a.bib: warning: empty"


def test_only_errors_stop_a_build() -> None:
    issues = [Issue(Location("a", 1), "x"), Issue(Location("a", 2), "y", "warning")]
    assert errors_in(issues) == (issues[0],)
    assert IssuesError(issues).issues == tuple(issues)


def test_near_matches_ignore_case_and_far_words_give_nothing() -> None:
    assert did_you_mean("NORLAND", ["norland"]) == "; did you mean norland?"
    assert did_you_mean("zzz", ["norland"]) == ""
