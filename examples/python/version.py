"""The package is installed and answers: `python examples/python/version.py`."""

import kpi

print("kpi", kpi.version())
