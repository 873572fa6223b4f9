import Documents
import Foundation
import TestSupport
import Testing

/// Holds the rules to `git check-ignore` in a real repository.
@Suite struct GitignoreOracleTests {
  private static let names = [
    "a", "b", "c", "foo", "foobar", "bar", "a.b", "x y", "x ", "!a", "#a", "a*", "[a]", "]", "-", "é", "A", "a\\",
    "\u{7F}",
    "a\u{0B}", "1", "_", "\t",
  ]
  private static let folders = ["", "a", "a/b", "a/b/c", "foo", "foo/bar", "b", "x y", "a/foo"]
  private static let pieces = [
    "a", "a", "b", "c", "foo", "bar", "/", "/", "/", "*", "*", "**", "**/", "/**", "***", "?", "[a-c]", "[!a]", "[^b]",
    "[[:alpha:]]", "[[:punct:]b]", "[[:space:]]", "[[:cntrl:]]", "[[:bad:]]", "[[:a]", "[]a]", "[]-a]", "[a-]",
    "[\\]a]",
    "[b-\\a]", "[a", "[", "]", "\\", "\\a", "\\*", "\\/", " ", "\\ ", "!", "#", "\\#", "\\!", ".", "\t", "\r", "é", "-",
  ]

  @Test func agreesWithGitOnGeneratedFiles() throws {
    let repository = try TemporaryRepository(folders: Self.folders)
    defer { repository.remove() }
    var random = SeededPieces(seed: 0x6175)
    var decided = 0
    for round in 0..<300 {
      var files: [IgnoreFile] = []
      let places =
        [("global", ""), (".git/info/exclude", ""), (".gitignore", "")]
        + Self.folders.dropFirst().map { ("\($0)/.gitignore", $0) }
      for (path, folder) in places {
        let isWanted = path == ".gitignore" || Int.random(in: 0..<3, using: &random) == 0
        let bytes = isWanted ? Array(Self.ignoreFile(&random).utf8) : []
        try repository.write(bytes, to: path)
        files.append(IgnoreFile(path: path, folder: folder, bytes: bytes))
      }
      let rules = IgnoreRules(files: files)
      let paths = Self.paths(&random)
      for (path, verdict) in zip(paths, try repository.checkIgnore(paths)) {
        let actual = rules.decision(forPath: path, isDirectory: Self.folders.contains(path))
        let pattern = actual.map { "\($0.file):\($0.pattern.text)" }
        #expect(pattern == verdict, "round \(round), path \(path.debugDescription)")
        if actual != nil { decided += 1 }
        // What a walker asks, when it may ask at all.
        let (folder, name) = Self.split(path)
        if folder.isEmpty || rules.decision(forPath: folder, isDirectory: true)?.isIgnored != true {
          let quick = rules.lastMatch(name: name, inFolder: folder, isDirectory: Self.folders.contains(path))
          #expect(quick?.file == actual?.file && quick?.pattern.region == actual?.pattern.region)
        }
      }
    }
    // Otherwise the generated patterns are too odd to test anything.
    #expect(decided > 2000)
  }

  @Test func agreesWithGitAboutEveryByteInEveryClass() throws {
    let repository = try TemporaryRepository(folders: [])
    defer { repository.remove() }
    let classes = [
      "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit",
    ]
    let names = (1...127).map { UInt8($0) }.filter { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }
      .map { "n" + String(decoding: [$0], as: UTF8.self) }
    for pattern in classes.map({ "n[[:\($0):]]" }) + ["n[^[:alpha:]]", "n[+--]", "n[!-~]", "n[\\--9]"] {
      try repository.write(Array(pattern.utf8), to: ".gitignore")
      let rules = IgnoreRules(files: [IgnoreFile(path: ".gitignore", folder: "", bytes: Array(pattern.utf8))])
      for (name, verdict) in zip(names, try repository.checkIgnore(names)) {
        let actual = rules.decision(forPath: name, isDirectory: false).map { "\($0.file):\($0.pattern.text)" }
        #expect(actual == verdict, "\(pattern) \(name.debugDescription)")
      }
    }
  }

  private static func ignoreFile(_ random: inout SeededPieces) -> String {
    var text = Int.random(in: 0..<10, using: &random) == 0 ? "\u{FEFF}" : ""
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      if Int.random(in: 0..<4, using: &random) == 0 { text += "!" }
      text += random.text(of: pieces, count: 1...5)
      text += Int.random(in: 0..<5, using: &random) == 0 ? "\r\n" : "\n"
    }
    if Bool.random(using: &random) { text.unicodeScalars.removeLast() }
    return text
  }

  private static func paths(_ random: inout SeededPieces) -> [String] {
    folders.dropFirst()
      + (0..<50).map { _ in
        let folder = folders[Int.random(in: 0..<folders.count, using: &random)]
        let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          names[Int.random(in: 0..<names.count, using: &random)]
        }
        return ((folder.isEmpty ? [] : [folder]) + parts).joined(separator: "/")
      }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}

/// An empty git repository that the user's configuration does not reach.
private struct TemporaryRepository {
  struct GitFailure: Error {
    let status: Int32
  }

  private let folder: URL

  init(folders: [String]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("ignore-\(UUID().uuidString)")
    for name in folders + [""] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name),
        withIntermediateDirectories: true
      )
    }
    _ = try git(["init", "--quiet"], input: [])
    _ = try git(["config", "core.excludesFile", folder.appendingPathComponent("global").path], input: [])
    _ = try git(["config", "core.ignoreCase", "false"], input: [])
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(path))
  }

  /// For each path the file and the pattern that decide, as `file:pattern`.
  func checkIgnore(_ paths: [String]) throws -> [String?] {
    let input = paths.map { $0 + "\0" }.joined()
    let output = try git(
      ["check-ignore", "--verbose", "--non-matching", "--no-index", "--stdin", "-z"],
      input: Array(input.utf8),
      accepting: [0, 1]
    )
    let fields = output.utf8.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let prefix = folder.path + "/"
    return stride(from: 0, to: fields.count - 3, by: 4).map { index in
      let file = fields[index].hasPrefix(prefix) ? String(fields[index].dropFirst(prefix.count)) : fields[index]
      return file.isEmpty ? nil : "\(file):\(fields[index + 2])"
    }
  }

  private func git(_ arguments: [String], input: [UInt8], accepting: [Int32] = [0]) throws -> String {
    let inputFile = folder.appendingPathComponent(".git-input")
    try Data(input).write(to: inputFile)
    let run = try ProgramRun(
      ["sh", "-c", #"exec git "$@" <.git-input"#, "sh"] + arguments,
      in: folder.path,
      environment: ["LC_ALL": "C", "GIT_CONFIG_GLOBAL": "/dev/null"],
      mergesErrors: false
    )
    guard accepting.contains(run.status) else { throw GitFailure(status: run.status) }
    return run.text
  }
}
