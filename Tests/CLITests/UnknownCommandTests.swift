import DeployState
import Foundation
import Linter
import TestSupport
import Testing

@testable import CLI

/// Nothing that is not understood passes: what a person types ends with status 2, what a script holds with a `?`.
struct UnknownCommandTests {
  private static func folder(_ files: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(StatePlanTests.config, to: "wrangler.toml")
    try folder.write(SavedWorkers.file(["shop": SavedWorkers.worker("A")]), to: "paddock.state.json")
    for (path, text) in files { try folder.write(text, to: path) }
    return folder
  }

  private static func plan(_ folder: TemporaryFolder, _ arguments: [String]) -> CommandRun {
    let words = arguments.map { $0.replacingOccurrences(of: "@/", with: folder.path + "/") }
    return CommandRun(["state", "plan", "--project", folder.path] + words)
  }

  /// What is typed, and what the message says.
  @Test(arguments: [
    (["deploy.sh"], "`deploy.sh` is a file, not a command; did you mean `--script deploy.sh`?"),
    (["package.json"], "did you mean `--script package.json`?"),
    (["package.json:deploy"], "did you mean `--script package.json:deploy`?"),
    ([".github/workflows/deploy.yml"], "did you mean `--script .github/workflows/deploy.yml`?"),
    (["./scripts/deploy"], "did you mean `--script ./scripts/deploy`?"),
    (["Makefile"], "did you mean `--script Makefile`?"),
    (["@/deploy"], "is a file, not a command"),
    (["--", "npm run deploy"], "did you mean `--script package.json:deploy`?"),
    (["--", "pnpm deploy"], "did you mean `--script package.json:deploy`?"),
    (["--", "make deploy"], "did you mean `--script Makefile:deploy`?"),
    (["--", "bash deploy.sh"], "did you mean `--script deploy.sh`?"),
    (["--", "secrt put A"], "`secrt put` is not a known wrangler command; did you mean `secret put`?"),
    (["--", "npx wrangler secrt put A"], "did you mean `secret put`?"), (["--", "depoly"], "did you mean `deploy`?"),
    (["--", "deploy", "rolback"], "command 2: `rolback` is not a known wrangler command; did you mean `rollback`?"),
    (
      ["--", "secret", "put", "A"],
      "command 1: `secret` needs a subcommand: bulk, delete, list or put; quote each command: 'secret put A'"
    ),
    (["--", "secret", "put", "A", "rollback"], "quote each command: 'secret put A'"),
    (
      ["--", "deploy", "--env", "staging"],
      "command 2: there is no wrangler command in it; quote each command: 'deploy --env staging'"
    ),
    (
      ["--", "rollback", "versions", "upload"],
      "command 2: `versions` needs a subcommand: deploy, list, secret, upload or view; quote each command: 'versions upload'"
    ),
    (["--", "deploy --evn staging"], "`deploy` has no known option `--evn`; did you mean `--env`?"),
    (["--", "deploy --strct"], "did you mean `--strict`?"),
    (["--", "secret put A --evn=staging"], "did you mean `--env`?"),
    (["--", "secret put"], "name the secret to put"), (["--", "versions secret delete"], "name the secret to delete"),
    (["--", "secret put A B"], "`secret put` takes one word only"), (["--", "secret"], "`secret` needs a subcommand"),
    (["--", "deploy --env"], "`--env` needs a value"),
    (["--", "deploy --env a --env b"], "wrangler takes `--env` once"),
    (["--", "versions deploy a@x"], "x is no percentage"), (["--", ""], "there is no command in an empty text"),
    (["--", "deploy", "  "], "command 2: there is no command in an empty text"),
    (["--", "deploy --env stagign"], "the configuration has no environment `stagign`; did you mean `staging`?"),
    (["--", "CLOUDFLARE_ENV=prod wrangler deploy"], "the configuration has no environment `prod`"),
    (["--env", "stagign", "--", "deploy"], "no environment `stagign`; did you mean `staging`?"),
    (["--", "wrangler secret put A && frobnicate"], "`frobnicate` is not a known wrangler command"),
    (["--script", "@/empty.sh"], "no wrangler command in @/empty.sh"),
    (["--script", "@/package.json:build"], "no wrangler command in @/package.json:build; other parts"),
    (["--script", "@/package.json:deplyo"], "has no deplyo; did you mean deploy?"),
    (["--script", "@/deploy.sh", "--script", "@/empty.sh"], "no wrangler command in @/empty.sh"),
    (["--script", "@/none.sh"], "none.sh: no such file or folder"), ([], "Give commands, or --script FILE"),
  ])
  func whatIsTypedMustExist(arguments: [String], message: String) throws {
    let folder = try Self.folder([
      "deploy": "#!/bin/sh\nwrangler deploy\n", "deploy.sh": "wrangler deploy\n", "empty.sh": "npm ci\nnpm test\n",
      "package.json": #"{ "scripts": { "build": "vite build", "deploy": "wrangler deploy" } }"#,
    ])
    let run = Self.plan(folder, arguments)
    let expected = message.replacingOccurrences(of: "@/", with: folder.path + "/")
    #expect(run.status == .failure, "\(run.output)")
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(expected), "\(run.errors)")
  }

  @Test func theFolderMustExist() {
    let run = CommandRun(["state", "plan", "--project", "/none", "--", "deploy"])
    #expect(run.status == .failure && run.errors.contains("/none: no such folder"), "\(run.errors)")
  }

  struct ScriptRow: Sendable, CustomTestStringConvertible {
    let text: String
    let steps: [String]
    var path = "deploy.sh"
    var testDescription: String { text }
    init(_ text: String, _ steps: [String], in path: String = "deploy.sh") {
      (self.text, self.steps, self.path) = (text, steps, path)
    }
  }

  /// The steps of a script as `outcome command`; those that are harmless are left out.
  @Test(arguments: [
    ScriptRow("wrangler secrt put A", ["unknown wrangler secrt put A"]),
    ScriptRow("wrangler deploy --evn staging", ["unknown wrangler deploy --evn …"]),
    ScriptRow("wrangler secret put $NAME", ["unknown wrangler secret put $NAME"]),
    ScriptRow("wrangler $COMMAND", ["unknown wrangler $COMMAND"]),
    ScriptRow("wrangler deploy $FLAGS", ["unknown wrangler deploy $FLAGS"]),
    ScriptRow(
      "wrangler frobnicate\nwrangler secret put B",
      ["unknown wrangler frobnicate", "unknown wrangler secret put B"]
    ),
    ScriptRow("wrangler secret put", ["refused wrangler secret put"]),
    ScriptRow("wrangler pages project delete site", ["unknown wrangler pages project delete site"]),
    ScriptRow("wrangler preview secret put A", ["unknown wrangler preview secret put A"]),
    ScriptRow("if true; then wrangler secret put B; fi", ["ok wrangler secret put B"]),
    ScriptRow("for n in A B; do wrangler secret put $n; done", ["unknown wrangler secret put $n"]),
    ScriptRow("URL=$(npx wrangler deploy | tail -1)", ["ok wrangler deploy"]),
    ScriptRow("echo \"`wrangler secret put B`\"", ["ok wrangler secret put B"]),
    ScriptRow("bash -c 'npx wrangler secret put B'", ["ok wrangler secret put B"]),
    ScriptRow("sh -ec \"cd /tmp && wrangler deploy\"", ["ok wrangler deploy"]),
    ScriptRow("eval 'wrangler deploy'", ["ok wrangler deploy"]),
    ScriptRow("doppler run -- npx wrangler deploy", ["ok wrangler deploy"]),
    ScriptRow("dotenv -e .env -- wrangler deploy", ["ok wrangler deploy"]),
    ScriptRow("npx -p wrangler@4 wrangler deploy", ["ok wrangler deploy"]),
    ScriptRow("! wrangler deploy || exit 1", ["ok wrangler deploy"]),
    ScriptRow("WRANGLER='npx wrangler'\n$WRANGLER deploy", ["ok wrangler deploy"]),
    ScriptRow("timeout 60 npx wrangler deploy", ["unknown wrangler deploy"]),
    ScriptRow(
      "retry 3 wrangler secrets-store store list --remote",
      ["unknown wrangler secrets-store store list --remote"]
    ),
    ScriptRow("cat names | xargs -n1 wrangler secret put A", ["unknown wrangler secret put A"]),
    ScriptRow("npm install wrangler typescript\nwrangler deploy", ["ok wrangler deploy"]),
    ScriptRow("echo wrangler deploy\nwrangler deploy", ["ok wrangler deploy"]),
    ScriptRow("retry 3 wrangler whoami\nwrangler types\nwrangler deploy --help", []),
    ScriptRow(
      #"{ "scripts": { "deploy": "cd api && wrangler deploy && npm run put", "put": "wrangler secret putt B" } }"#,
      ["refused wrangler deploy", "unknown wrangler secret putt B"],
      in: "package.json"
    ),
    ScriptRow(
      "deploy:\n\t@cd api && wrangler deploy\n\twrangler secret putt B\n",
      ["refused wrangler deploy", "unknown wrangler secret putt B"],
      in: "Makefile"
    ),
  ])
  func scriptsHideNothing(_ row: ScriptRow) throws {
    let folder = try Self.folder([row.path: row.text, "api/wrangler.toml": "main = \"a.ts\"\n"])
    let run = Self.plan(folder, ["--script", "@/\(row.path)", "--format", "json"])
    let document = try JSONDecoder().decode(StatePlanTests.Document.self, from: Data(run.output.utf8))
    #expect(document.steps.map { "\($0.outcome) \($0.command)" } == row.steps, "\(run.output)\(run.errors)")
    let passes = row.steps.allSatisfy { $0.hasPrefix("ok") }
    #expect(run.status == (passes ? .clean : .findings))
    let refused = row.steps.contains { $0.hasPrefix("refused") }
    let allowed = Self.plan(folder, ["--script", "@/\(row.path)", "--allow-unknown"])
    #expect(allowed.status == (refused ? .findings : .clean))
    if !passes { #expect(allowed.output.contains(" ? wrangler ") || refused) }
  }

  @Test func unknownIsSaid() throws {
    let folder = try Self.folder(["deploy.sh": "wrangler secrt put A\nwrangler tail\n", "dev.sh": "wrangler dev\n"])
    let run = Self.plan(folder, ["--script", "@/deploy.sh"])
    #expect(run.output.contains("1 ? wrangler secrt put A  not known  line 1\n"), "\(run.output)")
    #expect(run.output.contains("`secrt put` is not a known wrangler command; did you mean `secret put`?"))
    #expect(run.output.contains("1 command: 1 not known."))
    let harmless = Self.plan(folder, ["--script", "@/dev.sh"])
    #expect(harmless.status == .clean)
    #expect(harmless.output == "1 wrangler command, which does not change a version or a secret.\n")
  }

  /// `check` says what of the scripts it cannot follow.
  @Test func checkNotesWhatItDoesNotKnow() throws {
    let folder = try Self.folder([
      "deploy.sh": "npx wrangler secrt put A\nwrangler tail\nwrangler deploy --evn staging\nwrangler deploy -e $ENV\n"
    ])
    let run = CommandRun(["check", folder.path, "--format", "json"])
    let lines = ["deploy.sh:1", "deploy.sh:3"]
    #expect(
      run.output.contains("line 1: `secrt put` is not a known wrangler command; did you mean `secret put`?"),
      "\(run.output)"
    )
    #expect(run.output.contains("line 3: `deploy` has no known option `--evn`; did you mean `--env`?"))
    #expect(!run.output.contains("line 2:") && !run.output.contains("line 4:"), "\(lines)")
  }
}
