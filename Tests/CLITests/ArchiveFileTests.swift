import Foundation
import Linter
import Patterns
import TestSupport
import Testing

@testable import CLI

/// A token in an archive is a finding like any other, in every mode and report, for those who ask.
struct ArchiveFileTests {
  /// Puts files into an archive of the project; its name tells the kind.
  private static func pack(_ files: [String: String], into archive: String, of project: GitProject) throws {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: "in/\(name)") }
    try FileManager.default.createDirectory(
      at: project.folder.url.appending(path: archive).deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    let target = "\(project.path)/\(archive)"
    let ending = String(archive[(archive.lastIndex(of: ".") ?? archive.startIndex)...])
    let command =
      switch ending {
      case ".tar": "cd in && tar -cf \(target) *"
      case ".tgz": "cd in && tar -czf \(target) *"
      case ".gz": "cat in/* | gzip > \(target)"
      default: "cd in && python3 -m zipfile -c \(target) *"
      }
    let run = try ProgramRun(["sh", "-c", command], in: folder.path)
    try #require(run.status == 0, "\(run.text)")
  }

  private static func json(_ run: CommandRun) throws -> [[String: Any]] {
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    return try #require(report["findings"] as? [[String: Any]])
  }

  @Test(arguments: ["site.zip", "app.jar", "no-ending", "site.tar", "site.tgz", "site.js.gz"])
  func isFoundWhereItLies(_ archive: String) throws {
    let project = try GitProject()
    try Self.pack(["config.js": "// é\n" + GitProject.leak()], into: archive, of: project)
    #expect(project.check().status == .clean)
    let run = project.check("--archives")
    let member = archive.hasSuffix(".gz") ? "site.js" : "config.js"
    #expect(run.status == .findings, "\(run.errors)")
    #expect(run.output.contains("\(archive)!/\(member):2:14: error[\(GitProject.leakRule)]"), "\(run.output)")
    #expect(run.output.contains("2 | const key = \"••••••••\";"))
    #expect(run.errors.isEmpty)
    let finding = try #require(try Self.json(project.check("--archives", "--format", "json")).first)
    #expect(finding["path"] as? String == archive && finding["member"] as? String == member)
    #expect(finding["startLine"] as? Int == 2 && finding["startColumn"] as? Int == 14)
    try project.write(["paddock.toml": "archives = true\n"])
    #expect(project.check().status == .findings)
    #expect(project.check("--no-archives").status == .clean)
  }

  @Test(arguments: ["site.zip", "site.tgz"])
  func nothingIsFoundInACleanOne(_ archive: String) throws {
    let project = try GitProject()
    let files = ["config.js": "const key = process.env.STRIPE_KEY;\n", "node_modules/a/b.js": GitProject.leak()]
    try Self.pack(files, into: archive, of: project)
    let run = project.check("--archives")
    #expect(run.status == .clean && run.errors.isEmpty)
  }

  @Test(arguments: ["text", "json", "sarif", "github", "gitlab", "junit", "html"])
  func isReported(_ format: String) throws {
    let project = try GitProject()
    let leak = GitProject.leak()
    try Self.pack(["a/b.js": leak], into: "site.zip", of: project)
    try Self.pack(["site.zip": "none"], into: "other.zip", of: project)
    let run = project.check("--archives", "--format", format)
    #expect(run.status == .findings, "\(run.errors)")
    #expect(run.output.contains("site.zip") && run.output.contains("a/b.js"), "\(run.output)")
    #expect(!run.output.contains(leak.dropFirst(21).prefix(8)))
    guard JSONSchema.isAvailable else { return }
    let schemas = ["json": PackageFolder.url("docs/report.schema.json"), "sarif": JSONSchema.sarif]
    if let schema = schemas[format] {
      #expect(try JSONSchema.violations(of: [run.output], against: schema) == [[]])
    }
  }

  @Test func isFoundInStagedFilesRangesAndHistory() throws {
    let project = try GitProject()
    try Self.pack(["a.js": GitProject.leak()], into: "site.tgz", of: project)
    try project.git("add", "-A")
    let words = "site.tgz!/a.js:1:14: error[\(GitProject.leakRule)]"
    #expect(project.check("--staged").status == .clean)
    #expect(project.check("--staged", "--archives").output.contains(words))
    try project.commit("leak")
    #expect(project.check("--diff", "HEAD~1", "--archives").output.contains(words))
    let history = project.check("--history", "--archives")
    #expect(history.output.contains(words) && history.output.contains("= in commit"), "\(history.output)")
    #expect(project.check("--history").status == .clean)
    try Self.pack(["a.js": "// gone\n"], into: "site.tgz", of: project)
    try project.commit("remove")
    #expect(project.check("--archives").status == .clean)
    let later = project.check("--history", "--archives")
    #expect(later.output.contains("site.tgz!/a.js:1:14: warning[\(GitProject.leakRule)]"), "\(later.output)")
  }

  /// The fingerprint is that of the member, whatever else is in the archive, and the archive's path silences it.
  @Test func canBeSilenced() throws {
    let project = try GitProject()
    func fingerprint() throws -> String {
      let findings = try Self.json(project.check("--archives", "--format", "json"))
      return try #require(findings.first?["fingerprint"] as? String)
    }
    try Self.pack(["b.js": GitProject.leak()], into: "dist/site.zip", of: project)
    let first = try fingerprint()
    try Self.pack(["a.js": "//", "b.js": "// moved\n" + GitProject.leak()], into: "dist/site.zip", of: project)
    #expect(try fingerprint() == first)
    for entry in ["path = \"dist/site.zip\"", "path = \"*.zip\"", "fingerprint = \"\(first)\""] {
      try project.write(["paddock.toml": "archives = true\n[[ignore]]\n\(entry)\nreason = \"a test\"\n"])
      let run = project.check()
      #expect(run.status == .clean && run.output.contains("(1 suppressed)"), "\(entry)")
    }
    try project.write(["paddock.toml": "archives = true\n"])
    #expect(CommandRun(["baseline", "create", "--reason", "old", project.path]).status == .clean)
    #expect(project.check().status == .clean)
    let comment = GitProject.leak().dropLast() + " // paddock:ignore -- of a test\n"
    try Self.pack(["c.js": String(comment)], into: "dist/site.zip", of: project)
    #expect(project.check("--no-baseline").status == .clean)
  }

  /// What is published is so with everything in it, and what tests pack is theirs.
  @Test(arguments: [
    ("public/a.zip", "x.js", "error", true), ("a.zip", "x.js", "error", false),
    ("test/a.zip", "x.js", "warning", false),
    ("a.zip", "test/x.js", "warning", false), ("public/a.zip", "test/x.js", "error", true),
  ])
  func severityFollowsThePath(_ archive: String, _ member: String, _ severity: String, _ isPublished: Bool) throws {
    let project = try GitProject()
    try project.write([
      "wrangler.jsonc": #"{ "name": "shop", "main": "src/index.ts", "assets": { "directory": "public" } }"#
    ])
    try Self.pack([member: GitProject.leak()], into: archive, of: project)
    let finding = try #require(try Self.json(project.check("--archives", "--format", "json")).first)
    #expect(finding["severity"] as? String == severity)
    #expect((finding["message"] as? String)?.utf8.count ?? 0 > 0)
    let message = try #require(finding["message"] as? String)
    #expect(message.contains("in a file that is published") == isPublished)
  }

  /// A local secret and a whole local secrets file that have got into an archive.
  @Test func knownValuesAreFound() throws {
    let project = try GitProject()
    var sample = SampleText(seed: "known")
    let value = sample.fill("{hex:32}")
    try project.write([".dev.vars": "SESSION_SECRET=\(value)\n"])
    try Self.pack(
      ["a.js": "x('\(value)')\n", "worker/.dev.vars": "SESSION_SECRET=\(value)\n"],
      into: "a.zip",
      of: project
    )
    let findings = try Self.json(project.check("--archives", "--format", "json"))
    #expect(findings.map { $0["member"] as? String } == ["a.js", "worker/.dev.vars"])
    #expect(findings.allSatisfy { $0["ruleId"] as? String == "known-value/in-source" })
  }

  @Test func whatCannotBeReadIsTold() throws {
    let project = try GitProject()
    var sample = SampleText(seed: "long")
    try Self.pack(["a.js": GitProject.leak(), "b.js": sample.fill("{base62:20000}")], into: "site.tgz", of: project)
    let archive = project.folder.url.appending(path: "site.tgz")
    let bytes = try Data(contentsOf: archive)
    try bytes.prefix(bytes.count / 2).write(to: archive)
    let run = project.check("--archives")
    #expect(run.output.contains("site.tgz!/a.js:1:14"))
    #expect(
      run.errors.contains("site.tgz: its member b.js is cut short; only what is there was looked at"),
      "\(run.errors)"
    )
    #expect(project.check().errors.isEmpty)
  }
}
