import Documents
import Foundation
import Linter
import Patterns
import TestSupport
import Testing

@testable import CLI

/// Accepting findings: what stays accepted, what is new, and what the file looks like.
struct BaselineTests {
  private let folder: TemporaryFolder
  private let secret: String
  private let other: String

  init() throws {
    folder = try TemporaryFolder()
    var sample = SampleText(seed: "baseline")
    secret = sample.fill("glpat-{base62:20}")
    other = sample.fill("glpat-{base62:20}")
    try write("a.ts", "const first = '\(secret)';\nconst x = 1;\n")
  }

  private func write(_ path: String, _ text: String) throws {
    let url = folder.url.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  private func run(_ arguments: String...) -> CommandRun {
    CommandRun(arguments.map { $0.replacingOccurrences(of: "@", with: folder.url.path) })
  }

  @Test func whatIsAcceptedDoesNotFail() throws {
    #expect(run("check", "@").status == .findings)
    let create = run("baseline", "create", "@", "--reason", "old")
    #expect(create.status == .clean)
    #expect(create.output.hasSuffix("paddock.baseline: 1 finding accepted\n"))
    let check = run("check", "@", "--verbose")
    #expect(check.status == .clean)
    #expect(check.output.contains("suppressed[token/gitlab-pat] by the baseline: old"))
    #expect(run("check", "@", "--no-baseline").status == .findings)
    let file = try text("paddock.baseline")
    #expect(file.split(separator: "\n").count == 2)
    #expect(file.split(separator: "\n")[1].hasPrefix("a.ts\ttoken/gitlab-pat\t"))
    #expect(file.hasSuffix("\told\n"))
    #expect(!file.contains(secret.suffix(6)))
  }

  /// Each edit, and whether the secret is the accepted one after it.
  static let edits: [(name: String, isAccepted: Bool)] = [
    ("lines before it", true), ("indentation", true), ("CRLF", true), ("moved to the end", true),
    ("another secret", false), ("a second copy", false), ("another file", false),
  ]

  @Test(arguments: edits)
  func survivesWhatDoesNotChangeTheSecret(_ edit: (name: String, isAccepted: Bool)) throws {
    #expect(run("baseline", "create", "@").status == .clean)
    let line = "const first = '\(secret)';"
    switch edit.name {
    case "lines before it": try write("a.ts", "// one\n\n// two\n\(line)\n")
    case "indentation": try write("a.ts", "if (x) {\n\t\t\(line)\n}\n")
    case "CRLF": try write("a.ts", "\(line)\r\nconst x = 1;\r\n")
    case "moved to the end": try write("a.ts", "const x = 1;\n\nfunction f() {}\n\(line)")
    case "another secret": try write("a.ts", "const first = '\(other)';\nconst x = 1;\n")
    case "a second copy": try write("a.ts", "\(line)\nconst x = '\(secret)';\n")
    default: try write("b.ts", "\(line)\n")
    }
    #expect(run("check", "@").status == (edit.isAccepted ? .clean : .findings))
  }

  @Test func oneSecretHasOneFingerprintFromEveryFolder() throws {
    try folder.git("init", "-q", folder.url.path)
    try write("app/src/b.ts", "const first = '\(secret)';\n")
    #expect(run("baseline", "create", "@").status == .clean)
    #expect(run("check", "@/app", "--baseline", "@/paddock.baseline").status == .clean)
    #expect(run("check", "@/app", "--no-baseline").status == .findings)
    // The one above counts.
    #expect(run("check", "@/app").status == .clean)
  }

  @Test func reasonsStayAndEntriesGo() throws {
    #expect(run("baseline", "create", "@", "--reason", "first").status == .clean)
    try write("b.ts", "const second = '\(other)';\n")
    #expect(run("baseline", "create", "@", "--reason", "second").status == .clean)
    #expect(
      try text("paddock.baseline").split(separator: "\n").map { $0.hasSuffix("first") || $0.hasSuffix("second") } == [
        false, true, true,
      ]
    )
    try write("a.ts", "const x = 1;\n")
    try write("c.ts", "const third = '\(secret)';\n")
    let prune = run("baseline", "prune", "@")
    #expect(prune.output.hasSuffix("1 entry removed, 1 left\n"))
    let stats = run("baseline", "stats", "@")
    #expect(stats.output == "1  token/gitlab-pat\n1 entry in 1 file, 0 without a reason\n")
    #expect(run("check", "@").status == .findings)
  }

  @Test(arguments: [
    (".gitleaksignore", "# old\na.ts:gitlab-pat:1\n"),
    (
      ".secrets.baseline",
      #"{ "version": "1.5.0", "results": { "a.ts": [{ "type": "GitLab Token", "line_number": 1 }] } }"#
    ),
    (
      "kingfisher.yml",
      "version: 2\nfingerprint_algorithm: kingfisher-v1\nrepositories:\n- id: x\n  findings:\n  - path: a.ts\n    rule_id: x\n    line: 1\n"
    ),
  ])
  func importsOtherBaselines(name: String, content: String) throws {
    try write(name, content)
    let result = run("baseline", "import", "@/\(name)", "@")
    #expect(result.output.hasSuffix("1 place read, 1 finding there accepted\n"), "\(result.errors)")
    #expect(run("check", "@").status == .clean)
    #expect(try text("paddock.baseline").hasSuffix("\tfrom \(name)\n"))
  }

  @Test(arguments: [
    ("a.ts token/x 1\n", "1:1: not an entry of a baseline"),
    ("# fine\n\na.ts\ttoken/gitlab-pat\tnothex\n", "3:1: not an entry of a baseline"),
    ("<<<<<<< ours\n", "1:1: not an entry of a baseline"),
  ])
  func refusesADamagedFile(content: String, message: String) throws {
    try write("paddock.baseline", content)
    for command in [
      ["check", "@"], ["baseline", "create", "@"], ["baseline", "prune", "@"], ["baseline", "stats", "@"],
    ] {
      let result = CommandRun(command.map { $0 == "@" ? folder.url.path : $0 })
      #expect(result.status == .failure)
      #expect(result.errors.contains(message))
    }
    #expect(try text("paddock.baseline") == content)
  }

  @Test func aNamedBaselineMustExist() {
    let result = run("check", "@", "--baseline", "@/none")
    #expect(result.status == .failure)
    #expect(result.errors.contains("no such baseline; `paddock baseline create` writes one"))
    #expect(run("baseline", "prune", "@").status == .failure)
  }

  @Test func oddPathsAndReasonsComeBack() throws {
    let entry = Baseline.Entry(
      path: "#a\tb\\n\nc d",
      rule: "token/x",
      fingerprint: Fingerprint(text: String(repeating: "a0", count: 16)),
      reason: "tab\there, line\nthere \\ # end"
    )
    let baseline = Baseline([entry])
    #expect(try Baseline(Source(path: "b", text: baseline.text)).entries == [entry])
    #expect(baseline.text.split(separator: "\n").count == 2)
  }
}
