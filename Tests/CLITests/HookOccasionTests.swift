import Foundation
import TestSupport
import Testing

/// What `paddock hook run` looks at, in every way that git and hook frameworks call a hook: it never passes without having
/// looked, and a commit never answers for what others have recorded.
struct HookOccasionTests {
  enum Caller: String, CaseIterable, Sendable {
    case git
    case preCommit = "pre-commit"
    case prek

    var isInstalled: Bool { self == .git || Self.installed.contains(self) }

    private static let installed = Set(
      [preCommit, prek].filter { (try? ProgramRun([$0.rawValue, "--version"], in: "/"))?.status == 0 }
    )
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let situation: String
    /// Shell commands in a repository whose last commit, with a leak in `src/old.ts`, went past the hook.
    ///
    /// The hook is in place; `commit` makes a commit without it, and `leak FILE` writes a file with a token. The last
    /// command counts.
    ///
    /// The hook is in place; `commit` makes a commit without it, and `leak FILE` writes a file with a token. The last
    /// command counts. `$RUN` runs the hook by hand, with the options of the framework behind it, and `guard STAGE`
    /// installs it for another stage.
    let script: String
    /// The files with findings; empty: the hook lets everything through.
    let reports: [String]
    /// Frameworks hand on what git says; their rows are those that differ, or that tell whether they do.
    var callers: [Caller] = [.git]

    var testDescription: String { situation }
  }

  private static let all = Caller.allCases
  private static let frameworks: [Caller] = [.preCommit, .prek]

  static let rows: [Row] = [
    // A commit.
    Row(situation: "a commit", script: "leak a.ts; git add a.ts; git commit -m a", reports: ["a.ts"], callers: all),
    Row(situation: "a commit of harmless files", script: "echo 1 >a.ts; git add a.ts; git commit -m a", reports: []),
    Row(
      situation: "what is staged counts, not the work tree",
      script: "leak a.ts; git add a.ts; echo 1 >a.ts; git commit -m a",
      reports: ["a.ts"]
    ),
    Row(
      situation: "commit -a",
      script: "leak src/index.ts; git commit -a -m a",
      reports: ["src/index.ts"]
    ),
    Row(
      situation: "commit FILE, another file staged",
      script: "leak a.ts; git add a.ts; echo 1 >src/index.ts; git commit -m a src/index.ts",
      reports: []
    ),
    Row(
      situation: "commit FILE",
      script: "echo 1 >a.ts; git add a.ts; leak src/index.ts; git commit -m a src/index.ts",
      reports: ["src/index.ts"]
    ),
    Row(
      situation: "commit --amend adds",
      script: "leak a.ts; git add a.ts; git commit --amend -m a",
      reports: ["a.ts"]
    ),
    Row(situation: "commit --amend of the message", script: "git commit --amend -m a", reports: []),
    Row(situation: "an empty commit", script: "git commit --allow-empty -m a", reports: [], callers: all),
    Row(
      situation: "an empty commit over a work tree with a leak",
      script: "leak a.ts; git commit --allow-empty -m a",
      reports: []
    ),
    Row(
      situation: "a commit that only deletes the ignore file",
      script: "echo API_KEY=abc123def456 >.dev.vars; git rm -q --cached .gitignore; git commit -m a",
      reports: ["wrangler.jsonc"],
      callers: all
    ),
    Row(
      situation: "a cherry-pick that stopped",
      script: """
        git checkout -q -b side; leak src/index.ts; git commit -qnam side; git checkout -q main
        echo 2 >src/index.ts; git commit -qnam main; git cherry-pick side 2>/dev/null >&2
        git checkout -q --theirs src/index.ts; git add src/index.ts; git commit -m picked
        """,
      reports: ["src/index.ts"]
    ),
    Row(
      situation: "a revert that stopped",
      script: """
        leak src/index.ts; git commit -qnam leak; echo 1 >src/index.ts; git commit -qnam gone
        echo 2 >src/index.ts; git commit -qnam more; git revert HEAD~1 2>/dev/null >&2
        git checkout -q --theirs src/index.ts; git add src/index.ts; git commit -m reverted
        """,
      reports: ["src/index.ts"]
    ),
    Row(
      situation: "a merge that stopped, of what the other branch has",
      script: """
        git checkout -q -b side; leak b.ts; echo s >src/index.ts; git add -A; git commit -qnm side
        git checkout -q main; echo m >src/index.ts; git commit -qnam main; git merge side >/dev/null
        echo both >src/index.ts; git add -A; git commit -m merged
        """,
      reports: []
    ),
    Row(
      situation: "a merge that git commits itself, of what the other branch has",
      script: """
        guard pre-merge-commit
        git checkout -q -b side; leak b.ts; git add -A; git commit -qnm side
        git checkout -q main; echo m >src/index.ts; git commit -qnam main; git merge side -m merged
        """,
      reports: [],
      callers: all
    ),
    // By hand.
    Row(situation: "by hand, nothing staged", script: "$RUN", reports: ["src/old.ts"], callers: all),
    Row(
      situation: "by hand, nothing staged, a leak in the work tree",
      script: "leak src/index.ts; $RUN",
      reports: ["src/index.ts", "src/old.ts"]
    ),
    Row(
      situation: "by hand, something harmless staged",
      script: "echo 1 >a.ts; git add a.ts; $RUN",
      reports: []
    ),
    Row(
      situation: "by hand, a leak staged and taken out of the work tree",
      script: "leak a.ts; git add a.ts; echo 1 >a.ts; $RUN",
      reports: ["a.ts"]
    ),
    Row(
      situation: "a framework by hand, something staged",
      script: "leak a.ts; git add a.ts; echo 1 >a.ts; $RUN",
      reports: ["a.ts", "src/old.ts"],
      callers: frameworks
    ),
    Row(situation: "--all-files", script: "$RUN --all-files", reports: ["src/old.ts"], callers: frameworks),
    Row(
      situation: "--all-files, something harmless staged",
      script: "echo 1 >a.ts; git add a.ts; $RUN --all-files",
      reports: ["src/old.ts"],
      callers: frameworks
    ),
    Row(
      situation: "--all-files, a change that is not staged",
      script: "leak src/index.ts; $RUN --all-files",
      reports: ["src/index.ts", "src/old.ts"],
      callers: [.prek]
    ),
    Row(
      situation: "--all-files of a clean tree",
      script: "git rm -q src/old.ts; commit gone; $RUN --all-files",
      reports: [],
      callers: [.prek]
    ),
    // Ranges.
    Row(
      situation: "--from-ref, --to-ref",
      script: "leak a.ts; commit a; $RUN --from-ref HEAD~1 --to-ref HEAD",
      reports: ["a.ts"],
      callers: frameworks
    ),
    Row(
      situation: "--from-ref, --to-ref of a branch that is not checked out",
      script: "git checkout -q -b side; leak a.ts; commit a; git checkout -q main; $RUN --from-ref main --to-ref side",
      reports: ["a.ts"],
      callers: frameworks
    ),
    Row(
      situation: "--from-ref, --to-ref of harmless commits",
      script: "echo 1 >a.ts; commit a; $RUN --from-ref HEAD~1 --to-ref HEAD",
      reports: [],
      callers: [.prek]
    ),
    Row(
      situation: "--from-ref, --to-ref, what the base has got meanwhile",
      script: """
        git checkout -q -b side; echo 1 >a.ts; commit a; git checkout -q main; leak b.ts; commit b
        $RUN --from-ref main --to-ref side
        """,
      reports: [],
      callers: [.prek]
    ),
    Row(
      situation: "--from-ref, --to-ref, without a common ancestor",
      script: """
        git checkout -q --orphan side; git rm -qrf .; leak a.ts; cp /dev/null b.ts
        git show main:.pre-commit-config.yaml >.pre-commit-config.yaml; commit a
        $RUN --from-ref main --to-ref side
        """,
      reports: ["a.ts"],
      callers: [.prek]
    ),
    Row(
      situation: "an empty range",
      script: "$RUN --from-ref HEAD --to-ref HEAD",
      reports: ["src/old.ts"],
      callers: frameworks
    ),
    Row(
      situation: "pushing a new branch",
      script: "guard pre-push; git remote add origin remote.git; git init -q --bare remote.git; git push origin main",
      reports: ["src/old.ts"],
      callers: frameworks
    ),
    Row(
      situation: "pushing more",
      script: """
        git remote add origin remote.git; git init -q --bare remote.git; git push -q origin main; guard pre-push
        leak a.ts; commit a; git push origin main
        """,
      reports: ["a.ts"],
      callers: frameworks
    ),
    Row(
      situation: "pushing more of what is harmless",
      script: """
        git remote add origin remote.git; git init -q --bare remote.git; git push -q origin main; guard pre-push
        echo 1 >a.ts; commit a; git push origin main
        """,
      reports: [],
      callers: [.prek]
    ),
    Row(
      situation: "pushing a branch that is not checked out",
      script: """
        git remote add origin remote.git; git init -q --bare remote.git; git push -q origin main; guard pre-push
        git checkout -q -b side; leak a.ts; commit a; git checkout -q main; git push origin side
        """,
      reports: ["a.ts"],
      callers: frameworks
    ),
  ]

  private static func rows(for caller: Caller) -> [Row] { rows.filter { $0.callers.contains(caller) } }

  @Test(arguments: rows(for: .git))
  func git(_ row: Row) throws { try expect(row, of: .git) }

  @Test(
    .enabled(if: Caller.preCommit.isInstalled, "pre-commit is not installed; `pip install pre-commit` does it"),
    arguments: rows(for: .preCommit)
  )
  func preCommit(_ row: Row) throws { try expect(row, of: .preCommit) }

  @Test(
    .enabled(if: Caller.prek.isInstalled, "prek is not installed; `pip install prek` does it"),
    arguments: rows(for: .prek)
  )
  func prek(_ row: Row) throws { try expect(row, of: .prek) }

  private func expect(_ row: Row, of caller: Caller) throws {
    let project = try GitProject()
    try project.write(["src/old.ts": GitProject.leak("old"), ".gitignore": GitProject.ignores + "remote.git/\n"])
    if caller != .git {
      let hook = [
        "id: paddock", "name: paddock", "language: system", "entry: paddock hook run", "pass_filenames: false",
        "always_run: true", "stages: [pre-commit, pre-merge-commit, pre-push, manual]",
      ]
      try project.write([
        ".pre-commit-config.yaml": "repos:\n  - repo: local\n    hooks:\n      - "
          + hook.joined(separator: "\n        ") + "\n"
      ])
    }
    try project.commit("old leak")
    let name = caller.rawValue
    let guardStage =
      caller == .git
      ? "paddock hook install && { [ $1 = pre-commit ] || cp .git/hooks/pre-commit .git/hooks/$1; }"
      : "\(name) install -t $1"
    let setUp = """
      commit() { git add -A && git commit -qnm "$1"; }
      leak() { count=$((${count:-0} + 1)); printf 'const key = "sk_%s_%s%s";\n' live "$LEAK" "$count" >"$1"; }
      guard() { \(guardStage); } >/dev/null
      RUN='\(caller == .git ? "paddock hook run" : "\(name) run")'
      guard pre-commit

      """
    let programs = URL(filePath: try GitProject.program()).deletingLastPathComponent().path
    let cache = try TemporaryFolder()
    let run = try ProgramRun(
      ["sh", "-c", setUp + row.script],
      in: project.path,
      searchPath: [programs],
      environment: ["PRE_COMMIT_HOME": cache.path, "PREK_HOME": cache.path, "LEAK": Self.value]
    )
    // prek indents what a hook writes.
    let found = Set(
      run.text.split(separator: "\n").map { $0.drop { $0 == " " } }.compactMap { line -> String? in
        let parts = line.split(separator: ":", maxSplits: 3)
        let isFinding = parts.count == 4 && [" error[", " warning["].contains { parts[3].hasPrefix($0) }
        return isFinding ? String(parts[0]) : nil
      }
    )
    #expect(found.sorted() == row.reports, "\(caller.rawValue): \(run.text)")
    #expect((run.status == 0) == row.reports.isEmpty, "\(caller.rawValue): \(run.text)")
  }

  /// 23 characters; a count comes behind.
  private static let value = String(GitProject.leak("hook").dropFirst(21).prefix(23))
}
