"""The completions of the archive, in real shells at a terminal: file names, rules, environments."""

import os
import tarfile
import unittest

from support import ARCHIVE, PackageTest, needs, project

try:
    import pexpect
except ImportError:
    pexpect = None

# What is typed before the tab, and what the shell must offer or fill in.
ROWS = [
    ("paddock base", "baseline"),
    ("paddock check --fail-on err", "error"),
    ("paddock check --env prod", "production"),
    ("paddock check --select known-value/pub", "known-value/published"),
    ("paddock check --config wran", "wrangler.jsonc"),
    ("paddock ready --env stag", "staging"),
    ("paddock explain vars/secret-v", "vars/secret-value"),
    ("paddock state plan --script wran", "wrangler.jsonc"),
]


@unittest.skipIf(pexpect is None, "pexpect: not installed")
class CompletionTest(PackageTest):
    def setUp(self):
        super().setUp()
        with tarfile.open(ARCHIVE) as tar:
            for member in tar:
                member.name = member.name.split("/", 1)[1]
                tar.extract(member, self.folder / "package")
        self.project = project(self.folder / "project")
        self.environment = {
            "PATH": f"{self.folder}/package:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "TERM": "dumb",
            "LC_ALL": "C.UTF-8",
        }

    def offers(self, shell, arguments, setup):
        """Each row typed at the prompt of a shell, which must fill in the rest."""
        terminal = pexpect.spawn(shell, arguments, cwd=str(self.project), env=self.environment, timeout=20, dimensions=(50, 200), encoding="utf-8")
        self.addCleanup(terminal.close, force=True)
        for line in setup:
            terminal.sendline(line)
        for number, (typed, completed) in enumerate(ROWS):
            terminal.sendline(f"echo ready''-{number}")
            terminal.expect(f"ready-{number}")
            terminal.send(typed + "\t")
            wanted = typed.rsplit(" ", 1)[0] + " " + completed
            try:
                terminal.expect_exact(completed[len(typed.rsplit(" ", 1)[1]):])
            except pexpect.TIMEOUT:
                self.fail(f"{shell}: `{typed}` does not become `{wanted}`\n{terminal.before}")
            terminal.sendcontrol("u")

    @needs("bash")
    def test_bash(self):
        self.offers("bash", ["--norc", "--noprofile", "-i"], ["bind 'set bell-style none'", "source ../package/completions/paddock.bash"])

    @needs("zsh")
    def test_zsh(self):
        self.offers("zsh", ["-f", "-i"], ["fpath=(../package/completions $fpath)", "autoload -U compinit && compinit -u -D", "unsetopt zle_bracketed_paste prompt_cr prompt_sp"])

    @needs("fish")
    def test_fish(self):
        self.environment["TERM"] = "xterm"
        self.offers("fish", ["--no-config", "-i"], ["function fish_prompt; end", "source ../package/completions/paddock.fish"])


if __name__ == "__main__":
    unittest.main()
