import Documents
import Testing

@Suite struct GitignoreTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let file: String
    let path: String
    /// The pattern that decides, with its `!`; `nil` if none does.
    let decides: String?

    init(_ file: String, _ path: String, _ decides: String?) {
      self.file = file
      self.path = path
      self.decides = decides
    }

    var testDescription: String { "\(file.debugDescription) \(path)" }
  }

  /// A path that ends with `/` is a folder.
  @Test(arguments: [
    Row(".dev.vars*\n!.dev.vars.example", ".dev.vars", ".dev.vars*"),
    Row(".dev.vars*\n!.dev.vars.example", "apps/web/.dev.vars.production", ".dev.vars*"),
    Row(".dev.vars*\n!.dev.vars.example", ".dev.vars.example", "!.dev.vars.example"),
    Row(".env", ".env.production", nil),
    Row("/.env", "apps/.env", nil),
    Row("/.env", ".env", "/.env"),
    Row("# .env\n\\#x\n\\!y", "#x", "\\#x"),
    Row("# .env\n\\#x\n\\!y", "!y", "\\!y"),
    Row("*.pem", "a/b/key.pem", "*.pem"),
    Row("*.pem", ".pem", "*.pem"),
    Row("dist/", "dist", nil),
    Row("dist/", "dist/", "dist/"),
    Row("dist/", "dist/.dev.vars", "dist/"),
    Row("dist\n!dist/.dev.vars", "dist/.dev.vars", "dist"),
    Row("dist/*\n!dist/.dev.vars", "dist/.dev.vars", "!dist/.dev.vars"),
    Row("a/**", "a/b/c", "a/**"),
    Row("a/**", "a/", nil),
    Row("**/c", "a/b/c", "**/c"),
    Row("**/c", "c", "**/c"),
    Row("a/**/c", "a/c", "a/**/c"),
    Row("a/**/c", "a/x/y/c", "a/**/c"),
    Row("a/*/c", "a/x/y/c", nil),
    Row("a**c", "abc", "a**c"),
    Row("a?c", "a/c", nil),
    Row("[a-c]x[!0-9]", "bxy", "[a-c]x[!0-9]"),
    Row("[[:upper:]_]*", "_x", "[[:upper:]_]*"),
    Row("[]-]", "]", "[]-]"),
    Row("x  ", "x", "x"),
    Row("x\\ ", "x ", "x\\ "),
    Row("x\t", "x", nil),
    Row("\u{FEFF}x\r\ny\r\n", "x", "x"),
    Row("\u{FEFF}x\r\ny\r\n", "y", "y"),
    Row("[a", "[a", nil),
    Row("a\\", "a\\", nil),
    Row("!\n/\n\n   ", "a", nil),
  ])
  func decision(_ row: Row) throws {
    let source = Source(path: ".gitignore", text: row.file)
    let rules = IgnoreRules(files: [IgnoreFile(path: ".gitignore", folder: "", bytes: source.bytes)])
    let isDirectory = row.path.hasSuffix("/")
    let decision = rules.decision(
      forPath: isDirectory ? String(row.path.dropLast()) : row.path,
      isDirectory: isDirectory
    )
    #expect(decision?.pattern.text == row.decides)
    guard let decision else { return }
    #expect(decision.isIgnored != decision.pattern.text.hasPrefix("!"))
    #expect(source.text(of: decision.pattern.region) == row.decides)
  }

  @Test func deeperFilesWin() {
    var rules = IgnoreRules(files: [
      IgnoreFile(path: "global", folder: "", bytes: Array("*.log\n".utf8)),
      IgnoreFile(path: ".gitignore", folder: "", bytes: Array("!keep.log\n/a/x\n".utf8)),
    ])
    rules.add(IgnoreFile(path: "a/.gitignore", folder: "a", bytes: Array("keep.log\n!/x\n".utf8)))
    #expect(rules.decision(forPath: "b.log", isDirectory: false)?.file == "global")
    #expect(rules.decision(forPath: "keep.log", isDirectory: false)?.isIgnored == false)
    #expect(rules.decision(forPath: "a/keep.log", isDirectory: false)?.file == "a/.gitignore")
    #expect(rules.decision(forPath: "a/x", isDirectory: false)?.isIgnored == false)
    #expect(rules.decision(forPath: "ab/keep.log", isDirectory: false)?.file == ".gitignore")
    #expect(rules.lastMatch(name: "x", inFolder: "a", isDirectory: false)?.pattern.text == "!/x")
    #expect(rules.lastMatch(name: "y.log", inFolder: "", isDirectory: false)?.file == "global")
  }

  @Test func aWalkerCarriesItsScope() {
    let root = IgnoreScope().adding(IgnoreFile(path: ".gitignore", folder: "", bytes: Array("/a/b\n".utf8)))
    let nested = root.adding(IgnoreFile(path: "a/.gitignore", folder: "a", bytes: Array("/c\n".utf8)))
    #expect(IgnoreScope().adding(IgnoreFile(path: "x", folder: "", bytes: [])).isEmpty)
    for (path, file) in [("a/b", ".gitignore"), ("a/c", "a/.gitignore"), ("a/d/c", nil), ("a/d", nil)] {
      let bytes = Array(path.utf8)
      let name = (bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
      #expect(nested.lastMatch(bytes.span, nameStart: name, isDirectory: false)?.file == file, "\(path)")
    }
  }

  @Test func flagsOfAPattern() {
    let file = IgnoreFile(path: ".gitignore", folder: "", bytes: Array("!/a/b/\nc/\nd".utf8))
    #expect(file.patterns.map(\.isNegated) == [true, false, false])
    #expect(file.patterns.map(\.isDirectoryOnly) == [true, true, false])
    #expect(file.patterns.map(\.isAnchored) == [true, false, false])
    #expect(
      file.patterns.map(\.region) == [Region(start: 0, end: 6), Region(start: 7, end: 9), Region(start: 10, end: 11)]
    )
  }

  /// Would not end in a lifetime if the stars were tried in every combination.
  @Test(arguments: ["a*", "*a", "**/a", "**/", "[a]*", "?*", "a**/"])
  func manyStars(piece: String) {
    let pattern = "/" + String(repeating: piece, count: 500) + "b"
    let rules = IgnoreRules(files: [IgnoreFile(path: ".gitignore", folder: "", bytes: Array(pattern.utf8))])
    let name = String(repeating: "a", count: 1000)
    #expect(rules.decision(forPath: name, isDirectory: false) == nil)
    let deep = Array(repeating: "a", count: 300).joined(separator: "/")
    #expect(rules.decision(forPath: deep, isDirectory: false) == nil)
  }
}
