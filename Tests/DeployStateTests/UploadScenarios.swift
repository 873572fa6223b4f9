import DeployState
import Testing

/// `wrangler deploy` and `versions upload` (docs/facts/wrangler.md §4.3, §4.4, §6.1, §6.2).
struct UploadScenarios {
  @Test(arguments: deploys) func takesDeploys(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }
  @Test(arguments: required) func checksRequired(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }
  @Test(arguments: overrides) func comparesSecrets(scenario: Scenario) {
    #expect(scenario.result() == scenario.outcome)
  }
  @Test(arguments: uploads) func takesUploads(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }

  static let deploys: [Scenario] = [
    // Secrets stay; everything else is what the configuration says.
    .init("none", "deploy", "new-1[]; live new-1"),
    .init("v1[A]; live v1", "deploy", "v1[A] new-1[A]; live new-1"),
    .init("v1[A=key]; live v1", "deploy", "v1[A=key] new-1[A=key]; live new-1"),
    .init("v1[A] v2[B]; live v1", "deploy", "v1[A] v2[B] new-1[B]; live new-1"),
    .init("v1[CACHE=kv]; live v1", "deploy", "v1[CACHE=kv] new-1[]; live new-1"),
    .init("v1[]; live v1", "deploy", "v1[] new-1[L=json M=var]; live new-1", config: "vars = { M = \"x\", L = 3 }"),
    .init(
      "v1[]; live v1",
      "deploy",
      "v1[] new-1[CACHE=kv DB=d1]; live new-1",
      config: "kv_namespaces = [{ binding = \"CACHE\" }]\nd1_databases = [{ binding = \"DB\" }]"
    ),
    // Variables of the dashboard go, unless they are kept.
    .init("v1[M=var]; live v1", "deploy", "v1[M=var] new-1[]; live new-1 + varsRemoved(M)"),
    .init("v1[M=var]; live v1", "deploy --keep-vars", "v1[M=var] new-1[M=var]; live new-1"),
    .init(
      "v1[M=var N=json]; live v1",
      "deploy",
      "v1[M=var N=json] new-1[M=var N=json]; live new-1",
      config: "keep_vars = true"
    ),
    .init("v1[CACHE=kv]; live v1", "deploy --keep-vars", "v1[CACHE=kv] new-1[]; live new-1"),
    // Secrets and variables of the command line.
    .init("v1[C]; live v1", "deploy --secrets-file secrets.json", "v1[C] new-1[A B C]; live new-1"),
    .init("none", "deploy --secrets-file secrets.json", "new-1[A B]; live new-1"),
    .init("v1[B]; live v1", "deploy --secrets-file nulls.json", "v1[B] new-1[A B]; live new-1 + nullsDropped(B)"),
    .init(
      "v1[]; live v1",
      "deploy --secrets-file secrets.json",
      "v1[] new-1[A B]; live new-1 + fileReplaces(A)",
      config: "vars = { A = \"x\" }"
    ),
    .init("v1[]; live v1", "deploy --var M:one N:two", "v1[] new-1[M=var N=var]; live new-1"),
    .init("v1[]; live v1", "deploy --var M:$VALUE", "v1[] new-1[M=var]; live new-1"),
    .init("v1[]; live v1", "deploy --var \"$NAME:1\"", "unknown"),
    .init("v1[]; live v1", "deploy --secrets-file absent.json", "unknown"),
    .init("v1[]; live v1", "deploy --secrets-file $FILE", "unknown"),
    // A gradual rollout ends.
    .init("v1[] v2[]; live v1@90 v2@10", "deploy", "v1[] v2[] new-1[]; live new-1 + splitEnded"),
    // Nothing is sent.
    .init("none", "deploy --dry-run", "unchanged + dryRun", config: "secrets.required = [\"A\"]"),
    .init("v1[A]; live v1", "deploy --dry-run --strict", "unchanged + dryRun", config: "vars = { A = \"x\" }"),
    .init("?", "deploy", "… new-1[?]; live new-1"),
    .init("v1[A] …; live v1", "deploy", "… v1[A] new-1[?]; live new-1"),
    .init("v1[A ~]; live v1", "deploy", "v1[A ~] new-1[A]; live new-1"),
    .init("v1[A ~]; live v1", "deploy --keep-vars", "v1[A ~] new-1[A ~]; live new-1"),
    .init("listed[A] …; live …", "deploy", "… new-1[A]; live new-1 + listTakenAsLatest"),
    .init("v1[]; live v1", "deploy", "refused", config: "pages_build_output_dir = \"dist\""),
    // A script of a dispatch namespace is no Worker of the account.
    .init("v1[]; live v1", "deploy --dispatch-namespace tenants", "unchanged + inNamespace(tenants)"),
    .init("none", "deploy --dispatch-namespace tenants", "unchanged + inNamespace(tenants)"),
    .init("?", "deploy --dispatch-namespace tenants", "unchanged + inNamespace(tenants)"),
    .init("none", "deploy --dispatch-namespace tenants", "unknown", config: "secrets.required = [\"A\"]"),
    .init("v1[A]; live v1", "deploy --dispatch-namespace tenants", "unknown", config: "secrets.required = [\"A\"]"),
    .init(
      "none",
      "deploy --dispatch-namespace tenants --secrets-file secrets.json",
      "unchanged + inNamespace(tenants)",
      config: "secrets.required = [\"A\"]"
    ),
    .init(
      "v1[A]; live v1",
      "deploy --dispatch-namespace tenants --strict",
      "unchanged + inNamespace(tenants)",
      config: "vars = { A = \"x\" }"
    ),
    .init(
      "none",
      "deploy --dispatch-namespace tenants",
      "refused",
      config: "secrets_store_secrets = [{ binding = \"S\", store_id = \"st\", secret_name = \"x\" }]"
    ),
    .init(
      "none",
      "deploy --dispatch-namespace tenants",
      "unchanged + inNamespace(tenants)",
      config: "secrets.required = [\"Z\"] # no main"
    ),
    .init(
      "v1[A]; live v1",
      "deploy",
      "v1[A] new-1[A]; live new-1 + nothingBound",
      config: "secrets.required = [\"Z\"] # no main"
    ),
    .init("v1[]; live v1", "deploy src/other.ts", "refused 10057", config: "secrets.required = [\"Z\"] # no main"),
    .init("v1[]; live v1", "deploy --env absent", "refused", config: "[env.staging]"),
  ]

  static let required: [Scenario] = [
    .init("v1[A]; live v1", "deploy", "v1[A] new-1[A]; live new-1", config: "secrets.required = [\"A\"]"),
    .init("v1[]; live v1", "deploy", "refused 10057", config: "secrets.required = [\"A\"]"),
    .init("v1[A]; live v1", "deploy", "refused 10057", config: "secrets.required = [\"A\", \"B\"]"),
    .init("v1[]; live v1", "deploy", "v1[] new-1[]; live new-1", config: "secrets.required = []"),
    // The latest version decides, deployed or not.
    .init("v1[A] v2[]; live v1", "deploy", "refused 10057", config: "secrets.required = [\"A\"]"),
    .init("v1[] v2[A]; live v1", "deploy", "v1[] v2[A] new-1[A]; live new-1", config: "secrets.required = [\"A\"]"),
    // By name, not by type.
    .init(
      "v1[A=var]; live v1",
      "deploy",
      "v1[A=var] new-1[A=var]; live new-1 + requiredIsText(A)",
      config: "secrets.required = [\"A\"]"
    ),
    .init(
      "v1[A=store:s1/a]; live v1",
      "deploy",
      "v1[A=store:s1/a] new-1[A=store:s1/a]; live new-1",
      config: "secrets.required = [\"A\"]"
    ),
    .init(
      "v1[]; live v1",
      "deploy --var A:x",
      "v1[] new-1[A=var]; live new-1 + requiredIsText(A)",
      config: "secrets.required = [\"A\"]"
    ),
    .init(
      "v1[]; live v1",
      "deploy --secrets-file secrets.json",
      "v1[] new-1[A B]; live new-1",
      config: "secrets.required = [\"A\"]"
    ),
    .init(
      "v1[]; live v1",
      "deploy --secrets-file nulls.json",
      "refused 10057",
      config: "secrets.required = [\"B\"]"
    ),
    // The first deploy has nothing to inherit from: wrangler itself refuses.
    .init("none", "deploy", "refused", config: "secrets.required = [\"A\"]"),
    .init("none", "deploy --secrets-file secrets.json", "new-1[A B]; live new-1", config: "secrets.required = [\"A\"]"),
    .init(
      "none",
      "deploy --var A:x",
      "new-1[A=var]; live new-1 + requiredIsText(A)",
      config: "secrets.required = [\"A\"]"
    ),
    .init(";", "deploy", "refused 10057", config: "secrets.required = [\"A\"]"),
    .init("?", "deploy", "unknown", config: "secrets.required = [\"A\"]"),
    .init(
      "?",
      "deploy --secrets-file secrets.json",
      "… new-1[A B ?]; live new-1",
      config: "secrets.required = [\"A\"]"
    ),
    .init("v1[B ~]; live v1", "deploy", "unknown", config: "secrets.required = [\"A\"]"),
    .init("v1[A ~]; live v1", "deploy", "v1[A ~] new-1[A]; live new-1", config: "secrets.required = [\"A\"]"),
    // One name for two things never gets so far.
    .init("v1[A]; live v1", "deploy", "refused", config: "vars = { A = \"x\" }\nsecrets.required = [\"A\"]"),
    .init("v1[A]; live v1", "deploy", "refused", config: "secrets.required = [\"A\", \"A\"]"),
    .init(
      "v1[A]; live v1",
      "deploy --dry-run",
      "refused",
      config: "secrets.required = [\"A\"]\nkv_namespaces = [{ binding = \"A\" }]"
    ),
    // An environment has its own block or none.
    .init("v1[]; live v1", "deploy", "v1[] new-1[]; live new-1", config: "[env.staging.secrets]\nrequired = [\"A\"]"),
  ]

  static let overrides: [Scenario] = [
    .init(
      "v1[A]; live v1",
      "deploy",
      "v1[A] new-1[A=var]; live new-1 + secretsReplaced(A)",
      config: "vars = { A = \"x\" }"
    ),
    .init("v1[A]; live v1", "deploy --strict", "refused", config: "vars = { A = \"x\" }"),
    .init("v1[A]; live v1", "deploy --strict", "refused", config: "kv_namespaces = [{ binding = \"A\" }]"),
    .init("v1[A]; live v1", "deploy --strict", "v1[A] new-1[A B=var]; live new-1", config: "vars = { B = \"x\" }"),
    // Not every kind of binding is compared.
    .init(
      "v1[A]; live v1",
      "deploy --strict",
      "v1[A] new-1[A=hyperdrive]; live new-1 + secretsReplaced(A)",
      config: "hyperdrive = [{ binding = \"A\", id = \"h\" }]"
    ),
    .init("v1[A]; live v1", "deploy --strict --var A:x", "v1[A] new-1[A=var]; live new-1 + secretsReplaced(A)"),
    .init(
      "v1[A=var]; live v1",
      "deploy --strict",
      "v1[A=var] new-1[A=var]; live new-1",
      config: "vars = { A = \"x\" }"
    ),
    .init("none", "deploy --strict", "new-1[A=var]; live new-1", config: "vars = { A = \"x\" }"),
    .init("?", "deploy --strict", "unknown", config: "vars = { A = \"x\" }"),
    .init("?", "deploy", "… new-1[A=var ?]; live new-1 + secretsMayBeReplaced(A)", config: "vars = { A = \"x\" }"),
    .init("v1[A ~]; live v1", "deploy --strict", "refused", config: "vars = { A = \"x\" }"),
    // Changes of others.
    .init("api1[]; live api1", "deploy", "api1[] new-1[]; live new-1"),
    .init("api1[]; live api1", "deploy --strict", "refused"),
    .init("dash1[]; live dash1", "deploy --strict", "unknown"),
  ]

  static let uploads: [Scenario] = [
    .init("v1[A]; live v1", "versions upload", "v1[A] new-1[A]; live v1 + latestNotDeployed"),
    .init("v1[A] v2[B]; live v1", "versions upload", "v1[A] v2[B] new-1[B]; live v1 + latestNotDeployed"),
    .init(
      "v1[]; live v1",
      "versions upload --secrets-file secrets.json",
      "v1[] new-1[A B]; live v1 + latestNotDeployed"
    ),
    .init("v1[M=var]; live v1", "versions upload --keep-vars", "v1[M=var] new-1[M=var]; live v1 + latestNotDeployed"),
    .init("v1[] v2[]; live v1@90 v2@10", "versions upload", "v1[] v2[] new-1[]; live v1@90 v2@10 + latestNotDeployed"),
    .init("v1[]; live v1", "versions upload", "refused 10057", config: "secrets.required = [\"A\"]"),
    .init("v1[A]; live v1", "versions upload --strict", "refused", config: "vars = { A = \"x\" }"),
    // A version cannot create a Worker.
    .init("none", "versions upload", "refused 10007"),
    .init("none", "versions upload --secrets-file secrets.json", "refused 10007", config: "secrets.required = [\"A\"]"),
    .init("none", "versions upload --dry-run", "unchanged + dryRun"),
    .init("?", "versions upload", "unknown"),
  ]

  /// The sequence that fails in so many pipelines (docs/facts/wrangler.md §6.1).
  @Test func refusesSecretsAfterAnUpload() {
    let given = "v1[]; live v1"
    #expect(Chain(given, ["versions upload", "secret put A"]).result == "secret put A: refused 10215")
    #expect(Chain(given, ["versions upload", "secret bulk secrets.json"]).result.hasSuffix("refused 10214"))
    #expect(
      Chain(given, ["versions upload", "versions secret put A", "versions deploy new-2"]).result
        == "v1[] new-1[] new-2[A]; live new-2"
    )
  }

  /// A draft gets its code, and keeps the secret (docs/facts/wrangler.md §4.3).
  @Test func deploysADraft() throws {
    let chain = Chain("none", ["secret put A", "deploy"], config: "secrets.required = [\"A\"]")
    #expect(chain.result == "new-1[] new-2[A] new-3[A]; live new-3")
    let worker = try #require(chain.state.workers["shop"].value ?? nil)
    #expect(!worker.isDraft)
  }

  @Test func saysNothingAboutAnotherAccount() {
    let scenario = Scenario("v1[]; live v1", "deploy", "", config: "account_id = \"one\"")
    var state = scenario.state(of: "shop")
    state.account.id = .known("two")
    #expect(scenario.result(in: state) == "unknown")
    state.account.id = .known("one")
    #expect(scenario.result(in: state) == "v1[] new-1[]; live new-1")
  }
}
