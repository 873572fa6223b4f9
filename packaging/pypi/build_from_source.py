"""Builds the wheel from source, for systems that have none: pip comes here only there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    swift = os.environ.get("SWIFT", "swift")
    if not (shutil.which(swift) and shutil.which("git") and shutil.which("make")):
        sys.exit(
            f"paddock-cli: there is no wheel for {sys.platform} on {os.uname().machine if hasattr(os, 'uname') else 'this machine'}; "
            "building from source needs a Swift 6.3 toolchain, git, make, and the headers of PCRE2 and zlib."
        )
    # Only what the builder prints belongs on standard output.
    if subprocess.run(["make", "release", "licenses"], cwd=ROOT, stdout=sys.stderr).returncode != 0:
        sys.exit("paddock-cli: building from source failed; the lines above tell why.")
    sys.path.insert(0, str(ROOT / "scripts/packages"))
    import pypi

    return pypi.write_wheel(Path(wheel_directory))


def build_sdist(sdist_directory, config_settings=None):
    sys.exit("paddock-cli: `make dist` in a clone writes the source package.")
