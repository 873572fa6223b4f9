import Foundation
import TestSupport
import Testing

/// The program in surroundings that are not what a program is used to.
struct SurroundingsTests {
  // MARK: The current folder

  /// Every command, with relative and absolute paths; `$1` is the project.
  static let commands: [String] = [
    "", "check", ". ", "check --staged", "check --diff HEAD", "check --history", "check $1", "check $1 -o r.json",
    "check --config x.toml $1", "check --baseline x $1", "ready", "ready $1", "state show", "state show s.json",
    "state plan -- deploy", "state plan --from-empty -- deploy", "state plan --script x.sh", "state diff a b",
    "state capture --worker api --secret-list x -o s.json", "baseline create", "baseline create $1", "baseline stats",
    "baseline prune", "baseline import x", "explain src/a.ts:1", "explain $1/src/index.ts:1", "explain token/jwt",
    "rules", "rules test", "rules test x.toml", "hook install", "hook uninstall", "hook run", "hook install $1",
  ]

  private static let gone = "project=$PWD; mkdir gone; cd gone; rmdir ../gone; set -- \"$project\"; "

  @Test(arguments: commands)
  func deletedFolderIsStatus2(_ command: String) throws {
    let run = try ShellRun(Self.gone + "\"$P\" \(command)")
    #expect(run.status == 2)
    #expect(run.text == "paddock: the current folder no longer exists; change to one that does\n")
  }

  @Test(arguments: [
    ["PADDOCK_CONFIG": "x.toml"], ["PADDOCK_BASELINE": "x"], ["PADDOCK_STATE": "x.json"],
    ["GITHUB_STEP_SUMMARY": "x"], ["GIT_DIR": ".git"], ["GIT_DIR": ".git", "GIT_WORK_TREE": "."],
  ])
  func deletedFolderIsStatus2WithVariables(_ variables: [String: String]) throws {
    let words = variables.map { "\($0)=\($1)" }.joined(separator: " ")
    let run = try ShellRun(Self.gone + "env \(words) \"$P\" check --format github \"$1\"")
    #expect(run.status == 2)
    #expect(run.text == "paddock: the current folder no longer exists; change to one that does\n")
  }

  @Test func helpNeedsNoFolder() throws {
    let run = try ShellRun(Self.gone + "\"$P\" --version && \"$P\" --help >/dev/null && \"$P\" check --help >/dev/null")
    #expect(run.status == 0, "\(run.text)")
  }

  // MARK: Names of users

  @Test(.enabled(if: ShellRun.canMount, "there can be no mount namespace here"))
  func emptyEtcIsFine() throws {
    let run = try ShellRun(
      """
      mkdir empty project && mv wrangler.json src project && git -C project init -q
      unshare -m sh -ec '
        mount --bind empty /etc
        "$P" check project -o r.json -o "json:~nosuchuser" && "$P" check project -o r.json
        "$P" baseline create project && "$P" hook install project && "$P" hook uninstall project
        "$P" state capture --worker api --secret-list secrets.txt -o s.json'
      """,
      files: ["secrets.txt": "[]"]
    )
    #expect(run.status == 0, "\(run.text)")
    #expect(FileManager.default.fileExists(atPath: "\(run.folder.path)/~nosuchuser"))
  }

  @Test(.enabled(if: ShellRun.canBeNobody, "only root can become a user without a name"))
  func userWithoutANameIsFine() throws {
    let run = try ShellRun(
      """
      chmod 777 .; echo old >r.json; chmod 644 r.json; chown 54321 r.json
      \(ShellRun.asNobody) "$P" -o r.json && \(ShellRun.asNobody) "$P" baseline create
      stat -c '%u %a' r.json
      """
    )
    #expect(run.text.hasSuffix("\n54321 644\n"), "\(run.text)")
  }

  // MARK: Folders that cannot be changed

  /// What a user who is not root does in a folder `out` that is read-only, with the files `open` (which everybody may
  /// write) and `closed`.
  static let readOnlyFolder: [(script: String, text: String)] = [
    ("\"$P\" project -o json:out/open; echo $?; grep -c schemaVersion out/open; tail -c 2 out/open", "0\n1\n}\n"),
    (
      "\"$P\" project -o json:out/closed; echo $?; cat out/closed",
      "paddock: out/closed: the report cannot be written there: no permission to write it\n2\nold\n"
    ),
    (
      "\"$P\" project -o json:out/new; echo $?; ls out",
      "paddock: out/new: the report cannot be written there: no permission to write it\n2\nclosed\nopen\n"
    ),
    ("(ulimit -f 0; \"$P\" project -o json:out/open 2>/dev/null); echo $?; head -c 4 out/open", "2\nold\n"),
  ]

  @Test(.enabled(if: getuid() != 0 || ShellRun.canBeNobody, "root may change every folder"), arguments: readOnlyFolder)
  func readOnlyFolderIsWrittenInPlace(_ script: String, _ text: String) throws {
    let user = getuid() == 0 ? ShellRun.asNobody : ""
    let run = try ShellRun(
      """
      mkdir project out && mv wrangler.json src project
      (echo old; head -c 100000 /dev/zero | tr '\\0' x) >out/open; echo old >out/closed
      chmod 666 out/open; chmod 444 out/closed; chmod 555 out
      \(user) sh -c '\(script)'; chmod 755 out
      """
    )
    #expect(run.text == text)
  }

  /// Scripts in a mount namespace of their own, in a folder with a small file system `disk`.
  static let disks: [(script: String, text: String)] = [
    // A file that a container got as a volume.
    (
      """
      echo old >real; : >volume; mount --bind real volume
      "$P" project -o json:volume; echo $?; grep -c schemaVersion real
      """,
      "0\n1\n"
    ),
    (
      """
      echo old >disk/r.json; cat /dev/zero >disk/fill 2>/dev/null
      "$P" project -o disk/r.json; echo $?; cat disk/r.json; ls -A disk
      """,
      "paddock: disk/r.json: the report cannot be written there: No space left on device\n2\nold\nfill\nr.json\n"
    ),
    (
      """
      cat /dev/zero >disk/fill 2>/dev/null
      "$P" project -o disk/r.json; echo $?; ls -A disk
      """,
      "paddock: disk/r.json: the report cannot be written there: No space left on device\n2\nfill\n"
    ),
    (
      """
      echo old >disk/real; : >volume; mount --bind disk/real volume; cat /dev/zero >disk/fill 2>/dev/null
      for n in 1 2 3 4 5 6 7 8 9 10; do echo 'x // paddock:ignore token -- old'; done >project/a.ts
      "$P" project -o json:volume; echo $?; cat volume; ls -A disk
      """,
      "paddock: volume: the report cannot be written there: No space left on device\n2\nold\nfill\nreal\n"
    ),
    (
      """
      mkdir disk/project; git -C disk/project init -q; cp -r project/. disk/project; cat /dev/zero >disk/fill 2>/dev/null
      printf '#!/bin/sh\\n' >project/h; ls disk/project/.git/hooks | grep -c paddock
      "$P" hook install disk/project 2>&1 | sed 's/.*: the hook/the hook/'; ls disk/project/.git/hooks | grep -c paddock
      """,
      "0\nthe hook cannot be written there: No space left on device\n0\n"
    ),
    (
      """
      echo old >disk/r.json; mount -o remount,ro disk
      "$P" project -o disk/r.json; echo $?; cat disk/r.json
      """,
      "paddock: disk/r.json: the report cannot be written there: Read-only file system\n2\nold\n"
    ),
  ]

  @Test(.enabled(if: ShellRun.canMount, "there can be no mount namespace here"), arguments: disks)
  func diskIsFullOrReadOnly(_ script: String, _ text: String) throws {
    let run = try ShellRun(
      """
      mkdir project disk && mv wrangler.json src project
      exec unshare -m sh -c 'mount -t tmpfs -o size=256k none disk; eval "$1"' sh "$1"
      """,
      arguments: [script]
    )
    #expect(run.text == text)
  }
}
