"""The Python examples of the README and of the guide print what stands behind them.

    python -m pytest examples/python
"""

import contextlib
import io
import pathlib
import re
import runpy

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUIDE = ["getting-started", "report", "business-time", "event-log", "agents", "several-kinds"]
PAGES = ["README.md", *(f"docs/src/{page}.md" for page in GUIDE)]


def blocks(page: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", (ROOT / page).read_text(), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_page(page: str) -> None:
    examples = blocks(page)
    assert examples
    for example in examples:
        expected = re.findall(r"^print\(.*\)  # (.*)$", example, re.MULTILINE)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(example, page, "exec"), {})
        assert out.getvalue().splitlines() == expected, example


def test_review_runs_from_top_to_bottom() -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        runpy.run_path(str(ROOT / "examples/python/review.py"))
    # The sample's vectors have this figure, too.
    assert "70.906630582" in out.getvalue()
