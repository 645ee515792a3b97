"""The tables of this folder and the programs of tests/benchmarks are no packages: tests import them by their plain names."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "benchmarks"), str(Path(__file__).parent)]
