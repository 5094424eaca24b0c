"""The package has one version, which is that of its metadata."""

from importlib.metadata import version

import kpi


def test_version() -> None:
    assert kpi.version() == version("kpi")
