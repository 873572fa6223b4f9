import Foundation
import Linter
import Patterns
import TestSupport
import Testing

@testable import CLI

/// A token that stands encoded in a file is a finding like any other, in every mode and report.
struct EncodedTokenFileTests {
  /// A line of code with a token in base64, the base64 and the token.
  private static func line(_ seed: String) -> (text: String, encoded: String, token: String) {
    var sample = SampleText(seed: seed)
    let token = sample.fill("sk_live_{base62:24}")
    let encoded = Data("{\"shop\":\"\(token)\",\"password\":\"p\"}".utf8).base64EncodedString()
    return ("const key = atob('\(encoded)');\n", encoded, token)
  }

  /// Whether a piece of the token, or of what it is encoded in, is shown.
  private static func isShown(_ line: (text: String, encoded: String, token: String), in run: CommandRun) -> Bool {
    SecretPieces(of: [line.encoded, String(line.token.dropFirst(8))]).first(in: run.output + run.errors) != nil
  }

  @Test(arguments: ["text", "json", "sarif", "github", "gitlab", "junit", "html"])
  func isReported(_ format: String) throws {
    let line = Self.line("a")
    let project = try GitProject()
    try project.write(["src/a.ts": "// é\n" + line.text])
    let run = project.check("--format", format)
    #expect(run.status == .findings, "\(run.errors)")
    #expect(run.output.contains("Stripe secret key, live in base64 (sk_live_…, 32 chars)"))
    #expect(!Self.isShown(line, in: run))
  }

  @Test func liesWhereItIsEncoded() throws {
    let line = Self.line("place")
    let project = try GitProject()
    try project.write(["src/a.ts": "// é\n" + line.text])
    let run = project.check("--format", "json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding["ruleId"] as? String == GitProject.leakRule)
    #expect(finding["startLine"] as? Int == 2 && finding["endLine"] as? Int == 2)
    let start = try #require(finding["startColumn"] as? Int) - 1
    let end = try #require(finding["endColumn"] as? Int) - 1
    let digits = Array(line.text)[start..<end]
    // The digits that share bits with the token: those of the 9 bytes before it end at a whole group of three.
    #expect(digits.count == 43)
    #expect(String(digits) == String(Array(line.encoded)[12..<55]))
  }

  /// The lines of other findings show it as little, even while its rule is off.
  @Test func isHiddenOnTheLineOfAnother() throws {
    let line = Self.line("b")
    let project = try GitProject()
    var sample = SampleText(seed: "other")
    let other = sample.fill("const pat = 'ghp_{base62:30}{checksum:crc32-base62}';")
    try project.write(["src/a.ts": "\(other) \(line.text)"])
    let run = project.check("--select", "token/github-pat-classic")
    #expect(run.output.contains("Checked") && run.status == .findings)
    #expect(!Self.isShown(line, in: run))
  }

  @Test func isFoundInStagedFilesRangesAndHistory() throws {
    let line = Self.line("c")
    let project = try GitProject()
    try project.write(["src/a.ts": line.text])
    try project.git("add", "-A")
    let words = "error[\(GitProject.leakRule)] Stripe secret key, live in base64"
    #expect(project.check("--staged").output.contains("src/a.ts:1:31: \(words)"))
    try project.commit("leak")
    #expect(project.check("--diff", "HEAD~1").output.contains("src/a.ts:1:31: \(words)"))
    #expect(project.check("--history").output.contains("src/a.ts:1:31: \(words)"))
    try project.write(["src/a.ts": "// gone\n"])
    try project.commit("remove")
    let history = project.check("--history")
    #expect(history.output.contains("src/a.ts:1:31: warning[\(GitProject.leakRule)]"))
    #expect(!Self.isShown(line, in: history))
    #expect(project.check().status == .clean)
  }

  @Test func canBeSilenced() throws {
    let line = Self.line("d")
    let project = try GitProject()
    try project.write(["src/a.ts": line.text.dropLast() + " // paddock:ignore \(GitProject.leakRule) -- of a test\n"])
    #expect(project.check().status == .clean)
  }

  @Test func isExplained() throws {
    let line = Self.line("e")
    let project = try GitProject()
    try project.write(["src/a.ts": line.text])
    let run = CommandRun(["explain", "\(project.path)/src/a.ts:1"])
    #expect(run.output.contains("Stripe secret key, live in base64"), "\(run.output)\(run.errors)")
    #expect(run.output.contains("it stands here in base64"))
    #expect(!Self.isShown(line, in: run))
  }
}
