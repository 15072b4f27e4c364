import json

from kg.pages.frame import safe_link, script_json


def test_json_cannot_end_its_script_element() -> None:
    text = script_json({"x": "</script><!--\u2028"})
    assert "<" not in text
    assert json.loads(text) == {"x": "</script><!--\u2028"}


def test_only_addresses_of_the_web_are_links() -> None:
    assert safe_link("https://example.org/a") == "https://example.org/a"
    assert safe_link("javascript:alert(1)") == ""
    assert safe_link(" data:text/html,x") == ""
