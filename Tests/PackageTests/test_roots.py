"""The program where there is nothing else: no C library, no /proc, musl, an old glibc. And the Debian package."""

import os
import shutil
import subprocess
import unittest
from pathlib import Path

from support import ARCHIVE, DIST, PLATFORM, ROOT, VERSION, PackageTest, Run, git, measured, needs, needs_root, project

OLD_RELEASE = "bullseye"
CHROOT = shutil.which("chroot", path=os.environ["PATH"] + ":/usr/sbin:/sbin")
# A root takes a minute to make, so it is kept.
KEPT = Path(os.environ.get("OLD_ROOT", ROOT / f".build/{OLD_RELEASE}"))


def old_root(test):
    """A root of an old Debian; skips the test where it cannot be made."""
    if not (KEPT / "usr/bin/git").exists():
        if not shutil.which("debootstrap"):
            test.skipTest("debootstrap: not installed")
        made = subprocess.run(["debootstrap", "--variant=minbase", "--include=git", OLD_RELEASE, str(KEPT)], capture_output=True, text=True)
        if made.returncode != 0:
            shutil.rmtree(KEPT, ignore_errors=True)
            test.skipTest(f"debootstrap of {OLD_RELEASE} failed: {made.stdout.splitlines()[-1:]}")
    return KEPT


@needs_root
@unittest.skipIf(PLATFORM.system != "linux", "for Linux")
class EmptyRootTest(PackageTest):
    """The root folder holds the program and a project: no shell, no library, no /proc, no /dev, no /tmp."""

    def setUp(self):
        super().setUp()
        self.root = self.folder / "root"
        project(self.root / "project")
        shutil.copy(DIST / "paddock", self.root / "paddock")

    def inside(self, *words, status=0):
        return self.run_well(CHROOT, self.root, *words, status=status, environment={"HOME": "/"})

    def test_it_runs(self):
        self.assertEqual(self.inside("/paddock", "--version").text, f"{VERSION}\n")
        self.assertFalse((self.root / "proc").exists())
        for threads in ("1", "8"):
            run = self.inside("/paddock", "check", "-j", threads, "/project", status=1)
            self.assertIn("src/leak.ts:1:14: error[token/stripe-secret-key]", run.text)
        measured.append(("empty root: the first report", f"{run.seconds:.2f} s"))

    def test_every_command(self):
        for words, status in ((["rules"], 0), (["explain", "vars/secret-value"], 0), (["explain", "/project/src/leak.ts:1"], 0), (["ready", "/project"], 0), (["--help"], 0), (["check", "/nowhere"], 2)):
            self.inside("/paddock", *words, status=status)

    def test_without_git_it_says_what_it_does_not_know(self):
        """A repository that cannot be asked is never called clean."""
        (self.root / "project/src/leak.ts").unlink()
        git(self.root / "project", "init", "-q")
        run = Run(CHROOT, self.root, "/paddock", "check", "/project", environment={"HOME": "/"})
        self.assertEqual(run.status, 2, run.text)
        self.assertIn("git", run.text)
        run = Run(CHROOT, self.root, "/paddock", "check", "--staged", "/project", environment={"HOME": "/"})
        self.assertEqual(run.status, 2, run.text)

    @needs("busybox")
    def test_a_root_of_busybox(self):
        """What a small distribution has: one program for all commands, and no C library of ours."""
        (self.root / "bin").mkdir()
        shutil.copy(shutil.which("busybox"), self.root / "bin/busybox")
        self.run_well(CHROOT, self.root, "/bin/busybox", "--install", "-s", "/bin", environment={"HOME": "/"})
        shutil.copy(ARCHIVE, self.root / "archive.tar.gz")
        script = "cd / && tar -xzf archive.tar.gz && cp paddock-*/paddock /bin/paddock && cd project && paddock; echo status $?"
        run = self.run_well(CHROOT, self.root, "/bin/sh", "-c", script, environment={"HOME": "/", "PATH": "/bin"})
        self.assertIn("src/leak.ts:1:14: error", run.text)
        self.assertTrue(run.text.endswith("status 1\n"), run.text)


@needs_root
@needs("debootstrap")
@unittest.skipIf(PLATFORM.system != "linux", "for Linux")
class OldRootTest(PackageTest):
    def setUp(self):
        super().setUp()
        self.root = old_root(self)
        self.inner = self.root / "tmp" / self.folder.name
        self.inner.mkdir(mode=0o777)
        self.addCleanup(shutil.rmtree, self.inner, ignore_errors=True)
        self.project = project(self.inner / "project", with_git=True)

    def inside(self, script, status=0):
        environment = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
        inner = f"/tmp/{self.folder.name}"
        return self.run_well(CHROOT, self.root, "/bin/sh", "-ec", f"cd {inner}/project\n{script}", status=status, environment=environment)

    def test_an_old_libc(self):
        shutil.copy(ARCHIVE, self.inner / ARCHIVE.name)
        shutil.copy(DIST / "SHA256SUMS", self.inner / "SHA256SUMS")
        top = ARCHIVE.name.removesuffix(".tar.gz")
        run = self.inside(f"cd .. && sha256sum -c --ignore-missing SHA256SUMS && tar -xzf {ARCHIVE.name} && cd project && ../{top}/paddock", status=1)
        self.assertIn("src/leak.ts:1:14: error", run.text)
        measured.append(("old root: check the sum, unpack, and the first report", f"{run.seconds:.1f} s"))
        version = self.inside("getconf GNU_LIBC_VERSION").text.split()[-1]
        self.assertLess(tuple(map(int, version.split("."))), (2, 34), "the root is not old enough to show anything")

    def test_the_debian_package(self):
        package = DIST / f"paddock_{VERSION}_{PLATFORM.debian}.deb"
        shutil.copy(package, self.inner / package.name)
        run = self.inside(f"dpkg -i ../{package.name} && dpkg -V paddock && command -v paddock && paddock --version")
        self.assertTrue(run.text.endswith(f"/usr/bin/paddock\n{VERSION}\n"), run.text)
        listed = self.inside("dpkg -L paddock").text
        for name in ("/usr/share/man/man1/paddock.1.gz", "/usr/share/bash-completion/completions/paddock", "/usr/share/doc/paddock/copyright"):
            # A minimal root leaves documentation out.
            self.assertIn(name, listed)
        self.inside("git add -A && paddock --staged", status=1)
        self.inside("dpkg --purge paddock && ! command -v paddock")

    def test_the_steps_of_the_dockerfile(self):
        """Each step as a builder runs it, in a root with `apk` in the place of which git is there already."""
        steps = [line for line in (ROOT / "Dockerfile").read_text().replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
        words = [step.split(None, 1) for step in steps]
        self.assertEqual([word for word, _ in words], ["FROM", "RUN", "COPY", "WORKDIR", "ENTRYPOINT"])
        instructions = dict(words)
        apk = self.root / "usr/local/bin/apk"
        apk.write_text('#!/bin/sh\n[ "$1 $2" = "add --no-cache" ] && shift 2 && for name; do command -v "$name" >/dev/null || exit 1; done\n')
        apk.chmod(0o755)
        system = self.root / "etc/gitconfig"
        program = self.root / "usr/local/bin/paddock"
        self.addCleanup(lambda: [path.unlink(missing_ok=True) for path in (apk, system, program)])
        self.run_well(CHROOT, self.root, "/bin/sh", "-ec", instructions["RUN"], environment={"HOME": "/root", "PATH": "/usr/local/bin:/usr/bin:/bin"})
        mode, source, target = instructions["COPY"].split()
        self.assertEqual(mode, "--chmod=755")
        self.assertEqual((ROOT / ".dockerignore").read_text(), f"*\n!{source}\n")
        shutil.copy(ROOT / source, self.root / target.lstrip("/"))
        program.chmod(0o755)
        git(self.project, "add", "-A")
        self.inner.chmod(0o755)
        # As a user that owns nothing here and has no home, as `docker run --user` makes one.
        for user in ("0:0", "12345:12345"):
            entry = instructions["ENTRYPOINT"].strip('[]"')
            run = self.run_well(CHROOT, f"--userspec={user}", self.root, entry, "check", "--staged", f"/tmp/{self.folder.name}/project", status=1, environment={"HOME": "/", "PATH": "/usr/local/bin:/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "0"})
            self.assertIn("src/leak.ts:1:14: error", run.text)


if __name__ == "__main__":
    unittest.main()
