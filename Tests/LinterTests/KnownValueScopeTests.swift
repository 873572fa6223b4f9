import Documents
import Git
import Patterns
import Testing
import Workers

@testable import Linter

/// A known value counts for the files of its own repository, and where there is none for those of its own project.
struct KnownValueScopeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let value: String
    let path: String
    let counts: Bool
    var testDescription: String { "\(value) in \(path)" }

    init(_ value: String, _ path: String, _ counts: Bool) {
      (self.value, self.path, self.counts) = (value, path, counts)
    }
  }

  private func expect(_ row: Row, _ scope: KnownValueScope) {
    let value = KnownValue(name: "A", path: row.value, keyRegion: Region(start: 0, end: 0), bytes: [])
    #expect(scope.isRelated(path: row.path, to: value) == row.counts)
  }

  /// Several repositories side by side, one with a submodule, and files in none.
  @Test(arguments: [
    Row("one/.dev.vars", "one/src/a.ts", true), Row("one/.dev.vars", "one/README.md", true),
    Row("one/apps/api/.dev.vars", "one/apps/web/src/a.ts", true), Row("one/.env", "one/apps/web/src/a.ts", true),
    Row("one/.dev.vars", "two/src/a.ts", false), Row("two/.dev.vars", "one/src/a.ts", false),
    Row("one/.dev.vars", "one/lib/sub/a.ts", false), Row("one/lib/sub/.env", "one/src/a.ts", false),
    Row("one/lib/sub/.env", "one/lib/sub/src/a.ts", true), Row("one/.dev.vars", "one/lib/a.ts", true),
    Row("one/.dev.vars", "onerous/a.ts", false), Row("one/.dev.vars", "notes.txt", false),
    Row("one/.dev.vars", "loose/a.ts", false), Row(".env", "one/src/a.ts", true), Row(".env", "one/lib/sub/a.ts", true),
    Row("loose/.dev.vars", "one/src/a.ts", false), Row("loose/.dev.vars", "loose/vendored/a.ts", true),
    Row("loose/.dev.vars", "notes.txt", true), Row("one/.dev.vars", "one/dist.zip!/a.js", true),
    Row("two/.dev.vars", "one/dist.zip!/a.js", false),
  ])
  func amongRepositories(_ row: Row) {
    expect(
      row,
      KnownValueScope(
        repositories: ["one", "one/lib/sub", "two", "loose/vendored"],
        projects: ["one", "one/apps/api", "one/apps/web", "two", "loose"]
      )
    )
  }

  @Test(arguments: [
    Row("a/.dev.vars", "a/src/a.ts", true), Row("a/.dev.vars", "a/deep/er/a.ts", true),
    Row("a/.dev.vars", "b/src/a.ts", false),
    Row("b/.dev.vars", "a/src/a.ts", false), Row("a/.dev.vars", "README.md", true),
    Row("a/.dev.vars", "scripts/deploy.sh", true),
    Row("a/.dev.vars", "ab/a.ts", true), Row("a/nested/.dev.vars", "a/src/a.ts", true),
    Row("a/.dev.vars", "a/nested/src/a.ts", true), Row("a/nested/.dev.vars", "b/a.ts", false),
    Row(".env", "a/src/a.ts", true), Row(".env", "README.md", true), Row("shared/.env", "shared/x/a.ts", true),
    Row("shared/.env", "a/src/a.ts", true), Row("a/.dev.vars", "shared/a.ts", true),
    Row("a/.dev.vars", "b/dist/a.js", false),
    Row("a/.dev.vars", "b.zip!/a.js", true), Row("a/.dev.vars", "b/b.zip!/a.js", false),
  ])
  func amongProjectsInNoRepository(_ row: Row) {
    expect(row, KnownValueScope(repositories: [], projects: ["a", "a/nested", "b"]))
  }

  /// A project at the top holds all others.
  @Test(arguments: [
    Row(".dev.vars", "a/src/a.ts", true), Row("a/.dev.vars", "src/a.ts", true), Row("a/.dev.vars", "b/src/a.ts", true),
  ])
  func belowAProject(_ row: Row) {
    expect(row, KnownValueScope(repositories: [], projects: ["", "a", "b"]))
  }

  // MARK: In a run

  private static let config = #"{ "name": "shop", "main": "src/index.ts" }"#

  private static func found(_ files: [String: String], isTracked: Bool) -> [String] {
    var sample = SampleText(seed: "scope")
    let value = sample.fill("{alnum-lower:24}")
    let texts = files.mapValues { $0.replacing("VALUE", with: value) }
    return Scan(rules: .builtIn, settings: Settings())
      .run(
        on: FileTree(texts: texts),
        tracked: isTracked ? TrackedPaths(texts.keys.filter { !$0.contains("/.") }) : nil
      )
      .findings.filter { $0.rule.group == "known-value" }
      .map { "\($0.location.path): \($0.message)" }
  }

  private static let projects = [
    "a/wrangler.jsonc": config, "a/.dev.vars": "PARTNER_TOKEN=VALUE\n", "b/wrangler.jsonc": config,
    "b/src/index.ts": "const x = 'VALUE';\n",
  ]

  @Test func projectsOfOneRepositoryAreRelated() {
    #expect(
      Self.found(Self.projects, isTracked: true) == [
        "b/src/index.ts: the value of PARTNER_TOKEN from a/.dev.vars stands here"
      ]
    )
  }

  @Test func projectsInNoRepositoryAreNot() { #expect(Self.found(Self.projects, isTracked: false).isEmpty) }

  /// Two projects may have the same secret: each is told its own.
  @Test func theSameValueIsKnownToBoth() {
    let files = Self.projects.merging(
      ["b/.dev.vars": "OTHER_TOKEN=VALUE\n", "a/src/index.ts": "const y = 'VALUE';\n", "c.ts": "'VALUE'\n"],
      uniquingKeysWith: { $1 }
    )
    #expect(
      Self.found(files, isTracked: false) == [
        "a/src/index.ts: the value of PARTNER_TOKEN from a/.dev.vars stands here",
        "b/src/index.ts: the value of OTHER_TOKEN from b/.dev.vars stands here",
        "c.ts: the value of PARTNER_TOKEN from a/.dev.vars stands here",
      ]
    )
  }

  @Test func buildOutputsAndPublishedFilesAreAskedToo() {
    let files = [
      "a/wrangler.jsonc": Self.config, "a/.dev.vars": "PARTNER_TOKEN=VALUE\n", "b/dist/x.js": "'VALUE'",
      "b/wrangler.jsonc": #"{ "name": "web", "assets": { "directory": "public" } }"#, "b/public/x.js": "'VALUE'",
      "a/dist/x.js": "'VALUE'", ".gitignore": "dist\n",
    ]
    #expect(
      Self.found(files, isTracked: false) == [
        "a/dist/x.js: the value of PARTNER_TOKEN from a/.dev.vars stands in the output of a build"
      ]
    )
  }
}
