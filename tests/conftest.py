"""Hypothesis profiles: ``dev`` by default, ``ci`` where CI=true, ``deep`` on demand; KZCORPUS_HYPOTHESIS names another one.

``ci`` draws the same examples each time, so that it gives a commit one verdict; ``dev`` and ``deep`` look for new ones.
``mutants`` is for tests/benchmarks/mutants.py: the same few examples each time, and none made smaller once one has failed.

The programs of tests/benchmarks and the tables of tests/malformed are no packages: tests import them by their plain names.
"""

import os
import sys
from pathlib import Path

from hypothesis import Phase, settings

sys.path[:0] = [str(Path(__file__).parent / folder) for folder in ("benchmarks", "malformed")]

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True, print_blob=True)
settings.register_profile("deep", max_examples=5000, deadline=None, print_blob=True)
settings.register_profile(
    "mutants", max_examples=15, deadline=None, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)
settings.load_profile(os.environ.get("KZCORPUS_HYPOTHESIS") or ("ci" if os.environ.get("CI") == "true" else "dev"))
