import Foundation
import Linter
import Patterns
import TestSupport
import Testing

@testable import CLI

/// `paddock explain FILE:LINE` says of every value on a line why it is reported or is not.
struct ExplainLineTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let situation: String
    /// Holes are filled; none of the values may be printed.
    let files: [String: String]
    let place: String
    var arguments: [String] = []
    let says: [String]
    var doesNotSay: [String] = []

    var testDescription: String { situation }
  }

  static let stripe = "token/stripe-secret-key"

  static let rows: [Row] = [
    Row(
      situation: "a token that is reported",
      files: ["src/a.ts": "\nconst key = \"sk_live_{base62:24}\";\n"],
      place: "src/a.ts:2",
      says: ["in an ordinary file", "2:14-46 \(stripe): reported as error", "placeholder", "paddock:ignore \(stripe)"]
    ),
    Row(
      situation: "a place as reports write it",
      files: ["src/a.ts": "const key = \"sk_live_{base62:24}\";\n"],
      place: "src/a.ts:1:14",
      says: ["\(stripe): reported as error"]
    ),
    Row(
      situation: "a line without a value",
      files: ["src/a.ts": "const a = 1;\nconst key = \"sk_live_{base62:24}\";\n"],
      place: "src/a.ts:1",
      says: ["No rule sees a value on this line"],
      doesNotSay: [stripe]
    ),
    Row(
      situation: "a placeholder in the form of a token",
      files: ["src/a.ts": "const key = \"sk_live_{base62:10}EXAMPLE{base62:7}\";\n"],
      place: "src/a.ts:1",
      says: [
        "\(stripe): not reported, as it is no secret", "yes, the value stands for another", "gets past `placeholder`",
      ]
    ),
    Row(
      situation: "a comment",
      files: ["src/a.ts": "// paddock:ignore-next-line token -- rotated\nconst key = \"sk_live_{base62:24}\";\n"],
      place: "src/a.ts:2",
      says: ["suppressed by a comment on line 1: rotated", "without the comment on line 1"]
    ),
    Row(
      situation: "an entry of the settings",
      files: [
        "src/a.ts": "const key = \"sk_live_{base62:24}\";\n",
        "paddock.toml": "[[ignore]]\nrule = \"token\"\nreason = \"known\"\n",
      ],
      place: "src/a.ts:1",
      says: ["suppressed by paddock.toml: known"]
    ),
    Row(
      situation: "a rule that is left out",
      files: ["src/a.ts": "const key = \"sk_live_{base62:24}\";\n", "paddock.toml": "ignore = [\"token\"]\n"],
      place: "src/a.ts:1",
      says: ["\(stripe): not reported, as the rule is left out", "`--select \(stripe)` reports it"]
    ),
    Row(
      situation: "a test",
      files: ["test/a.ts": "const key = \"sk_live_{base62:24}\";\n"],
      place: "test/a.ts:1",
      says: ["in a test, an example or documentation", "reported as warning", "one step milder"]
    ),
    Row(
      situation: "a local secrets file",
      files: [".dev.vars": "STRIPE=sk_live_{base62:24}\n"],
      place: ".dev.vars:1",
      says: ["in a local secrets file", "\(stripe): not reported, as secrets belong here"]
    ),
    Row(
      situation: "a value that its name gives away",
      files: ["src/a.ts": "const dbPassword = '{password:14}';\n"],
      place: "src/a.ts:1",
      says: ["source/hardcoded-secret: reported as warning, confidence medium", "+6.00  name-password", "in all"]
    ),
    Row(
      situation: "a value that is none",
      files: ["src/a.ts": "const dbPassword = 'changeme';\n"],
      place: "src/a.ts:1",
      says: [
        "source/hardcoded-secret: not reported, as it is no secret", "-20.00  value-placeholder  stands for a value",
        "the value of dbPassword (8 chars)",
      ],
      doesNotSay: ["changeme"]
    ),
    Row(
      situation: "a value that looks too little like chance",
      files: ["src/a.ts": "const apiToken = 'orange-table-window';\n"],
      place: "src/a.ts:1",
      says: ["not reported, as it is no secret", "value-words", "points more make it a finding of low confidence"]
    ),
    Row(
      situation: "words that make a rule look closer",
      files: ["src/a.ts": "// a key starts with sk_live_\n"],
      place: "src/a.ts:1",
      says: ["their patterns do not match", stripe]
    ),
    Row(
      situation: "a var of the configuration",
      files: ["wrangler.jsonc": "{ \"name\": \"shop\",\n  \"vars\": { \"DB_PASSWORD\": \"{password:14}\" } }"],
      place: "wrangler.jsonc:2",
      says: ["vars/", "reported as", "by the rules about configuration and dotenv files alone"]
    ),
    Row(
      situation: "an ignored file",
      files: ["dist/a.js": "const key = \"sk_live_{base62:24}\";\n", ".gitignore": "dist/\n.dev.vars*\n.env*\n"],
      place: "dist/a.js:1",
      says: ["The file was not searched: it lies in dist/, which is ignored by git, by `dist/` in .gitignore."]
    ),
    Row(
      situation: "a known value in an ignored file",
      files: [
        "dist/a.js": "const key = \"{hex:40#key}\";\n", ".dev.vars": "API_SECRET={hex:40#key}\n",
        ".gitignore": "dist/\n.dev.vars*\n.env*\n",
      ],
      place: "dist/a.js:1",
      says: ["The file was not searched", "known-value/built: reported as warning", "= an `[[ignore]]` entry"],
      doesNotSay: ["the comment"]
    ),
    Row(
      situation: "an excluded file",
      files: ["src/a.ts": "const key = \"sk_live_{base62:24}\";\n", "paddock.toml": "exclude = [\"src/\"]\n"],
      place: "src/a.ts:1",
      says: ["it lies in src/, which is excluded by `exclude` in paddock.toml"]
    ),
    Row(
      situation: "an installed package",
      files: ["node_modules/x/a.js": "const key = \"sk_live_{base62:24}\";\n"],
      place: "node_modules/x/a.js:1",
      says: ["it lies in node_modules/, which holds what others have written"]
    ),
    Row(
      situation: "a binary file",
      files: ["a.bin": "\u{0}\u{1}\u{2}\u{3} const key = \"sk_live_{base62:24}\";\n"],
      place: "a.bin:1",
      says: ["it is binary"]
    ),
    Row(
      situation: "a line that does not exist",
      files: ["src/a.ts": "const a = 1;\n"],
      place: "src/a.ts:9",
      says: ["The file ends with line 2."]
    ),
  ]

  @Test(arguments: rows)
  func saysWhy(_ row: Row) throws {
    let project = try GitProject()
    var sample = SampleText(seed: row.situation)
    for path in row.files.keys.sorted() {
      try project.folder.write(sample.fill(try #require(row.files[path])), to: path)
    }
    let run = CommandRun(["explain", "\(project.path)/\(row.place)"] + row.arguments)
    #expect(run.errors == "")
    #expect(run.status == .clean)
    for words in row.says { #expect(run.output.contains(words)) }
    for words in row.doesNotSay { #expect(!run.output.contains(words)) }
    for secret in sample.secrets where secret.count > 7 {
      #expect(!run.output.contains(String(decoding: secret, as: UTF8.self)))
    }
  }

  /// A value of low confidence is shown with the option that reports it, and as reported when the option is given.
  @Test func saysWhatWouldReportIt() throws {
    let project = try GitProject()
    var sample = SampleText(seed: "low")
    try project.write(["src/a.ts": sample.fill("const key = '{base62:14}';\n")])
    let place = "\(project.path)/src/a.ts:1"
    let unsure = CommandRun(["explain", place]).output
    #expect(unsure.contains("not reported, as its confidence is low"))
    #expect(unsure.contains("`--confidence low` reports it"))
    let asked = CommandRun(["explain", place, "--confidence", "low"])
    #expect(asked.output.contains("reported as warning, confidence low"))
    #expect(CommandRun(["explain", place], environment: ["PADDOCK_CONFIDENCE": "low"]).output.contains("reported as"))
  }

  @Test(arguments: [("a:1", "a", 1), ("a:12:3", "a", 12), ("a:b:3", "a:b", 3), ("/x/y.ts:7", "/x/y.ts", 7)])
  func readsAPlace(_ text: String, _ path: String, _ line: Int) throws {
    let place = try #require(FileLine(text))
    #expect(place.path == path)
    #expect(place.line == line)
  }

  @Test(arguments: ["vars/secret-value", "a", "a:", ":1", "a:0", "a:b", ""])
  func readsNoPlace(_ text: String) {
    #expect(FileLine(text) == nil)
  }

  @Test func namesWhatIsMissing() throws {
    let project = try GitProject()
    #expect(CommandRun(["explain", "\(project.path)/none.ts:1"]).errors.contains("no such file or folder"))
    #expect(CommandRun(["explain", "\(project.path)/src:1"]).errors.contains("is a folder"))
    #expect(CommandRun(["explain", "\(project.path)/src/index.ts"]).errors.contains("name a line of it"))
  }
}
