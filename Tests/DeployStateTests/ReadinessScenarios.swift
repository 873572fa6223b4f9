import DeployState
import Testing

/// Whether a command would succeed and what mends it (docs/facts/wrangler.md §6.6).
struct ReadinessScenarios {
  /// One row: the Worker, the command, the verdict, the rules with what to do about each.
  struct Row: CustomTestStringConvertible, Sendable {
    let given: String
    let command: String
    let verdict: Readiness.Verdict
    let obstacles: [String]
    var config: String?
    var stores = "none"

    init(
      _ given: String,
      _ command: String,
      _ verdict: Readiness.Verdict,
      _ obstacles: [String] = [],
      config: String? = nil,
      stores: String = "none"
    ) {
      self.given = given
      self.command = command
      self.verdict = verdict
      self.obstacles = obstacles
      self.config = config
      self.stores = stores
    }

    var testDescription: String { "\(given) | \(command)" }
  }

  private static func readiness(_ row: Row) throws -> Readiness {
    let scenario = Scenario(row.given, row.command, "", config: row.config)
    var state = scenario.state(of: "shop")
    state.stores = StoreNotation.read(row.stores)
    guard case .command(let command) = scenario.reader().read(row.command) else {
      throw NotRead()
    }
    return Readiness(
      of: command,
      in: state,
      project: DeployInput(config: Scenario.config(row.config), environment: nil)
    )
  }

  private struct NotRead: Error {}

  @Test(arguments: rows) func judges(row: Row) throws {
    let readiness = try Self.readiness(row)
    #expect(readiness.verdict == row.verdict)
    let texts = readiness.obstacles.map { obstacle in
      (["\(obstacle.rule)\(obstacle.isCertain ? "" : "?") \(obstacle.names.joined(separator: " "))"]
        + obstacle.mends.map(\.text)).joined(separator: " > ")
    }
    #expect(texts == row.obstacles)
  }

  private static let requiresA = "secrets.required = [\"A\"]"
  private static let bindsPay =
    "secrets_store_secrets = [{ binding = \"PAY\", store_id = \"S1\", secret_name = \"pay\" }]"

  static let rows: [Row] = [
    .init("v1[A]; live v1", "deploy", .ready, config: requiresA),
    .init("none", "deploy", .ready),
    // Required and absent.
    .init(
      "none",
      "deploy",
      .notReady,
      ["required/first-deploy A > wrangler deploy --secrets-file secrets.json"],
      config: requiresA
    ),
    .init(
      "v1[]; live v1",
      "deploy",
      .notReady,
      ["required/not-on-latest A > wrangler secret put A"],
      config: requiresA
    ),
    .init(
      "v1[]; live v1",
      "deploy",
      .notReady,
      ["required/not-on-latest A B > wrangler secret put A > wrangler secret put B"],
      config: "secrets.required = [\"A\", \"B\"]"
    ),
    .init(
      "v1[A] v2[]; live v1",
      "deploy",
      .notReady,
      ["required/not-on-latest A > wrangler versions secret put A"],
      config: requiresA
    ),
    .init(
      "v1[]; live v1",
      "versions upload",
      .notReady,
      ["required/not-on-latest A > wrangler versions secret put A", "state/latest-undeployed "],
      config: requiresA
    ),
    .init(
      "none",
      "versions upload",
      .notReady,
      ["state/refused  > wrangler deploy --secrets-file secrets.json", "state/latest-undeployed "],
      config: requiresA
    ),
    .init(
      ";",
      "deploy",
      .notReady,
      ["required/not-on-latest A > wrangler deploy --secrets-file secrets.json"],
      config: requiresA
    ),
    // Only `secret list` was captured: a plain variable of that name would be wrong as well.
    .init(
      "listed[B] …; live …",
      "deploy",
      .notReady,
      [
        "required/not-on-latest A > wrangler versions secret put A", "state/orphan-secret B",
        "state/latest-undeployed? ",
      ],
      config: requiresA
    ),
    .init("listed[A] …; live …", "deploy", .ready, ["state/latest-undeployed? "], config: requiresA),
    .init("?", "deploy", .unknown, ["state/unknown? "], config: requiresA),
    .init("v1[?]; live v1", "deploy", .unknown, ["state/unknown? "], config: requiresA),
    // Present, but readable.
    .init("v1[A=var]; live v1", "deploy", .ready, ["required/satisfied-as-text A"], config: requiresA),
    // What a deploy destroys.
    .init(
      "v1[A]; live v1",
      "deploy",
      .notReady,
      ["state/var-replaces-secret A > remove A from `vars` of the configuration"],
      config: "vars = { A = \"x\" }"
    ),
    .init(
      "v1[A]; live v1",
      "deploy --strict",
      .notReady,
      ["state/var-replaces-secret A > remove A from `vars` of the configuration"],
      config: "vars = { A = \"x\" }"
    ),
    .init(
      "v1[A]; live v1",
      "deploy --var A:x",
      .notReady,
      ["state/var-replaces-secret A > run the command without `--var A:…`"]
    ),
    .init(
      "v1[A]; live v1",
      "deploy",
      .notReady,
      ["state/var-replaces-secret A > rename the binding A of the configuration, to A_BINDING or the like"],
      config: "kv_namespaces = [{ binding = \"A\" }]"
    ),
    .init("v1[?]; live v1", "deploy", .unknown, ["state/var-replaces-secret? A"], config: "vars = { A = \"x\" }"),
    .init("v1[M=var]; live v1", "deploy", .ready, ["config/keep-vars-advice M"]),
    .init(
      "v1[A]; live v1",
      "deploy",
      .notReady,
      ["required/shape A > remove A from `vars` of the configuration"],
      config: "vars = { A = \"x\" }\nsecrets.required = [\"A\"]"
    ),
    .init("v1[A B]; live v1", "deploy", .ready, ["state/orphan-secret B"], config: requiresA),
    .init("v1[]; live v1", "deploy", .ready, ["required/no-script "], config: "\(requiresA) # no main"),
    // Commands about secrets.
    .init("v1[]; live v1", "secret put A", .ready),
    .init(
      "v1[] v2[]; live v1",
      "secret put A",
      .notReady,
      ["state/latest-undeployed  > wrangler versions deploy v2@100 -y"]
    ),
    .init(
      "v1[A=var]; live v1",
      "secret put A",
      .notReady,
      ["state/name-taken A > in the dashboard, in the settings of the Worker shop: delete A, deploy"]
    ),
    .init("v1[~]; live v1", "secret put A", .unknown, ["state/name-taken? A"]),
    .init("none", "secret put A", .ready, ["state/stray-worker shop"]),
    .init("none", "versions secret put A", .notReady, ["state/refused  > wrangler deploy"]),
    .init(
      "none",
      "versions secret put A",
      .notReady,
      ["state/refused  > wrangler deploy --secrets-file secrets.json"],
      config: requiresA
    ),
    // Traffic.
    .init(
      "v1[A] v2[]; live v1",
      "versions deploy v2@100",
      .notReady,
      ["required/not-on-latest A"],
      config: requiresA
    ),
    .init(
      "v1[A] v2[A B]; live v1",
      "versions deploy v1@50 v2@50",
      .ready,
      ["state/split-mismatch B", "state/latest-undeployed "]
    ),
    .init(
      "v1[] v2[A]; live v1 > v2",
      "rollback",
      .ready,
      ["state/rollback-hazard A", "state/rollback-hazard A", "state/latest-undeployed "],
      config: requiresA
    ),
    // Stores.
    .init("none", "deploy", .ready, config: bindsPay, stores: "S1: pay(workers)"),
    .init(
      "none",
      "deploy",
      .notReady,
      ["store/state pay > wrangler secrets-store secret create S1 --name pay --scopes workers --remote"],
      config: bindsPay,
      stores: "S1:"
    ),
    .init(
      "none",
      "deploy",
      .notReady,
      ["store/state pay > wrangler secrets-store secret update S1 --secret-id id-pay --scopes access,workers --remote"],
      config: bindsPay,
      stores: "S1: pay(access)"
    ),
    .init(
      "none",
      "deploy",
      .notReady,
      ["store/state  > write the store id S2 in place of S1 in the configuration"],
      config: bindsPay,
      stores: "S2: pay(workers)"
    ),
    .init(
      "none",
      "deploy",
      .notReady,
      [
        "store/state  > wrangler secrets-store store create default_secrets_store --remote"
          + " > write the store id new-store-1 in place of S1 in the configuration"
          + " > wrangler secrets-store secret create new-store-1 --name pay --scopes workers --remote"
      ],
      config: bindsPay
    ),
    .init("none", "deploy", .unknown, ["store/state? pay"], config: bindsPay, stores: "?"),
    .init("none", "deploy", .unknown, ["store/state? pay"], config: bindsPay, stores: "S1: pay(workers!pending)"),
  ]

  @Test func offersTheVersionedCommandInstead() throws {
    let readiness = try Self.readiness(Row("v1[] v2[]; live v1", "secret put A --name shop", .notReady))
    #expect(readiness.obstacles.flatMap(\.instead).map(\.text) == ["wrangler versions secret put A --name shop"])
  }

  @Test func saysWhatToCapture() throws {
    let readiness = try Self.readiness(Row("?", "deploy", .unknown, config: Self.requiresA))
    #expect(readiness.obstacles.flatMap(\.captures).first == "wrangler versions list --json")
  }
}
