"""Writes the Debian package, with dpkg-deb."""

import gzip
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from release import DIST, PACKAGING, PROGRAM, ROOT, VERSION, File, notices, platform_of, render, report, source_time

SHARE = "usr/share"


def packed(data):
    return gzip.compress(data, 9, mtime=0)


def main():
    architecture = platform_of(PROGRAM).debian
    if not architecture or not shutil.which("dpkg-deb"):
        print("            no Debian package: this platform is not Debian's, or dpkg-deb is missing")
        return
    license, others = notices()
    files = [
        File.of("usr/bin/paddock", PROGRAM, 0o755),
        File(f"{SHARE}/man/man1/paddock.1.gz", packed((DIST / "paddock.1").read_bytes())),
        File.of(f"{SHARE}/bash-completion/completions/paddock", DIST / "completions/paddock.bash"),
        File.of(f"{SHARE}/zsh/vendor-completions/_paddock", DIST / "completions/_paddock"),
        File.of(f"{SHARE}/fish/vendor_completions.d/paddock.fish", DIST / "completions/paddock.fish"),
        File(f"{SHARE}/doc/paddock/changelog.gz", packed((ROOT / "CHANGELOG.md").read_bytes())),
        File(f"{SHARE}/doc/paddock/copyright", render(PACKAGING / "debian/copyright").encode() + b"\n" + others.data),
    ]
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary) / "root"
        for file in files:
            path = root / file.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
            path.chmod(file.mode)
        size = sum(len(file.data) for file in files) // 1024
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN/control").write_text(render(PACKAGING / "debian/control", ARCHITECTURE=architecture, SIZE=size))
        for folder, _, _ in os.walk(root):
            os.chmod(folder, 0o755)
        path = DIST / f"paddock_{VERSION}_{architecture}.deb"
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(path)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(source_time())}
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    report(path)


if __name__ == "__main__":
    main()
