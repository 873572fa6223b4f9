"""What the tests of the packages share: the packages, a project with a leak, and how long things take."""

import atexit
import os
import random
import shutil
import string
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
sys.path.insert(0, str(ROOT / "scripts/packages"))

from release import PLATFORMS, VERSION, platform_of  # noqa: E402, F401

PLATFORM = platform_of(DIST / "paddock")
WHEEL = next(iter(DIST.glob("paddock_cli-*.whl")))
SOURCE = DIST / f"paddock_cli-{VERSION}.tar.gz"
ARCHIVE = DIST / f"paddock-{VERSION}-{PLATFORM.name}.tar.gz"
MAIN = DIST / f"paddock-cli-{VERSION}.tgz"
NATIVE = DIST / f"paddock-cli-{PLATFORM.npm}-{VERSION}.tgz"

measured = []


@atexit.register
def print_measured():
    if measured:
        print("\nmeasured here:", *(f"  {what:<58}{number}" for what, number in measured), sep="\n", file=sys.stderr)


def needs(*programs):
    """Skips a test where a program is missing, and says which."""
    missing = [program for program in programs if not shutil.which(program)]
    return unittest.skipIf(missing, f"{', '.join(missing)}: not installed")


needs_root = unittest.skipIf(os.geteuid() != 0, "only root can change the root folder")


class Run:
    """One run of a program with everything it wrote; a clean environment but for what is given."""

    def __init__(self, *words, folder=None, environment=None, path=None, input=None):
        home = environment.get("HOME") if environment else None
        inherited = {name: os.environ[name] for name in ("NODE_PATH", "SOURCE_DATE_EPOCH") if name in os.environ}
        variables = {
            "PATH": path or os.environ["PATH"],
            "HOME": home or str(folder or "/nonexistent"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Test",
            "GIT_AUTHOR_EMAIL": "test@example.com",
            "GIT_COMMITTER_NAME": "Test",
            "GIT_COMMITTER_EMAIL": "test@example.com",
            **inherited,
            **(environment or {}),
        }
        started = time.perf_counter()
        done = subprocess.run([str(word) for word in words], cwd=folder, env=variables, input=input, stdin=None if input else subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.seconds = time.perf_counter() - started
        self.status = done.returncode
        self.text = done.stdout.decode(errors="replace")


class PackageTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="paddock-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, files):
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def run_well(self, *words, status=0, **options):
        run = Run(*words, **{"folder": self.folder, **options})
        self.assertEqual(run.status, status, f"{' '.join(map(str, words))}\n{run.text}")
        return run

    def expect_leak(self, run):
        self.assertEqual(run.status, 1, run.text)
        self.assertIn("src/leak.ts:1:14: error[token/stripe-secret-key]", run.text)


def leak():
    """A line of code with a token in it, another one each time."""
    return 'const key = "' + "sk_" + "live_" + "".join(random.choices(string.ascii_letters + string.digits, k=24)) + '";\n'


def project(folder, with_git=False):
    """A Workers project, with a leak that `src/leak.ts` holds."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "src").mkdir(exist_ok=True)
    (folder / "wrangler.jsonc").write_text('{ "name": "shop", "main": "src/index.ts", "env": { "production": {}, "staging": {} } }\n')
    (folder / "src/index.ts").write_text("export default {};\n")
    (folder / "src/leak.ts").write_text(leak())
    (folder / ".gitignore").write_text(".dev.vars*\n.env*\n.wrangler/\nnode_modules/\n")
    if with_git:
        git(folder, "init", "-q", "-b", "main")
        git(folder, "add", "-A", ":!src/leak.ts")
        git(folder, "commit", "-q", "-m", "first")
    return folder


def git(folder, *words):
    run = Run("git", *words, folder=folder)
    if run.status:
        raise AssertionError(f"git {' '.join(words)}\n{run.text}")
    return run.text.strip()


def is_program(path):
    return Path(path).read_bytes()[:4] in (b"\x7fELF", b"\xcf\xfa\xed\xfe")


def milliseconds(*words, folder=None, environment=None, runs=15):
    """The fastest of some runs: what else the machine does only adds to it."""
    return min(Run(*words, folder=folder, environment=environment).seconds for _ in range(runs)) * 1000
