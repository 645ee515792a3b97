"""What is loaded when: the package alone and the command's help cost next to nothing. No times are measured here, only modules."""

import subprocess
import sys

import pytest

HEAVY = ("attr", "cattrs", "lxml", "hypothesis", "langcodes", "tomllib", "multiprocessing", "concurrent", "sqlite3", "json")


def loaded(code: str) -> set[str]:
    """Return the modules that a fresh interpreter holds after some code, beyond those it holds after none."""
    report = "import sys; print('\\n'.join(sys.modules), file=sys.stderr)"

    def after(code: str) -> set[str]:
        program = f"{code}\n{report}"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
        return set(done.stderr.split())

    return after(code) - after("pass")


def heavy(code: str) -> set[str]:
    return {module for module in loaded(code) if module.split(".")[0] in HEAVY}


def test_the_package_loads_nothing_heavy() -> None:
    assert heavy("import kzcorpus") == set()


def test_a_model_class_loads_the_model_and_attrs_only() -> None:
    names = loaded("import kzcorpus; kzcorpus.Article('a'); kzcorpus.Corpus('c')")
    rooms = {module.split(".")[1] for module in names if module.startswith("kzcorpus.")}
    assert rooms == {"errors", "model"}
    assert {module.split(".")[0] for module in names} & {"cattrs", "lxml", "hypothesis", "langcodes", "tomllib"} == set()


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_nothing_heavy(option: str) -> None:
    call = f"from kzcorpus.cli import main\ntry:\n    main(['{option}'])\nexcept SystemExit:\n    pass"
    assert heavy(call) == set()


def test_the_records_are_read_when_somebody_is_looked_up() -> None:
    opened = "import sys; opened = []; sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])))\n"
    code = "import kzcorpus\nfor name in kzcorpus.__all__:\n    getattr(kzcorpus, name)\n"
    report = "print([path for path in opened if path.endswith('.toml')])"
    done = subprocess.run([sys.executable, "-c", opened + code + report], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "[]\n"
