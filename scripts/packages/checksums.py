"""Writes SHA256SUMS over everything in dist/ that is published."""

import hashlib

from release import DIST, report

# The program, and what only helps to build packages.
LEFT_OUT = {"paddock", "paddock.1", "SHA256SUMS", "THIRD-PARTY-LICENSES.txt"}


def main():
    lines = []
    for path in sorted(DIST.iterdir()):
        if path.is_file() and path.name not in LEFT_OUT:
            lines.append(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
    (DIST / "SHA256SUMS").write_text("".join(lines))
    report(DIST / "SHA256SUMS")


if __name__ == "__main__":
    main()
