"""The npm packages, with the real npm and Yarn, against a registry on the loopback."""

import json
import os
import shutil
import signal
import subprocess
import tarfile
import unittest

from registry import Registry
from support import DIST, MAIN, NATIVE, PLATFORM, VERSION, PackageTest, Run, git, is_program, measured, milliseconds, needs, project

# Where Debian's Yarn looks for its modules when node is not Debian's.
YARN = next((name for name in ("yarn", "yarnpkg") if shutil.which(name)), "yarn")


@needs("node", "npm")
class NpmTest(PackageTest):
    @classmethod
    def setUpClass(cls):
        cls.registry = Registry()

    @classmethod
    def tearDownClass(cls):
        cls.registry.close()

    def setUp(self):
        super().setUp()
        self.home = self.folder / "home"
        self.home.mkdir()
        self.project = project(self.folder / "project", with_git=True)
        (self.project / "package.json").write_text('{ "name": "shop", "private": true, "scripts": { "check": "paddock check" } }\n')
        self.environment = {
            "HOME": str(self.home),
            "npm_config_registry": self.registry.url,
            "npm_config_cache": str(self.folder / "cache"),
            "npm_config_audit": "false",
            "npm_config_fund": "false",
            "npm_config_update_notifier": "false",
            "npm_config_fetch_retries": "0",
        }

    def npm(self, *words, status=0):
        return self.run_well(*words, status=status, folder=self.project, environment=self.environment)

    @property
    def script(self):
        return self.project / "node_modules/paddock-cli/bin/paddock"

    # Installing

    def test_install_by_name(self):
        install = self.npm("npm", "install", "--save-dev", "paddock-cli")
        first = Run("npx", "paddock", folder=self.project, environment=self.environment)
        self.expect_leak(first)
        measured.append(("npm install and the first report", f"{install.seconds + first.seconds:.1f} s"))
        # Of four packages with programs there is one, and the command is that program.
        self.assertEqual(sorted(path.name for path in (self.project / "node_modules").iterdir() if path.name.startswith("paddock")), ["paddock-cli", f"paddock-cli-{PLATFORM.npm}"])
        command = self.project / "node_modules/.bin/paddock"
        self.assertTrue(is_program(command))
        self.assertTrue(os.path.samefile(command, self.project / f"node_modules/paddock-cli-{PLATFORM.npm}/paddock"))
        self.assertEqual(self.npm("npx", "paddock", "--version").text, f"{VERSION}\n")
        self.assertIn("src/leak.ts:1:14: error", Run("npm", "run", "check", folder=self.project, environment=self.environment).text)
        # Again, and from the lock file.
        self.npm("npm", "rebuild")
        self.assertTrue(is_program(command))
        self.npm("npm", "ci")
        self.assertTrue(is_program(command))
        measured.append(("start-up: native", f"{milliseconds(command, '--version', folder=self.project):.1f} ms"))

    def test_run_without_installing(self):
        run = Run("npx", "--yes", "paddock-cli", folder=self.project, environment=self.environment)
        self.expect_leak(run)
        measured.append(("npx paddock-cli, with nothing in the cache", f"{run.seconds:.1f} s"))

    def test_install_from_files_offline(self):
        self.npm("npm", "install", "--offline", "--save-dev", MAIN, NATIVE)
        self.expect_leak(Run("npx", "paddock", folder=self.project, environment=self.environment))

    def test_install_globally(self):
        prefix = self.folder / "prefix"
        self.npm("npm", "install", "--global", "--prefix", prefix, "paddock-cli")
        self.assertTrue(is_program(prefix / "bin/paddock"))
        self.assertEqual(self.run_well(prefix / "bin/paddock", "--version").text, f"{VERSION}\n")

    def test_without_scripts(self):
        self.npm("npm", "install", "--ignore-scripts", "--save-dev", "paddock-cli")
        command = self.project / "node_modules/.bin/paddock"
        self.assertFalse(is_program(command))
        self.expect_leak(Run(command, folder=self.project))
        (self.project / "src/leak.ts").unlink()
        self.run_well(command, folder=self.project)
        self.run_well(command, "--no-such-option", folder=self.project, status=2)
        # What the program reads and writes goes through: a closed pipe, a signal.
        pipe = self.run_well("sh", "-c", f"{command} rules | head -1", folder=self.project)
        self.assertEqual(len(pipe.text.splitlines()), 1, pipe.text)
        through = milliseconds(command, "--version", folder=self.project)
        native = milliseconds(DIST / "paddock", "--version", folder=self.project)
        node = milliseconds("node", "-e", "0", folder=self.project)
        measured.append(("start-up: script of npm, native, node alone", f"{through:.1f}, {native:.1f}, {node:.1f} ms"))

    def test_signals_reach_the_caller(self):
        self.npm("npm", "install", "--ignore-scripts", "--save-dev", "paddock-cli")
        self.replace_program("#!/bin/sh\nkill -TERM $$\n")
        run = subprocess.run([self.project / "node_modules/.bin/paddock"], cwd=self.project)
        self.assertEqual(run.returncode, -signal.SIGTERM)

    @needs(YARN)
    def test_yarn(self):
        self.write({"home/.yarnrc": f'registry "{self.registry.url}"\n'})
        environment = {**self.environment, "NODE_PATH": "/usr/share/nodejs"}
        self.run_well(YARN, "add", "--dev", "paddock-cli", "--no-progress", folder=self.project, environment=environment)
        command = self.project / "node_modules/.bin/paddock"
        self.assertFalse(is_program(command))
        self.expect_leak(Run(command, folder=self.project))

    def test_pnpm_layout(self):
        """Packages are links to a store whose files other projects share, and the command is a script that starts node."""
        store = self.project / f"node_modules/.pnpm/paddock-cli@{VERSION}/node_modules"
        shared = self.folder / "store"
        for archive in (MAIN, NATIVE):
            name = archive.name.removesuffix(f"-{VERSION}.tgz")
            with tarfile.open(archive) as tar:
                tar.extractall(shared / name)
            shutil.copytree(shared / name / "package", store / name, copy_function=os.link)
        os.symlink(store / "paddock-cli", self.project / "node_modules/paddock-cli")
        command = self.project / "node_modules/.bin/paddock"
        command.parent.mkdir()
        command.write_text('#!/bin/sh\nbasedir=$(dirname "$0")\nexec node "$basedir/../paddock-cli/bin/paddock" "$@"\n')
        command.chmod(0o755)
        for agent in ("pnpm/10.0.0 npm/? node/v22.0.0 linux x64", "npm/10.0.0 node/v22.0.0 linux x64"):
            self.run_well("node", "install.js", folder=store / "paddock-cli", environment={"npm_config_user_agent": agent})
            self.assertFalse(is_program(shared / "paddock-cli/package/bin/paddock"), agent)
            if agent.startswith("pnpm"):
                self.expect_leak(Run(command, folder=self.project))

    def test_husky(self):
        """husky's mechanism, with a script of ours: `core.hooksPath` is `.husky/_`, whose scripts run those of the same name in
        `.husky`, with the commands of the project on the PATH."""
        self.npm("npm", "install", "--save-dev", "paddock-cli")
        hook = self.project / ".husky/_/pre-commit"
        hook.parent.mkdir(parents=True)
        hook.write_text('#!/usr/bin/env sh\nexport PATH="node_modules/.bin:$PATH"\nexec sh -e "$(dirname "$(dirname "$0")")/pre-commit" "$@"\n')
        hook.chmod(0o755)
        (self.project / ".husky/pre-commit").write_text("paddock hook run\n")
        git(self.project, "config", "core.hooksPath", ".husky/_")
        git(self.project, "add", "-A", ":!src/leak.ts")
        self.npm("git", "commit", "-q", "-m", "clean")
        git(self.project, "add", "-A")
        run = self.npm("git", "commit", "-q", "-m", "leak", status=1)
        self.assertIn("src/leak.ts:1:14: error", run.text)

    # What goes wrong: one sentence, status 2

    def replace_program(self, text):
        program = self.project / f"node_modules/paddock-cli-{PLATFORM.npm}/paddock"
        program.unlink()
        program.write_text(text)
        program.chmod(0o755)
        return program

    def expect_sentence(self, run, *parts):
        self.assertEqual(run.status, 2, run.text)
        self.assertEqual(len(run.text.splitlines()), 1, run.text)
        for part in ("paddock: ", *parts):
            self.assertIn(part, run.text)

    def test_system_without_a_build(self):
        self.npm("npm", "install", "--ignore-scripts", "paddock-cli")
        for system, processor, hint in (("win32", "x64", "it runs in WSL"), ("linux", "riscv64", "only for linux-x64, linux-arm64, darwin-x64, darwin-arm64")):
            pretend = f"Object.defineProperty(process, 'platform', {{ value: '{system}' }}); Object.defineProperty(process, 'arch', {{ value: '{processor}' }});"
            run = Run("node", "-e", f"{pretend} require('./node_modules/paddock-cli/bin/paddock')", folder=self.project)
            self.expect_sentence(run, f"there is no build for {system}-{processor}", hint)

    def test_install_for_another_system(self):
        self.npm("npm", "install", "--os=win32", "--cpu=x64", "paddock-cli")
        self.assertFalse((self.project / f"node_modules/paddock-cli-{PLATFORM.npm}").exists())
        self.expect_sentence(Run("npx", "paddock", folder=self.project, environment=self.environment), f"the package paddock-cli-{PLATFORM.npm} is missing")

    def test_without_optional_packages(self):
        self.npm("npm", "install", "--omit=optional", "paddock-cli")
        self.expect_sentence(Run("npx", "paddock", folder=self.project, environment=self.environment), f"the package paddock-cli-{PLATFORM.npm} is missing", "--omit=optional")

    def test_damaged_program(self):
        """A program that cannot be started does not take the place of the script, which tells."""
        self.npm("npm", "install", "--ignore-scripts", "paddock-cli")
        program = self.replace_program("")
        program.write_bytes((DIST / "paddock").read_bytes()[:4096])
        program.chmod(0o644)
        agent = {"npm_config_user_agent": "npm/10.0.0 node/v22.0.0"}
        run = self.run_well("node", "install.js", folder=self.script.parent.parent, environment=agent)
        self.assertEqual(len(run.text.splitlines()), 1, run.text)
        self.assertFalse(is_program(self.script))
        self.expect_sentence(Run(self.script, folder=self.project), "cannot be started (EACCES)")

    def test_damaged_download(self):
        self.registry.files[NATIVE.name] = self.folder / NATIVE.name
        document = self.registry.document
        try:
            self.registry.files[NATIVE.name].write_bytes(NATIVE.read_bytes())
            described = document(f"paddock-cli-{PLATFORM.npm}")
            self.registry.document = lambda name: described if name == f"paddock-cli-{PLATFORM.npm}" else document(name)
            damaged = bytearray(NATIVE.read_bytes())
            damaged[len(damaged) // 2] ^= 1
            self.registry.files[NATIVE.name].write_bytes(damaged)
            Run("npm", "install", "paddock-cli", folder=self.project, environment=self.environment)
            self.assertFalse((self.project / f"node_modules/paddock-cli-{PLATFORM.npm}").exists())
        finally:
            self.registry.document = document
            self.registry.files[NATIVE.name] = NATIVE

    def test_files_of_others_are_left_alone(self):
        self.npm("npm", "install", "--ignore-scripts", "paddock-cli")
        agent = {"npm_config_user_agent": "npm/10.0.0 node/v22.0.0"}
        other = self.folder / "other"
        other.write_text("#!/bin/sh\necho other\n")
        for replace in (lambda: shutil.copy(other, self.script), lambda: os.symlink(other, self.script)):
            self.script.unlink()
            replace()
            self.run_well("node", "install.js", folder=self.script.parent.parent, environment=agent)
            self.assertEqual(self.script.read_text(), other.read_text())
        self.assertEqual(other.read_text(), "#!/bin/sh\necho other\n")

    @needs("setpriv")
    @unittest.skipIf(os.geteuid() != 0, "only root can become somebody else")
    def test_no_permission_to_write_the_link(self):
        self.npm("npm", "install", "--ignore-scripts", "paddock-cli")
        self.folder.chmod(0o755)
        agent = {"npm_config_user_agent": "npm/10.0.0 node/v22.0.0"}
        run = self.run_well("setpriv", "--reuid=65534", "--clear-groups", "node", "install.js", folder=self.script.parent.parent, environment=agent)
        self.assertIn("paddock: each run will start Node first, as the program could not be put in place: E", run.text)
        self.assertEqual(len(run.text.splitlines()), 1, run.text)
        self.assertEqual([path.name for path in self.script.parent.iterdir()], ["paddock"])
        self.expect_leak(Run(self.script, folder=self.project))

    def test_no_network(self):
        self.environment["npm_config_registry"] = "http://127.0.0.1:1/"
        run = Run("npm", "install", "paddock-cli", folder=self.project, environment=self.environment)
        self.assertNotEqual(run.status, 0)
        self.assertFalse((self.project / "node_modules/paddock-cli").exists())

    def test_nothing_is_downloaded_by_the_package(self):
        for archive in (MAIN, NATIVE):
            with tarfile.open(archive) as tar:
                description = json.load(tar.extractfile("package/package.json"))
                texts = [tar.extractfile(one).read().decode() for one in tar if one.name.endswith((".js", "bin/paddock"))]
            self.assertEqual(set(description.get("scripts", {})) - {"postinstall"}, set())
            for text in texts:
                self.assertNotRegex(text, r"https?:|fetch\(|require\(\"(https?|net|tls)\"\)")


if __name__ == "__main__":
    unittest.main()
