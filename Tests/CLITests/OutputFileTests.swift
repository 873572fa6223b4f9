import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI
@testable import System

/// What a command writes to: every kind of target, for every command that writes a file the user named.
struct OutputFileTests {
  /// A command that writes, and what was in its file before.
  enum Writer: String, CaseIterable, CustomTestStringConvertible {
    case check, ready, baseline, capture, summary

    var testDescription: String { rawValue }

    func run(to target: String, in folder: TemporaryFolder) -> CommandRun {
      let project = "\(folder.path)/project"
      switch self {
      case .check: return CommandRun(["check", project, "--output", "json:\(target)"])
      case .ready: return CommandRun(["ready", project, "--output", "json:\(target)"])
      case .baseline: return CommandRun(["baseline", "create", project, "--baseline", target])
      case .capture:
        return CommandRun([
          "state", "capture", "--worker", "api", "--secret-list", "\(project)/secrets.txt", "--output", target,
        ])
      case .summary:
        return CommandRun(["check", project, "--format", "github"], environment: ["GITHUB_STEP_SUMMARY": target])
      }
    }

    var old: String {
      switch self {
      case .check, .ready, .summary: "old\n"
      case .baseline: "src/a.ts\ttoken/old\t\(String(repeating: "0", count: 32))\told\n"
      case .capture: SavedWorkers.file(["old": SavedWorkers.worker("A")])
      }
    }

    /// Words of what it writes.
    var mark: String {
      switch self {
      case .check: "\"findings\""
      case .ready: "\"environments\""
      case .baseline: "# Findings accepted for now"
      case .capture: "\"api\""
      case .summary: "Paddock"
      }
    }
  }

  enum Outcome {
    /// The file of this name holds what was written.
    case written(String)
    /// The words of the error; every file is as it was.
    case refused(String)
  }

  struct Target: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// What the command is given, from the folder of targets.
    let name: String
    var links: [String: String] = [:]
    var folders: [String] = []
    /// Files with old content.
    var files: [String] = []
    let outcome: Outcome
  }

  static let targets: [Target] = [
    Target(testDescription: "a new file", name: "new", outcome: .written("new")),
    Target(testDescription: "a file", name: "real", files: ["real"], outcome: .written("real")),
    Target(
      testDescription: "a link to a file",
      name: "link",
      links: ["link": "real"],
      files: ["real"],
      outcome: .written("real")
    ),
    Target(
      testDescription: "a link to a link into another folder",
      name: "link",
      links: ["link": "a/next", "a/next": "../b/real"],
      folders: ["a", "b"],
      files: ["b/real"],
      outcome: .written("b/real")
    ),
    Target(
      testDescription: "a file in a folder that is a link",
      name: "folder/real",
      links: ["folder": "b"],
      folders: ["b"],
      files: ["b/real"],
      outcome: .written("b/real")
    ),
    Target(
      testDescription: "a link to a file that is not there yet",
      name: "link",
      links: ["link": "a/new"],
      folders: ["a"],
      outcome: .written("a/new")
    ),
    Target(
      testDescription: "a name as long as names can be",
      name: String(repeating: "n", count: 255),
      outcome: .written(String(repeating: "n", count: 255))
    ),
    Target(
      testDescription: "a name with a tilde",
      name: "~nosuchuser",
      files: ["~nosuchuser"],
      outcome: .written("~nosuchuser")
    ),
    Target(testDescription: "a folder of nobody", name: "~nosuchuser/x", outcome: .refused("no such folder")),
    Target(
      testDescription: "a link into a folder that is not there",
      name: "link",
      links: ["link": "none/new"],
      outcome: .refused("no such folder")
    ),
    Target(
      testDescription: "links in a circle",
      name: "a",
      links: ["a": "b", "b": "a"],
      outcome: .refused("symbolic links lead in a circle")
    ),
    Target(testDescription: "a link to itself", name: "a", links: ["a": "a"], outcome: .refused("lead in a circle")),
    Target(testDescription: "no folder", name: "none/new", outcome: .refused("no such folder")),
    Target(
      testDescription: "a file as a folder",
      name: "real/new",
      files: ["real"],
      outcome: .refused("no such folder")
    ),
    Target(testDescription: "a folder", name: "a", folders: ["a"], outcome: .refused("it is a folder")),
    Target(testDescription: "a folder with a slash", name: "a/", folders: ["a"], outcome: .refused("it is a folder")),
    Target(
      testDescription: "a link to a folder",
      name: "link",
      links: ["link": "a"],
      folders: ["a"],
      outcome: .refused("it is a folder")
    ),
    Target(testDescription: "a full device", name: "/dev/full", outcome: .refused("No space left on device")),
    Target(
      testDescription: "a link to a full device",
      name: "link",
      links: ["link": "/dev/full"],
      outcome: .refused("No space left on device")
    ),
    Target(
      testDescription: "an open file that is none",
      name: "/dev/fd/999",
      outcome: .refused("Bad file descriptor")
    ),
  ]

  /// Every name below the folder of targets, links as `name -> target` and files with their content.
  private static func content(of top: URL) throws -> [String: String] {
    var content: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: top.path) {
      let path = top.appending(path: name).path
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
        content[name] = "-> \(target)"
      } else {
        content[name] = (try? String(contentsOfFile: path, encoding: .utf8)) ?? "a folder"
      }
    }
    return content
  }

  private static func project(_ folder: TemporaryFolder) throws {
    for (path, text) in ExitStatusTests.clean { try folder.write(text, to: "project/\(path)") }
    try folder.write(#"[{ "name": "API_KEY", "type": "secret_text" }]"#, to: "project/secrets.txt")
  }

  private static func makePipe(_ path: String) throws {
    guard unsafe mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
  }

  private static let targetsAndWriters: [(Target, Writer)] = targets.flatMap { target in
    Writer.allCases.map { (target, $0) }
  }

  @Test(arguments: targetsAndWriters)
  func targetIsWrittenOrEverythingStays(_ target: Target, _ writer: Writer) throws {
    let folder = try TemporaryFolder()
    try Self.project(folder)
    let top = folder.url.appending(path: "out")
    for name in [""] + target.folders {
      try FileManager.default.createDirectory(at: top.appending(path: name), withIntermediateDirectories: true)
    }
    for (name, to) in target.links {
      try FileManager.default.createSymbolicLink(atPath: top.appending(path: name).path, withDestinationPath: to)
    }
    for name in target.files {
      let path = top.appending(path: name).path
      try folder.write(writer.old, to: "out/\(name)")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    }
    let before = try Self.content(of: top)

    let path = target.name.hasPrefix("/") ? target.name : "\(top.path)/\(target.name)"
    let run = writer.run(to: path, in: folder)

    var after = try Self.content(of: top)
    switch target.outcome {
    case .refused(let words):
      #expect(run.status == .failure)
      #expect(run.errors.contains(words), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").filter { $0.hasPrefix("paddock: ") }.count == 1, "\(run.errors)")
      #expect(after == before)
    case .written(let name):
      #expect(run.status == .clean, "\(run.errors)")
      let text = after.removeValue(forKey: name) ?? ""
      #expect(text.contains(writer.mark), "\(text)")
      if writer == .summary { #expect(text.hasPrefix(before[name] ?? "")) }
      #expect(after == before.filter { $0.key != name })
      let file = try FileManager.default.attributesOfItem(atPath: top.appending(path: name).path)
      if !target.files.isEmpty { #expect(file[.posixPermissions] as? Int == 0o640) }
    }
  }

  @Test(arguments: Writer.allCases)
  func pipeIsWritten(_ writer: Writer) throws {
    let folder = try TemporaryFolder()
    try Self.project(folder)
    let path = "\(folder.path)/pipe"
    try Self.makePipe(path)
    // Opened first: the writer then finds a reader.
    let reader = unsafe open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let run = writer.run(to: path, in: folder)
    #expect(run.status == .clean, "\(run.errors)")
    let text = String(
      decoding: FileHandle(fileDescriptor: reader, closeOnDealloc: false).availableData,
      as: UTF8.self
    )
    #expect(text.contains(writer.mark), "\(text)")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType != .typeRegular)
  }

  @Test(arguments: [Writer.check, .summary])
  func pipeWithoutReaderDoesNotHang(_ writer: Writer) throws {
    let folder = try TemporaryFolder()
    try Self.project(folder)
    let path = "\(folder.path)/pipe"
    try Self.makePipe(path)
    let run = writer.run(to: path, in: folder)
    #expect(run.status == .failure)
    #expect(run.errors.contains("pipe: ") && run.errors.contains("no program reads from this pipe"), "\(run.errors)")
  }

  /// Two reports, and the files they go to; `nil` where that is fine.
  static let pairs: [(first: String, second: String, refusal: String?)] = [
    ("a.json", "a.json", "another report goes into the same file"),
    ("new.json", "new.json", "another report goes into the same file"),
    ("new.json", "folder/../new.json", "another report goes into the same file"),
    ("new.json", "here/new.json", "another report goes into the same file"),
    ("a.json", "link.json", "another report goes into the same file"),
    ("a.json", "hard.json", "another report goes into the same file"),
    ("a.json", "b.json", nil), ("a.json", "json:/dev/null", nil), ("json:/dev/null", "sarif:/dev/null", nil),
    ("new.json", "folder/new.json", nil),
  ]

  @Test(arguments: pairs)
  func twoReportsNeedTwoFiles(_ first: String, _ second: String, _ refusal: String?) throws {
    let folder = try TemporaryFolder()
    try Self.project(folder)
    try folder.write("old\n", to: "a.json")
    try folder.write("", to: "folder/x")
    for (name, to) in ["link.json": "a.json", "here": "."] {
      try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: to)
    }
    try FileManager.default.linkItem(atPath: "\(folder.path)/a.json", toPath: "\(folder.path)/hard.json")
    func place(_ name: String) -> String { name.contains(":/") ? name : "\(folder.path)/\(name)" }
    let run = CommandRun(["check", "\(folder.path)/project", "-o", place(first), "-o", place(second)])
    #expect(run.status == (refusal == nil ? .clean : .failure), "\(run.errors)")
    if let refusal {
      #expect(run.errors.contains(refusal), "\(run.errors)")
      #expect(try String(contentsOfFile: "\(folder.path)/a.json", encoding: .utf8) == "old\n")
    }
  }

  @Test func oneFailureDoesNotKeepTheOtherReportsBack() throws {
    let folder = try TemporaryFolder()
    try Self.project(folder)
    let run = CommandRun(["check", "\(folder.path)/project", "-o", "json:/dev/full", "-o", "\(folder.path)/r.sarif"])
    #expect(run.status == .failure)
    #expect(try String(contentsOfFile: "\(folder.path)/r.sarif", encoding: .utf8).contains("2.1.0"))
  }

  /// What is wrong before anything is checked leaves old reports alone.
  @Test(arguments: [["--nope"], ["-j", "0"], ["--select", "none/none"], ["--config", "/nowhere.toml"], ["/nowhere"]])
  func usageErrorWritesNoReport(_ words: [String]) throws {
    let folder = try TemporaryFolder()
    try Self.project(folder)
    try folder.write("old\n", to: "r.json")
    let run = CommandRun(["check", "\(folder.path)/project", "-o", "\(folder.path)/r.json"] + words)
    #expect(run.status == .failure)
    #expect(try String(contentsOfFile: "\(folder.path)/r.json", encoding: .utf8) == "old\n")
  }

  @Test(.enabled(if: getuid() == 0, "only root can give a file to somebody else"))
  func fileOfUnknownUserKeepsItsOwner() throws {
    for writer in Writer.allCases {
      let folder = try TemporaryFolder()
      try Self.project(folder)
      let path = "\(folder.path)/real"
      try folder.write(writer.old, to: "real")
      try FileManager.default.setAttributes(
        [.ownerAccountID: 54_321, .groupOwnerAccountID: 54_322, .posixPermissions: 0o640],
        ofItemAtPath: path
      )
      let run = writer.run(to: path, in: folder)
      #expect(run.status == .clean, "\(writer): \(run.errors)")
      let status = try FileStatus(of: path)
      #expect(status.owner == 54_321 && status.group == 54_322 && status.permissions == 0o640, "\(writer)")
    }
  }
}
