"""Every command of README.md and docs/install.md, run as it is written, with the packages built here.

Package managers find the packages in dist/ or in a registry on the loopback. What would build from source is asked for,
not run; what needs a container engine is skipped where there is none.
"""

import os
import re
import shutil
import sys
import unittest

from registry import Registry
from support import ARCHIVE, DIST, PLATFORM, ROOT, VERSION, PackageTest, Run, needs, project
from test_pypi import OFFLINE

BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)


def blocks(page):
    return BLOCK.findall((ROOT / page).read_text())


class DocumentationTest(PackageTest):
    @classmethod
    def setUpClass(cls):
        cls.registry = Registry()

    @classmethod
    def tearDownClass(cls):
        cls.registry.close()

    def setUp(self):
        super().setUp()
        self.project = project(self.folder / "project", with_git=True)
        (self.project / "src/leak.ts").unlink()
        (self.project / "package.json").write_text('{ "name": "shop", "private": true }\n')
        for name in ("SHA256SUMS", ARCHIVE.name, f"paddock_{VERSION}_{PLATFORM.debian}.deb"):
            if (DIST / name).exists():
                shutil.copy(DIST / name, self.project / name)
        self.run_well(sys.executable, "-m", "venv", "venv")
        self.environment = {
            **OFFLINE,
            "HOME": str(self.folder),
            "UV_CACHE_DIR": str(self.folder / "cache"),
            "npm_config_registry": self.registry.url,
            "npm_config_cache": str(self.folder / "npm"),
            "npm_config_yes": "true",
            "npm_config_audit": "false",
            "npm_config_fund": "false",
            "npm_config_update_notifier": "false",
        }
        # As scripts of npm and hooks of husky see it.
        self.path = f"{self.project}/node_modules/.bin:{self.folder}/venv/bin:{self.folder}/.local/bin:{os.environ['PATH']}"

    def run_block(self, block):
        script = self.folder / "block.sh"
        script.write_text(block)
        return Run("bash", "-e", script, folder=self.project, environment=self.environment, path=self.path)

    def check(self, page):
        for block in blocks(page):
            with self.subTest(page=page, block=block):
                if "make " in block:
                    for target in re.findall(r"^make (\S+)", block, re.M):
                        self.run_well("make", "-n", target, folder=ROOT)
                    block = re.sub(r"^make .*\n", "", block, flags=re.M)
                if "docker " in block:
                    if shutil.which("docker") is None or Run("docker", "info").status != 0:
                        print(f"\n{page}: no container engine runs here, so not run: {block.strip()}", file=sys.stderr)
                        continue
                if "x86_64-linux" in block and PLATFORM.name != "x86_64-linux":
                    block = block.replace("x86_64-linux", PLATFORM.name)
                if "sudo dpkg" in block:
                    continue  # test_roots installs the Debian package, in a root of its own.
                if block.strip():
                    run = self.run_block(block)
                    self.assertEqual(run.status, 0, run.text)

    @needs("npm", "uv", "bash")
    def test_install_page(self):
        self.check("docs/install.md")

    @needs("npm", "bash")
    def test_readme(self):
        """The examples that install; those below them look at a project that is not there, or deploy."""
        for block in blocks("README.md"):
            with self.subTest(block=block):
                if "make " in block:
                    for target in re.findall(r"^make (\S+)", block, re.M):
                        self.run_well("make", "-n", target, folder=ROOT)
                else:
                    run = self.run_block(block)
                    self.assertIn(run.status, (0, 1) if "ready" in block else (0,), run.text)

    @needs("npm")
    def test_readme_of_npm(self):
        run = self.run_block(BLOCK.findall((ROOT / "packaging/npm/README.md").read_text())[0])
        self.assertEqual(run.status, 0, run.text)

    def test_readme_of_pypi(self):
        run = self.run_block(BLOCK.findall((ROOT / "packaging/pypi/README.md").read_text())[0])
        self.assertEqual(run.status, 0, run.text)


if __name__ == "__main__":
    unittest.main()
