"""``python -m kzcorpus``: the command line."""

import sys

from kzcorpus.cli import main

if __name__ == "__main__":
    sys.exit(main())
