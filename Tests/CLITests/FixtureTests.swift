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

struct FixtureTests {
  @Test(arguments: Fixture.all)
  func reportsAreAsExpected(_ fixture: Fixture) throws {
    let (folder, project, secrets) = try fixture.laidOut()
    defer { withExtendedLifetime(folder) {} }
    for format in Fixture.formats {
      let single = CommandRun(["check", project.path, "--format", format, "-j", "1"] + fixture.arguments)
      let double = CommandRun(["check", project.path, "--format", format, "-j", "2"] + fixture.arguments)
      #expect(single.output == double.output, "\(format) differs between one thread and two")
      let text = single.output.replacingOccurrences(of: project.path + "/", with: "")
      let mismatch = Snapshot.mismatch(text, file: fixture.folder.appending(path: "expected.\(format)"))
      #expect(mismatch == nil)
      for secret in secrets {
        #expect(!leaks(secret, in: single.output + single.errors), "\(format) shows a piece of a secret")
      }
    }
  }

  /// The formats whose text is not kept for each fixture.
  @Test(arguments: Fixture.all)
  func noOtherFormatShowsASecret(_ fixture: Fixture) throws {
    let (folder, project, secrets) = try fixture.laidOut()
    defer { withExtendedLifetime(folder) {} }
    for format in ReportFormat.allCases.map(\.rawValue) where !Fixture.formats.contains(format) {
      let run = CommandRun(["check", project.path, "--format", format] + fixture.arguments)
      for secret in secrets {
        #expect(!leaks(secret, in: run.output + run.errors), "\(format) shows a piece of a secret")
      }
    }
  }

  /// Whether six bytes in a row of a secret occur in a text.
  private func leaks(_ secret: String, in text: String) -> Bool {
    let bytes = Array(secret.utf8)
    guard bytes.count >= 6 else { return false }
    return (0...(bytes.count - 6)).contains { text.contains(String(decoding: bytes[$0..<$0 + 6], as: UTF8.self)) }
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
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", PackageFolder.url.path, "ls-files", "-z", "--others", "--", "Fixtures"]
    let pipe = Pipe()
    git.standardOutput = pipe
    git.standardError = Pipe()
    try git.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return }
    #expect(output.split(separator: "\u{0}") == [], "add these with `git add -f`")
  }
}
