import Foundation
import Linter
import Patterns
import TestSupport
import Testing

/// Never "no problems" about what was not looked at.
struct CoverageTests {
  /// A value that nobody can guess, the same in every run.
  private static func value(_ seed: String) -> String {
    var text = SampleText(seed: seed)
    return text.fill("{base62:32}")
  }

  /// Two Workers in one repository, each with a secret; the first one's secret leaks in several places.
  private static func monorepo() throws -> (folder: TemporaryFolder, top: String) {
    let folder = try TemporaryFolder()
    let secret = value("api")
    let files = [
      ".gitignore": ".dev.vars*\n.env*\n!.env.example\n/ignored/\n*.gen.js\n.wrangler/\nnode_modules/\n",
      "apps/api/wrangler.jsonc":
        #"{ "name": "api", "main": "src/index.ts", "env": { "production": {}, "staging": {} } }"#,
      "apps/api/.dev.vars": "STRIPE_KEY=\(secret)\n",
      "apps/api/src/index.ts": "const a = '\(secret)';\nexport default {};\n",
      "apps/api/src/lib/deep.ts": "export const b = '\(secret)';\n",
      "apps/web/wrangler.toml": "name = \"web\"\nmain = \"src/index.ts\"\n[assets]\ndirectory = \"public\"\n"
        + "[env.preview]\n",
      "apps/web/public/.dev.vars": "PUBLIC_SECRET=\(value("public"))\n", "apps/web/public/index.html": "<p>shop</p>\n",
      "apps/web/.dev.vars": "OTHER_SECRET=\(value("web"))\n",
      "apps/web/src/index.ts": "const c = '\(secret)';\n" + GitProject.leak(),
      "shared/util.js": "module.exports = '\(value("web"))';\n",
      "ignored/tracked.js": "const d = '\(secret)';\n", "ignored/untracked.js": "const e = '\(secret)';\n",
      "src.gen.js": "const f = '\(secret)';\n", ".envrc": "export DB_PASSWORD=\(secret)\n",
      "node_modules/pack/index.js": "const g = '\(secret)';\n",
    ]
    for (path, text) in files { try folder.write(text, to: "repo/\(path)") }
    let top = folder.path + "/repo"
    try folder.git("-C", top, "init", "-q", "-b", "main")
    try folder.git("-C", top, "add", "-A")
    try folder.git("-C", top, "add", "-f", "ignored/tracked.js", "src.gen.js", ".envrc", "node_modules")
    try folder.git("-C", top, "commit", "-q", "-m", "first")
    return (folder, top)
  }

  /// The places reported, as `path:line rule`.
  private static func places(_ run: CommandRun) throws -> Set<String> {
    struct Report: Decodable {
      struct Finding: Decodable {
        let path, ruleId: String
        let startLine: Int
      }
      let findings: [Finding]
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    return Set(report.findings.map { "\($0.path):\($0.startLine) \($0.ruleId)" })
  }

  // MARK: What git tracks

  private static let trackedFiles = ["ignored/tracked.js", "src.gen.js", ".envrc", "node_modules/pack/index.js"]

  @Test(arguments: trackedFiles)
  func whatGitTracksIsSearchedWhateverAnIgnoreFileSays(_ path: String) throws {
    let (folder, top) = try Self.monorepo()
    defer { withExtendedLifetime(folder) {} }
    for arguments in [[top], ["\(top)/\(path)"], [FilePaths.parent("\(top)/\(path)")]] {
      let run = CommandRun(["check", "--format", "json"] + arguments)
      #expect(run.status == .findings, "\(arguments)")
      #expect(try Self.places(run).contains("\(path):1 known-value/in-source"), "\(arguments)")
    }
    let explained = CommandRun(["explain", "\(top)/\(path):1"])
    #expect(explained.output.contains("reported as error"), "\(explained.output)")
  }

  /// How a file comes to be ignored, each for a file that was committed before.
  private static let ignoreWays: [(file: String, line: String)] = [
    (".gitignore", "/late/"), (".gitignore", "late/"), (".gitignore", "*.js"), (".gitignore", "*"),
    (".gitignore", "/*\n!/src"), ("late/.gitignore", "*"), ("late/.gitignore", "k.js"), (".git/info/exclude", "late"),
    (".gitignore", "late/k.js"), (".gitignore", "**/k.*"), ("late/.gitignore", "*\n!.gitignore"),
  ]

  @Test(arguments: ignoreWays.indices)
  func whatIsIgnoredAfterTheCommitIsStillSearched(_ way: Int) throws {
    let (file, line) = Self.ignoreWays[way]
    let project = try GitProject()
    try project.write(["late/k.js": GitProject.leak()])
    try project.commit("second")
    try project.write([file: line + "\n"])
    #expect(project.check().output.contains("late/k.js:1:"), "\(file): \(line)")
    #expect(project.check("--format", "json").output.contains("\"trackedDespiteIgnore\" : "))
    #expect(project.check("--verbose").output.contains("Searched although an ignore file matches:"))
  }

  @Test func theUsersOwnIgnoreFileHidesNothingThatIsTracked() throws {
    let project = try GitProject()
    try project.write(["late/k.js": GitProject.leak(), "mine": "late\n"])
    try project.commit("second")
    try project.git("config", "core.excludesFile", project.path + "/mine")
    #expect(project.check().output.contains("late/k.js:1:"))
  }

  /// What is ignored and not tracked stays left out, unless it was named.
  @Test func whatIsIgnoredIsSearchedWhenItIsNamed() throws {
    let (folder, top) = try Self.monorepo()
    defer { withExtendedLifetime(folder) {} }
    #expect(!CommandRun(["check", top]).output.contains("ignored/untracked.js"))
    for path in ["ignored/untracked.js", "ignored"] {
      #expect(CommandRun(["check", "\(top)/\(path)"]).output.contains("untracked.js:1:"), "\(path)")
    }
  }

  @Test func aDeletedFileIsNotLookedFor() throws {
    let project = try GitProject()
    try project.write(["late/k.js": GitProject.leak(), "gone/k.js": "x"])
    try project.commit("second")
    try FileManager.default.removeItem(atPath: project.path + "/gone")
    let run = project.check()
    #expect(!run.errors.contains("gone"))
    #expect(run.status == .findings)
  }

  // MARK: Paths

  private static let narrowings = [
    ["apps/api"], ["apps/api/src"], ["apps/api/src/lib"], ["apps/api/src/lib/deep.ts"], ["apps/api/src/index.ts"],
    ["apps/web"], ["apps/web/src/index.ts"], ["shared"], ["shared/util.js"], ["apps"], [".envrc"], [".gitignore"],
    ["apps/api/src", "apps/web"], ["apps/web/src/index.ts", "shared/util.js"], ["apps/api/wrangler.jsonc"],
    ["apps/web/wrangler.toml"], ["apps/web/public"], ["apps/web/public/index.html"],
    ["apps/api/wrangler.jsonc", ".envrc"], ["ignored/tracked.js"], ["node_modules/pack"], ["."], ["apps/api/.."],
  ]

  /// PATH narrows what is reported, never what is known: a check of a part finds what a check of all finds there.
  @Test(arguments: narrowings)
  func aPartIsReportedAsInTheWhole(_ paths: [String]) throws {
    let (folder, top) = try Self.monorepo()
    defer { withExtendedLifetime(folder) {} }
    let whole = try Self.places(CommandRun(["check", top, "--format", "json"]))
    let part = try Self.places(CommandRun(["check", "--format", "json"] + paths.map { "\(top)/\($0)" }))
    let expected = whole.filter { place in
      paths.contains { path in
        let path = path == "." ? "" : path == "apps/api/.." ? "apps" : path
        return path.isEmpty || place.hasPrefix(path + ":") || place.hasPrefix(path + "/")
      }
    }
    #expect(part == expected)
    #expect(!whole.isEmpty)
  }

  /// The same from a current folder, with paths that work there.
  @Test func theCurrentFolderNarrowsAsAPathDoes() throws {
    let (folder, top) = try Self.monorepo()
    defer { withExtendedLifetime(folder) {} }
    let program = try GitProject.program()
    let here = try ProgramRun([program], in: "\(top)/apps/api/src")
    #expect(here.status == 1)
    #expect(here.text.contains("\nlib/deep.ts:1:") && !here.text.contains("shared"))
    let above = try ProgramRun([program, "../web"], in: "\(top)/apps/api")
    #expect(above.text.contains("../web/src/index.ts:1:"), "\(above.text)")
    let explained = try ProgramRun([program, "explain", "deep.ts:1"], in: "\(top)/apps/api/src/lib")
    #expect(explained.text.contains("known-value/in-source: reported"))
    let report = try ProgramRun([program, "--format", "json"], in: "\(top)/apps/api/src")
    #expect(report.text.contains("\"apps/api/src/index.ts\""))
  }

  @Test func settingsAndBaselineAreThoseAboveThePath() throws {
    let project = try GitProject()
    try project.write(["src/deep/k.ts": GitProject.leak(), "paddock.toml": "ignore = [\"token\"]\n"])
    #expect(CommandRun(["check", project.path + "/src/deep"]).status == .clean)
    #expect(CommandRun(["check", project.path + "/src/deep/k.ts"]).status == .clean)
    try project.write(["paddock.toml": ""])
    #expect(CommandRun(["check", project.path + "/src/deep/k.ts"]).status == .findings)
    #expect(CommandRun(["baseline", "create", project.path]).status == .clean)
    #expect(CommandRun(["check", project.path + "/src/deep/k.ts"]).status == .clean)
    #expect(CommandRun(["check", project.path + "/src/deep"]).status == .clean)
  }

  @Test func stagedFilesNarrowAsWell() throws {
    let (folder, top) = try Self.monorepo()
    defer { withExtendedLifetime(folder) {} }
    try folder.write("const z = '\(Self.value("api"))';\n", to: "repo/apps/api/src/new.ts")
    try folder.write("const z = '\(Self.value("api"))';\n", to: "repo/shared/new.ts")
    try folder.git("-C", top, "add", "-A")
    let run = CommandRun(["check", "--staged", "\(top)/apps/api/src", "--format", "json"])
    #expect(try Self.places(run) == ["apps/api/src/new.ts:1 known-value/in-source"])
  }

  /// Without a repository, the project above a path is found all the same.
  @Test func withoutARepositoryTheProjectAboveIsKnown() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{ "name": "shop", "main": "src/k.ts" }"#, to: "shop/wrangler.json")
    try folder.write("STRIPE_KEY=\(Self.value("x"))\n", to: "shop/.dev.vars")
    try folder.write("const k = '\(Self.value("x"))';\n", to: "shop/src/k.ts")
    for path in ["shop", "shop/src", "shop/src/k.ts", ""] {
      #expect(CommandRun(["check", "\(folder.path)/\(path)"]).output.contains("src/k.ts:1:"), "\(path)")
    }
  }

  // MARK: Several repositories

  @Test func everyProjectIsAskedOfItsOwnRepository() throws {
    let folder = try TemporaryFolder()
    for name in ["one", "two"] {
      try folder.write("name = \"\(name)\"\n", to: "\(name)/wrangler.toml")
      try folder.write("API_SECRET=\(Self.value(name))\n", to: "\(name)/.dev.vars")
      try folder.git("-C", folder.path + "/\(name)", "init", "-q")
      try folder.git("-C", folder.path + "/\(name)", "add", "-A")
    }
    try folder.write("name = \"three\"\n", to: "three/wrangler.toml")
    try folder.write("API_SECRET=\(Self.value("three"))\n", to: "three/.dev.vars")
    let run = CommandRun(["check", folder.path, "--format", "json"])
    let places = try Self.places(run)
    #expect(places.contains("one/.dev.vars:1 git/secret-file-tracked"))
    #expect(places.contains("two/.dev.vars:1 git/secret-file-tracked"))
    #expect(!places.contains { $0.hasPrefix("three") && $0.contains(" git/") })
  }

  @Test func aSubmoduleIsARepositoryOfItsOwn() throws {
    let folder = try TemporaryFolder()
    try folder.write("name = \"inner\"\n", to: "inner/wrangler.toml")
    try folder.git("-C", folder.path + "/inner", "init", "-q")
    try folder.git("-C", folder.path + "/inner", "add", "-A")
    try folder.git("-C", folder.path + "/inner", "commit", "-q", "-m", "first")
    try folder.write("API_SECRET=\(Self.value("inner"))\n", to: "outer/plain.txt")
    try folder.git("-C", folder.path + "/outer", "init", "-q")
    try folder.git(
      "-C",
      folder.path + "/outer",
      "-c",
      "protocol.file.allow=always",
      "submodule",
      "--quiet",
      "add",
      folder.path + "/inner",
      "sub"
    )
    try folder.write(".dev.vars\n", to: "outer/.gitignore")
    try folder.write("API_SECRET=\(Self.value("inner"))\n", to: "outer/sub/.dev.vars")
    // What the outer repository ignores says nothing about the inner one.
    for path in ["outer", "outer/sub"] {
      let run = CommandRun(["check", "\(folder.path)/\(path)"])
      #expect(run.output.contains("git/secret-file-not-ignored"), "\(path): \(run.output)")
    }
    try folder.git("-C", folder.path + "/outer/sub", "add", "-f", ".dev.vars")
    #expect(CommandRun(["check", folder.path + "/outer"]).output.contains("git/secret-file-tracked"))
  }

  /// Where git cannot be asked, no command says that all is well.
  @Test func withoutGitARepositoryBelowIsAFailure() throws {
    let folder = try TemporaryFolder()
    try folder.write("name = \"shop\"\n", to: "shop/wrangler.toml")
    try folder.git("-C", folder.path + "/shop", "init", "-q")
    try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: true)
    for command in ["check", "ready"] {
      let run = try ProgramRun(
        [try GitProject.program(), command, folder.path],
        in: folder.path,
        environment: ["PATH": folder.path + "/empty"]
      )
      #expect(run.status == 2, "\(command): \(run.text)")
      #expect(run.text.contains("git cannot be asked about this repository"), "\(command)")
    }
  }

  // MARK: Nothing there

  private static let refusals: [(arguments: [String], words: String)] = [
    (["--env", "prod"], "did you mean \"production\"?"), (["--env", "prodution"], "did you mean \"production\"?"),
    (["--env", "live"], "there is \"preview\", \"production\", \"staging\""),
  ]

  @Test(arguments: refusals.indices)
  func anEnvironmentThatNobodyHasIsAFailure(_ index: Int) throws {
    let (arguments, words) = Self.refusals[index]
    let (folder, top) = try Self.monorepo()
    defer { withExtendedLifetime(folder) {} }
    for run in [CommandRun(["check", top] + arguments), CommandRun(["check", "\(top)/apps"] + arguments)] {
      #expect(run.status == .failure)
      #expect(run.errors.contains(words), "\(run.errors)")
    }
    try folder.write("environments = [\"\(arguments[1])\"]\n", to: "repo/paddock.toml")
    let run = CommandRun(["check", top])
    #expect(run.status == .failure)
  }

  @Test func anEnvironmentThatAnotherWorkerHasIsANotice() throws {
    let (folder, top) = try Self.monorepo()
    defer { withExtendedLifetime(folder) {} }
    let run = CommandRun(["check", top, "--env", "staging"])
    #expect(run.status == .findings)
    #expect(run.errors.contains("apps/web/wrangler.toml: it has no environment \"staging\""), "\(run.errors)")
    #expect(CommandRun(["check", "\(top)/apps/web", "--env", "staging"]).status == .failure)
  }

  @Test func whereNothingWasSearchedNothingIsClean() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/empty/sub", withIntermediateDirectories: true)
    try folder.write("x = 1\n", to: "files/a.py")
    try folder.write("exclude = [\"**\"]\n", to: "excluded/paddock.toml")
    try folder.write("x", to: "excluded/a.txt")
    let empty = CommandRun(["check", folder.path + "/empty"])
    #expect(empty.status == .failure)
    #expect(empty.errors.contains("no file was searched in") && !empty.output.contains("no problems"))
    let files = CommandRun(["check", folder.path + "/files"])
    #expect(files.status == .clean)
    #expect(files.errors.contains("no wrangler configuration at or below"))
    let excluded = CommandRun(["check", folder.path + "/excluded"])
    #expect(excluded.errors.contains("`exclude` in paddock.toml"))
    #expect(!excluded.output.contains("no problems"))
    let pattern = CommandRun(["check", folder.path + "/files/*.ts"])
    #expect(pattern.status == .failure)
    #expect(pattern.errors.contains("no file matches the pattern"))
  }

  @Test func withoutARepositoryTheIgnoredFilesAreCounted() throws {
    let folder = try TemporaryFolder()
    try folder.write("name = \"shop\"\n", to: "wrangler.toml")
    try folder.write("*.log\nbuild/\n", to: ".gitignore")
    for name in ["a.log", "b.log", "build/x.js", "c.js"] { try folder.write("x", to: name) }
    let run = CommandRun(["check", folder.path])
    #expect(run.errors.contains("3 files and folders that .gitignore leaves out were not searched"), "\(run.errors)")
    try folder.git("init", "-q")
    #expect(!CommandRun(["check", folder.path]).errors.contains("leaves out"))
  }
}

private enum FilePaths {
  static func parent(_ path: String) -> String { URL(filePath: path).deletingLastPathComponent().path }
}
