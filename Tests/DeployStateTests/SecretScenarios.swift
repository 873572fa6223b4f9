import DeployState
import Testing

/// `wrangler secret …` (docs/facts/wrangler.md §6.1, §6.2, §6.4).
struct SecretScenarios {
  @Test(arguments: put) func puts(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }
  @Test(arguments: delete) func deletes(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }
  @Test(arguments: bulk) func putsManyAtOnce(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }
  @Test(arguments: list) func lists(scenario: Scenario) { #expect(scenario.result() == scenario.outcome) }

  static let put: [Scenario] = [
    // A copy of the latest version with the change, deployed at once.
    .init("v1[]; live v1", "secret put A", "v1[] new-1[A]; live new-1"),
    .init("v1[A]; live v1", "secret put A", "v1[A] new-1[A]; live new-1"),
    .init("v1[A]; live v1", "secret put B", "v1[A] new-1[A B]; live new-1"),
    .init("v1[M=var CACHE=kv]; live v1", "secret put A", "v1[CACHE=kv M=var] new-1[A CACHE=kv M=var]; live new-1"),
    .init("v1[A] v2[B]; live v1 > v2", "secret put C", "v1[A] v2[B] new-1[B C]; live new-1"),
    .init("v1[A=key]; live v1", "secret put A", "v1[A=key] new-1[A]; live new-1"),
    // Refused while the latest version is not the deployed one.
    .init("v1[] v2[]; live v1", "secret put A", "refused 10215"),
    .init("v1[] v2[]; live v1 > v1@90 v2@10", "secret put A", "refused 10215"),
    .init("v1[] v2[]; live v1@50 v2@50", "secret put A", "refused 10215"),
    .init("v1[] v2[]; live v1 > v2 > v1", "secret put A", "refused 10215"),
    .init("v1[]", "secret put A", "refused 10215"),
    .init("… v8[] v9[]; live … > v8", "secret put A", "refused 10215"),
    // The name belongs to something else.
    .init("v1[A=var]; live v1", "secret put A", "refused 10053"),
    .init("v1[A=json]; live v1", "secret put A", "refused 10053"),
    .init("v1[A=kv]; live v1", "secret put A", "refused 10053"),
    .init("v1[A=store:s1/a]; live v1", "secret put A", "refused 10053"),
    // No Worker: an empty one is made without asking.
    .init("none", "secret put A", "new-1[] new-2[A]; live new-2 + draftCreated(shop)"),
    // What nobody looked at.
    .init("?", "secret put A", "unknown"),
    .init("v1[A]; live …", "secret put A", "unknown"),
    .init("v1[A] …; live v1", "secret put A", "unknown"),
    .init("listed[A] …; live …", "secret put A", "unknown"),
    .init("v1[B ~]; live v1", "secret put A", "v1[B ~] new-1[A B ~]; live new-1 + nameMayBeTaken(A)"),
    .init("v1[B ~]; live v1", "secret put B", "v1[B ~] new-1[B ~]; live new-1"),
    .init("v1[?]; live v1", "secret put A", "v1[?] new-1[A ?]; live new-1 + nameMayBeTaken(A)"),
    .init("… v9[A]; live … > v9", "secret put B", "… v9[A] new-1[A B]; live new-1"),
    // Words.
    .init("v1[]; live v1", "secret put", "refused"),
    .init("v1[]; live v1", "secret put $NAME", "unknown"),
    .init("v1[]; live v1", "secret put A < value.txt", "v1[] new-1[A]; live new-1"),
    .init("v1[]; live v1", "secret put A", "refused", config: "pages_build_output_dir = \"dist\""),
  ]

  static let delete: [Scenario] = [
    .init("v1[A B]; live v1", "secret delete A", "v1[A B] new-1[B]; live new-1"),
    .init("v1[A]; live v1", "secret delete A", "v1[A] new-1[]; live new-1"),
    .init("v1[B]; live v1", "secret delete A", "refused 10056"),
    .init("v1[A=var]; live v1", "secret delete A", "refused 10056"),
    .init("v1[A] v2[B]; live v1 > v2", "secret delete A", "refused 10056"),
    .init("v1[A] v2[A]; live v1", "secret delete A", "refused 10215"),
    .init("none", "secret delete A", "refused 10007"),
    .init("?", "secret delete A", "unknown"),
    .init("v1[B ~]; live v1", "secret delete A", "refused 10056"),
    .init("v1[?]; live v1", "secret delete A", "unknown"),
  ]

  static let bulk: [Scenario] = [
    .init("v1[]; live v1", "secret bulk secrets.json", "v1[] new-1[A B]; live new-1"),
    .init("v1[B C]; live v1", "secret bulk secrets.json", "v1[B C] new-1[A B C]; live new-1"),
    .init("v1[]; live v1", "secret bulk < secrets.json", "v1[] new-1[A B]; live new-1"),
    // Null deletes.
    .init("v1[B C]; live v1", "secret bulk nulls.json", "v1[B C] new-1[A C]; live new-1"),
    .init("v1[C]; live v1", "secret bulk nulls.json", "v1[C] new-1[A C]; live new-1 + nothingToDelete(B)"),
    .init("v1[B=var]; live v1", "secret bulk nulls.json", "v1[B=var] new-1[A B=var]; live new-1 + nothingToDelete(B)"),
    .init("v1[C]; live v1", "secret bulk empty.json", "unchanged"),
    .init("v1[] v2[]; live v1", "secret bulk secrets.json", "refused 10214"),
    .init("v1[A=var]; live v1", "secret bulk secrets.json", "refused 10053"),
    .init("none", "secret bulk secrets.json", "new-1[] new-2[A B]; live new-2 + draftCreated(shop)"),
    .init("none", "secret bulk nulls.json", "new-1[] new-2[A]; live new-2 + draftCreated(shop)"),
    .init("?", "secret bulk secrets.json", "unknown"),
    .init("v1[]; live v1", "secret bulk", "unknown"),
    .init("v1[]; live v1", "secret bulk absent.json", "unknown"),
  ]

  static let list: [Scenario] = [
    .init("v1[B A M=var]; live v1", "secret list", "lists A B"),
    .init("v1[]; live v1", "secret list", "lists "),
    .init("none", "secret list", "refused 10007"),
    .init("?", "secret list", "unknown"),
    // Whether it describes the latest or the deployed version is not documented.
    .init("v1[A] v2[A B]; live v1", "secret list", "unknown"),
    .init("v1[A] v2[A M=var]; live v1", "secret list", "lists A"),
    .init("listed[A B] …; live …", "secret list", "lists A B"),
  ]

  @Test(arguments: [(100, "v1[] "), (101, "refused 100160")])
  func takesOneHundredEntries(count: Int, outcome: String) {
    var scenario = Scenario("v1[]; live v1", "secret bulk many.json", outcome)
    scenario.files["many.json"] = (1...count).map { "S\($0)" }.joined(separator: " ")
    #expect(scenario.result().hasPrefix(outcome))
  }

  /// A file that only deletes does not make a Worker (docs/facts/wrangler.md §6.3).
  @Test func makesNoWorkerToDeleteFrom() {
    var scenario = Scenario("none", "secret bulk deletes.json", "refused 10007")
    scenario.files["deletes.json"] = "-A -B"
    #expect(scenario.result() == scenario.outcome)
  }

  @Test func countsVariablesAndSecretsTogether() {
    let names = (1...63).map { "S\($0)" }.joined(separator: " ")
    let scenario = Scenario("v1[\(names) M=var]; live v1", "secret put A", "")
    var state = scenario.state(of: "shop")
    #expect(!scenario.result(in: state).contains("overVariableLimit"))
    state.account.plan = .known(.free)
    #expect(scenario.result(in: state).contains("overVariableLimit(count: 65, limit: 64)"))
  }
}
