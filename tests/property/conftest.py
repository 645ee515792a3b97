"""The programs of tests/benchmarks and the grammar of news are no packages: what is tested of them is imported by its plain name."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "benchmarks"), str(Path(__file__).parent)]
