import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// The exit status is a contract: each row is a situation, the status it ends with, and words the user reads.
struct ExitStatusTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let situation: String
    var files: [String: String] = [:]
    /// `@` stands for the folder with the files.
    let arguments: [String]
    var environment: [String: String] = [:]
    let status: Linter.ExitStatus
    var output: String?
    var errors: String?

    var testDescription: String { situation }
  }

  static let worker = #"{ "name": "api", "main": "src/index.ts" }"#
  static let clean = ["wrangler.json": worker, "src/index.ts": "export default {};\n"]
  /// One warning: the comment hides nothing.
  static let warned = ["wrangler.json": worker, "a.ts": "x // paddock:ignore token -- old\n"]

  /// A file with one rule; its lines are those that the errors name.
  static func userRule(
    id: String = "acme/key",
    anchors: String = "\"acme_\"",
    pattern: String = "acme_[a-z0-9]{12};",
    match: String = "«acme_{alnum-lower:12};»"
  ) -> String {
    """
    [[rule]]
    id = "\(id)"
    title = "Acme key"
    help = "Revoke it."
    anchors = [\(anchors)]
    pattern = '\(pattern)'
    match = ['\(match)']

    """
  }

  static let rows: [Row] = [
    Row(
      situation: "a clean project",
      files: clean,
      arguments: ["check", "@"],
      status: .clean,
      output: "no problems found"
    ),
    Row(situation: "check is the default", files: clean, arguments: ["@"], status: .clean, output: "no problems found"),
    Row(situation: "an empty folder", arguments: ["check", "@"], status: .failure, output: "nothing was searched"),
    Row(situation: "a warning", files: warned, arguments: ["check", "@"], status: .findings, output: "1 warning"),
    Row(
      situation: "a warning with --fail-on error",
      files: warned,
      arguments: ["check", "@", "--fail-on", "error"],
      status: .clean,
      output: "1 warning"
    ),
    Row(
      situation: "a warning with PADDOCK_FAIL_ON=never",
      files: warned,
      arguments: ["check", "@"],
      environment: ["PADDOCK_FAIL_ON": "never"],
      status: .clean,
      output: "1 warning"
    ),
    Row(
      situation: "a flag beats the variable",
      files: warned,
      arguments: ["check", "@", "--fail-on", "warning"],
      environment: ["PADDOCK_FAIL_ON": "never"],
      status: .findings
    ),
    Row(
      situation: "a warning in every format: JSON",
      files: warned,
      arguments: ["check", "@", "--format", "json"],
      status: .findings,
      output: "\"warning\" : 1"
    ),
    Row(
      situation: "a warning in every format: SARIF",
      files: warned,
      arguments: ["check", "@", "--format", "sarif"],
      status: .findings,
      output: "\"exitCode\" : 1"
    ),
    Row(
      situation: "a warning in every format: GitHub",
      files: warned,
      arguments: ["check", "@", "--format", "github"],
      status: .findings,
      output: "::warning "
    ),
    Row(
      situation: "a finding of a rule left out",
      files: warned,
      arguments: ["check", "@", "--ignore", "config/unused-ignore"],
      status: .clean
    ),
    Row(
      situation: "a missing path",
      arguments: ["check", "@/nowhere"],
      status: .failure,
      errors: "nowhere: no such file or folder"
    ),
    Row(situation: "an unknown option", arguments: ["check", "--nope"], status: .failure, errors: "Unknown option"),
    Row(
      situation: "an unknown format",
      arguments: ["check", "@", "--format", "yaml"],
      status: .failure,
      errors: "yaml"
    ),
    Row(
      situation: "an unknown format in a variable",
      arguments: ["check", "@"],
      environment: ["PADDOCK_FORMAT": "yaml"],
      status: .failure,
      errors: "PADDOCK_FORMAT is \"yaml\""
    ),
    Row(
      situation: "an unknown rule",
      files: clean,
      arguments: ["check", "@", "--select", "config/unused-ignor"],
      status: .failure,
      errors: "did you mean `config/unused-ignore`?"
    ),
    Row(
      situation: "a bad number of jobs",
      arguments: ["check", "@", "-j", "0"],
      status: .failure,
      errors: "--jobs"
    ),
    Row(
      situation: "settings with an unknown key",
      files: ["paddock.toml": "selct = []\n"],
      arguments: ["check", "@"],
      status: .failure,
      errors: "paddock.toml:1:1: unknown key `selct` in paddock.toml; did you mean `select`?"
    ),
    Row(
      situation: "settings that are no TOML",
      files: ["paddock.toml": "select = [\n"],
      arguments: ["check", "@"],
      status: .failure,
      errors: "paddock.toml:"
    ),
    Row(
      situation: "settings that are not there",
      files: clean,
      arguments: ["check", "@", "--config", "@/none.toml"],
      status: .failure,
      errors: "none.toml: no such file or folder"
    ),
    Row(
      situation: "settings with a bad rule file",
      files: ["paddock.toml": "rules = [\"my.toml\"]\n", "my.toml": "[[rule]]\nid = \"acme/key\"\n"],
      arguments: ["check", "@"],
      status: .failure,
      errors: "my.toml:1:1: rule `acme/key` needs a `title`"
    ),
    Row(
      situation: "a rule with a bad pattern",
      files: ["paddock.toml": "rules = [\"my.toml\"]\n", "my.toml": userRule(pattern: "acme_(")],
      arguments: ["check", "@"],
      status: .failure,
      errors: "my.toml:6:11: the pattern of rule `acme/key` is not valid"
    ),
    Row(
      situation: "a rule with a pattern that tries too many ways",
      files: ["paddock.toml": "rules = [\"my.toml\"]\n", "my.toml": userRule(pattern: "acme_([a-z0-9]+)+;")],
      arguments: ["check", "@"],
      status: .failure,
      errors: "my.toml:2:6: the pattern of rule `acme/key` needs too many steps"
    ),
    Row(
      situation: "a rule without an anchor",
      files: ["paddock.toml": "rules = [\"my.toml\"]\n", "my.toml": userRule(anchors: "")],
      arguments: ["check", "@"],
      status: .failure,
      errors: "my.toml:5:11: rule `acme/key` needs `anchors`"
    ),
    Row(
      situation: "a rule with an id that is taken",
      files: ["paddock.toml": "rules = [\"my.toml\"]\n", "my.toml": userRule(id: "token/jwt")],
      arguments: ["check", "@"],
      status: .failure,
      errors: "my.toml:2:6: the rule id `token/jwt` is already taken"
    ),
    Row(
      situation: "a rule with an example that fails",
      files: ["my.toml": userRule(match: "«acme_{upper:12};»")],
      arguments: ["rules", "test", "@/my.toml"],
      status: .failure,
      errors: "my.toml:7: an example of rule `acme/key`: expected a match at bytes 0..<18, found none"
    ),
    Row(
      situation: "rules of gitleaks",
      files: ["paddock.toml": "rules = [\"gl.toml\"]\n", "gl.toml": "[[rules]]\nid = 'x'\nregex = 'acme_[a-z]{9}'\n"],
      arguments: ["check", "@"],
      status: .clean,
      errors: "note: gl.toml:2:6: rule `x` has no `keywords`"
    ),
    Row(
      situation: "settings with a missing rule file",
      files: ["paddock.toml": "rules = [\"my.toml\"]\n"],
      arguments: ["check", "@"],
      status: .failure,
      errors: "my.toml: no such rule file or folder"
    ),
    Row(
      situation: "settings that only a later flag beats",
      files: warned.merging(["paddock.toml": "fail-on = \"error\"\n"]) { $1 },
      arguments: ["check", "@"],
      status: .clean
    ),
    Row(
      situation: "a report that cannot be written",
      files: clean,
      arguments: ["check", "@", "--output", "json:@/none/report.json"],
      status: .failure,
      errors: "the report cannot be written there"
    ),
    Row(
      situation: "a report file without a format",
      files: clean,
      arguments: ["check", "@", "--output", "report"],
      status: .failure,
      errors: "does not say which format"
    ),
    Row(
      situation: "an explanation",
      arguments: ["explain", "config/unused-ignore"],
      status: .clean,
      output: "severity warning"
    ),
    Row(
      situation: "an explanation of nothing",
      arguments: ["explain", "none"],
      status: .failure,
      errors: "no rule or group"
    ),
    Row(situation: "the list of rules", arguments: ["rules"], status: .clean, output: "config/unused-ignore"),
    Row(
      situation: "a test of a bad rule file",
      files: ["r.toml": "x = 1\n"],
      arguments: ["rules", "test", "@/r.toml"],
      status: .failure,
      errors: "r.toml:1:1: "
    ),
    Row(situation: "the version", arguments: ["--version"], status: .clean, output: Paddock.version),
    Row(situation: "help", arguments: ["--help"], status: .clean, output: "USAGE: paddock"),
    Row(
      situation: "a switch wrangler would refuse",
      files: clean,
      arguments: ["check", "@"],
      environment: ["CLOUDFLARE_INCLUDE_PROCESS_ENV": "yes"],
      status: .failure,
      errors: "CLOUDFLARE_INCLUDE_PROCESS_ENV must be true or false"
    ),
  ]

  @Test(arguments: rows)
  func statusIsAsPromised(_ row: Row) throws {
    let folder = try TemporaryFolder()
    for (path, text) in row.files { try folder.write(text, to: path) }
    let run = CommandRun(
      row.arguments.map { $0.replacingOccurrences(of: "@", with: folder.path) },
      environment: row.environment
    )
    #expect(run.status == row.status, "output: \(run.output)\nerrors: \(run.errors)")
    if let words = row.output { #expect(run.output.contains(words), "output: \(run.output)") }
    if let words = row.errors { #expect(run.errors.contains(words), "errors: \(run.errors)") }
    // Findings go to standard output, and nothing else does.
    if row.status == .failure { #expect(!run.errors.isEmpty) }
  }

  /// An unreadable file is said, the other files are still checked, and the answer is not trusted.
  @Test func unreadableFileIsNoCleanResult() throws {
    let folder = try TemporaryFolder()
    for (path, text) in Self.warned { try folder.write(text, to: path) }
    try folder.write("secret", to: "locked/file.txt")
    // A link that is a loop cannot be read by anybody, not even by root.
    try FileManager.default.createDirectory(at: folder.url.appending(path: "b"), withIntermediateDirectories: true)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0],
      ofItemAtPath: folder.url.appending(path: "locked").path
    )
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: folder.url.appending(path: "locked").path
      )
    }
    let run = CommandRun(["check", folder.path])
    #expect(run.output.contains("unused-ignore"))
    // root reads everything.
    guard getuid() != 0 else { return }
    #expect(run.status == .failure)
    #expect(run.errors.contains("locked: no permission to read it"))
  }

  @Test func severalReportsInOneRun() throws {
    let folder = try TemporaryFolder()
    for (path, text) in Self.warned { try folder.write(text, to: "project/\(path)") }
    let run = CommandRun([
      "check", folder.path + "/project", "--format", "github", "--output", "json:\(folder.path)/r.json", "--output",
      "\(folder.path)/r.sarif",
    ])
    #expect(run.output.hasPrefix("::warning "))
    let json = try String(contentsOf: folder.url.appending(path: "r.json"), encoding: .utf8)
    #expect(json.contains("\"schemaVersion\" : 1"))
    let sarif = try String(contentsOf: folder.url.appending(path: "r.sarif"), encoding: .utf8)
    #expect(sarif.contains("\"version\" : \"2.1.0\""))
  }
}
