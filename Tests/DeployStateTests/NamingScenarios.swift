import DeployState
import Testing

/// Which Worker a command line means (docs/facts/wrangler.md §2.1, §2.2).
struct NamingScenarios {
  static let config = "vars = {}\n[env.staging]\n[env.own]\nname = \"special\""

  @Test(arguments: [
    ("deploy", "shop"),
    ("deploy --env staging", "shop-staging"),
    ("deploy -e staging", "shop-staging"),
    ("deploy --env=staging", "shop-staging"),
    ("deploy --env \"\"", "shop"),
    ("deploy --env own", "special"),
    ("deploy --name other", "other"),
    // `--name X --env E`: the code goes to X, the secrets to X-E.
    ("deploy --name other --env staging", "other"),
    ("versions upload --name other --env staging", "other"),
    ("versions deploy v1@100 --name other --env staging", "other"),
    ("rollback --name other --env staging", "other"),
    ("secret put A --name other --env staging", "other-staging"),
    ("secret bulk secrets.json --name other --env staging", "other-staging"),
    ("versions secret put A --name other --env staging", "other-staging"),
    ("secret put A", "shop"),
    ("secret put A --env staging", "shop-staging"),
    ("secret put A --env own", "special"),
    ("secret put A --name other", "other"),
    ("CLOUDFLARE_ENV=staging wrangler deploy", "shop-staging"),
    ("CLOUDFLARE_ENV=staging wrangler secret put A", "shop-staging"),
    ("CLOUDFLARE_ENV=staging wrangler deploy --env own", "special"),
    ("CLOUDFLARE_ENV=staging wrangler deploy --env \"\"", "shop"),
    // Workers Builds renames uploads only.
    ("WRANGLER_CI_OVERRIDE_NAME=built wrangler deploy", "built"),
    ("WRANGLER_CI_OVERRIDE_NAME=built wrangler deploy --name other", "built"),
    ("WRANGLER_CI_OVERRIDE_NAME=built wrangler versions upload --env staging", "built"),
    ("WRANGLER_CI_OVERRIDE_NAME=built wrangler secret put A", "shop"),
    ("WRANGLER_CI_OVERRIDE_NAME=built wrangler versions deploy v1", "shop"),
  ])
  func means(line: String, worker: String) {
    #expect(Self.worker(of: Scenario("none", line, "", config: Self.config).reader().read(line)) == worker)
  }

  @Test(arguments: ["deploy --env absent", "secret put A --env absent", "CLOUDFLARE_ENV=absent wrangler rollback"])
  func refusesAnEnvironmentThatIsNotThere(line: String) {
    let reading = Scenario("none", line, "", config: Self.config).reader().read(line)
    #expect(reading == .refused(Refusal(.environmentNotDefined("absent"))))
  }

  /// Without any `env` block the top level is used under another name (docs/facts/wrangler.md §2.1).
  @Test func takesTheTopLevelWhereNoEnvironmentIsDefined() throws {
    let reader = Scenario("none", "", "", config: "secrets.required = [\"A\"]").reader()
    guard case .command(.deploy(let upload)) = reader.read("deploy --env staging") else {
      Issue.record("not read")
      return
    }
    #expect(upload.target.worker == "shop-staging")
    #expect(upload.input.requiredSecrets == ["A"])
  }

  @Test func refusesWithoutAName() {
    let reader = CommandReader(config: nil)
    for line in ["deploy", "secret put A", "rollback"] {
      #expect(reader.read(line) == .refused(Refusal(.noWorkerName)))
    }
    #expect(Self.worker(of: reader.read("secret put A --name x")) == "x")
    #expect(Self.worker(of: reader.read("deploy index.ts --name x")) == "x")
  }

  private static func worker(of reading: CommandReader.Reading) -> String? {
    guard case .command(let command) = reading else { return nil }
    return switch command {
    case .deploy(let upload), .versionsUpload(let upload): upload.target.worker
    case .versionsDeploy(let deploy): deploy.target.worker
    case .rollback(let rollback): rollback.target.worker
    case .secret(let secret), .versionsSecret(let secret): secret.target.worker
    case .deleteWorker(let target, _): target.worker
    default: nil
    }
  }

  /// Secrets of one environment never reach another (docs/facts/wrangler.md §6.1).
  @Test func putsTheSecretWhereTheCodeIsNot() {
    let lines = ["secret put A --name x --env staging", "deploy --name x --env staging"]
    let config = "[env.staging.secrets]\nrequired = [\"A\"]"
    var state = RemoteState.empty
    var results: [String] = []
    for line in lines {
      let scenario = Scenario("", line, "", config: config)
      results.append(scenario.result(for: "x", in: state))
      if case .command(let command) = scenario.reader().read(line) {
        state = apply(command, to: state).state(after: state)
      }
    }
    #expect(results == ["none + draftCreated(x-staging)", "refused"])
  }
}
