"""What all packages share: the version, the platform, and archives that come out the same every time."""

import gzip
import io
import os
import re
import subprocess
import sys
import tarfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
DIST = Path(os.environ.get("DIST") or ROOT / "dist")
PACKAGING = ROOT / "packaging"
PROGRAM = DIST / "paddock"

VERSION = re.search(r'version = "([^"]+)"', (ROOT / "Sources/CLI/Version.swift").read_text())[1]
# Who publishes: set by the release workflow. Nothing that still has OWNER in it is published.
REPOSITORY = os.environ.get("REPOSITORY") or "https://github.com/OWNER/paddock"
MAINTAINER = os.environ.get("MAINTAINER") or "Paddock maintainers <maintainers@OWNER.invalid>"
DESCRIPTION = "Keeps the secrets of Cloudflare Workers projects from getting out, and tells whether a deploy will work."


class Platform(NamedTuple):
    """A system and a processor, and what each kind of package calls them."""

    machine: str
    system: str
    npm: str
    debian: str
    wheel: str

    @property
    def name(self):
        return f"{self.machine}-{self.system}"


PLATFORMS = [
    # A static program needs no libc; the tags are the oldest that package managers still look for.
    Platform("x86_64", "linux", "linux-x64", "amd64", "manylinux2014_x86_64.manylinux_2_17_x86_64.musllinux_1_2_x86_64"),
    Platform("aarch64", "linux", "linux-arm64", "arm64", "manylinux2014_aarch64.manylinux_2_17_aarch64.musllinux_1_2_aarch64"),
    Platform("x86_64", "macos", "darwin-x64", "", "macosx_15_0_x86_64"),
    Platform("aarch64", "macos", "darwin-arm64", "", "macosx_15_0_arm64"),
]


def platform_of(program):
    """The platform a program was built for, from its own header: a package never promises what its program is not."""
    head = Path(program).read_bytes()[:20]
    elf = {62: "x86_64", 183: "aarch64"}
    mach = {0x01000007: "x86_64", 0x0100000C: "aarch64"}
    if head[:5] == b"\x7fELF\x02":
        found = elf.get(int.from_bytes(head[18:20], "little")), "linux"
    elif head[:4] == b"\xcf\xfa\xed\xfe":
        found = mach.get(int.from_bytes(head[4:8], "little")), "macos"
    else:
        found = None, None
    for platform in PLATFORMS:
        if (platform.machine, platform.system) == found:
            return platform
    sys.exit(f"{program} is not a program for a platform that is packaged")


def source_time():
    """The time in all archives: SOURCE_DATE_EPOCH, else that of the commit, else of nothing in particular."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    git = subprocess.run(["git", "-C", ROOT, "log", "-1", "--format=%ct"], capture_output=True, text=True)
    return int(git.stdout) if git.returncode == 0 and git.stdout.strip() else 1_577_836_800


def output_of(*words):
    """What the packaged program prints."""
    return subprocess.run([str(PROGRAM), *words], check=True, stdout=subprocess.PIPE).stdout


def render(path, **values):
    """A template with every @NAME@ replaced; an unknown name is an error."""
    values = {"VERSION": VERSION, "REPOSITORY": REPOSITORY, "MAINTAINER": MAINTAINER, "DESCRIPTION": DESCRIPTION, **values}
    return re.sub(r"@([A-Z_]+)@", lambda match: str(values[match[1]]), Path(path).read_text())


class File(NamedTuple):
    """A file for an archive."""

    name: str
    data: bytes
    mode: int = 0o644

    @staticmethod
    def of(name, source, mode=0o644):
        return File(name, Path(source).read_bytes(), mode)


def notices():
    """Our licence and those of what is linked in, for every package."""
    return [File.of("LICENSE", ROOT / "LICENSE"), File.of("THIRD-PARTY-LICENSES.txt", DIST / "THIRD-PARTY-LICENSES.txt")]


def tar_bytes(top, files):
    """A tar archive of files below one folder."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT if any(len(f.name) > 90 for f in files) else tarfile.USTAR_FORMAT) as tar:
        for file in files:
            member = tarfile.TarInfo(f"{top}/{file.name}")
            member.size, member.mode, member.mtime = len(file.data), file.mode, source_time()
            tar.addfile(member, io.BytesIO(file.data))
    return out.getvalue()


def write_tar(path, top, files):
    """Writes a tar.gz whose bytes depend on nothing but the files."""
    with open(path, "wb") as out, gzip.GzipFile(filename="", mode="wb", fileobj=out, compresslevel=9, mtime=0) as packed:
        packed.write(tar_bytes(top, files))
    report(path)


def report(path):
    print(f"{path.stat().st_size:>10,}  {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}")


def date():
    return time.gmtime(source_time())
