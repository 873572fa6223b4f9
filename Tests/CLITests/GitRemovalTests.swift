import Foundation
import TestSupport
import Testing

@testable import CLI

/// The git commands that findings print, typed as they are: afterwards the secret is gone from what they promise, and nothing
/// else is lost.
struct GitRemovalTests {
  enum Secret: Sendable {
    /// A file of secrets.
    case file
    /// A line with a token.
    case line
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let situation: String
    let secret: Secret
    var path = "src/pay.ts"
    /// Shell commands in an empty repository.
    ///
    /// `bad` puts the secret into `$FILE`, `worse` adds to that file, `good FILE` adds a harmless file; each commits. `push`
    /// lets a remote branch have `HEAD`.
    let script: String
    /// The folder that is checked, and in which git runs.
    var folder = ""
    /// What the help must have.
    let says: String

    var testDescription: String { "\(secret) \(situation)" }
  }

  static let filter = "git filter-branch"

  static let rows: [Row] = [
    Row(situation: "in the first commit", secret: .file, path: ".env", script: "bad; good a", says: filter),
    Row(situation: "in the only commit", secret: .file, path: ".env", script: "bad", says: filter),
    Row(situation: "in the last commit", secret: .file, path: ".env", script: "good a; push; bad", says: filter),
    Row(
      situation: "in several commits",
      secret: .file,
      path: ".env",
      script: "good a; push; bad; good b; worse; good c",
      says: filter
    ),
    Row(
      situation: "gone from HEAD",
      secret: .file,
      path: ".env",
      script: "good a; push; bad; git rm -q --cached .env; commit; good b",
      says: filter
    ),
    Row(
      situation: "before a merge",
      secret: .file,
      path: ".env",
      script: "good a; push; bad; side; good b; back; good c; git merge -q --no-commit side; good d",
      says: filter
    ),
    Row(
      situation: "in a merge",
      secret: .file,
      path: ".env",
      script: "good a; push; side; good b; back; good c; git merge -q --no-commit side; bad; good d",
      says: filter
    ),
    Row(
      situation: "on a detached HEAD",
      secret: .file,
      path: ".env",
      script: "good a; push; git checkout -q --detach; bad; good b",
      says: filter
    ),
    Row(
      situation: "blanks and quotes in the path",
      secret: .file,
      path: "a b/it's \"so\"/.env",
      script: "good a; push; bad; good b",
      says: filter
    ),
    Row(
      situation: "signs of a pattern in the path",
      secret: .file,
      path: "routes/[id]*/.env",
      script: "good a; push; bad; good routes/i/.env.example",
      says: ":(top,literal)"
    ),
    Row(
      situation: "checked in a folder below",
      secret: .file,
      path: "apps/web/.env",
      script: "good apps/web/a; push; bad; good b",
      folder: "/apps",
      says: ":/apps/web/.env"
    ),
    Row(situation: "already pushed", secret: .file, path: ".env", script: "bad; push", says: "only a new secret helps"),
    Row(situation: "in the first commit", secret: .line, script: "bad; good a", says: "git rebase -i --root"),
    Row(situation: "in the only commit", secret: .line, script: "bad", says: "git commit --amend"),
    Row(situation: "in the last commit", secret: .line, script: "good a; push; bad", says: "git commit --amend"),
    Row(
      situation: "in a commit before",
      secret: .line,
      script: "good a; push; bad; good b; good c",
      says: "git rebase -i"
    ),
    Row(
      situation: "on a detached HEAD",
      secret: .line,
      script: "good a; push; git checkout -q --detach; bad; good b",
      says: "git rebase -i"
    ),
    Row(
      situation: "blanks and quotes in the path",
      secret: .line,
      path: "a b/it's.ts",
      script: "good a; push; bad; good b",
      says: "git rebase -i"
    ),
    Row(
      situation: "before a merge with a change of its own",
      secret: .line,
      script: "good a; push; bad; side; good b; back; good c; git merge -q --no-commit side; good own; good d",
      says: filter
    ),
    Row(
      situation: "in a merge",
      secret: .line,
      path: "a b/it's.ts",
      script: "good a; push; side; good b; back; good c; git merge -q --no-commit side; bad; worse",
      says: filter
    ),
    Row(
      situation: "in a merge that is the last commit",
      secret: .line,
      script: "good a; push; side; good b; back; good c; git merge -q --no-commit side; bad",
      says: "git commit --amend"
    ),
    Row(
      situation: "in the first commit, and a merge later",
      secret: .line,
      script: "bad; side; good b; back; good c; git merge -q --no-commit side; good d",
      says: filter
    ),
    Row(situation: "already pushed", secret: .line, script: "bad; push; good a", says: "only a new secret helps"),
    Row(
      situation: "on another branch",
      secret: .line,
      script: "good a; side; bad; back",
      says: "git for-each-ref --contains"
    ),
  ]

  static let token = String(GitProject.leak("removal").dropFirst(13).dropLast(3))

  @Test(arguments: rows)
  func theCommandsDoWhatTheySay(_ row: Row) throws {
    let folder = try TemporaryFolder()
    func sh(_ script: String, _ variables: [String: String] = [:]) throws -> ProgramRun {
      let setUp = """
        commit() { git add -A; git add -f -- ":(literal)$FILE" 2>/dev/null; git commit -qm "$(git write-tree | cut -c1-9)"; }
        bad() { mkdir -p "$(dirname "$FILE")"; printf '%s' "$TEXT" >"$FILE"; commit; }
        worse() { echo "// more" >>"$FILE"; commit; }
        good() { mkdir -p "$(dirname "$1")"; echo "$1" >"$1"; git add -f -- ":(literal)$1"; commit; }
        push() { git update-ref refs/remotes/origin/main HEAD; }
        side() { git checkout -q -b side; }
        back() { git checkout -q main; }

        """
      let text = row.secret == .file ? "API_SECRET=\(Self.token)\n" : "const key = '\(Self.token)';\n"
      return try ProgramRun(
        ["sh", "-c", setUp + script],
        in: folder.path + row.folder,
        environment: ["FILE": row.path, "TEXT": text, "GIT_EDITOR": "true", "FILTER_BRANCH_SQUELCH_WARNING": "1"]
          .merging(variables) { $1 }
      )
    }
    try FileManager.default.createDirectory(atPath: folder.path + row.folder, withIntermediateDirectories: true)
    try folder.git("init", "-q", "-b", "main")
    try folder.write(".env\n", to: ".git/info/exclude")
    let built = try sh("cd '\(folder.path)'; " + row.script)
    // The commands are about the current branch; what only another one has is said by the next run.
    if row.script.contains("git merge") { try folder.git("branch", "-q", "-D", "side") }
    let rule = row.secret == .file ? "git/secret-file-in-history" : GitProject.leakRule
    func history() -> String {
      CommandRun(["check", "--history", "--fail-on", "never", folder.path + row.folder]).output
    }
    let report = history()
    let finding = try #require(
      report.components(separatedBy: "\n\n").first { $0.contains("[\(rule)]") },
      "\(report)\(built.text)"
    )
    let help = try #require(finding.components(separatedBy: "= help: ").last)
    #expect(help.contains(row.says), "\(help)")
    var commands = help.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      .filter { $0.hasPrefix("git ") || $0.hasPrefix("read ") }
    if help.contains("already pushed") {
      #expect(commands == [])
      return
    }
    if let list = commands.first(where: { $0.contains("--contains") }) {
      #expect(try sh(list).text.contains("refs/heads/side"))
      return
    }

    // What must stay: every file but the secret, in every commit; the shape of the history; what is pushed; the local copy.
    let others =
      "git log --format=%T --topo-order HEAD | while read t; do git ls-tree -r $t | grep -vF \"$NAME\" | sort; done"
    let name = ["NAME": (row.path as NSString).lastPathComponent]
    let parents = "git log --topo-order --format='%s %P' HEAD | awk '{ print $1, NF }'"
    let count = "git rev-list --count HEAD"
    let before = try (
      sh(others, name).text, sh(parents).text, Int(sh(count).text.trimmingCharacters(in: .whitespacesAndNewlines))
    )
    let file = folder.url.appending(path: row.path)
    let local = try? String(contentsOf: file, encoding: .utf8)
    var added = 0
    func takeOut() throws {
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing(Self.token, with: "REMOVED").write(to: file, atomically: true, encoding: .utf8)
    }
    if commands.first?.hasPrefix("git add") == true { try takeOut() }
    if let read = commands.first, read.hasPrefix("read ") {
      // The value that the reader pastes.
      commands.removeFirst()
      commands[0] = "SECRET='\(Self.token)'; export SECRET; \(commands[0])"
    }
    for command in commands {
      // The reader marks the commit, and takes the secret out when git stops there.
      let marks = "sed -i '1s/^pick/edit/'"
      let isRewrite = command.contains("filter-branch")
      let run = try sh(isRewrite ? "cd '\(folder.path)'; \(command)" : command, ["GIT_SEQUENCE_EDITOR": marks])
      #expect(run.status == 0, "\(command): \(run.text)")
      if command.hasPrefix("git rebase -i") { try takeOut() }
      if command.hasPrefix("git rm ") {
        #expect(try sh("git commit -qm ignored").status == 0)
        added += 1
      }
    }
    let after = history()
    #expect(!after.contains("[\(rule)]"), "\(commands) \(after)")
    #expect(try sh("git log --all -p | grep -cF '\(Self.token)'").text == "0\n", "\(commands)")
    #expect(try sh("git status --porcelain").text == "", "\(commands)")
    #expect(
      try sh(
        "git merge-base --is-ancestor refs/remotes/origin/main HEAD || ! git rev-parse -q --verify refs/remotes/origin/main"
      ).status == 0
    )
    let now = try (
      sh(others, name).text, sh(parents).text, Int(sh(count).text.trimmingCharacters(in: .whitespacesAndNewlines))
    )
    #expect(now.2 == before.2.map { $0 + added }, "\(commands)")
    #expect(Set(now.0.split(separator: "\n")) == Set(before.0.split(separator: "\n")), "\(commands)")
    #expect(now.1.hasSuffix(before.1), "\(commands)")
    if row.secret == .file { #expect((try? String(contentsOf: file, encoding: .utf8)) == local) }
  }

  /// What `check` prints of a file that git tracks, from any folder.
  @Test(arguments: [".dev.vars", "a b/it's/.dev.vars", "routes/[id]/.dev.vars", ".wrangler/state/x"])
  func untracking(_ path: String) throws {
    let project = try GitProject()
    try project.write([path: "API_SECRET=\(Self.token)\n", "sub/a": ""])
    try project.git("--literal-pathspecs", "add", "-f", path)
    let report = project.check().output
    let command = try #require(report.components(separatedBy: "`").first { $0.hasPrefix("git rm ") }, "\(report)")
    let run = try ProgramRun(["sh", "-c", command], in: project.path + "/sub")
    #expect(run.status == 0, "\(run.text)")
    #expect(!(try project.git("ls-files").contains("vars\n")))
    #expect(FileManager.default.fileExists(atPath: "\(project.path)/\(path)"))
    #expect(!project.check().output.contains("git tracks"))
  }
}
