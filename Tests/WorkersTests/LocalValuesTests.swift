import Documents
import Testing
import Workers

/// Which dotenv files load for `wrangler dev` (docs/facts/wrangler.md §5.1).
struct LocalValuesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var files: [String: String]
    var environment: String?
    var switches = LocalValues.Switches()
    let loaded: [String]
    var passedOver: [String] = []
    let values: [String: String]
  }

  static let cases = [
    Case(
      testDescription: "nothing there",
      files: [:],
      loaded: [],
      values: [:]
    ),
    Case(
      testDescription: ".dev.vars.<env> alone, not merged with .dev.vars",
      files: [".dev.vars": "A=base\nB=base", ".dev.vars.staging": "A=own", ".env": "C=env"],
      environment: "staging",
      loaded: [".dev.vars.staging"],
      passedOver: [".dev.vars", ".env"],
      values: ["A": "own"]
    ),
    Case(
      testDescription: ".dev.vars when the environment has none of its own",
      files: [".dev.vars": "A=base", ".dev.vars.other": "A=own", ".env": "C=env", ".env.staging": "C=env"],
      environment: "staging",
      loaded: [".dev.vars"],
      passedOver: [".env", ".env.staging"],
      values: ["A": "base"]
    ),
    Case(
      testDescription: ".dev.vars.<env> does not load without an environment",
      files: [".dev.vars.staging": "A=own", ".env": "A=env"],
      loaded: [".env"],
      values: ["A": "env"]
    ),
    Case(
      testDescription: "an empty .dev.vars turns .env off",
      files: [".dev.vars": "", ".env": "A=env", ".env.local": "A=local"],
      loaded: [".dev.vars"],
      passedOver: [".env", ".env.local"],
      values: [:]
    ),
    Case(
      testDescription: ".env then .env.local at the top level",
      files: [".env": "A=env\nB=env", ".env.local": "A=local", ".env.staging": "A=staging"],
      loaded: [".env", ".env.local"],
      values: ["A": "local", "B": "env"]
    ),
    Case(
      testDescription: "later files win; the environment's beats .env.local",
      files: [
        ".env": "A=1\nB=1\nC=1\nD=1", ".env.local": "B=2\nC=2\nD=2", ".env.staging": "C=3\nD=3",
        ".env.staging.local": "D=4",
      ],
      environment: "staging",
      loaded: [".env", ".env.local", ".env.staging", ".env.staging.local"],
      values: ["A": "1", "B": "2", "C": "3", "D": "4"]
    ),
    Case(
      testDescription: "an environment without .env files of its own",
      files: [".env": "A=1", ".env.staging": "A=2"],
      environment: "production",
      loaded: [".env"],
      values: ["A": "1"]
    ),
    Case(
      testDescription: "the load switch turns .env off",
      files: [".env": "A=1", ".env.local": "A=2"],
      switches: .init(loadsDotenv: false),
      loaded: [],
      passedOver: [".env", ".env.local"],
      values: [:]
    ),
    Case(
      testDescription: "the load switch leaves .dev.vars alone",
      files: [".dev.vars": "A=1", ".env": "A=2"],
      switches: .init(loadsDotenv: false),
      loaded: [".dev.vars"],
      passedOver: [".env"],
      values: ["A": "1"]
    ),
    Case(
      testDescription: "the process environment adds no file",
      files: [".env": "A=1"],
      switches: .init(includesProcessEnvironment: true),
      loaded: [".env"],
      values: ["A": "1"]
    ),
    Case(
      testDescription: ".env is expanded after merging",
      files: [".env": "HOST=one\nURL=https://$HOST", ".env.local": "HOST=two"],
      loaded: [".env", ".env.local"],
      values: ["HOST": "two", "URL": "https://two"]
    ),
    Case(
      testDescription: ".dev.vars is not expanded",
      files: [".dev.vars": "HOST=one\nURL=https://$HOST\nPW=pa$word"],
      loaded: [".dev.vars"],
      values: ["HOST": "one", "URL": "https://$HOST", "PW": "pa$word"]
    ),
    Case(
      testDescription: "of a key set twice the last counts",
      files: [".dev.vars": "A=1\nA=2"],
      loaded: [".dev.vars"],
      values: ["A": "2"]
    ),
    Case(
      testDescription: "there is no .dev.vars.local",
      files: [".dev.vars": "A=1", ".dev.vars.local": "A=2", ".dev.vars.staging.local": "A=3"],
      environment: "staging",
      loaded: [".dev.vars"],
      values: ["A": "1"]
    ),
    Case(
      testDescription: "example files never load",
      files: [".dev.vars.example": "A=1", ".env.example": "A=2", ".env.staging.example": "A=3"],
      environment: "staging",
      loaded: [],
      values: [:]
    ),
  ]

  @Test(arguments: cases)
  func loadsFilesInWranglersOrder(_ example: Case) {
    let files = example.files.sorted { $0.key < $1.key }.compactMap {
      DotenvFile(source: Source(path: "app/\($0.key)", text: $0.value))
    }
    let local = LocalValues(files: files, environment: example.environment, switches: example.switches)

    #expect(local.environment == example.environment)
    #expect(local.loaded.map(\.name) == example.loaded)
    #expect(local.passedOver.map(\.name) == example.passedOver)
    #expect(Dictionary(uniqueKeysWithValues: local.values.map { ($0.key, $0.value) }) == example.values)
    #expect((local.winningDevVars != nil) == example.loaded.contains { $0.hasPrefix(".dev.vars") })
  }

  @Test func saysWhereAValueComesFrom() throws {
    let files = [("a/.env", "A=1\nB=1"), ("a/.env.local", "\nB=2")].compactMap {
      DotenvFile(source: Source(path: $0, text: $1))
    }
    let local = LocalValues(files: files, environment: nil)
    let first = try #require(local.value(of: "A"))
    let second = try #require(local.value(of: "B"))

    #expect(first.file.path == "a/.env")
    #expect(second.file.path == "a/.env.local")
    #expect(second.entry.keyRegion == Region(start: 1, end: 2))
    #expect(local.value(of: "C") == nil)
  }
}
