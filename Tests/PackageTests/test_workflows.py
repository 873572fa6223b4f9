"""The workflows and the action: what their linters say, and every `run` step as a runner runs it.

Programs that reach out, or take long, are stand-ins that note how they are called; `make` is asked whether it has the
target.
"""

import os
import re
import shutil
import subprocess
import unittest

from support import DIST, ROOT, VERSION, PackageTest, Run, git, needs

try:
    import yaml
except ImportError:
    yaml = None

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


class LinterTest(PackageTest):
    @needs("actionlint")
    def test_actionlint(self):
        self.run_well("actionlint", *WORKFLOWS, folder=ROOT)

    @needs("zizmor")
    def test_zizmor(self):
        self.run_well("zizmor", "--offline", "--quiet", "--no-progress", *WORKFLOWS, ROOT / "action.yml", folder=ROOT)


@unittest.skipIf(yaml is None, "PyYAML: not installed")
class StepTest(PackageTest):
    def setUp(self):
        super().setUp()
        self.log = self.folder / "log"
        self.log.write_text("")
        stubs = self.folder / "bin"
        stubs.mkdir()
        # What a runner has, and what it does here.
        note = f'echo "$(basename "$0") $*" >>{self.log}\n'
        answers = {name: "" for name in ("apt-get", "brew", "npm", "gh", "docker", "swift", "sudo")}
        real = shutil.which("make")
        # Every target and every prerequisite is known to the Makefile; the recipe that only compares is run.
        answers["make"] = f'case $1 in release-check) exec {real} "$@" ;; *) {real} -n "$@" >/dev/null ;; esac\n'
        for name, answer in answers.items():
            (stubs / name).write_text(f"#!/bin/sh\n{note}{answer}")
            (stubs / name).chmod(0o755)
        self.path = f"{stubs}:{os.environ['PATH']}"
        # A checkout of the tag, with the packages that the jobs before have left.
        self.checkout = self.folder / "checkout"
        names = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"], check=True, capture_output=True, text=True).stdout
        for name in names.split("\0"):
            if name and (ROOT / name).is_file() and not name.startswith(("Fixtures/", "Tests/", "rules/")):
                (self.checkout / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, self.checkout / name)
        changelog = self.checkout / "CHANGELOG.md"
        changelog.write_text(changelog.read_text().replace("## Unreleased\n", f"## {VERSION} - 2026-01-02\n"))
        git(self.checkout, "init", "-q", "-b", "main")
        git(self.checkout, "add", "-A")
        git(self.checkout, "commit", "-q", "-m", "release")
        git(self.checkout, "tag", f"v{VERSION}")
        shutil.copytree(DIST, self.checkout / "dist")
        shutil.copy(DIST / f"paddock-cli-{VERSION}.tgz", self.checkout / f"dist/paddock-cli-darwin-arm64-{VERSION}.tgz")
        archive = next(DIST.glob("paddock-*-*.tar.gz"))
        self.make_other_archives(archive)

    def make_other_archives(self, archive):
        """Archives of the platforms that this machine does not build for, with the right names and something in them."""
        for platform in ("x86_64-linux", "aarch64-linux", "x86_64-macos", "aarch64-macos"):
            path = self.checkout / f"dist/paddock-{VERSION}-{platform}.tar.gz"
            if not path.exists():
                top = self.folder / f"paddock-{VERSION}-{platform}"
                top.mkdir()
                (top / "paddock").write_text("program\n")
                subprocess.run(["tar", "-czf", path, "-C", self.folder, top.name], check=True)

    def values(self, matrix):
        contexts = {
            "github.server_url": "https://forge.example", "github.repository": "owner/paddock", "github.ref": f"refs/tags/v{VERSION}",
            "github.token": "token", "github.event_name": "push", "vars.MAINTAINER": "Somebody <somebody@example.com>",
            "vars.IMAGE": "registry.example/owner/paddock", "runner.os": "Linux",
        }
        return {**contexts, **{f"matrix.{name}": str(value) for name, value in matrix.items()}}

    def text(self, template, values):
        def value(match):
            expression = match[1].strip()
            if expression in values:
                return values[expression]
            comparison = re.fullmatch(r"(\S+) (==|!=) '(.*)'", expression)
            self.assertTrue(comparison and comparison[1] in values, f"unknown: {expression}")
            return str((values[comparison[1]] == comparison[3]) == (comparison[2] == "==")).lower()

        return re.sub(r"\$\{\{(.*?)\}\}", value, str(template))

    def run_job(self, workflow, job, matrix):
        values = self.values(matrix)
        for step in job["steps"]:
            if "run" not in step:
                for value in step.get("with", {}).values():
                    self.text(value, values)
                continue
            self.assertNotIn("${{", step["run"], "an expression becomes part of a script")
            if "if" in step and self.text("${{" + step["if"] + "}}", values) == "false":
                continue
            environment = {
                "HOME": str(self.folder), "GITHUB_WORKSPACE": str(self.checkout), "GITHUB_REF_NAME": f"v{VERSION}",
                "GITHUB_ACTOR": "owner", "CI": "true",
            }
            for source in (workflow, job, step):
                environment.update({name: self.text(value, values) for name, value in source.get("env", {}).items()})
            script = self.folder / "step.sh"
            script.write_text(step["run"])
            run = Run("bash", "--noprofile", "--norc", "-eo", "pipefail", script, folder=self.checkout, environment=environment, path=self.path)
            self.assertEqual(run.status, 0, f"{step.get('name')}\n{run.text}")

    def run_workflow(self, name):
        workflow = yaml.safe_load((ROOT / ".github/workflows" / name).read_text())
        for job in workflow["jobs"].values():
            for matrix in job.get("strategy", {}).get("matrix", {}).get("include", [{}]):
                with self.subTest(job=job.get("name"), matrix=matrix):
                    self.run_job(workflow, job, matrix)
        return self.log.read_text()

    def test_ci(self):
        log = self.run_workflow("ci.yml")
        for target in ("test", "test-threads", "fuzz", "guard", "dist test-packages"):
            self.assertIn(f"make {target}\n", log)

    def test_release(self):
        log = self.run_workflow("release.yml")
        self.assertIn(f"make release-check TAG=v{VERSION}\n", log)
        self.assertIn("make dist\n", log)
        # Programs are published before the package that needs them.
        published = [line for line in log.splitlines() if line.startswith("npm publish")]
        self.assertGreaterEqual(len(published), 2)
        self.assertEqual(published[-1], f"npm publish dist/paddock-cli-{VERSION}.tgz --provenance --access public")
        release = next(line for line in log.splitlines() if line.startswith("gh release create"))
        for part in (f"v{VERSION} --verify-tag", "dist/SHA256SUMS", f"dist/paddock-{VERSION}-aarch64-macos.tar.gz", "dist/recipes/paddock.rb"):
            self.assertIn(part, release)
        self.assertIn(f"docker buildx build --platform linux/arm64 --tag registry.example/owner/paddock:{VERSION}-arm64 --push .", log)
        # All platforms are in what was written for all.
        self.assertEqual((self.checkout / "dist/recipes/mise.toml").read_text().count("sha256:"), 4)
        self.assertIn("https://forge.example/owner/paddock/releases/download/", (self.checkout / "dist/recipes/paddock.rb").read_text())

    def test_preparing_a_release(self):
        """Every place that names the version gets the next one, and the changelog a section."""
        (self.checkout / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n### Added\n\n- a\n")
        shutil.rmtree(self.checkout / "dist")
        run = Run("scripts/prepare-release", "9.8.7", folder=self.checkout)
        self.assertEqual(run.status, 0, run.text)
        self.assertIn("version 9.8.7: pages, changelog, pinned packages agree\n", run.text)
        left = Run("git", "grep", "-lF", VERSION, "--", ":!CHANGELOG.md", ":!docs/rules.md", ":!Sources/Linter", folder=self.checkout).text
        self.assertEqual(left, "")
        git(self.checkout, "commit", "-qam", "release")
        git(self.checkout, "tag", "v9.8.7")
        environment = {"REPOSITORY": "https://forge.example/a/b", "MAINTAINER": "A <a@example.com>"}
        self.assertEqual(Run("scripts/release-check", "v9.8.7", folder=self.checkout, environment=environment).status, 0)

    def test_a_release_that_is_not_ready_is_refused(self):
        for change, sentence in (
            (lambda: (self.checkout / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n- a\n"), "has no section"),
            (lambda: git(self.checkout, "commit", "-q", "--allow-empty", "-m", "later"), "is not a tag of the commit that is checked out"),
            (lambda: (self.checkout / "dist" / next(DIST.glob("*.whl")).name).write_text("damaged"), "not what SHA256SUMS says"),
            (lambda: (self.checkout / "pyproject.toml").write_text('version = "9.9.9"\n'), "pyproject.toml has another version"),
            (lambda: (self.checkout / "docs/install.md").write_text("rev: v9.9.9\n"), "docs/install.md names 9.9.9"),
            (lambda: (self.checkout / "Package.swift").write_text('.package(url: "https://a.example/b", from: "1.0.0"),\n'), "b is not pinned with `exact:`"),
        ):
            change()
            run = Run("scripts/release-check", f"v{VERSION}", folder=self.checkout, environment={"REPOSITORY": "https://forge.example/a/b", "MAINTAINER": "A <a@example.com>"})
            self.assertEqual(run.status, 1, run.text)
            self.assertIn(sentence, run.text)


if __name__ == "__main__":
    unittest.main()
