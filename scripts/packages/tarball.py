"""Writes the archive that unpacks to a folder: program, manual page, completions, licences."""

from release import DIST, PROGRAM, ROOT, VERSION, File, notices, platform_of, write_tar

COMPLETIONS = {"bash": "paddock.bash", "zsh": "_paddock", "fish": "paddock.fish"}


def main():
    top = f"paddock-{VERSION}-{platform_of(PROGRAM).name}"
    write_tar(
        DIST / f"{top}.tar.gz",
        top,
        [
            File.of("paddock", PROGRAM, 0o755),
            File.of("paddock.1", DIST / "paddock.1"),
            *(File.of(f"completions/{name}", DIST / "completions" / name) for name in COMPLETIONS.values()),
            File.of("README.md", ROOT / "README.md"),
            File.of("CHANGELOG.md", ROOT / "CHANGELOG.md"),
            *notices(),
        ],
    )


if __name__ == "__main__":
    main()
