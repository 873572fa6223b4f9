import DeployState
import Documents
import Testing
import Workers

/// The deploy gate as a value: all environments of a configuration against one state.
struct GateTests {
  private static let config = """
    name = "shop"
    main = "a.ts"
    [env.staging]
    [env.production]

    """

  /// Workers by name in the notation of the scenarios.
  private static func judge(
    _ workers: [String: String],
    goal: String = "deploy",
    config: String = config,
    age: CaptureAge? = nil
  ) -> [String] {
    let config = WranglerConfig(source: Source(path: "wrangler.toml", text: config))
    var state = RemoteState.empty
    for (name, text) in workers { state.workers[name] = WorkerNotation.read(text) }
    return Gate(DeployGoal(goal), in: state, age: age).judge(config.environments.map(\.name), of: config).map {
      let obstacles = $0.readiness.obstacles.map { "\($0.rule)(\($0.names.joined(separator: " ")))" }
      return (["\($0.environment ?? "-") \($0.verdict)"] + obstacles).joined(separator: " ")
    }
  }

  @Test func everyEnvironmentIsJudgedByItself() {
    let found = Self.judge(
      ["shop": "v1[]; live v1", "shop-staging": "v1[A=var]; live v1"],
      config: Self.config + "[env.production.secrets]\nrequired = [\"A\"]\n"
    )
    #expect(
      found == [
        "- ready", "staging ready config/keep-vars-advice(A)", "production notReady required/first-deploy(A)",
      ]
    )
  }

  @Test func gapsBetweenEnvironmentsAreReported() {
    let workers = ["shop-staging": "v1[A B]; live v1", "shop-production": "v1[A]; live v1"]
    #expect(Self.judge(workers) == ["- ready", "staging ready", "production ready state/env-drift(B)"])
    // What is configured or required there is no gap, and what nobody lists is too much where it is.
    let vars = Self.config + "[env.production.vars]\nB = \"x\"\n"
    #expect(Self.judge(workers, config: vars) == ["- ready", "staging ready", "production ready"])
    let lists = Self.config + "[env.staging.secrets]\nrequired = [\"A\"]\n"
    #expect(
      Self.judge(workers, config: lists) == ["- ready", "staging ready state/orphan-secret(B)", "production ready"]
    )
  }

  @Test func aSplitIsReportedOnce() {
    let workers = ["shop": "v1[A] v2[A B]; live v1@90 v2@10"]
    #expect(Self.judge(workers)[0] == "- ready state/split-mismatch(B)")
    #expect(
      Self.judge(workers, goal: "versions deploy v1@50 v2@50")[0]
        == "- ready state/split-mismatch(B) state/latest-undeployed()"
    )
  }

  @Test(arguments: [
    ("versions-deploy", "v1[] v2[]; live v1", "- ready"),
    ("versions-deploy", "v1[] …; live v1", "- unknown state/unknown()"),
    ("versions-deploy", "none", "- notReady state/refused()"),
    ("versions-upload", "none", "- notReady state/refused() state/latest-undeployed()"),
    ("rollback", "v1[] v2[]; live v1 > v2", "- ready state/latest-undeployed()"),
    ("secret put A", "v1[] v2[]; live v1", "- notReady state/latest-undeployed()"),
    ("secret put A", "none", "- ready state/stray-worker(shop)"),
  ])
  func goalsAreCommands(goal: String, worker: String, verdict: String) {
    #expect(Self.judge(["shop": worker], goal: goal)[0] == verdict)
  }

  @Test(
    arguments: [
      ("90s", 90), ("30m", 1800), ("24h", 86400), ("7d", 604_800), ("2w", 1_209_600), ("0s", 0), ("", nil), ("d", nil),
      ("7", nil), ("-1d", nil), ("1.5h", nil), ("9999999d", nil),
    ] as [(String, Int?)]
  )
  func agesAreRead(text: String, seconds: Int?) {
    #expect(CaptureAge.seconds(in: text) == seconds)
  }

  @Test(arguments: [(0, "0 seconds"), (1, "1 second"), (60, "1 minute"), (7300, "2 hours"), (86400 * 9, "9 days")])
  func agesAreSaid(seconds: Int, words: String) {
    #expect(CaptureAge.words(seconds) == words)
  }

  @Test(arguments: [
    (["2026-01-02T00:00:00Z"], 3600, []),
    (["2026-01-02T00:00:00Z", "2026-01-01T22:59:59Z"], 3600, ["state/capture-unusable"]),
    ([], 3600, ["state/capture-unusable"]),
  ])
  func oldestCaptureCounts(times: [String], limit: Int, rules: [String]) throws {
    let config = WranglerConfig(source: Source(path: "wrangler.toml", text: "name = \"shop\"\nmain = \"a.ts\"\n"))
    var state = RemoteState.empty
    var worker = try #require(WorkerNotation.read("v1[]; live v1").value ?? nil)
    worker.captures = times.map { Capture(command: "versions list --json", time: $0) }
    state.workers["shop"] = .known(worker)
    let now = try #require(CaptureTime.seconds(of: "2026-01-02T00:00:00Z"))
    let judged = Gate(.deploy, in: state, age: CaptureAge(limit: limit, now: now)).judge([nil], of: config)
    #expect(judged.flatMap(\.readiness.obstacles).map(\.rule) == rules)
    #expect(judged.map(\.verdict) == [rules.isEmpty ? .ready : .unknown])
  }
}
