"""The examples in the docstrings give what they say, those of the compiled functions too."""

import doctest
import importlib
import pkgutil

import kpi
import pytest

MODULES = ["kpi", *(f"kpi.{module.name}" for module in pkgutil.iter_modules(kpi.__path__))]
WITH_EXAMPLES = {"kpi", "kpi._core", "kpi._figures", "kpi._functions", "kpi._native", "kpi._report"}


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    failed, attempted = doctest.testmod(importlib.import_module(name))
    assert failed == 0
    assert attempted > 0 or name not in WITH_EXAMPLES


def test_every_module_is_known() -> None:
    assert set(MODULES) >= WITH_EXAMPLES
