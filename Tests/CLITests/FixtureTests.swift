import FixtureFill
import Foundation
import Reports
import TestSupport
import Testing

@testable import CLI

/// A small real project in `Fixtures/` with the reports it must give.
struct Fixture: CustomTestStringConvertible, Sendable {
  let name: String
  var folder: URL { PackageFolder.url("Fixtures/\(name)") }
  var testDescription: String { name }

  static let formats = ["text", "json", "sarif", "github"]

  static let all: [Fixture] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: PackageFolder.url("Fixtures").path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { Fixture(name: $0) }
  }()

  /// More arguments for `check`, one per line, from the file `arguments`.
  var arguments: [String] { lines("arguments") ?? [] }

  /// The paths git tracks, one per line, from the file `tracked`; without the file the project is no repository.
  var tracked: [String]? { lines("tracked") }

  private func lines(_ file: String) -> [String]? {
    (try? String(contentsOf: folder.appending(path: file), encoding: .utf8))
      .map { $0.split(separator: "\n").map(String.init) }
  }

  /// The parts of a value that must stay hidden: the header of a web token and the lines around a key are public.
  private static func hiddenParts(of value: String) -> [String] {
    if value.hasPrefix("-----BEGIN") {
      return value.replacingOccurrences(of: "\\n", with: "\n").split(separator: "\n").map(String.init)
        .filter { !$0.hasPrefix("-----") }
    }
    return value.hasPrefix("eyJ") ? value.split(separator: ".").dropFirst().map(String.init) : [value]
  }

  /// A copy with the holes filled, as a repository where the fixture is one, and the values that were filled in.
  func laidOut() throws -> (folder: TemporaryFolder, project: URL, secrets: [String]) {
    let temporary = try TemporaryFolder()
    let project = temporary.url.appending(path: name)
    let secrets = try FixtureCopy.copy(from: folder.appending(path: "project"), to: project, seed: name)
    if let tracked {
      try temporary.git("-C", project.path, "init", "-q", "-b", "main")
      for path in tracked { try temporary.git("-C", project.path, "add", "-f", "--", path) }
    }
    return (temporary, project, secrets.flatMap(Self.hiddenParts))
  }
}

/// Every report of one run: text goes to standard output, each other format to a file of its own.
private struct EveryReport {
  let run: CommandRun
  let texts: [ReportFormat: String]
  let summary: String

  init(of fixture: Fixture, in project: URL, threads: Int) throws {
    let folder = try TemporaryFolder()
    func path(_ format: ReportFormat) -> String { "\(folder.path)/report.\(format.rawValue)" }
    let filed = ReportFormat.allCases.filter { $0 != .text }
    run = CommandRun(
      ["check", project.path, "--format", "text", "-j", "\(threads)"] + fixture.arguments
        + filed.flatMap { ["--output", "\($0.rawValue):\(path($0))"] },
      environment: ["GITHUB_STEP_SUMMARY": folder.path + "/summary"]
    )
    var texts = [ReportFormat.text: run.output]
    for format in filed { texts[format] = try String(contentsOfFile: path(format), encoding: .utf8) }
    self.texts = texts
    summary = try String(contentsOfFile: folder.path + "/summary", encoding: .utf8)
  }
}

struct FixtureTests {
  @Test(arguments: Fixture.all)
  func reportsAreAsExpected(_ fixture: Fixture) throws {
    let (folder, project, secrets) = try fixture.laidOut()
    defer { withExtendedLifetime(folder) {} }
    let single = try EveryReport(of: fixture, in: project, threads: 1)
    let double = try EveryReport(of: fixture, in: project, threads: 2)
    let pieces = SecretPieces(of: secrets)
    for format in ReportFormat.allCases {
      let text = try #require(single.texts[format])
      #expect(text == double.texts[format], "\(format) differs between one thread and two")
      #expect(pieces.first(in: text) == nil, "\(format) shows a piece of a secret")
      guard Fixture.formats.contains(format.rawValue) else { continue }
      let relative = text.replacingOccurrences(of: project.path + "/", with: "")
      let mismatch = Snapshot.mismatch(relative, file: fixture.folder.appending(path: "expected.\(format.rawValue)"))
      #expect(mismatch == nil)
    }
    for run in [single.run, double.run] { #expect(pieces.first(in: run.errors) == nil) }
    #expect(pieces.first(in: single.summary) == nil, "the job summary shows a piece of a secret")
  }

  /// A report is the same whether it is the only one of its run or one of many.
  @Test(arguments: ReportFormat.allCases)
  func aReportDoesNotDependOnTheOthers(_ format: ReportFormat) throws {
    let fixture = Fixture(name: "leaky-worker")
    let (folder, project, _) = try fixture.laidOut()
    defer { withExtendedLifetime(folder) {} }
    let alone = CommandRun(["check", project.path, "--format", format.rawValue, "-j", "1"] + fixture.arguments)
    #expect(alone.output == (try EveryReport(of: fixture, in: project, threads: 1)).texts[format])
  }

  /// A clean twin beside each bad case, and no bad case that reports nothing.
  @Test func everyBadCaseHasACleanTwin() throws {
    let names = Set(Fixture.all.map(\.name))
    for fixture in Fixture.all {
      let text = try? String(contentsOf: fixture.folder.appending(path: "expected.text"), encoding: .utf8)
      let reports = text?.contains("[") ?? false
      if fixture.name.hasSuffix("-fixed") {
        #expect(!reports, "\(fixture.name) reports something")
      } else {
        #expect(reports, "\(fixture.name) reports nothing")
        #expect(names.contains(fixture.name + "-fixed"), "\(fixture.name) has no clean twin")
      }
    }
    #expect(names.count >= 50)
  }

  /// Ignore files, those of fixtures among them, hide dotfiles from git: what a fixture needs must be in the repository.
  @Test func everyFixtureFileIsCommitted() throws {
    let git = try ProgramRun(["git", "ls-files", "-z", "--others", "--", "Fixtures"], in: PackageFolder.url.path)
    guard git.status == 0 else { return }
    #expect(git.text.split(separator: "\u{0}") == [], "add these with `git add -f`")
  }
}
