"""The archive, its checksums, the bill of materials, the recipes, and that packages come out the same each time."""

import hashlib
import json
import re
import shutil
import sys
import tarfile
import time
import unittest

from support import ARCHIVE, DIST, PLATFORM, ROOT, VERSION, PackageTest, Run, is_program, measured, needs, project

TOP = f"paddock-{VERSION}-{PLATFORM.name}"


class ArchiveTest(PackageTest):
    def test_what_is_in_it(self):
        with tarfile.open(ARCHIVE) as tar:
            modes = {member.name: member.mode for member in tar}
        wanted = ["paddock", "paddock.1", "LICENSE", "THIRD-PARTY-LICENSES.txt", "README.md", "CHANGELOG.md", "completions/paddock.bash", "completions/_paddock", "completions/paddock.fish"]
        self.assertEqual(sorted(modes), sorted(f"{TOP}/{name}" for name in wanted))
        self.assertEqual([name for name, mode in modes.items() if mode & 0o111], [f"{TOP}/paddock"])

    def test_unpack_and_run(self):
        work = project(self.folder / "project")
        started = time.perf_counter()
        self.run_well("tar", "-xzf", ARCHIVE)
        first = Run(self.folder / TOP / "paddock", folder=work)
        measured.append(("archive: unpack and the first report", f"{time.perf_counter() - started:.1f} s"))
        self.expect_leak(first)
        self.assertTrue(is_program(self.folder / TOP / "paddock"))

    def test_checksums(self):
        listed = dict(reversed(line.split("  ")) for line in (DIST / "SHA256SUMS").read_text().splitlines())
        for name, digest in listed.items():
            self.assertEqual(hashlib.sha256((DIST / name).read_bytes()).hexdigest(), digest, name)
        self.assertIn(ARCHIVE.name, listed)
        for path in DIST.iterdir():
            if path.suffix in (".gz", ".tgz", ".whl", ".deb", ".json"):
                self.assertIn(path.name, listed)
        measured.extend((path.name[:56], f"{path.stat().st_size / 1e6:.2f} MB") for path in sorted(DIST.iterdir()) if path.name in listed)

    def test_a_damaged_archive_is_noticed(self):
        (self.folder / "SHA256SUMS").write_bytes((DIST / "SHA256SUMS").read_bytes())
        (self.folder / ARCHIVE.name).write_bytes(ARCHIVE.read_bytes()[:-1])
        command = ["sha256sum"] if PLATFORM.system == "linux" else ["shasum", "-a", "256"]
        run = self.run_well(*command, "--check", "--ignore-missing", "SHA256SUMS", status=1)
        self.assertIn(f"{ARCHIVE.name}: FAILED", run.text)

    def test_the_same_source_gives_the_same_packages(self):
        """Written twice, into folders of their own, at other times and with another umask."""
        contents = []
        for number, umask in enumerate(("022", "077")):
            folder = self.folder / str(number)
            folder.mkdir()
            for name in ("paddock", "paddock.1", "THIRD-PARTY-LICENSES.txt"):
                shutil.copy(DIST / name, folder / name)
            shutil.copytree(DIST / "completions", folder / "completions")
            for script in ("npm", "tarball", "bill_of_materials"):
                program = f"umask {umask}; exec {sys.executable} {ROOT}/scripts/packages/{script}.py"
                self.run_well("sh", "-c", program, environment={"DIST": str(folder), "SOURCE_DATE_EPOCH": "1700000000"})
            contents.append({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()})
        self.assertGreaterEqual(len(contents[0]), 7)
        self.assertEqual(contents[0], contents[1])


class BillOfMaterialsTest(unittest.TestCase):
    def setUp(self):
        self.path = DIST / f"paddock-{VERSION}-{PLATFORM.name}.cdx.json"
        self.document = json.loads(self.path.read_text())

    def test_valid(self):
        try:
            from cyclonedx.schema import SchemaVersion
            from cyclonedx.validation.json import JsonStrictValidator
        except ImportError:
            self.skipTest("cyclonedx-python-lib is not installed")
        self.assertIsNone(JsonStrictValidator(SchemaVersion.V1_6).validate_str(self.path.read_text()))

    def test_every_package_of_the_manifest_is_in_it(self):
        versions = {one["name"]: one["version"] for one in self.document["components"]}
        manifest = (ROOT / "Package.swift").read_text()
        for url, version in re.findall(r'url: "([^"]+)", exact: "([^"]+)"', manifest):
            name = url.rsplit("/", 1)[1].lower()
            if name != "tomlkit":
                self.assertEqual(versions.get(name), version)
        for name in ("boringssl", "pcre2", "swift", *(["zlib", "glibc"] if PLATFORM.system == "linux" else [])):
            self.assertIn(name, versions)

    def test_the_program_is_the_one_in_the_archive(self):
        with tarfile.open(ARCHIVE) as tar:
            program = tar.extractfile(f"{TOP}/paddock").read()
        self.assertEqual(self.document["metadata"]["component"]["hashes"][0]["content"], hashlib.sha256(program).hexdigest())


class RecipeTest(PackageTest):
    def recipe(self, name):
        text = (DIST / "recipes" / name).read_text()
        self.assertNotRegex(text, r"@[A-Z0-9_]+@")
        return text

    def test_recipes_name_the_archive(self):
        digest = hashlib.sha256(ARCHIVE.read_bytes()).hexdigest()
        for name in ("paddock.rb", "mise.toml"):
            self.assertIn(digest, self.recipe(name))
            self.assertIn(f"releases/download/v{VERSION}/{ARCHIVE.name}", self.recipe(name))

    @needs("ruby")
    def test_homebrew(self):
        self.recipe("paddock.rb")
        self.run_well("ruby", "-c", DIST / "recipes/paddock.rb")
        # What Homebrew would do, with the words of a formula defined here.
        (self.folder / "run.rb").write_text(HOMEBREW)
        run = self.run_well("ruby", "run.rb", DIST / "recipes/paddock.rb", PLATFORM.machine, PLATFORM.system, ARCHIVE)
        self.assertEqual(run.text.split()[-1], hashlib.sha256(ARCHIVE.read_bytes()).hexdigest())

    @needs("nix-instantiate")
    def test_nix(self):
        self.recipe("paddock.nix")
        system = PLATFORM.name.replace("macos", "darwin")
        expression = f"""
          let package = import {DIST}/recipes/paddock.nix {{
            lib = {{ licenses.asl20 = "Apache-2.0"; sourceTypes.binaryNativeCode = 1; }};
            stdenvNoCC = {{ hostPlatform.system = "{system}"; mkDerivation = a: a; }};
            fetchurl = a: a;
            installShellFiles = 1;
          }};
          in [ package.version package.src.hash package.installPhase ]"""
        run = self.run_well("nix-instantiate", "--eval", "--strict", "--json", "-E", expression, environment={"NIX_REMOTE": "", "NIX_STATE_DIR": str(self.folder / "nix"), "NIX_STORE_DIR": str(self.folder / "store"), "HOME": str(self.folder)})
        import base64

        digest = base64.b64encode(hashlib.sha256(ARCHIVE.read_bytes()).digest()).decode()
        line = next(line for line in run.text.splitlines() if line.startswith("["))
        self.assertEqual(json.loads(line)[:2], [VERSION, f"sha256-{digest}"])

    def test_mise_and_aqua(self):
        try:
            import tomllib

            import yaml
        except ImportError as error:
            self.skipTest(str(error))
        mise = tomllib.loads(self.recipe("mise.toml"))["tools"]["http:paddock"]
        self.assertEqual(mise["version"], VERSION)
        self.assertEqual(len(mise["platforms"]), len(list(DIST.glob("paddock-*-*.tar.gz"))))
        package = yaml.safe_load(self.recipe("registry.yaml"))["packages"][0]
        # Go's templates, as far as these use them.
        system, machine = {"linux": ("linux", "linux"), "macos": ("darwin", "macos")}[PLATFORM.system], PLATFORM.machine
        url = package["url"]
        for hole, value in (("{{.Version}}", f"v{VERSION}"), ("{{trimV .Version}}", VERSION), ("{{.Arch}}", machine), ("{{.OS}}", system[1])):
            url = url.replace(hole, value)
        self.assertTrue(url.endswith(f"/v{VERSION}/{ARCHIVE.name}"), url)


HOMEBREW = r"""
class Formula
  class << self
    attr_reader :found
    def url(text) = @url = text
    def sha256(text) = @found = text
    def desc(_) = nil
    def homepage(_) = nil
    def version(_) = nil
    def license(_) = nil
    def test = nil
    def on_linux = ARGV[2] == "linux" && yield
    def on_macos = ARGV[2] == "macos" && yield
    def on_intel = ARGV[1] == "x86_64" && yield
    def on_arm = ARGV[1] == "aarch64" && yield
  end
end
load ARGV[0]
raise "no install" unless Paddock.method_defined?(:install)
puts Paddock.found
"""

if __name__ == "__main__":
    unittest.main()
