"""The programs of tests/benchmarks are no package: what is tested of them is imported by its plain name."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
