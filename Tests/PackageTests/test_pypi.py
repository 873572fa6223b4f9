"""The wheel and the source package, with the real pip and uv."""

import base64
import hashlib
import os
import shutil
import stat
import sys
import unittest
import zipfile

from support import DIST, PLATFORM, SOURCE, VERSION, WHEEL, PackageTest, Run, is_program, measured, milliseconds, needs, project

OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_FIND_LINKS": str(DIST),
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "UV_NO_INDEX": "1",
    "UV_FIND_LINKS": str(DIST),
    "UV_OFFLINE": "1",
}


class WheelTest(PackageTest):
    def setUp(self):
        super().setUp()
        self.project = project(self.folder / "project")
        self.environment = {**OFFLINE, "HOME": str(self.folder), "UV_CACHE_DIR": str(self.folder / "cache")}

    def python(self):
        """The Python of a new environment."""
        self.run_well(sys.executable, "-m", "venv", "venv")
        return self.folder / "venv/bin/python"

    def test_pip(self):
        python = self.python()
        install = self.run_well(python, "-m", "pip", "install", "--quiet", "paddock-cli", environment=self.environment)
        command = self.folder / "venv/bin/paddock"
        self.assertTrue(is_program(command))
        first = Run(command, folder=self.project)
        self.expect_leak(first)
        measured.append(("pip install and the first report", f"{install.seconds + first.seconds:.1f} s"))
        measured.append(("start-up: from the wheel", f"{milliseconds(command, '--version'):.1f} ms"))
        shown = self.run_well(python, "-m", "pip", "show", "--files", "paddock-cli", environment=self.environment).text
        self.assertIn(f"Version: {VERSION}", shown)
        self.assertIn("THIRD-PARTY-LICENSES.txt", shown)
        self.run_well(python, "-m", "pip", "uninstall", "--yes", "paddock-cli", environment=self.environment)
        self.assertFalse(command.exists())

    @needs("uv")
    def test_uv(self):
        self.run_well("uv", "venv", "--quiet", "uvenv", environment=self.environment)
        install = self.run_well("uv", "pip", "install", "--quiet", "--python", "uvenv", "paddock-cli", environment=self.environment)
        command = self.folder / "uvenv/bin/paddock"
        self.assertTrue(is_program(command))
        first = Run(command, folder=self.project)
        self.expect_leak(first)
        measured.append(("uv pip install and the first report", f"{install.seconds + first.seconds:.1f} s"))

    @needs("uvx")
    def test_uvx(self):
        self.expect_leak(Run("uvx", "--quiet", "--from", "paddock-cli", "paddock", folder=self.project, environment=self.environment))

    def test_the_wheel_is_well_formed(self):
        with zipfile.ZipFile(WHEEL) as wheel:
            self.assertIsNone(wheel.testzip())
            names = wheel.namelist()
            record = wheel.read(f"paddock_cli-{VERSION}.dist-info/RECORD").decode().splitlines()
            self.assertEqual([line.split(",")[0] for line in record], names)
            for line in record[:-1]:
                name, digest, size = line.split(",")
                data = wheel.read(name)
                self.assertEqual(digest, "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode())
                self.assertEqual(int(size), len(data))
            program = wheel.getinfo(f"paddock_cli-{VERSION}.data/scripts/paddock")
            self.assertEqual(stat.S_IMODE(program.external_attr >> 16), 0o755)
            tags = [line[5:] for line in wheel.read(f"paddock_cli-{VERSION}.dist-info/WHEEL").decode().splitlines() if line.startswith("Tag: ")]
        self.assertEqual(sorted(tags), sorted(f"py3-none-{tag}" for tag in PLATFORM.wheel.split(".")))

    @unittest.skipIf(PLATFORM.system != "linux", "for Linux")
    def test_every_libc_takes_the_wheel(self):
        """As pip chooses: an old glibc, musl, and what must not take it."""
        python = self.python()
        download = [python, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", "out"]
        machine = PLATFORM.machine
        for tag in (f"manylinux2014_{machine}", f"manylinux_2_17_{machine}", f"musllinux_1_2_{machine}"):
            self.run_well(*download, "--platform", tag, "paddock-cli", environment=self.environment)
        for tag in ("win_amd64", "macosx_11_0_arm64", "manylinux_2_17_s390x"):
            refused = self.run_well(*download, "--platform", tag, "paddock-cli", environment=self.environment, status=1)
            self.assertIn("No matching distribution found for paddock-cli", refused.text)

    def test_damaged_wheel(self):
        damaged = self.folder / WHEEL.name
        damaged.write_bytes(WHEEL.read_bytes()[:100_000])
        run = self.run_well(self.python(), "-m", "pip", "install", damaged, environment=self.environment, status=1)
        self.assertIn("is invalid", run.text)


class SourceTest(PackageTest):
    def setUp(self):
        super().setUp()
        self.run_well(sys.executable, "-m", "venv", "venv")
        self.pip = [self.folder / "venv/bin/python", "-m", "pip", "install", SOURCE]

    def programs(self, **stubs):
        """A folder of programs that a build needs, or stand-ins for them."""
        folder = self.folder / "programs"
        folder.mkdir()
        for name in ("sh", "cp", "mkdir", "uname", "env"):
            os.symlink(shutil.which(name), folder / name)
        for name, text in stubs.items():
            (folder / name).write_text(f"#!/bin/sh\n{text}\n")
            (folder / name).chmod(0o755)
        return str(folder)

    def test_without_swift_it_says_what_it_needs(self):
        run = Run(*self.pip, folder=self.folder, environment=OFFLINE, path=self.programs())
        self.assertEqual(run.status, 1)
        self.assertRegex(run.text, r"paddock-cli: there is no wheel for \w+ on \w+; building from source needs a Swift 6.3 toolchain, git, make, and the headers")

    def test_with_swift_it_builds(self):
        """What `make` does here is to take the program that is there; the rest is as on a system without a wheel."""
        make = f"mkdir -p dist && cp '{DIST}/paddock' '{DIST}/THIRD-PARTY-LICENSES.txt' dist/ && echo building"
        path = self.programs(make=make, swift="exit 1", git="exit 1")
        run = Run(*self.pip, folder=self.folder, environment=OFFLINE, path=path)
        self.assertEqual(run.status, 0, run.text)
        self.assertEqual(self.run_well(self.folder / "venv/bin/paddock", "--version").text, f"{VERSION}\n")

    def test_a_failed_build_is_told(self):
        run = Run(*self.pip, folder=self.folder, environment=OFFLINE, path=self.programs(make="exit 2", swift="exit 1", git="exit 1"))
        self.assertEqual(run.status, 1)
        self.assertIn("paddock-cli: building from source failed", run.text)


if __name__ == "__main__":
    unittest.main()
