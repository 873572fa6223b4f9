import DeployState
import Testing

/// Secrets that one environment has and another lacks.
struct EnvironmentDriftTests {
  @Test(arguments: [
    ("v1[A]; live v1", "v1[A]; live v1", []),
    ("v1[A]; live v1", "v1[]; live v1", ["The Worker staging lacks A, which shop has."]),
    (
      "v1[A]; live v1", "v1[B]; live v1",
      ["The Worker shop lacks B, which staging has.", "The Worker staging lacks A, which shop has."]
    ),
    ("v1[A]; live v1", "v1[A=var]; live v1", ["The Worker staging lacks A, which shop has."]),
    ("v1[A]; live v1", "v1[?]; live v1", []),
    ("v1[A]; live v1", "?", []),
    ("v1[A]; live v1", "none", []),
    (
      "v1[A]; live v1", "listed[B] …; live …",
      [
        "The Worker shop lacks B, which staging has.", "The Worker staging lacks A, which shop has.",
      ]
    ),
  ])
  func compares(shop: String, staging: String, senses: [String]) {
    var state = RemoteState.empty
    state.workers["shop"] = WorkerNotation.read(shop)
    state.workers["staging"] = WorkerNotation.read(staging)
    #expect(EnvironmentDrift.among(["staging", "shop"], in: state).map(\.sense) == senses)
  }
}
