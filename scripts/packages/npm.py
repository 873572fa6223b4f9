"""Writes the npm packages: the one people name, and the one with the program for this platform."""

import json

from release import DESCRIPTION, DIST, PACKAGING, PLATFORMS, PROGRAM, REPOSITORY, VERSION, File, notices, platform_of, write_tar

NAME = "paddock-cli"


def package(name, **more):
    """A package.json; `repository` must name the place that the provenance names."""
    return {
        "name": name,
        "version": VERSION,
        "description": DESCRIPTION,
        "license": "Apache-2.0",
        "homepage": f"{REPOSITORY}#readme",
        "bugs": f"{REPOSITORY}/issues",
        "repository": {"type": "git", "url": f"git+{REPOSITORY}.git"},
        **more,
    }


def file_of(description):
    return File("package.json", (json.dumps(description, indent=2) + "\n").encode())


def main():
    platform = platform_of(PROGRAM)
    own = f"{NAME}-{platform.npm}"
    system, processor = platform.npm.split("-")
    write_tar(
        DIST / f"{own}-{VERSION}.tgz",
        "package",
        [
            # Yarn leaves packages zipped unless they ask; a program cannot be started in there.
            file_of(package(own, os=[system], cpu=[processor], preferUnplugged=True)),
            File("README.md", f"The program of [{NAME}]({REPOSITORY}) for {platform.npm}; install that.\n".encode()),
            File.of("paddock", PROGRAM, 0o755),
            *notices(),
        ],
    )
    sources = PACKAGING / "npm"
    description = package(
        NAME,
        keywords=["cloudflare", "workers", "wrangler", "secrets", "security", "lint", "pre-commit"],
        bin={"paddock": "bin/paddock"},
        scripts={"postinstall": "node install.js"},
        engines={"node": ">=14"},
        optionalDependencies={f"{NAME}-{other.npm}": VERSION for other in PLATFORMS},
    )
    write_tar(
        DIST / f"{NAME}-{VERSION}.tgz",
        "package",
        [
            file_of(description),
            File.of("bin/paddock", sources / "paddock.js", 0o755),
            File.of("program.js", sources / "program.js"),
            File.of("install.js", sources / "install.js"),
            File.of("README.md", sources / "README.md"),
            notices()[0],
        ],
    )


if __name__ == "__main__":
    main()
