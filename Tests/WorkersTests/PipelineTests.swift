import Documents
import Testing
import Workers

/// The order of wrangler's commands in scripts and workflows, and where each stands.
struct PipelineTests {
  private static func steps(_ text: String, path: String, of name: String? = nil) throws -> [String] {
    try Pipeline.steps(in: Source(path: path, text: text), of: name).map { "\($0.group): \($0.text)" }
  }

  @Test func packageScriptsRunEachOther() throws {
    let text = """
      { "scripts": {
        "build": "vite build", "loop": "npm run loop && wrangler deploy",
        "postdeploy": "wrangler versions list", "deploy": "npm run build; yarn run db && npx wrangler deploy",
        "db": "wrangler secret put DB", "release:all": "pnpm deploy"
      } }
      """
    #expect(
      try Self.steps(text, path: "package.json") == [
        "db: wrangler secret put DB", "deploy: wrangler deploy", "deploy: wrangler versions list",
      ]
    )
    #expect(try Self.steps(text, path: "package.json", of: "loop") == ["loop: wrangler deploy"])
    #expect(throws: PipelineProblem.self) { try Self.steps(text, path: "package.json", of: "none") }
  }

  /// Scripts that call each other twice over have more paths than anybody could follow.
  @Test func manyPathsComeToAnEnd() throws {
    let scripts = (0..<60).map { "\"deploy\($0)\": \"npm run deploy\($0 + 1); npm run deploy\($0 + 1)\"" }
    let text = "{ \"scripts\": { \(scripts.joined(separator: ", ")), \"deploy60\": \"wrangler deploy\" } }"
    #expect(try !Self.steps(text, path: "package.json").isEmpty)
    #expect(Pipeline.all(in: Source(path: "package.json", text: text)).count == 61)
  }

  @Test func makeTargetsRunOnceAndAfterWhatTheyNeed() throws {
    let text = """
      ENV ?= staging
      .PHONY: deploy
      deploy: put build ## all of it
      \t@-npx wrangler deploy --env $(ENV)
      \t$(MAKE) check
      put: build
      \twrangler secret put A
      build:
      \twrangler types
      check:
      \twrangler tail

      """
    #expect(
      try Self.steps(text, path: "Makefile") == [
        "build: wrangler types", "put: wrangler secret put A", "deploy: wrangler deploy --env $(ENV)",
        "check: wrangler tail",
      ]
    )
    #expect(try Self.steps(text, path: "Makefile", of: "check") == ["check: wrangler tail"])
  }

  @Test func jobsRunAfterThoseTheyNeed() throws {
    let text = """
      jobs:
        last:
          needs: [middle, first]
          steps:
            - run: wrangler deploy
        middle:
          needs: first
          steps:
            - run: >
                npx wrangler deploy
                --env staging
        first:
          steps:
            - { uses: actions/checkout@v4 }
            - run: 'wrangler secret put A'
      """
    let path = ".github/workflows/a.yml"
    #expect(
      try Self.steps(text, path: path) == [
        "first: wrangler secret put A", "middle: wrangler deploy --env staging", "last: wrangler deploy",
      ]
    )
    #expect(try Self.steps(text, path: path, of: "last") == ["last: wrangler deploy"])
    let circle =
      "jobs:\n  a:\n    needs: b\n    steps: [x]\n  b:\n    needs: a\n    steps:\n      - run: wrangler deploy\n"
    #expect(try Self.steps(circle, path: path) == ["b: wrangler deploy"])
  }

  @Test func wranglerActionUploadsItsSecretsFirst() throws {
    let text = """
      jobs:
        a:
          steps:
            - uses: cloudflare/wrangler-action@v3
              env:
                CLOUDFLARE_ENV: ${{ matrix.env }}
              with:
                workingDirectory: api
                preCommands: npx wrangler secret list
                secrets: |
                  A
                  B
                command: |
                  wrangler versions upload --env production
                  versions deploy
                environment: ${{ matrix.env }}
      """
    let steps = try Pipeline.steps(in: Source(path: ".github/workflows/a.yml", text: text))
    #expect(
      steps.map(\.text)
        == [
          "wrangler secret list", "wrangler secret bulk --env ${{ matrix.env }}",
          "wrangler versions upload --env production", "wrangler versions deploy --env ${{ matrix.env }}",
        ].map { $0.contains("${{") ? $0.replacingLast("${{ matrix.env }}") : $0 }
    )
    #expect(steps.map(\.pipedNames) == [nil, ["A", "B"], nil, nil])
    #expect(steps.allSatisfy { $0.invocation.folder == "api" })
    #expect(steps.allSatisfy { $0.invocation.assignment(named: "CLOUDFLARE_ENV")?.hasUnknownPart == true })
  }

  @Test func actionWithoutCommandDeploys() throws {
    let text = "jobs:\n  a:\n    steps:\n      - uses: cloudflare/wrangler-action@v3\n"
    #expect(try Self.steps(text, path: ".github/workflows/a.yml") == ["a: wrangler deploy"])
  }

  @Test func placesAreThoseOfTheCommands() throws {
    let text = "jobs:\n  a:\n    steps:\n      - run: |\n          npm ci\n          npx wrangler deploy --env x\n"
    let source = Source(path: ".github/workflows/a.yml", text: text)
    let step = try #require(try Pipeline.steps(in: source).first)
    #expect(source.text(of: step.invocation.region) == "npx wrangler deploy --env x")
  }

  @Test func typedLinesNeedNoProgram() {
    let steps = Pipeline.steps(typed: ["secret put A", "npx wrangler deploy; wrangler rollback"])
    #expect(steps.map(\.text) == ["wrangler secret put A", "wrangler deploy", "wrangler rollback"])
  }
}

/// A plan is shown to anybody: names stay, values go.
struct ShownWordsTests {
  @Test(arguments: [
    ("secret put A --env staging", "wrangler secret put A --env staging"),
    ("deploy --var A:hidden B:hidden --strict", "wrangler deploy --var A:… B:… --strict"),
    ("deploy --var=A:hidden -e x", "wrangler deploy --var=A:… -e x"),
    ("deploy --define A:hidden src/a.ts", "wrangler deploy --define A:… src/a.ts:…"),
    (
      "secrets-store secret create S --name N --value hidden --remote",
      "wrangler secrets-store secret create S --name N --value … --remote"
    ),
    ("secrets-store secret create S --value=hidden", "wrangler secrets-store secret create S --value=…"),
    ("hyperdrive create h --connection-string hidden", "wrangler hyperdrive create h --connection-string …"),
    ("secret put A <<< hidden", "wrangler secret put A"),
    ("secret put A <<<hidden", "wrangler secret put A"),
    ("A=hidden wrangler deploy --message 'a b'", "wrangler deploy --message 'a b'"),
  ])
  func valuesAreLeftOut(line: String, text: String) {
    #expect(Pipeline.steps(typed: [line]).map(\.text) == [text])
  }
}

extension String {
  /// A word with blanks stands in quotes.
  fileprivate func replacingLast(_ word: String) -> String {
    hasSuffix(word) ? dropLast(word.count) + "'\(word)'" : self
  }
}
