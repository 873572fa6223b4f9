"""Collects the licences of everything linked into the program: packages, libraries, Swift and the C library."""

import sys
from pathlib import Path

from release import DIST, ROOT, report

CHECKOUTS = ROOT / ".build/checkouts"
# Where a file is missing, the next of its row is tried: Debian's names, then Homebrew's.
LINKED = [
    ("Swift Argument Parser", [CHECKOUTS / "swift-argument-parser/LICENSE.txt"]),
    ("Swift Crypto", [CHECKOUTS / "swift-crypto/LICENSE.txt"]),
    ("Swift Crypto: notice", [CHECKOUTS / "swift-crypto/NOTICE.txt"]),
    ("Swift System", [CHECKOUTS / "swift-system/LICENSE.txt"]),
    ("PCRE2", ["/usr/share/doc/libpcre2-dev/copyright", "/opt/homebrew/opt/pcre2/LICENCE.md", "/opt/homebrew/opt/pcre2/LICENCE", "/usr/local/opt/pcre2/LICENCE.md", "/usr/local/opt/pcre2/LICENCE"]),
]
if sys.platform == "linux":
    LINKED += [
        ("zlib", ["/usr/share/doc/zlib1g-dev/copyright"]),
        ("GNU C Library", ["/usr/share/doc/libc6/copyright"]),
        # The runtime library of C++ and GCC's own, under GPL with the exception that lets any program link them.
        ("GCC runtime libraries", ["/usr/share/doc/libstdc++6/copyright", "/usr/share/doc/libgcc-s1/copyright"]),
    ]

parts = [
    "Paddock contains these works, each under its own licence. The source of Paddock and how to build it anew with other\n"
    "versions of them is in its repository; the Swift runtime and its Foundation are under the Apache License 2.0 with\n"
    "the Runtime Library Exception, whose text is that of Swift Argument Parser below.\n"
]
missing = []
for name, candidates in LINKED:
    found = next((path for path in map(Path, candidates) if path.exists()), None)
    if found is None:
        missing.append(name)
    else:
        parts.append(f"\n{'=' * 80}\n{name}\n{'=' * 80}\n\n{found.read_text(errors='replace').strip()}\n")
if missing:
    sys.exit(f"the licence of {', '.join(missing)} is not where it is looked for; add its place to {Path(__file__).name}")
target = DIST / "THIRD-PARTY-LICENSES.txt"
target.write_text("".join(parts))
report(target)
