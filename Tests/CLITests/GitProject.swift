import Foundation
import Patterns
import TestSupport

/// A real repository with a Workers project, for tests of what git modes see.
struct GitProject {
  let folder: TemporaryFolder

  static let config = #"{ "name": "shop", "main": "src/index.ts" }"#
  static let ignores = ".dev.vars*\n!.dev.vars.example\n.env*\n!.env.example\n.wrangler/\nnode_modules/\n"

  /// A project with one clean commit.
  init(arguments: [String] = []) throws {
    folder = try TemporaryFolder()
    try folder.git(["init", "-q", "-b", "main"] + arguments)
    try write([
      "wrangler.jsonc": Self.config, ".gitignore": Self.ignores, "src/index.ts": "export default {};\n",
    ])
    try commit("first")
  }

  var path: String { folder.path }

  func write(_ files: [String: String]) throws {
    for (path, text) in files { try folder.write(text, to: path) }
  }

  @discardableResult
  func git(_ arguments: String...) throws -> String { try folder.git(arguments) }

  func commit(_ message: String) throws {
    try folder.git("add", "-A")
    try folder.git("commit", "-q", "-m", message)
  }

  func check(_ arguments: String..., environment: [String: String] = [:]) -> CommandRun {
    check(arguments, environment: environment)
  }

  func check(_ arguments: [String], environment: [String: String] = [:]) -> CommandRun {
    CommandRun(["check"] + arguments + [path], environment: environment)
  }

  /// Everything below `.git`, byte for byte.
  func repositoryBytes() throws -> [String: Data] {
    let top = folder.url.appending(path: ".git")
    var bytes: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: top.path) {
      // A folder has no content of its own.
      bytes[name] = (try? Data(contentsOf: top.appending(path: name))) ?? Data()
    }
    return bytes
  }

  /// A line of code with a token in it; every seed gives another one.
  static func leak(_ seed: String = "one") -> String {
    var text = SampleText(seed: seed)
    return text.fill("const key = \"sk_live_{base62:24}\";\n")
  }

  /// The rule that finds it.
  static let leakRule = "token/stripe-secret-key"

  /// The program as it was built beside the tests.
  static func program() throws -> String {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "paddock").path
    let built = URL(filePath: #filePath).appending(path: "../../../.build/debug/paddock").standardized.path
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : built
  }
}
