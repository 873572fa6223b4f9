import Documents
import Testing
import Workers

/// What commands say about the dotenv files a Worker runs with (docs/facts/wrangler.md §5.1).
struct LocalRunTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// The `dev` scripts of a project with the environment `staging`.
    let scripts: [String]
    /// For the top level and for `staging`; `nil` where they cannot be told.
    let top: [DotenvChoice]?
    let staging: [DotenvChoice]?

    var testDescription: String { scripts.joined(separator: " | ") }
  }

  static let cases = [
    Case(scripts: [], top: [.usual], staging: [.usual]),
    Case(scripts: ["wrangler dev"], top: [.usual], staging: [.usual]),
    Case(scripts: ["wrangler types --env-file a.vars"], top: [.usual], staging: [.usual]),
    Case(scripts: ["wrangler deploy --env-file a.vars"], top: [.usual], staging: [.usual]),
    Case(scripts: ["wrangler dev --env-file a.vars"], top: [.named(["api/a.vars"])], staging: [.usual]),
    Case(
      scripts: ["npx wrangler dev --env-file=../b.vars --env staging --env-file .env"],
      top: [.usual],
      staging: [.named(["b.vars", "api/.env"])]
    ),
    Case(
      scripts: ["CLOUDFLARE_ENV=staging wrangler dev --env-file ./a.vars"],
      top: [.usual],
      staging: [.named(["api/a.vars"])]
    ),
    Case(
      scripts: ["wrangler dev", "wrangler dev --env-file a.vars", "wrangler dev --env-file a.vars --port 1"],
      top: [.usual, .named(["api/a.vars"])],
      staging: [.usual]
    ),
    Case(scripts: ["wrangler dev --env-file $FILE"], top: nil, staging: [.usual]),
    Case(scripts: ["wrangler dev --env $WHICH --env-file a.vars"], top: nil, staging: nil),
    Case(scripts: ["wrangler dev --env $WHICH"], top: [.usual], staging: [.usual]),
    Case(scripts: ["wrangler dev --env-file not-here.vars"], top: nil, staging: [.usual]),
    Case(scripts: ["wrangler dev -c ../wrangler.toml --env-file a.vars"], top: [.usual], staging: [.usual]),
    Case(scripts: ["cd .. && wrangler dev --env-file b.vars"], top: [.usual], staging: [.usual]),
  ]

  @Test("The files that commands choose", arguments: cases)
  func choices(of example: Case) throws {
    let project = try project(example.scripts)
    #expect(project.choices(for: nil) == example.top)
    #expect(project.choices(for: "staging") == example.staging)
  }

  @Test("Named files replace `.dev.vars`, are merged in order, and are expanded whatever their names")
  func values() throws {
    let project = try project(["wrangler dev --env-file a.vars --env-file .dev.vars.live"])
    let local = project.localValues(for: nil, choice: .named(["api/a.vars", "api/.dev.vars.live"]))
    #expect(local.loaded.map(\.path) == ["api/a.vars", "api/.dev.vars.live"])
    #expect(local.passedOver.map(\.path) == ["api/.dev.vars", "api/.env"])
    #expect(local.winningDevVars == nil)
    #expect(
      Dictionary(uniqueKeysWithValues: local.values.map { ($0.key, $0.value) }) == ["A": "one", "B": "live one"]
    )
    let off = project.localValues(
      for: nil,
      choice: .named(["api/a.vars"]),
      switches: LocalValues.Switches(loadsDotenv: false)
    )
    #expect(off.values.isEmpty)
  }

  @Test("A file of another name belongs to the project that names it")
  func files() throws {
    let project = try project(["wrangler dev --env-file a.vars", "wrangler deploy --env-file ../b.vars"])
    #expect(project.dotenvFiles.filter { $0.role == .named }.map(\.path) == ["api/a.vars", "b.vars"])
    #expect(project.dotenvFiles.map(\.name).contains(".dev.vars.live"))
  }

  /// The project in `api` of a tree whose scripts are those given.
  private func project(_ scripts: [String]) throws -> Project {
    let lines = scripts.enumerated().map { "\"s\($0)\": \"\($1)\"" }.joined(separator: ", ")
    let tree = FileTree(texts: [
      "wrangler.toml": "name = \"top\"",
      "b.vars": "C=1",
      "api/wrangler.toml": "name = \"api\"\n[env.staging]",
      "api/package.json": "{ \"scripts\": { \(lines) } }",
      "api/a.vars": "A=one\nB=two",
      "api/.dev.vars": "A=usual",
      "api/.dev.vars.live": "B=live $A",
      "api/.env": "A=env",
    ])
    func file(_ path: String) -> DotenvFile? {
      (try? tree.read(path)).map { DotenvFile(named: Source(path: path, bytes: $0)) }
    }
    let dotenvFiles = ["api/.dev.vars", "api/.dev.vars.live", "api/.env"].compactMap(file)
    var projects = Project.discover(in: tree, dotenvFiles: dotenvFiles).projects
    let source = Source(path: "api/package.json", bytes: try tree.read("api/package.json"))
    projects.add(ScriptFiles.invocations(in: source), reading: file)
    return try #require(projects.first { $0.folder == "api" })
  }
}
