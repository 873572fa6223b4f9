"""Writes the recipes of Homebrew, nix, mise and aqua, which name the archives of a release by their checksums.

They name the platforms whose archive is in dist/: one after a build, all of them where a release is put together.
"""

import base64
import hashlib
import re

from release import DIST, PACKAGING, PLATFORMS, REPOSITORY, VERSION, render, report

RECIPES = ["homebrew/paddock.rb", "nix/paddock.nix", "mise/mise.toml", "aqua/registry.yaml"]
SECTION = re.compile(r"^ *# for (\S+)\n(.*?)^ *# end\n", re.M | re.S)


def values(archive):
    digest = hashlib.sha256(archive.read_bytes())
    return {
        "URL": f"{REPOSITORY}/releases/download/v{VERSION}/{archive.name}",
        "SHA256": digest.hexdigest(),
        "BASE64": base64.b64encode(digest.digest()).decode(),
    }


def main():
    archives = {p.name: DIST / f"paddock-{VERSION}-{p.name}.tar.gz" for p in PLATFORMS}
    known = {name: values(path) for name, path in archives.items() if path.exists()}
    folder = DIST / "recipes"
    folder.mkdir(exist_ok=True)

    def section(match):
        found = known.get(match[1])
        return re.sub("@(URL|SHA256|BASE64)@", lambda hole: found[hole[1]], match[2]) if found else ""

    for recipe in RECIPES:
        target = folder / recipe.split("/")[-1]
        target.write_text(SECTION.sub(section, (PACKAGING / recipe).read_text()))
        target.write_text(render(target))
        report(target)


if __name__ == "__main__":
    main()
