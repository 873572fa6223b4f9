import Foundation
import TestSupport
import Testing

/// Every command, when what it prints goes nowhere: nobody may take silence for an answer.
struct StandardStreamTests {
  /// Words after `paddock`, each of which prints something to standard output.
  static let commands: [String] =
    ["text", "json", "sarif", "github", "gitlab", "junit", "html"].map { "check --format \($0)" } + [
      "check -o json:/dev/stdout", "check -o json:/proc/self/fd/1", "ready --format json --allow-unknown", "ready",
      "rules", "rules --format json", "rules --format markdown", "rules test rule.toml", "explain vars/secret-value",
      "explain src/index.ts:1", "state plan -- 'secret put A'", "state show state.json",
      "state diff state.json state.json",
      "state capture --worker api --secret-list secrets.txt -o -", "baseline create", "baseline stats",
      "baseline prune", "--help", "--version", "check --help", "help state plan", "--generate-completion-script bash",
    ]

  /// One for each way in which a command can write.
  static let fewCommands = ["check", "check --format html", "rules", "state show state.json", "--help", "--version"]

  private static let files = [
    "a.ts": "x // paddock:ignore token -- old\n",
    "state.json": SavedWorkers.file(["api": SavedWorkers.worker("A")]),
    "secrets.txt": #"[{ "name": "API_KEY", "type": "secret_text" }]"#, "rule.toml": ExitStatusTests.userRule(),
    "paddock.baseline": "",
  ]

  /// What a run says on standard error; the script keeps everything else away.
  private static func errors(of command: String, _ redirection: String) throws -> ShellRun {
    try ShellRun("exec 3>&1; eval \"\\\"\\$P\\\" $1\" 2>&3 3>&- \(redirection)", files: files, arguments: [command])
  }

  @Test(arguments: commands)
  func fullDeviceIsStatus2(_ command: String) throws {
    let run = try Self.errors(of: command, ">/dev/full")
    #expect(run.status == 2, "\(run.text)")
    #expect(run.text.contains("paddock: standard output cannot be written: No space left on device\n"), "\(run.text)")
  }

  @Test(arguments: fewCommands)
  func closedStreamIsStatus2(_ command: String) throws {
    let run = try Self.errors(of: command, ">&-")
    #expect(run.status == 2, "\(run.text)")
    #expect(run.text.contains("paddock: standard output cannot be written: Bad file descriptor\n"), "\(run.text)")
  }

  /// A reader such as `head` that has seen enough gets no complaint.
  @Test(arguments: fewCommands)
  func readerThatIsGoneIsStatus2WithoutAWord(_ command: String) throws {
    let run = try ShellRun(
      """
      { while [ ! -e gone ]; do sleep 0.01; done; eval "\\"\\$P\\" $1" 2>errors; echo $? >status; } |
        { exec <&-; : >gone; }
      cat status; grep -v '^paddock: note' errors | grep '^paddock: '
      """,
      files: Self.files,
      arguments: [command]
    )
    #expect(run.text == "2\n")
  }

  /// A situation, the script, and what it prints.
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let script: String
    var files: [String: String] = [:]
    let text: String
  }

  static let rows: [Row] = [
    Row(
      testDescription: "a message that cannot be written",
      script: #""$P" nowhere 2>/dev/full; echo $?"#,
      text: "2\n"
    ),
    Row(
      testDescription: "a note that cannot be written",
      script: #""$P" --quiet 2>/dev/full; echo $?; "$P" >/dev/null 2>/dev/full; echo $?"#,
      files: [
        "paddock.toml": "rules = [\"gl.toml\"]\n", "gl.toml": "[[rules]]\nid = 'x'\nregex = 'acme_[a-z]{9}'\n",
      ],
      text: "0\n2\n"
    ),
    Row(
      testDescription: "a closed stream takes no file that is opened later",
      script: #""$P" -o r.json --format text >&- 2>/dev/null; echo $?; grep -c Checked r.json"#,
      text: "2\n0\n"
    ),
    Row(
      testDescription: "all streams closed",
      script: #""$P" -o r.json <&- >&- 2>&-; echo $?; grep -c schemaVersion r.json"#,
      text: "0\n1\n"
    ),
    Row(
      testDescription: "standard output by its name goes on where the shell was",
      script: #"(echo before; "$P" -o json:/dev/stdout; echo after) >all; sed -n '1p;2p;$p' all"#,
      text: "before\n{\nafter\n"
    ),
    Row(
      testDescription: "an open file goes on where it was",
      script: #"exec 3>all; echo before >&3; "$P" -o json:/proc/self/fd/3; echo after >&3; sed -n '1p;2p;$p' all"#,
      text: "before\n{\nafter\n"
    ),
    Row(
      testDescription: "a link to an open file",
      script: #"ln -s /dev/fd link; exec 3>all; echo a >&3; "$P" -o json:link/3; echo z >&3; sed -n '1p;2p;$p' all"#,
      text: "a\n{\nz\n"
    ),
    Row(
      testDescription: "standard error by its name",
      script: #""$P" -o json:/dev/stderr 2>all; echo $?; head -1 all"#,
      text: "0\n{\n"
    ),
    Row(
      testDescription: "a report to the file that standard output goes to",
      script: #""$P" -o r.json --format text >r.json; echo $?; wc -c <r.json"#,
      text: "paddock: --output r.json: standard output goes into the same file; name two files\n2\n0\n"
    ),
    Row(
      testDescription: "a file that may not grow",
      script: #"(ulimit -f 0; "$P" -o r.json; "$P" -o new.json); echo $?; cat r.json; ls -A | grep -e new -e '^\.'"#,
      files: ["r.json": "old\n"],
      text: """
        paddock: r.json: the report cannot be written there: File too large
        paddock: new.json: the report cannot be written there: File too large
        2
        old

        """
    ),
    Row(
      testDescription: "standard output that may not grow",
      script: #"(ulimit -f 0; "$P" --format json >out); echo $?; wc -c <out"#,
      text: "paddock: standard output cannot be written: File too large\n2\n0\n"
    ),
    Row(
      testDescription: "a summary that may not grow",
      script:
        #"export GITHUB_STEP_SUMMARY=summary; (ulimit -f 1; "$P" --format github); echo $?; grep -c . summary"#,
      files: ["summary": String(repeating: "x\n", count: 255)],
      text: "paddock: summary: the job summary cannot be written there: File too large\n2\n255\n"
    ),
  ]

  @Test(arguments: rows)
  func streamsAreWhatTheShellMadeThem(_ row: Row) throws {
    let run = try ShellRun(row.script, files: row.files)
    #expect(run.text == row.text)
  }
}
