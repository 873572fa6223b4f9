"""Writes the packages for PyPI: a wheel with the program for this platform, and the source.

The program is a script of the wheel, so pip and uv put it into `bin` as it is, and no Python starts before it.
"""

import base64
import hashlib
import subprocess
import zipfile

from release import DESCRIPTION, DIST, PACKAGING, PROGRAM, REPOSITORY, ROOT, VERSION, File, date, notices, platform_of, render, report, write_tar

NAME = "paddock-cli"
STEM = f"paddock_cli-{VERSION}"


def metadata():
    return "\n".join(
        [
            "Metadata-Version: 2.4",
            f"Name: {NAME}",
            f"Version: {VERSION}",
            f"Summary: {DESCRIPTION}",
            "License-Expression: Apache-2.0",
            "License-File: LICENSE",
            f"Project-URL: Source, {REPOSITORY}",
            f"Project-URL: Changelog, {REPOSITORY}/blob/main/CHANGELOG.md",
            "Keywords: cloudflare,workers,wrangler,secrets,security,lint,pre-commit",
            "Classifier: Environment :: Console",
            "Classifier: Topic :: Security",
            "Requires-Python: >=3.7",
            "Description-Content-Type: text/markdown",
            "",
            (PACKAGING / "pypi/README.md").read_text(),
        ]
    ).encode()


def record(files):
    """The list of a wheel's files with their hashes."""
    lines = []
    for file in files:
        digest = base64.urlsafe_b64encode(hashlib.sha256(file.data).digest()).rstrip(b"=").decode()
        lines.append(f"{file.name},sha256={digest},{len(file.data)}")
    return "\n".join([*lines, f"{STEM}.dist-info/RECORD,,"]) + "\n"


def write_wheel(folder=DIST):
    platform = platform_of(PROGRAM)
    information = f"{STEM}.dist-info"
    tags = "".join(f"Tag: py3-none-{tag}\n" for tag in platform.wheel.split("."))
    files = [
        File.of(f"{STEM}.data/scripts/paddock", PROGRAM, 0o755),
        File(f"{information}/METADATA", metadata()),
        File(f"{information}/WHEEL", f"Wheel-Version: 1.0\nGenerator: paddock\nRoot-Is-Purelib: false\n{tags}".encode()),
        *(file._replace(name=f"{information}/licenses/{file.name}") for file in notices()),
    ]
    files.append(File(f"{information}/RECORD", record(files).encode()))
    path = folder / f"{STEM}-py3-none-{platform.wheel}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
        for file in files:
            member = zipfile.ZipInfo(file.name, date()[:6])
            member.compress_type, member.create_system, member.external_attr = zipfile.ZIP_DEFLATED, 3, (0o100000 | file.mode) << 16
            wheel.writestr(member, file.data)
    report(path)
    return path.name


def write_source():
    """What git tracks, with a description that builds a wheel from it where there is a Swift toolchain."""
    names = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], check=True, capture_output=True, text=True).stdout
    replaced = {
        "pyproject.toml": render(PACKAGING / "pypi/pyproject.toml").encode(),
        "PKG-INFO": metadata(),
    }
    files = [
        File.of(name, ROOT / name, 0o755 if (ROOT / name).stat().st_mode & 0o111 else 0o644)
        for name in names.split("\0")
        if name and name not in replaced and (ROOT / name).is_file()
    ]
    write_tar(DIST / f"{STEM}.tar.gz", STEM, [*files, *(File(name, data) for name, data in replaced.items())])


if __name__ == "__main__":
    write_wheel()
    write_source()
