import DeployState
import Documents
import Testing

/// What several captures tell together, in the notation of `WorkerNotation`.
struct CaptureRecordTests {
  typealias Given = (text: String, kind: CaptureKind)

  private static func record(
    _ given: [Given],
    in state: RemoteState = RemoteState(),
    time: String = "2026-02-01T00:00:00Z"
  )
    throws -> RemoteState
  {
    let outputs = try given.enumerated().compactMap { index, given in
      try CapturedOutput.read(Source(path: "file\(index)", text: given.text), as: given.kind)
    }
    return try state.recording(outputs, from: CaptureOrigin(worker: "shop", environment: "staging", time: time))
  }

  private static func view(_ id: String, number: Int? = nil, _ names: String...) -> Given {
    let bindings = names.map { #"{ "type": "secret_text", "name": "\#($0)" }"# }.joined(separator: ",")
    let number = number.map { #""number": \#($0),"# } ?? ""
    return (#"{ "id": "\#(id)", \#(number) "resources": { "bindings": [\#(bindings)] } }"#, .versionsView)
  }

  private static func secrets(_ blocks: (id: String, share: String, names: [String])...) -> Given {
    let text = blocks.map { block in
      "-- Version \(block.id) (\(block.share)%) secrets --\n"
        + block.names.map { "Secret Name: \($0)\n" }.joined() + "\n"
    }
    return (text.joined(), .versionsSecretList)
  }

  private static func versions(_ numbers: ClosedRange<Int>) -> Given {
    (CaptureSamples.versions(numbers), .versionsList)
  }

  private static func deployments(_ numbers: ClosedRange<Int>) -> Given {
    (CaptureSamples.deployments(numbers), .deployments)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let situation: String
    /// Captures of one run after the other.
    let runs: [[Given]]
    let worker: String
    var testDescription: String { situation }
  }

  static let rows: [Row] = [
    Row(situation: "all versions", runs: [[versions(1...3)]], worker: "v1[?] v2[?] v3[?]; live …"),
    Row(situation: "ten versions may not be all", runs: [[versions(4...13)]], worker: "… " + many(4...13) + "; live …"),
    Row(situation: "ten versions from number 1 are", runs: [[versions(1...10)]], worker: many(1...10) + "; live …"),
    Row(situation: "no version at all", runs: [[("[]", .versionsList)]], worker: "; live …"),
    Row(
      situation: "versions, the bindings of one, and the deployment",
      runs: [[view("v3", number: 3, "A", "B"), versions(1...3), deployments(1...2)]],
      worker: "v1[?] v2[?] v3[A B]; live v2"
    ),
    Row(
      situation: "bindings known before stay known",
      runs: [[versions(1...2), view("v2", number: 2, "A")], [versions(1...3)]],
      worker: "v1[?] v2[A] v3[?]; live …"
    ),
    Row(
      situation: "more than ten over time",
      runs: [[versions(1...8)], [versions(5...14)]],
      worker: many(1...14) + "; live …"
    ),
    Row(
      situation: "a gap over time",
      runs: [[versions(1...2)], [versions(5...14)]],
      worker: "… v1[?] v2[?] " + many(5...14) + "; live …"
    ),
    Row(
      situation: "a version newer than the list that is known",
      runs: [[versions(1...2)], [view("v4", number: 4, "A")]],
      worker: "v1[?] v2[?] v4[A] …; live …"
    ),
    Row(
      situation: "an older list after a newer one",
      runs: [[versions(4...13)], [versions(3...12)]],
      worker: "… " + many(3...13) + "; live …"
    ),
    Row(situation: "one version alone", runs: [[view("v9", number: 9, "A")]], worker: "v9[A] …; live …"),
    Row(
      situation: "deployed versions with their secrets",
      runs: [[secrets(("v1", "90", ["A"]), ("v2", "10", ["A", "B"]))]],
      worker: "v2[A B ~] v1[A ~] …; live v1@90 v2@10"
    ),
    Row(
      situation: "the same, with the list that gives their order",
      runs: [[versions(1...3), secrets(("v2", "10", ["A", "B"]), ("v1", "90", ["A"]))]],
      worker: "v1[A ~] v2[A B ~] v3[?]; live v2@10 v1@90"
    ),
    Row(
      situation: "a deployed version that is older than the ten listed",
      runs: [[versions(11...20), secrets(("old", "100", ["A"]))]],
      worker: "… old[A ~] " + many(11...20) + "; live old"
    ),
    Row(
      situation: "the latest version alone, not deployed",
      runs: [[secrets(("v7", "0", ["A"]))]],
      worker: "… v7[A ~]; live …"
    ),
    Row(
      situation: "the latest version alone, deployed in part",
      runs: [[secrets(("v7", "10", []))]],
      worker: "… v7[~]; live …"
    ),
    Row(
      situation: "all bindings win over all secrets",
      runs: [[view("v2", number: 2, "A"), secrets(("v2", "100", ["A"])), versions(1...2)]],
      worker: "v1[?] v2[A]; live v2"
    ),
    Row(
      situation: "deployments in both forms",
      runs: [
        [
          deployments(1...2), versions(1...2),
          (#"{ "id": "d2", "versions": [{ "version_id": "v2", "percentage": 100 }] }"#, .deployments),
        ]
      ],
      worker: "v1[?] v2[?]; live v2"
    ),
    Row(
      situation: "a newer deployment",
      runs: [[deployments(1...2)], [deployments(1...3)]],
      worker: "…; live v3"
    ),
    Row(
      situation: "a deployment from before the last one known",
      runs: [
        [deployments(1...3)],
        [(#"{ "id": "d2", "versions": [{ "version_id": "v2", "percentage": 100 }] }"#, .deployments)],
      ],
      worker: "…; live v3"
    ),
    Row(situation: "nothing deployed", runs: [[versions(1...1), ("[]", .deployments)]], worker: "v1[?]"),
  ]

  private static func many(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "v\($0)[?]" }.joined(separator: " ")
  }

  @Test(arguments: rows)
  func tellsTogether(_ row: Row) throws {
    var state = RemoteState()
    for given in row.runs {
      let before = state
      state = try Self.record(given, in: before)
      // The order of the files does not matter, and telling it twice tells no more.
      #expect(try Self.record(given.reversed(), in: before).workers["shop"] == state.workers["shop"])
      #expect(try Self.record(given, in: state).workers["shop"] == state.workers["shop"])
    }
    #expect(WorkerNotation.write(state.workers["shop"]) == row.worker)
  }

  @Test func recordsWhereFactsComeFrom() throws {
    var state = try Self.record([Self.versions(1...2), Self.view("v2", number: 2)], time: "2026-01-01T00:00:00Z")
    state = try Self.record([Self.versions(1...3)], in: state)
    let worker = try #require(state.workers["shop"].value ?? nil)
    let old = "2026-01-01T00:00:00Z"
    #expect(
      worker.captures == [
        Capture(command: "versions list --json", time: "2026-02-01T00:00:00Z", subject: "shop", environment: "staging"),
        Capture(command: "versions view v2 --json", time: old, subject: "shop", environment: "staging"),
      ]
    )
    #expect(state.workers["other"] == .unknown)
  }

  @Test func keepsListedSecretsApart() throws {
    let state = try Self.record([(CaptureSamples.secretList, .secretList), Self.versions(1...2)])
    let worker = try #require(state.workers["shop"].value ?? nil)
    #expect(worker.listedSecrets?.listedSecrets == ["PAYMENT_KEY", "SIGNING"])
    #expect(worker.latest.value??.bindings == .unknown)
  }

  @Test func recordsStoresAndPages() throws {
    var state = try Self.record([
      (CaptureSamples.storeSecrets, .storeSecretList), (CaptureSamples.storeList, .storeList),
    ])
    #expect(state.stores.isComplete)
    let store = try #require(state.stores["abcd"].value ?? nil)
    #expect(store.name == "main")
    #expect(store.secrets.isFullyKnown)
    #expect(store.secrets.present.map(\.element.name) == ["key_1", "key_2"])
    // The output of a page of a Pages project names it, and it is not the one asked about.
    #expect(throws: StateFileError.self) { try Self.record([(CaptureSamples.pagesSecretList, .pagesSecretList)]) }
    let page = try #require(
      try CapturedOutput.read(Source(path: "p", text: CaptureSamples.pagesSecretList), as: .pagesSecretList)
    )
    state = try state.recording([page], from: CaptureOrigin(time: "2026-02-01T00:00:00Z"))
    let project = try #require(state.pagesProjects["site"].value ?? nil)
    #expect(project.preview.listedSecrets == ["MAIL_TOKEN", "PAYMENT_KEY"])
    #expect(project.production == .unknown)
    #expect(project.captures.map(\.command) == ["pages secret list --env preview"])
  }

  typealias Page = (page: Int, first: Int, size: Int, count: Int)

  private static let pages: [([Page], isComplete: Bool)] = [
    ([(1, 1, 10, 3)], true), ([(1, 1, 10, 10)], false), ([(2, 11, 10, 3)], false),
    ([(1, 1, 10, 10), (2, 11, 10, 3)], true), ([(2, 11, 10, 3), (1, 1, 10, 10)], true),
    ([(1, 1, 10, 10), (3, 21, 10, 3)], false),
  ]

  /// A page that is full is not the last one; without its heading nobody can tell.
  @Test(arguments: pages)
  func knowsWhenAllPagesAreThere(pages: [Page], isComplete: Bool) throws {
    let given = pages.map { page -> Given in
      let heading = "🔐 Listing secrets... (store-id: abcd, page: \(page.page), per-page: \(page.size))\n"
      let last = page.first + page.count - 1
      return (CaptureSamples.storeSecrets(heading: heading, from: page.first, to: last), .storeSecretList)
    }
    let state = try Self.record(given)
    let store = try #require(state.stores["abcd"].value ?? nil)
    #expect(store.secrets.isComplete == isComplete)
    #expect(store.secrets.present.count == pages.map(\.count).reduce(0, +))
  }

  private static let strangers: [([Given], [Given], String)] = [
    (
      [versions(1...3)], [versions(7...9)], "file0:1:1: version v1, which is known of this Worker, is not listed here"
    ),
    ([versions(1...3)], [("[]", .versionsList)], "version v1, which is known of this Worker, is not listed here"),
    (
      [versions(1...3)], [(CaptureSamples.versions(1...10, prefix: "w"), .versionsList)],
      "version v1, which is known of this Worker, is not listed here"
    ),
    ([versions(1...3)], [view("w2", number: 2)], "version w2 is number 2 here, but this Worker had no such version"),
    ([versions(11...20)], [view("w12", number: 12)], "have the number 12: these are of two Workers"),
    ([versions(1...3)], [view("v2", number: 3)], "version v2 has the number 3 here and 2 in what is known"),
    ([], [versions(1...3), view("w2", number: 2)], "version w2, which is known of this Worker, is not listed here"),
    ([], [versions(1...3), deployments(1...4)], "file1:1:1: version v4, which is deployed here, is not in the list"),
    (
      [], [versions(1...3), secrets(("w", "100", []))], "version w, which is known of this Worker, is not listed here"
    ),
    ([deployments(1...3)], [deployments(4...6)], "deployment d1, which is known of this Worker, is not listed here"),
    ([], [(CaptureSamples.storeSecrets(heading: ""), .storeSecretList)], "the output does not name its store"),
  ]

  @Test(arguments: strangers)
  func refusesOtherWorkers(before: [Given], given: [Given], message: String) throws {
    let state = try Self.record(before)
    do {
      let other = try Self.record(given, in: state)
      Issue.record("taken: \(WorkerNotation.write(other.workers["shop"]))")
    } catch let error as StateFileError {
      #expect(error.description.contains(message), "\(error.description)")
    }
  }

  @Test func needsTheNameOfTheWorker() throws {
    let output = try #require(try CapturedOutput.read(Source(path: "f", text: "[]"), as: .versionsList))
    #expect(throws: StateFileError.self) {
      try RemoteState().recording([output], from: CaptureOrigin(time: "2026-02-01T00:00:00Z"))
    }
  }
}
