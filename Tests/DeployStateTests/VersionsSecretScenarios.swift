import Testing

/// `wrangler versions secret …` (docs/facts/wrangler.md §6.1, §6.2).
struct VersionsSecretScenarios {
  @Test(arguments: scenarios) func steps(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }

  static let scenarios: [Scenario] = [
    // A copy of the latest version with the change, which serves nothing.
    .init("v1[]; live v1", "versions secret put A", "v1[] new-1[A]; live v1 + latestNotDeployed"),
    .init("v1[A]; live v1", "versions secret put B", "v1[A] new-1[A B]; live v1 + latestNotDeployed"),
    .init("v1[A] v2[B]; live v1", "versions secret put C", "v1[A] v2[B] new-1[B C]; live v1 + latestNotDeployed"),
    .init(
      "v1[] v2[]; live v1@90 v2@10",
      "versions secret put A",
      "v1[] v2[] new-1[A]; live v1@90 v2@10 + latestNotDeployed"
    ),
    .init("v1[]", "versions secret put A", "v1[] new-1[A] + latestNotDeployed"),
    .init(
      "v1[A=var]; live v1",
      "versions secret put A",
      "v1[A=var] new-1[A]; live v1 + bindingsReplaced(A) + latestNotDeployed"
    ),
    .init("v1[A B]; live v1", "versions secret delete A", "v1[A B] new-1[B]; live v1 + latestNotDeployed"),
    .init(
      "v1[B]; live v1",
      "versions secret delete A",
      "v1[B] new-1[B]; live v1 + nothingToDelete(A) + latestNotDeployed"
    ),
    .init("v1[]; live v1", "versions secret bulk secrets.json", "v1[] new-1[A B]; live v1 + latestNotDeployed"),
    // Null is dropped.
    .init(
      "v1[B]; live v1",
      "versions secret bulk nulls.json",
      "v1[B] new-1[A B]; live v1 + nullsDropped(B) + latestNotDeployed"
    ),
    // Neither Worker nor version is made.
    .init("none", "versions secret put A", "refused 10007"),
    .init("none", "versions secret delete A", "refused 10007"),
    .init("none", "versions secret bulk secrets.json", "refused 10007"),
    .init(";", "versions secret put A", "refused 10222"),
    .init(";", "versions secret delete A", "refused 10222"),
    .init(";", "versions secret bulk secrets.json", "refused 10222"),
    .init("?", "versions secret put A", "unknown"),
    .init("v1[A] …; live v1", "versions secret put A", "unknown"),
    .init(
      "listed[B] …; live …",
      "versions secret put A",
      "… new-1[A B ~]; live … + listTakenAsLatest + latestNotDeployed"
    ),
    .init("v1[]; live v1", "versions secret put", "refused"),
    .init("v1[]; live v1", "versions secret put A", "refused", config: "pages_build_output_dir = \"dist\""),
    // The live versions, or the latest.
    .init("v1[A] v2[B]; live v1", "versions secret list", "lists A"),
    .init("v1[A] v2[B]; live v1", "versions secret list --latest-version", "lists B"),
    .init("v1[A] v2[B]; live v1@90 v2@10", "versions secret list", "lists A B"),
    .init(";", "versions secret list --latest-version", "refused 10222"),
    .init("v1[?]; live v1", "versions secret list", "unknown"),
    .init("none", "versions secret list", "refused 10007"),
  ]

  /// Two calls give two versions; only the last has both (docs/facts/wrangler.md §6.1).
  @Test func chains() {
    let chain = Chain("v1[]; live v1", ["versions secret put A", "versions secret put B"])
    #expect(chain.result == "v1[] new-1[A] new-2[A B]; live v1")
  }
}
