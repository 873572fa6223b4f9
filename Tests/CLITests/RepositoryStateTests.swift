import Foundation
import Linter
import TestSupport
import Testing

/// Every mode in repositories in states that are rare, awkward or made to deceive.
struct RepositoryStateTests {
  /// What a mode says of a state.
  struct Outcome: Sendable {
    let arguments: [String]
    /// Where the leaks are, each as file and line.
    var leaks: [String] = []
    var status: Linter.ExitStatus?
    /// What the messages say.
    var words = ""

    static func check(_ leaks: String...) -> Outcome { Outcome(arguments: [], leaks: leaks) }
    static func staged(_ leaks: String...) -> Outcome { Outcome(arguments: ["--staged"], leaks: leaks) }
    static func diff(_ range: String, _ leaks: String...) -> Outcome {
      Outcome(arguments: ["--diff=\(range)"], leaks: leaks)
    }
    static func history(_ leaks: String...) -> Outcome { Outcome(arguments: ["--history"], leaks: leaks) }
    static func failure(_ arguments: String..., words: String) -> Outcome {
      Outcome(arguments: arguments, status: .failure, words: words)
    }
  }

  struct State: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Makes it, in a project with one commit; `leak NAME` writes a leak to a file, `commit` records everything.
    let script: String
    /// The folder that is checked.
    var folder = ""
    let outcomes: [Outcome]
  }

  private static let functions = """
    set -e
    leak() { mkdir -p "$(dirname "$1")"; eval "printf '%s\\n' \\"\\$LEAK$((n = n + 1))\\"" >>"$1"; }
    commit() { git add -A; git commit -q -m "${1:-more}"; }
    n=0

    """

  private func leaks(_ output: String) -> [String] {
    output.split(separator: "\n").filter { $0.contains("[\(GitProject.leakRule)]") }.map { line in
      line.split(separator: ":").prefix(2).joined(separator: ":")
    }
  }

  @Test(arguments: states + stopped + hostile)
  func everyModeCopes(_ state: State) throws {
    let project = try GitProject()
    var environment: [String: String] = [:]
    for number in 1...9 {
      environment["LEAK\(number)"] = GitProject.leak("\(number)").trimmingCharacters(in: .newlines)
    }
    let made = try ProgramRun(["sh", "-c", Self.functions + state.script], in: project.path, environment: environment)
    #expect(made.status == 0, "\(made.text)")
    let program = try GitProject.program()
    let folder = state.folder.isEmpty ? project.path : "\(project.path)/\(state.folder)"
    for outcome in state.outcomes {
      let run = try ProgramRun(
        [program, "check", "--no-progress"] + outcome.arguments,
        in: folder,
        environment: ["HOME": "/nowhere"]
      )
      let expected = outcome.status ?? (outcome.leaks.isEmpty ? .clean : .findings)
      #expect(leaks(run.text).sorted() == outcome.leaks.sorted(), "\(outcome.arguments) \(run.text)")
      #expect(run.status == expected.rawValue, "\(outcome.arguments) \(run.text)")
      #expect(outcome.words.isEmpty || run.text.contains(outcome.words), "\(outcome.arguments) \(run.text)")
    }
  }

  // MARK: Shapes of repositories

  static let states: [State] = [
    State(
      testDescription: "a work tree of a bare repository",
      script: """
        git clone -q --bare . bare.git; git -C bare.git worktree add -q ../tree main; cd tree
        leak a.ts; commit; leak b.ts; git add -A
        """,
      folder: "tree",
      outcomes: [.check("a.ts:1", "b.ts:1"), .staged("b.ts:1"), .diff("HEAD~1", "a.ts:1"), .history("a.ts:1")]
    ),
    State(
      testDescription: "a submodule, and a repository within the work tree",
      script: """
        git init -q -b main lib; (cd lib; leak lib.ts; commit); git -C lib worktree list >/dev/null
        git init -q -b main inner; (cd inner; leak inner.ts; commit)
        git -c advice.addEmbeddedRepo=false add -A; git commit -q -m modules; leak src/a.ts; commit
        """,
      outcomes: [
        .check("inner/inner.ts:1", "lib/lib.ts:1", "src/a.ts:1"), .staged(), .diff("HEAD~1", "src/a.ts:1"),
        .history("src/a.ts:1"),
      ]
    ),
    State(
      testDescription: "a sparse index",
      script: """
        leak a/x.ts; leak b/x.ts; commit; git sparse-checkout init --cone --sparse-index; git sparse-checkout set a
        leak a/new.ts; git add a
        """,
      outcomes: [
        .check("a/x.ts:1", "a/new.ts:1"), .staged("a/new.ts:1"), .diff("HEAD~1", "a/x.ts:1", "b/x.ts:1"),
        .history("a/x.ts:1", "b/x.ts:1"),
      ]
    ),
    State(
      testDescription: "a split index",
      script: "git update-index --split-index; leak a.ts; commit; leak b.ts; git add -A",
      outcomes: [.check("a.ts:1", "b.ts:1"), .staged("b.ts:1"), .diff("HEAD~1", "a.ts:1"), .history("a.ts:1")]
    ),
    State(
      testDescription: "objects in another repository",
      script: "leak a.ts; commit; git clone -q -s . copy; cd copy; leak b.ts; commit",
      folder: "copy",
      outcomes: [.check("a.ts:1", "b.ts:1"), .staged(), .diff("HEAD~1", "b.ts:1"), .history("a.ts:1", "b.ts:1")]
    ),
    State(
      testDescription: "a work tree elsewhere",
      script: """
        mkdir other; cp -r src .gitignore wrangler.jsonc other; git config core.worktree "$PWD/other"
        leak other/z.ts; git add -A
        """,
      outcomes: [.staged("z.ts:1"), .history()]
    ),
    State(
      testDescription: "settings in capitals",
      script: #"printf '[CORE]\n\tBARE = false\n\tREPOSITORYFORMATVERSION = 0\n' >.git/config; leak a.ts; commit"#,
      outcomes: [.check("a.ts:1"), .staged(), .diff("HEAD~1", "a.ts:1"), .history("a.ts:1")]
    ),
    State(
      testDescription: "10,000 branches",
      script: """
        leak a.ts; commit; head=$(git rev-parse HEAD)
        i=0; while [ $i -lt 10000 ]; do i=$((i+1)); echo "create refs/remotes/origin/b$i $head"; done | git update-ref --stdin
        """,
      outcomes: [.check("a.ts:1"), .staged(), .diff("HEAD~1", "a.ts:1"), .history("a.ts:1")]
    ),
    State(
      testDescription: "a merge of four branches",
      script: """
        for b in x y z; do git checkout -q -b $b main; leak $b.ts; commit; done
        git checkout -q main; echo 1 >f; commit; git merge -q x y z -m merge
        """,
      outcomes: [
        .check("x.ts:1", "y.ts:1", "z.ts:1"), .staged(), .diff("HEAD^1..HEAD", "x.ts:1", "y.ts:1", "z.ts:1"),
        .history("x.ts:1", "y.ts:1", "z.ts:1"),
      ]
    ),
    State(
      testDescription: "a path of almost 4,096 bytes",
      script: """
        d=$(printf 'd%.0s' $(seq 200)); p=$d; for i in $(seq 17); do p=$p/$d; done
        leak $p/a.ts; git add -A; git commit -q -m long; git mv $p/a.ts a.ts; git commit -q -m move
        """,
      outcomes: [.check("a.ts:1"), .diff("HEAD~1"), .diff("HEAD~2", "a.ts:1")]
    ),
    State(
      testDescription: "tags of a file and a folder, notes, and a stash with files that git did not know",
      script: """
        leak note; git notes add -F note; rm note; git tag file HEAD:src/index.ts; git tag -a -m m folder 'HEAD^{tree}'
        leak src/index.ts; leak new.ts; git stash -q -u
        """,
      outcomes: [
        .check(), .diff("HEAD~0"),
        Outcome(
          arguments: ["--history", "--format", "github"],
          status: .findings,
          words: "refs/tags/folder names a file or folder and no commit"
        ),
      ]
    ),
  ]

  // MARK: In the middle of something

  static let stopped: [State] = [
    State(
      testDescription: "no commit yet",
      script: "rm -rf .git; git init -q -b main; leak a.ts; git add -A",
      outcomes: [
        .check("a.ts:1"), .staged("a.ts:1"), .failure("--diff=HEAD", words: "`HEAD` names no commit"),
        Outcome(arguments: ["--history"], words: "the repository has no commits here"),
      ]
    ),
    State(
      testDescription: "a rebase that has stopped",
      script: """
        leak src/a.ts; commit; git checkout -q -b topic HEAD~1; echo other >src/a.ts; commit; ! git rebase main 2>/dev/null
        """,
      outcomes: [
        .check("src/a.ts:2"), .failure("--staged", words: "a merge has left a conflict here"),
        .diff("HEAD~1", "src/a.ts:1"), .history("src/a.ts:1"),
      ]
    ),
    State(
      testDescription: "a cherry-pick that has stopped",
      script: """
        echo 1 >a.ts; commit; git checkout -q -b topic HEAD~1; leak a.ts; commit; git checkout -q main
        ! git cherry-pick topic 2>/dev/null
        """,
      outcomes: [
        .check("a.ts:4"), .failure("--staged", words: "a merge has left a conflict here"), .diff("HEAD~1"),
        .history("a.ts:1"),
      ]
    ),
    State(
      testDescription: "a bisection",
      script: "for i in 1 2 3 4; do leak $i.ts; commit; done; git bisect start HEAD HEAD~4 >/dev/null",
      outcomes: [
        .check("1.ts:1", "2.ts:1"), .staged(), .diff("main~1..main", "4.ts:1"),
        .history("1.ts:1", "2.ts:1", "3.ts:1", "4.ts:1"),
      ]
    ),
    State(
      testDescription: "an index that somebody has locked, in a repository that nobody may write to",
      script: "leak a.ts; commit; leak b.ts; git add -A; touch .git/index.lock; chmod -R a-w .git",
      outcomes: [.check("a.ts:1", "b.ts:1"), .staged("b.ts:1"), .diff("HEAD~1", "a.ts:1"), .history("a.ts:1")]
    ),
    State(
      testDescription: "files whose changes git is not to see",
      script: """
        leak a.ts; leak b.ts; commit; git update-index --assume-unchanged a.ts; git update-index --skip-worktree b.ts
        echo ok >a.ts; rm b.ts
        """,
      outcomes: [.check(), .staged(), .diff("HEAD~1", "a.ts:1", "b.ts:1"), .history("a.ts:1", "b.ts:1")]
    ),
    State(
      testDescription: "a moved file with other line ends",
      script: #"""
        printf 'a\r\nb\r\nc\r\nd\r\n' >a.ts; leak a.ts; commit; git mv a.ts b.ts; printf 'new\r\n' >>b.ts; commit
        tr -d '\r' <b.ts >c; mv c b.ts; leak b.ts; commit
        """#,
      outcomes: [.diff("HEAD~1", "b.ts:7"), .diff("HEAD~2..HEAD~1"), .diff("HEAD~3...HEAD", "b.ts:5", "b.ts:7")]
    ),
    State(
      testDescription: "ranges of all kinds",
      script: "leak a.ts; commit; git tag -a -m t v1 HEAD~1; git branch old HEAD~1",
      outcomes: [
        .diff("v1", "a.ts:1"), .diff("v1..", "a.ts:1"), .diff("old...main", "a.ts:1"), .diff("HEAD^{/first}", "a.ts:1"),
        .diff("main..old"), .diff("HEAD..."), .diff("HEAD..HEAD"),
        .failure("--diff", "", words: "compares HEAD with itself"),
        .failure("--diff=...", words: "compares HEAD with itself"),
        .failure("--diff=..HEAD", words: "compares HEAD with itself"),
        .failure("--diff=HEAD:src", words: "names no commit"), .failure("--diff=--all", words: "names no commit"),
        .failure("--diff=HEAD^!", words: "names no commit"), .failure("--diff=main\nx", words: #"`main\x0ax` names"#),
        .failure("--history", "", words: "names no commit"),
        .failure("--history", "--", "--all", words: "names no commit"),
        Outcome(arguments: ["--history", "HEAD^!"], leaks: ["a.ts:1"]),
        Outcome(arguments: ["--history", "v1..HEAD"], leaks: ["a.ts:1"]),
        Outcome(arguments: ["--history", "HEAD^@"]),
      ]
    ),
  ]

  // MARK: Made to deceive

  static let hostile: [State] = [
    State(
      testDescription: "replaced commits and grafts that leave out the past",
      script: """
        leak a.ts; commit; echo ok >a.ts; commit; git rev-parse HEAD >.git/info/grafts; git replace --graft HEAD 2>/dev/null
        """,
      outcomes: [.check(), .staged(), .diff("HEAD~2..HEAD~1", "a.ts:1"), .history("a.ts:1")]
    ),
    State(
      testDescription: "links in circles, pipes and sockets in place of files",
      script: """
        ln -s . loop; ln -s b a; ln -s a b; ln -s /etc/passwd out; ln -s nowhere dangling; mkfifo pipe src/.dev.vars
        mkfifo src/wrangler.toml; python3 -c "import socket; socket.socket(socket.AF_UNIX).bind('s')" || :
        leak src/a.ts; git add -A; mkfifo src/.gitignore
        """,
      outcomes: [
        Outcome(
          arguments: [],
          leaks: ["src/a.ts:1"],
          status: .failure,
          words: "src/.dev.vars: it is not a regular file, and was not searched"
        ), .staged("src/a.ts:1"), .history(),
      ]
    ),
    State(
      testDescription: "a pipe in place of the ignore file of git",
      script: "leak src/a.ts; commit; rm .git/info/exclude; mkfifo .git/info/exclude",
      outcomes: [.check("src/a.ts:1")]
    ),
    State(
      testDescription: "a pipe in place of .git",
      script: "mkdir alone; leak alone/a.ts; mkfifo alone/.git",
      folder: "alone",
      outcomes: [.check("a.ts:1")]
    ),
    State(
      testDescription: "a .git that leads nowhere",
      script: "mkdir alone; leak alone/a.ts; echo 'gitdir: /nowhere' >alone/.git",
      folder: "alone",
      outcomes: [.check("a.ts:1")]
    ),
    State(
      testDescription: "an index that is none",
      script: "leak a.ts; commit; echo nonsense >.git/index",
      outcomes: [
        .failure(words: "`git ls-files` failed"), .failure("--staged", words: "`git diff-index` failed"),
        .history("a.ts:1"),
      ]
    ),
    State(
      testDescription: "an index that is gone",
      script: "leak a.ts; commit; rm .git/index",
      outcomes: [.check("a.ts:1"), .staged(), .diff("HEAD~1", "a.ts:1"), .history("a.ts:1")]
    ),
    State(
      testDescription: "a HEAD that is none",
      script: "leak a.ts; commit; : >.git/HEAD",
      outcomes: [
        .failure(words: "not a git repository"), .failure("--staged", words: "not a git repository"),
        .failure("--history", words: "not a git repository"),
      ]
    ),
  ]
}
