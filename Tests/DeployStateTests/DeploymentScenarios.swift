import DeployState
import Testing

/// `versions deploy`, `rollback`, `delete` and edits in the dashboard (docs/facts/wrangler.md §6.1, §6.2).
struct DeploymentScenarios {
  @Test(arguments: deploys) func deploysVersions(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }
  @Test(arguments: rollbacks) func rollsBack(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }
  @Test(arguments: deletions) func deletesWorkers(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }

  static let deploys: [Scenario] = [
    .init("v1[A] v2[A]; live v1", "versions deploy v2@100", "v1[A] v2[A]; live v2"),
    .init("v1[A] v2[A]; live v1", "versions deploy v2", "v1[A] v2[A]; live v2"),
    .init("v1[A] v2[A]; live v1", "versions deploy v2@100 -y", "v1[A] v2[A]; live v2"),
    .init("v1[A] v2[A]; live v1", "versions deploy v2@10 v1@90", "v1[A] v2[A]; live v2@10 v1@90 + latestNotDeployed"),
    .init("v1[A] v2[A]; live v1", "versions deploy v2@10 v1", "v1[A] v2[A]; live v2@10 v1@90 + latestNotDeployed"),
    .init("v1[A] v2[A]; live v1", "versions deploy v2 v1", "v1[A] v2[A]; live v2@50 v1@50 + latestNotDeployed"),
    .init(
      "v1[A] v2[A]; live v1",
      "versions deploy v2@0.5 v1@99.5",
      "v1[A] v2[A]; live v2@0.5 v1@99.5 + latestNotDeployed"
    ),
    .init("v1[A] v2[A]; live v2", "versions deploy v1@100", "v1[A] v2[A]; live v1 + latestNotDeployed"),
    .init(
      "v1[A] v2[A B]; live v1",
      "versions deploy v1@90 v2@10",
      "v1[A] v2[A B]; live v1@90 v2@10 + liveSecretsDiffer(B) + latestNotDeployed"
    ),
    .init("v1[A] v2[B]; live v1", "versions deploy v1@100 v2@0", "v1[A] v2[B]; live v1 v2@0 + latestNotDeployed"),
    .init("v1[] v2[]; live v1", "versions deploy --version-id v2 --percentage 100", "v1[] v2[]; live v2"),
    .init(
      "v1[] v2[]; live v1",
      "versions deploy --version-id v1 v2 --percentage 80 20",
      "v1[] v2[]; live v1@80 v2@20 + latestNotDeployed"
    ),
    .init("v1[] v2[]; live v1", "versions deploy --version-tag tag-v2@100", "v1[] v2[]; live v2"),
    .init("v1[] v2[]; live v1", "versions deploy --version-tag absent@100", "refused"),
    .init("v1[] v2[]; live v1", "versions deploy v1@60 v2@60", "refused"),
    .init("v1[] v2[]; live v1", "versions deploy v2@90", "refused"),
    .init("v1[] v2[]; live v1", "versions deploy v2@120", "refused"),
    .init("v1[] v2[]; live v1", "versions deploy v2@half", "refused"),
    .init("v1[] v2[] v3[]; live v1", "versions deploy v1@30 v2@30 v3@40", "refused"),
    .init("v1[] v2[]; live v1", "versions deploy", "refused"),
    .init("v1[] v2[]; live v1", "versions deploy v9@100", "refused"),
    .init("… v8[] v9[]; live … > v8", "versions deploy v1@100", "unknown"),
    .init("… v8[] v9[]; live … > v8", "versions deploy v9@100", "… v8[] v9[]; live v9"),
    .init("v1[] v2[]; live v1", "versions deploy $VERSION@100", "unknown"),
    .init("v1[] v2[]; live v1", "versions deploy v2@100 --dry-run", "unchanged + dryRun"),
    .init("v1[] v2[]; live …", "versions deploy v2@100", "v1[] v2[]; live v2"),
    .init("none", "versions deploy v1@100", "refused 10007"),
    .init("?", "versions deploy v1@100", "unknown"),
    // Required secrets are not checked again.
    .init("v1[A] v2[]; live v1", "versions deploy v2@100", "v1[A] v2[]; live v2", config: "secrets.required = [\"A\"]"),
  ]

  static let rollbacks: [Scenario] = [
    .init("v1[] v2[]; live v1 > v2", "rollback", "v1[] v2[]; live v1 + latestNotDeployed"),
    .init("v1[] v2[]; live v1 > v2", "rollback v1 -y", "v1[] v2[]; live v1 + latestNotDeployed"),
    .init("v1[] v2[]; live v1 > v2", "rollback v2", "v1[] v2[]; live v2"),
    // The most recent earlier version that had all of the traffic.
    .init("v1[] v2[] v3[]; live v1 > v1@50 v2@50 > v3", "rollback", "v1[] v2[] v3[]; live v1 + latestNotDeployed"),
    .init("v1[] v2[] v3[]; live v1 > v2 > v3", "rollback", "v1[] v2[] v3[]; live v2 + latestNotDeployed"),
    .init("v1[] v2[]; live v1 > v1@90 v2@10", "rollback", "v1[] v2[]; live v1 + latestNotDeployed"),
    .init("v1[]; live v1", "rollback", "refused"),
    .init("v1[] v2[]; live v1@50 v2@50 > v2", "rollback", "refused"),
    .init("v1[] v2[]; live … > v2", "rollback", "unknown"),
    .init("v1[] v2[]; live …", "rollback", "unknown"),
    .init("v1[] v2[]; live …", "rollback v1", "v1[] v2[]; live v1 + latestNotDeployed"),
    .init("v1[] v2[]; live v2", "rollback v9", "refused"),
    .init("… v9[]; live … > v9", "rollback v1", "unknown"),
    .init("v1[] v2[]; live v2", "rollback $GOOD", "unknown"),
    .init("none", "rollback", "refused 10007"),
    .init("?", "rollback", "unknown"),
    // The secrets of that version come back (10220), which a run without a person lets happen.
    .init(
      "v1[A] v2[A B]; live v1 > v2",
      "rollback",
      "v1[A] v2[A B]; live v1 + secretsComeBack(B) + secretsMayComeBack(A) + latestNotDeployed"
    ),
    .init(
      "v1[A] v2[]; live v1 > v2",
      "rollback",
      "v1[A] v2[]; live v1 + secretsComeBack(A) + latestNotDeployed"
    ),
    .init(
      "v1[] v120[]; live v1 > v120",
      "rollback",
      "v1[] v120[]; live v1 + rollsFarBack(versions: 119) + latestNotDeployed"
    ),
  ]

  static let deletions: [Scenario] = [
    .init("v1[A]; live v1", "delete", "none"),
    .init("v1[A]; live v1", "delete --dry-run", "unchanged + dryRun"),
    .init("none", "delete", "refused 10007"),
    .init("?", "delete", "unknown"),
  ]

  /// After a rollback the latest version is not the deployed one, so `secret put` is refused
  /// (docs/facts/wrangler.md §6.1).
  @Test func refusesSecretsAfterARollback() {
    let chain = Chain("v1[] v2[]; live v1 > v2", ["rollback", "secret put A"])
    #expect(chain.result == "secret put A: refused 10215")
    let mended = Chain("v1[] v2[]; live v1 > v2", ["rollback", "versions deploy v2@100", "secret put A"])
    #expect(mended.result == "v1[] v2[] new-1[A]; live new-1")
  }

  /// A rotation that a plan makes is told from the value before (docs/facts/wrangler.md §6.1).
  @Test func namesRotatedSecrets() throws {
    let chain = Chain("v1[A B]; live v1", ["secret put A"])
    #expect(chain.result == "v1[A B] new-1[A B]; live new-1")
    let scenario = Scenario("", "rollback", "")
    #expect(
      scenario.result(in: chain.state)
        == "v1[A B] new-1[A B]; live v1 + secretsComeBack(A) + secretsMayComeBack(B) + latestNotDeployed"
    )
  }

  @Test func copiesTheLatestVersionInTheDashboard() {
    let state = Scenario("v1[A] v2[B M=var]; live v1", "", "").state(of: "shop")
    let edit = DashboardEdit([.addSecret("C"), .addVariable("N"), .remove("M")], of: WorkerTarget("shop"))
    let after = apply(.dashboard(edit), to: state).state(after: state)
    #expect(WorkerNotation.write(after.workers["shop"]) == "v1[A] v2[B M=var] new-1[B C N=var]; live new-1")
    #expect(apply(.dashboard(edit), to: .empty).state(after: .empty) == .empty)
  }
}
