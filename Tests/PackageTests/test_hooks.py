"""The hooks of this repository and of its mirror, with the real pre-commit and prek."""

import shutil
import sys
import unittest

from support import ROOT, VERSION, PackageTest, Run, git, measured, needs, project
from test_pypi import OFFLINE


class HookTest(PackageTest):
    def setUp(self):
        super().setUp()
        self.environment = {
            **OFFLINE,
            "HOME": str(self.folder),
            "PRE_COMMIT_HOME": str(self.folder / "pre-commit"),
            "PREK_HOME": str(self.folder / "prek"),
            "UV_CACHE_DIR": str(self.folder / "cache"),
        }

    def repository(self, is_mirror):
        """A repository with a tag for the hooks: the files of this one that matter, or those of the mirror."""
        folder = self.folder / "hooks"
        if is_mirror:
            self.run_well(sys.executable, ROOT / "scripts/packages/pre_commit_mirror.py", folder)
        else:
            for name in (".pre-commit-hooks.yaml", "pyproject.toml", "packaging/pre-commit/backend.py"):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, folder / name)
        git(folder, "init", "-q", "-b", "main")
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", "hooks")
        git(folder, "tag", f"v{VERSION}")
        return folder

    def check(self, program, is_mirror):
        hooks = self.repository(is_mirror)
        work = project(self.folder / "project", with_git=True)
        (work / ".pre-commit-config.yaml").write_text(f"repos:\n  - repo: {hooks}\n    rev: v{VERSION}\n    hooks:\n      - id: paddock\n")
        git(work, "add", "-A", ":!src/leak.ts")
        first = Run(program, "run", folder=work, environment=self.environment)
        self.assertEqual(first.status, 0, first.text)
        measured.append((f"{program}: install the hook{' of the mirror' if is_mirror else ''} and the first run", f"{first.seconds:.1f} s"))
        self.run_well(program, "install", folder=work, environment=self.environment)
        self.run_well("git", "commit", "-q", "-m", "clean", folder=work, environment=self.environment)
        git(work, "add", "-A")
        leaky = Run("git", "commit", "-q", "-m", "leak", folder=work, environment=self.environment)
        self.expect_leak(leaky)
        measured.append((f"{program}: a commit that is stopped", f"{leaky.seconds:.2f} s"))

    @needs("pre-commit")
    def test_pre_commit(self):
        self.check("pre-commit", is_mirror=False)

    @needs("pre-commit")
    def test_pre_commit_with_the_mirror(self):
        self.check("pre-commit", is_mirror=True)

    @needs("prek")
    def test_prek(self):
        self.check("prek", is_mirror=False)

    @needs("prek")
    def test_prek_with_the_mirror(self):
        self.check("prek", is_mirror=True)

    @needs("pre-commit")
    def test_manifests_are_valid(self):
        mirror = self.repository(is_mirror=True)
        for folder in (ROOT, mirror):
            self.run_well("pre-commit", "validate-manifest", folder / ".pre-commit-hooks.yaml")
        self.assertNotIn("language: swift", (mirror / ".pre-commit-hooks.yaml").read_text())


if __name__ == "__main__":
    unittest.main()
