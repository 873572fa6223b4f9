import DeployState
import Testing
import Workers

/// What an upload takes from a configuration file (docs/facts/wrangler.md §2.3, §3, §4).
struct DeployInputTests {
  private static let config = Scenario.config(
    """
    account_id = "acc"
    keep_vars = true
    vars = { MODE = "beta", LIMIT = 3 }
    kv_namespaces = [{ binding = "CACHE" }]
    hyperdrive = [{ binding = "DB", id = "h" }]
    secrets_store_secrets = [{ binding = "PAY", store_id = "S1", secret_name = "pay" }, { binding = "BROKEN" }]
    [unsafe]
    bindings = [{ name = "RAW", type = "odd" }]
    [secrets]
    required = ["A", "B"]
    [env.staging]
    account_id = ""
    [env.staging.secrets]
    """
  )

  @Test func readsTheTopLevel() throws {
    let input = try #require(DeployInput(config: Self.config, environment: nil))
    #expect(
      input
        == DeployInput(
          workerName: "shop",
          accountID: "acc",
          vars: ["MODE": .plainText, "LIMIT": .json],
          requiredSecrets: ["A", "B"],
          storeBindings: ["PAY": StoreReference(storeID: "S1", secretName: "pay")],
          bindings: [
            "CACHE": .init(BindingType(rawValue: "kv_namespace"), isCompared: true),
            "DB": .init(BindingType(rawValue: "hyperdrive"), isCompared: false),
            "RAW": .init(BindingType(rawValue: "odd"), isCompared: false),
          ],
          keepsVars: true
        )
    )
    #expect(input.comparedNames == ["MODE", "LIMIT", "CACHE"])
    #expect(DeployInput(config: Self.config, environment: "") == input)
  }

  @Test func readsAnEnvironment() throws {
    let input = try #require(DeployInput(config: Self.config, environment: "staging"))
    #expect(
      input
        == DeployInput(workerName: "shop-staging", environment: "staging", definesSecrets: true, keepsVars: true)
    )
    #expect(DeployInput(config: Self.config, environment: "absent") == nil)
  }

  @Test(arguments: [
    ("", []), ("vars = { A = \"x\" }", ["A"]), ("kv_namespaces = [{ binding = \"A\" }]", ["A"]),
    ("secrets_store_secrets = [{ binding = \"B\", store_id = \"s\", secret_name = \"b\" }]", ["B"]),
    ("vars = { C = \"x\" }\nkv_namespaces = [{ binding = \"C\" }]", ["C"]),
  ])
  func findsNamesUsedTwice(lines: String, names: [String]) throws {
    let config = Scenario.config("secrets.required = [\"A\", \"B\"]\n\(lines)")
    #expect(try #require(DeployInput(config: config, environment: nil)).clashingNames == names)
  }
}
