"""Writes what the program is made of, as a CycloneDX bill of materials."""

import hashlib
import json
import os
import re
import subprocess
import sys
import time
import uuid

from release import DIST, PROGRAM, REPOSITORY, ROOT, VERSION, date, platform_of, report

# Packages that only tests use are not in the program; neither is what a package uses in parts that are not linked.
NOT_LINKED = {"tomlkit", "swift-asn1"}


def printed(*words):
    """What a program prints; nothing where it is not there."""
    try:
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def component(name, version, license, **more):
    return {"type": "library", "bom-ref": name, "name": name, "version": version, "licenses": [{"expression": license}], **more}


def packages():
    """The Swift packages at the versions that were built."""
    for pin in sorted(json.loads((ROOT / "Package.resolved").read_text())["pins"], key=lambda pin: pin["identity"]):
        if pin["identity"] not in NOT_LINKED:
            version, location = pin["state"]["version"], pin["location"].removesuffix(".git")
            place = location.removeprefix("https://")
            yield component(pin["identity"], version, "Apache-2.0", purl=f"pkg:swift/{place}@{version}")


def libraries(platform):
    """What is linked in besides."""
    hashes = ROOT / ".build/checkouts/swift-crypto/Sources/CCryptoBoringSSL/hash.txt"
    revision = re.search("[0-9a-f]{40}", hashes.read_text())[0]
    yield component("boringssl", revision, "Apache-2.0 AND ISC AND BSD-3-Clause", description="a copy inside swift-crypto")
    yield component("pcre2", printed("pkg-config", "--modversion", "libpcre2-8") or "unknown", "BSD-3-Clause WITH PCRE2-exception")
    swift = re.search(r"Swift version (\S+)", printed(os.environ.get("SWIFT", "swift"), "--version"))
    yield component("swift", swift[1] if swift else "unknown", "Apache-2.0 WITH Swift-exception", description="runtime and Foundation")
    if platform.system == "linux":
        yield component("zlib", printed("pkg-config", "--modversion", "zlib") or "unknown", "Zlib")
        libc = printed("getconf", "GNU_LIBC_VERSION").split()
        yield component("glibc", libc[-1] if libc else "unknown", "LGPL-2.1-or-later")


def main():
    platform = platform_of(PROGRAM)
    program = hashlib.sha256(PROGRAM.read_bytes()).hexdigest()
    components = [*packages(), *libraries(platform)]
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, REPOSITORY + program)}",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", date()),
            "component": {
                "type": "application",
                "bom-ref": "paddock",
                "name": "paddock",
                "version": VERSION,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
                "hashes": [{"alg": "SHA-256", "content": program}],
            },
        },
        "components": components,
        "dependencies": [{"ref": "paddock", "dependsOn": [one["bom-ref"] for one in components]}],
    }
    unknown = [one["name"] for one in components if one["version"] == "unknown"]
    if unknown:
        sys.exit(f"the version of {', '.join(unknown)} is not known: is pkg-config installed?")
    path = DIST / f"paddock-{VERSION}-{platform.name}.cdx.json"
    path.write_text(json.dumps(document, indent=2) + "\n")
    report(path)


if __name__ == "__main__":
    main()
