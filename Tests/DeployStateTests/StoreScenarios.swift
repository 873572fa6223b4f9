import DeployState
import Testing

/// `wrangler secrets-store …`, and uploads that bind store secrets (docs/facts/wrangler.md §7, §8).
struct StoreScenarios {
  @Test(arguments: commands) func steps(scenario: Scenario) {
    var state = RemoteState.empty
    state.stores = StoreNotation.read(scenario.given)
    #expect(Self.result(of: scenario, in: state) == scenario.outcome)
  }

  private static func result(of scenario: Scenario, in state: RemoteState) -> String {
    switch scenario.reader().read(scenario.command) {
    case .command(let command):
      Scenario.write(apply(command, to: state), before: state) { StoreNotation.write($0.stores) }
    case .refused: "refused"
    case .unknown: "unknown"
    case .unrelated: "unrelated"
    }
  }

  static let commands: [Scenario] = [
    .init("none", "secrets-store store create main --remote", "new-store-1:"),
    .init("S1:", "secrets-store store create main --remote", "refused"),
    .init("?", "secrets-store store create main --remote", "unknown"),
    .init("none", "secrets-store store create main", "refused"),
    .init("S1:", "secrets-store store list", "refused"),
    .init("S1:", "secrets-store store list --remote", "lists S1"),
    .init("?", "secrets-store store list --remote", "unknown"),
    .init("S1:", "secrets-store store delete S1 --remote", "none"),
    .init("S1:", "secrets-store store delete S1", "refused"),
    .init("none", "secrets-store store delete S1 --remote", "refused"),
    .init("S1:", "secrets-store secret create S1 --name a --scopes workers --remote", "S1: a(workers)"),
    .init(
      "S1:",
      "secrets-store secret create S1 --name a --scopes workers,ai_gateway --remote",
      "S1: a(ai_gateway,workers)"
    ),
    .init("S1: a(workers)", "secrets-store secret create S1 --name a --scopes workers --remote", "refused"),
    .init(
      "S1: a(workers!deleted)",
      "secrets-store secret create S1 --name a --scopes workers --remote",
      "S1: a(workers)"
    ),
    .init("S1: b(workers) …", "secrets-store secret create S1 --name a --scopes workers --remote", "unknown"),
    .init("S1:", "secrets-store secret create S1 --name a --remote", "refused"),
    .init("S1:", "secrets-store secret create S1 --scopes workers --remote", "refused"),
    .init("S1:", "secrets-store secret create S1 --name a --scopes worker --remote", "refused"),
    .init("S1:", "secrets-store secret create S1 --name \"a b\" --scopes workers --remote", "refused"),
    .init("S1:", "secrets-store secret create S1 --name a[1] --scopes workers --remote", "S1: a[1](workers)"),
    .init("none", "secrets-store secret create S1 --name a --scopes workers --remote", "refused"),
    .init("?", "secrets-store secret create S1 --name a --scopes workers --remote", "unknown"),
    .init(
      "S1:",
      "secrets-store secret create S1 --name a --value x --scopes workers --remote",
      "S1: a(workers) + valueOnCommandLine"
    ),
    // A forgotten `--remote`.
    .init("S1:", "secrets-store secret create S1 --name a --scopes workers", "unchanged + localOnly"),
    .init("S1: a(workers)", "secrets-store secret delete S1 --secret-id id-a", "unchanged + localOnly"),
    .init(
      "S1: a(workers)",
      "secrets-store secret update S1 --secret-id id-a --scopes workers,access --remote",
      "S1: a(access,workers)"
    ),
    .init("S1: a(workers)", "secrets-store secret update S1 --secret-id id-b --scopes workers --remote", "refused"),
    .init(
      "S1: a(workers)",
      "secrets-store secret duplicate S1 --secret-id id-a --name b --scopes access --remote",
      "S1: a(workers) b(access)"
    ),
    .init(
      "S1: a(workers)",
      "secrets-store secret duplicate S1 --secret-id id-x --name b --scopes access --remote",
      "refused"
    ),
    .init(
      "S1: a(workers)",
      "secrets-store secret duplicate S1 --secret-id id-a --name a --scopes access --remote",
      "refused"
    ),
    .init("S1: a(workers) b(access)", "secrets-store secret delete S1 --secret-id id-a --remote", "S1: b(access)"),
    .init("S1: a(workers!deleted)", "secrets-store secret delete S1 --secret-id id-a --remote", "refused"),
    .init("S1: a(workers)", "secrets-store secret list S1 --remote", "lists a"),
    .init("S1: a(workers) …", "secrets-store secret list S1 --remote", "unknown"),
    .init("S1: a(workers)", "secrets-store secret get S1 --secret-id id-a --remote", "lists a"),
    .init("S1: a(workers)", "secrets-store secret get S1 --secret-id $ID --remote", "unknown"),
  ]

  private static let binding =
    "secrets_store_secrets = [{ binding = \"PAY\", store_id = \"S1\", secret_name = \"pay\" }]"

  @Test(arguments: [
    ("S1: pay(workers)", "new-1[PAY=store:S1/pay]; live new-1"),
    ("S1: pay(access,workers)", "new-1[PAY=store:S1/pay]; live new-1"),
    ("S1:", "refused"),
    ("none", "refused"),
    ("S2: pay(workers)", "refused"),
    ("S1: pay(workers!deleted)", "refused"),
    ("S1: pay(ai_gateway)", "refused"),
    ("S1: pay(workers!pending)", "new-1[PAY=store:S1/pay]; live new-1 + storeSecretPending(pay)"),
    ("S1: pay(?)", "new-1[PAY=store:S1/pay]; live new-1"),
    ("S1: other(workers) …", "new-1[PAY=store:S1/pay]; live new-1 + storeNotLookedAt(pay)"),
    ("?", "new-1[PAY=store:S1/pay]; live new-1 + storeNotLookedAt(pay)"),
  ])
  func bindsStoreSecrets(stores: String, outcome: String) {
    let scenario = Scenario("none", "deploy", outcome, config: Self.binding)
    var state = scenario.state(of: "shop")
    state.stores = StoreNotation.read(stores)
    #expect(scenario.result(in: state) == outcome)
  }

  /// Roles and token permissions, one row each (docs/facts/wrangler.md §8.5).
  @Test(arguments: [
    (Access.Role.superAdministrator, true, true, true), (.admin, true, false, true), (.deployer, false, true, true),
    (.reporter, false, false, true),
  ])
  func rolesGiveRights(role: Access.Role, manage: Bool, bind: Bool, view: Bool) {
    for (right, isGiven) in [(Access.Right.manage, manage), (.bind, bind), (.view, view)] {
      #expect(Access(roles: .known([role]), permissions: .known([.edit])).allows(right) == .known(isGiven))
      // Of a token nobody has looked at, only a refusal is certain.
      #expect(Access(roles: .known([role])).allows(right) == (isGiven ? .unknown : .known(false)))
    }
    #expect(Access(roles: .known([role]), permissions: .known([])).allows(.bind) == .known(false))
  }

  @Test(arguments: [
    ([Access.Permission.edit], true, true, true), ([.read], false, true, true), ([], false, false, false),
    ([.read, .edit], true, true, true),
  ])
  func permissionsGiveRights(permissions: [Access.Permission], manage: Bool, bind: Bool, view: Bool) {
    let access = Access(roles: .known([.superAdministrator]), permissions: .known(Set(permissions)))
    #expect([Access.Right.manage, .bind, .view].map(access.allows) == [manage, bind, view].map { .known($0) })
  }

  @Test(arguments: [
    (Access.Role.admin, "deploy", true), (.deployer, "deploy", false), (.reporter, "deploy", true),
    (.admin, "secrets-store secret create S1 --name b --scopes workers --remote", false),
    (.deployer, "secrets-store secret create S1 --name b --scopes workers --remote", true),
    (.reporter, "secrets-store secret list S1 --remote", false),
    (.deployer, "secrets-store store create s --remote", true),
  ])
  func refusesWhatTheRoleDoesNotGive(role: Access.Role, command: String, isRefused: Bool) {
    let scenario = Scenario("none", command, "", config: Self.binding)
    var state = scenario.state(of: "shop")
    state.stores = StoreNotation.read("S1: pay(workers)")
    state.account.access.roles = .known([role])
    #expect((scenario.result(in: state) == "refused") == isRefused)
  }

  @Test func holdsOneHundredSecrets() {
    let names = (1...99).map { "s\($0)(workers)" }.joined(separator: " ")
    let scenario = Scenario("", "secrets-store secret create S1 --name extra --scopes workers --remote", "")
    var state = RemoteState.empty
    state.stores = StoreNotation.read("S1: \(names)")
    #expect(Self.result(of: scenario, in: state) != "refused")
    state.stores = StoreNotation.read("S1: \(names) last(access)")
    #expect(Self.result(of: scenario, in: state) == "refused")
  }

  /// A deleted store secret breaks the Workers that are live with it; a new value reaches them at once.
  @Test func namesWhoBreaks() {
    let scenario = Scenario(
      "v1[PAY=store:S1/pay]; live v1",
      "secrets-store secret delete S1 --secret-id id-pay --remote",
      ""
    )
    var state = scenario.state(of: "shop")
    state.workers["idle"] = WorkerNotation.read("v1[PAY=store:S1/pay] v2[]; live v2")
    state.stores = StoreNotation.read("S1: pay(workers)")
    #expect(Self.result(of: scenario, in: state) == "S1: + consumersBreak(shop)")
    let update = Scenario("", "secrets-store secret update S1 --secret-id id-pay --remote", "")
    #expect(Self.result(of: update, in: state).hasSuffix(" + changesEveryConsumer(pay)"))
  }

  @Test func logsWhatWasDone() {
    var state = RemoteState.empty
    state.stores = StoreNotation.read("S1: a(workers)")
    let lines = [
      "create S1 --name b --scopes workers", "update S1 --secret-id id-a", "update S1 --secret-id id-a --comment c",
      "duplicate S1 --secret-id id-a --name c --scopes workers", "get S1 --secret-id id-a",
      "delete S1 --secret-id id-a",
      "delete S1 --secret-id id-a",
    ]
    for line in lines {
      guard case .command(let command) = CommandReader(config: nil).read("secrets-store secret \(line) --remote") else {
        Issue.record("not read: \(line)")
        continue
      }
      state = apply(command, to: state).state(after: state)
    }
    #expect(
      state.auditLog.elements.map(\.action) == [
        .create(duplicatedFrom: nil), .update(isValueModified: true), .update(isValueModified: false),
        .create(duplicatedFrom: "id-a"), .access, .delete,
      ]
    )
  }
}
