#!/usr/bin/env python3
"""Set TenantDock up in this checkout, then run it, test it or measure it. Needs nothing but Python 3.11 or newer.

python3 dev.py run [--real] [ARG ...]   start the desktop on the practice cloud (--real: for your own tenants)
python3 dev.py test [PYTEST ARG ...]    lint, types, import rules and all tests (with arguments: only those tests)
python3 dev.py check                    lint, types and import rules
python3 dev.py bench [NAME ...]         measure; --json FILE writes the figures, --trials N says how many random trials
python3 dev.py pictures [--to DIR]      draw every window and state in every look, with a page that shows them
python3 dev.py translations             find every text, update resources/translations, say what is missing (--todo, --take)
python3 dev.py pin                      pin the dependencies in requirements/ anew
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "tenantdock.json"

# What Qt needs at run time, by the name the linker knows and the Debian package that holds it (offscreen, then X11)
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What the tests use, by the program looked for and the Debian package that holds it
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "tint2": "tint2",
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "gnome-keyring-daemon": "gnome-keyring",
    "dbus-run-session": "dbus",
    "xterm": "xterm",
    "xdotool": "xdotool",
    "xprop": "x11-utils",
    "dunst": "dunst",
    "desktop-file-validate": "desktop-file-utils",
    "import": "imagemagick",
}
# What keyrings other than gnome-keyring and the screen reader's tests need, by the file looked for and its Debian package
TEST_FILES = {
    "/usr/bin/kwalletd5": "libkf5wallet-bin",
    "/usr/lib/python3/dist-packages/dbus": "python3-dbus",
    "/usr/lib/python3/dist-packages/gi": "python3-gi",
    "/usr/share/doc/gir1.2-secret-1": "gir1.2-secret-1",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
}
FONTS = "fonts-dejavu-core"
# The tests that have to cover the rooms named in pyproject.toml, every branch
MEASURED = (
    "tests/unit",
    "tests/contract/test_vault_port.py",
    "tests/contract/test_directory_port.py",
    "tests/contract/test_directory_port_many.py",
    "tests/contract/test_directory_port_search.py",
)


def main(arguments: list[str]) -> int:
    """Run the command that the arguments name; return the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what tells people with an older Python
        return _fail(f"TenantDock needs Python 3.11 or newer, this is {sys.version.split()[0]}.", "Start dev.py with a newer one.")
    command, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "pictures": pictures,
        "translations": translations,
        "pin": pin,
    }
    if command not in commands:
        print(__doc__)
        return 0 if command in {"help", "-h", "--help"} else 2
    return commands[command](rest)


def run(arguments: list[str]) -> int:
    """Start the desktop: on the practice cloud, or with ``--real`` for real tenants."""
    if not _set_up("run"):
        return 1
    real = "--real" in arguments
    arguments = [argument for argument in arguments if argument != "--real"]
    if not real and "--sandbox" not in arguments:
        arguments.insert(0, "--sandbox")
    environment = dict(os.environ)
    if not _has_display():
        if real:
            return _fail("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).", "Start it in a desktop session.")
        if "--tour" not in arguments:
            print("There is no display here, so the tour runs instead: the main job on windows that nobody sees.", flush=True)
            arguments.append("--tour")
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _become([str(PYTHON), "-m", "tenantdock", *arguments], environment)


def test(arguments: list[str]) -> int:
    """Run lint, types, import rules and every test; with arguments, pytest with those alone."""
    if not _set_up("dev"):
        return 1
    if arguments:
        return _become([str(PYTHON), "-m", "pytest", *arguments], dict(os.environ))
    pytest = [str(PYTHON), "-m", "pytest", "-q"]
    coverage = ["--cov", "--cov-report=term-missing:skip-covered", "--cov-fail-under=100"]
    others = ["tests/contract", "tests/e2e", *(f"--ignore={each}" for each in MEASURED)]
    # Under coverage alone: there, Python 3.11 now and then refuses a thread that starts while another is about to be traced
    return check([]) or _call([*pytest, *coverage, *MEASURED]) or _side_by_side(pytest, [["tests/desktop"], others])


def _side_by_side(pytest: list[str], parts: list[list[str]]) -> int:
    """Run *parts* of the tests at the same time: windows wait for time to pass, real programs for each other. Then what failed,
    alone: a busy machine can be too slow for real windows, browsers and keyrings.
    """
    runs = [[*pytest, "-o", f"cache_dir={VENV / f'pytest-{number}'}", *part] for number, part in enumerate(parts)]
    # The first in the background, its output afterwards: two at once could not be read
    with tempfile.TemporaryFile() as said:
        first = subprocess.Popen(runs[0], cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        codes = [0, *(_call(run) for run in runs[1:])]
        codes[0] = first.wait()
        said.seek(0)
        print(said.read().decode("utf-8", "replace"), flush=True)
    again = [run for run, code in zip(runs, codes, strict=True) if code]
    if again:
        print("\nThose that failed, once more. What fails again is broken; what passes now is to be made steadier.\n", flush=True)
    return max([_call([*run, "--last-failed", "--last-failed-no-failures=none"]) for run in again], default=0)


def _elsewhere(system: str) -> list[str]:
    """What mypy is told to look at the program as it is on another *system*, where what is for this one cannot be reached."""
    return ["--platform", system, "--no-warn-unreachable", "--cache-dir", f".mypy_cache/{system}"]


def check(_arguments: list[str]) -> int:
    """Run lint, types and import rules."""
    if not _set_up("dev"):
        return 1
    bin_folder = PYTHON.parent
    return (
        _call([str(PYTHON), "-m", "ruff", "check"])
        or _call([str(PYTHON), "-m", "ruff", "format", "--check"])
        or _call([str(PYTHON), "-m", "mypy"])
        or max(_call([str(PYTHON), "-m", "mypy", *_elsewhere(system)]) for system in ("win32", "darwin"))
        or _call([str(bin_folder / "lint-imports"), "--no-logo"])
    )


def bench(arguments: list[str]) -> int:
    """Measure and print a table."""
    return _become([str(PYTHON), "bench/run.py", *arguments], dict(os.environ)) if _set_up("dev") else 1


def pictures(arguments: list[str]) -> int:
    """Draw every window and state in every look into a folder."""
    if not _set_up("dev"):
        return 1
    return _become([str(PYTHON), "tests/desktop/gallery.py", *arguments], dict(os.environ))


def translations(arguments: list[str]) -> int:
    """Bring the translations up to date, and say what is missing."""
    return _call([str(PYTHON), "packaging/translations.py", *arguments]) if _set_up("dev") else 1


def pin(_arguments: list[str]) -> int:
    """Write requirements/run.txt and dev.txt: every version with its hashes, for every system."""
    if not _set_up("dev"):
        return 1
    common = ["-m", "uv", "pip", "compile", "-q", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    # pip before 23.3, as Debian 12 and Python 3.11 have it, takes another release for NAME[extra] than for a pinned NAME
    common += ["--no-strip-extras", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "pyproject.toml"]
    return _call([str(PYTHON), *common, "--group", "build", "-o", "requirements/run.txt"]) or _call(
        [str(PYTHON), *common, "--group", "build", "--group", "dev", "-o", "requirements/dev.txt"]
    )


def _set_up(level: str) -> bool:
    """Make the virtual environment and install what is missing. Does nothing, in milliseconds, when nothing changed."""
    wanted = _fingerprint(level)
    state = _read_stamp()
    if state.get(level) == wanted and PYTHON.exists():
        return True
    if not _make_venv() or not _install(level) or not _system_libraries():
        return False
    if level == "dev":
        _test_programs()
    state[level] = wanted
    if level == "dev":
        state["run"] = _fingerprint("run")
    STAMP.write_text(json.dumps(state), encoding="utf-8")
    return True


def _fingerprint(level: str) -> str:
    digest = hashlib.sha256(sys.version.encode() + str(ROOT).encode())
    for name in (f"requirements/{level}.txt", "pyproject.toml", "dev.py"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _read_stamp() -> dict[str, str]:
    try:
        state = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _make_venv() -> bool:
    if _is_ours() and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0:
        return True
    print(f"Making a virtual environment in {VENV.name}", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0:
        return True
    # Debian and Ubuntu keep venv in a package of its own
    if _apt(["python3-venv"]) and _call(command) == 0:
        return True
    return _fail("The virtual environment could not be made.", "Install your system's venv package, e.g. python3-venv.") == 0


def _is_ours() -> bool:
    """Whether the virtual environment is there and of the Python that runs this."""
    try:
        settings = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    return PYTHON.exists() and f"version = {sys.version_info[0]}.{sys.version_info[1]}." in settings


def _install(level: str) -> bool:
    print(f"Installing the pinned dependencies ({level})", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    if _call([*pip, "--require-hashes", "-r", f"requirements/{level}.txt"]) != 0:
        return (
            _fail("The dependencies could not be installed.", "Check the network and the proxy (HTTPS_PROXY), then try again.") == 0
        )
    return _call([*pip, "--no-deps", "--no-build-isolation", "--editable", "."]) == 0


def _system_libraries() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    missing = [package for library, package in QT_LIBRARIES.items() if not _loads(library)]
    if not missing:
        return True
    if _apt([*missing, FONTS]):
        return True
    print("Qt needs system libraries that are not here. On Debian or Ubuntu:", file=sys.stderr)
    print(f"    sudo apt-get install {' '.join(missing)}", file=sys.stderr)
    print("Elsewhere, install the packages that hold:", file=sys.stderr)
    print(f"    {' '.join(library for library, package in QT_LIBRARIES.items() if package in missing)}", file=sys.stderr)
    return False


def _loads(library: str) -> bool:
    # In a process of its own: loading GL libraries into this one would outlive the check
    command = [sys.executable, "-c", f"import ctypes; ctypes.CDLL({library!r})"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _test_programs() -> None:
    if not sys.platform.startswith("linux"):
        return
    missing = [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    missing += [package for file, package in TEST_FILES.items() if not Path(file).exists()]
    if missing and not _apt([*missing, FONTS]):
        print(f"Not here, so the tests that need them are skipped: {' '.join(missing)}", flush=True)


def _apt(packages: list[str]) -> bool:
    """Install Debian packages when this is Debian or Ubuntu and we are root; otherwise return False."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    install = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends", *packages]
    return _quietly(install) or (_quietly(["apt-get", "update", "--quiet=2"]) and _quietly(install, show_errors=True))


def _quietly(command: list[str], *, show_errors: bool = False) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    errors = None if show_errors else subprocess.DEVNULL
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=errors, env=environment, check=False).returncode == 0


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _call(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _become(command: list[str], environment: dict[str, str]) -> int:
    """Run *command* in place of this process where the system can, so that signals reach it."""
    sys.stdout.flush()
    os.chdir(ROOT)
    if os.name != "nt":
        os.execve(command[0], command, environment)
    process = subprocess.Popen(command, env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # The program has it too, and ends by itself
            continue


def _fail(what: str, next_step: str) -> int:
    print(f"{what} {next_step}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
