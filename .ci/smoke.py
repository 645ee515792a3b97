"""Try the installed wheel as a user would: the command, the seeds, both formats, and the size of the install."""

import subprocess
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

import kzcorpus as kz

LIMIT = 20 * 2**20
"""Of what pip installs and of what is kept beside it once it is used (compiled tables)."""
OURS_NOT = ("pip", "setuptools", "pkg_resources", "_distutils_hack")


def installed() -> int:
    """Return the bytes of all installed packages that are no tools of the environment itself."""
    packages = Path(sysconfig.get_path("purelib"))
    files = (path for path in packages.rglob("*") if path.is_file() and not path.relative_to(packages).parts[0].startswith(OURS_NOT))
    return sum(path.stat().st_size for path in files)


corpus = kz.load_seeds()
assert len(corpus.articles) == 5  # noqa: PLR2004, S101
kz.dump(corpus, "seeds.json")
kz.dump(kz.load("seeds.json"), "seeds.xml")
assert kz.load("seeds.xml") == corpus  # noqa: S101
assert find_spec("hypothesis") is None, "the core pulls in a test library"  # noqa: S101

command = Path(sysconfig.get_path("scripts"), "kzcorpus")
for arguments in (["--version"], ["validate", "seeds.json", "seeds.xml"]):
    subprocess.run([command, *arguments], check=True)  # noqa: S603

size = installed()
print(f"installed size, once used: {size / 2**20:.1f} MiB")
sys.exit(size > LIMIT)
