import Foundation
import Patterns
import TestSupport
import Testing

/// Files in UTF-16 are read as the text an editor shows.
struct UTF16FileTests {
  static let encodings: [(name: String, encoding: String.Encoding, mark: [UInt8])] = [
    ("LE with a mark", .utf16LittleEndian, [0xFF, 0xFE]), ("BE with a mark", .utf16BigEndian, [0xFE, 0xFF]),
    ("LE", .utf16LittleEndian, []), ("BE", .utf16BigEndian, []),
  ]

  static func data(_ text: String, _ row: Int) throws -> Data {
    let (_, encoding, mark) = encodings[row]
    return Data(mark) + (try #require(text.data(using: encoding)))
  }

  /// The lines of a report that say where something is and what.
  static func findings(_ run: CommandRun) -> [Substring] {
    run.output.split(separator: "\n").filter { !$0.hasPrefix("Checked") }
  }

  @Test(arguments: 0..<4, ["\n", "\r\n"])
  func findsWhatItFindsInUTF8(_ row: Int, _ end: String) throws {
    var sample = SampleText(seed: "utf-16")
    let token = sample.fill("sk_live_{base62:24}")
    let hidden = sample.fill("sk_live_{base62:24}")
    let password = sample.fill("{password:14}")
    let text = [
      "// 🎉 grüße", "const a = '🎉🎉'; const key = \"\(token)\";", "",
      "const b = \"\(hidden)\"; // paddock:ignore token -- old", "const dbPassword = '\(password)';", "",
    ].joined(separator: end)
    let plain = try GitProject()
    let other = try GitProject()
    try plain.folder.write(text, to: "src/a.ts")
    try other.folder.write(try Self.data(text, row), to: "src/a.ts")
    let expected = Self.findings(plain.check())
    #expect(expected.contains { $0.contains("src/a.ts:2:30: ") })
    #expect(expected.contains { $0.contains("src/a.ts:5:21: ") })
    #expect(!expected.contains { $0.contains("src/a.ts:4:") })
    #expect(
      Self.findings(other.check()).map { $0.replacing(other.path, with: "") }
        == expected.map {
          $0.replacing(plain.path, with: "")
        }
    )
    for secret in [token, hidden, password] { #expect(!other.check().output.contains(secret)) }

    try other.commit("two")
    let history = other.check("--history")
    #expect(history.output.contains("src/a.ts:2:30: "))
    try other.folder.write(try Self.data(text + "// more\(end)", row), to: "src/b.ts")
    try other.git("add", "-A")
    #expect(other.check("--staged").output.contains("src/b.ts:2:30: "))
  }

  /// PowerShell writes `.dev.vars` so; its values are as secret as any.
  @Test func knowsTheValuesOfLocalFiles() throws {
    var sample = SampleText(seed: "known")
    let value = sample.fill("{hex:40}")
    let project = try GitProject()
    try project.folder.write(try Self.data("API_SECRET=\(value)\r\n", 0), to: ".dev.vars")
    try project.write(["src/a.ts": "fetch(`/x?y=\(value)`)\n"])
    let run = project.check()
    #expect(run.output.contains("src/a.ts:1:"))
    #expect(run.output.contains("known-value/"))
    #expect(!run.output.contains(value))
  }

  /// wrangler refuses such a configuration, and a line of it shows no secret all the same.
  @Test func configurationIsStillRefused() throws {
    var sample = SampleText(seed: "config")
    let value = sample.fill("{password:14}")
    let project = try GitProject()
    let config = "{ \"name\": \"shop\", \"vars\": { \"DB_PASSWORD\": \"\(value)\" } }"
    try project.folder.write(try Self.data(config, 0), to: "wrangler.jsonc")
    let run = project.check()
    #expect(run.output.contains("the file is UTF-16; save it as UTF-8"))
    #expect(!run.output.contains(value))
  }

  @Test func otherBinaryFilesStayUnread() throws {
    let project = try GitProject()
    try project.folder.write(Data([0, 1, 2, 3]) + Data(GitProject.leak().utf8), to: "a.bin")
    #expect(!project.check().output.contains("a.bin"))
  }
}
