import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// Of a merge, only what it adds itself is reported: what differs from every side.
struct MergeTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let situation: String
    /// Shell commands in a repository with one commit, on `main`; `leak FILE` appends a line with a token that differs from
    /// all others, `commit` records everything, and `side NAME` starts a branch at `main`.
    let script: String
    /// What `--staged` reports: places and rules.
    let reports: [String]
    var arguments = ["--staged"]

    var testDescription: String { situation }
  }

  static let token = GitProject.leakRule

  static let rows: [Row] = [
    Row(
      situation: "a file that the other side adds",
      script: "side a; leak b.ts; commit; git checkout -q main; echo 1 >c.ts; commit; git merge -q --no-commit a",
      reports: []
    ),
    Row(
      situation: "a file that the other side changes",
      script: "side a; leak src/index.ts; commit; main; git merge -q --no-commit a",
      reports: []
    ),
    Row(
      situation: "a file that the other side changes, and nothing happened here",
      script: "side a; leak src/index.ts; commit; git checkout -q main; git merge -q --no-commit --no-ff a",
      reports: []
    ),
    Row(
      situation: "what is staged on top, in a new file",
      script: "side a; leak b.ts; commit; main; git merge -q --no-commit a; leak d.ts; git add d.ts",
      reports: ["d.ts:1 \(token)"]
    ),
    Row(
      situation: "what is staged on top, in a file of the other side",
      script: "side a; leak b.ts; commit; main; git merge -q --no-commit a; leak b.ts; git add b.ts",
      reports: ["b.ts:2 \(token)"]
    ),
    Row(
      situation: "what is staged on top, in a file that nobody changed",
      script: "side a; leak b.ts; commit; main; git merge -q --no-commit a; leak src/index.ts; git add src/index.ts",
      reports: ["src/index.ts:2 \(token)"]
    ),
    Row(
      situation: "a conflict, resolved for the other side",
      script: """
        side a; leak src/index.ts; commit; git checkout -q main; echo m >>src/index.ts; commit; git merge -q a
        git checkout -q --theirs src/index.ts; git add -A
        """,
      reports: []
    ),
    Row(
      situation: "a conflict, resolved with the lines of both",
      script: """
        side a; leak src/index.ts; commit; git checkout -q main; leak src/index.ts; commit; git merge -q a
        grep -v '^[<=>]' src/index.ts >both; mv both src/index.ts; git add -A
        """,
      reports: []
    ),
    Row(
      situation: "a conflict, resolved with a line of nobody",
      script: """
        side a; leak src/index.ts; commit; git checkout -q main; leak src/index.ts; commit; git merge -q a
        grep -v '^[<=>]' src/index.ts >both; mv both src/index.ts; leak src/index.ts; git add -A
        """,
      reports: ["src/index.ts:4 \(token)"]
    ),
    Row(
      situation: "a line that the merge writes anew",
      script: """
        side a; leak src/index.ts; commit; git checkout -q main; echo m >>src/index.ts; commit; git merge -q a
        git checkout -q --theirs src/index.ts; sed s/const/let/ src/index.ts >new; mv new src/index.ts; git add -A
        """,
      reports: ["src/index.ts:2 \(token)"]
    ),
    Row(
      situation: "a conflict that is left",
      script: "side a; leak src/index.ts; commit; git checkout -q main; echo m >>src/index.ts; commit; git merge -q a",
      reports: ["status 2"]
    ),
    Row(
      situation: "an octopus",
      script: """
        side a; leak a.ts; commit; side b; leak b.ts; commit; main
        git merge -q --no-commit a b
        """,
      reports: []
    ),
    Row(
      situation: "an octopus with a file of its own",
      script: """
        side a; leak a.ts; commit; side b; leak b.ts; commit; main
        git merge -q --no-commit a b; leak d.ts; leak b.ts; git add -A
        """,
      reports: ["b.ts:2 \(token)", "d.ts:1 \(token)"]
    ),
    Row(
      situation: "a file moved here and changed there",
      script: """
        seq 40 >src/long.ts; commit; side a; leak src/long.ts; commit; git checkout -q main; git mv src/long.ts lib.ts
        commit; git merge -q --no-commit a
        """,
      reports: []
    ),
    Row(
      situation: "a file moved there and changed here",
      script: """
        seq 40 >src/long.ts; commit; side a; git mv src/long.ts lib.ts; commit; git checkout -q main; leak src/long.ts
        commit; git merge -q --no-commit a
        """,
      reports: []
    ),
    Row(
      situation: "a file that the other side deletes",
      script: """
        leak old.ts; commit; side a; git rm -q old.ts; commit; main; git merge -q --no-commit a
        """,
      reports: []
    ),
    Row(
      situation: "an ours merge",
      script: "side a; leak b.ts; commit; main; git merge -q --no-commit -s ours a",
      reports: []
    ),
    Row(
      situation: "a squash, which is no merge",
      script: "side a; leak b.ts; commit; main; git merge -q --squash a",
      reports: ["b.ts:1 \(token)"]
    ),
    Row(
      situation: "a cherry-pick, which is no merge",
      script: "side a; leak b.ts; commit; main; git cherry-pick -n a",
      reports: ["b.ts:1 \(token)"]
    ),
    Row(
      situation: "a patch that stopped, which is no merge",
      script: """
        side a; leak src/index.ts; commit; git format-patch -q -1; git checkout -q main; echo m >>src/index.ts; commit
        git am -q -3 *.patch; git checkout -q --theirs src/index.ts; rm *.patch; git add -A
        """,
      reports: ["src/index.ts:2 \(token)"]
    ),
    Row(
      situation: "the state of the project on the other side",
      script: "side a; git rm -q .gitignore; commit; main; git merge -q --no-commit a",
      reports: []
    ),
    Row(
      situation: "the state of the project here",
      script: "git rm -q .gitignore; commit; side a; echo 1 >a.ts; commit; main; git merge -q --no-commit a",
      reports: []
    ),
    Row(
      situation: "a configuration that the other side has made wrong",
      script: """
        side a; echo '{ "name": "shop", "vars": { "DB_PASSWORD": "" }, "vras": {} }' >wrangler.jsonc; commit; main
        git merge -q --no-commit a
        """,
      reports: []
    ),
    Row(
      situation: "a secret file that the other side tracks",
      script: """
        side a; echo API_SECRET=abc >.dev.vars; git add -f .dev.vars; commit; main; git merge -q --no-commit a
        """,
      reports: []
    ),
    Row(
      situation: "a secret file that the merge adds",
      script: """
        side a; echo 1 >a.ts; commit; main; git merge -q --no-commit a
        echo API_SECRET=abc >.dev.vars; git add -f .dev.vars
        """,
      reports: [".dev.vars:1 git/secret-file-tracked"]
    ),
    Row(
      situation: "two sides that are wrong together only",
      script: """
        echo '{ "name": "shop", "assets": { "directory": "public" } }' >wrangler.jsonc; commit
        side a; mkdir public site; echo API_SECRET=abc >site/.env; git add -f site/.env; commit
        git checkout -q main; echo '{ "name": "shop", "assets": { "directory": "site" } }' >wrangler.jsonc
        commit; git merge -q --no-commit a
        """,
      reports: ["site/.env:1 assets/secret-file"]
    ),
    // Ranges over merges.
    Row(
      situation: "a range over a merge of its base",
      script: """
        side a; echo 1 >a.ts; commit; git checkout -q main; leak b.ts; commit; git checkout -q a; git merge -q main -m m
        """,
      reports: [],
      arguments: ["--diff", "main"]
    ),
    Row(
      situation: "a range over a merge of its base that adds something",
      script: """
        side a; echo 1 >a.ts; commit; git checkout -q main; leak b.ts; commit; git checkout -q a
        git merge -q --no-commit main; leak b.ts; git add -A; git commit -qm m
        """,
      reports: ["b.ts:2 \(token)"],
      arguments: ["--diff", "main"]
    ),
    Row(
      situation: "a range over a merge of a third branch",
      script: """
        side c; leak c.ts; commit; side a; echo 1 >a.ts; commit; git merge -q c -m m
        """,
      reports: ["c.ts:1 \(token)"],
      arguments: ["--diff", "main"]
    ),
    Row(
      situation: "a range between branches that have merged each other",
      script: """
        side a; leak a.ts; commit; git checkout -q main; leak m.ts; commit; git tag one; git checkout -q a; git tag two
        git merge -q one -m a; git checkout -q main; git merge -q two -m m; git checkout -q a; leak n.ts; commit
        """,
      reports: ["n.ts:1 \(token)"],
      arguments: ["--diff", "main...a"]
    ),
    Row(
      situation: "everything that a commit has",
      script: "leak a.ts; commit; leak b.ts; commit",
      reports: ["a.ts:1 \(token)", "b.ts:1 \(token)"],
      arguments: ["--diff", "4b825dc642cb6eb9a060e54bf8d69288fbee4904..HEAD"]
    ),
  ]

  @Test(arguments: rows)
  func reportsWhatTheMergeAdds(_ row: Row) throws {
    let project = try GitProject()
    let setUp = """
      commit() { git add -A && git commit -qm "$(git write-tree)"; }
      side() { git checkout -q -b "$1" main; }
      main() { git checkout -q main; echo main >main.ts; commit; }
      leak() { count=$((${count:-0} + 1)); printf 'const key = "sk_%s_%s%s";\n' live "$LEAK" "$count" >>"$1"; }

      """
    let value = String(GitProject.leak("merge").dropFirst(21).prefix(23))
    _ = try ProgramRun(["sh", "-c", setUp + row.script], in: project.path, environment: ["LEAK": value])
    let run = project.check(["--ignore", "git/wrangler-dir"] + row.arguments)
    var found = run.output.replacing(project.path + "/", with: "").split(separator: "\n").compactMap {
      line -> String? in
      let parts = line.split(separator: ":", maxSplits: 3)
      guard parts.count == 4, let start = parts[3].firstIndex(of: "["),
        [" error", " warning"].contains(String(parts[3][..<start]))
      else { return nil }
      return "\(parts[0]):\(parts[1]) \(parts[3][start...].dropFirst().prefix { $0 != "]" })"
    }
    if run.status == .failure { found = ["status 2"] }
    #expect(found.sorted() == row.reports, "\(run.output)\(run.errors)")
  }
}
